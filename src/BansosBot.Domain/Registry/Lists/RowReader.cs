using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>Reads the person of a row, cell by cell: who it is, then the rest, of which nothing keeps the person out.</summary>
internal sealed class RowReader(Heading heading, SameAsAbove above, PlaceCells places, DateOnly today)
{
    private const int TextLengthMax = 200;

    private readonly Dictionary<Holds, ListColumn> columns = heading.Columns.Where(c => c.Holds > Holds.NotKept).ToDictionary(c => c.Holds);

    public RoundedColumn NikColumn { get; } = new();

    public RoundedColumn KkColumn { get; } = new();

    public int NikIndex => columns[Holds.Nik].Index;

    public int? KkIndex => Index(Holds.Kk);

    /// <summary>What stands where the NIK is.</summary>
    public RawCell NikOf(SheetRow row) => row[NikIndex];

    public (Candidate Candidate, SwappedNikAndKk.Verdict Swap) Read(SheetRow row, RowReport report)
    {
        above.Enter(row);
        var cells = Cells(row, report);
        RawCell nik = cells(Holds.Nik), name = cells(Holds.Name), kk = cells(Holds.Kk);
        if (NikAndName.Apart(nik, name) is { } apart)
        {
            (nik, name) = apart;
            report.Say(ListRule.NikAndName, Done.Cleaned, NikIndex, nik);
        }
        NikColumn.Saw(nik);
        KkColumn.Saw(kk);

        var stated = BirthDateCell.Read(cells(Holds.BirthDate), today);
        var sex = ShortWords.SexOf(cells(Holds.Sex).AsText);
        var swap = SwappedNikAndKk.Judge(nik, kk, stated.Date, sex);
        if (swap == SwappedNikAndKk.Verdict.Swapped)
        {
            report.Say(ListRule.NikAndKkSwapped, Done.Cleaned, NikIndex, nik);
            (nik, kk) = (kk, nik);
        }

        var candidate = new Candidate(report);
        var who = Nik(nik, report);
        var called = Name(name, report);
        if (who is null || called is null) return (candidate, swap);
        var born = BirthDateCell.Judged(stated, who);
        if (born.Rule is { } rule) report.Say(rule, rule == ListRule.DateDiffersFromNik ? Done.Accepted : Done.Cleaned, Index(Holds.BirthDate), cells(Holds.BirthDate));
        if (sex is { } said && said != who.Sex) report.Say(ListRule.SexDiffersFromNik, Done.Accepted, Index(Holds.Sex), cells(Holds.Sex));
        if (sex is null) Unread(Holds.Sex, cells, report);
        candidate.Row = WithAid(WithHome(new ListRow(report.At, who, called) { Kk = Kk(kk, who, report), Born = born.Date, Sex = sex }, cells, report), cells, report);
        return (candidate, swap);
    }

    /// <summary>The cells of the row, what stands above included; errors are empty, and what was odd about a cell that is kept is told.</summary>
    private Func<Holds, RawCell> Cells(SheetRow row, RowReport report)
    {
        var read = new Dictionary<Holds, RawCell>(columns.Count);
        foreach (var column in columns.Values)
        {
            var (cell, rule) = above.At(row, column);
            if (rule is { } taken) report.Say(taken, Done.Cleaned, column.Index, cell);
            if (cell.Kind == CellKind.Error)
            {
                report.Say(ListRule.CellError, Done.Cleaned, column.Index);
                cell = default;
            }
            else if (cell.IsFormula && column.Holds is not (Holds.Nik or Holds.Kk or Holds.GuardianNik)) report.Say(ListRule.Formula, cell.IsEmpty ? Done.Cleaned : Done.Accepted, column.Index, cell);
            if (cell.Kind == CellKind.Text && cell.Text is ['=' or '@', _, ..] or ['+' or '-', not (>= '0' and <= '9') and not ' ' and not '-', ..] && !SameAsAbove.IsSaid(cell)) report.Say(ListRule.LeadingSign, Done.Cleaned, column.Index, cell);
            read[column.Holds] = cell;
        }
        return holds => read.GetValueOrDefault(holds);
    }

