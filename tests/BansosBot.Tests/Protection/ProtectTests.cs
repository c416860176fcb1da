using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Protection;
using BansosBot.Storage.LiteDb;
using BansosBot.Tests.Applications;
using BansosBot.Tests.Storage;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests.Protection;

/// <summary>Whoever tells of a child in danger: what is kept of it and when, and who sees it afterwards.</summary>
public sealed class ProtectTests : CasesAtHand
{
    [Fact]
    public async Task The_numbers_come_first_and_one_question_with_them()
    {
        var letter = Assert.Single(await SaysAsync("1", "lapor anak"));

        Assert.StartsWith("Kalau sekarang bahaya, telepon dulu.\n110: polisi.\n129:", letter.Words.Text, StringComparison.Ordinal);
        Assert.Single(letter.Words.Text, c => c == '?');
        Assert.Empty(await ReportsAsync());
    }

    [Fact]
    public async Task What_was_written_first_is_kept_at_once_and_the_place_whether_or_not_more_is_said()
    {
        await SaysAsync("1", "anak tetangga saya dipukuli bapaknya");
        Assert.Equal("Opening: anak tetangga saya dipukuli bapaknya", await LinesAsync());

        await SaysAsync("1", "Kp. Cilowong, dekat musala");
        Assert.Equal("Opening: anak tetangga saya dipukuli bapaknya | Place: Kp. Cilowong, dekat musala", await LinesAsync());

        await SaysAsync("1", "menu");
        Assert.Equal("Opening: anak tetangga saya dipukuli bapaknya | Place: Kp. Cilowong, dekat musala", await LinesAsync());
    }

    [Fact]
    public async Task Going_back_and_answering_otherwise_takes_nothing_away()
    {
        await SaysAsync("1", "lapor anak");
        await SaysAsync("1", "Kp. Cilowong");
        await SaysAsync("1", "kembali");
        await SaysAsync("1", "tidak jadi, salah");

        Assert.Equal("Place: Kp. Cilowong | Place: tidak jadi, salah", await LinesAsync());
    }

