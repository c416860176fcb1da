using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>Messages that wait: none is lost, none comes back once it has ended, held ones give way.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task Messages_are_told_of_in_order_with_growing_ids()
    {
        for (var i = 0; i < 5; i++) await SayAsync(Chat(1), $"{i}", e => e with { Says = [To(Chat(1), $"A{i}"), To(Chat(1), $"B{i}")] });

        var messages = Groups.SelectMany(g => g.Messages).ToList();
        Assert.Equal(Enumerable.Range(0, 5).SelectMany(i => new[] { $"A{i}", $"B{i}" }), messages.Select(m => m.Message.Parts[0].Key));
        Assert.Equal(messages.Select(m => m.Id).Order().Distinct(), messages.Select(m => m.Id));
    }

    [Fact]
    public async Task News_for_another_chat_are_said_in_the_language_of_that_chat()
    {
        await SayAsync(Chat(2), "1", e => e with { After = e.After with { Language = Language.English } });

        await SayAsync(Chat(1), "1", e => e with { Says = [To(Chat(1)), To(Chat(2))] });
        await ReopenAsync();

        Assert.Equal(
            [(Chat(1), Language.Indonesian), (Chat(2), Language.English)], (await Store.UnfinishedAsync(Stop)).Messages.Select(m => (m.Message.To, m.Message.Language)));
    }

    [Fact]
    public async Task What_was_sent_does_not_come_back_and_what_was_not_does_also_of_one_page()
    {
        await InOneGroupAsync(Enumerable.Range(0, 100).Select<int, Func<Task<Applied>>>(i => () => SayAsync(Chat(i), "1", e => e with { Says = [To(Chat(i), $"K{i}")] })).ToArray());
        var all = Groups.SelectMany(g => g.Messages).ToList();
        Assert.Equal(100, all.Count);

        foreach (var m in all.Where((_, i) => i % 3 == 0)) Store.Ended(m.Id);
        Store.Ended(all[0].Id);         // a second time
        Store.Ended(42);                // never was
        await ReopenAsync();

        var left = (await Store.UnfinishedAsync(Stop)).Messages;
        Same(all.Where((_, i) => i % 3 != 0).ToList(), left);
        foreach (var m in left.Skip(1)) Store.Ended(m.Id);
        await ReopenAsync();
        Assert.Equal(left[0].Id, Assert.Single((await Store.UnfinishedAsync(Stop)).Messages).Id);
        Store.Ended(left[0].Id);
        await ReopenAsync();
        Assert.Empty((await Store.UnfinishedAsync(Stop)).Messages);
    }

    [Fact]
    public async Task An_end_alone_makes_a_commit_of_its_own()
    {
        await SayAsync(Chat(1), "1", e => e with { Says = [To(Chat(1))] });
        var id = Groups[^1].Messages[0].Id;
        var before = Groups.Count;

        Store.Ended(id);

        Assert.True(SpinWait.SpinUntil(() => Groups.Count > before, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Ids_are_not_given_twice_by_two_processes()
    {
        await SayAsync(Chat(1), "1", e => e with { Says = [To(Chat(1)), To(Chat(1))] });
        var first = Groups[^1].Messages.Select(m => m.Id).ToList();
        await ReopenAsync();
        Clock.Advance(TimeSpan.FromSeconds(1));

        await SayAsync(Chat(1), "2", e => e with { Says = [To(Chat(1))] });

        Assert.True(Groups[^1].Messages[0].Id > first.Max());
    }

    [Fact]
    public async Task A_message_that_is_held_back_gives_way_to_the_next_of_its_chat_in_one_group()
    {
        var before = await ReadAsync(Chat(1));
        await InOneGroupAsync(
            () => ApplyAsync(Words(Chat(1), "1"), Takes(before, "1") with { Says = [Held(1, "K1")] }),
            () => Store.ApplyAloneAsync(Words(Chat(1), "2"), (c, _) => Takes(c, "2") with { Says = [Held(1, "K2")] }, Clock.GetUtcNow()),
            () => SayAsync(Chat(2), "3", e => e with { Says = [Held(2, "Other")] }));

        Assert.Equal(["K2", "Other"], Groups.SelectMany(g => g.Messages).Select(m => m.Message.Parts[0].Key));
        Assert.Empty(Groups.SelectMany(g => g.Withdrawn));
    }

    [Fact]
    public async Task A_message_that_is_held_back_gives_way_across_groups_and_a_restart()
    {
        await SayAsync(Chat(1), "1", e => e with { Says = [To(Chat(1), "Firm"), Held(1, "K1")] });
        var held = Groups[^1].Messages[^1].Id;
        await SayAsync(Chat(1), "2", e => e with { Says = [Held(1, "K2")] });
        Assert.Equal([held], Groups[^1].Withdrawn);
        held = Groups[^1].Messages[^1].Id;
        await ReopenAsync();

        await SayAsync(Chat(1), "3", e => e with { Says = [To(Chat(1), "Last")] });

        Assert.Equal([held], Groups[^1].Withdrawn);
        await ReopenAsync();
        Assert.Equal(["Firm", "Last"], (await Store.UnfinishedAsync(Stop)).Messages.Select(m => m.Message.Parts[0].Key));
    }

    [Fact]
    public async Task A_message_that_is_held_back_does_not_give_way_to_news_from_another_chat()
    {
        await SayAsync(Chat(1), "1", e => e with { Says = [Held(1, "Reply")] });
        await SayAsync(Chat(2), "1", e => e with { Says = [To(Chat(1), "News")] });
        await ReopenAsync();

        Assert.Equal(["Reply", "News"], (await Store.UnfinishedAsync(Stop)).Messages.Select(m => m.Message.Parts[0].Key));
    }

    [Fact]
    public async Task News_that_wait_for_the_morning_give_way_to_no_reply_in_one_group_and_across_a_restart()
    {
        await SayAsync(Chat(1), "1");
        Outgoing News(string key) => To(Chat(1), key) with { NotBefore = Clock.GetUtcNow().AddHours(9), IsNews = true };
        await InOneGroupAsync(
            () => SayAsync(Chat(2), "2", e => e with { Says = [News("N1")] }),
            () => SayAsync(Chat(1), "2", e => e with { Says = [To(Chat(1), "R1")] }));
        await ReopenAsync();
        await SayAsync(Chat(1), "3", e => e with { Says = [To(Chat(1), "R2")] });

        Assert.Equal(["N1", "R1", "R2"], (await Store.UnfinishedAsync(Stop)).Messages.Concat(Groups[^1].Messages).Select(m => m.Message.Parts[0].Key));
        Assert.Empty(Groups.SelectMany(g => g.Withdrawn));
    }

    [Fact]
    public async Task Who_wrote_is_told_to_whoever_holds_news_back_and_what_comes_by_itself_is_not()
    {
        await SayAsync(Chat(1), "1", e => e with { Dues = [new(DueKind.DraftReminder, "a", Tuesday)] });
        Assert.Equal([Chat(1)], Groups[^1].Present);

        var due = Assert.Single(await Store.DuesAsync(Tuesday, 10, Stop));
        await ApplyAsync(due, Takes(await ReadAsync(Chat(1)), due.Id));

        Assert.Empty(Groups[^1].Present);
    }

    [Fact]
    public async Task A_message_to_a_chat_that_was_never_stored_or_is_erased_is_dropped()
    {
        await SayAsync(Chat(2), "1");
        await EraseAsync(Chat(2), "2");

        await SayAsync(Chat(1), "1", e => e with { Says = [To(Chat(2), "ToErased"), To(Chat(3), "ToNobody"), To(Chat(1), "Own")] });

        Assert.Equal(["Own"], Groups[^1].Messages.Select(m => m.Message.Parts[0].Key));
        await ReopenAsync();
        Assert.DoesNotContain((await Store.UnfinishedAsync(Stop)).Messages, m => m.Message.To == Chat(2) && !m.Message.IsFarewell);
    }

    [Fact]
    public async Task A_chat_that_pulls_has_a_transcript_of_both_sides_and_nothing_to_be_sent()
    {
        var web = Chat(1, "web");
        await ApplyAsync(new Incoming.Words(web, "1", "kartu saya 1234"), Takes(await ReadAsync(web), "1") with { Echo = new("Secret.Echo"), Says = [To(web, "A") with { Place = "album" }] });
        await ApplyAsync(new Incoming.Press(web, "2", 3, 1), Takes(await ReadAsync(web), "2") with { Says = [To(web, "B") with { Place = "album" }] });
        await ApplyAsync(new Incoming.Picture(web, "3", new("f", 1, SentAs.Picture, null), null), Takes(await ReadAsync(web), "3") with { Says = [To(web, "C") with { Place = "album" }] });
        await ApplyAsync(new Incoming.Command(web, "4", "menu", ""), Takes(await ReadAsync(web), "4"));
        await ReopenAsync();

        var bubbles = await Store.TranscriptAsync(web, Stop);

        Assert.Equal(
            ["Secret.Echo", "press 3:1", "picture", "C", "/menu"],
            bubbles.Select(b => b.Ours is { } ours ? ours.Parts[0].Key : b.Own!.Instead?.Key ?? b.Own.Text ?? (b.Own.Press is { } p ? $"press {p.Question}:{p.Choice}" : "picture")));
        Assert.Empty((await Store.UnfinishedAsync(Stop)).Messages);
        Assert.Empty(await Store.TranscriptAsync(Chat(2, "web"), Stop));
    }

    [Fact]
    public async Task A_transcript_is_bounded_and_keeps_the_latest()
    {
        var web = Chat(1, "web");
        for (var i = 0; i < 50; i++) await SayAsync(web, $"{i}", e => e with { Says = [To(web, $"K{i}")] });

        var bubbles = await Store.TranscriptAsync(web, Stop);

        Assert.InRange(bubbles.Count, 50, 62);
        Assert.Equal("K49", bubbles[^1].Ours!.Parts[0].Key);
        Assert.Contains(web, Groups[^1].Pulled);
    }

    private Outgoing Held(int chat, string key) => To(Chat(chat), key) with { NotBefore = Clock.GetUtcNow().AddSeconds(1.5), Place = "album" };

    [Fact]
    public async Task What_is_said_after_the_clock_was_set_back_and_a_new_start_stands_last()
    {
        var web = Chat(1, "web");
        await SayAsync(web, "1", e => e with { Says = [To(web, "Before")] });
        Clock.AdjustTime(Clock.GetUtcNow().AddMinutes(-10));
        await ReopenAsync();

        await SayAsync(web, "2", e => e with { Says = [To(web, "After")] });

        Assert.Equal(["Before", "After"], (await Store.TranscriptAsync(web, Stop)).Where(b => b.Ours is not null).Select(b => b.Ours!.Parts[0].Key));
    }
}
