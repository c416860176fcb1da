using static BansosBot.Domain.Tests.Registry.Lists.Table;

namespace BansosBot.Domain.Tests.Registry.Lists;

/// <summary>Dirt 3: a column that went through a spreadsheet as quantities.</summary>
public sealed class RoundedColumnTests
{
    [Fact]
    public void More_than_one_in_five_ending_in_0_rejects_the_column()
    {
        string?[][] rows = [["NIK", "NAMA"], .. Enumerable.Range(1, 10).Select(i => new[] { Nik(i <= 3 ? i * 10 : i + 100), $"ANAK {(char)('A' + i)}" })];

        var list = Read(rows);

        Assert.Empty(list.Rows);
        Assert.Equal(["1 A columnRounded refused"], list.Said());
        Assert.Equal(10, list.Refused);
        Assert.Empty(list.Waiting);
    }

    [Fact]
    public void One_in_five_is_chance()
    {
        string?[][] rows = [["NIK", "NAMA"], .. Enumerable.Range(1, 15).Select(i => new[] { Nik(i <= 3 ? i * 10 : (i * 10) + 1), $"ANAK {(char)('A' + i)}" })];

        Assert.Equal(15, Read(rows).Rows.Length);
    }

    [Fact]
    public void Two_of_three_are_chance() => Assert.Equal(3, Read(["NIK", "NAMA"], [Nik(10), "SITI"], [Nik(20), "AHMAD"], [Nik(3), "DEWI"]).Rows.Length);

    [Fact]
    public void A_rounded_column_of_KK_numbers_is_left_out()
    {
        var list = Read(["NIK", "NAMA", "KK"], [Nik(1), "SITI", Kk(10)], [Nik(2), "AHMAD", Kk(20)], [Nik(3), "DEWI", Kk(30)]);

        Assert.Equal(["1 C columnRounded cleaned"], list.Said());
        Assert.Equal([null, null, null], list.Rows.Select(r => r.Kk));
    }
}
