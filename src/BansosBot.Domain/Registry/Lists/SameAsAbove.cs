using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>"idem", "sda" (sama dengan atas), a ditto mark, or a cell merged over several rows: what the row above says. Never for a NIK or a name:
/// they name one person.</summary>
internal sealed class SameAsAbove(IEnumerable<MergedCells> merged)
{
    private static readonly HashSet<string> Words = ["idem", "idm", "sda", "samadenganatas", "samadgnatas", "samadgatas", "samadenganyangatas", "samasepertiatas", "samadengandiatas", "ditto"];

    private readonly ILookup<int, MergedCells> merged = merged.Where(m => m.LastRow > m.FirstRow).ToLookup(m => m.FirstRow);
    private readonly Dictionary<int, (int LastRow, RawCell Value)> open = [];
    private readonly Dictionary<int, RawCell> above = [];

    public static bool MayBeSaid(Holds holds) => holds is not (Holds.Nik or Holds.Name or Holds.Unknown or Holds.NotKept);

    public static bool IsSaid(RawCell cell)
    {
        if (cell.Kind != CellKind.Text || cell.AsText.Length > 30) return false;
        var plain = Typed.Plain(cell.AsText).ToLowerInvariant();
        return plain.Any(char.IsLetterOrDigit) ? Words.Contains(string.Concat(plain.Where(char.IsLetter))) && !plain.Any(char.IsAsciiDigit)
            : plain.Any(c => c is '"' or '\u201C' or '\u201D' or '\u3003' or '\u2033') || plain.Trim() == "''";
    }

    /// <summary>Remembers the merged cells that begin in this row, before its cells are asked for.</summary>
    public void Enter(SheetRow row)
    {
        foreach (var m in merged[row.Number]) open[m.FirstColumn] = (m.LastRow, row[m.FirstColumn]);
    }

    /// <summary>What stands in the row, or what it takes from above, with the rule by which; null: nothing was taken.</summary>
    public (RawCell Cell, ListRule? Rule) At(SheetRow row, ListColumn column)
    {
        var cell = row[column.Index];
        if (!MayBeSaid(column.Holds)) return (cell, null);
        var (taken, rule) = cell.IsEmpty && open.TryGetValue(column.Index, out var one) && one.LastRow >= row.Number && !one.Value.IsEmpty ? (one.Value, ListRule.MergedCell)
            : IsSaid(cell) ? (above.GetValueOrDefault(column.Index), ListRule.SameAsAbove)
            : (cell, default(ListRule?));
        above[column.Index] = taken;
        return (taken, rule);
    }
}
