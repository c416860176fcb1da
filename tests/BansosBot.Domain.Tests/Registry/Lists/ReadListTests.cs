using BansosBot.Domain.Registry.Lists;
using CsCheck;
using static BansosBot.Domain.Tests.Registry.Lists.Table;

namespace BansosBot.Domain.Tests.Registry.Lists;

/// <summary>What holds for every list, however dirty.</summary>
public sealed class ReadListTests
{
    private static readonly string?[] Niks = [Nik(1), Nik(2), Nik(3, "120316"), Nik(4, "450314"), "3,67E+15", "#:3673025203140001", "-", null, "3673O25203140001", Nik(1) + " SITI", "idem", "f:1", "#N/A", "JUMLAH"];

    private static readonly string?[] Words = ["SITI", "AHMAD", "H. Ahmad", "-", null, "\"", "sda", "SITI 2", "=1+1", "Unyur", "RT 02/05", "12-03-2014", "#:41710", "d:2014-03-12", "L", "P", "NAMA", "#REF!", "0812-3456-7890", "Mengetahui"];

    private static readonly Gen<string?[]> Row = Gen.Select(OneOf(Niks), OneOf(Words), OneOf(Words), OneOf(Words), OneOf([.. Niks, .. Words])).Select((a, b, c, d, e) => new[] { a, b, c, d, e });

    [Fact]
    public void Every_person_of_the_file_comes_in_once_or_the_report_says_why_not() => Row.Array[0, 40].Sample(rows =>
    {
        var list = Read([["NIK", "NAMA", "TGL LAHIR", "KELURAHAN", "NO KK"], .. rows]);

        Assert.Equal(list.Rows.Length, list.Rows.Select(r => r.Nik).Distinct().Count());
        var outside = list.Lines.Where(l => l.Rule is ListRule.Footer or ListRule.SubTitle or ListRule.RepeatedHeading or ListRule.ColumnNumbers).Select(l => l.At.Row).Distinct().Count();
        var blank = rows.Count(r => r.All(c => string.IsNullOrWhiteSpace(c)));
        Assert.Equal(rows.Length - blank - outside, list.Rows.Length + list.Duplicates + list.HeldBack + list.Refused);
        Assert.Empty(list.Rows.Select(r => r.Nik).Intersect(list.Waiting));
    }, iter: 400);

    [Fact]
    public void No_line_shows_a_number_whole() => Row.Array[1, 20].Sample(rows =>
        Assert.DoesNotContain(Read([["NIK", "NAMA", "TGL LAHIR", "KELURAHAN", "NO KK"], .. rows]).Lines, l => l.Masked is { } shown && (shown.Count(char.IsAsciiDigit) > 8 || shown.Contains("AHMAD", StringComparison.OrdinalIgnoreCase))), iter: 200);

    private static Gen<string?> OneOf(string?[] cells) => Gen.Int[0, cells.Length - 1].Select(i => cells[i]);
}
