using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Figures;
using BansosBot.Domain.Registry;
using BansosBot.Texts;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Counts cases by kecamatan and stage as they move, so that no recap reads a case.</summary>
/// <remarks>
/// <c>at:36.73.02:Submitted</c> are there now; <c>left:2025-09:36.73.02:Submitted</c> left that stage in that month, by the day in Serang on which
/// they came to the next. What is late is counted in the index of <see cref="Queues"/>, since a day passes without a commit.
/// </remarks>
internal static class CaseFigures
{
    private const string At = "at", Left = "left", Done = "cases:figures";
    private const int PortionMax = 200;

    /// <param name="before">The case's document as it was; null: there was none.</param>
    public static void Moved(ILiteDatabase db, BsonDocument? before, Application now)
    {
        var (was, @is) = (before is null ? null : Place(before), Place(now.Kelurahan, now.Stage.ToString()));
        if (was == @is) return;
        if (was is not null) Counters.Add(db, $"{At}:{was}", -1);
        Counters.Add(db, $"{At}:{@is}", +1);
        if (was is not null && before!["stage"].AsString != now.Stage.ToString()) Counters.Add(db, $"{LeftIn(OfficeTime.Wib.Day(now.StageSince))}:{was}", +1);
    }

    /// <param name="doc">The case's document as it was.</param>
    public static void Erased(ILiteDatabase db, BsonDocument doc) => Counters.Add(db, $"{At}:{Place(doc)}", -1);

    /// <summary>For each kecamatan and each stage that is counted.</summary>
    public static ImmutableArray<Figure> Of(ILiteDatabase db, ImmutableArray<Kecamatan> area, DateOnly today)
    {
        var (open, done) = (Read(db, At), Read(db, LeftIn(today)));
        var late = new Queues(db).LateIn(area, today).Counts.ToDictionary(c => (c.Kecamatan, c.Stage), c => c.Cases);
        return
        [
            .. from k in area
               from s in OpenWork.Counted
               let place = Place(k, s.ToString())
               select new Figure(k, s, open.GetValueOrDefault(place), late.GetValueOrDefault((k, s)), done.GetValueOrDefault(place)),
        ];
    }

    /// <summary>Cases of before there were figures are counted once, at the first start.</summary>
    public static void CountOnce(LiteDbFile file, Rows rows)
    {
        if (Reads.Find(file.Db, Rows.Counters, Done) is not null) return;
        var (counted, after) = (new Dictionary<string, int>(), "");
        while (file.Db.GetCollection(Rows.Cases).Query().Where("_id > @0", after).OrderBy("_id").Limit(PortionMax).ToList() is { Count: > 0 } portion)
        {
            foreach (var doc in portion.Where(d => !d["slot"].IsNull))
            {
                Count($"{At}:{Place(doc)}");
                if (rows.TryCase(doc) is not { } a) continue;        // it stands where it stands; when it came there nobody can read
                foreach (var (from, to) in a.History.Zip(a.History.Skip(1))) Count($"{LeftIn(OfficeTime.Wib.Day(to.At))}:{Place(a.Kelurahan, from.Stage.ToString())}");
            }

            after = portion[^1]["_id"].AsString;
        }

        // All or nothing: a start that is cut short counts anew.
        file.Begin();
        foreach (var (counter, n) in counted) Counters.Add(file.Db, counter, n);
        file.Db.GetCollection(Rows.Counters).Upsert(new BsonDocument { ["_id"] = Done, ["n"] = 1L });
        file.Commit();

        void Count(string counter) => counted[counter] = counted.GetValueOrDefault(counter) + 1;
    }

    private static Dictionary<string, int> Read(ILiteDatabase db, string prefix) =>
        Reads.Under(db, Rows.Counters, prefix).ToDictionary(d => d["_id"].AsString[(prefix.Length + 1)..], d => checked((int)d["n"].AsInt64));

    private static string LeftIn(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Left}:{day:yyyy-MM}");

    private static string Place(BsonDocument doc) => Place(Wilayah.KelurahanByCode(doc["kel"].AsString)!, doc["stage"].AsString);

    private static string Place(Kelurahan kelurahan, string stage) => Place(kelurahan.Kecamatan, stage);

    private static string Place(Kecamatan kecamatan, string stage) => $"{kecamatan.Code}:{stage}";
}
