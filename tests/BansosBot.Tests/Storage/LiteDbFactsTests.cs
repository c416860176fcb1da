using System.Buffers.Binary;
using BansosBot.Storage.LiteDb;
using LiteDB;
using LiteDB.Engine;

namespace BansosBot.Tests.Storage;

/// <summary>What LiteDB 5.0.20 does, where our code rests on it. When one of these turns red after an update, read its link first.</summary>
public sealed class LiteDbFactsTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    private LiteDbFile Open() => LiteDbFile.Open(folder["x.db"]);

    private static BsonDocument Person(string id, int chat = 1) => new() { ["_id"] = id, ["chat"] = chat };

    private static T OnAnotherThread<T>(Func<T> act)
    {
        T result = default!;
        var thread = new Thread(() => result = act());
        thread.Start();
        thread.Join();
        return result;
    }

    // https://github.com/litedb-org/LiteDB/issues/2822
    [Fact]
    public void A_transaction_belongs_to_its_thread_and_commit_on_another_one_returns_false()
    {
        using var file = Open();
        file.Begin();
        file.Db.GetCollection("people").Insert(Person("a"));

        Assert.False(OnAnotherThread(file.Db.Commit));

        file.Commit();
    }

    // Two conditions on one index: the optimizer takes the first and filters by the second, document by document, to the end of the index.
    // https://github.com/litedb-org/LiteDB/blob/v5.0.20/LiteDB/Engine/Query/QueryOptimization.cs
    [Fact]
    public void A_range_ends_where_it_is_asked_between_two_values_and_not_where_it_is_asked_by_two_comparisons()
    {
        using var file = Open();
        var people = file.Db.GetCollection("people");
        people.Insert(Enumerable.Range(0, 100).Select(i => Person($"p{i:D3}")));

        var compared = people.Query().Where(BsonExpression.Create("_id >= @0 and _id < @1", "p010", "p020")).GetPlan();
        var between = people.Query().Where(BsonExpression.Create("_id between @0 and @1", "p010", "p019")).GetPlan();

        Assert.NotEmpty(compared["filters"].AsArray);
        Assert.True(between["filters"].IsNull || between["filters"].AsArray.Count == 0);
        Assert.StartsWith("INDEX RANGE SCAN", between["index"]["mode"].AsString, StringComparison.Ordinal);
    }

    // Thousands are counted so, and none of them is opened.
    // https://github.com/litedb-org/LiteDB/blob/v5.0.20/LiteDB/Engine/Query/QueryPlan.cs (IsIndexKeyOnly)
    [Fact]
    public void Where_only_the_indexed_field_is_selected_no_document_is_read()
    {
        using var file = Open();
        var people = file.Db.GetCollection("people");
        people.EnsureIndex("chat");
        people.Insert(Enumerable.Range(0, 100).Select(i => Person($"p{i:D3}", i)));

        var alone = people.Query().Where("chat between @0 and @1", 10, 19).Select("chat");
        var whole = people.Query().Where("chat between @0 and @1", 10, 19);

        Assert.Equal(10, alone.ToEnumerable().Count());
        Assert.Equal("index", alone.GetPlan()["lookup"]["loader"].AsString);
        Assert.Equal("document", whole.GetPlan()["lookup"]["loader"].AsString);
    }

    [Fact]
    public void Begin_returns_false_when_a_transaction_is_open_and_joins_it()
    {
        using var file = Open();
        Assert.True(file.Db.BeginTrans());

        Assert.False(file.Db.BeginTrans());
    }

    [Fact]
    public void A_statement_that_throws_ends_the_transaction_what_follows_is_committed_alone_and_commit_returns_false()
    {
        using var file = Open();
        var people = file.Db.GetCollection("people");
        file.Begin();
        people.Insert(Person("before"));
        Assert.Throws<LiteException>(() => people.Insert(Person("before")));

        people.Insert(Person("after"));

        Assert.False(file.Db.Commit());
        Assert.Equal(["after"], people.FindAll().Select(p => p["_id"].AsString).ToList());
    }

    [Fact]
    public void Our_commit_and_begin_say_so_instead_of_returning_false()
    {
        using var file = Open();
        Assert.Throws<BansosBot.Storage.StoreBrokenException>(file.Commit);
        file.Begin();
        Assert.Throws<BansosBot.Storage.StoreBrokenException>(file.Begin);
    }

    [Fact]
    public void A_statement_that_throws_may_be_rolled_back_after_and_the_group_begun_anew()
    {
        using var file = Open();
        var people = file.Db.GetCollection("people");
        file.Begin();
        people.Insert(Person("a"));
        Assert.Throws<LiteException>(() => people.Insert(Person("a")));
        file.Rollback();

        file.Begin();
        people.Insert(Person("a"));
        file.Commit();

        Assert.Equal(1, people.Count());
    }

    [Fact]
    public void Ids_that_differ_in_case_are_two_with_our_collation_and_one_with_LiteDBs_usual_one()
    {
        using var file = Open();
        file.Db.GetCollection("people").Insert([Person("abc"), Person("ABC")]);
        Assert.Equal(2, file.Db.GetCollection("people").Count());

        using var usual = new LiteDatabase(new MemoryStream());
        usual.GetCollection("people").Insert(Person("abc"));
        Assert.Throws<LiteException>(() => usual.GetCollection("people").Insert(Person("ABC")));
    }

    [Fact]
    public void Text_is_kept_as_it_is_and_instants_come_back_as_utc_also_after_opening_again()
    {
        var at = new DateTime(2025, 9, 23, 2, 0, 0, 123, DateTimeKind.Utc);
        using (var file = Open()) file.Db.GetCollection("people").Insert(new BsonDocument { ["_id"] = "a", ["empty"] = "", ["spaces"] = " a ", ["at"] = at });

        using var again = Open();
        var found = again.Db.GetCollection("people").FindById("a");

        Assert.Equal(("", " a ", at, DateTimeKind.Utc), (found["empty"].AsString, found["spaces"].AsString, found["at"].AsDateTime, found["at"].AsDateTime.Kind));
    }

    // https://github.com/litedb-org/LiteDB/issues/2807: never Query.EQ
    [Fact]
    public void A_query_with_parameters_uses_the_index_and_a_field_without_one_scans()
    {
        using var file = Open();
        var people = file.Db.GetCollection("people");
        people.EnsureIndex("chat");
        people.Insert(Enumerable.Range(0, 50).Select(i => Person($"p{i}", i)));

        Assert.StartsWith("INDEX SEEK", Plan(people.Query().Where("chat = @0", 7)), StringComparison.Ordinal);
        Assert.StartsWith("FULL INDEX SCAN", Plan(people.Query().Where("name = @0", "x")), StringComparison.Ordinal);

        static string Plan(ILiteQueryable<BsonDocument> query) => query.GetPlan()["index"]["mode"].AsString;
    }

    // https://github.com/litedb-org/LiteDB/issues/2163
    [Fact]
    public void Stock_files_let_a_second_opener_in_and_ours_do_not()
    {
        using var stock = new LiteDatabase(folder["stock.db"]);
        stock.GetCollection("people").Insert(Person("a"));
        stock.Checkpoint();
        using var second = new LiteDatabase(folder["stock.db"]);
        Assert.Equal(1, second.GetCollection("people").Count());

        using var ours = Open();
        Assert.Throws<BansosBot.Storage.StoreBusyException>(Open);
    }

    [Fact]
    public void The_private_names_that_draining_needs_are_where_they_were()
    {
        using var engine = new LiteEngine(new EngineSettings { DataStream = new MemoryStream(), LogStream = new MemoryStream() });

        new WriterQueue(engine).Drain();

        Assert.Equal(new Version(5, 0, 20, 0), typeof(LiteEngine).Assembly.GetName().Version);
    }

    [Fact]
    public void The_header_page_has_its_creation_time_at_byte_68()
    {
        using var data = new MemoryStream();
        using (var db = new LiteDatabase(data)) db.Checkpoint();

        var ticks = BinaryPrimitives.ReadInt64LittleEndian(data.ToArray().AsSpan(68));

        Assert.InRange(TimeProvider.System.GetUtcNow().UtcDateTime - new DateTime(ticks, DateTimeKind.Utc), TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(5));
    }

    /// <summary>Why the log has a layout of our own: a disk may keep the last page of a commit and lose one before it.</summary>
    [Fact]
    public void LiteDBs_own_log_takes_a_commit_for_whole_although_a_page_of_it_is_lost()
    {
        const int pageBytes = 8192;
        using MemoryStream data = new(), log = new();
        using var engine = new LiteEngine(new EngineSettings { DataStream = data, LogStream = log });
        using var db = new LiteDatabase(engine);
        var (one, other) = (db.GetCollection("one"), db.GetCollection("other"));
        var queue = new WriterQueue(engine);
        one.Insert(Person("a", 1));
        other.Insert(Person("a", 1));
        db.Checkpoint();
        db.BeginTrans();
        one.Update(Person("a", 2));
        other.Update(Person("a", 2));
        db.Commit();
        queue.Drain();

        var pages = log.ToArray();
        Assert.True(pages.Length >= 2 * pageBytes);
        pages.AsSpan(0, pageBytes).Clear();     // never reached the disk; the confirming page, the last, did
        using MemoryStream dataAfter = new(), logAfter = new();
        dataAfter.Write(data.ToArray());
        logAfter.Write(pages);
        using var after = new LiteDatabase(dataAfter, logStream: logAfter);

        var chats = (after.GetCollection("one").FindById("a")["chat"].AsInt32, after.GetCollection("other").FindById("a")["chat"].AsInt32);
        Assert.Contains(chats, new[] { (1, 2), (2, 1) });
    }
}
