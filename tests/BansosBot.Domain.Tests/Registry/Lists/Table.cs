using System.Globalization;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Domain.Tests.Registry.Lists;

/// <summary>Small lists written as tables. A cell is text; <c>#:41710</c> is a number, <c>d:2014-03-12</c> a date, <c>f:...</c> a formula's value.</summary>
internal static class Table
{
    public static readonly DateOnly Today = new(2025, 9, 23);

    /// <summary>Nobody's: a girl of 12 March 2014, told apart by the last two digits.</summary>
    public static string Nik(int serial, string birth = "520314") => $"367302{birth}{serial:D4}";

    public static string Kk(int serial) => $"367302100515{serial:D4}";

    public static ReadList Read(params string?[][] rows) => ReadList.Of([Sheet(rows)], Today) ?? throw new InvalidOperationException("No heading.");

    public static RawSheet Sheet(params string?[][] rows) => new("Kasemen", rows.Select((r, i) => new SheetRow(i + 1, [.. r.Select(Cell)])).ToList());

    public static RawCell Cell(string? value) => value switch
    {
        null => default,
        ['#', ':', .. var number] => RawCell.Of(double.Parse(number, CultureInfo.InvariantCulture)),
        ['d', ':', .. var day] => RawCell.Of(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ['f', ':', .. var formula] => RawCell.Of(formula, isFormula: true),
        _ => RawCell.Of(value),
    };

    /// <summary>"3 B numberCell heldBack", a line each, without what every list has.</summary>
    public static string[] Said(this ReadList list) =>
        [.. list.Lines.Where(l => l.Rule is not (ListRule.HeadingFound or ListRule.ColumnNotKept)).Select(l => $"{l.At.Row} {l.ColumnLetters ?? "-"} {l.RuleName} {l.DoneName}")];
}
