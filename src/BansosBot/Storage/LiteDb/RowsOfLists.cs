using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Storage.Keys;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>How lists of recipients, their rows and what hangs on them stand in their collections.</summary>
internal sealed partial class Rows
{
    // ---- a list: { _id, prog, year, round, at, n, file, before, new, changed, same, gone, dup, wait, refused, alike, staged, until }

    public static BsonDocument List(RecipientList list)
    {
        var (doc, counts) = (new BsonDocument { ["_id"] = list.Id, ["prog"] = list.Programme, ["year"] = list.Period.Year, ["at"] = list.ImportedAt.UtcTicks, ["n"] = list.Count }, list.Counts);
        if (list.Period.Round is { } round) doc["round"] = round;
        if (list.File is not null) doc["file"] = list.File;
        if (list.Before is not null) doc["before"] = list.Before;
        foreach (var (name, n) in (ReadOnlySpan<(string, int)>)[("new", counts.New), ("changed", counts.Changed), ("same", counts.Same), ("gone", counts.Gone), ("dup", counts.Duplicate), ("wait", counts.Waiting), ("refused", counts.Refused), ("alike", counts.Lookalike)])
            doc[name] = n;
        return doc;
    }

    public static RecipientList List(BsonDocument d)
    {
        return new(d["_id"].AsString, d["prog"].AsString, new(d["year"].AsInt32, d["round"].IsNull ? null : d["round"].AsInt32), new(d["at"].AsInt64, TimeSpan.Zero), d["n"].AsInt32)
        {
            File = d["file"].IsNull ? null : d["file"].AsString,
            Before = d["before"].IsNull ? null : d["before"].AsString,
            Counts = new(Count("new"), Count("changed"), Count("same"), Count("gone"), Count("dup"), Count("wait"), Count("refused"), Count("alike")),
        };

        int Count(string name) => d[name].IsNull ? 0 : d[name].AsInt32;
    }

    public static ListState StateOf(BsonDocument list) => !list["staged"].IsNull ? ListState.Staged : list["until"].IsNull ? ListState.Valid : ListState.Past;

    // ---- one of its rows: { _id, slot, list, proof, nik, said, nb, np, b }

    // Rows of a list follow one another: they are written side by side.
    public static string RowId(string list, int number) => string.Create(CultureInfo.InvariantCulture, $"{list}:{number:D7}");

    public static int NumberOf(BsonDocument row) => row["_id"].AsString is var id ? int.Parse(id.AsSpan(id.LastIndexOf(':') + 1), CultureInfo.InvariantCulture) : 0;

    public BsonDocument Recipient(Recipient r, int slot, RowKeys? keys = null)
    {
        var id = RowId(r.List, r.Row);
        var doc = new BsonDocument { ["_id"] = id, ["slot"] = slot, ["list"] = r.List };
        if (r.Proof is { } proof) doc[LookUps.Proof] = Of(proof);
        if (keys is not null)
        {
            (doc["nik"], doc["said"], doc["nb"]) = (keys.Nik, keys.Content, keys.NameAndBirth);
            if (keys.NameAndPlace is { } place) doc["np"] = place;
        }

        doc["b"] = Encrypt(r, StoredJson.Recipient, slot, Recipients, id);
        return doc;
    }

    public Recipient Recipient(BsonDocument doc) => Decrypt(doc, StoredJson.Recipient, Recipients);

    /// <summary>Null: it was written without.</summary>
    public static RowKeys? KeysOf(BsonDocument d) =>
        d["said"].IsNull ? null : new(d["nik"].AsString, d["said"].AsString, d["nb"].AsString, d["np"].IsNull ? null : d["np"].AsString) { Row = NumberOf(d) };

    // ---- a page of a difference: { _id, c }, of each person what became of them, the new row, the old one (0: none), and in what they differ

    public static string PageId(string list, int page) => string.Create(CultureInfo.InvariantCulture, $"{list}:{page:D5}");

    public static BsonDocument Page(string list, int page, ImmutableArray<RowChange> changes) => new()
    {
        ["_id"] = PageId(list, page),
        ["c"] = new BsonArray(changes.Select(c => new BsonArray((int)c.Moved, c.Row ?? 0, c.OldRow ?? 0, (int)c.Why))),
    };

    public static ImmutableArray<RowChange> Changes(BsonDocument page) =>
        [.. page["c"].AsArray.Select(c => new RowChange((Moved)c[0].AsInt32, None(c[1].AsInt32), None(c[2].AsInt32), (Differs)c[3].AsInt32))];

    private static int? None(int number) => number == 0 ? null : number;

    // ---- a decision: { _id, what, b } with the office's key, for the name of a sheet may be a person's

    public BsonDocument Decision(ListDecision d)
    {
        var id = RowId(d.List, d.Number);
        return new() { ["_id"] = id, ["what"] = d.What.ToString(), ["b"] = Encrypt(d, StoredJson.ListDecision, KeySlot.Office.Number, Decisions, id) };
    }

    /// <summary>Null: it does not open.</summary>
    public ListDecision? TryDecision(BsonDocument doc) => Try(() => Decrypt(doc, StoredJson.ListDecision, Decisions));
}
