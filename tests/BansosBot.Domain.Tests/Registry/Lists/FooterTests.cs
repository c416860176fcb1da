using BansosBot.Domain.Registry.Lists;
using static BansosBot.Domain.Tests.Registry.Lists.Table;

namespace BansosBot.Domain.Tests.Registry.Lists;

/// <summary>Dirt 2: what stands between and under the persons.</summary>
public sealed class FooterTests
{
    [Fact]
    public void Sums_and_signatures_are_no_persons()
    {
        var list = Read(["NO", "NIK", "NAMA"], ["1", Nik(1), "SITI"], ["JUMLAH", null, "1 ANAK"], [], [null, null, "Serang, 12 Mei 2025"], [null, null, "Mengetahui,"], [null, null, "Kepala Dinas Sosial"], [null, null, "Drs. CONTOH, M.Si."], [null, null, "NIP. 196501011990011001"]);

        Assert.Single(list.Rows);
        Assert.Equal(["3 - footer cleaned", "5 - footer cleaned", "6 - footer cleaned", "7 - footer cleaned", "8 - footer cleaned", "9 - footer cleaned"], list.Said());
        Assert.Equal(0, list.Refused);
    }

    [Fact]
    public void After_a_sum_the_next_person_is_read_again()
    {
        var list = Read(["NIK", "NAMA"], [Nik(1), "SITI"], ["JUMLAH", "1"], ["KECAMATAN CURUG"], ["NIK", "NAMA"], [Nik(2), "AHMAD"]);

        Assert.Equal(2, list.Rows.Length);
        Assert.Equal(["3 - footer cleaned", "4 - footer cleaned", "5 - repeatedHeading cleaned"], list.Said());
    }

    [Fact]
    public void Blank_rows_between_persons_are_told_once_and_those_at_the_end_not_at_all() =>
        Assert.Equal(["3 - blankRows cleaned"], Read(["NIK", "NAMA"], [Nik(1), "SITI"], [], [" "], [Nik(2), "AHMAD"], [], []).Said());

    [Fact]
    public void A_title_between_two_parts_is_no_person() =>
        Assert.Equal(["2 - subTitle cleaned"], Read(["NO", "NIK", "NAMA"], ["KELURAHAN UNYUR"], ["1", Nik(1), "SITI"]).Said());

    [Fact]
    public void Who_has_a_name_and_no_NIK_is_a_person_and_refused()
    {
        var list = Read(["NO", "NIK", "NAMA"], ["1", "belum ada", "SITI"], ["2", "-", "AHMAD"], ["3", null, "JUMLIAH"]);

        Assert.Equal(["2 B numberMissing refused", "3 B numberMissing refused", "4 B numberMissing refused"], list.Said());
        Assert.Equal(3, list.Refused);
    }

    [Fact]
    public void A_hidden_sheet_is_not_read_and_a_hidden_row_is()
    {
        var shown = Sheet(["NIK", "NAMA"], [Nik(1), "SITI"]);
        var filtered = shown with { Rows = [.. shown.Rows.Select(r => r with { IsHidden = r.Number == 2 })], HiddenColumns = [1] };

        var list = ReadList.Of([Sheet(["NIK", "NAMA"], [Nik(5), "LAMA"]) with { Name = "Lama", IsHidden = true }, filtered], Today)!;

        Assert.Equal(["1 - hiddenSheet heldBack", "1 B hiddenColumn accepted", "2 - hiddenRow accepted"], list.Said());
        Assert.Equal("SITI", Assert.Single(list.Rows).Name.Reveal());
    }
}
