using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Texts;

namespace BansosBot.Storage.LiteDb;

/// <summary>Cases of before there were look-ups by NIK, officers' lists and the clock of promises bear nothing to be found by, and nothing comes to them by
/// itself; nor to heads of division. It is added once, at the first start.</summary>
internal static class OlderCases
{
    private const string Done = "cases:clock";

    public static void Complete(LiteDbFile file, Rows rows, DateTimeOffset now)
    {
        Older.Complete(
            file, Rows.Cases, Done,
            doc =>
            {
                if (doc["b"].IsNull || rows.TryCase(doc) is not { } a) return false;        // what does not open is found again when it opens and changes
                if (a.Proof is { } proof) doc[LookUps.Proof] = rows.Of(proof);
                Queues.Mark(doc, a);
                if (Promise.IsOurs(a.Stage) && a.PromisedBy is { } day) Ask(DueKind.PromiseOver, a.Id, OfficeTime.Wib.Start(day.AddDays(1)));
                if (a.Stage == Stage.Active) Ask(DueKind.TooOld, a.Id, now);
                return true;
            },
            last: () =>
            {
                foreach (var head in new Officers(file.Db, rows).All().Where(o => o.HearsEachMorning)) Ask(DueKind.HeadsMorning, head.Id, now);
            });

        // When it comes it is looked at what is so then: too early, or at night, it is put off.
        void Ask(DueKind kind, string about, DateTimeOffset at)
        {
            var due = Rows.Due(rows.Of(ChatKey.Office), new(kind, about, at));
            if (Reads.Find(file.Db, Rows.Dues, due["_id"]) is null) file.Db.GetCollection(Rows.Dues).Insert(due);
        }
    }
}
