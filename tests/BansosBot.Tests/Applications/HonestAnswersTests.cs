using BansosBot.Configuration;
using BansosBot.Domain.Conversations;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests.Applications;

/// <summary>What is not here yet is said so, and nothing else is opened in its place.</summary>
public sealed class HonestAnswersTests : CasesAtHand
{
    private const string Schedule = "Di kelurahan mana Bapak/Ibu tinggal?", OtherAid = "Ini bantuan yang bisa diurus di sini", Unknown = "Bantuan itu belum tercatat di sini", Interview = "Kami tanya beberapa hal", WhichAid = "Untuk bantuan yang mana?", Conditions = "Yang bisa mendapat bantuan ini:", Apply = "Mari kami bantu mendaftar",
        UnknownLink = "tautan ini tidak kami kenal, atau sudah tidak berlaku";

    [Theory]
    [InlineData("bansos sy kpn cair", Schedule)]
    [InlineData("jadwal pembagian", Schedule)]
    [InlineData("mau daftar pkh", "PKH (Program Keluarga Harapan)")]
    [InlineData("daftar bansos", "mana yang Bapak/Ibu maksud")]        // which aid is not said: asked, not guessed
    [InlineData("syaratnya apa", WhichAid)]                            // domain.md section 8: the papers are meant
    [InlineData("syarat daftar yatim apa aja", "Yang perlu disiapkan:")]
    [InlineData("anak sy yatim bs dapet bantuan ga", Interview)]
    [InlineData("kasemen gimana pa", "mana yang Bapak/Ibu maksud")]
    [InlineData("ada anak dipukulin di sebelah rumah", "telepon dulu")]
    [InlineData("uang anak saya dipotong 50rb sama oknum", "Laporan Bapak/Ibu sudah kami simpan")]
    [InlineData("mau komplain", "Ini perlu dibaca petugas")]            // nothing is told yet
    [InlineData("nama anak saya salah tulis", "Data yang salah diperbaiki oleh petugas")]
    [InlineData("perusahaan kami mau bantu anak yatim lewat csr", "Terima kasih atas niat baiknya")]
    [InlineData("bikin ktp dimana ya", "Disdukcapil")]
    [InlineData("hasil persib tadi malem brp", "itu bukan urusan Dinas Sosial")]
    [InlineData("makasih ya pa", "Sama-sama, Bapak/Ibu")]
    [InlineData("dapat berapa", OtherAid)]                             // how much stands on the page of each
    [InlineData("bantuan yatim dapet berapa sebulan", "Rp200.000 per bulan")]
    [InlineData("suratnya apa aja", WhichAid)]
    [InlineData("mau daftar yatim", Apply)]
    [InlineData("mau daftar", Apply)]
    [InlineData("sy di cilegon mau daftar yatim bisa ga", "dilayani Dinas Sosial Kota Cilegon")]
    [InlineData("kk pandeglang, anak sy yatim bs dapet bantuan ga", "dilayani Dinas Sosial Kabupaten Pandeglang")]
    [InlineData("saya warga kab serang ada bantuan apa aja", "dilayani Dinas Sosial Kabupaten Serang")]
    [InlineData("di rangkasbitung kapan beras dibagi", "Bapak/Ibu dilayani Dinas Sosial Kabupaten Lebak.")]
    [InlineData("tangerang gimana pa", "Dinas Sosial Kota Tangerang")]
    public async Task Words_of_ones_own_lead_where_they_mean(string said, string told) =>
        Assert.Contains(told, Assert.Single(await SaysAsync("1", said)).Words.Text, StringComparison.Ordinal);

