using System.Collections.Immutable;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>The row, or two rows, that name the columns: the one with most names that are known. Above it stand the title, a logo,
/// merged cells; the upper of two rows may be merged over several columns of the lower.</summary>
internal sealed record Heading(int FirstRow, int LastRow, ImmutableArray<ListColumn> Columns)
{
    /// <summary>So far down it is looked for: lists were met with it in row 3 to 8.</summary>
    public const int RowsSearchedMax = 40;

    // One word that is also a column's name stands in many a title.
    private const int NamesMin = 2;

    /// <summary>Null: no row names a NIK and a name. NIK and name are enough.</summary>
    public static Heading? Find(IReadOnlyList<SheetRow> rows, ImmutableArray<MergedCells> merged, ColumnMeanings meanings)
    {
        Heading? best = null;
        for (var i = 0; i < rows.Count; i++)
        {
            best = Better(best, Of(rows[i].Number, rows[i].Number, [.. Names(rows[i], merged).Select(n => (n, meanings.Of(n)))], meanings));
            if (i > 0 && rows[i - 1].Number == rows[i].Number - 1 && IsAllText(rows[i]))
                best = Better(best, Of(rows[i - 1].Number, rows[i].Number, Joined(rows[i - 1], rows[i], merged, meanings), meanings));
        }
        return best;
    }

    /// <summary>Whether a row below names the columns again, as at the top of each printed page. A person's row may say "Yatim Piatu" or "Tahap" where a
    /// column could be called so: where the NIK and the name stand, nothing else may.</summary>
    public bool IsRepeatedBy(SheetRow row)
    {
        var again = 0;
        foreach (var column in Columns)
        {
            if (column.Holds <= Holds.NotKept) continue;
            if (row[column.Index] is { Kind: CellKind.Text } cell && (ColumnNames.Of(cell.AsText) == column.Holds || Same(column.Header, cell.AsText))) again++;
            else if (column.Holds is Holds.Nik or Holds.Name && !row[column.Index].IsEmpty) return false;
        }
        return again >= NamesMin;
    }

    /// <summary>1, 2, 3 ... under the heading.</summary>
    public bool IsNumberedBy(SheetRow row)
    {
        var numbers = row.Cells.Where(c => !c.IsEmpty).Select(c => int.TryParse(c.AsText.Trim(' ', '(', ')'), out var n) ? n : -1).ToList();
        return row.Number == LastRow + 1 && numbers.Count >= 3 && numbers[0] is 1 && numbers.Zip(numbers.Skip(1)).All(n => n.Second == n.First + 1);
    }

    private static bool Same(string header, string again) => header.Length > 0 && string.Equals(Typed.Plain(again), header, StringComparison.OrdinalIgnoreCase);

    private static Heading? Of(int first, int last, ImmutableArray<(string Name, Holds Holds)> names, ColumnMeanings meanings)
    {
        var taken = new HashSet<Holds>();
        var columns = ImmutableArray.CreateBuilder<ListColumn>();
        for (var i = 0; i < names.Length; i++)
            if (names[i].Name.Length > 0)
                // The first of two alike is meant; the second is shown as unknown.
                columns.Add(new(i, names[i].Name, names[i].Holds > Holds.NotKept && !taken.Add(names[i].Holds) ? Holds.Unknown : names[i].Holds) { IsConfirmed = meanings.IsConfirmed(names[i].Name) });
        return taken.Contains(Holds.Nik) && taken.Contains(Holds.Name) ? new(first, last, columns.ToImmutable()) : null;
    }

    // Of two that know as much, the upper and the shorter.
    private static Heading? Better(Heading? one, Heading? other) => other is null || (one is not null && one.Known >= other.Known) ? one : other;

    private int Known => Columns.Count(c => c.Holds > Holds.Unknown);

    private static ImmutableArray<(string, Holds)> Joined(SheetRow upper, SheetRow lower, ImmutableArray<MergedCells> merged, ColumnMeanings meanings)
    {
        string[] above = Names(upper, merged), below = Names(lower, []);
        var joined = ImmutableArray.CreateBuilder<(string, Holds)>();
        var carried = "";
        for (var i = 0; i < Math.Max(above.Length, below.Length); i++)
        {
            string own = i < above.Length ? above[i] : "", low = i < below.Length ? below[i] : "";
            // Not merged in the file (CSV has no merging): the name to the left stands over this column too.
            if (own.Length > 0) carried = low.Length > 0 ? own : "";
            else if (low.Length == 0) carried = "";
            var over = own.Length > 0 || low.Length == 0 ? own : carried;
            joined.Add(($"{over} {low}".Trim(), meanings.Of(over, low)));
        }
        return joined.ToImmutable();
    }

    private static string[] Names(SheetRow row, ImmutableArray<MergedCells> merged)
    {
        var width = merged.Where(m => m.FirstRow == row.Number).Select(m => m.LastColumn + 1).Append(row.Cells.Length).Max();
        var names = new string[Math.Min(width, Math.Max(row.Cells.Length, WidthMax))];
        for (var i = 0; i < names.Length; i++) names[i] = row[i].Kind == CellKind.Text ? Typed.Plain(row[i].AsText).Trim() : "";
        foreach (var m in merged.Where(m => m.FirstRow == row.Number && m.LastColumn > m.FirstColumn && m.FirstColumn < names.Length))
            for (var i = m.FirstColumn + 1; i <= Math.Min(m.LastColumn, names.Length - 1); i++) names[i] = names[m.FirstColumn];
        return names;
    }

    private const int WidthMax = 256;

    // The lower row of a heading holds no number of a person.
    private static bool IsAllText(SheetRow row) => row.Cells.All(c => c.Kind is CellKind.Empty or CellKind.Text && (c.Text?.Count(char.IsAsciiDigit) ?? 0) < 8);
}
