using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;
using BansosBot.Storage;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using LiteDB;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>The contract over LiteDB, and what can only be seen in its file.</summary>
public sealed partial class LiteDbStoreTests : StoreContract
{
    private readonly TestFolder folder = new();

    private string Database => folder["data/bansosbot.db"];

    protected override IStore Open()
    {
        var keys = KeyFolder.Open(folder["keys"], folder["data"], dataExists: File.Exists(Database));       // first: they are made before the data is
        return new LiteDbStore(LiteDbFile.Open(Database), keys, new HashSet<string> { "web" }, Clock, Orders);
    }

    protected override IEnumerable<AuditEntry> Audit() => ((LiteDbStore)Store).AuditEntries();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("telegram")]
    [InlineData("web")]
    public async Task Nothing_of_an_erased_chat_is_left_and_its_key_is_overwritten(string channel)
    {
        var chat = Chat(1, channel);
        await PlantEverywhereAsync(chat);
        var slot = (await ReadAsync(chat)).KeySlot;
        string[] bearing = [];
        await ReopenAsync(() => bearing = Bearing(NameOf(chat)));
        Assert.Superset(new HashSet<string>(["chats", "dues", "work", "tickets", "wishes", "parked", channel == "web" ? "bubbles" : "outbox"]), bearing.ToHashSet());

        await EraseAsync(chat, "9");

        foreach (var m in Groups[^1].Messages) Store.Ended(m.Id);
        await ReopenAsync(() =>
        {
            Assert.Equal(["chats", "dues"], Bearing(NameOf(chat)));        // the tombstone, and when it goes
            Assert.Empty(Documents("erasures"));
            using var keys = Keys();
            Assert.False(keys.Subjects.Exists(new KeySlot(slot)));
            Assert.True(keys.Subjects.Exists(KeySlot.Office));
            AssertEverySlotInUseExists(keys);
        });
        Assert.Empty(await Store.TranscriptAsync(chat, Stop));
    }

    [Fact]
    public async Task A_store_that_cannot_mark_what_was_sent_fails_and_takes_nothing_more()
    {
        await ReopenAsync(() => Change(db =>
        {
            db.GetCollection(Rows.Sent).EnsureIndex("open", unique: true);
            db.GetCollection(Rows.Sent).Insert(new BsonDocument { ["_id"] = 1L, ["open"] = 0b10L });
        }));
        await SayAsync(Chat(1), "1", e => e with { Says = [To(Chat(1), "A"), To(Chat(1), "B")] });

        Store.Ended(Groups[^1].Messages[0].Id);

        var why = await Assert.ThrowsAsync<StoreBrokenException>(() => ((LiteDbStore)Store).Failed.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Stop));
        Assert.IsType<LiteException>(why.InnerException);
        Assert.Same(why, await Assert.ThrowsAsync<StoreBrokenException>(() => SayAsync(Chat(2), "1")));
    }

    [Fact]
    public async Task A_joining_link_that_nobody_used_goes_with_the_next_one_that_anybody_makes()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.OfferJoining(Joining(1), Tuesday.AddMinutes(15))] });
        Clock.Advance(TimeSpan.FromMinutes(5));
        await SayAsync(Chat(2), "1", e => e with { Writes = [new Write.OfferJoining(Joining(2), Tuesday.AddMinutes(20))] });
        Clock.Advance(TimeSpan.FromMinutes(10));
        await SayAsync(Chat(3), "1", e => e with { Writes = [new Write.OfferJoining(Joining(3), Tuesday.AddMinutes(30))] });

        await ReopenAsync(() => Assert.Equal(new[] { NameOf(Chat(2)), NameOf(Chat(3)) }.Order(StringComparer.Ordinal), Documents("joinings").Select(d => d["chat"].AsString).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Wrong_proofs_that_count_no_more_go_with_the_next_that_comes_to_anybody()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [LookedUp(1, Tuesday), new Write.WrongProof(Code(1), Tuesday, 0)] });
        await SayAsync(Chat(1), "2", e => e with { Writes = [LookedUp(2, Tuesday, missed: false)] });
        Clock.Advance(TimeSpan.FromHours(24));
        await SayAsync(Chat(2), "1", e => e with { Writes = [LookedUp(3, Clock.GetUtcNow())] });

        await ReopenAsync(() => Assert.Equal(2, Documents("proofs").Count));      // of the NIK and of the household
    }

    [Fact]
    public async Task A_row_that_is_put_anew_leaves_no_key_behind_and_opens_as_it_was_written()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutRecipients([Recipient(1)])] });
        var slot = 0;
        await ReopenAsync(() => slot = Documents("recipients").Single()["slot"].AsInt32);

        await SayAsync(Chat(1), "2", e => e with { Writes = [new Write.PutRecipients([Recipient(1) with { Kk = null }])] });

        await ReopenAsync(() =>
        {
            var row = Documents("recipients").Single();
            using var keys = Keys();
            Assert.False(keys.Subjects.Exists(new KeySlot(slot)));
            Assert.Equal(Recipient(1) with { Kk = null }, new Rows(keys).Recipient(row));
            Assert.Equal(["_id", "b", "list", "slot"], row.Keys.Order(StringComparer.Ordinal));
        });
    }

    [Fact]
    public async Task Cases_of_before_there_were_look_ups_and_lists_are_found_after_the_first_start()
    {
        for (var n = 1; n <= 3; n++) await SayAsync(Chat(n), "1", e => e with { Writes = [new Write.PutCase(Case(n, Chat(n)))] });
        await SayAsync(Chat(4), "1", e => e with { Writes = [new Write.PutCase(Case(4, Chat(4), Stage.Active)), new Write.PutOfficer(Works(2, Role.KepalaBidang)), new Write.PutOfficer(Works(3))] });
        await ReopenAsync(() => Change(db =>
        {
            foreach (var doc in db.GetCollection(Rows.Cases).FindAll().ToList())
            {
                foreach (var field in (string[])["proof", Queues.Turn, Queues.Late, Queues.First, "by"]) doc.Remove(field);
                if (doc["_id"] == "case2") doc["b"] = new byte[40];
                db.GetCollection(Rows.Cases).Update(doc);
            }

            db.GetCollection(Rows.Counters).Delete("cases:clock");
        }));

        var dues = (await Store.DuesAsync(new(2025, 10, 1, 0, 0, 0, TimeSpan.FromHours(7)), 10, Stop)).Select(d => (d.Kind, d.About)).ToHashSet();
        Assert.Equal(new HashSet<(DueKind, string)> { (DueKind.PromiseOver, "case1"), (DueKind.PromiseOver, "case3"), (DueKind.TooOld, "case4"), (DueKind.HeadsMorning, "officer2") }, dues);
        Assert.Single((await Store.LookUpAsync(Chat(9), new() { Proof = Proof(1) }, Stop)).LookUp!.Found);
        Assert.Empty((await Store.LookUpAsync(Chat(9), new() { Proof = Proof(2) }, Stop)).LookUp!.Found);
        Assert.Single((await Store.LookUpAsync(Chat(9), new() { Proof = Proof(3) }, Stop)).LookUp!.Found);
        await SayAsync(Chat(10), "1", e => e with { Writes = [new Write.PutOfficer(Works(1))] });
        Assert.Equal(["case1", "case3"], (await Store.LookUpAsync(Chat(10), new() { Officer = "officer1", Queue = QueueOf.Nobodys }, Stop)).Queue.Lines.Select(l => l.Id));
    }

    [Fact]
    public async Task Messages_of_before_officers_could_read_them_stand_in_their_list_after_the_first_start()
    {
        for (var n = 1; n <= 3; n++) await SayAsync(Chat(n), "1", e => e with { Writes = [new Write.PutTicket(new($"ticket{n}", Chat(n), "idle", "rahasia", Tuesday.AddMinutes(-n)))] });
        await ReopenAsync(() => Change(db =>
        {
            foreach (var doc in db.GetCollection(Rows.Tickets).FindAll().ToList())
            {
                foreach (var field in (string[])["rev", TicketLists.Turn, TicketLists.State]) doc.Remove(field);
                if (doc["_id"] == "ticket2") doc["b"] = new byte[40];
                db.GetCollection(Rows.Tickets).Update(doc);
            }

            db.GetCollection(Rows.Counters).Delete("tickets:turns");
        }));

        await SayAsync(Chat(10), "1", e => e with { Writes = [new Write.PutOfficer(Works(1))] });
        var known = await Store.LookUpAsync(Chat(10), new() { Officer = "officer1", TicketList = TicketListOf.Waiting, Ticket = "ticket1" }, Stop);
        Assert.Equal(["ticket3", "ticket1"], known.TicketPage.Lines.Select(l => l.Id));
        Assert.Equal(Applied.Done, await SayAsync(Chat(10), "2", e => e with { Writes = [new Write.PutTicket(known.Ticket! with { Held = new("officer1", Tuesday) })] }));
        Assert.Equal(Applied.Stale, await SayAsync(Chat(11), "1", e => e with { Writes = [new Write.PutTicket(known.Ticket! with { Held = new("officer2", Tuesday) })] }));
    }

    [Fact]
    public async Task After_a_clean_end_the_data_file_alone_is_whole()
    {
        await SayAsync(Chat(1), "1");

        await ReopenAsync(() => File.Delete(Path.ChangeExtension(Database, ".log")));

        Assert.Equal(1, (await ReadAsync(Chat(1))).Revision);
    }

    [Fact]
    public async Task Every_collection_is_there_before_anybody_reads()
    {
        string[] names = [];
        await ReopenAsync(() => Change(db => names = [.. db.GetCollectionNames().Order(StringComparer.Ordinal)]));

        Assert.Equal(Rows.All.Order(StringComparer.Ordinal), names);
        Assert.Equal(typeof(Rows).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public async Task A_conversation_kept_decoded_is_the_one_on_the_disk()
    {
        await Task.WhenAll(Enumerable.Range(1, 1_200).Select(n =>       // more than are kept
            SayAsync(Chat(n), "1", e => e with { After = e.After with { Drafts = e.After.Drafts.SetItem("yapi", Draft("yapi", n)), Choices = ["a", "b"], Cases = [$"case{n}"] } })));
        await SayAsync(Chat(1_200), "2");
        var decoded = await Task.WhenAll(Enumerable.Range(1, 1_200).Select(n => ReadAsync(Chat(n))));

        await ReopenAsync();

        for (var n = 1; n <= 1_200; n++) Same(await ReadAsync(Chat(n)), decoded[n - 1]);
        Assert.Equal(2, decoded[^1].Revision);
    }

    [Fact]
    public async Task The_key_of_a_farewell_goes_when_it_has_been_sent()
    {
        await SayAsync(Chat(1), "1");
        await EraseAsync(Chat(1), "2");
        var row = 0;
        await ReopenAsync(() => row = Documents("outbox").Single()["rows"].AsArray[0]["s"].AsInt32);

        Store.Ended(Assert.Single((await Store.UnfinishedAsync(Stop)).Messages).Id);

        await ReopenAsync(() =>
        {
            using var keys = Keys();
            Assert.False(keys.Subjects.Exists(new KeySlot(row)));
            Assert.Empty(Documents("outbox"));
            Assert.Empty(Documents("sent"));
            Assert.Empty(Documents("erasures"));
        });
    }

    [Fact]
    public async Task A_due_of_a_chat_that_is_gone_goes_too()
    {
        await SayAsync(Chat(1), "1", e => e with { Dues = [new(DueKind.DraftReminder, "a", Tuesday)] });
        await ReopenAsync(() => Change(db => db.GetCollection("chats").DeleteAll()));

        Assert.Empty(await Store.DuesAsync(Tuesday, 10, Stop));

        Assert.Null(await Store.NextDueAsync(Stop));
    }

    [Fact]
    public async Task No_personal_value_stands_in_the_clear()
    {
        await PlantEverywhereAsync(Chat(1));
        await ReopenAsync(() =>
        {
            var bytes = File.ReadAllBytes(Database).Concat(File.ReadAllBytes(folder["data/bansosbot.log"])).ToArray();
            Assert.True(bytes.AsSpan().IndexOf("yapi"u8) >= 0);                   // a control value: what is in the clear is found
            foreach (var value in (string[])[Nik(1).Reveal(), Chat(1).Id, "Putri", "81234567890", "Kp. Baru", "rahasia", "draft1-text"])
                Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(value)) < 0, value);
        });
    }

    private async Task PlantEverywhereAsync(ChatKey chat)
    {
        await ApplyAsync(new Incoming.Words(chat, "1", "rahasia"), new()
        {
            After = StoredJsonTests.Full(chat) with { Revision = 0 },
            Says = [To(chat, "A", ("nama", "Putri")), To(chat, "B") with { NotBefore = Tuesday.AddHours(1) }],
            Writes = [new Write.PutCase(Case(1, chat)), new Write.PutTicket(new("ticket1", chat, "idle", "rahasia", Tuesday)), new Write.PutWish(new("yapi", new Domain.Schedules.Area.WholeCity(), Tuesday))],
            Dues = [new(DueKind.DraftReminder, "draft1", Tuesday.AddDays(1))],
            Orders = [new("work1", chat, new("rahasia", 0, SentAs.Picture, null))],
        });
        await Store.ParkAsync(new(new Incoming.Words(chat, "2", "rahasia"), "Oops", Tuesday, To(chat, "Sorry")));
    }

    private string NameOf(ChatKey chat)
    {
        using var keys = Keys();
        return new Rows(keys).Of(chat);
    }

    private KeyFolder Keys() => KeyFolder.Open(folder["keys"], folder["data"], dataExists: true);

    private void Change(Action<LiteDatabase> change)
    {
        using var file = LiteDbFile.Open(Database);
        file.Begin();
        change(file.Db);
        file.Commit();
    }

    private List<BsonDocument> Documents(string collection)
    {
        using var file = LiteDbFile.Open(Database);
        return file.Db.GetCollection(collection).FindAll().ToList();
    }

    /// <summary>Names of the collections in which a chat's name stands anywhere, in order.</summary>
    private string[] Bearing(string name)
    {
        using var file = LiteDbFile.Open(Database);
        return [.. file.Db.GetCollectionNames().Order().Where(c => file.Db.GetCollection(c).FindAll().Any(d => LiteDB.JsonSerializer.Serialize(d).Contains(name, StringComparison.Ordinal)))];
    }

    private void AssertEverySlotInUseExists(KeyFolder keys)
    {
        foreach (var doc in (string[])["chats", "cases", "work", "tickets", "parked", "bubbles"])
            foreach (var slot in Documents(doc).Where(d => !d["slot"].IsNull).Select(d => d["slot"].AsInt32)) Assert.True(keys.Subjects.Exists(new KeySlot(slot)), doc);
    }
}