    [Fact]
    public async Task Of_two_questions_the_second_is_a_button_on_top()
    {
        var told = Assert.Single(await SaysAsync("1", "beras kpn dibagi di kasemen, trs bawa apa aja"));
        Assert.Contains("belum ada jadwal pembagian", told.Words.Text, StringComparison.Ordinal);
        Assert.Equal("Surat yang perlu disiapkan", told.Buttons[0][0].Label);
        Assert.Contains(WhichAid, Assert.Single(await PressAsync("1", "go:papers")).Words.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_complaint_that_tells_its_story_is_kept_as_it_was_told_and_what_follows_too()
    {
        const string story = "beras yang saya terima bulan kemarin kutuan", more = "di kelurahan unyur kemarin";
        await SaysAsync("1", story);
        await SaysAsync("1", more);

        var kept = (await Hall.Bot.Store.LookUpAsync(Own, new() { Tickets = true }, Stop)).Tickets;
        Assert.Equal([story, more], kept.OrderBy(t => t.LeftAt).ThenBy(t => t.Text == more).SelectMany(t => t.Lines.Select(l => l.Text).Prepend(t.Text)));
    }

    [Fact]
    public async Task A_question_in_place_of_an_answer_gets_a_button_and_the_step_stays()
    {
        await SaysAsync("1", "mau daftar yatim");
        var told = Assert.Single(await SaysAsync("1", "kantor dinsos di mana ya"));

        Assert.Contains("1 dari 10", told.Words.Text, StringComparison.Ordinal);
        Assert.Contains("Kalau menanyakan hal lain, tekan Alamat dan jam kantor.", told.Words.Text, StringComparison.Ordinal);
        Assert.Contains("Dinas Sosial Kota Serang", Assert.Single(await PressAsync("1", "go:office")).Words.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hal lain", Assert.Single(await SaysAsync("2", "mau daftar yatim")).Words.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hal lain", Assert.Single(await SaysAsync("2", "???")).Words.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("syarat", "", Interview)]
    [InlineData("jadwal", "", Schedule)]
    [InlineData("bahasa", "", "Choose a language.")]
    [InlineData("start", "daftar_yapi", Apply)]
    [InlineData("start", "syarat_yapi", Conditions)]
    [InlineData("start", "daftar_pkh", Unknown)]
    [InlineData("start", "jadwal_3673011008", "Saat ini belum ada jadwal pembagian untuk Kel. Sukawana, Kec. Serang.")]
    [InlineData("start", "i_undangan1", "Undangan ini tidak berlaku")]
    [InlineData("start", "brosur-lama", UnknownLink)]
    [InlineData("start", "daftar", UnknownLink)]
    public async Task Commands_and_posters_too(string command, string arguments, string told) =>
        Assert.Contains(told, Assert.Single(await Hall.SaysAsync("1", (chat, id) => new Incoming.Command(chat, id, command, arguments))).Words.Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_link_that_nobody_knows_is_said_so_with_the_menu_and_the_bare_start_is_not()
    {
        var unknown = Assert.Single(await Hall.SaysAsync("1", (chat, id) => new Incoming.Command(chat, id, "start", "brosur-lama")));
        Assert.Contains(unknown.Buttons.SelectMany(row => row), b => b.Label == "Bicara dengan petugas");
        foreach (var payload in (string[])["", "menu"])
            Assert.DoesNotContain(UnknownLink, Assert.Single(await Hall.SaysAsync("1", (chat, id) => new Incoming.Command(chat, id, "start", payload))).Words.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_the_conditions_to_the_papers_to_the_application()
    {
        await Hall.SaysAsync("1", (chat, id) => new Incoming.Command(chat, id, "start", "syarat_yapi"));
        Assert.Contains("Kartu Keluarga (KK)", Assert.Single(await PressAsync("1", "go:papers:yapi")).Words.Text, StringComparison.Ordinal);
        Assert.Contains(Apply, Assert.Single(await PressAsync("1", "go:apply-yapi")).Words.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_office_is_stands_with_what_it_must_be_asked()
    {
        var office = new OfficeSettings { Address = "Jl. Contoh No. 1", Phone = "0254-000000", Hours = "Senin-Jumat 08.00-15.00" };
        await using var hall = await Hall.OpenAsync(Shipped.TalkOf(office), Shipped.Words, Hall.Clock.GetUtcNow());

        var told = Assert.Single(await hall.SaysAsync("1", (chat, id) => new Incoming.Command(chat, id, "jadwal", "unyur"))).Words.Text;

        Assert.Contains("Alamat: Jl. Contoh No. 1", told, StringComparison.Ordinal);
        Assert.Contains("Telepon: 0254-000000", told, StringComparison.Ordinal);
        Assert.Contains("Jam buka: Senin-Jumat 08.00-15.00", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_left_for_the_officers_is_among_ones_own_data_until_it_is_erased()
    {
        await SaysAsync("1", "petugas");
        await SaysAsync("1", "Kapan didatangi?");

        var shown = await CommandsAsync("1", "data_saya");
        Assert.Contains("Pesan untuk petugas", shown[0].Words.Text, StringComparison.Ordinal);
        Assert.Contains("Kapan didatangi?", System.Text.Encoding.UTF8.GetString(shown[0].File!.Content), StringComparison.Ordinal);
        Assert.DoesNotContain("Pesan untuk petugas", (await CommandsAsync("2", "data_saya"))[0].Words.Text, StringComparison.Ordinal);

        await EraseAsync("1");
        Assert.Contains("tidak menyimpan data", (await CommandsAsync("1", "data_saya"))[0].Words.Text, StringComparison.Ordinal);
    }
}
