using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Registry;

/// <summary>What the part of a sheet says beside the values of its cells, read in one pass.</summary>
/// <param name="Columns">As wide as the sheet says it is, or as it is.</param>
/// <param name="LastRow">The last one with anything in it.</param>
internal sealed record SheetShape(int Columns, int LastRow, bool HasValues, ImmutableArray<MergedCells> Merged, IReadOnlySet<int> HiddenRows, ImmutableArray<int> HiddenColumns)
{
    private const int FormulasMax = 1_000_000, MergedMax = 1_000_000;

    // ECMA-376: a sheet has at most so many.
    private const int SheetColumns = 16_384;

    private HashSet<long> formulas = [];

    /// <param name="row">From 1.</param>
    /// <param name="column">From 0.</param>
    public bool IsFormula(int row, int column) => formulas.Count > 0 && formulas.Contains(Key(row, column));

    /// <exception cref="ListUnreadableException">More formulas than a list of people has.</exception>
    public static SheetShape Of(ZipArchiveEntry part, string sheet)
    {
        using var xml = WorkbookParts.Open(part);
        var (merged, hiddenRows, hiddenColumns, formulas) = (ImmutableArray.CreateBuilder<MergedCells>(), new HashSet<int>(), ImmutableArray.CreateBuilder<int>(), new HashSet<long>());
        int columns = 0, row = 0, column = 0, lastRow = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "dimension" when Area(xml.GetAttribute("ref")) is { } area:
                    columns = area.LastColumn + 1;
                    break;
                case "col" when IsSet(xml.GetAttribute("hidden")):
                    for (var c = Number(xml.GetAttribute("min")); c <= Math.Min(Number(xml.GetAttribute("max")), Workbook.ColumnsMax); c++) hiddenColumns.Add(c - 1);
                    break;
                case "row":
                    row = xml.GetAttribute("r") is { } number ? Number(number) : row + 1;
                    column = -1;
                    if (IsSet(xml.GetAttribute("hidden"))) hiddenRows.Add(row);
                    break;
                case "c":
                    column = xml.GetAttribute("r") is { } at && Area(at) is { } cell ? cell.FirstColumn : column + 1;
                    columns = Math.Max(columns, column + 1);
                    break;
                case "v" or "is":
                    lastRow = row;
                    break;
                case "f":
                    lastRow = row;
                    formulas.Add(Key(row, column));
                    if (formulas.Count > FormulasMax) throw new ListUnreadableException(new ListOfFormulas(sheet, FormulasMax));
                    break;
                case "mergeCell" when Area(xml.GetAttribute("ref")) is { } area:
                    merged.Add(merged.Count < MergedMax ? area : throw new ListUnreadableException(new ListIsBroken(sheet)));
                    break;
            }
        }
        return new(columns, lastRow, lastRow > 0, merged.ToImmutable(), hiddenRows, hiddenColumns.ToImmutable()) { formulas = formulas };
    }

    private static long Key(int row, int column) => (row * (long)SheetColumns) + column;

    private static bool IsSet(string? flag) => flag is "1" or "true";

    private static int Number(string? digits) => int.Parse(digits ?? "", NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>B2 and B2:D9; null: neither.</summary>
    private static MergedCells? Area(string? reference)
    {
        if (reference is null) return null;
        var colon = reference.IndexOf(':', StringComparison.Ordinal);
        if (Cell(colon < 0 ? reference : reference[..colon]) is not { } from) return null;
        return Cell(colon < 0 ? reference : reference[(colon + 1)..]) is { } to ? new(from.Row, to.Row, from.Column, to.Column) : null;
    }

    private static (int Row, int Column)? Cell(ReadOnlySpan<char> at)
    {
        int column = 0, i = 0;
        for (; i < at.Length && char.IsAsciiLetterUpper(at[i]) && i < 3; i++) column = (column * 26) + at[i] - 'A' + 1;
        return column > 0 && int.TryParse(at[i..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? (row, column - 1) : null;
    }
}
