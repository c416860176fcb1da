using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Messages that wait, as they stand in the store: pages of <see cref="OutboxIndex.RowsPerPage"/> rows. docs/decisions/0003.</summary>
internal sealed class OutboxPages(ILiteDatabase db, OutboxIndex outbox)
{
    /// <summary>Closes what has come to its end; a page without an open row goes.</summary>
    public void Close(Group group, List<long> gone)
    {
        foreach (var id in gone)
            if (outbox.IsOpen(id)) group.Closed.Add(id);
        foreach (var id in group.Closed)
            if (outbox.OneOffKeyOf(id) is not 0 and var key) KeyErasure.Stage(db, group, key);

        foreach (var page in group.Closed.GroupBy(id => OutboxIndex.At(id).Page))
        {
            var left = outbox.OpenIn(page.Key);
            foreach (var id in page) left &= ~(1UL << OutboxIndex.At(id).Row);
            if (left == 0)
            {
                db.GetCollection(Rows.Outbox).Delete(page.Key);
                db.GetCollection(Rows.Sent).Delete(page.Key);
            }
            else
            {
                db.GetCollection(Rows.Sent).Upsert(new BsonDocument { ["_id"] = page.Key, ["open"] = unchecked((long)left) });
            }
        }
    }

    /// <returns>What waits now, with its ids.</returns>
    public List<Waiting> Write(Group group, Func<long> nextId)
    {
        var all = new List<Waiting>(group.Messages.Count);
        foreach (var chunk in group.Messages.Chunk(OutboxIndex.RowsPerPage))
        {
            var page = nextId();
            var doc = new BsonDocument { ["_id"] = page };
            var array = new BsonArray();
            for (var i = 0; i < chunk.Length; i++)
            {
                var (chat, slot, closed, message) = chunk[i];
                var row = new BsonDocument { ["c"] = chat, ["s"] = slot, ["b"] = closed };
                if (message.IsFarewell) row["one"] = true;
                array.Add(row);
                all.Add(new(OutboxIndex.IdOf(page, i), message));
            }

            doc["rows"] = array;
            db.GetCollection(Rows.Outbox).Insert(doc);
        }

        return all;
    }
}
