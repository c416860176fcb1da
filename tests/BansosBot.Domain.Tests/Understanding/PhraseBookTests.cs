using BansosBot.Domain.Registry;
using BansosBot.Domain.Understanding;

namespace BansosBot.Domain.Tests.Understanding;

/// <summary>What is read from a phrase beside its intent, and what goes before the intent. How often intents are right: LotsTests.</summary>
public sealed class PhraseBookTests
{
    private static readonly PhraseBook Book = PhraseBook.OfTheProgram;

    [Theory]
    [InlineData("ada anak dipukulin")]
    [InlineData("anak terlantar di jalan tolong")]
    [InlineData("ada anak kecil tidur di emperan toko sendirian")]
    [InlineData("tetangga saya suka mukulin anaknya sampe memar")]
    [InlineData("aya budak digebugan ku bapana")]
    [InlineData("ane bocah digebugi")]
    [InlineData("a child is being beaten next door")]
    [InlineData("anak terlantar di pasar butuh bantuan, ada di depan toko")]
    [InlineData("bapak mukul aku")]
    [InlineData("bapak mukulin saya sama adek")]
    [InlineData("pak tolong adik saya disiksa")]
    [InlineData("murid saya dicabuli")]
    [InlineData("ada bayi dibuang di sungai cibanten")]
    [InlineData("tolong pak anak saya hilang dari kemarin")]
    public void A_child_in_danger_goes_before_everything(string told) => Assert.IsType<Meaning.ChildInDanger>(Book.Read(told).Meaning);

    [Theory]
    [InlineData("bantuan anak terlantar apa aja")]
    [InlineData("kapan beras anak terlantar dibagi")]
    [InlineData("anak terlantar dapat beras ga")]
    [InlineData("mau daftar bantuan anak terlantar")]
    [InlineData("beras buat anak terlantar dipotong sama rt")]
    [InlineData("anak terlantar itu yg gimana ya syaratnya")]
    [InlineData("petugas ngomongnya kasar ke anak saya")]
    [InlineData("saya diperas minta uang sama oknum")]
    [InlineData("pukul berapa bukanya, saya mau ke sana")]
    [InlineData("dompet saya dibuang orang")]
    [InlineData("akta lahir anak hilang, boleh pakai fotokopinya saja?")]
    public void Asking_for_aid_and_complaining_is_no_report(string told) => Assert.IsNotType<Meaning.ChildInDanger>(Book.Read(told).Meaning);

    [Theory]
    [InlineData("beras kpn dibagi di kasemen", "Kec. Kasemen")]
    [InlineData("kelurahan unyur kapan gilirannya", "Kel. Unyur, Kec. Serang")]
    [InlineData("pembagian sumur pecung jam brp", "Kel. Sumur Pecung, Kec. Serang")]
    public void A_place_in_the_phrase_is_known(string said, string place) => Assert.Equal(place, Book.Read(said).Mentions.Place switch
    {
        PlaceReading.OnlyKecamatan only => only.Kecamatan.ToString(),
        PlaceReading.Found found => found.Kelurahan.ToString(),
        var other => other?.ToString(),
    });

    [Fact]
    public void A_place_of_another_office_is_known_as_such() => Assert.IsType<PlaceReading.Outside>(Book.Read("sy di cilegon mau daftar yatim bisa").Mentions.Place);

    [Fact]
    public void A_place_instead_of_a_question_is_asked_about() => Assert.IsType<Meaning.Unsure>(Book.Read("kasemen gimana pa").Meaning);

    [Theory]
    [InlineData("pkh sy kapan cair", "pkh")]
    [InlineData("sekola rakyat itu apa", "sekolah-rakyat")]
    [InlineData("kejar paket c syaratnya apa", "kejar-paket")]
    [InlineData("mau minta kursi roda buat bapak", "alat-bantu")]
    [InlineData("bikin sktm dimana", "sktm")]
    [InlineData("cara ngurus akta kematian gimana", "akta-kematian")]
    public void A_programme_in_the_phrase_is_known(string said, string programme) => Assert.Equal(programme, Book.Read(said).Mentions.Programme);

    [Fact]
    public void A_new_programme_brings_its_own_words()
    {
        var book = PhraseBook.Shipped(new ProgrammeWords("bedah-rumah", ["bedah rumah", "rutilahu"]));

        Assert.Equal("bedah-rumah", book.Read("rutilahu itu apa pa").Mentions.Programme);
        Assert.Equal(Intent.Programmes, book.Read("rutilahu itu apa pa").Best);
        Assert.Null(Book.Read("rutilahu itu apa pa").Mentions.Programme);
    }

