using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Domain.Registry;

/// <summary>A list of recipients (BNBA) that the office has taken in: of which programme and period. It names nobody.</summary>
/// <param name="Id">Random id, without a colon.</param>
/// <param name="Programme">Name of the programme: <c>yapi</c>.</param>
/// <param name="Count">Its rows.</param>
public sealed record RecipientList(string Id, string Programme, Period Period, DateTimeOffset ImportedAt, int Count)
{
    /// <summary>SHA-256 of the file it was read from, in lower-case hex; null: it came from no file.</summary>
    public string? File { get; init; }

    /// <summary>Id of the list whose place it takes; null: it is the first of its programme.</summary>
    public string? Before { get; init; }

    /// <summary>Beside the one before it.</summary>
    public ListCounts Counts { get; init; }
}

/// <summary>What taking in a list came to.</summary>
/// <param name="Gone">On the list before and not on this one: flagged, never deleted.</param>
/// <param name="Waiting">Rows that did not come in and wait for somebody's decision.</param>
/// <param name="Refused">Rows that have to be put right in the list.</param>
/// <param name="Lookalike">Rows that may be somebody of another row.</param>
public readonly record struct ListCounts(int New, int Changed, int Same, int Gone, int Duplicate, int Waiting, int Refused, int Lookalike);

/// <summary>Which of the lists of a programme people find themselves on: one at most.</summary>
public enum ListState
{
    /// <summary>Its rows are being written: nobody finds them.</summary>
    Staged,

    Valid,

    /// <summary>Another one has taken its place; it is kept.</summary>
    Past,
}

/// <summary>A list and whether it holds.</summary>
public sealed record KeptList(RecipientList List, ListState State);

/// <summary>What a list is for.</summary>
/// <param name="Round">Tahap or termin within the year, from 1; null: the list is for the year.</param>
public sealed record Period(int Year, int? Round) : IComparable<Period>
{
    public int CompareTo(Period? other) => other is null ? 1 : (Year, Round ?? 0).CompareTo((other.Year, other.Round ?? 0));

    public static bool operator <(Period left, Period right) => Comparer<Period>.Default.Compare(left, right) < 0;

    public static bool operator <=(Period left, Period right) => Comparer<Period>.Default.Compare(left, right) <= 0;

    public static bool operator >(Period left, Period right) => Comparer<Period>.Default.Compare(left, right) > 0;

    public static bool operator >=(Period left, Period right) => Comparer<Period>.Default.Compare(left, right) >= 0;
}

/// <summary>One row of a list: somebody who was found entitled.</summary>
/// <param name="List">Id of the list.</param>
/// <param name="Row">Of the list, from 1; with the list it names the row for ever.</param>
/// <param name="Nik">Null where the list has none that can be read: it is found by nobody.</param>
/// <param name="Kk">Null where the list has none: see <see cref="Proof"/>.</param>
/// <param name="Kelurahan">Null where it is none of the city's.</param>
/// <param name="Source">Where the row was read.</param>
public sealed record Recipient(string List, int Row, PersonName Name, Nik? Nik, NomorKk? Kk, Kelurahan? Kelurahan, RowSource Source)
{
    /// <summary>By what it is found. Null where the list lacks a part of it: the row is then shown to nobody who asks by NIK, for what is left stands
    /// on every copy of a KTP; an officer tells.</summary>
    public LookUpProof? Proof => Nik is not null && Kk is not null && Kelurahan is not null ? new(Nik, KkLastSix.Of(Kk), Kelurahan) : null;

    /// <summary>What else the list says of them; null: nothing was kept.</summary>
    public RowDetails? Details { get; init; }

    /// <summary>A row that was read, as row <paramref name="number"/> of a list.</summary>
    /// <param name="file">SHA-256 of the file.</param>
    public static Recipient Of(ListRow row, string list, int number, string file)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(list, number, row.Name, row.Nik, row.Kk, row.Kelurahan, new(file, row.At.Row) { Sheet = row.At.Sheet }) { Details = RowDetails.Of(row) };
    }

    public override string ToString() => $"Recipient {List}:{Row}";
}

/// <summary>Where a row of a list was read.</summary>
/// <param name="File">SHA-256 of the file, in lower-case hex.</param>
/// <param name="Line">In its sheet, from 1.</param>
public sealed record RowSource(string File, int Line)
{
    /// <summary>Null: it was not noted.</summary>
    public string? Sheet { get; init; }
}
