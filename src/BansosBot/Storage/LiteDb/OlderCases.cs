using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Cases of before there were look-ups by NIK and officers' lists bear nothing to be found by: it is added once, at the first start.</summary>
internal static class OlderCases
{
    private const string Done = "cases:queues";
    private const int PortionMax = 200;

    public static void Complete(LiteDbFile file, Rows rows)
    {
        if (Reads.Find(file.Db, Rows.Counters, Done) is not null) return;
        var cases = file.Db.GetCollection(Rows.Cases);
        var after = "";
        while (cases.Query().Where("_id > @0", after).OrderBy("_id").Limit(PortionMax).ToList() is { Count: > 0 } portion)
        {
            file.Begin();
            foreach (var doc in portion.Where(d => !d["b"].IsNull))
            {
                if (rows.TryCase(doc) is not { } a) continue;        // what does not open is found again when it opens and changes
                if (a.Proof is { } proof) doc[LookUps.Proof] = rows.Of(proof);
                Queues.Mark(doc, a);
                cases.Update(doc);
            }

            file.Commit();
            after = portion[^1]["_id"].AsString;
        }

        file.Begin();
        file.Db.GetCollection(Rows.Counters).Upsert(new BsonDocument { ["_id"] = Done, ["n"] = 1L });
        file.Commit();
    }
}
