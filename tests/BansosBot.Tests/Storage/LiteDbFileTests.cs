using System.Runtime.Versioning;
using BansosBot.Storage;
using BansosBot.Storage.LiteDb;
using LiteDB;

namespace BansosBot.Tests.Storage;

[UnsupportedOSPlatform("windows")]     // file modes
public sealed class LiteDbFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static void Write(LiteDbFile file, string id, int bytes = 100)
    {
        file.Begin();
        file.Db.GetCollection("cases").Insert(new BsonDocument { ["_id"] = id, ["content"] = new byte[bytes] });
        file.Commit();
    }

    [Fact]
    public void One_commit_costs_one_flush()
    {
        using var file = LiteDbFile.Open(folder["x.db"]);
        Write(file, "first");
        var before = file.Flushes;

        for (var i = 0; i < 10; i++) Write(file, $"case {i}", bytes: 30_000);

        Assert.Equal(before + 10, file.Flushes);
    }

    [Fact]
    public void Files_are_readable_by_their_owner_only()
    {
        using var file = LiteDbFile.Open(folder["x.db"]);

        foreach (var name in new[] { "x.db", "x.log" })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder[name]));
    }

    [Fact]
    public void A_second_process_is_told_that_the_file_is_open_and_what_to_do()
    {
        using var file = LiteDbFile.Open(folder["x.db"]);

        var busy = Assert.Throws<StoreBusyException>(() => LiteDbFile.Open(folder["x.db"]));

        Assert.Contains("is open in another process", busy.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', busy.Message);
    }

    [Fact]
    public void A_database_closed_after_a_mistake_can_be_opened_again()
    {
        File.WriteAllText(folder["x.db"], new string('x', 20_000));
        Assert.Throws<StoreBrokenException>(() => LiteDbFile.Open(folder["x.db"]));

        File.Delete(folder["x.db"]);
        using var file = LiteDbFile.Open(folder["x.db"]);
        Write(file, "a");
    }

    [Fact]
    public void A_log_of_another_database_is_refused_and_not_replayed()
    {
        var (oneData, oneLog) = Killed("one");
        var (otherData, _) = Killed("other");

        var broken = Assert.Throws<StoreBrokenException>(() => Reopen(otherData, oneLog));
        Assert.Contains("is not the log of", broken.Message, StringComparison.Ordinal);

        using var whole = Reopen(oneData, oneLog);
        Assert.NotNull(whole.Db.GetCollection("cases").FindById("one"));
    }

    [Fact]
    public void A_log_whose_data_file_is_gone_is_refused()
    {
        var (_, log) = Killed("one");

        Assert.Throws<StoreBrokenException>(() => Reopen([], log));
    }

    [Fact]
    public void A_data_file_without_its_log_opens_as_a_backup_does()
    {
        using MemoryStream copy = new();
        using (var file = LiteDbFile.Open(folder["x.db"]))
        {
            Write(file, "a");
            Assert.True(file.CopyTo(copy));
        }

        using var restored = Reopen(copy.ToArray(), []);

        Assert.NotNull(restored.Db.GetCollection("cases").FindById("a"));
    }

    [Fact]
    public void Any_damaged_byte_of_the_log_drops_its_commit_and_those_after_it_whole()
    {
        var disk = new RecordedDisk();
        var (data, log) = (disk.Add("x.db", []), disk.Add("x.log", []));
        List<long> ends = [];
        var file = LiteDbFile.Open(data, log);
        for (var i = 0; i < 5; i++)
        {
            Write(file, $"case {i}");
            ends.Add(log.Length);
        }

        var random = new Random(7);
        var (dataBytes, logBytes) = (disk.AfterCut("x.db", Unsynced.AllKept, random), disk.AfterCut("x.log", Unsynced.AllKept, random));
        for (var tries = 0; tries < 40; tries++)
        {
            var at = random.NextInt64(ends[1], ends[2] - 4096);    // in the third commit; the rest of its header block is unused
            if (at - ends[1] is >= 56 and < 4096) at = ends[1] + 4096;
            var damaged = (byte[])logBytes.Clone();
            damaged[at] ^= (byte)random.Next(1, 256);

            using var after = Reopen((byte[])dataBytes.Clone(), damaged);

            Assert.Equal(2, after.Db.GetCollection("cases").Count());
        }
    }

    [Fact]
    public void A_disk_that_fails_ends_it_with_one_line_and_nothing_is_acknowledged_after()
    {
        var disk = new RecordedDisk();
        var file = LiteDbFile.Open(disk.Add("x.db", []), disk.Add("x.log", []));
        Write(file, "a");
        disk.CutAtAct = disk.Acts + 1;

        var broken = Assert.Throws<StoreBrokenException>(() => Write(file, "b"));

        Assert.Contains("Writing 'x.log' failed", broken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', broken.Message);
        Assert.Throws<StoreBrokenException>(() => Write(file, "c"));
    }

    [Fact]
    public void Pages_out_of_order_which_two_writers_cause_end_it_at_the_next_sync()
    {
        var log = new PageLog(new RecordedDisk().Add("x.log", []));
        log.Begin(owner: 1);
        log.Append(0, new byte[PageLog.PageBytes]);

        log.Append(PageLog.PageBytes * 2, new byte[PageLog.PageBytes]);

        Assert.Contains("two threads", Assert.Throws<StoreBrokenException>(log.Sync).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transaction_larger_than_a_frame_is_whole_or_absent()
    {
        using (var file = LiteDbFile.Open(folder["x.db"]))
        {
            file.Begin();
            for (var i = 0; i < 300; i++) file.Db.GetCollection("cases").Insert(new BsonDocument { ["_id"] = i, ["content"] = new byte[30_000] });
            file.Commit();
        }

        using var again = LiteDbFile.Open(folder["x.db"]);
        Assert.Equal(300, again.Db.GetCollection("cases").Count());
    }

    private static LiteDbFile Reopen(byte[] data, byte[] log)
    {
        var disk = new RecordedDisk();
        return LiteDbFile.Open(disk.Add("x.db", data), disk.Add("x.log", log));
    }

    /// <summary>The files of a process that was killed after one commit.</summary>
    private static (byte[] Data, byte[] Log) Killed(string id)
    {
        var disk = new RecordedDisk();
        Write(LiteDbFile.Open(disk.Add("x.db", []), disk.Add("x.log", [])), id);
        return (disk.AfterCut("x.db", Unsynced.AllLost, new Random(1)), disk.AfterCut("x.log", Unsynced.AllLost, new Random(1)));
    }
}
