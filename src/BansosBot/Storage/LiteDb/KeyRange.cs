using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Documents by an index whose keys are unique, from one key to another, in portions: who wants the first few reads few.</summary>
internal static class KeyRange
{
    private const int PortionMax = 50;

    /// <param name="last">Included.</param>
    public static IEnumerable<BsonDocument> Of(ILiteDatabase db, string collection, string field, string first, string last)
    {
        while (true)
        {
            var some = db.GetCollection(collection).Query().Where($"{field} between @0 and @1", first, last).OrderBy(field).Limit(PortionMax).ToList();
            foreach (var doc in some) yield return doc;
            if (some.Count < PortionMax) yield break;
            first = some[^1][field].AsString + " ";      // behind it: ' ' comes before every digit and sign that an id has
        }
    }
}
