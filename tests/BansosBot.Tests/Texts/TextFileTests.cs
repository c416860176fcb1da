using BansosBot.Domain;
using BansosBot.Texts;

namespace BansosBot.Tests.Texts;

public sealed class TextFileTests
{
    [Fact]
    public void A_text_is_a_line_or_quoted_or_a_block()
    {
        var (entries, mistakes) = Read("""
            # a comment
            A.Line: satu baris
            A.Quoted: "Jam: {jam} # bukan komentar"

            A.Block: |
              baris satu

              baris *dua*
            A.Folded: >
              satu
              kalimat
            """);

        Assert.Empty(mistakes);
        Assert.Equal(
            ["satu baris", "Jam: {jam} # bukan komentar", "baris satu\n\nbaris *dua*", "satu kalimat"],
            entries.Select(e => e.Text));
        Assert.Equal(["x.yaml:2", "x.yaml:3", "x.yaml:5", "x.yaml:9"], entries.Select(e => e.Where));
    }

    [Fact]
    public void All_mistakes_of_a_file_are_named_at_once_each_with_its_line()
    {
        var (entries, mistakes) = Read("""
            A.One: *tebal* di depan
            A.Two: {nama}, halo
            A.Three: Jam buka: 08.00
            A.Good: baik
            A.Four: terpotong # di sini
            A.Five: "tidak ditutup
              sampai akhir
            A.Six:
            tanpa titik dua
            A.Seven: &a jangkar
            - A.Eight
            A.Last: baik juga
            """);

        Assert.Equal(["A.Good", "A.Last"], entries.Select(e => e.Key));
        Assert.Equal([1, 2, 3, 5, 6, 8, 9, 10, 11], mistakes.Select(m => int.Parse(m.Where.Split(':')[1])));
    }

    [Fact]
    public void A_tab_is_named_on_the_line_where_it_is()
    {
        var (_, mistakes) = Read("A.One: satu\nA.Two: |\n  baik\n\tburuk\n");

        Assert.Equal("x.yaml:4", Assert.Single(mistakes).Where);
    }

    [Fact]
    public void An_indented_line_without_a_key_is_named()
    {
        Assert.Equal("x.yaml:2", Assert.Single(Read("# x\n  yatim: piatu\n").Mistakes).Where);
    }

    [Theory]
    [InlineData("A.Code: 010", "010")]
    [InlineData("A.Hour: 08:30", "08:30")]
    [InlineData("A.Yes: ya", "ya")]
    [InlineData("A.No: no", "no")]
    public void What_looks_like_a_number_or_a_yes_stays_text(string line, string text)
    {
        Assert.Equal(text, Assert.Single(Read(line).Entries).Text);
    }

    [Fact]
    public void Line_ends_of_Windows_do_no_harm()
    {
        var (entries, mistakes) = Read("A.One: |\r\n  satu\r\n  dua\r\nA.Two: tiga\r\n");

        Assert.Empty(mistakes);
        Assert.Equal(["satu\ndua", "tiga"], entries.Select(e => e.Text));
    }

    private static (IReadOnlyList<TextEntry> Entries, IReadOnlyList<TextMistake> Mistakes) Read(string content)
    {
        var (entries, mistakes) = TextFile.Read("x.yaml", content, Language.Indonesian);
        return (entries, mistakes);
    }
}
