using BansosBot.Delivery;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests.Staff;

/// <summary>Somebody writes to the officers; one of them takes it, answers, is answered back, and closes it.</summary>
public sealed class MessagesTests : AtTheDesk
{
    [Fact]
    public async Task A_message_is_taken_answered_and_answered_back_while_the_bot_is_silent()
    {
        var id = await WritesAsync("KTP saya hilang, bagaimana?");
        await ComesInAsync("7", Role.Petugas, "Bu Rina");

        Assert.Contains("menunggu", Last(await ReadsListAsync("7")), StringComparison.Ordinal);
        Assert.Contains("KTP saya hilang", Last(await PressAsync("7", Does("see", id))), StringComparison.Ordinal);
        await PressAsync("7", Does("take", id));
        var heard = await FamilyHearsAsync(() => SaysAsync("7", "Bawa surat kehilangan dari polisi, Bu."));

        Assert.Contains("Bu Rina, petugas", heard, StringComparison.Ordinal);
        Assert.Contains("Bawa surat kehilangan", heard, StringComparison.Ordinal);
        Assert.Equal(StepMap.WithOfficer, (await ConversationAsync(Own)).Place);
        Assert.Empty(await SaysAsync("1", "Suratnya dari polsek mana, Bu?"));
        Assert.Contains("dari polsek mana", Last(await Hall.WaitsAsync("7", TimeSpan.Zero)), StringComparison.Ordinal);
        await PressAsync("7", Does("write", id));
        Assert.Contains("Polsek mana saja", await FamilyHearsAsync(() => SaysAsync("7", "Polsek mana saja boleh.")), StringComparison.Ordinal);
        Assert.Equal([Act.TicketLeft, Act.TicketSeen, Act.TicketTaken, Act.TicketAnswered, Act.TicketAddedTo, Act.TicketAnswered], Audit.Where(e => e.Subject == id).Select(e => e.Act));
    }

