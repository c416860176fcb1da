using System.Text.Json;
using BansosBot.Delivery;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Applications;

/// <summary>Without a receipt code: a stage and a list to who knows all three, the same words to everybody else.</summary>
public sealed class LookUpTests : CasesAtHand
{
    private const string Six = "100001", WrongSix = "109999";

    [Fact]
    public async Task Who_knows_all_three_is_told_the_stage_and_nothing_that_names_or_opens_anything()
    {
        await PutAsync(Own, Filed(Own));

        var told = await AskAsync("2", 1, Six);

        Assert.Contains("Sudah kami terima", told, StringComparison.Ordinal);
        Assert.Contains("Daftar nama penerima belum ada", told, StringComparison.Ordinal);
        foreach (var secret in (string[])["Putri", "P***", "YAPI-", "2025", "urutan", "Rp", Code(1).Reveal(), Nik(1).Reveal(), Six])
            Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
        Assert.Equal(["go:lookup", "go:status:code", "!officer", "!menu"], (await ConversationAsync(Other)).Choices);
        Assert.Empty((await ConversationAsync(Other)).Cases);
        Assert.Equal([Own], (await CasesAsync(1))[0].Homes.Select(h => h.Chat));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("tolong cek nik {0} pak")]
    [InlineData("NIK anak saya {0}, dapat tidak?")]
    public async Task A_NIK_that_is_written_in_the_menu_is_looked_up_without_being_asked_again(string said)
    {
        await PutAsync(Own, Filed(Own));
        await SaysAsync("2", "nama saya di daftar?");

        var asked = Assert.Single(await SaysAsync("2", string.Format(System.Globalization.CultureInfo.InvariantCulture, said, Nik(1).Reveal())));

        Assert.Contains("6 angka terakhir nomor KK", asked.Words.Text, StringComparison.Ordinal);
        await SaysAsync("2", Six);
        Assert.Contains("Sudah kami terima", string.Join('\n', (await SaysAsync("2", Kelurahan.Name)).Select(l => l.Words.Text)), StringComparison.Ordinal);
    }

    // Letters of a code are no words: whichever they are, the birth date is asked for.
    [Theory]
    [InlineData("{0}")]
    [InlineData("bu, kode saya {0} tolong dicek")]
    [InlineData("kode tanda terima saya {0}")]
    [InlineData("status kode {0} gimana ya pak")]
    [InlineData("please check my application code {0}")]
    public async Task A_receipt_code_that_is_written_in_the_menu_is_taken(string said)
    {
        await PutAsync(Own, Filed(Own));
        for (var n = 1; n <= 25; n++)
        {
            var written = Code(n).Reveal();
            if (n % 3 == 0) written = written.Replace('-', ' ');
            if (n % 5 == 0 && written.Any(char.IsAsciiDigit)) written = written.ToLowerInvariant();

            var asked = Assert.Single(await SaysAsync("2", string.Format(System.Globalization.CultureInfo.InvariantCulture, said, written)));

            Assert.Contains("Kapan tanggal lahir", asked.Words.Text, StringComparison.Ordinal);
            await SaysAsync("2", "menu");
        }
    }

    [Theory]
    [InlineData("kode saya 67YP-6AAK-U43A", "huruf yang salah ketik")]
    [InlineData("367301410716000", "berisi 15 angka")]
    [InlineData("no kk saya 3673012304150002", "Itu nomor KK")]
    [InlineData("kartu keluarga saya 3673012304150002", "Itu nomor KK")]
    [InlineData("nik keluarga saya 3673014107160002", "6 angka terakhir nomor KK")]
    public async Task What_is_wrong_with_a_proof_that_is_written_in_the_menu_is_said(string said, string told) =>
        Assert.Contains(told, Assert.Single(await SaysAsync("2", said)).Words.Text, StringComparison.Ordinal);

