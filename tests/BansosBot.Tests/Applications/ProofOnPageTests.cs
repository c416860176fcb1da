using BansosBot.Domain.Conversations;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Applications;

/// <summary>On a page that others may look at, nothing is left of what proved something, or was to: code, birth date, kelurahan, typed or pressed.</summary>
public sealed class ProofOnPageTests : IAsyncLifetime
{
    private static readonly ChatKey Page = new(Hall.PageName, "1");

    private const string Code = "WDUR-HSLH-MWNK";       // of nobody

    private Hall hall = null!;
    private int messages;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => hall = await Hall.OpenAsync(Shipped.TalkBesideAPage, Shipped.Words, Tuesday);

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Fact]
    public async Task Receipt_code_and_birth_date_are_not_left_there_after_a_wrong_proof()
    {
        await SaysAsync("cuaca cerah");
        await SaysAsync("status");
        await SaysAsync(Code);
        await SaysAsync("7 juli 2016");
        Assert.Contains("7 Juli 2016", await ShownAsync(), StringComparison.Ordinal);       // while it is asked about

        await SaysAsync("benar");
        await SaysAsync("menu");

        var shown = await ShownAsync();
        Assert.Contains("Data tidak cocok", shown, StringComparison.Ordinal);
        Assert.Contains("cuaca cerah", shown, StringComparison.Ordinal);
        Assert.Contains("Kapan tanggal lahir", shown, StringComparison.Ordinal);
        Assert.All(["WDUR", "HSLH", "7 Juli", "7 juli", "2016"], secret => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ubah")]
    [InlineData("/menu")]
    [InlineData("petugas")]
    [InlineData("8 juli 2017")]
    public async Task A_birth_date_that_was_asked_about_goes_with_whatever_is_said_next(string next)
    {
        await SaysAsync("status");
        await SaysAsync(Code);
        await SaysAsync("7 juli 2016");

        await SaysAsync(next);

        Assert.DoesNotContain("2016", await ShownAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Code)]
    [InlineData("kode saya wdur hslh mwnk")]
    [InlineData("bu tolong cek dong, kode WDUR-HSLH-MWNK, lahir 7 juli 2016. makasih")]
    [InlineData("mau saya batalkan yang WDUR-HSLH-MWNK")]
    public async Task A_receipt_code_that_is_written_in_the_menu_is_not_shown(string said)
    {
        await SaysAsync("halo");
        await SaysAsync(said);

        Assert.DoesNotContain("HSLH", await ShownAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("nik 3673014107160002 kk 3673012345100001 unyur", "3673014107160002")]
    [InlineData("saya ulangi: 3673.0141.0716.000", "0141")]       // one digit is missing
    [InlineData("lahir 7 juli 2016", "2016")]
    [InlineData("anak saya lahir tanggal 7 Juli 2016 pak", "2016")]
    [InlineData("367301O7O7l6OOO1", "O7O7l6")]
    [InlineData("tolong cek 36730I0707l60001 pak", "I0707l6")]
    [InlineData("3673/0107/0716/0001", "0716")]
    [InlineData("36730107071600", "0707160")]
    [InlineData("nik saya 36730107 lanjutannya 07160001", "07160001")]
    [InlineData("6 angka kk 112233", "112233")]
    [InlineData("kode saya 67YP-6AAK-U43A", "6AAK")]              // a letter is wrong: twelve guesses are left
    [InlineData("/jadwal\n3673014107160002", "3673014107160002")]
    [InlineData("/syarat\ntolong cek WDUR-HSLH-MWNK", "HSLH")]
    [InlineData("petugas\nnik saya 3673014107160002 tolong dicek", "3673014107160002")]
    public async Task A_number_or_a_birth_date_that_answers_nothing_is_not_shown(string said, string secret)
    {
        await SaysAsync("halo");
        foreach (var line in said.Split("\n")) await SaysAsync(line);

        Assert.DoesNotContain(secret, await ShownAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ada beras tanggal 5 desember 2026 di unyur pak?")]
    [InlineData("nomor saya 0812 3456 7890")]
    [InlineData("hp +62 812 3456 7890 ya")]
    [InlineData("penghasilan keluarga 500000 sebulan pak")]
    [InlineData("penghasilan 1.500.000 sebulan untuk 4 orang")]
    [InlineData("dana yang beda")]
    public async Task What_proves_nothing_stays(string said)
    {
        await SaysAsync(said);

        Assert.Contains(said, await ShownAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keluar")]
    [InlineData("Log out")]
    [InlineData("saya mau keluar dong pak")]
    public async Task Who_says_that_they_want_to_leave_is_shown_the_button_and_loses_nothing(string said)
    {
        await SaysAsync("/daftar");
        var before = (await ReadAsync()).Place;

        await SaysAsync(said);

        Assert.Contains("tekan Keluar", await ShownAsync(), StringComparison.Ordinal);
        Assert.Equal(before, (await ReadAsync()).Place);
    }

    [Fact]
    public async Task A_kelurahan_that_is_pressed_for_a_look_up_is_masked_as_one_that_is_typed_and_other_presses_are_not()
    {
        await SaysAsync("status");
        await PressAsync("tanpa_kode");
        await SaysAsync(Nik(1).Reveal());
        if ((await ReadAsync()).Choices.Contains("benar")) await PressAsync("benar");
        await SaysAsync("100001");
        await PressAsync((await ReadAsync()).Choices.First(c => c.StartsWith("kec.", StringComparison.Ordinal)));
        Assert.DoesNotContain("Kec. ", await ShownAsync(), StringComparison.Ordinal);      // the press; our next question has to name it
        Assert.Contains("Kelurahan mana di Kecamatan", await ShownAsync(), StringComparison.Ordinal);

        var kelurahan = (await ReadAsync()).Choices.First(c => c.StartsWith("kel.", StringComparison.Ordinal));
        var name = Domain.Registry.Wilayah.KelurahanByCode(kelurahan["kel.".Length..])!.Name;
        await PressAsync(kelurahan);

        var shown = await ShownAsync();
        Assert.Contains("Data tidak cocok", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(name, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Kecamatan", shown, StringComparison.Ordinal);
        Assert.Contains("tidak ditampilkan", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_presses_that_there_is_no_code_sees_so()
    {
        await SaysAsync("status");
        await PressAsync("tanpa_kode");

        Assert.Contains("Tidak punya kode", await ShownAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proof_in_a_message_for_the_officers_is_not_shown_by_the_file_of_ones_own_data_either()
    {
        await SaysAsync("petugas");
        await SaysAsync("anak Contoh nik 3673014107160002 belum masuk");
        await SaysAsync("petugas");
        await SaysAsync("terima kasih banyak");

        await SaysAsync("/data_saya");

        var file = (await hall.Bot.Store.TranscriptAsync(Page, Stop)).Select(b => b.Ours?.Attachment).OfType<Attachment>().Single();
        Assert.DoesNotContain(file.Facts, f => f.Value.Contains("3673014107160002", StringComparison.Ordinal));
        Assert.Contains(file.Facts, f => f.Value == "terima kasih banyak");
    }

    private Task SaysAsync(string said) => TakeAsync(id => said.StartsWith('/') ? new Incoming.Command(Page, id, said[1..], "") : new Incoming.Words(Page, id, said));

    private async Task PressAsync(string choice)
    {
        var c = await ReadAsync();
        Assert.Contains(choice, c.Choices);
        await TakeAsync(id => new Incoming.Press(Page, id, c.Question, c.Choices.IndexOf(choice)));
    }

    private async Task TakeAsync(Func<string, Incoming> message)
    {
        hall.Clock.Advance(TimeSpan.FromSeconds(20));
        await hall.Bot.Intake.TakeAsync(message($"m{++messages}"), Stop);
    }

    private async Task<Conversation> ReadAsync() => await hall.Bot.Store.ConversationAsync(Page, Stop);

    // As the page words it.
    private async Task<string> ShownAsync()
    {
        var bubbles = await hall.Bot.Store.TranscriptAsync(Page, Stop);
        return string.Join('\n', new BansosBot.Channels.WebChat.Transcript([.. bubbles], hall.Bot.Letters).Bubbles().Select(b => b.Words.Text));
    }
}
