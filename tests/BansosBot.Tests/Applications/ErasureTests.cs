using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Applications;

/// <summary>What goes and what stays when somebody erases their data: their own, no sibling's papers, no helper's filing.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    private static readonly ChatKey Own = new(Hall.ChannelName, "1"), Other = new(Hall.ChannelName, "2");
    private Hall hall = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => hall = await Hall.OpenAsync(Shipped.Talk, Shipped.Words, Tuesday);

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Fact]
    public async Task Who_erased_their_chat_may_apply_for_the_same_child_again_though_the_case_was_handed_on()
    {
        await PutAsync(Own, Case(1, Own, Stage.Proposed));

        await EraseAsync("1");

        Assert.Empty(Assert.Single(await CasesAsync(1)).Homes);
        var again = await hall.Bot.Store.ApplyAsync(
            new Incoming.Words(Own, "again", ""), new() { After = await ConversationAsync(Own), Writes = [new Write.Take(new Claim.ChildFromChat(Nik(1), Own), "case2")] }, hall.Clock.GetUtcNow());
        Assert.Equal(Applied.Done, again);
    }

    [Fact]
    public async Task Papers_that_a_siblings_case_shares_stay()
    {
        var (shared, single) = (hall.Bot.Documents.Keep("kk"u8.ToArray()), hall.Bot.Documents.Keep("akta"u8.ToArray()));
        Answer Paper(string document) => new Answer.Papers([new("w", document)], AtOffice: false);
        await PutAsync(
            Own, Case(1, Own, Stage.Proposed) with { Receipt = Code(7), Answers = Answers(1).SetItem("kk_photo", Paper(shared)) },
            Case(2, Own) with { Receipt = Code(7), Answers = Answers(2).SetItem("kk_photo", Paper(shared)).SetItem("ktp_photo", Paper(single)) });

        await EraseAsync("1");

        Assert.Equal("case1", Assert.Single(await CasesAsync(1, 2)).Id);
        Assert.Equal("kk"u8, hall.Bot.Documents.Read(shared));
        Assert.Throws<FileNotFoundException>(() => hall.Bot.Documents.Read(single));
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    public async Task A_case_goes_with_whom_it_belongs_to(bool isForOthers, bool joined, bool goes)
    {
        await PutAsync(joined ? Other : Own, Filed(joined ? Other : Own) with { FiledForOthers = isForOthers });
        if (joined)
        {
            var filed = (await CasesAsync(1))[0];
            await PutAsync(Own, filed with { Homes = filed.Homes.Add(new(Own, Tuesday, IsFiler: false)) });
        }

        await EraseAsync("1");

        Assert.Equal(goes ? 0 : 1, (await CasesAsync(1)).Length);
    }

    [Fact]
    public async Task A_case_taken_back_is_erased_at_its_time_though_the_chat_that_took_it_back_is_gone()
    {
        await PutAsync(Other, Filed(Other));
        var filed = (await CasesAsync(1))[0];
        await PutAsync(Own, filed with { Homes = filed.Homes.Add(new(Own, Tuesday, IsFiler: false)) });
        await SaysAsync("1", "status");
        await PressAsync("1", "go:withdraw");
        await PressAsync("1", $"go:withdraw:{filed.Id}!");
        await EraseAsync("1");
        Assert.Equal(Stage.Withdrawn, Assert.Single(await CasesAsync(1)).Stage);

        await hall.WaitsAsync("2", WithdrawErrand.KeptFor);

        Assert.Empty(await CasesAsync(1));
        Assert.Equal(1, ((BansosBot.Storage.LiteDb.LiteDbStore)hall.Bot.Store).AuditEntries().Count(e => e.Act == Act.CaseErased));
    }

    private static Application Filed(ChatKey chat) => Case(1, chat) with { Answers = Answers(1).Remove("kk_photo") };

    private async Task EraseAsync(string person)
    {
        await hall.SaysAsync(person, (chat, id) => new Incoming.Command(chat, id, "hapus_data", ""));
        await PressAsync(person, "go:erase:ya");
    }

    private Task<IReadOnlyList<BansosBot.Delivery.Letter>> SaysAsync(string person, string words) => hall.SaysAsync(person, (chat, id) => new Incoming.Words(chat, id, words));

    private async Task PressAsync(string person, string choice)
    {
        var c = await ConversationAsync(new(Hall.ChannelName, person));
        Assert.Contains(choice, c.Choices);
        await hall.SaysAsync(person, (chat, id) => new Incoming.Press(chat, id, c.Question, c.Choices.IndexOf(choice)));
    }

    private async Task PutAsync(ChatKey chat, params Application[] cases)
    {
        var c = await ConversationAsync(chat);
        var effects = new Effects
        {
            After = c with { Cases = c.Cases.AddRange(cases.Select(a => a.Id)) },
            Writes = [.. cases.SelectMany(a => a.Revision > 0 ? [new Write.PutCase(a)] : (Write[])[new Write.PutCase(a), new Write.Take(new Claim.ChildFromChat(a.ChildNik, chat), a.Id)])],
        };
        Assert.Equal(Applied.Done, await hall.Bot.Store.ApplyAsync(new Incoming.Words(chat, $"put{c.Revision}", ""), effects, hall.Clock.GetUtcNow()));
    }

    private async Task<Conversation> ConversationAsync(ChatKey chat) => await hall.Bot.Store.ConversationAsync(chat, Stop);

    private async Task<System.Collections.Immutable.ImmutableArray<Application>> CasesAsync(params int[] cases) =>
        (await hall.Bot.Store.LookUpAsync(Own, new() { Cases = [.. cases.Select(n => $"case{n}")] }, Stop)).Cases;
}
