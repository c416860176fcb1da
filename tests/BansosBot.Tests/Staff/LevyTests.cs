using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests.Staff;

/// <summary>Somebody tells that money was asked for: who reads it, who does not, and what they are told.</summary>
public sealed class LevyTests : AtTheDesk
{
    private const string Sealed = "go:messages:Sealed";

    [Fact]
    public async Task Told_in_the_menu_it_is_kept_sealed_and_said_who_reads_it()
    {
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        var said = Last(await SaysAsync("1", "Pak RT minta uang 50 ribu tiap ambil beras"));

        Assert.Contains("Yang membaca: kepala bidang, kepala dinas, dan pengawas", said, StringComparison.Ordinal);
        Assert.Contains("Yang tidak bisa membaca: petugas lain", said, StringComparison.Ordinal);
        Assert.Contains("26 September 2025", said, StringComparison.Ordinal);
        var news = Last(await Hall.WaitsAsync("8", TimeSpan.Zero));
        Assert.Contains("Laporan tertutup", news, StringComparison.Ordinal);
        Assert.DoesNotContain("50 ribu", news, StringComparison.Ordinal);
        var kept = await OnlyAsync();
        Assert.True(kept is { Sealed: true, Kind: TicketKind.Levy });
        Assert.Contains(Audit, e => e is { Act: Act.TicketLeft, Detail: "Levy" } && e.Subject == kept.Id);
        Assert.DoesNotContain(Audit, e => e.ToString().Contains("50 ribu", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.Petugas, false)]
    [InlineData(Role.Verifikator, false)]
    [InlineData(Role.Admin, false)]
    [InlineData(Role.KepalaBidang, true)]
    [InlineData(Role.KepalaDinas, true)]
    [InlineData(Role.Auditor, true)]
    public async Task Only_the_heads_and_the_auditor_have_it_in_a_list_and_open_it(Role role, bool reads)
    {
        await SaysAsync("1", "Pak RT minta uang 50 ribu tiap ambil beras");
        var see = $"go:message:see:{(await OnlyAsync()).Id}";
        await ComesInAsync("7", role, "Bu Ani");
        await CommandsAsync("7", "petugas");

        var desk = new ChatKey(Hall.ChannelName, "7");
        Assert.Equal(reads, (await ConversationAsync(desk)).Choices.Contains(Sealed));
        foreach (var list in Enum.GetValues<TicketListOf>())
        {
            await OffersAsync("7", $"go:messages:{list}");
            await PressAsync("7", $"go:messages:{list}");
            Assert.Equal(reads && list == TicketListOf.Sealed, (await ConversationAsync(desk)).Choices.Contains(see));
        }

        await OffersAsync("7", see);
        var opened = Last(await PressAsync("7", see));
        Assert.Equal(reads, opened.Contains("50 ribu", StringComparison.Ordinal));
        Assert.Equal(!reads, Audit.Any(e => e is { Act: Act.NotAllowed, Detail: "See SealedMessage" }));
    }

    [Fact]
    public async Task Who_is_named_and_their_team_do_not_find_it_and_hear_of_nothing()
    {
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        await ComesInAsync("9", Role.KepalaBidang, "Bu Lina");
        await ComesInAsync("6", Role.Auditor, "Bu Ani");
        foreach (var officer in (string[])["8", "9", "6"]) await Hall.WaitsAsync(officer, TimeSpan.Zero);
        await SaysAsync("1", "saya diminta uang 100 ribu sama hadi");

        Assert.Empty(await Hall.WaitsAsync("8", TimeSpan.Zero));
        Assert.Empty(await Hall.WaitsAsync("9", TimeSpan.Zero));
        Assert.Single(await Hall.WaitsAsync("6", TimeSpan.Zero));
        foreach (var officer in (string[])["8", "9"])
        {
            await CommandsAsync(officer, "petugas");
            Assert.Contains("Tidak ada laporan tertutup", Last(await PressAsync(officer, Sealed)), StringComparison.Ordinal);
        }

        await CommandsAsync("6", "petugas");
        await PressAsync("6", Sealed);
        var id = (await OnlyAsync()).Id;
        Assert.Contains("100 ribu", Last(await PressAsync("6", $"go:message:see:{id}")), StringComparison.Ordinal);
        await PressAsync("6", $"go:message:take:{id}");
        var heard = await FamilyHearsAsync(() => SaysAsync("6", "Terima kasih, sedang kami periksa."));
        Assert.Contains("Bu Ani, pengawas", heard, StringComparison.Ordinal);
        Assert.Contains("Petugas lain tidak bisa membacanya", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_answers_it_and_is_named_only_then_hears_nothing_more()
    {
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        await ComesInAsync("6", Role.Auditor, "Bu Ani");
        await SaysAsync("1", "Pak RT minta uang 50 ribu tiap ambil beras");
        var id = (await OnlyAsync()).Id;
        await CommandsAsync("8", "petugas");
        await PressAsync("8", Sealed);
        await PressAsync("8", $"go:message:see:{id}");
        await PressAsync("8", $"go:message:take:{id}");
        await FamilyHearsAsync(() => SaysAsync("8", "Siapa namanya?"));
        await Hall.WaitsAsync("8", TimeSpan.Zero);

        Assert.Contains("Tulisan Bapak/Ibu kami simpan", Last(await SaysAsync("1", "Disuruh Pak Hadi sendiri, katanya")), StringComparison.Ordinal);
        Assert.Empty(await Hall.WaitsAsync("8", TimeSpan.Zero));
        Assert.Equal(Role.KepalaBidang, Assert.Single((await OnlyAsync()).Named).Role);
        Assert.Null((await OnlyAsync()).Held);
    }

    [Fact]
    public async Task From_the_page_of_the_real_service_and_from_a_message_to_the_officers_it_is_sealed_as_well()
    {
        await CommandsAsync("1", "resmi");
        await PressAsync("1", "go:levy");
        Assert.Contains("Yang membaca", Last(await SaysAsync("1", "Kader posyandu, seratus ribu")), StringComparison.Ordinal);
        await CommandsAsync("1", "petugas");
        Assert.Contains("Yang membaca", Last(await SaysAsync("1", "Pak RT minta uang juga")), StringComparison.Ordinal);
        var kept = await OnlyAsync();
        Assert.Equal(("Kader posyandu, seratus ribu", "Pak RT minta uang juga"), (kept.Text, Assert.Single(kept.Lines).Text));

        await CommandsAsync("1", "petugas");
        await SaysAsync("1", "KTP saya hilang, bagaimana?");
        Assert.Equal([false, true], (await TicketsAsync()).Select(t => t.Sealed).Order());
    }

    [Fact]
    public void At_night_nobody_is_woken_for_it()
    {
        var night = new DateTimeOffset(2025, 9, 23, 22, 0, 0, TimeSpan.FromHours(7));
        var head = new Officer { Id = "o1", Chat = new("telegram", "8"), CalledAs = "Pak Hadi", Role = Role.KepalaBidang, Since = night };
        var effects = Shipped.Talk.Decide(new Conversation { Chat = Own }, new Incoming.Words(Own, "1", "Pak RT minta uang 50 ribu"), Known.Nothing with { Officers = [head], Random = [.. new byte[Scene.RandomIdBytes]] }, night);

        Assert.Equal(night.AddHours(9), Assert.Single(effects.Says, s => s.To == head.Chat).NotBefore);
    }

    [Fact]
    public async Task Unanswered_it_is_apologised_for_and_told_to_who_may_read_it_alone()
    {
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        await ComesInAsync("6", Role.Auditor, "Bu Ani");
        await SaysAsync("1", "diminta uang 100 ribu sama hadi");
        foreach (var officer in (string[])["7", "8", "6"]) await Hall.WaitsAsync(officer, TimeSpan.Zero);

        Assert.Contains("belum dijawab", Assert.Single(await Hall.WaitsAsync("1", TimeSpan.FromDays(4))).Words.Text, StringComparison.Ordinal);
        Assert.Contains("Laporan tertutup terlambat dijawab", Last(await Hall.WaitsAsync("6", TimeSpan.Zero)), StringComparison.Ordinal);
        Assert.Empty(await Hall.WaitsAsync("7", TimeSpan.Zero));
        Assert.Empty(await Hall.WaitsAsync("8", TimeSpan.Zero));
    }

    private async Task<IEnumerable<Ticket>> TicketsAsync() => (await Hall.Bot.Store.LookUpAsync(Own, new() { Tickets = true }, Stop)).Tickets;

    private async Task<Ticket> OnlyAsync() => Assert.Single(await TicketsAsync());
}