    private Nik? Nik(RawCell cell, RowReport report)
    {
        var read = LongNumberCell.Read(cell, Registry.Nik.Read);
        if (read.Rule is { } rule) report.Say(rule, read.Done, NikIndex, cell);
        return read.Value;
    }

    private PersonName? Name(RawCell cell, RowReport report)
    {
        var column = Index(Holds.Name);
        if (NameCell.IsMissing(cell)) report.Say(ListRule.NameMissing, Done.Refused, column, cell);
        else if (cell.IsFormula) report.Say(ListRule.Formula, Done.HeldBack, column, cell);
        else if (NameCell.Read(cell) is not { } name) report.Say(ListRule.NameUnreadable, Done.Refused, column, cell);
        else
        {
            if (NameCell.IsOfTheDead(cell.AsText)) report.Say(ListRule.NameDeceased, Done.Accepted, column, cell);
            return name;
        }
        return null;
    }

    /// <summary>A KK that cannot be read keeps nobody out: it is left out.</summary>
    private NomorKk? Kk(RawCell cell, Nik nik, RowReport report)
    {
        if (cell.IsEmpty) return null;
        var read = LongNumberCell.Read(cell, NomorKk.Read);
        if (read.Value is { } kk)
        {
            if (kk.ClashWith(nik) is not null) (read, kk) = (new(null, ListRule.KkSameAsNik, Done.Cleaned), null);
            else if (kk.Doubts is [{ Key: "NomorKk.LooksLikeNik" }]) (read, kk) = (new(null, ListRule.KkLooksLikeNik, Done.Cleaned), null);
            else if (kk.Doubts is [{ Key: "NomorKk.SerialZero" }]) (read, kk) = (new(null, ListRule.EndsInZeros, Done.Cleaned), null);
            if (read.Rule is { } odd) report.Say(odd, Done.Cleaned, KkIndex, cell);
            return kk;
        }
        if (read.Rule is { } rule and not ListRule.NumberMissing) report.Say(rule, Done.Cleaned, KkIndex, cell);
        return null;
    }

    private ListRow WithHome(ListRow row, Func<Holds, RawCell> cells, RowReport report)
    {
        var address = RtAndRw.Parts(Addressed(cells(Holds.Address), report)) ?? AddressParts.None;
        if ((address.Rt ?? address.Rw) is not null) report.Say(ListRule.RtRwSplit, Done.Cleaned, Index(Holds.Address));
        foreach (var holds in (ReadOnlySpan<Holds>)[Holds.RtRw, Holds.Rt, Holds.Rw])
        {
            if (RtAndRw.Read(cells(holds), isRw: holds == Holds.Rw) is not { } own) continue;
            address = address.FilledBy(own.Parts);
            if (own.IsSplit && holds != Holds.RtRw) report.Say(ListRule.RtRwSplit, Done.Cleaned, Index(holds), cells(holds));
        }

        RawCell kelurahan = cells(Holds.Kelurahan), kecamatan = cells(Holds.Kecamatan);
        var place = places.Read(Said(kelurahan), Said(kecamatan));
        if (place.Rule is { } rule && (rule != ListRule.KecamatanFilled || Index(Holds.Kecamatan) is not null))
        {
            var (holds, cell) = rule == ListRule.KecamatanFilled || place.IsOfKecamatan ? (Holds.Kecamatan, kecamatan) : (Holds.Kelurahan, kelurahan);
            report.Say(rule, rule == ListRule.PlaceOutside ? Done.Accepted : Done.Cleaned, Index(holds), cell);
        }
        return row with { Address = address, Kelurahan = place.Kelurahan, Kecamatan = place.Kecamatan };
    }

    private AddressReading Addressed(RawCell cell, RowReport report)
    {
        if (cell.IsEmpty) return new AddressReading.Refused(new AddressNotUnderstood());
        var reading = AddressReader.Read(cell.AsText);
        if (reading is AddressReading.Refused && !NameCell.IsMissing(cell)) report.Say(ListRule.ValueUnreadable, Done.Cleaned, Index(Holds.Address), cell);
        return reading;
    }