    [Fact]
    public async Task Who_writes_a_code_to_take_a_case_back_is_not_led_to_its_status()
    {
        await PutAsync(Own, Filed(Own));

        await SaysAsync("1", $"mau saya batalkan pengajuan {Code(1).Reveal()}");

        Assert.Contains((await ConversationAsync(Own)).Choices, c => c.StartsWith("go:withdraw", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_on_a_list_is_told_of_which_programme_and_period()
    {
        await ListAsync();

        Assert.Contains("*ada di daftar* penerima Bantuan anak yatim, piatu, dan yatim piatu, tahap 2 tahun 2025.", await AskAsync("2", 1, Six), StringComparison.Ordinal);
        await PutAsync(Own, Filed(Own) with { Id = "case3", ChildNik = Nik(3) });
        Assert.Contains("data ini belum ada", await AskAsync("2", 3, Six), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_proof_and_an_unknown_NIK_are_answered_alike()
    {
        await PutAsync(Own, Filed(Own));
        await ListAsync();

        var unknown = await AskAsync("2", 5, Six);

        Assert.Contains("Data tidak cocok, atau memang belum ada", unknown, StringComparison.Ordinal);
        Assert.Equal(unknown, await AskAsync("3", 1, WrongSix));
        Assert.Equal(unknown, await AskAsync("4", 1, Six, "unyur"));
    }

    [Fact]
    public async Task Five_misses_lock_the_chat_for_look_ups_and_neither_the_code_nor_a_case_of_its_own()
    {
        await PutAsync(Own, Filed(Own));
        await PutAsync(Other, Filed(Other) with { Id = "case2", ChildNik = Nik(2), Receipt = Code(2) });
        for (var i = 0; i < 5; i++) await AskAsync("2", 10 + i, Six);

        Assert.Contains("terlalu sering dicek", Last(await SaysAsync("2", "nama saya di daftar")), StringComparison.Ordinal);
        Assert.Contains("YAPI-", Last(await SaysAsync("2", "status")), StringComparison.Ordinal);
        await PressAsync("2", "go:status:code");
        await SaysAsync("2", Code(1).Reveal());
        await SaysAsync("2", "12-3-2014");
        Assert.Contains("YAPI-", Last(await SaysAsync("2", "benar")), StringComparison.Ordinal);

        await Hall.WaitsAsync("2", TimeSpan.FromHours(24));
        Assert.Contains("Berapa NIK", Last(await OpenAsync("2")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_misses_lock_the_NIK_for_all_chats_whether_or_not_it_is_known_and_then_the_right_proof_too()
    {
        await PutAsync(Own, Filed(Own));
        for (var i = 0; i < 5; i++)
        {
            await AskAsync($"k{i}", 1, WrongSix);
            await AskAsync($"u{i}", 2, "109998");
        }

        var locked = await AskAsync("9", 1, Six);

        Assert.Contains("Pengecekan dengan NIK kami tutup dulu", locked, StringComparison.Ordinal);
        Assert.Equal(locked, await AskAsync("8", 2, Six));
        Assert.Contains("YAPI-", Last(await SaysAsync("1", "status")), StringComparison.Ordinal);
    }

    /// <summary>Who has a family's KK of before the birth knows all but the last digits of the child's NIK.</summary>
    [Fact]
    public async Task A_NIK_is_not_found_by_trying_made_up_ones_with_the_KK_and_kelurahan_of_a_family()
    {
        await PutAsync(Own, Filed(Own) with { ChildNik = Nik(6) });

        for (var serial = 1; serial <= 5; serial++) Assert.Contains("Data tidak cocok", await AskAsync($"a{serial}", serial, Six), StringComparison.Ordinal);

        Assert.Contains("kami tutup dulu", await AskAsync("a6", 6, Six), StringComparison.Ordinal);
        Assert.Contains("YAPI-", Last(await SaysAsync("1", "status")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_look_ups_are_enough_for_one_chat_in_a_day_whatever_they_came_to()
    {
        await PutAsync(Own, Filed(Own));
        for (var i = 0; i < 10; i++) Assert.Contains("Data cocok", await AskAsync("2", 1, Six), StringComparison.Ordinal);

        Assert.Contains("Sudah 10 kali mengecek dengan NIK", Last(await OpenAsync("2")), StringComparison.Ordinal);
        Assert.Contains("Data cocok", await AskAsync("3", 1, Six), StringComparison.Ordinal);
        await Hall.WaitsAsync("2", TimeSpan.FromHours(24));
        Assert.Contains("Data cocok", await AskAsync("2", 1, Six), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_look_ups_in_a_day_are_told_to_the_officers_once_and_close_nothing()
    {
        await PutAsync(Own, Filed(Own));
        await ApplyAsync([.. Enumerable.Range(0, LookUpCounts.DayMax - 1).Select(n => Looked(100 + n, missed: false))]);

        for (var i = 0; i < 3; i++) Assert.Contains("Data cocok", await AskAsync($"{2 + i}", 1, Six), StringComparison.Ordinal);

        var report = Assert.Single((await Hall.Bot.Store.LookUpAsync(ChatKey.Office, new() { Tickets = true }, Stop)).Tickets).Report!;
        Assert.Contains("2.000 pengecekan", Hall.Wording.Render(report, Domain.Language.Indonesian, Tuesday).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_misses_of_one_channel_pause_no_other()
    {
        await PutAsync(Own, Filed(Own));
        await ApplyAsync([.. Enumerable.Range(100, LookUpCounts.MissesMax - 1).Select(n => Looked(n, missed: true) with { Channel = Hall.PageName })]);
        await ApplyAsync(Looked(99, missed: true) with { Channel = Hall.PageName, Alarm = LookUpAlarm.Pause });

        Assert.Contains("Data cocok", await AskAsync("2", 1, Six), StringComparison.Ordinal);
        var page = new ChatKey(Hall.PageName, "p");
        await Hall.Bot.Intake.TakeAsync(new Incoming.Words(page, "p1", "nama saya di daftar"), Stop);
        await Hall.WaitsAsync("p", TimeSpan.Zero);
        Assert.Contains("LookUp.Paused", await PageAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_misses_of_all_pause_look_ups_tell_the_officers_once_and_leave_the_code()
    {
        await PutAsync(Own, Filed(Own));
        await BeginAsync("3", 1, Six);
        await MissesAsync(LookUpCounts.MissesMax - 1);

        await AskAsync("2", 5, Six);

        foreach (var late in (string[])[Last(await SaysAsync("3", Kelurahan.Name)), Last(await OpenAsync("4"))])
        {
            Assert.Contains("kami hentikan sampai", late, StringComparison.Ordinal);
            Assert.Contains("10.01", late, StringComparison.Ordinal);
        }

        var report = Assert.Single((await Hall.Bot.Store.LookUpAsync(ChatKey.Office, new() { Tickets = true }, Stop)).Tickets).Report!;
        Assert.Contains("600", Hall.Wording.Render(report, Domain.Language.Indonesian, Tuesday).Text, StringComparison.Ordinal);
        await PressAsync("4", "go:status:code");
        await SaysAsync("4", Code(1).Reveal());
        await SaysAsync("4", "12-3-2014");
        Assert.Contains("YAPI-", Last(await SaysAsync("4", "benar")), StringComparison.Ordinal);

        await Hall.WaitsAsync("3", TimeSpan.FromHours(1));
        Assert.Contains("Sudah kami terima", await AskAsync("3", 1, Six), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_was_typed_is_left_in_the_conversation_or_on_a_page()
    {
        await PutAsync(Own, Filed(Own));
        await ListAsync();
        var page = new ChatKey(Hall.PageName, "p");
        string[] said = ["cek nik 3673011203140001", "nama saya di daftar", "3673O11203140001", "367301120314000", "benar", Six + " ya", "otp saya 123456", Kelurahan.Name];
        var at = 0;
        foreach (var text in said)
        {
            await Hall.Bot.Intake.TakeAsync(new Incoming.Words(page, $"p{++at}", text), Stop);
            await Hall.WaitsAsync("p", TimeSpan.Zero);
        }

        var left = string.Join('\n', JsonSerializer.Serialize(await ConversationAsync(page), StoredJson.Conversation), await PageAsync(page));
        Assert.Contains("LookUp.", left, StringComparison.Ordinal);
        Assert.Contains("Anywhere.NotShown", left, StringComparison.Ordinal);
        foreach (var typed in (string[])["1203140001", "O112", Six, "1203 1400", "36730112031400"]) Assert.DoesNotContain(typed, left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_between_two_questions_leaves_no_NIK_for_longer_than_a_day()
    {
        await BeginAsync("2", 1, Six);
        Assert.NotEmpty((await ConversationAsync(Other)).Drafts);

        await Hall.WaitsAsync("2", TimeSpan.FromHours(25));

        Assert.Empty((await ConversationAsync(Other)).Drafts);
    }

    [Fact]
    public async Task Each_answer_stands_in_the_audit_with_the_case_that_was_shown()
    {
        await PutAsync(Own, Filed(Own));
        await AskAsync("2", 1, Six);
        await AskAsync("2", 1, WrongSix);

        Assert.Equal([("LookedUp", "case1"), ("LookedUp", "")], ((BansosBot.Storage.LiteDb.LiteDbStore)Hall.Bot.Store).AuditEntries().Where(e => e.Act == Act.LookedUp).Select(e => (e.Act.ToString(), e.Subject)));
    }

    [Fact]
    public async Task Asked_after_a_list_while_there_is_none_nobody_is_asked_for_a_NIK()
    {
        Assert.Contains("Daftar nama penerima belum ada", Last(await SaysAsync("2", "nama anak saya sudah masuk daftar blm")), StringComparison.Ordinal);
        await PressAsync("2", "go:lookup");
        Assert.Equal("lookup/nik", (await ConversationAsync(Other)).Place);
    }

    [Fact]
    public async Task Check_asks_which_of_three_and_who_has_no_code_comes_here()
    {
        await CommandsAsync("2", "cek");
        Assert.Equal(["go:interview", "go:status", "go:lookup:list", "!menu"], (await ConversationAsync(Other)).Choices);
        await PressAsync("2", "go:status");

        Assert.Contains("Berapa NIK", Last(await SaysAsync("2", "kodenya hilang")), StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(string person, int nik, string kk, string? kelurahan = null)
    {
        await BeginAsync(person, nik, kk);
        return Last(await SaysAsync(person, kelurahan ?? Kelurahan.Name));
    }

    private async Task BeginAsync(string person, int nik, string kk)
    {
        await OpenAsync(person);
        await SaysAsync(person, Nik(nik).Reveal());
        await SaysAsync(person, kk);
    }

    private async Task<IReadOnlyList<Letter>> OpenAsync(string person)
    {
        await SaysAsync(person, "status pakai kode");
        return await SaysAsync(person, "tidak punya kode");
    }

    private async Task ListAsync() => await ApplyAsync(new Write.PutRecipients([Recipient(1)]), new Write.PutList(List()));

    private async Task MissesAsync(int count) =>
        await ApplyAsync([.. Enumerable.Range(100, count).Select(n => Looked(n, missed: true))]);

    private Write.LookedUp Looked(int n, bool missed) => LookedUp(n, Hall.Clock.GetUtcNow(), missed) with { Channel = Hall.ChannelName };

    private async Task ApplyAsync(params Write[] writes)
    {
        var office = await ConversationAsync(ChatKey.Office);
        Assert.Equal(Applied.Done, await Hall.Bot.Store.ApplyAsync(new Incoming.Words(ChatKey.Office, $"put{office.Revision}", ""), new() { After = office, Writes = [.. writes] }, Hall.Clock.GetUtcNow()));
    }

    private async Task<string> PageAsync(ChatKey page) =>
        string.Join('\n', (await Hall.Bot.Store.TranscriptAsync(page, Stop)).Select(b => b.Own is { } own ? JsonSerializer.Serialize(own, StoredJson.OwnWords) : JsonSerializer.Serialize(b.Ours!, StoredJson.Outgoing)));

    private static string Last(IReadOnlyList<Letter> letters)
    {
        var words = letters[^1].Words;
        var text = new System.Text.StringBuilder(words.Text);
        foreach (var bold in words.Bold.Reverse()) text.Insert(bold.End, '*').Insert(bold.Start, '*');
        return text.ToString();
    }
}
