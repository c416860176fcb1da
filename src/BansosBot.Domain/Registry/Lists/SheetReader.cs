namespace BansosBot.Domain.Registry.Lists;

/// <summary>Reads a sheet from its heading to its footer; what is no person is told and passed over.</summary>
internal sealed class SheetReader(RawSheet sheet, ColumnMeanings meanings, DateOnly today, List<ReportLine> lines, List<Candidate> candidates)
{
    // Cells of a row that stands between two parts of a table: "KECAMATAN KASEMEN".
    private const int SubTitleCellsMax = 2;

    private bool isInSwappedStretch;
    private bool? areNamesDressed;
    private bool isDressingTold;
    private (int First, int Count)? blank;

    /// <summary>Null: it names no columns.</summary>
    public SheetColumns? Read()
    {
        var head = new List<SheetRow>();
        using var rows = sheet.Rows.GetEnumerator();
        while (head.Count < Heading.RowsSearchedMax && rows.MoveNext()) head.Add(rows.Current);
        if (Heading.Find(head, sheet.Merged, meanings) is not { } heading)
        {
            if (head.Any(r => !r.IsBlank)) Say(head[0].Number, ListRule.SheetWithoutHeading, Done.Refused);
            return null;
        }

        SayColumns(heading);
        var reader = new RowReader(heading, new SameAsAbove(sheet.Merged), new PlaceCells(), today);
        var (footer, first) = (new Footer(), candidates.Count);
        foreach (var row in head.Where(r => r.Number > heading.LastRow).Concat(Rest(rows))) Read(row, heading, reader, footer);
        Judge(reader, heading, candidates.Skip(first));
        return new(sheet.Name, heading.LastRow, heading.Columns);
    }

    private static IEnumerable<SheetRow> Rest(IEnumerator<SheetRow> rows)
    {
        while (rows.MoveNext()) yield return rows.Current;
    }

    private void SayColumns(Heading heading)
    {
        Say(heading.LastRow, heading.FirstRow == heading.LastRow ? ListRule.HeadingFound : ListRule.TwoRowHeading, Done.Accepted);
        foreach (var column in heading.Columns)
        {
            if (column.Holds == Holds.NotKept) Say(heading.LastRow, ListRule.ColumnNotKept, Done.Accepted, column.Index);
            else if (column.Holds == Holds.Unknown) Say(heading.LastRow, heading.Columns.Any(c => c != column && c.Header == column.Header) ? ListRule.ColumnTwice : ListRule.ColumnUnknown, Done.Cleaned, column.Index);
            if (column.Holds > Holds.NotKept && sheet.HiddenColumns.Contains(column.Index)) Say(heading.LastRow, ListRule.HiddenColumn, Done.Accepted, column.Index);
        }
    }

    private void Read(SheetRow row, Heading heading, RowReader reader, Footer footer)
    {
        if (row.IsBlank)
        {
            blank = (blank?.First ?? row.Number, (blank?.Count ?? 0) + 1);
            return;
        }
        if (heading.IsNumberedBy(row)) Say(row.Number, ListRule.ColumnNumbers, Done.Cleaned);
        else if (heading.IsRepeatedBy(row)) Say(row.Number, ListRule.RepeatedHeading, Done.Cleaned);
        else if (footer.Has(row, HasNik(reader, row))) Say(row.Number, ListRule.Footer, Done.Cleaned);
        else if (row.Cells.Count(c => !c.IsEmpty) <= SubTitleCellsMax && !HasNik(reader, row) && IsNobody(row, heading)) Say(row.Number, ListRule.SubTitle, Done.Cleaned);
        else Person(row, reader);
        blank = null;
    }

    private void Person(SheetRow row, RowReader reader)
    {
        // Blank rows at the end of a table are no news; between two persons somebody may have cut one out.
        if (blank is { } gap) Say(gap.First, ListRule.BlankRows, Done.Cleaned);
        var report = new RowReport(new(sheet.Name, row.Number), lines);
        if (row.IsHidden) report.Say(ListRule.HiddenRow, Done.Accepted);
        var (candidate, swap) = reader.Read(row, report);
        candidates.Add(candidate);
        Stretch(candidate, swap);
        Dressing(candidate.Row);
    }

    /// <summary>After a swapped row, one that nothing in it speaks for may be swapped as well, until one stands right for certain.</summary>
    private void Stretch(Candidate candidate, SwappedNikAndKk.Verdict swap)
    {
        if (swap != SwappedNikAndKk.Verdict.NoReferee) isInSwappedStretch = swap == SwappedNikAndKk.Verdict.Swapped;
        else if (isInSwappedStretch) candidate.Report.Say(ListRule.MaybeSwapped, Done.HeldBack);
    }

    /// <summary>Told once for a sheet: names stay as they are written.</summary>
    private void Dressing(ListRow? row)
    {
        if (isDressingTold || row is null) return;
        var dressed = NameCell.IsDressed(row.Name.Reveal());
        isDressingTold = (areNamesDressed ??= dressed) != dressed;
        if (isDressingTold) lines.Add(new(row.At, null, ListRule.NameAsWritten, Done.Accepted));
    }

    private void Judge(RowReader reader, Heading heading, IEnumerable<Candidate> ofSheet)
    {
        if (reader.NikColumn.IsRounded)
        {
            Say(heading.LastRow, ListRule.ColumnRounded, Done.Refused, reader.NikIndex);
            foreach (var candidate in ofSheet) candidate.IsOfRoundedColumn = true;
        }
        else if (reader.KkColumn.IsRounded)
        {
            Say(heading.LastRow, ListRule.ColumnRounded, Done.Cleaned, reader.KkIndex);
            foreach (var candidate in ofSheet) candidate.Row = candidate.Row is { } row ? row with { Kk = null } : null;
        }
    }

    private static bool HasNik(RowReader reader, SheetRow row) => reader.NikOf(row) is { Kind: CellKind.Text or CellKind.Number } cell && cell.AsText.Count(char.IsAsciiDigit) >= 8;

    private static bool IsNobody(SheetRow row, Heading heading) => heading.Columns.Where(c => c.Holds == Holds.Name).All(c => row[c.Index].IsEmpty)
        || row.Cells.FirstOrDefault(c => !c.IsEmpty) is { Kind: CellKind.Text } first && StartsPlace(first.AsText);

    private static bool StartsPlace(string text) => Reading.Typed.Words(text) is ["kecamatan" or "kec" or "kelurahan" or "kel" or "desa" or "rw" or "rt", ..];

    private void Say(int row, ListRule rule, Done done, int? column = null) => lines.Add(new(new(sheet.Name, row), column, rule, done));
}
