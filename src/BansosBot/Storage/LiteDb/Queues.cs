using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Officers' lists of cases, read from what stands in the clear: as fast with many cases as with few.</summary>
/// <remarks>
/// A case that waits for somebody bears <c>turn</c>, <c>kecamatan:stage:queue number</c>, and one with a promised day <c>late</c>,
/// <c>kecamatan:stage:day:queue number</c>, of the day that was promised first: a list is the beginning of a few ranges of an index. One that is to be taken up bears <c>first</c>,
/// <c>programme:kecamatan:queue number</c>: whose turn it is must not hang on what else fits a page. One whose family is called bears <c>call</c>, <c>kecamatan:ticks:id</c> of its last call; an interest that is followed up <c>interest</c>, as <c>first</c>.
/// </remarks>
internal sealed class Queues(ILiteDatabase db)
{
    public const string Turn = "turn", Late = "late", First = "first", Call = "call", Interest = "interest", HeldBy = "held", HeldAt = "heldat";

    // Behind every number and every day.
    private const string Last = "~";

    /// <summary>Writes what the lists are found by into a case's document.</summary>
    public static void Mark(BsonDocument doc, Application a)
    {
        var kecamatan = a.Kelurahan.Kecamatan.Code;
        if (IsWaiting(a.Stage)) doc[Turn] = string.Create(CultureInfo.InvariantCulture, $"{kecamatan}:{a.Stage}:{a.QueueNumber:D12}");
        if (a.Stage == Stage.Submitted) doc[First] = FirstOf(a.Programme, kecamatan, a.QueueNumber);
        if (a.PromisedBy is { } day)
        {
            doc["by"] = Day(day);
            if (IsWaiting(a.Stage)) doc[Late] = string.Create(CultureInfo.InvariantCulture, $"{kecamatan}:{a.Stage}:{Day(a.LateSince ?? day)}:{a.QueueNumber:D12}");
        }

        if (a.ToCall is { } call) doc[Call] = string.Create(CultureInfo.InvariantCulture, $"{kecamatan}:{call.Order.UtcTicks:D20}:{a.Id}");
        if (a is { Interest: not null, Stage: Stage.InVerification }) doc[Interest] = FirstOf(a.Programme, kecamatan, a.QueueNumber);
        if (a.Held is not { } held) return;
        doc[HeldBy] = held.Officer;
        doc[HeldAt] = held.Since.UtcTicks;
    }

    public QueuePage Page(QueueQuery query, DateTimeOffset now)
    {
        var lines = (query.Of switch
        {
            QueueOf.Theirs => InHand(now).Where(d => d[HeldBy] == query.Officer).OrderByDescending(d => d[HeldAt].AsInt64),
            QueueOf.Nobodys => Ranges(Turn, from k in query.Area from s in query.Stages select ($"{k.Code}:{s}:", $"{k.Code}:{s}:{Last}"), d => !IsHeld(d, now)).OrderBy(d => d["q"].AsInt64),
            QueueOf.ToCall => Ranges(Call, query.Area.Select(k => ($"{k.Code}:", $"{k.Code}:{Last}")), _ => true).OrderBy(d => d[Call].AsString.Split(':')[1], StringComparer.Ordinal),
            _ => ByDay(Ranges(Late, from k in query.Area from s in query.Stages select LateOf(k, s, query.Today), _ => true)),
        }).Take(QueueQuery.LinesMax + 1).ToList();
        return new([.. lines.Take(QueueQuery.LinesMax).Select(d => Line(d, now, query.Of == QueueOf.Late ? LateDay(d) : d["by"].IsNull ? null : d["by"].AsString))], lines.Count > QueueQuery.LinesMax);
    }

    /// <summary>What is late, counted by the index alone: no case is read but those that are late the longest.</summary>
    public LateCases LateIn(IEnumerable<Kecamatan> area, DateOnly today)
    {
        var ranges = (from k in area from s in Enum.GetValues<Stage>() where IsWaiting(s) select (Kecamatan: k, Stage: s, Range: LateOf(k, s, today))).ToList();
        var counts = ranges.Select(r => new LateCount(r.Stage, r.Kecamatan, Count(Late, r.Range))).Where(c => c.Cases > 0);
        var longest = ByDay(ranges.SelectMany(r => db.GetCollection(Rows.Cases).Query().Where($"{Late} between @0 and @1", r.Range.First, r.Range.Last).OrderBy(Late).Limit(LateCases.LongestMax).ToList()));
        return new([.. counts], [.. longest.Take(LateCases.LongestMax).Select(d => d["no"].AsString)]);
    }

