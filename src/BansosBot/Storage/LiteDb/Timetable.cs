using System.Globalization;
using BansosBot.Domain.Schedules;
using LiteDB;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace BansosBot.Storage.LiteDb;

/// <summary>Hand-outs as they are put and found. Beside each stands a row for every shelf that it is looked for on, so that the next ones
/// of a kelurahan are a short walk along the ids, however many the city has.</summary>
/// <remarks>
/// A row's id is <c>shelf:day and hour:schedule</c>. Shelves: <c>kota</c> for whom everybody is meant, the code of a kecamatan or a kelurahan
/// for whom it is meant, that of a kecamatan with <c>~</c> where kelurahan of it are, and <c>~</c> for all there are.
/// </remarks>
internal sealed class Timetable(ILiteDatabase db)
{
    // So many rows are looked through for what comes: a city has fewer hand-outs ahead of it, and a reading stays a matter of milliseconds.
    private const int RowsMax = 300;

    // Behind every day and every hour.
    private const string Last = "~";

    private const string All = "~", Everybody = "kota", Within = "~";

    public void Put(Schedule schedule)
    {
        foreach (var row in Reads.Find(db, Rows.Schedules, schedule.Id)?["rows"].AsArray ?? []) db.GetCollection(Rows.Timetable).Delete(row);
        var rows = schedule.State is ScheduleState.Draft ? [] : ShelvesOf(schedule.For).Append(All).Select(shelf => $"{shelf}:{Order(schedule)}").ToList();
        foreach (var row in rows)
        {
            db.GetCollection(Rows.Timetable).Insert(new BsonDocument
            {
                ["_id"] = row,
                ["of"] = schedule.Id,
                ["prog"] = schedule.Programme,
                ["shown"] = schedule.IsShown,
                ["off"] = schedule.IsCancelled,
            });
        }

        db.GetCollection(Rows.Schedules).Upsert(new BsonDocument
        {
            ["_id"] = schedule.Id,
            ["rev"] = schedule.Revision + 1,
            ["rows"] = new BsonArray(rows.Select(row => new BsonValue(row))),
            ["s"] = JsonSerializer.Serialize(schedule with { Revision = 0 }, StoredJson.Schedule),
        });
    }

    public SchedulesFound Find(ScheduleQuery query, DateOnly today)
    {
        var ahead = Shelves(query.Area).SelectMany(shelf => Ahead(shelf, query.Programme, today)).ToList();
        var coming = ahead.OrderBy(OrderOf, StringComparer.Ordinal).DistinctBy(row => row["of"].AsString).GroupBy(row => row["prog"].AsString)
            .SelectMany(ofOne => ofOne.Take(SchedulesFound.ComingMax)).OrderBy(OrderOf, StringComparer.Ordinal).Select(Opened);
        var past = Shelves(query.Area).Select(shelf => Behind(shelf, query.Programme, today)).OfType<BsonDocument>().MaxBy(OrderOf, StringComparer.Ordinal);
        return new([.. coming], past is null ? null : Opened(past));
    }

    private List<BsonDocument> Ahead(string shelf, string? programme, DateOnly today) =>
        Of(programme, db.GetCollection(Rows.Timetable).Query().Where("_id between @0 and @1", $"{shelf}:{Day(today)}", $"{shelf}:{Last}").Where("shown = true"))
            .OrderBy("_id").Limit(RowsMax).ToList();

    // What was cancelled did not take place, and was no last one.
    private BsonDocument? Behind(string shelf, string? programme, DateOnly today) =>
        Of(programme, db.GetCollection(Rows.Timetable).Query().Where("_id between @0 and @1", $"{shelf}:", $"{shelf}:{Day(today.AddDays(-1))}{Last}").Where("off = false"))
            .OrderByDescending("_id").Limit(1).FirstOrDefault();

    private static ILiteQueryable<BsonDocument> Of(string? programme, ILiteQueryable<BsonDocument> rows) => programme is null ? rows : rows.Where("prog = @0", programme);

    private Schedule Opened(BsonDocument row)
    {
        var doc = Reads.Find(db, Rows.Schedules, row["of"])!;
        return JsonSerializer.Deserialize(doc["s"].AsString, StoredJson.Schedule)! with { Revision = doc["rev"].AsInt64 };
    }

    // Where it stands.
    private static IEnumerable<string> ShelvesOf(Audience audience) => audience switch
    {
        Audience.InKecamatan(var all) => all.Select(k => k.Code).Distinct(),
        Audience.InKelurahan(var all) => all.Select(k => k.Code).Concat(all.Select(k => k.Kecamatan.Code + Within)).Distinct(),
        _ => [Everybody],
    };

    // Where it is looked for.
    private static IEnumerable<string> Shelves(Area area) => area switch
    {
        Area.OfKelurahan(var kelurahan) => [Everybody, kelurahan.Kecamatan.Code, kelurahan.Code],
        Area.OfKecamatan(var kecamatan) => [Everybody, kecamatan.Code, kecamatan.Code + Within],
        _ => [All],
    };

    private static string OrderOf(BsonDocument row) => row["_id"].AsString[(row["_id"].AsString.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string Order(Schedule s) => string.Create(CultureInfo.InvariantCulture, $"{Day(s.On)} {s.Between.From:HHmm}:{s.Id}");

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
