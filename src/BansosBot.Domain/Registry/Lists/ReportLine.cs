using System.Globalization;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>A row of the file.</summary>
/// <param name="Row">As the spreadsheet numbers it, from 1.</param>
public sealed record RowAt(string Sheet, int Row)
{
    public override string ToString() => $"{Sheet}:{Row.ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>What one rule did with one row. Holds no value that tells who somebody is.</summary>
/// <param name="Column">From 0; null: the whole row.</param>
/// <param name="Masked">The value's shape; null: there is none to show.</param>
/// <param name="Other">The row that it has to do with; null: none.</param>
public sealed record ReportLine(RowAt At, int? Column, ListRule Rule, Done Done, string? Masked = null, RowAt? Other = null)
{
    /// <summary>C, AA; null: the whole row.</summary>
    public string? ColumnLetters => Column is { } column ? Letters(column) : null;

    /// <summary>As scripts know it: <c>numberCell</c>.</summary>
    public string RuleName => InJson(Rule.ToString());

    /// <summary><c>accepted</c>, <c>cleaned</c>, <c>heldBack</c>, <c>refused</c>.</summary>
    public string DoneName => InJson(Done.ToString());

    /// <param name="column">From 0.</param>
    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + Letters(column % 26);

    private static string InJson(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
