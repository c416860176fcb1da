using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Texts;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Cases of before there were look-ups by NIK, officers' lists and the clock of promises bear nothing to be found by, and nothing comes to them by
/// itself; nor to heads of division. It is added once, at the first start.</summary>
internal static class OlderCases
{
    private const string Done = "cases:clock";
    private const int PortionMax = 200;

    public static void Complete(LiteDbFile file, Rows rows, DateTimeOffset now)
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
                if (Promise.IsOurs(a.Stage) && a.PromisedBy is { } day) Ask(DueKind.PromiseOver, a.Id, OfficeTime.Wib.Start(day.AddDays(1)));
                if (a.Stage == Stage.Active) Ask(DueKind.TooOld, a.Id, now);
            }

            file.Commit();
            after = portion[^1]["_id"].AsString;
        }

        file.Begin();
        foreach (var head in new Officers(file.Db, rows).All().Where(o => o.HearsEachMorning)) Ask(DueKind.HeadsMorning, head.Id, now);
        file.Db.GetCollection(Rows.Counters).Upsert(new BsonDocument { ["_id"] = Done, ["n"] = 1L });
        file.Commit();

        // When it comes it is looked at what is so then: too early, or at night, it is put off.
        void Ask(DueKind kind, string about, DateTimeOffset at)
        {
            var due = Rows.Due(rows.Of(ChatKey.Office), new(kind, about, at));
            if (Reads.Find(file.Db, Rows.Dues, due["_id"]) is null) file.Db.GetCollection(Rows.Dues).Insert(due);
        }
    }
}
