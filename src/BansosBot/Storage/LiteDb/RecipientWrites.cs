using BansosBot.Domain.Conversations;
using BansosBot.Storage.Keys;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Rows of lists as they are put. Each is encrypted with a key of its own, so that one person can be erased from a list.</summary>
internal sealed class RecipientWrites(ILiteDatabase db, Group group)
{
    /// <summary>Encrypts rows before the group is open. Any thread.</summary>
    public static IEnumerable<BsonDocument> Prepare(Effects effects, Rows rows, KeyFolder keys) =>
        effects.Writes.OfType<Write.PutRecipients>().SelectMany(w => w.Rows.Length <= Write.PutRecipients.RowsMax
            ? w.Rows.Select(r => rows.Recipient(r, keys.Subjects.New().Number))
            : throw new InvalidOperationException($"More than {Write.PutRecipients.RowsMax} rows in one commit."));

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

    public void Put(Domain.Registry.RecipientList list) => db.GetCollection(Rows.Lists).Upsert(Rows.List(list));
}
