using BansosBot.Domain.Conversations;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using LiteDB;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>What does not open: a document that was damaged, a key that is gone or older than the data, a message that was parked.</summary>
public sealed partial class LiteDbStoreTests
{
    [Fact]
    public async Task Killed_between_the_erasure_and_the_overwriting_of_its_key()
    {
        await SayAsync(Chat(1), "1");
        await SayAsync(Chat(2), "1");
        var slot = (await ReadAsync(Chat(1))).KeySlot;

        await ReopenAsync(() => Change(db =>
        {
            db.GetCollection("erasures").Insert(new BsonDocument { ["_id"] = slot });
            db.GetCollection("chats").Delete(NameOf(Chat(1)));
        }));

        await ReopenAsync(() =>
        {
            Assert.Empty(Documents("erasures"));
            using var keys = Keys();
            Assert.False(keys.Subjects.Exists(new KeySlot(slot)));
        });
        Assert.Equal(1, (await ReadAsync(Chat(2))).Revision);
    }

    [Fact]
    public async Task A_chat_whose_document_does_not_open_parks_each_message_once_and_harms_no_other()
    {
        await SayAsync(Chat(1), "1", e => e with { Dues = [new(DueKind.DraftReminder, "a", Tuesday)] });
        await SayAsync(Chat(2), "1", e => e with { Dues = [new(DueKind.DraftReminder, "b", Tuesday.AddMinutes(1))] });
        await ReopenAsync(() => Change(db =>
        {
            var doc = db.GetCollection("chats").FindById(NameOf(Chat(1)));
            doc["b"].AsBinary[^1] ^= 1;
            db.GetCollection("chats").Update(doc);
        }));
        await Assert.ThrowsAsync<CannotDecryptException>(() => ReadAsync(Chat(1)));

        for (var i = 0; i < 2; i++) await Store.ParkAsync(new(Words(Chat(1), "2"), "Oops", Tuesday, To(Chat(1), "Sorry")));

        Assert.Single(Groups.SelectMany(g => g.Messages));
        Assert.Equal(["b"], (await Store.DuesAsync(Tuesday.AddHours(1), 10, Stop)).Select(d => d.About));
        Assert.Equal(Tuesday.AddMinutes(1), await Store.NextDueAsync(Stop));
        Assert.Equal(["b"], (await Store.DuesAsync(Tuesday.AddHours(1), 1, Stop)).Select(d => d.About));
        await ReopenAsync(() => Assert.Equal("1758592800 1\n1758592800 2", Documents("chats").Single(d => d["_id"] == NameOf(Chat(1)))["seen"].AsString));
    }

    [Fact]
    public async Task What_does_not_open_at_the_start_is_set_aside_where_it_is_and_all_else_goes_on()
    {
        for (var i = 1; i <= 3; i++)
            await SayAsync(Chat(i), "1", e => e with { Says = [To(Chat(i), $"To{i}")], Orders = [new($"work{i}", Chat(i), new($"file{i}", 0, SentAs.Picture, null))] });
        await ReopenAsync(() => Change(db =>
        {
            var page = db.GetCollection("outbox").FindAll().ToList().Single(p => p["rows"][0]["c"] == NameOf(Chat(2)));
            page["rows"][0]["b"].AsBinary[^1] ^= 1;
            db.GetCollection("outbox").Update(page);
            var order = db.GetCollection("work").FindById("work3");
            order["b"].AsBinary[^1] ^= 1;
            db.GetCollection("work").Update(order);
        }));

        Assert.Equal(2, ((LiteDbStore)Store).SetAside);
        var unfinished = await Store.UnfinishedAsync(Stop);
        Assert.Equal(["To1", "To3"], unfinished.Messages.Select(m => m.Message.Parts[0].Key));
        Assert.Equal(["work1", "work2"], unfinished.Orders.Select(o => o.Id).Order());
        foreach (var m in unfinished.Messages) Store.Ended(m.Id);
        await ReopenAsync(() => Assert.Single(Documents("outbox")));
        Assert.Equal(2, ((LiteDbStore)Store).SetAside);
        await EraseAsync(Chat(2), "2");
        await EraseAsync(Chat(3), "2");
        foreach (var m in Groups.SelectMany(g => g.Messages)) Store.Ended(m.Id);
        await ReopenAsync();
        Assert.Equal(0, ((LiteDbStore)Store).SetAside);
    }

