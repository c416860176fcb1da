using BansosBot.Domain;
using BansosBot.Texts;
using CsCheck;

namespace BansosBot.Tests.Texts;

public sealed class MarkupTests
{
    [Fact]
    public void Bold_is_given_as_a_range_and_not_as_signs()
    {
        Worded worded = Render("Nomor *{nomor}* sudah *kami* terima.", ("nomor", "YAPI-1"));

        Assert.Equal("Nomor YAPI-1 sudah kami terima.", worded.Text);
        Assert.Equal(["YAPI-1", "kami"], worded.Bold.Select(b => worded.Text[b.Start..b.End]));
    }

    [Fact]
    public void A_name_with_an_asterisk_or_a_brace_stays_as_typed()
    {
        Worded worded = Render("Halo *{nama}*, {nama}.", ("nama", "A*** {x} *b*"));

        Assert.Equal("Halo A*** {x} *b*, A*** {x} *b*.", worded.Text);
        Assert.Equal([new BoldRange(5, 12)], worded.Bold);
    }

    [Fact]
    public void Ranges_count_UTF_16_units()
    {
        Worded worded = Render("{a} *b*", ("a", "👵🏽"));

        Assert.Equal([new BoldRange(5, 1)], worded.Bold);
    }

    [Fact]
    public void Bold_around_nothing_is_no_range()
    {
        Assert.Empty(Render("Halo *{nama}*.", ("nama", "")).Bold);
    }

    [Fact]
    public void Bold_of_a_text_inside_moves_with_it_and_melts_into_bold_around_it()
    {
        var wording = new Wording(Book.Of(("T.Outer", "Lihat {isi}, *lalu {isi}*."), ("T.Inner", "di *sini* ya")), OfficeTime.Wib);

        Worded worded = wording.Render(new Say("T.Outer", ("isi", new Say("T.Inner"))), Language.Indonesian, Book.Now);

        Assert.Equal("Lihat di sini ya, lalu di sini ya.", worded.Text);
        Assert.Equal(["sini", "lalu di sini ya"], worded.Bold.Select(b => worded.Text[b.Start..b.End]));
    }

    [Theory]
    [InlineData("satu * tanpa pasangan")]
    [InlineData("*satu")]
    [InlineData("**dua**")]
    [InlineData("* spasi* di depan")]
    [InlineData("*spasi *di belakang")]
    [InlineData("*lewat\nbaris*")]
    [InlineData("buka {nama")]
    [InlineData("tutup nama}")]
    [InlineData("{Nama}")]
    [InlineData("{nama orang}")]
    [InlineData("{}")]
    [InlineData("{n|satu}")]
    public void Broken_markup_is_a_mistake(string text)
    {
        Assert.Contains(Book.Of(("T.Text", text)).Mistakes, m => m is { Rule: "markup", Key: "T.Text", Where: "test:1" });
    }

    [Theory]
    [InlineData(1, "one child")]
    [InlineData(0, "0 children")]
    [InlineData(3, "3 children")]
    public void English_has_two_forms(int n, string words)
    {
        TextBook book = Book.Shipped(
        [
            Book.Entry(Language.Indonesian, "T.Children", "{n} anak"),
            Book.Entry(Language.English, "T.Children", "{n|one child|{n} children}"),
        ]);

        var say = new Say("T.Children", ("n", n));

        Assert.Equal(words, new Wording(book, OfficeTime.Wib).Render(say, Language.English, Book.Now).Text);
    }

    [Fact]
    public void Indonesian_has_one_form()
    {
        Assert.Equal("forms", Assert.Single(Book.Of(("T.Children", "{n|seorang anak|{n} anak}")).Mistakes).Rule);
    }

    [Fact]
    public void Whatever_is_typed_comes_out_unchanged_with_ranges_inside_the_text()
    {
        var wording = new Wording(Book.Of(("T.Text", "a *{x}* b{x}*c*")), OfficeTime.Wib);

        Gen.String.Sample(typed =>
        {
            Worded worded = wording.Render(new Say("T.Text", ("x", typed)), Language.Indonesian, Book.Now);
            Assert.Equal($"a {typed} b{typed}c", worded.Text);
            Assert.All(worded.Bold, b => Assert.InRange(b.End, b.Start + 1, worded.Text.Length));
            Assert.Equal("c", worded.Text[worded.Bold[^1].Start..worded.Bold[^1].End]);
        });
    }

    private static Worded Render(string text, Slot slot) =>
        new Wording(Book.Of(("T.Text", text)), OfficeTime.Wib).Render(new Say("T.Text", slot), Language.Indonesian, Book.Now);
}
