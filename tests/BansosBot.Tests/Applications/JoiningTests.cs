using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Applications;

/// <summary>A page on a shared device, a link it offers, and who opens it: conversations put straight into the store.</summary>
public sealed class JoiningTests : IAsyncLifetime
{
    private static readonly ChatKey Page = new(Hall.PageName, "1"), OtherPage = new(Hall.PageName, "2"), Phone = new(Hall.ChannelName, "1");

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

    private static Conversation WithDraft(Conversation c) => c with
    {
        Drafts = c.Drafts.Add("yapi", new()
        {
            Flow = "yapi",
            Version = Shipped.Programme.Flow.Version,
            Id = "draft1",
            Answers = ImmutableDictionary<string, Answer>.Empty.Add(FlowShape.ChildBirthDate, new Answer.Day(new(2014, 3, 12))),
            StartedAt = Tuesday,
            TouchedAt = Tuesday,
        }),
    };

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
                .. chat == Page ? [new Write.OfferJoining(Joining(1), hall.Clock.GetUtcNow() + JoiningCode.GoodFor)] : (ReadOnlySpan<Write>)[],
            ],
        };
        Assert.Equal(Applied.Done, await hall.Bot.Store.ApplyAsync(new Incoming.Words(chat, $"m{++messages}", ""), effects, hall.Clock.GetUtcNow()));
    }

    private Task OpensAsync(ChatKey chat) => TakeAsync(new Incoming.Command(chat, $"m{++messages}", "start", JoiningCode.Prefix + Joining(1).Reveal()));

    private async Task ProvesAsync(ChatKey chat)
    {
        await SaysAsync(chat, Birth);
        await SaysAsync(chat, "benar");
    }

    private Task SaysAsync(ChatKey chat, string words) => TakeAsync(new Incoming.Words(chat, $"m{++messages}", words));

    private Task TakeAsync(Incoming message) => hall.Bot.Intake.TakeAsync(message, Stop);

    private async Task<Conversation> ReadAsync(ChatKey chat) => await hall.Bot.Store.ConversationAsync(chat, Stop);

    private async Task<IReadOnlyList<Bubble>> ShownAsync(ChatKey chat) => await hall.Bot.Store.TranscriptAsync(chat, Stop);
}
