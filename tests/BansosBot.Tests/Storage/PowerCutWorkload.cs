using BansosBot.Storage;
using BansosBot.Storage.LiteDb;
using LiteDB;

namespace BansosBot.Tests.Storage;

/// <summary>Seeded work on a database whose power goes again and again, and the book of what had been acknowledged.</summary>
/// <remarks><paramref name="logSyncs"/> false is the planted build, whose log never reaches the disk.</remarks>
public sealed class PowerCutWorkload(int seed, bool logSyncs = true)
{
    private static readonly string[] Collections = ["chats", "cases", "audit"];
    private readonly Random random = new(seed);
    private Dictionary<string, byte[]> acknowledged = [];       // "collection/id" -> content
    private Dictionary<string, byte[]>? inFlight;               // the same once the group under way is in
    private byte[] data = [], log = [];

    public int Groups { get; private set; }

    public int RolledBack { get; private set; }

    public int Checkpoints { get; private set; }

    public int InFlightKept { get; private set; }

    public int Opened { get; private set; }

    /// <summary>Works until the power goes, starts again from what is left, and compares.</summary>
    /// <returns>Null: all is well. Otherwise what is wrong.</returns>
    public string? CutOnce()
    {
        var disk = new RecordedDisk { CutAtAct = random.Next(1, random.Next(3) == 0 ? 40 : 300) };
        WorkUntilCut(disk);

        var how = (Unsynced)random.Next(5);
        (data, log) = (disk.AfterCut("db", how, random), disk.AfterCut("log", how, random));
        var wrong = Compare();
        return wrong is null ? null : $"seed {seed}, cut {Opened}, {how}: {wrong}";
    }

    private void WorkUntilCut(RecordedDisk disk)
    {
        LiteDbFile? file = null;
        try
        {
            file = LiteDbFile.Open(disk.Add("db", data), disk.Add("log", log, logSyncs));
            foreach (var name in Collections) file.Db.GetCollection(name).EnsureIndex("size");
            while (true)
            {
                OneGroup(file);
                if (random.Next(12) != 0) continue;
                file.Checkpoint();
                Checkpoints++;
            }
        }
        catch (Exception) when (disk.Acts >= disk.CutAtAct)
        {
            // whatever LiteDB makes of a dead disk, the process is gone now
        }

        try
        {
            file?.Dispose();
        }
        catch (Exception) when (disk.Acts >= disk.CutAtAct)
        {
            // as above
        }
    }

    private void OneGroup(LiteDbFile file)
    {
        var after = new Dictionary<string, byte[]>(acknowledged);
        var isImport = random.Next(250) == 0;       // more pages than one frame of the log holds
        file.Begin();
        for (var message = isImport ? 90 : random.Next(1, 9); message > 0; message--)
        {
            var (name, id) = (Collections[random.Next(Collections.Length)], isImport ? $"k{message}" : $"k{random.Next(20)}");
            var collection = file.Db.GetCollection(name);
            if (random.Next(5) == 0 && !isImport)
            {
                collection.Delete(id);
                after.Remove($"{name}/{id}");
                continue;
            }

            var content = new byte[random.Next(15) == 0 || isImport ? random.Next(40_000) : random.Next(1_500)];
            random.NextBytes(content);
            collection.Upsert(new BsonDocument { ["_id"] = id, ["size"] = content.Length, ["content"] = content });
            after[$"{name}/{id}"] = content;
        }

        if (random.Next(6) == 0)
        {
            file.Rollback();
            RolledBack++;
            return;
        }

        inFlight = after;
        file.Commit();
        (acknowledged, inFlight) = (after, null);
        Groups++;
    }

    private string? Compare()
    {
        Opened++;
        var disk = new RecordedDisk();
        Dictionary<string, byte[]> found = [];
        try
        {
            using var file = LiteDbFile.Open(disk.Add("db", data), disk.Add("log", log));
            foreach (var name in Collections)
            {
                var collection = file.Db.GetCollection(name);
                var all = collection.FindAll().ToList();
                foreach (var document in all) found[$"{name}/{document["_id"].AsString}"] = document["content"].AsBinary;
                var bySize = collection.Query().Where("size >= @0", 0).ToList();
                if (bySize.Count != all.Count) return $"'{name}' has {all.Count} documents, its index {bySize.Count}";
            }
        }
        catch (Exception e) when (e is StoreBrokenException or LiteException or InvalidCastException or ArgumentException or NullReferenceException)
        {
            return $"it will not read: {e.Message}";
        }

        (data, log) = (disk.AfterCut("db", Unsynced.AllKept, random), disk.AfterCut("log", Unsynced.AllKept, random));
        if (Same(found, acknowledged)) return null;
        if (inFlight is null || !Same(found, inFlight)) return $"{Difference(found)} of {acknowledged.Count} acknowledged documents differ";
        InFlightKept++;
        acknowledged = inFlight;
        return null;
    }

    private int Difference(Dictionary<string, byte[]> found) =>
        acknowledged.Count(pair => !found.TryGetValue(pair.Key, out var content) || !content.AsSpan().SequenceEqual(pair.Value));

    private static bool Same(Dictionary<string, byte[]> one, Dictionary<string, byte[]> other) =>
        one.Count == other.Count
        && one.All(pair => other.TryGetValue(pair.Key, out var content) && content.AsSpan().SequenceEqual(pair.Value));
}
