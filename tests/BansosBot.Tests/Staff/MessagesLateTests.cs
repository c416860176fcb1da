using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;

namespace BansosBot.Tests.Staff;

/// <summary>A promised day that passes is never passed over in silence: who waits hears it, and the office's heads do.</summary>
public sealed class MessagesLateTests : AtTheDesk
{
    private static readonly DateTimeOffset FirstMorning = new(2025, 9, 27, 0, 0, 0, TimeSpan.Zero), SecondMorning = new(2025, 10, 2, 0, 0, 0, TimeSpan.Zero);      // 07.00 in Serang

    [Fact]
    public async Task The_second_promise_that_passes_is_the_last_and_goes_to_the_head_of_the_office()
    {
        var id = await WritesAsync();
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        await ComesInAsync("9", Role.KepalaDinas, "Bu Kartika");

        Assert.Contains("1 Oktober 2025", Assert.Single(await UntilAsync("1", FirstMorning)), StringComparison.Ordinal);
        Assert.Contains("terlambat dijawab", Assert.Single(await UntilAsync("8", FirstMorning)), StringComparison.Ordinal);
        Assert.Empty(await UntilAsync("9", FirstMorning));

        Assert.Contains("masih belum dijawab", Assert.Single(await UntilAsync("1", SecondMorning)), StringComparison.Ordinal);
        Assert.Contains("terlambat dijawab", Assert.Single(await UntilAsync("9", SecondMorning)), StringComparison.Ordinal);
        Assert.Empty(await UntilAsync("8", SecondMorning));
        Assert.Null((await TicketAsync(id)).AnswerBy);
        Assert.Empty(await UntilAsync("1", SecondMorning.AddDays(60)));
        Assert.Equal(2, Audit.Count(e => e.Act == Act.TicketLate && e.Subject == id));
    }

    [Fact]
    public async Task Who_writes_again_is_promised_anew_and_that_promise_counts_too()
    {
        await WritesAsync();
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        await UntilAsync("1", SecondMorning);

        await CommandsAsync("1", "petugas");
        Assert.Contains("7 Oktober 2025", Last(await SaysAsync("1", "Bagaimana KTP saya?")), StringComparison.Ordinal);
        Assert.Contains("belum dijawab", Assert.Single(await UntilAsync("1", new(2025, 10, 8, 0, 0, 0, TimeSpan.Zero))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_answered_in_time_is_never_late()
    {
        var id = await WritesAsync();
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await CommandsAsync("7", "petugas");
        await PressAsync("7", "go:messages:Waiting");
        await PressAsync("7", $"go:message:see:{id}");
        await PressAsync("7", $"go:message:take:{id}");
        await SaysAsync("7", "Bawa surat kehilangan.");
        await UntilAsync("1", FirstMorning.AddHours(-2));

        Assert.Empty(await UntilAsync("1", SecondMorning.AddDays(7)));
        Assert.DoesNotContain(Audit, e => e.Act == Act.TicketLate);
    }

    [Fact]
    public async Task Who_was_gone_when_the_answer_came_reads_it_when_they_come_back()
    {
        var id = await WritesAsync();
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await CommandsAsync("7", "petugas");
        await PressAsync("7", "go:messages:Waiting");
        await PressAsync("7", $"go:message:see:{id}");
        await PressAsync("7", $"go:message:take:{id}");
        await Hall.SaysAsync("1", (chat, m) => new Incoming.Reachable(chat, m, Is: false));
        await SaysAsync("7", "Bawa surat kehilangan.");
        Assert.Empty(await Hall.WaitsAsync("1", TimeSpan.FromMinutes(1)));
        Assert.True((await TicketAsync(id)).ToCall);

        var back = await CommandsAsync("1", "menu");
        Assert.Contains(back.Concat(await Hall.WaitsAsync("1", TimeSpan.FromMinutes(1))), l => l.Words.Text.Contains("Bawa surat kehilangan", StringComparison.Ordinal));
        Assert.False((await TicketAsync(id)).ToCall);
        Assert.Empty(await Hall.WaitsAsync("1", TimeSpan.FromMinutes(1)));
    }

    private async Task<IReadOnlyList<string>> UntilAsync(string person, DateTimeOffset at)
    {
        var wait = at - Hall.Clock.GetUtcNow();
        return [.. (await Hall.WaitsAsync(person, wait > TimeSpan.Zero ? wait : TimeSpan.Zero)).Select(l => l.Words.Text)];
    }

    private async Task<string> WritesAsync()
    {
        await CommandsAsync("1", "petugas");
        await SaysAsync("1", "KTP saya hilang, bagaimana?");
        return Assert.Single((await Hall.Bot.Store.LookUpAsync(Own, new() { Tickets = true }, Stop)).Tickets).Id;
    }

    private async Task<Ticket> TicketAsync(string id) => (await Hall.Bot.Store.LookUpAsync(Own, new() { Ticket = id }, Stop)).Ticket!;
}
