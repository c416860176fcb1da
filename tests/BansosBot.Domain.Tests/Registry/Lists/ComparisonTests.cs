using BansosBot.Domain.Registry.Lists;
using static BansosBot.Domain.Tests.Registry.Lists.Table;

namespace BansosBot.Domain.Tests.Registry.Lists;

/// <summary>A list beside the one before it.</summary>
public sealed class ComparisonTests
{
    private static readonly string?[] Names = ["NIK", "NAMA", "TGL LAHIR", "KELURAHAN"];

    private static readonly ReadList Old = Read(Names, [Nik(1), "SITI", "12-03-2014", "Unyur"], [Nik(2), "DEWI LESTARI", "12-03-2014", "Unyur"], [Nik(3), "AYU", "12-03-2014", "Banten"]);

    [Fact]
    public void The_same_list_again_changes_nothing() => Assert.Equal("0 new, 0 changed, 3 same, 0 gone, 0 alike", Told(Old));

    [Fact]
    public void In_another_order_and_under_other_headings_it_is_the_same_list() =>
        Assert.Equal("0 new, 0 changed, 3 same, 0 gone, 0 alike", Told(Read(["Daftar"], ["Kel", "Nama Anak", "NIK Anak", "TTL"], ["Banten", "AYU", Nik(3), "12 Maret 2014"], ["Unyur", "DEWI LESTARI", Nik(2), "12/3/2014"], ["Unyur", "SITI", Nik(1), "12-03-2014"])));

    [Fact]
    public void Who_came_changed_stayed_and_left_is_counted() =>
        Assert.Equal("1 new, 1 changed, 1 same, 1 gone, 0 alike", Told(Read(Names, [Nik(1), "SITI", "12-03-2014", "Unyur"], [Nik(3), "AYU", "12-03-2014", "Kasemen"], [Nik(9, "450512"), "BUDI", "05-05-2012", "Unyur"])));

    [Fact]
    public void One_who_came_with_the_name_and_birth_date_of_one_who_left_is_a_hint_for_a_person()
    {
        var compared = Compared(Read(Names, [Nik(1), "SITI", "12-03-2014", "Unyur"], [Nik(22), "DEWI LESTARI", "12-03-2014", "Unyur"], [Nik(3), "AYU", "12-03-2014", "Banten"]));

        Assert.Equal(Nik(22), Assert.Single(compared.Lookalikes).New.Nik.Reveal());
    }

    [Fact]
    public void Who_waits_for_a_decision_is_not_gone() =>
        Assert.Equal("0 new, 0 changed, 2 same, 0 gone, 0 alike", Told(Read(Names, [Nik(1), "SITI", "12-03-2014", "Unyur"], [Nik(1), "BUDI", "12-03-2014", "Unyur"], [Nik(2), "DEWI LESTARI", "12-03-2014", "Unyur"], [Nik(3), "AYU", "12-03-2014", "Banten"])));

    [Fact]
    public void Against_no_list_everybody_is_new() => Assert.Equal(3, Comparison.Of(Old, [], Hash, Today).New.Length);

    private static string Hash(string use, string value) => $"{use}:{value.GetHashCode(StringComparison.Ordinal)}";

    private static Comparison Compared(ReadList list) => Comparison.Of(list, [.. Old.Rows.Select(r => RowKeys.Of(r, Hash, Today))], Hash, Today);

    private static string Told(ReadList list) =>
        Compared(list) is var c ? $"{c.New.Length} new, {c.Changed.Length} changed, {c.Same.Length} same, {c.Gone.Length} gone, {c.Lookalikes.Length} alike" : "";
}