    /// <summary>Ids of interests whose families were spoken with, in the order in which they came.</summary>
    public ImmutableArray<string> Interested(string programme, IEnumerable<Kecamatan> area) =>
        [.. area.SelectMany(k => db.GetCollection(Rows.Cases).Query().Where($"{Interest} between @0 and @1", $"{programme}:{k.Code}:", $"{programme}:{k.Code}:{Last}").Limit(Domain.Proposals.Proposable.Most).ToList())
            .OrderBy(d => d["q"].AsInt64).Take(Domain.Proposals.Proposable.Most).Select(d => d["_id"].AsString)];

    /// <summary>How many cases each officer has in hand.</summary>
    public ImmutableDictionary<string, int> Loads(DateTimeOffset now) => InHand(now).GroupBy(d => d[HeldBy].AsString).ToImmutableDictionary(g => g.Key, g => g.Count());

    // By when they were taken: of the last half hour there are some dozens, by whom there are all that somebody ever had.
    private IEnumerable<BsonDocument> InHand(DateTimeOffset now) =>
        db.GetCollection(Rows.Cases).Query().Where($"{HeldAt} > @0", (now - Holding.IdleMax).UtcTicks).ToList().Where(d => IsHeld(d, now));

    /// <summary>The case that is taken up before this one; null: none is. What others hold is in work; what this officer holds and has not taken up waits for them.</summary>
    public BsonDocument? Before(TurnQuery query, Officer officer, DateTimeOffset now) =>
        Reads.Find(db, Rows.Cases, query.Case) is not { } doc || doc[First].IsNull ? null
        : Ranges(First, officer.Kecamatan().Select(k => (FirstOf(doc["prog"].AsString, k.Code, 0), FirstOf(doc["prog"].AsString, k.Code, doc["q"].AsInt64 - 1))), d => (!IsHeld(d, now) || d[HeldBy] == officer.Id) && !query.NotThese.Contains(d["_id"].AsString))
            .MinBy(d => d["q"].AsInt64);

    private static (string First, string Last) LateOf(Kecamatan k, Stage stage, DateOnly today) => ($"{k.Code}:{stage}:", $"{k.Code}:{stage}:{Day(today.AddDays(-1))}:{Last}");

    // Nothing but the field of the index is selected: LiteDB opens no document then. LiteDbFactsTests.
    private int Count(string field, (string First, string Last) range) =>
        db.GetCollection(Rows.Cases).Query().Where($"{field} between @0 and @1", range.First, range.Last).Select(field).ToEnumerable().Count();

    private static IEnumerable<BsonDocument> ByDay(IEnumerable<BsonDocument> late) => late.OrderBy(LateDay, StringComparer.Ordinal).ThenBy(d => d["q"].AsInt64);

    private static string LateDay(BsonDocument d) => d[Late].AsString.Split(':')[2];

    private static string FirstOf(string programme, string kecamatan, long number) => string.Create(CultureInfo.InvariantCulture, $"{programme}:{kecamatan}:{number:D12}");

    private static bool IsWaiting(Stage stage) => Enum.GetValues<Role>().Any(r => Turns.Of(r).Contains(stage));

    private static bool IsHeld(BsonDocument d, DateTimeOffset now) => !d[HeldBy].IsNull && new Holding(d[HeldBy].AsString, new(d[HeldAt].AsInt64, TimeSpan.Zero)).Holds(now);

    // The first of each range that are meant: one more than a page holds. What is passed over are the cases that officers hold just now, some dozens.
    private IEnumerable<BsonDocument> Ranges(string field, IEnumerable<(string First, string Last)> ranges, Func<BsonDocument, bool> isMeant) =>
        ranges.SelectMany(r => KeyRange.Of(db, Rows.Cases, field, r.First, r.Last).Where(isMeant).Take(QueueQuery.LinesMax + 1));

    private static QueueLine Line(BsonDocument d, DateTimeOffset now, string? day) => new(
        d["_id"].AsString, d["no"].AsString, d["prog"].AsString, Enum.Parse<Stage>(d["stage"].AsString), Wilayah.KelurahanByCode(d["kel"].AsString)!,
        day is null ? null : DateOnly.ParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture), IsHeld(d, now) ? d[HeldBy].AsString : null);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