    [Fact]
    public async Task A_case_that_does_not_open_is_counted_and_hides_no_other_and_still_makes_a_double()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutCase(Case(1, Chat(1))), new Write.PutCase(Case(2, Chat(1)) with { Receipt = Code(1) })] });
        await ReopenAsync(() => Change(db =>
        {
            var doc = db.GetCollection("cases").FindById("case1");
            doc["b"].AsBinary[^1] ^= 1;
            db.GetCollection("cases").Update(doc);
        }));

        var known = await Store.LookUpAsync(Chat(1), new() { Cases = ["case1", "case2"], Receipt = Code(1), Children = [Nik(1)], Places = true }, Stop);

        Assert.Equal(["case2"], known.Cases.Select(c => c.Id));
        Assert.Equal(["case2"], known.ByReceipt.Select(c => c.Id));
        Assert.Equal(2, known.NotOpened);
        Assert.Equal([new("yapi", "case1")], known.ByChild[Nik(1).Reveal()]);
        Assert.Null(await Store.DocumentsAsync(Stop));
    }

    [Fact]
    public async Task Keys_put_back_from_an_older_backup_are_noticed_and_no_number_is_given_out_twice()
    {
        await SayAsync(Chat(1), "1");
        await ReopenAsync(() => CopyKeys(folder["keys"], folder["backup"]));
        await SayAsync(Chat(2), "1");
        var lost = (await ReadAsync(Chat(2))).KeySlot;
        Assert.False(((LiteDbStore)Store).KeysAreOlder);

        await ReopenAsync(() => CopyKeys(folder["backup"], folder["keys"]));

        Assert.True(((LiteDbStore)Store).KeysAreOlder);
        Assert.Equal(1, (await ReadAsync(Chat(1))).Revision);
        await Assert.ThrowsAsync<CannotDecryptException>(() => ReadAsync(Chat(2)));
        await SayAsync(Chat(3), "1");
        Assert.True((await ReadAsync(Chat(3))).KeySlot > lost);
        await ReopenAsync();
        Assert.False(((LiteDbStore)Store).KeysAreOlder);

        static void CopyKeys(string from, string to)
        {
            Directory.CreateDirectory(to);
            foreach (var path in Directory.GetFiles(from)) File.Copy(path, Path.Combine(to, Path.GetFileName(path)), overwrite: true);
        }
    }

    [Fact]
    public async Task A_parked_message_is_under_the_key_of_its_chat_and_opens_again()
    {
        await SayAsync(Chat(1), "1");
        await Store.ParkAsync(new(new Incoming.Words(Chat(1), "2", "rahasia"), "Oops", Tuesday, null));
        var slot = (await ReadAsync(Chat(1))).KeySlot;

        await ReopenAsync(() => Assert.Equal(slot, Documents("parked").Single()["slot"].AsInt32));
    }

    [Fact]
    public async Task Messages_whose_key_is_gone_leave_their_pages_at_the_next_start()
    {
        await SayAsync(Chat(1), "1", e => e with { Says = [To(Chat(1))] });
        var slot = (await ReadAsync(Chat(1))).KeySlot;
        await ReopenAsync(() =>
        {
            using var keys = Keys();
            keys.Subjects.Erase(new KeySlot(slot));
        });

        Assert.Empty((await Store.UnfinishedAsync(Stop)).Messages);
        await ReopenAsync(() => Assert.Empty(Documents("outbox")));
    }
}
