using BansosBot.Demo;
using BansosBot.Domain.Conversations;
using BansosBot.Storage.Keys;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Documents;

/// <summary>Kept documents that nothing names any more go: at once where the turn says so, and by the sweep.</summary>
public sealed class DocumentSweepTests : IAsyncLifetime
{
    private Hall hall = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => hall = await Hall.OpenAsync(Shipped.Talk, Shipped.Words, Tuesday);

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Fact]
    public async Task What_a_draft_or_a_case_names_stays_and_the_rest_goes_a_while_after_the_start_and_daily()
    {
        var (ofDraft, ofCase, lost) = (Keep(), Keep(), Keep());
        await PutAsync(ofDraft, ofCase);
        hall.Clock.Advance(TimeSpan.FromMinutes(70));
        await hall.OpenAgainAsync();
        var young = Keep();

        hall.Clock.Advance(TimeSpan.FromMinutes(10));
        await UntilGoneAsync(lost, TimeSpan.FromSeconds(1));

        Assert.Equal([true, true, true], ((string[])[ofDraft, ofCase, young]).Select(IsKept));
        await hall.WaitsAsync("1", TimeSpan.FromDays(1));
        await UntilGoneAsync(young, TimeSpan.FromMinutes(1));
        Assert.Equal([true, true], ((string[])[ofDraft, ofCase]).Select(IsKept));
    }

    [Fact]
    public async Task A_photo_taken_anew_while_mending_is_gone_at_once()
    {
        var (old, flow) = (Keep(), Shipped.Flow);
        var talk = new DemoTalk(hall.Bot.Store, hall.Talk, person: 1, hall.Clock.GetUtcNow().AddHours(-1));
        await talk.FillInAsync(DemoCity.Families(new(2025, 9, 23))[0], flow);
        var c = await talk.StateAsync() with { Place = StepMap.Mending(flow, "kk_photo") };
        var draft = c.Drafts[flow.Name];
        c = c with { Drafts = c.Drafts.SetItem(flow.Name, draft with { Answers = draft.Answers.SetItem("kk_photo", new Answer.Papers([new("w1", old)], AtOffice: false)) }) };
        c = c with { Chat = new(Hall.ChannelName, "1"), Revision = 0, KeySlot = 0 };
        await hall.Bot.Store.ApplyAsync(new Incoming.Words(c.Chat, "x", ""), new() { After = c }, hall.Clock.GetUtcNow());

        await hall.SaysAsync("1", (chat, id) => new Incoming.Picture(chat, id, hall.Picture(Pictures.Readable), null));
        Assert.True(IsKept(old));
        await hall.SaysAsync("1", (chat, id) => new Incoming.Words(chat, id, "sudah semua"));

        Assert.False(IsKept(old));
        var now = (await hall.Bot.Store.ConversationAsync(c.Chat, Stop)).Drafts[flow.Name].Answers["kk_photo"];
        Assert.True(IsKept(Assert.Single(Assert.IsType<Answer.Papers>(now).Pages).Document!));
    }

    private string Keep() => hall.Bot.Documents.Keep("a page"u8.ToArray());

    private bool IsKept(string document)
    {
        try
        {
            return hall.Bot.Documents.Read(document).Length > 0;
        }
        catch (Exception e) when (e is FileNotFoundException or ErasedException)       // its key goes first
        {
            return false;
        }
    }

    private async Task PutAsync(string ofDraft, string ofCase)
    {
        var c = new Conversation { Chat = Chat(1) };
        Answer Paper(string document) => new Answer.Papers([new("w" + document, document)], AtOffice: false);
        await hall.Bot.Store.ApplyAsync(
            new Incoming.Words(c.Chat, "x", ""),
            new()
            {
                After = c with { Drafts = c.Drafts.Add("yapi", Draft("yapi", 1) with { Answers = Answers(1).SetItem("kk_photo", Paper(ofDraft)) }) },
                Writes = [new Write.PutCase(Case(1, c.Chat) with { Answers = Answers(1).SetItem("kk_photo", Paper(ofCase)) })],
            },
            hall.Clock.GetUtcNow());
    }

    // The sweep may have begun to wait only after the clock was put forward: time goes on.
    private async Task UntilGoneAsync(string document, TimeSpan step)
    {
        for (var i = 0; i < 2_000 && IsKept(document); i++)
        {
            hall.Clock.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Stop);
        }

        Assert.False(IsKept(document));
    }
}
