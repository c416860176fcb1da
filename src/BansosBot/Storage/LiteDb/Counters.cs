using System.Globalization;
using BansosBot.Domain.Surveys;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Counters: only ever added to, within the group that is being written.</summary>
internal static class Counters
{
    private const string Ratings = "rating:";

    /// <returns>How many there are now.</returns>
    public static long Add(ILiteDatabase db, string counter, int add)
    {
        var n = (Reads.Find(db, Rows.Counters, counter)?["n"].AsInt64 ?? 0) + add;
        db.GetCollection(Rows.Counters).Upsert(new BsonDocument { ["_id"] = counter, ["n"] = n });
        return n;
    }

    /// <summary><c>rating:2025-09:yapi:ya</c>, and with the reason behind it.</summary>
    public static string Of(Rating r) => $"{Month(r.Year, r.Month)}:{r.Service}:{(r.Helped ? "ya" : "belum")}{(r.Reason is null ? "" : ":" + r.Reason)}";

    public static IReadOnlyList<RatingCount> RatingsOf(ILiteDatabase db, int year, int month)
    {
        var ratings = Month(year, month);
        return
        [
            .. from doc in Reads.Under(db, Rows.Counters, ratings)
               let said = doc["_id"].AsString[(ratings.Length + 1)..].Split(':')
               select new RatingCount(new(year, month, said[0], said[1] == "ya", said.ElementAtOrDefault(2)), doc["n"].AsInt64),
        ];
    }

    private static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{Ratings}{year:D4}-{month:D2}");
}
