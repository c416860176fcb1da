using BansosBot.Domain.Protection;
using BansosBot.Storage.Keys;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Sealed reports of children in danger, each with a key of its own: erasing the chat that one came from takes nothing of it.</summary>
internal sealed class Reports(ILiteDatabase db, Rows rows)
{
    public void Put(Report report, KeyFolder keys) => db.GetCollection(Rows.Reports).Upsert(
        Row(report with { Revision = report.Revision + 1, KeySlot = report.KeySlot == 0 ? keys.Subjects.New().Number : report.KeySlot }));

    /// <summary>Whether it still is as it was read.</summary>
    public bool Holds(Report report) => (Reads.Find(db, Rows.Reports, report.Id)?["rev"].AsInt64 ?? 0) == report.Revision;

    /// <summary>Null: there is none, or it does not open.</summary>
    public Report? Find(string id) => Reads.Find(db, Rows.Reports, id) is { } doc ? TryOpen(doc) : null;

    /// <summary>In the order in which they began; what does not open is left out.</summary>
    public IReadOnlyList<Report> Since(DateTimeOffset after, int most) =>
        [.. db.GetCollection(Rows.Reports).Query().Where("at > @0", after.UtcTicks).OrderBy("at").Limit(most).ToList().Select(TryOpen).OfType<Report>()];

    /// <summary>{ _id, rev, slot, prio, at, b }. No chat stands in it, in the clear or otherwise.</summary>
    public BsonDocument Row(Report report) => new()
    {
        ["_id"] = report.Id,
        ["rev"] = report.Revision,
        ["slot"] = report.KeySlot,
        ["prio"] = Report.Priority,
        ["at"] = report.Since.UtcTicks,
        ["b"] = rows.Encrypt(report with { Revision = 0, KeySlot = 0 }, StoredJson.Report, report.KeySlot, Rows.Reports, report.Id),
    };

    private Report? TryOpen(BsonDocument doc) =>
        Rows.Try(() => rows.Decrypt(doc, StoredJson.Report, Rows.Reports) with { Revision = doc["rev"].AsInt64, KeySlot = doc["slot"].AsInt32 });
}
