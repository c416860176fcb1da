using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Schedules;
using BansosBot.Storage;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Applications;

/// <summary>A page on a shared device, a link it offers, and who opens it: conversations put straight into the store.</summary>
public sealed class JoiningTests : IAsyncLifetime
{
    private static readonly ChatKey Page = new(Hall.PageName, "1"), OtherPage = new(Hall.PageName, "2"), Phone = new(Hall.ChannelName, "1"), Guardian = new(Hall.ChannelName, "2");

    private const string Birth = "12 maret 2014";

    private Hall hall = null!;
    private int messages;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => hall = await Hall.OpenAsync(Shipped.TalkBesideAPage, Shipped.Words, Tuesday);

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Fact]
    public async Task Another_shared_page_does_not_take_the_link_and_it_stays_good()
    {
        await PutAsync(Page, WithDraft);

        await OpensAsync(OtherPage);
        Assert.Equal("Joining.OpenElsewhere", (await ShownAsync(OtherPage))[^1].Ours!.Parts[0].Key);
        Assert.Empty((await ReadAsync(OtherPage)).Drafts);

        await OpensAsync(Phone);
        await ProvesAsync(Phone);
        Assert.Contains("yapi", (await ReadAsync(Phone)).Drafts);
    }

    [Fact]
    public async Task Nothing_of_what_was_said_is_left_on_the_page_that_the_draft_has_gone_from()
    {
        await PutAsync(Page, WithDraft);
        await OpensAsync(Phone);
        await ProvesAsync(Phone);

        Assert.Equal("Joining.DraftWentOn", Assert.Single(await ShownAsync(Page)).Ours!.Parts[0].Key);      // nothing there can be proved any more, so nothing closes it
    }

    [Fact]
    public async Task Nothing_of_what_was_said_is_left_on_the_page_whose_case_was_erased_on_the_phone()
    {
        await PutAsync(Page, c => c, Case(1, Page) with { Answers = Answers(1).Remove("kk_photo") });
        await OpensAsync(Phone);
        await ProvesAsync(Phone);
        await TakeAsync(new Incoming.Command(Phone, $"m{++messages}", "hapus_data", ""));
        var asked = await ReadAsync(Phone);
        await TakeAsync(new Incoming.Press(Phone, $"m{++messages}", asked.Question, asked.Choices.IndexOf("go:erase:ya")));
        Assert.True((await ReadAsync(Phone)).IsErased);

        hall.Clock.Advance(Locking.IdleMax);
        await SaysAsync(Page, "halo");

        Assert.DoesNotContain(await ShownAsync(Page), b => b.Own is not null);
    }

    [Fact]
    public async Task Who_leaves_the_page_after_taking_the_link_still_goes_on_with_the_draft()
    {
        await PutAsync(Page, WithDraft);
        await LeavesAsync(Page);
        hall.Clock.Advance(JoiningOffer.GoodFor - TimeSpan.FromMinutes(1));
        await OpensAsync(Phone);
        await ProvesAsync(Phone);

        Assert.Contains("yapi", (await ReadAsync(Phone)).Drafts);
        Assert.Empty((await ReadAsync(Page)).Drafts);
        Assert.NotNull((await ReadAsync(Page)).LeftAt);
        Assert.Empty(await ShownAsync(Page));
    }

    [Fact]
    public async Task What_was_not_sent_is_gone_from_a_page_that_was_left_when_the_link_is_over()
    {
        await PutAsync(Page, c => Photographed(c, document: null));
        await LeavesAsync(Page);
        await hall.WaitsAsync("1", JoiningOffer.GoodFor - TimeSpan.FromMinutes(1));
        Assert.Contains("yapi", (await ReadAsync(Page)).Drafts);

        await hall.WaitsAsync("1", TimeSpan.FromMinutes(1));

        Assert.Empty((await ReadAsync(Page)).Drafts);
        Assert.Null(await hall.Bot.Store.NextDueAsync(Stop));
    }

    [Fact]
    public async Task A_page_that_was_left_is_left_after_a_restart_takes_no_message_and_keeps_no_news()
    {
        await PutAsync(Page, c => c, Case(1, Page) with { Answers = Answers(1).Remove("kk_photo") });
        await LeavesAsync(Page);
        await hall.OpenAgainAsync();

        await SaysAsync(Page, "status");
        await OpensAsync(Phone);
        await ProvesAsync(Phone);               // told to each home of the case

        Assert.Equal([Page, Phone], (await CaseAsync(1)).Homes.Select(h => h.Chat));
        Assert.Empty(await ShownAsync(Page));
        Assert.Equal((true, false), ((await ReadAsync(Page)).LeftAt is not null, (await ReadAsync(Page)).IsReachable));
        hall.Clock.Advance(Locking.IdleMax);
        await SaysAsync(Page, Birth);           // no proof opens it either
        Assert.Empty(await ShownAsync(Page));
    }

    [Fact]
    public async Task A_closed_page_is_left_too_and_Telegram_has_nothing_to_leave()
    {
        await PutAsync(Page, WithDraft);
        hall.Clock.Advance(Locking.IdleMax);
        await SaysAsync(Page, "menu");
        Assert.Equal(StepMap.Locked, (await ReadAsync(Page)).Place);

        await LeavesAsync(Page);
        await LeavesAsync(Phone);

        Assert.NotNull((await ReadAsync(Page)).LeftAt);
        Assert.Null((await ReadAsync(Phone)).LeftAt);
    }

    [Fact]
    public async Task Nothing_of_what_was_said_is_left_on_the_page_where_the_draft_was_thrown_away()
    {
        await PutAsync(Page, WithDraft);
        await SaysAsync(Page, "lanjut");
        await SaysAsync(Page, "batal");

        await SaysAsync(Page, "hapus");

        Assert.Empty((await ReadAsync(Page)).Drafts);
        Assert.Equal("Cancel.Dropped", Assert.Single(await ShownAsync(Page)).Ours!.Parts[0].Key);
    }

    [Fact]
    public async Task Wishes_for_news_of_dates_move_along_and_are_not_told_twice()
    {
        await PutAsync(Page, WithDraft);
        await WishAsync(Page, "yapi", new Area.WholeCity());

        await OpensAsync(Phone);
        await ProvesAsync(Phone);

        Assert.True(Assert.Single(await WishesAsync(Phone)).IsFor("yapi", new Area.WholeCity()));
        Assert.Empty(await WishesAsync(Page));
    }

    [Fact]
    public async Task Where_nothing_but_wishes_is_there_no_birth_date_is_asked()
    {
        await PutAsync(Page, c => c);
        await WishAsync(Page, "yapi", new Area.WholeCity());
        await WishAsync(Page, null, new Area.WholeCity());

        await OpensAsync(Phone);

        Assert.Equal(StepMap.Idle, (await ReadAsync(Phone)).Place);
        Assert.Equal((2, 0), ((await WishesAsync(Phone)).Length, (await WishesAsync(Page)).Length));
        await OpensAsync(Guardian);
        Assert.Empty(await WishesAsync(Guardian));
    }

    [Fact]
    public async Task What_there_is_no_room_for_stays_on_the_page()
    {
        await PutAsync(Page, c => c);
        await WishAsync(Page, null, new Area.WholeCity());
        foreach (var kelurahan in Domain.Registry.Wilayah.AllKelurahan.Take(Wish.InChatMax)) await WishAsync(Phone, "yapi", new Area.OfKelurahan(kelurahan));

        await OpensAsync(Phone);

        Assert.Equal((Wish.InChatMax, 1), ((await WishesAsync(Phone)).Length, (await WishesAsync(Page)).Length));
    }

    [Fact]
    public async Task The_page_offers_a_link_for_wishes_alone()
    {
        await SaysAsync(Page, "halo");
        await WishAsync(Page, null, new Area.WholeCity());

        await SaysAsync(Page, "lanjut di telegram");

        Assert.Equal("Joining.OfferWishes", (await ShownAsync(Page))[^1].Ours!.Parts[^1].Key);
    }

    [Theory]
    [InlineData(899, true)]
    [InlineData(900, false)]
    public async Task The_link_is_good_for_a_quarter_of_an_hour(int seconds, bool isGood)
    {
        await PutAsync(Page, WithDraft);
        hall.Clock.Advance(TimeSpan.FromSeconds(seconds));

        await OpensAsync(Phone);
        await ProvesAsync(Phone);

        Assert.Equal((isGood, !isGood), ((await ReadAsync(Phone)).Drafts.ContainsKey("yapi"), (await ReadAsync(Page)).Drafts.ContainsKey("yapi")));
    }

    [Fact]
    public async Task With_a_photo_on_its_way_the_link_waits_and_stays_good()
    {
        await PutAsync(Page, c => Photographed(c, document: null));
        await OpensAsync(Phone);
        await ProvesAsync(Phone);
        Assert.DoesNotContain("yapi", (await ReadAsync(Phone)).Drafts);

        var page = await ReadAsync(Page);
        await hall.Bot.Store.ApplyAsync(new Incoming.Words(Page, "kept", ""), new() { After = Photographed(page with { Drafts = page.Drafts.Clear() }, "doc") }, hall.Clock.GetUtcNow());
        await ProvesAsync(Phone);

        Assert.Equal("doc", Assert.Single(Assert.IsType<Answer.Papers>((await ReadAsync(Phone)).Drafts["yapi"].Answers["kk_photo"]).Pages).Document);
        Assert.Empty((await ReadAsync(Page)).Drafts);
    }

    [Fact]
    public async Task After_five_misses_no_link_is_taken_and_none_is_used_up()
    {
        await PutAsync(Page, WithDraft);
        await PutAsync(Phone, c => c with { WrongProofs = [.. Enumerable.Repeat(Tuesday, 5)] });
        await OpensAsync(Phone);
        await ProvesAsync(Phone);
        Assert.Contains("yapi", (await ReadAsync(Page)).Drafts);

        await OpensAsync(Guardian);
        await ProvesAsync(Guardian);
        Assert.Contains("yapi", (await ReadAsync(Guardian)).Drafts);
    }

    [Fact]
    public async Task Where_the_phone_has_a_draft_of_its_own_each_keeps_its_own()
    {
        await PutAsync(Page, WithDraft);
        await PutAsync(Phone, c => WithDraft(c) with { Drafts = WithDraft(c).Drafts.SetItem("yapi", WithDraft(c).Drafts["yapi"] with { Id = "own" }) });

        await OpensAsync(Phone);
        await ProvesAsync(Phone);

        Assert.Equal(("own", "draft1"), ((await ReadAsync(Phone)).Drafts["yapi"].Id, (await ReadAsync(Page)).Drafts["yapi"].Id));
        Assert.Contains(await ShownAsync(Page), b => b.Own is not null);
    }

    [Fact]
    public async Task A_page_that_was_just_asked_whether_to_keep_the_draft_is_asked_no_more_when_it_goes()
    {
        await PutAsync(Page, WithDraft);
        await SaysAsync(Page, "lanjut");
        await SaysAsync(Page, "batal");
        Assert.Equal(StepMap.Cancelling, (await ReadAsync(Page)).Place);

        await OpensAsync(Phone);
        await ProvesAsync(Phone);

        Assert.Equal(StepMap.Idle, (await ReadAsync(Page)).Place);
        Assert.Equal([Everywhere.Menu], (await ReadAsync(Page)).Choices);
    }

    [Fact]
    public async Task Taken_back_on_the_phone_the_child_is_free_for_both()
    {
        await PutAsync(Page, c => c, Case(1, Page));
        await OpensAsync(Phone);
        await ProvesAsync(Phone);
        Assert.Equal(Applied.Stale, await ClaimAsync(Phone, "other"));

        await SaysAsync(Phone, "tarik pengajuan");
        await SaysAsync(Phone, "ya");

        Assert.Equal(Stage.Withdrawn, (await CaseAsync(1)).Stage);
        Assert.Equal((Applied.Done, Applied.Done), (await ClaimAsync(Phone, "other"), await ClaimAsync(Page, "other")));
    }

    [Fact]
    public async Task A_home_hears_of_its_own_cases_only()
    {
        await PutAsync(Guardian, c => c, Case(1, Guardian));
        await hall.WaitsAsync(Guardian.Id, TimeSpan.Zero);
        var theirs = await CaseAsync(1);
        await PutAsync(Page, c => c, theirs with { Homes = theirs.Homes.Add(new(Page, Tuesday, IsFiler: false)) }, Case(2, Page));

        await OpensAsync(Phone);
        await ProvesAsync(Phone);

        var told = Assert.Single(await hall.WaitsAsync(Guardian.Id, TimeSpan.Zero)).Words.Text;
        Assert.Contains((await CaseAsync(1)).Number!.ToString(), told, StringComparison.Ordinal);
        Assert.DoesNotContain((await CaseAsync(2)).Number!.ToString(), told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_phone_that_had_joined_by_code_can_do_by_the_link_what_the_page_can_and_a_guardian_loses_nothing(bool forOthers)
    {
        var filed = Case(1, Page) with { FiledForOthers = forOthers };
        await PutAsync(Phone, c => c with { Cases = ["case1"] });
        await PutAsync(Page, c => c, filed with { Homes = filed.Homes.Add(new(Phone, Tuesday, IsFiler: false)) });

        await OpensAsync(Phone);
        await ProvesAsync(Phone);

        Assert.True((await CaseAsync(1)).IsOwnOf(Phone));
        Assert.Equal(["case1"], (await ReadAsync(Phone)).Cases);
    }

    [Fact]
    public void A_case_of_ones_own_that_does_not_open_may_hold_the_child_and_nothing_is_claimed_against_it()
    {
        var talk = Shipped.TalkBesideAPage;
        var offer = new JoiningOffer(new() { Chat = Page, Cases = ["case1"] }, [Case(1, Page) with { Number = Domain.Registry.CaseNumber.Of("YAPI", 2025, 1) }], [], Tuesday.AddMinutes(15));
        var known = new Known { Random = [.. new byte[Scene.RandomIdBytes]], Offer = offer, NotOpened = 1 };
        var opened = talk.Decide(new() { Chat = Phone }, new Incoming.Command(Phone, "1", "start", JoiningOffer.Prefix + Joining(1).Reveal()), known, Tuesday).After;
        var asked = talk.Decide(opened, new Incoming.Words(Phone, "2", Birth), known, Tuesday).After;

        var joined = talk.Decide(asked, new Incoming.Words(Phone, "3", "benar"), known, Tuesday);

        Assert.Single(joined.Writes.OfType<Write.PutCase>());
        Assert.Empty(joined.Writes.OfType<Write.Take>());
    }

    private static Conversation WithDraft(Conversation c) => c with
    {
        Drafts = c.Drafts.Add("yapi", new()
        {
            Flow = "yapi",
            Version = Shipped.Flow.Version,
            Id = "draft1",
            Answers = ImmutableDictionary<string, Answer>.Empty.Add(FlowShape.ChildBirthDate, new Answer.Day(new(2014, 3, 12))),
            StartedAt = Tuesday,
            TouchedAt = Tuesday,
        }),
    };

    private static Conversation Photographed(Conversation c, string? document)
    {
        var draft = WithDraft(c).Drafts["yapi"];
        return c with { Drafts = c.Drafts.SetItem("yapi", draft with { Answers = draft.Answers.SetItem("kk_photo", new Answer.Papers([new("w1", document)], AtOffice: false)) }) };
    }

    // What was said there before, and the link.
    private async Task PutAsync(ChatKey chat, Func<Conversation, Conversation> holding, params ImmutableArray<Application> cases)
    {
        await SaysAsync(chat, "nama saya siti contoh");
        var effects = new Effects
        {
            After = holding(await ReadAsync(chat)) is var c && cases.IsEmpty ? c : c with { Cases = [.. cases.Select(a => a.Id)] },
            Writes =
            [
                .. cases.Select(c => new Write.PutCase(c)),
                .. cases.Where(c => c.Revision == 0).SelectMany(c => c.HeldClaims().Select(claim => new Write.Take(claim, c.Id))),
                .. chat == Page ? [new Write.OfferJoining(Joining(1), hall.Clock.GetUtcNow() + JoiningOffer.GoodFor)] : (ReadOnlySpan<Write>)[],
            ],
        };
        Assert.Equal(Applied.Done, await hall.Bot.Store.ApplyAsync(new Incoming.Words(chat, $"m{++messages}", ""), effects, hall.Clock.GetUtcNow()));
    }

    private async Task WishAsync(ChatKey chat, string? programme, Area area) => Assert.Equal(Applied.Done, await hall.Bot.Store.ApplyAsync(
        new Incoming.Words(chat, $"m{++messages}", ""), new() { After = await ReadAsync(chat), Writes = [new Write.PutWish(new(programme, area, hall.Clock.GetUtcNow()))] }, hall.Clock.GetUtcNow()));

    private async Task<ImmutableArray<Wish>> WishesAsync(ChatKey chat) => (await hall.Bot.Store.LookUpAsync(chat, new() { Wishes = true }, Stop)).Wishes;

    private Task OpensAsync(ChatKey chat) => TakeAsync(new Incoming.Command(chat, $"m{++messages}", "start", JoiningOffer.Prefix + Joining(1).Reveal()));

    private Task LeavesAsync(ChatKey chat) => TakeAsync(new Incoming.Command(chat, $"m{++messages}", "keluar", ""));

    private async Task ProvesAsync(ChatKey chat)
    {
        await SaysAsync(chat, Birth);
        await SaysAsync(chat, "benar");
    }

    private async Task<Applied> ClaimAsync(ChatKey chat, string owner) => await hall.Bot.Store.ApplyAsync(
        new Incoming.Words(chat, $"m{++messages}", ""), new() { After = await ReadAsync(chat), Writes = [new Write.Take(new Claim.ChildFromChat("yapi", Nik(1), chat), owner)] }, hall.Clock.GetUtcNow());

    private async Task<Application> CaseAsync(int n) => Assert.Single((await hall.Bot.Store.LookUpAsync(Page, new() { Cases = [$"case{n}"] }, Stop)).Cases);

    private Task SaysAsync(ChatKey chat, string words) => TakeAsync(new Incoming.Words(chat, $"m{++messages}", words));

    private Task TakeAsync(Incoming message) => hall.Bot.Intake.TakeAsync(message, Stop);

    private async Task<Conversation> ReadAsync(ChatKey chat) => await hall.Bot.Store.ConversationAsync(chat, Stop);

    private async Task<IReadOnlyList<Bubble>> ShownAsync(ChatKey chat) => await hall.Bot.Store.TranscriptAsync(chat, Stop);
}