    private ListRow WithAid(ListRow row, Func<Holds, RawCell> cells, RowReport report)
    {
        var orphan = ShortWords.OrphanedOf(cells(Holds.ChildStatus).AsText);
        if (orphan is null && AnswerCells.Read(cells(Holds.ChildStatus).AsText) is null) Unread(Holds.ChildStatus, cells, report);
        var payment = ShortWords.PaymentOf(cells(Holds.PaymentState).AsText);
        if (payment is null) Unread(Holds.PaymentState, cells, report);
        var guardian = NameCell.Read(cells(Holds.GuardianName));
        if (guardian is null) Unread(Holds.GuardianName, cells, report);
        row = AnswerCells.With(row, cells, holds => Text(holds, cells, report), today);
        return row with
        {
            GuardianName = guardian,
            GuardianNik = GuardianNik(cells(Holds.GuardianNik), row.Nik, report),
            Relation = Text(Holds.Relation, cells, report),
            Phone = Phone(cells(Holds.Phone), report),
            Orphan = orphan,
            Programme = Text(Holds.Programme, cells, report),
            Round = Text(Holds.Round, cells, report) ?? row.Months,
            Amount = Amount(cells(Holds.Amount), report),
            Payment = payment,
            Remark = Text(Holds.Remark, cells, report),
        };
    }

    private Nik? GuardianNik(RawCell cell, Nik child, RowReport report)
    {
        if (cell.IsEmpty) return null;
        var read = LongNumberCell.Read(cell, Registry.Nik.Read);
        if (read.Value is { } guardian && child.ClashWith(guardian) is not null) read = new(null, ListRule.ImpossibleNumber, Done.Cleaned);
        if (read.Rule is { } rule and not ListRule.NumberMissing) report.Say(rule, Done.Cleaned, Index(Holds.GuardianNik), cell);
        return read.Value;
    }

    private PhoneNumber? Phone(RawCell cell, RowReport report)
    {
        if (NameCell.IsMissing(cell)) return null;
        var phone = PhoneNumber.Parse(cell.AsText) is Outcome<PhoneNumber>.Ok ok ? ok.Value : null;
        if (phone is null) report.Say(ListRule.PhoneUnreadable, Done.Cleaned, Index(Holds.Phone), cell);
        else if (cell.AsText is not ['0', ..]) report.Say(ListRule.PhoneTidied, Done.Cleaned, Index(Holds.Phone), cell);
        return phone;
    }

    private Rupiah? Amount(RawCell cell, RowReport report)
    {
        if (NameCell.IsMissing(cell)) return null;
        if (RupiahReader.Read(cell.AsText) is Heard<Rupiah>.Clear clear) return clear.Value;
        report.Say(ListRule.ValueUnreadable, Done.Cleaned, Index(Holds.Amount), cell);
        return null;
    }

    private string? Text(Holds holds, Func<Holds, RawCell> cells, RowReport report)
    {
        var text = Typed.Plain(cells(holds).AsText).Trim();
        if (text.Length == 0 || NameCell.IsMissing(cells(holds)) && !text.Any(char.IsAsciiDigit)) return null;
        if (text.Length <= TextLengthMax) return text;
        report.Say(ListRule.TextCut, Done.Cleaned, Index(holds), cells(holds));
        return text[..TextLengthMax];
    }

    private void Unread(Holds holds, Func<Holds, RawCell> cells, RowReport report)
    {
        if (!NameCell.IsMissing(cells(holds))) report.Say(ListRule.ValueUnreadable, Done.Cleaned, Index(holds), cells(holds));
    }

    private int? Index(Holds holds) => columns.TryGetValue(holds, out var column) ? column.Index : null;

    private static string Said(RawCell cell) => NameCell.IsMissing(cell) ? "" : Typed.Plain(cell.AsText).Trim();
}
