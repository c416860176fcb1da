using BansosBot.Domain.Registry.Lists;
using static BansosBot.Domain.Tests.Registry.Lists.Table;

namespace BansosBot.Domain.Tests.Registry.Lists;

/// <summary>Dirt 5: one NIK in two rows, one person under two NIKs.</summary>
public sealed class DuplicatesTests
{
    [Fact]
    public void Of_one_name_they_are_made_one_and_what_the_first_lacks_is_taken_from_the_second()
    {
        var list = Read(["NIK", "NAMA", "NO KK"], [Nik(1), "MUHAMAD MA'MUN", null], [Nik(2), "SITI", Kk(1)], [Nik(1), "M. MAMUN, S.Pd.", Kk(1)]);

        var merged = list.Rows[0];
        Assert.Equal(("MUHAMAD MA'MUN", Kk(1), 2), (merged.Name.Reveal(), merged.Kk!.Reveal(), merged.At.Row));
        Assert.Equal((2, 1, 0, 0), (list.Rows.Length, list.Duplicates, list.HeldBack, list.Refused));
        var line = list.Lines.Single(l => l.Rule == ListRule.DuplicateMerged);
        Assert.Equal((4, 2), (line.At.Row, line.Other!.Row));
    }

    [Fact]
    public void Of_two_names_both_wait_for_a_person()
    {
        var list = Read(["NIK", "NAMA"], [Nik(1), "SITI AMINAH"], [Nik(1), "BUDI SANTOSO"], [Nik(2), "AHMAD"]);

        Assert.Equal(["2 - duplicateOtherName heldBack", "3 - duplicateOtherName heldBack"], list.Said());
        Assert.Equal((1, 2, 0, 0), (list.Rows.Length, list.Duplicates, list.HeldBack, list.Refused));
        Assert.Equal(Nik(1), Assert.Single(list.Waiting).Reveal());
    }

    [Fact]
    public void Duplicates_are_found_across_sheets()
    {
        var list = ReadList.Of([Sheet(["NIK", "NAMA"], [Nik(1), "SITI"]), Sheet(["NIK", "NAMA"], [Nik(1), "SITI"]) with { Name = "Curug" }], Today)!;

        Assert.Equal(("Curug:2", "Kasemen:2"), (list.Lines[^1].At.ToString(), list.Lines[^1].Other!.ToString()));
    }

    [Fact]
    public void Siblings_of_one_KK_are_fine() => Assert.Empty(Read(["NIK", "NAMA", "NO KK"], [Nik(1), "SITI", Kk(1)], [Nik(2, "120316"), "AHMAD", Kk(1)]).Said());

    [Fact]
    public void One_name_and_birth_date_under_two_NIKs_is_told_and_both_come_in()
    {
        var list = Read(["NIK", "NAMA", "TGL LAHIR"], [Nik(1), "SITI AMINAH", "12-03-2014"], [Nik(7), "ST AMINAH", "12-03-2014"], [Nik(8), "DEWI", "12-03-2014"]);

        Assert.Equal(["3 - maybeSamePerson accepted"], list.Said());
        Assert.Equal((3, 1), (list.Rows.Length, list.Lookalikes));
    }

    [Fact]
    public void In_one_kelurahan_a_name_a_slip_apart_is_told_too()
    {
        string?[] names = ["NIK", "NAMA", "KELURAHAN"];

        Assert.Equal(1, Read(names, [Nik(1), "SITI AMINAH", "Unyur"], [Nik(7), "SITI AMINA", "Unyur"]).Lookalikes);
        Assert.Equal(0, Read(names, [Nik(1), "SITI AMINAH", "Unyur"], [Nik(7), "SITI AMINA", "Banten"]).Lookalikes);
    }
}
