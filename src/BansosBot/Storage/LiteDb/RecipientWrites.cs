using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Storage.Keys;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Lists as they are taken in. Each row is encrypted with a key of its own, so that one person can be erased from a list.</summary>
internal sealed class RecipientWrites(ILiteDatabase db, Rows rows, Group group)
{
    /// <summary>Encrypts rows before the group is open. Any thread.</summary>
    public static IEnumerable<BsonDocument> Prepare(Effects effects, Rows rows, KeyFolder keys) =>
        effects.Writes.OfType<Write.PutRecipients>().SelectMany(w => w.Rows.Length <= Write.OfLists.RowsMax
            ? w.Rows.Select((r, i) => rows.Recipient(r, keys.Subjects.New().Number, w.Keys.IsEmpty ? null : w.Keys[i]))
            : throw new InvalidOperationException($"More than {Write.OfLists.RowsMax} rows in one commit."));

    /// <summary>Whether the list that this one takes the place of is the one that holds.</summary>
    public bool Holds(RecipientList list) =>
        Reads.Where(db, Rows.Lists, $"{LookUps.ListHolds} and prog = @0", list.Programme).Select(d => d["_id"].AsString).All(id => id == list.Before || id == list.Id)
        && (list.Before is null || Reads.Find(db, Rows.Lists, list.Before) is { } before && Rows.StateOf(before) == ListState.Valid);

    /// <summary>The same row again, of a file that is taken in anew, takes the place of the first, whose key is overwritten.</summary>
    public void Put(IReadOnlyList<BsonDocument> documents)
    {
        if (documents.Count == 0) return;
        var collection = db.GetCollection(Rows.Recipients);
        List<BsonDocument> fresh = [];
        foreach (var doc in documents)
        {
            if (Reads.Find(db, Rows.Recipients, doc["_id"]) is not { } before)
            {
                fresh.Add(doc);
                continue;
            }

            collection.Update(doc);
            KeyErasure.Stage(db, group, before["slot"].AsInt32);
        }

        collection.Insert(fresh);
    }

    public void Take(Write.OfLists write)
    {
        switch (write)
        {
            case Write.PutRecipients:
                break;                      // all of a message at once: Put
            case Write.StageList(var list):
                var staged = Rows.List(list);
                staged["staged"] = true;
                db.GetCollection(Rows.Lists).Insert(staged);
                break;
            case Write.PutRowChanges(var list, var page, var changes):
                db.GetCollection(Rows.Differences).Upsert(Rows.Page(list, page, changes));
                break;
            case Write.PutDecisions(var decisions):
                foreach (var decision in decisions) db.GetCollection(Rows.Decisions).Upsert(rows.Decision(decision));
                break;
            case Write.PutList(var list):
                MakeValid(list);
                break;
            case Write.DropStaged(var list):
                Drop(list);
                break;
            case Write.RememberColumns(var columns):
                foreach (var (heading, holds) in columns) db.GetCollection(Rows.Columns).Upsert(new BsonDocument { ["_id"] = heading, ["holds"] = holds.ToString() });
                break;
            default:
                throw new InvalidOperationException("A write of a kind that nobody wrote.");
        }
    }

    private void MakeValid(RecipientList list)
    {
        db.GetCollection(Rows.Lists).Upsert(Rows.List(list));
        if (list.Before is null || Reads.Find(db, Rows.Lists, list.Before) is not { } before) return;
        before["until"] = list.ImportedAt.UtcTicks;
        db.GetCollection(Rows.Lists).Update(before);
    }

    // Rows first, what hangs on them, and the list last: as long as it is there, a start knows that there is more.
    private void Drop(string list)
    {
        if (Reads.Find(db, Rows.Lists, list) is not { } doc || Rows.StateOf(doc) != ListState.Staged) return;
        foreach (var name in (ReadOnlySpan<string>)[Rows.Recipients, Rows.Differences, Rows.Decisions])
        {
            var some = db.GetCollection(name).Query().Where("_id between @0 and @1", list + ":", list + ";").Limit(Write.OfLists.RowsMax).ToList();
            foreach (var one in some)
            {
                db.GetCollection(name).Delete(one["_id"]);
                if (name == Rows.Recipients) KeyErasure.Stage(db, group, one["slot"].AsInt32);
            }

            if (some.Count > 0) return;
        }

        db.GetCollection(Rows.Lists).Delete(list);
    }
}
