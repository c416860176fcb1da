using System.Collections.Immutable;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>A list as it was read: who would come in, and what was done with every row that was not as it should be. Nothing is stored by it.</summary>
/// <param name="Sheets">The columns as they were understood, for a person to confirm.</param>
/// <param name="Rows">The persons, each once, in the order of the file.</param>
/// <param name="Waiting">Persons whose row waits for somebody's decision: they are not on the list yet, and not gone from it.</param>
/// <param name="Duplicates">Rows of a NIK that another row has too.</param>
/// <param name="HeldBack">Other rows that a person decides on.</param>
/// <param name="Refused">Rows that have to be put right in the list.</param>
/// <param name="Lookalikes">Rows that look like a row above under another NIK; they are among <paramref name="Rows"/>.</param>
/// <param name="Lines">By sheet and row.</param>
public sealed record ReadList(
    ImmutableArray<SheetColumns> Sheets, ImmutableArray<ListRow> Rows, ImmutableArray<Nik> Waiting, int Duplicates, int HeldBack, int Refused, int Lookalikes, ImmutableArray<ReportLine> Lines)
{
    /// <summary>So far down a sheet its heading is looked for.</summary>
    public const int HeadingRowsSearchedMax = Heading.RowsSearchedMax;

    /// <summary>Reads the sheets of a file. Null: none of them names a NIK and a name.</summary>
    /// <param name="today">The day in Serang.</param>
    /// <param name="meanings">What people have confirmed of columns; null: nothing.</param>
    /// <param name="use">Which rows are about one and the same.</param>
    public static ReadList? Of(IEnumerable<RawSheet> sheets, DateOnly today, ColumnMeanings? meanings = null, ListUse use = ListUse.Recipients)
    {
        var (lines, candidates, columns, order) = (new List<ReportLine>(), new List<Candidate>(), ImmutableArray.CreateBuilder<SheetColumns>(), new Dictionary<string, int>());
        foreach (var sheet in sheets)
        {
            order.TryAdd(sheet.Name, order.Count);
            // What somebody hid is an older list or a table of codes; whoever wants it read shows it.
            if (sheet.IsHidden) lines.Add(new(new(sheet.Name, 1), null, ListRule.HiddenSheet, Done.HeldBack));
            else if (new SheetReader(sheet, meanings ?? ColumnMeanings.None, today, lines, candidates).Read() is { } read) columns.Add(read);
        }
        if (columns.Count == 0) return null;

        var duplicates = Lists.Duplicates.Settle(candidates, use);
        var lookalikes = use == ListUse.Recipients ? SamePerson.Tell(candidates.Where(c => c.IsComing), today) : 0;
        var left = candidates.Where(c => !c.IsComing && !c.IsMerged).ToList();
        var doubled = left.Count(c => c.IsHeldAsDuplicate);
        var heldBack = left.Count(c => c is { IsOfRoundedColumn: false, Report.Fate: Done.HeldBack }) - doubled;
        ImmutableArray<ListRow> rows = [.. candidates.Where(c => c.IsComing).Select(c => c.Row!)];
        return new(
            columns.ToImmutable(), rows, [.. left.Where(c => c.Row is not null && !c.IsOfRoundedColumn).Select(c => c.Row!.Nik).Except(rows.Select(r => r.Nik))],
            duplicates, heldBack, left.Count - doubled - heldBack, lookalikes, [.. lines.OrderBy(l => order[l.At.Sheet]).ThenBy(l => l.At.Row)]);
    }

    public override string ToString() => $"ReadList, {Rows.Length} rows";
}