    [Fact]
    public async Task No_contact_is_an_answer_and_whatever_is_written_after_it_is_added()
    {
        await SaysAsync("1", "lapor anak");
        await SaysAsync("1", "Unyur");
        var closing = Assert.Single(await SaysAsync("1", "gak mau"));
        await SaysAsync("1", "cepat");
        await SaysAsync("1", "kapan datang");

        Assert.Equal("Place: Unyur | Added: cepat | Added: kapan datang", await LinesAsync());
        Assert.Contains("Kami tidak bisa berjanji kapan petugas datang.", closing.Words.Text, StringComparison.Ordinal);
        Assert.Contains("hapus chat ini", closing.Words.Text, StringComparison.Ordinal);
        Assert.Contains("110", closing.Words.Text.Split("\n\n")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_knows_no_place_may_still_be_called()
    {
        await SaysAsync("1", "lapor anak");
        await SaysAsync("1", "gak tau");
        await SaysAsync("1", "081234567890, tantenya");

        Assert.Equal("Contact: 081234567890, tantenya", await LinesAsync());
    }

    [Fact]
    public async Task A_story_of_three_thousand_letters_is_kept_whole()
    {
        var story = "anak saya dipukul " + new string('a', 3_000);
        await SaysAsync("1", story);
        await SaysAsync("1", story + "2");

        Assert.Equal($"Opening: {story} | Place: {story}2", await LinesAsync());
    }

    [Fact]
    public async Task It_goes_before_a_form_that_is_open_and_the_form_waits()
    {
        await CommandsAsync("1", "daftar");
        await SaysAsync("1", "ayah");
        await SaysAsync("1", "pak tolong adik saya disiksa");

        Assert.Equal("Opening: pak tolong adik saya disiksa", await LinesAsync());
        Assert.True((await ConversationAsync(Own)).Drafts.ContainsKey("yapi"));
    }

    [Fact]
    public async Task A_message_for_the_officers_that_tells_of_it_is_a_report_and_no_ticket()
    {
        await SaysAsync("1", "petugas");
        await SaysAsync("1", "murid saya badannya lebam, dia dipukuli di rumah");
        await SaysAsync("1", "petugas");
        await SaysAsync("1", "rumahnya yang cat hijau");

        Assert.Equal(["murid saya badannya lebam, dia dipukuli di rumah", "rumahnya yang cat hijau"], (await ReportsAsync()).SelectMany(r => r.Lines).Select(l => l.Text));
        Assert.Empty((await Hall.Bot.Store.LookUpAsync(Own, new() { Tickets = true }, Stop)).Tickets);
    }

    [Fact]
    public async Task Nothing_of_it_is_in_the_conversation_in_what_one_may_see_of_oneself_or_in_the_audit()
    {
        await SaysAsync("1", "bapak mukulin saya");
        await SaysAsync("1", "Kp. Cilowong");
        var kept = System.Text.Json.JsonSerializer.Serialize(await ConversationAsync(Own), BansosBot.Storage.StoredJson.Conversation);
        var mine = await CommandsAsync("1", "data_saya");

        Assert.DoesNotContain("Cilowong", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("mukul", kept, StringComparison.Ordinal);
        Assert.Contains("Kami tidak menyimpan data", mine[0].Words.Text, StringComparison.Ordinal);
        Assert.All(mine, l => Assert.Null(l.File));
        var acts = ((LiteDbStore)Hall.Bot.Store).AuditEntries().Where(e => e.Act is Act.ReportTaken or Act.ReportAddedTo).ToList();
        Assert.Equal([(Act.ReportTaken, ""), (Act.ReportAddedTo, "")], acts.Select(e => (e.Act, e.Detail)));
        var report = Assert.Single(await ReportsAsync());
        Assert.All(acts, e => Assert.Equal(report.Id, e.Subject));
    }

    [Fact]
    public async Task Erasing_ones_data_says_that_reports_stay_and_leaves_this_one()
    {
        await SaysAsync("1", "bapak mukulin saya");
        var asked = await CommandsAsync("1", "hapus_data");
        await PressAsync("1", "go:erase:ya");

        Assert.Contains("UU 35/2014", asked[0].Words.Text, StringComparison.Ordinal);
        Assert.Equal("Opening: bapak mukulin saya", await LinesAsync());
    }

    [Fact]
    public async Task Left_alone_it_ends_in_silence_and_what_is_written_later_is_no_answer_to_it()
    {
        await SaysAsync("1", "bapak mukulin saya");
        await Hall.WaitsAsync("1", TimeSpan.FromMinutes(10));
        await SaysAsync("1", "Kp. Cilowong");

        Assert.Empty(await Hall.WaitsAsync("1", TimeSpan.FromMinutes(10)));
        Assert.True((await ConversationAsync(Own)).Drafts.ContainsKey("protect"));
        Assert.Empty(await Hall.WaitsAsync("1", TimeSpan.FromMinutes(6)));
        Assert.Equal((StepMap.Idle, true), ((await ConversationAsync(Own)).Place, (await ConversationAsync(Own)).Drafts.IsEmpty));
        await SaysAsync("1", "bansos kapan cair");

        Assert.Equal("Opening: bapak mukulin saya | Place: Kp. Cilowong", await LinesAsync());
        Assert.Empty(await Hall.WaitsAsync("1", TimeSpan.FromDays(2)));
    }

    [Fact]
    public async Task A_full_disk_turns_nobody_away_with_it()
    {
        Hall.FreeMegabytes = 1;
        await SaysAsync("1", "halo");
        await SaysAsync("1", "bapak mukulin saya");
        await SaysAsync("1", "Kp. Cilowong");

        Assert.Equal("Opening: bapak mukulin saya | Place: Kp. Cilowong", await LinesAsync());
    }

    [Fact]
    public async Task A_page_shows_nothing_of_it_once_one_is_out_of_it_or_has_been_silent()
    {
        await using var hall = await Hall.OpenAsync(Shipped.TalkBesideAPage, Shipped.Words, Invented.Tuesday);
        var page = new ChatKey(Hall.PageName, "1");
        await OnPageAsync(hall, page, "1", "cuaca cerah");
        var before = await ShownAsync(hall, page);
        Assert.Contains("cuaca cerah", before);        // a control: what is said otherwise is shown

        await OnPageAsync(hall, page, "2", "bapak mukulin saya");
        await OnPageAsync(hall, page, "3", "Kp. Cilowong");
        Assert.Equal([.. before, "Protect.Contact.Ask"], await ShownAsync(hall, page));
        await OnPageAsync(hall, page, "4", "petugas");
        Assert.Equal([.. before, "Officer.AskMessage"], await ShownAsync(hall, page));
        await OnPageAsync(hall, page, "5", "menu");
        Assert.Equal([.. before, "Menu.WhatDoYouNeed"], await ShownAsync(hall, page));
        await OnPageAsync(hall, page, "6", "resmi");

        before = await ShownAsync(hall, page);
        await OnPageAsync(hall, page, "7", "bapak mukulin saya");
        await hall.WaitsAsync("1", ProtectErrand.OpenFor);
        Assert.Equal([.. before, "Menu.WhatDoYouNeed"], await ShownAsync(hall, page));
        var c = await hall.Bot.Store.ConversationAsync(page, Stop);
        Assert.Equal(c.Question, (await hall.Bot.Store.TranscriptAsync(page, Stop))[^1].Ours!.Question);        // its buttons are good
    }

    [Fact]
    public async Task A_page_shows_nothing_of_it_either_where_the_clock_was_set_back_meanwhile()
    {
        var talk = Shipped.TalkBesideAPage;
        var c = new Conversation { Chat = new(Hall.PageName, "1") };
        var shown = new List<DateTimeOffset>();
        foreach (var (minutes, said) in ((int, string)[])[(0, "cuaca cerah"), (60, "bapak mukulin saya"), (30, "Kp. Cilowong"), (31, "gak mau"), (10, "menu")])
        {
            var now = Invented.Tuesday.AddMinutes(minutes);
            var message = new Incoming.Words(c.Chat, $"m{minutes}", said);
            var effects = talk.Decide(c, message, Known.Nothing with { Random = [.. new byte[talk.Needs(c, message, now).RandomBytes]] }, now);
            if (effects.ForgetsTranscriptSince is { } since && shown.FindIndex(at => at >= since) is >= 0 and var first) shown.RemoveRange(first, shown.Count - first);
            shown.Add(now);
            c = effects.After with { Revision = c.Revision + 1 };
        }

        Assert.Equal([Invented.Tuesday, Invented.Tuesday.AddMinutes(10)], shown);
    }

    [Fact]
    public async Task A_closed_page_keeps_it_says_the_numbers_and_stays_closed()
    {
        await using var hall = await Hall.OpenAsync(Shipped.TalkOnSharedPhone, Shipped.Words, Invented.Tuesday);
        await hall.SaysAsync("1", (chat, id) => new Incoming.Command(chat, id, "daftar", ""));
        foreach (var said in (string[])["ayah", "12 Maret 2014", "benar"]) await hall.SaysAsync("1", (chat, id) => new Incoming.Words(chat, id, said));
        await hall.WaitsAsync("1", Locking.IdleMax);

        var letter = Assert.Single(await hall.SaysAsync("1", (chat, id) => new Incoming.Words(chat, id, "bapak mukul aku")));

        Assert.StartsWith("Kalau sekarang bahaya", letter.Words.Text, StringComparison.Ordinal);
        Assert.Equal("bapak mukul aku", Assert.Single(Assert.Single(await hall.Bot.Store.ReportsAsync(DateTimeOffset.MinValue, 9, Stop)).Lines).Text);
        Assert.Equal(StepMap.Locked, (await hall.Bot.Store.ConversationAsync(Own, Stop)).Place);
    }

    private static async Task OnPageAsync(Hall hall, ChatKey page, string id, string words)
    {
        hall.Clock.Advance(TimeSpan.FromSeconds(20));
        await hall.Bot.Intake.TakeAsync(new Incoming.Words(page, id, words), Stop);
        await hall.WaitsAsync("1", TimeSpan.Zero);
    }

    // Words of one's own, and the last key of each of our messages.
    private static async Task<IReadOnlyList<string>> ShownAsync(Hall hall, ChatKey page) =>
        [.. (await hall.Bot.Store.TranscriptAsync(page, Stop)).Select(b => b.Own is { } own ? own.Text ?? "" : b.Ours!.Parts[^1].Key)];

    private async Task<IReadOnlyList<Report>> ReportsAsync() => await Hall.Bot.Store.ReportsAsync(DateTimeOffset.MinValue, 10, Stop);

    private async Task<string> LinesAsync() => string.Join(" | ", Assert.Single(await ReportsAsync()).Lines.Select(l => $"{l.About}: {l.Text}"));
}
