using BansosBot.Domain.Registry.Lists;
using static BansosBot.Domain.Tests.Registry.Lists.Table;

namespace BansosBot.Domain.Tests.Registry.Lists;

/// <summary>Dirt 7: idem, sda, ditto marks, merged cells.</summary>
public sealed class SameAsAboveTests
{
    [Theory]
    [InlineData("idem")]
    [InlineData("Idem.")]
    [InlineData("sda")]
    [InlineData("s.d.a")]
    [InlineData("sama dengan atas")]
    [InlineData("\"")]
    [InlineData("\u201D")]
    [InlineData("''")]
    [InlineData("- \" -")]
    public void What_stands_above_is_taken(string mark)
    {
        var list = Read(["NIK", "NAMA", "KELURAHAN"], [Nik(1), "SITI", "Unyur"], [Nik(2), "DEWI", mark], [Nik(3), "AYU", mark]);

        Assert.Equal(["3 C sameAsAbove cleaned", "4 C sameAsAbove cleaned"], list.Said());
        Assert.Equal(["Unyur", "Unyur", "Unyur"], list.Rows.Select(r => r.Kelurahan?.Name));
    }

    [Fact]
    public void A_name_and_a_NIK_are_never_taken_from_above() =>
        Assert.Equal(["3 A numberMissing refused", "3 B nameMissing refused"], Read(["NIK", "NAMA"], [Nik(1), "SITI"], ["idem", "sda"]).Said().Where(l => l.StartsWith('3')));

    [Fact]
    public void A_cell_merged_over_rows_counts_for_each_of_them()
    {
        var sheet = Sheet(["NIK", "NAMA", "KELURAHAN"], [Nik(1), "SITI", "Unyur"], [Nik(2), "DEWI", null], [Nik(3), "AYU", null]) with { Merged = [new(2, 3, 2, 2)] };

        var list = ReadList.Of([sheet], Today)!;

        Assert.Equal(["3 C mergedCell cleaned"], list.Said());
        Assert.Equal(["Unyur", "Unyur", null], list.Rows.Select(r => r.Kelurahan?.Name));
    }
}