    [Fact]
    public async Task Closing_it_gives_the_bot_back_with_one_question_whose_answer_is_kept_with_it()
    {
        var id = await AnsweredAsync();

        var asked = await FamilyHearsAsync(() => PressAsync("7", Does("close", id)));
        Assert.Contains("Apakah Bapak/Ibu terbantu?", asked, StringComparison.Ordinal);
        Assert.Equal((StepMap.Idle, null), ((await ConversationAsync(Own)).Place, (await ConversationAsync(Own)).Ticket));
        Assert.Contains("sudah kami catat", Last(await SaysAsync("1", "sebagian")), StringComparison.Ordinal);

        var kept = await TicketAsync(id);
        Assert.Equal(Helped.Partly, kept.Helped);
        Assert.Contains(Audit, e => e.Act == Act.TicketRated && e.Subject == id && e.Detail == nameof(Helped.Partly));
        Assert.Contains("Tidak ada pesan", Last(await ReadsListAsync("7")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_take_it_at_once_one_wins_and_the_other_hears()
    {
        var id = await WritesAsync("KTP saya hilang, bagaimana?");
        foreach (var officer in (string[])["7", "8"])
        {
            await ComesInAsync(officer, Role.Petugas, "Bu " + officer);
            await ReadsListAsync(officer);
            await PressAsync(officer, Does("see", id));
        }

        var presses = await Task.WhenAll(((string[])["7", "8"]).Select(async officer =>
        {
            var c = await ConversationAsync(new(Hall.ChannelName, officer));
            await Hall.Bot.Intake.TakeAsync(new Incoming.Press(c.Chat, "at once", c.Question, c.Choices.IndexOf(Does("take", id))), Stop);
            return officer;
        }));
        var told = new List<string>();
        foreach (var officer in presses) told.Add(Last(await Hall.WaitsAsync(officer, TimeSpan.Zero)));

        Assert.Single(told, t => t.Contains("Petugas lain sedang memegangnya", StringComparison.Ordinal));
        Assert.Single(told, t => t.Contains("Tulis jawaban", StringComparison.Ordinal));
        Assert.Single(Audit, e => e.Act == Act.TicketTaken && e.Subject == id);
    }

    [Fact]
    public async Task After_half_an_hour_without_an_act_it_is_nobodys_and_whoever_writes_hears_when_they_are_answered()
    {
        var id = await AnsweredAsync();

        await Hall.WaitsAsync("1", Holding.IdleMax);
        var heard = Last(await SaysAsync("1", "Lalu bagaimana, Bu?"));

        Assert.Contains("Petugas sedang tidak di tempat", heard, StringComparison.Ordinal);
        Assert.Contains("26 September 2025", heard, StringComparison.Ordinal);
        Assert.Equal(StepMap.Idle, (await ConversationAsync(Own)).Place);
        Assert.Empty(await Hall.WaitsAsync("7", TimeSpan.Zero));
        await ComesInAsync("8", Role.Petugas, "Pak Dedi");
        await ReadsListAsync("8");
        Assert.Contains("Lalu bagaimana", Last(await PressAsync("8", Does("see", id))), StringComparison.Ordinal);
        Assert.Contains("Tulis jawaban", Last(await PressAsync("8", Does("take", id))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_called()
    {
        var id = await AnsweredAsync();

        await Hall.SaysAsync("1", (chat, m) => new Incoming.Reachable(chat, m, Is: false));
        Assert.Contains("Hubungi lewat telepon", Last(await Hall.WaitsAsync("7", TimeSpan.Zero)), StringComparison.Ordinal);
        await CommandsAsync("7", "petugas");
        await PressAsync("7", "go:messages:Waiting");
        Assert.Contains("Hubungi lewat telepon:", Last(await PressAsync("7", "go:messages:ToCall")), StringComparison.Ordinal);
        await PressAsync("7", Does("see", id));
        Assert.Contains("Selesai lewat telepon", Last(await PressAsync("7", Does("called", id))), StringComparison.Ordinal);
        Assert.True((await TicketAsync(id)).Closed!.ByTelephone);
        Assert.Empty(await Hall.WaitsAsync("1", TimeSpan.Zero));
    }

    [Fact]
    public async Task Unanswered_past_its_day_it_is_apologised_for_once_in_the_morning_and_told_to_the_head()
    {
        var id = await WritesAsync("KTP saya hilang, bagaimana?");
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        await Hall.WaitsAsync("8", TimeSpan.Zero);

        Assert.Empty(await Hall.WaitsAsync("1", new DateTimeOffset(2025, 9, 26, 23, 50, 0, TimeSpan.Zero) - Hall.Clock.GetUtcNow()));        // 27 September, 06.50
        var sorry = Assert.Single(await Hall.WaitsAsync("1", TimeSpan.FromMinutes(10))).Words.Text;
        Assert.Contains("belum dijawab", sorry, StringComparison.Ordinal);
        Assert.Contains("1 Oktober 2025", sorry, StringComparison.Ordinal);
        Assert.Contains("terlambat dijawab", Last(await Hall.WaitsAsync("8", TimeSpan.Zero)), StringComparison.Ordinal);
        Assert.Contains("terlambat", Last(await ReadsListAsync("7")), StringComparison.Ordinal);
        Assert.NotNull((await TicketAsync(id)).LateSince);
    }

    [Theory]
    [InlineData(Role.Admin)]
    [InlineData(Role.Auditor)]
    public async Task Who_opens_no_message_has_no_list_and_trying_is_in_the_log(Role role)
    {
        await WritesAsync("KTP saya hilang, bagaimana?");
        await ComesInAsync("7", role, "Bu Ani");
        await CommandsAsync("7", "petugas");

        Assert.DoesNotContain("go:messages:Waiting", (await ConversationAsync(new(Hall.ChannelName, "7"))).Choices);
        await OffersAsync("7", "go:messages:Waiting");
        Assert.Contains("Ini bukan tugas", Last(await PressAsync("7", "go:messages:Waiting")), StringComparison.Ordinal);
        Assert.Contains(Audit, e => e is { Act: Act.NotAllowed, Detail: "messages NotTheirRole" });
    }

    [Fact]
    public async Task In_a_form_the_answer_is_told_and_what_is_written_is_for_the_form()
    {
        var id = await WritesAsync("KTP saya hilang, bagaimana?");
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await CommandsAsync("1", "daftar");
        var before = await ConversationAsync(Own);
        await ReadsListAsync("7");
        await PressAsync("7", Does("see", id));
        await PressAsync("7", Does("take", id));

        Assert.Contains("tulis petugas", await FamilyHearsAsync(() => SaysAsync("7", "Bawa surat kehilangan.")), StringComparison.Ordinal);
        Assert.Equal(before.Place, (await ConversationAsync(Own)).Place);
        Assert.Contains("sedang bicara dengan Bu Rina", Last(await SaysAsync("1", "petugas")), StringComparison.Ordinal);
        Assert.Empty(await SaysAsync("1", "Terima kasih"));
        await SaysAsync("1", "kembali");
        Assert.Equal(before.Place, (await ConversationAsync(Own)).Place);
    }

    [Fact]
    public async Task A_photo_and_a_voice_message_are_said_not_to_arrive_on_both_sides()
    {
        await AnsweredAsync();

        Assert.Contains("pesan suara belum bisa kami teruskan", Last(await Hall.SaysAsync("1", (chat, m) => new Incoming.Odd(chat, m, OddKind.Voice))), StringComparison.Ordinal);
        Assert.Contains("Warga mengirim pesan suara", Last(await Hall.WaitsAsync("7", TimeSpan.Zero)), StringComparison.Ordinal);
        Assert.Contains("foto belum bisa kami teruskan", Last(await Hall.SaysAsync("1", (chat, m) => new Incoming.Picture(chat, m, new("x", 1, SentAs.Picture, null), null))), StringComparison.Ordinal);
        Assert.Equal(StepMap.WithOfficer, (await ConversationAsync(Own)).Place);
    }

    [Fact]
    public async Task A_leaver_hears_nothing_more_of_it()
    {
        await AnsweredAsync();
        var rina = (await ConversationAsync(new(Hall.ChannelName, "7"))).Officer;
        await ComesInAsync("9", Role.Admin, "Bu Ani");
        await CommandsAsync("9", "petugas");
        foreach (var choice in (string[])["go:colleagues", $"go:colleagues:{rina}", $"go:colleagues:{rina}!"]) await PressAsync("9", choice);

        Assert.Contains("Petugas sedang tidak di tempat", Last(await SaysAsync("1", "NIK saya 3673...")), StringComparison.Ordinal);
        Assert.Empty(await Hall.WaitsAsync("7", TimeSpan.Zero));
    }

    [Fact]
    public async Task Nobody_answers_their_own_message_and_what_was_erased_is_gone()
    {
        var id = await WritesAsync("KTP saya hilang, bagaimana?");
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await ComesInAsync("1", Role.Petugas, "Bu Sari");

        await ReadsListAsync("1");
        Assert.Contains("dari chat ini sendiri", Last(await PressAsync("1", Does("see", id))), StringComparison.Ordinal);
        await ReadsListAsync("7");
        await EraseAsync("1");
        Assert.Contains("tidak ada lagi", Last(await PressAsync("7", Does("see", id))), StringComparison.Ordinal);
    }

    private async Task<string> WritesAsync(string words)
    {
        await CommandsAsync("1", "petugas");
        Assert.Contains("Jawaban paling lambat", Last(await SaysAsync("1", words)), StringComparison.Ordinal);
        return Assert.Single((await Hall.Bot.Store.LookUpAsync(Own, new() { Tickets = true }, Stop)).Tickets).Id;
    }

    /// <summary>Person 1 wrote, and officer 7 answered.</summary>
    private async Task<string> AnsweredAsync()
    {
        var id = await WritesAsync("KTP saya hilang, bagaimana?");
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await ReadsListAsync("7");
        await PressAsync("7", Does("see", id));
        await PressAsync("7", Does("take", id));
        Assert.Contains("Bu Rina", await FamilyHearsAsync(() => SaysAsync("7", "Bawa surat kehilangan.")), StringComparison.Ordinal);
        return id;
    }

    private async Task<IReadOnlyList<Letter>> ReadsListAsync(string officer)
    {
        await CommandsAsync(officer, "petugas");
        return await PressAsync(officer, "go:messages:Waiting");
    }

    private async Task<Ticket> TicketAsync(string id) => (await Hall.Bot.Store.LookUpAsync(Own, new() { Ticket = id }, Stop)).Ticket!;

    private static string Does(string act, string id) => $"go:message:{act}:{id}";
}
