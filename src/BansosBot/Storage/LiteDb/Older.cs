using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Documents of before something was written into them: it is added once, at the first start, a portion in each commit.</summary>
internal static class Older
{
    private const int PortionMax = 200;

    /// <param name="done">In <see cref="Rows.Counters"/> once all of it is done.</param>
    /// <param name="change">Changes one of them; false: it stays as it is. Within a transaction.</param>
    /// <param name="last">With the mark that it is done.</param>
    public static void Complete(LiteDbFile file, string collection, string done, Func<BsonDocument, bool> change, Action? last = null)
    {
        if (Reads.Find(file.Db, Rows.Counters, done) is not null) return;
        var all = file.Db.GetCollection(collection);
        var after = "";
        while (all.Query().Where("_id > @0", after).OrderBy("_id").Limit(PortionMax).ToList() is { Count: > 0 } portion)
        {
            file.Begin();
            foreach (var doc in portion)
                if (change(doc)) all.Update(doc);
            file.Commit();
            after = portion[^1]["_id"].AsString;
        }

        file.Begin();
        last?.Invoke();
        file.Db.GetCollection(Rows.Counters).Upsert(new BsonDocument { ["_id"] = done, ["n"] = 1L });
        file.Commit();
    }
}
