using System.Collections.Immutable;
using System.Globalization;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>What a file holds in a cell: the value, not what a spreadsheet shows of it.</summary>
public enum CellKind
{
    Empty,
    Text,

    /// <summary>A quantity to the file, whatever it was meant as.</summary>
    Number,

    /// <summary>A number that the file shows as a date.</summary>
    Day,

    /// <summary><c>#N/A</c>, <c>#REF!</c>: the formula behind it failed.</summary>
    Error,
}

/// <summary>A cell as the file holds it. The default is an empty one. Prints its kind only.</summary>
/// <param name="Text">Of text and errors; empty otherwise.</param>
/// <param name="IsFormula">The value is what a formula gave when the file was last saved.</param>
public readonly record struct RawCell(CellKind Kind, string? Text, double Number, DateOnly Day, bool IsFormula)
{
    // Whole numbers below it fit a long. Never through decimal: that conversion keeps 15 digits, as spreadsheets do.
    private const double WholeMax = 1e17;

    public static RawCell Of(string? text, bool isFormula = false) =>
        string.IsNullOrWhiteSpace(text) ? new(CellKind.Empty, null, 0, default, isFormula)
        : new(IsError(text) ? CellKind.Error : CellKind.Text, text, 0, default, isFormula);

    public static RawCell Of(double number, bool isFormula = false) => new(CellKind.Number, null, number, default, isFormula);

    public static RawCell Of(DateOnly day, bool isFormula = false) => new(CellKind.Day, null, 0, day, isFormula);

    public bool IsEmpty => Kind == CellKind.Empty;

    /// <summary>As one would have typed it. Personal.</summary>
    public string AsText => Kind switch
    {
        CellKind.Number when Math.Abs(Number) < WholeMax && double.IsInteger(Number) => ((long)Number).ToString(CultureInfo.InvariantCulture),
        CellKind.Number => Number.ToString("R", CultureInfo.InvariantCulture),
        CellKind.Day => Day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture),
        _ => Text ?? "",
    };

    public override string ToString() => Kind.ToString();

    // A text that looks like it: exported to CSV, an error is text.
    private static bool IsError(string text) =>
        text[0] == '#' && text.Trim() is "#N/A" or "#REF!" or "#VALUE!" or "#DIV/0!" or "#NAME?" or "#NULL!" or "#NUM!" or "#####";
}

/// <summary>A row of a sheet.</summary>
/// <param name="Number">As the spreadsheet numbers it, from 1.</param>
/// <param name="Cells">From column A on; what is not there is empty.</param>
/// <param name="IsHidden">By hand or by a filter.</param>
public sealed record SheetRow(int Number, ImmutableArray<RawCell> Cells, bool IsHidden = false)
{
    /// <param name="column">From 0.</param>
    public RawCell this[int column] => column < Cells.Length ? Cells[column] : default;

    public bool IsBlank => Cells.All(c => c.IsEmpty);

    public override string ToString() => $"row {Number.ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>Cells made one; the file holds the value in the first of them. Rows from 1, columns from 0, both ends counted in.</summary>
public readonly record struct MergedCells(int FirstRow, int LastRow, int FirstColumn, int LastColumn);

/// <summary>A sheet of a file; a CSV file is one sheet.</summary>
/// <param name="Name">A CSV file's is the file's name.</param>
/// <param name="Rows">In order, read as they are asked for; a row that is not in the file may be missing.</param>
public sealed record RawSheet(string Name, IEnumerable<SheetRow> Rows)
{
    public bool IsHidden { get; init; }

    public ImmutableArray<MergedCells> Merged { get; init; } = [];

    /// <summary>From 0.</summary>
    public ImmutableArray<int> HiddenColumns { get; init; } = [];

    public override string ToString() => $"sheet {Name}";
}
