using BansosBot.Domain.Registry.Lists;
using static BansosBot.Domain.Tests.Registry.Lists.Table;

namespace BansosBot.Domain.Tests.Registry.Lists;

/// <summary>Dirt 7 and 8: names, phones, money, errors, formulas, signs.</summary>
public sealed class OtherCellsTests
{
    [Theory]
    [InlineData("Sukinah", "Sukinah")]
    [InlineData("ALM. AHMAD", "ALM. AHMAD", "nameDeceased accepted")]
    [InlineData("AHMAD (ALM)", "AHMAD (ALM)", "nameDeceased accepted")]
    [InlineData("ALMAIRA", "ALMAIRA")]
    [InlineData("SITI 2", null, "nameUnreadable refused")]
    [InlineData("-", null, "nameMissing refused")]
    [InlineData("=SITI", "SITI", "leadingSign cleaned")]
    [InlineData("@SITI", "SITI", "leadingSign cleaned")]
    [InlineData("#REF!", null, "cellError cleaned", "nameMissing refused")]
    [InlineData("f:SITI", null, "formula heldBack")]
    public void A_name_stays_as_written_or_keeps_its_row_out(string cell, string? name, params string[] said)
    {
        var list = Read(["NIK", "NAMA"], [Nik(1), cell]);

        Assert.Equal(said.Select(s => $"2 B {s}"), list.Said().Where(l => !l.EndsWith("formula accepted", StringComparison.Ordinal)));
        Assert.Equal(name, list.Rows.SingleOrDefault()?.Name.Reveal());
    }

    [Fact]
    public void Titles_and_mixed_case_are_told_once_for_a_sheet() =>
        Assert.Equal(["3 - nameAsWritten accepted"], Read(["NIK", "NAMA"], [Nik(1), "SITI"], [Nik(2), "H. Ahmad, S.Pd."], [Nik(3), "Dewi"], [Nik(4), "AYU"]).Said());

    [Theory]
    [InlineData("0812-3456-7890", "+6281234567890")]
    [InlineData("#:81234567890", "+6281234567890", "phoneTidied cleaned")]
    [InlineData("+6208123456789 0", "+6281234567890", "phoneTidied cleaned")]
    [InlineData("0812345", null, "phoneUnreadable cleaned")]
    [InlineData("-", null)]
    public void Phones(string cell, string? phone, params string[] said)
    {
        var list = Read(["NIK", "NAMA", "NO HP"], [Nik(1), "SITI", cell]);

        Assert.Equal(said.Select(s => $"2 C {s}"), list.Said());
        Assert.Equal(phone, Assert.Single(list.Rows).Phone?.Reveal());
    }

    [Fact]
    public void What_a_list_of_payments_says_is_read()
    {
        var list = Read(
            ["NIK", "NAMA", "STATUS ANAK", "TAHAP", "NOMINAL", "STATUS SALUR", "KET"],
            [Nik(1), "SITI", "Yatim Piatu", "Tahap 3 2025", "Rp600.000", "Sudah Cair", null],
            [Nik(2), "DEWI", "yatim", "#:3", "#:600000", "GAGAL SALUR", "rekening dormant"],
            [Nik(3), "AYU", "anak kost", "3", "banyak", "?", "-"]);

        Assert.Equal([OrphanOf.Both, OrphanOf.Father, null], list.Rows.Select(r => r.Orphan));
        Assert.Equal(["Tahap 3 2025", "3", "3"], list.Rows.Select(r => r.Round));
        Assert.Equal([new Rupiah(600_000), new Rupiah(600_000), null], list.Rows.Select(r => r.Amount));
        Assert.Equal([Payment.Paid, Payment.Failed, null], list.Rows.Select(r => r.Payment));
        Assert.Equal([null, "rekening dormant", null], list.Rows.Select(r => r.Remark));
        Assert.Equal(["4 C valueUnreadable cleaned", "4 E valueUnreadable cleaned"], list.Said());
    }

    [Theory]
    [InlineData("Sudah Cair", Payment.Paid)]
    [InlineData("SUKSES", Payment.Paid)]
    [InlineData("Gagal Salur", Payment.Failed)]
    [InlineData("Salur Gagal", Payment.Failed)]
    [InlineData("belum cair", null)]
    [InlineData("sudah tidak menerima", null)]
    public void States_of_a_payment(string cell, Payment? state) => Assert.Equal(state, ShortWords.PaymentOf(cell));

    [Fact]
    public void A_number_of_a_cell_is_read_with_all_its_digits() => Assert.Equal("3673021403100007", RawCell.Of(3673021403100007d).AsText);

    [Fact]
    public void A_formula_that_is_no_number_of_a_person_is_taken_with_its_value()
    {
        var list = Read(["NIK", "NAMA", "KELURAHAN"], [Nik(1), "SITI", "f:Unyur"]);

        Assert.Equal(["2 C formula accepted"], list.Said());
        Assert.Equal("Unyur", Assert.Single(list.Rows).Kelurahan?.Name);
    }

    [Fact]
    public void A_text_that_a_spreadsheet_would_run_is_kept_as_text() =>
        Assert.Equal("=HYPERLINK(\"x\")", Assert.Single(Read(["NIK", "NAMA", "KET"], [Nik(1), "SITI", "=HYPERLINK(\"x\")"]).Rows).Remark);
}
