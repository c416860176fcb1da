using static BansosBot.Domain.Tests.Registry.Lists.Table;

namespace BansosBot.Domain.Tests.Registry.Lists;

/// <summary>Dirt 5: NIK and KK in each other's column for a stretch of rows.</summary>
public sealed class SwappedNikAndKkTests
{
    private static readonly string?[] Names = ["NIK", "NO KK", "NAMA", "TGL LAHIR", "JK"];

    [Fact]
    public void The_birth_date_is_the_referee()
    {
        var list = Read(Names, [Nik(1), Kk(1), "SITI", "12-03-2014", "P"], [Kk(2), Nik(2), "AHMAD", "12-03-2014", null], [Nik(3), Kk(3), "DEWI", "12-03-2014", "P"]);

        Assert.Equal(["3 A nikAndKkSwapped cleaned"], list.Said());
        Assert.Equal([Nik(1), Nik(2), Nik(3)], list.Rows.Select(r => r.Nik.Reveal()));
        Assert.Equal([Kk(1), Kk(2), Kk(3)], list.Rows.Select(r => r.Kk!.Reveal()));
    }

    [Fact]
    public void Without_a_birth_date_the_sex_of_a_girl_is() =>
        Assert.Equal(["2 A nikAndKkSwapped cleaned"], Read(Names, [Kk(2), Nik(2), "SITI", null, "P"]).Said());

    [Fact]
    public void A_row_after_a_swapped_one_that_nothing_speaks_for_waits_for_a_person()
    {
        var list = Read(Names, [Kk(1), Nik(1), "SITI", "12-03-2014", "P"], [Kk(2), Nik(2, "120314"), "AHMAD", null, null], [Nik(3), Kk(3), "DEWI", "12-03-2014", "P"], [Kk(4), Nik(4, "120314"), "BUDI", null, null]);

        Assert.Equal("3 - maybeSwapped heldBack", list.Said()[1]);
        Assert.Equal(2 + 1, list.Rows.Length);
        Assert.Equal(1, list.HeldBack);
    }

    [Fact]
    public void A_mothers_NIK_in_the_column_of_KK_numbers_is_not_swapped_in()
    {
        var list = Read(Names, [Nik(1), Nik(7, "450585"), "SITI", "12-03-2014", "P"]);

        Assert.Equal(Nik(1), Assert.Single(list.Rows).Nik.Reveal());
        Assert.Equal(["2 B kkLooksLikeNik cleaned"], list.Said());
    }
}