    [Fact]
    public void No_word_of_the_program_calls_two_programmes() =>
        Assert.Empty(ProgrammeWords.Read(ShippedFiles.Text("programmes.txt")).SelectMany(p => p.Words).GroupBy(w => w).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Words_of_an_office_come_to_those_of_the_program_and_take_none_away()
    {
        var book = PhraseBook.Shipped(new ProgrammeWords("kejar-paket", ["sanggar ilalang", "beras"]));

        Assert.Equal("kejar-paket", book.Read("sanggar ilalang itu apa pa").Mentions.Programme);
        Assert.Equal("kejar-paket", book.Read("paket c syaratnya apa").Mentions.Programme);
        Assert.Equal(Book.Explained("beras kapan dibagi"), book.Explained("beras kapan dibagi"));
    }

    [Theory]
    [InlineData("cek yapi 2025 000321 dong")]
    [InlineData("YAPI-2025-000321 udah sampe mana")]
    public void A_case_number_in_the_phrase_is_known(string said) => Assert.Equal("YAPI-2025-000321", Book.Read(said).Mentions.Case?.ToString());

    [Theory]
    [InlineData("https://bansos-2juta.xyz/isi", "https://bansos-2juta.xyz/isi")]
    [InlineData("dapet ini dari grup bit.ly/bansosyatim isi jangan bu", "bit.ly/bansosyatim")]
    [InlineData("cekbansos.kemensos.go.id", "cekbansos.kemensos.go.id")]
    public void A_link_is_a_question_about_fraud_with_the_link(string said, string link)
    {
        var understood = Book.Read(said);

        Assert.Equal((Intent.ScamQuestion, link), (understood.Best, understood.Mentions.Link));
    }

    [Theory]
    [InlineData("kapan beras dibagi trs bawa apa aja", Intent.Schedule, Intent.DocumentsNeeded)]
    [InlineData("berapa duitnya dan kapan cairnya pa", Intent.Amount, Intent.Schedule)]
    public void Two_questions_are_heard_in_the_order_asked(string said, Intent first, Intent second) =>
        Assert.Equal(new Meaning.Clear([first, second]), Book.Read(said).Meaning);

    [Theory]
    [InlineData("kapan dan dimana beras dibagi")]
    [InlineData("assalamualaikum pa, mau tanya kapan cair")]
    [InlineData("suami sy meninggal bulan lalu, mau ajukan bantuan utk anak sy")]
    public void One_question_in_two_halves_stays_one(string said) => Assert.True(Book.Read(said).Meaning is not Meaning.Clear { Wants.Length: > 1 });

    [Theory]
    [InlineData("bansos sy kpn cair", Language.Indonesian)]
    [InlineData("iraha beas dibagikeun", Language.Sundanese)]
    [InlineData("pripun carane daftar bocah yatim, bapane sampun ninggal", Language.JavaneseOfSerang)]
    [InlineData("when is the next payout", Language.English)]
    public void The_language_of_the_phrase_is_known(string said, Language language) => Assert.Equal(language, Book.Read(said).Mentions.Language);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🙏🙏")]
    [InlineData("1234567890")]
    [InlineData("\ud800")]
    public void What_says_nothing_is_no_mistake(string said) => Assert.IsNotType<Meaning.ChildInDanger>(Book.Read(said).Meaning);

    [Fact]
    public void What_somebody_wrote_is_in_no_printed_value() => Assert.DoesNotContain("unyur", Book.Read("unyur kapan").Mentions.ToString(), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("kapan kpn", "", "line 1: a colon is missing")]
    [InlineData("  su: iraha", "", "line 1: words without a concept above them")]
    [InlineData("kapan: kpn\n  xx: iraha", "", "line 2: \"xx\" is no language; su, jv or en")]
    [InlineData("biasa: ya\nkapan: kpn", "schedule 5: kpan", "line 1: no such concept in the book: kpan")]
    [InlineData("biasa: ya\nkapan: kpn", "jadwal 5: kapan", "line 1: an intent, a strength from 1 to 9 and a colon are expected")]
    public void A_line_that_is_none_is_named(string words, string rules, string why)
    {
        var thrown = Assert.Throws<FormatException>(() => new PhraseBook(words, rules, Weights.None, []));
        Assert.Equal(why, thrown.Message);
    }
}
