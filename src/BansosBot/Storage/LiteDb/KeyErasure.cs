using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>A key goes once its commit is on the disk; until then a row tells a restart to finish it.</summary>
internal static class KeyErasure
{
    public static void Stage(ILiteDatabase db, Group group, int slot)
    {
        db.GetCollection(Rows.Erasures).Upsert(new BsonDocument { ["_id"] = slot });
        group.Erased.Add(slot);
    }
}
