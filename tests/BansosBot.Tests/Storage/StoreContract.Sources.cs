using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Documents;
using BansosBot.Storage;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>Dues and work orders come once; what cannot be taken is parked; who wants to be forgotten is.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task Dues_come_oldest_first_up_to_the_instant_asked_for()
    {
        await SayAsync(Chat(1), "1", e => e with { Dues = [new(DueKind.DraftReminder, "a", Tuesday.AddHours(3)), new(DueKind.DraftExpiry, "a", Tuesday.AddHours(1))] });
        await SayAsync(Chat(2), "1", e => e with { Dues = [new(DueKind.DraftReminder, "b", Tuesday.AddHours(2))] });
        Assert.Equal(Tuesday.AddHours(1), Groups[0].EarliestDue);
        await ReopenAsync();

        Assert.Equal([(Chat(1), "a"), (Chat(2), "b")], (await Store.DuesAsync(Tuesday.AddHours(2), 10, Stop)).Select(d => (d.Chat, d.About)));
        Assert.Equal(["a"], (await Store.DuesAsync(Tuesday.AddHours(9), 1, Stop)).Select(d => d.About));
        Assert.Equal(Tuesday.AddHours(1), await Store.NextDueAsync(Stop));
    }

    [Fact]
    public async Task A_due_of_the_office_outlives_the_chat_that_asked_for_it_and_takes_effect_once()
    {
        await SayAsync(Chat(1), "1", e => e with { Dues = [new(DueKind.EraseCase, "case1", Tuesday.AddDays(90), OfOffice: true), new(DueKind.EraseCase, "case2", Tuesday.AddDays(90))] });
        await EraseAsync(Chat(1), "2");
        Clock.Advance(TimeSpan.FromDays(90));
        await ReopenAsync();

        var due = Assert.Single(await Store.DuesAsync(Clock.GetUtcNow(), 10, Stop));
        Assert.Equal((ChatKey.Office, "case1"), (due.Chat, due.About));
        var results = await InOneGroupAsync(
            () => Store.ApplyAloneAsync(due, (c, _) => Takes(c, due.Id), Clock.GetUtcNow()),
            () => Store.ApplyAloneAsync(due, (c, _) => Takes(c, due.Id), Clock.GetUtcNow()));

        Assert.Equal([Applied.Done, Applied.Before], results);
        Assert.Null(await Store.NextDueAsync(Stop));
    }

    [Fact]
    public async Task A_due_takes_effect_once_and_may_be_asked_for_anew()
    {
        await SayAsync(Chat(1), "1", e => e with { Dues = [new(DueKind.DraftReminder, "a", Tuesday)] });
        var due = Assert.Single(await Store.DuesAsync(Tuesday, 10, Stop));
        var before = await ReadAsync(Chat(1));

        var results = await InOneGroupAsync(
            () => ApplyAsync(due, Takes(before, due.Id) with { Dues = [new(DueKind.DraftReminder, "a", Tuesday.AddDays(1))] }),
            () => Store.ApplyAloneAsync(due, (c, _) => Takes(c, due.Id), Clock.GetUtcNow()));

        Assert.Equal([Applied.Done, Applied.Before], results);
        Assert.Equal(Tuesday.AddDays(1), await Store.NextDueAsync(Stop));
        await SayAsync(Chat(1), "2", e => e with { Dues = [new(DueKind.DraftReminder, "a", null)] });
        Assert.Null(await Store.NextDueAsync(Stop));
    }

    [Fact]
    public async Task A_work_order_stands_until_its_result_comes_and_that_comes_once()
    {
        await SayAsync(Chat(1), "1", e => e with { Orders = [Order(1), Order(2), Order(3)] });
        Assert.Equal(["work1", "work2", "work3"], Groups[^1].Orders.Select(o => o.Id));
        await ReopenAsync();
        Same([Order(1), Order(2), Order(3)], (await Store.UnfinishedAsync(Stop)).Orders.OrderBy(o => o.Id).ToList());
        var kept = new Incoming.FileKept(Chat(1), "kept-work1", "work1", "doc1", false, false);

        var first = await ApplyAsync(kept, Takes(await ReadAsync(Chat(1)), "k"));
        var second = await ApplyAsync(kept with { Document = "doc9" }, Takes(await ReadAsync(Chat(1)), "l"));
        var refused = await ApplyAsync(new Incoming.FileRefused(Chat(1), "r", "work2", new PhotoRefusal.PhotoCutOff()), Takes(await ReadAsync(Chat(1)), "r"));
        var again = await ApplyAsync(new Incoming.FileRefused(Chat(1), "r", "work2", new PhotoRefusal.PhotoCutOff()), Takes(await ReadAsync(Chat(1)), "s"));

        Assert.Equal([Applied.Done, Applied.Before, Applied.Done, Applied.Before], [first, second, refused, again]);
        Assert.Equal(["doc9"], Groups.SelectMany(g => g.FilesGone));
        await ReopenAsync();
        Assert.Equal(["work3"], (await Store.UnfinishedAsync(Stop)).Orders.Select(o => o.Id));
        await SayAsync(Chat(1), "2", e => e with { OrdersDone = ["work3"] });
        Assert.Equal(0, await Store.TryOrderAsync(Chat(1), "work3"));
    }

    [Fact]
    public async Task Tries_of_a_work_order_are_counted_across_a_kill()
    {
        await SayAsync(Chat(1), "1", e => e with { Orders = [Order(1)] });

        Assert.Equal(1, await Store.TryOrderAsync(Chat(1), "work1"));
        Assert.Equal(2, await Store.TryOrderAsync(Chat(1), "work1"));
        await ReopenAsync();

        Assert.Equal(3, await Store.TryOrderAsync(Chat(1), "work1"));
        Assert.Equal(0, await Store.TryOrderAsync(Chat(1), "work9"));
    }

    [Fact]
    public async Task A_parked_message_is_seen_its_source_is_gone_and_the_person_is_told()
    {
        await SayAsync(Chat(1), "1", e => e with { Dues = [new(DueKind.DraftReminder, "a", Tuesday)] });
        var due = Assert.Single(await Store.DuesAsync(Tuesday, 10, Stop));

        await Store.ParkAsync(new(due, "Oops in X.Y", Tuesday, null));
        await Store.ParkAsync(new(Words(Chat(1), "2"), "Oops in X.Y", Tuesday, To(Chat(1), "Sorry")));
        await Store.ParkAsync(new(Words(Chat(9), "3"), "Oops in X.Y", Tuesday, To(Chat(9), "Sorry")));

        Assert.Null(await Store.NextDueAsync(Stop));
        Assert.True((await ReadAsync(Chat(1))).HasSeen("2"));
        Assert.Equal((1, true), ((await ReadAsync(Chat(9))).Revision, (await ReadAsync(Chat(9))).HasSeen("3")));
        Assert.Equal(["Sorry", "Sorry"], Groups.SelectMany(g => g.Messages).Select(m => m.Message.Parts[0].Key));
        Assert.Equal([Act.MessageParked, Act.MessageParked, Act.MessageParked], Audit().Select(e => e.Act));
        Assert.Equal(Applied.Done, await SayAsync(Chat(9), "4"));
        Assert.Equal(Applied.Done, await SayAsync(Chat(1), "5"));
    }

    [Fact]
    public async Task A_message_that_is_parked_a_second_time_changes_nothing()
    {
        await Store.ParkAsync(new(Words(Chat(1), "2"), "Oops in X.Y", Tuesday, To(Chat(1), "Sorry")));

        await Store.ParkAsync(new(Words(Chat(1), "2"), "Oops in X.Y", Tuesday, To(Chat(1), "Sorry")));

        Assert.Single(Groups.SelectMany(g => g.Messages));
        Assert.Single(Audit());
    }

    [Fact]
    public async Task Every_kind_of_message_can_be_parked()
    {
        Incoming[] all = [new Incoming.FileRefused(Chat(1), "1", "work1", new PhotoRefusal.PhotoDamaged()), new Incoming.FileKept(Chat(1), "2", "work2", "doc", true, true), new Incoming.Odd(Chat(1), "3", OddKind.Poll)];

        foreach (var message in all) await Store.ParkAsync(new(message, "Oops in X.Y", Tuesday, null));

        Assert.Equal(3, (await ReadAsync(Chat(1))).Seen.Length);
    }

    [Fact]
    public async Task Ids_seen_by_parking_do_not_grow_for_ever()
    {
        for (var i = 0; i < 310; i++) await Store.ParkAsync(new(Words(Chat(1), $"{i}"), "Oops", Tuesday, null));
        Assert.InRange((await ReadAsync(Chat(1))).Seen.Length, 290, 300);

        await Store.ParkAsync(new(Words(Chat(1), "later"), "Oops", Tuesday.AddHours(49), null));

        Assert.Equal(["later"], (await ReadAsync(Chat(1))).Seen.Select(s => s.Id));
    }

    [Fact]
    public async Task An_erased_chat_keeps_what_it_has_seen_for_48_hours_and_its_farewell_is_sent()
    {
        await SayAsync(Chat(1), "1", e => e with { Says = [To(Chat(1), "Before")], Orders = [Order(1)], Dues = [new(DueKind.DraftReminder, "a", Tuesday)] });
        await EraseAsync(Chat(1), "2");

        Assert.Equal(["Farewell"], Groups[^1].Messages.Select(m => m.Message.Parts[0].Key));
        Assert.Single(Groups[^1].Withdrawn);
        var after = await ReadAsync(Chat(1));
        Assert.Equal("1 2 at revision 2", $"{string.Join(' ', after.Seen.Select(s => s.Id))} at revision {after.Revision}");
        await ReopenAsync();
        Assert.Equal(["Farewell"], (await Store.UnfinishedAsync(Stop)).Messages.Select(m => m.Message.Parts[0].Key));
        Assert.Empty((await Store.UnfinishedAsync(Stop)).Orders);
        Assert.Empty(await Store.DuesAsync(Tuesday.AddHours(47), 10, Stop));
        Assert.True((await ReadAsync(Chat(1))).HasSeen("1"));

        Clock.Advance(TimeSpan.FromHours(48));
        Assert.Empty(await Store.DuesAsync(Clock.GetUtcNow(), 10, Stop));

        Assert.Equal((0, false), ((await ReadAsync(Chat(1))).Revision, (await ReadAsync(Chat(1))).HasSeen("1")));
        Assert.Null(await Store.NextDueAsync(Stop));
        Assert.Equal(Applied.Done, await SayAsync(Chat(1), "9"));
    }

    [Fact]
    public async Task Who_comes_back_after_48_hours_is_new_also_where_the_process_has_not_ended_meanwhile()
    {
        await SayAsync(Chat(1), "1");
        await EraseAsync(Chat(1), "2");
        Clock.Advance(TimeSpan.FromHours(49));
        await Store.DuesAsync(Clock.GetUtcNow(), 10, Stop);

        Assert.Equal(0, (await ReadAsync(Chat(1))).Revision);
        Assert.Equal(Applied.Done, await SayAsync(Chat(1), "3"));
    }

    [Fact]
    public async Task Who_comes_back_before_48_hours_stays()
    {
        await SayAsync(Chat(1), "1");
        await EraseAsync(Chat(1), "2");
        Assert.Equal(Applied.Done, await SayAsync(Chat(1), "3", e => e with { After = e.After with { Place = "back" } }));

        Clock.Advance(TimeSpan.FromHours(49));
        await Store.DuesAsync(Clock.GetUtcNow(), 10, Stop);

        Assert.Equal("back", (await ReadAsync(Chat(1))).Place);
        Assert.Equal(Applied.Done, await SayAsync(Chat(1), "4"));
    }

    [Fact]
    public async Task Who_erases_twice_gets_both_farewells()
    {
        for (var i = 0; i < 2; i++)
        {
            await SayAsync(Chat(1), $"a{i}");
            await EraseAsync(Chat(1), $"b{i}");
            Store.Ended(Groups[^1].Messages[0].Id);
        }

        await ReopenAsync();
        Assert.Empty((await Store.UnfinishedAsync(Stop)).Messages);
        Assert.Equal(Applied.Done, await SayAsync(Chat(1), "c"));
    }

    protected async Task EraseAsync(ChatKey chat, string id)
    {
        var before = await ReadAsync(chat);
        var after = new Conversation { Chat = chat, Revision = before.Revision, KeySlot = before.KeySlot, Seen = before.Seen.Add(new(id, Clock.GetUtcNow())) };
        Assert.Equal(Applied.Done, await ApplyAsync(Words(chat, id), new() { After = after, ErasesChat = true, Audit = [new(Act.DataErased, "", "")], Says = [To(chat, "Farewell") with { IsFarewell = true }] }));
    }

    private static WorkOrder Order(int n) => new($"work{n}", Chat(1), new($"file{n}", 0, SentAs.File, null));
}
