using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Every collection with its indexes, there before anybody reads.</summary>
internal static class Collections
{
    // All of them before anybody reads. LiteDB 5.0.20 enters a new collection in the shared header a moment before its pages can be
    // seen; who reads it in between gets "page type must be collection page", and the engine closes for everybody:
    // https://github.com/litedb-org/LiteDB/blob/v5.0.20/LiteDB/Engine/Services/TransactionService.cs (PersistDirtyPages, OnCommit).
    public static void Make(LiteDbFile file)
    {
        var there = file.Db.GetCollectionNames().ToHashSet(StringComparer.OrdinalIgnoreCase);
        file.Begin();
        foreach (var name in Rows.All.Where(name => !there.Contains(name)))
        {
            var collection = file.Db.GetCollection(name);
            collection.Insert(new BsonDocument { ["_id"] = 0 });
            collection.DeleteAll();         // an empty one stays
        }

        file.Commit();
        EnsureIndexes(file.Db);
    }

    private static void EnsureIndexes(LiteDatabase db)
    {
        db.GetCollection(Rows.Cases).EnsureIndex("wait");
        db.GetCollection(Rows.Cases).EnsureIndex("child");
        db.GetCollection(Rows.Cases).EnsureIndex("code");
        db.GetCollection(Rows.Cases).EnsureIndex("hand");
        db.GetCollection(Rows.Cases).EnsureIndex("stage");
        db.GetCollection(Rows.Cases).EnsureIndex("no");
        db.GetCollection(Rows.Cases).EnsureIndex(Queues.Turn);
        db.GetCollection(Rows.Cases).EnsureIndex(Queues.Late);
        db.GetCollection(Rows.Cases).EnsureIndex(Queues.First);
        db.GetCollection(Rows.Cases).EnsureIndex(Queues.HeldAt);
        db.GetCollection(Rows.Cases).EnsureIndex(Queues.Call);
        db.GetCollection(Rows.Cases).EnsureIndex(Queues.Interest);
        db.GetCollection(Rows.Dues).EnsureIndex("at");
        db.GetCollection(Rows.Work).EnsureIndex("chat");
        db.GetCollection(Rows.Tickets).EnsureIndex("chat");
        db.GetCollection(Rows.Tickets).EnsureIndex(TicketLists.Turn);
        db.GetCollection(Rows.Tickets).EnsureIndex(TicketLists.HeldBy);
        db.GetCollection(Rows.Tickets).EnsureIndex(TicketLists.Pledge);
        db.GetCollection(Rows.Joinings).EnsureIndex("chat");
        db.GetCollection(Rows.Cases).EnsureIndex(LookUps.Proof);
        db.GetCollection(Rows.Recipients).EnsureIndex(LookUps.Proof);
        db.GetCollection(Rows.Proofs).EnsureIndex("until");
        db.GetCollection(Rows.Wishes).EnsureIndex("chat");
        db.GetCollection(Rows.Reports).EnsureIndex("at");
    }
}
