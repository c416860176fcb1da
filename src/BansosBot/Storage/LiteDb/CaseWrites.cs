using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry;
using BansosBot.Storage.Keys;
using BansosBot.Texts;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Cases as they are put and erased, with the numbers, counters and queues that hang on them.</summary>
internal sealed class CaseWrites(ILiteDatabase db, Rows rows, KeyFolder keys, ProposingQueue line, Group group)
{
    public void Put(Application a, Assigning assigned)
    {
        var before = Reads.Find(db, Rows.Cases, a.Id);
        var isNew = a.Revision == 0;
        if (isNew)
        {
            var year = OfficeTime.Wib.Day(a.SubmittedAt).Year;      // the year that people had, not UTC's
            a = a with
            {
                KeySlot = keys.Subjects.New().Number,
                Number = CaseNumber.Of(a.NumberPrefix, year, checked((int)Count($"case:{a.NumberPrefix}:{year}", +1))),
                QueueNumber = Count("queue", +1),
            };
            assigned.Cases.Add(a);
        }

        var doc = rows.Case(a with { Revision = a.Revision + 1 });
        db.GetCollection(Rows.Cases).Upsert(doc);
        group.LineChanges.Add((a.Id, line.Of(a)));
        CaseFigures.Moved(db, before, a);
        var (old, now) = (before?["stage"].AsString, a.Stage.ToString());
        if (old == now) return;
        if (old is not null) Count($"stage:{old}", -1);
        Count($"stage:{now}", +1);
        group.QueueChanges.Add((before is null || before["wait"].IsNull ? 0 : before["wait"].AsInt64, doc["wait"].IsNull ? 0 : doc["wait"].AsInt64));
    }

    public void Erase(string id)
    {
        if (Reads.Find(db, Rows.Cases, id) is not { } doc || doc["slot"].IsNull) return;
        var slot = doc["slot"].AsInt32;
        Count($"stage:{doc["stage"].AsString}", -1);
        CaseFigures.Erased(db, doc);
        if (!doc["wait"].IsNull) group.QueueChanges.Add((doc["wait"].AsInt64, 0));
        group.LineChanges.Add((id, null));
        db.GetCollection(Rows.Cases).Update(new BsonDocument
        {
            ["_id"] = id,
            ["rev"] = doc["rev"].AsInt64 + 1,
            ["prog"] = doc["prog"],
            ["stage"] = doc["stage"],
            ["kel"] = doc["kel"],
            ["at"] = doc["at"],
            ["no"] = doc["no"],
        });
        KeyErasure.Stage(db, group, slot);
    }

    private long Count(string counter, int add) => Counters.Add(db, counter, add);
}
