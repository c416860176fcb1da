using BansosBot.Domain;
using BansosBot.Texts;
using BansosBot.Texts.Linting;

namespace BansosBot.Tests.Texts;

public sealed class LinterTests
{
    [Theory]
    [InlineData("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua belas tiga", 1)]
    [InlineData("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas duabelas", 0)]
    [InlineData("Satu dua tiga empat lima enam. Tujuh delapan sembilan sepuluh sebelas dua belas.", 0)]
    [InlineData("Yang perlu disiapkan Bapak/Ibu hari ini: satu dua tiga empat lima enam tujuh.", 0)]
    [InlineData("Satu dua tiga empat lima enam\ntujuh delapan sembilan sepuluh sebelas dua belas", 0)]
    [InlineData("Datang ke Jl. Raya No. 12 Kel. Serang satu dua tiga empat lima", 1)]
    [InlineData("Petugas datang ke rumah Bapak/Ibu paling lambat {tanggal} pagi ya.", 0)]
    public void A_sentence_has_at_most_twelve_words(string text, int found) => Finds("sentence-length", found, text);

    [Fact]
    public void A_message_has_at_most_400_characters_as_usually_filled_unless_it_is_a_list()
    {
        var lines = string.Join('\n', Enumerable.Repeat("Empat belas ya.", 24));    // 383

        Finds("message-length", 0, lines);
        Finds("message-length", 1, lines + "\n{tanggal}");
        Finds("message-length", 0, lines + "\n{tanggal}", "T.Text#list");
    }

    [Fact]
    public void A_message_asks_one_thing()
    {
        Finds("one-question", 0, "Siapa namanya?");
        Finds("one-question", 1, "Siapa namanya? Berapa umurnya?");
        Finds("one-question", 1, "Siapa namanya? Berapa umurnya?", "T.Text#list");
    }

    [Theory]
    [InlineData("T.Button.Go", "Ini tombol dengan tulisan yang jauh lebih panjang", 1)]
    [InlineData("T.Choice.Go", "Titik.", 1)]
    [InlineData("T.Go#label", "dua\nbaris", 1)]
    [InlineData("T.Button.Go", "Lihat *menu*", 1)]
    [InlineData("T.Button.Go", "Daftar bantuan anak yatim", 0)]
    [InlineData("T.Go", "Bukan tombol, jadi boleh sepanjang ini dan bertitik.", 0)]
    public void A_button_is_short_and_has_one_line(string key, string text, int found) => Finds("label", found, text, key);

    [Theory]
    [InlineData("Nama ada di BNBA.", 1)]
    [InlineData("Nama dikirim lewat siks-ng.", 1)]
    [InlineData("Bawa surat tidak mampu (SKTM).", 0)]
    [InlineData("Desil (tingkat kesejahteraan) dihitung BPS (lembaga statistik).", 0)]
    [InlineData("Bawa KTP dan KK asli.", 0)]
    public void An_office_word_is_explained_where_it_stands(string text, int found) => Finds("jargon", found, text);

    [Fact]
    public void No_English_is_left_in_other_languages()
    {
        Finds("english", 1, "Silakan upload fotonya.");
        Finds("english", 0, "Silakan kirim fotonya lewat chat ini.");
        Finds("english", 0, "Buka form.serangkota.go.id saja.");
        Assert.DoesNotContain(
            Linter.Check(TextBook.Of([Book.Entry(Language.Indonesian, "T.A", "Kirim."), Book.Entry(Language.English, "T.A", "Send the form.")])),
            m => m.Rule == "english");
    }

    [Theory]
    [InlineData("dua  spasi", 1)]
    [InlineData("sebelum , koma", 1)]
    [InlineData("akhir baris \nberikut", 1)]
    [InlineData("biasa saja, ya. Pukul 09.00.", 0)]
    public void Spaces_stand_where_they_belong(string text, int found) => Finds("spaces", found, text);

    [Theory]
    [InlineData("Buka https://bit.ly/abc sekarang.", 1)]
    [InlineData("Buka kemensos-go.id.com/x", 1)]
    [InlineData("Buka cekbansos.kemensos.go.id atau https://lapor.go.id/x.", 0)]
    [InlineData("Alamat resmi berakhir .go.id. Pukul 09.00, Rp200.000.", 0)]
    [InlineData("Buka tiruan.go.id.evil.xyz/a", 1)]
    public void Only_addresses_of_the_government_are_given(string text, int found) => Finds("links", found, text);

    [Fact]
    public void A_message_made_of_several_texts_asks_one_thing_and_is_short_as_a_whole()
    {
        var message = "Benar? " + new string('a', 400) + " Sudah?";

        Assert.Equal(
            ["message-length", "one-question"],
            Linter.CheckMessage("walk", "T.Text", TextKind.Message, message).Select(m => m.Rule));
    }

    [Fact]
    public void Code_and_text_name_the_same_placeholders_also_inside()
    {
        TextBook book = TextBook.Of(
            [Book.Entry(Language.Indonesian, "T.A", "{nama}, {isi}"), Book.Entry(Language.Indonesian, "T.B", "tanpa nilai")]);

        Assert.Empty(Linter.CheckValues(book, new Say("T.A", ("nama", "x"), ("isi", new Say("T.B")))));
        Assert.Equal(
            ["values", "values", "missing"],
            Linter.CheckValues(book, new Say("T.A", ("isi", new SayValue.Lines([new Say("T.B", ("x", 1)), new Say("T.C")])))).Select(m => m.Rule));
    }

    [Fact]
    public void Every_rule_has_its_own_name_and_a_reason()
    {
        Assert.Equal(Linter.Rules.Length, Linter.Rules.Select(r => r.Name).Distinct().Count());
        Assert.All(Linter.Rules, r => Assert.True(r.Why.Length > 20));
    }

    private static void Finds(string rule, int times, string text, string key = "T.Text")
    {
        TextBook book = TextBook.Of([Book.Entry(Language.Indonesian, key, text)]);

        Assert.Empty(book.Mistakes);
        Assert.Equal(times, Linter.Check(book).Count(m => m.Rule == rule));
    }
}
