using static BansosBot.Domain.Tests.Registry.Lists.Table;

namespace BansosBot.Domain.Tests.Registry.Lists;

/// <summary>Dirt 7: places and addresses.</summary>
public sealed class PlaceAndAddressTests
{
    [Theory]
    [InlineData("UNYUR", "SERANG", "Unyur", "Serang")]
    [InlineData("Kel. Unyur", "Kec. Serang", "Unyur", "Serang")]
    [InlineData("unyurr", "Serang", "Unyur", "Serang", "C placeRepaired cleaned")]
    [InlineData("Unyur", "", "Unyur", "Serang", "D kecamatanFilled cleaned")]
    [InlineData("Sukawana", "Curug", "Sukawana", "Curug")]
    [InlineData("Sukawana", null, null, null, "C placeUnsure cleaned")]
    [InlineData("Unyur", "Curug", null, "Curug", "C placeUnsure cleaned")]
    [InlineData("Ciruas", "", null, null, "C placeOutside accepted")]
    [InlineData("Antah Berantah", "Kasemen", null, "Kasemen", "C placeUnknown cleaned")]
    [InlineData("", "kasmen", null, "Kasemen", "D placeRepaired cleaned")]
    [InlineData("36.73.02.1001", "", "Kasemen", "Kasemen")]
    public void Places_are_those_of_the_official_list(string kelurahan, string? kecamatan, string? read, string? readAbove, string? said = null)
    {
        var list = Read(["NIK", "NAMA", "KELURAHAN", "KECAMATAN"], [Nik(1), "SITI", kelurahan, kecamatan]);

        Assert.Equal(said is null ? [] : [$"2 {said}"], list.Said());
        Assert.Equal((read, readAbove), (Assert.Single(list.Rows).Kelurahan?.Name, list.Rows[0].Kecamatan?.Name));
    }

    [Theory]
    [InlineData("KP. KEBON RT 02/05", null, null, "002", "005", "C rtRwSplit cleaned")]
    [InlineData("KP. KEBON", "RT.002", "5", "002", "005", "D rtRwSplit cleaned")]
    [InlineData("KP. KEBON", "02/05", null, "002", "005", "D rtRwSplit cleaned")]
    [InlineData("KP. KEBON", "#:2", "#:5", "002", "005")]
    [InlineData("KP. KEBON", "0", "-", null, null)]
    [InlineData("Rt. Nurhayati", null, null, null, null)]
    public void RT_and_RW_are_found_where_they_stand(string address, string? rt, string? rw, string? readRt, string? readRw, string? said = null)
    {
        var list = Read(["NIK", "NAMA", "ALAMAT", "RT", "RW"], [Nik(1), "SITI", address, rt, rw]);

        Assert.Equal(said is null ? [] : [$"2 {said}"], list.Said());
        Assert.Equal((readRt, readRw), (Assert.Single(list.Rows).Address.Rt, list.Rows[0].Address.Rw));
    }
}
