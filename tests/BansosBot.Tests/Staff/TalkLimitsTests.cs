using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests.Staff;

/// <summary>What is written to an officer who answers, and is not for them, or comes too late; and what comes by itself at night.</summary>
public sealed class TalkLimitsTests : AtTheDesk
{
    private static readonly DateTimeOffset Night = new(2025, 9, 26, 22, 0, 0, TimeSpan.FromHours(7)), Morning = new(2025, 9, 27, 7, 0, 0, TimeSpan.FromHours(7));
    private static readonly Ticket Left = new("t1", Own, StepMap.Idle, "KTP saya hilang", Night.AddDays(-4)) { AnswerBy = new(2025, 9, 25) };
    private static readonly Conversation Talking = new() { Chat = Own, Place = StepMap.WithOfficer, Ticket = "t1", TouchedAt = Night.AddDays(-4) };

    [Fact]
    public async Task Who_tells_of_money_that_was_asked_for_is_not_passed_on_to_who_answers()
    {
        await CommandsAsync("1", "petugas");
        await SaysAsync("1", "KTP saya hilang, bagaimana?");
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        var id = Assert.Single(await TicketsAsync()).Id;
        await CommandsAsync("7", "petugas");
        await PressAsync("7", "go:messages:Waiting");
        await PressAsync("7", "go:message:see:" + id);
        await PressAsync("7", "go:message:take:" + id);
        await FamilyHearsAsync(() => SaysAsync("7", "Bawa surat kehilangan."));

        var told = Last(await SaysAsync("1", "petugas Rina minta uang 50 ribu"));

        Assert.Contains("petugas lain", told, StringComparison.Ordinal);
        Assert.Empty(await Hall.WaitsAsync("7", TimeSpan.Zero));
        Assert.Equal("petugas Rina minta uang 50 ribu", Assert.Single(await TicketsAsync(), t => t.Sealed).Text);
        Assert.Equal(StepMap.WithOfficer, (await ConversationAsync(Own)).Place);
    }

    [Fact]
    public void What_is_written_just_after_it_was_closed_is_kept_as_a_new_message()
    {
        var closed = Left with { Closed = new(Night.AddDays(-1), "o1", ByTelephone: false) };

        var effects = Decided(new Incoming.Words(Own, "1", "Satu lagi, Bu"), closed, Talking, Night.AddHours(-6));

        Assert.Equal("Satu lagi, Bu", Assert.Single(effects.Writes.OfType<Write.PutTicket>()).Ticket.Text);
        Assert.Contains(effects.Says[0].Parts, p => p.Key == "Officer.Left");
    }

    [Theory]
    [InlineData(DueKind.TicketLate)]
    [InlineData(DueKind.TicketNews)]
    public void What_comes_late_at_night_waits_for_the_morning_unless_they_are_there(DueKind kind)
    {
        var due = new Incoming.Due(Own, "1", kind, "t1");
        var answered = Left with { Lines = [new("o1", "Bawa surat.", Night.AddHours(-1))] };
        var ticket = kind == DueKind.TicketNews ? answered : Left;

        var asleep = Decided(due, ticket, Talking, Night);
        Assert.Empty(asleep.Says);
        Assert.Equal((kind, "t1", Morning), asleep.Dues.Select(d => (d.Kind, d.About, d.At!.Value)).Single());
        Assert.NotEmpty(Decided(due, ticket, Talking with { TouchedAt = Night.AddMinutes(-5) }, Night).Says);
    }

    private static Effects Decided(Incoming message, Ticket ticket, Conversation before, DateTimeOffset at) =>
        Shipped.Talk.Decide(before, message, Known.Nothing with { Ticket = ticket, Tickets = [ticket], Random = [.. new byte[Scene.RandomIdBytes]] }, at);

    private async Task<IEnumerable<Ticket>> TicketsAsync() => (await Hall.Bot.Store.LookUpAsync(Own, new() { Tickets = true }, Stop)).Tickets;
}
