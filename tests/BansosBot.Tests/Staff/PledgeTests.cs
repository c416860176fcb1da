using BansosBot.Domain.Audit;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests.Staff;

/// <summary>A company's offer in chat is followed up by an officer to the hand-over, and the company sees what became of it.</summary>
public sealed class PledgeTests : AtTheDesk
{
    [Fact]
    public async Task From_the_message_to_the_hand_over_the_company_hears_each_step_and_sees_it_by_status()
    {
        var id = await OffersAsync();
        var rina = await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await TakesAsync("7", id);

        Assert.Contains("sudah kami catat", await FamilyHearsAsync(() => PressAsync("7", $"go:deskpledge:NotePledge:{id}")), StringComparison.Ordinal);
        await PressAsync("7", "go:desk");
        await PressAsync("7", "go:messages:Pledges");
        await PressAsync("7", $"go:message:see:{id}");
        Assert.Contains("sudah disepakati", await FamilyHearsAsync(() => PressAsync("7", $"go:deskpledge:AgreePledge:{id}")), StringComparison.Ordinal);
        Assert.Contains("sudah disepakati", Last(await CommandsAsync("1", "status")), StringComparison.Ordinal);
        await PressAsync("7", $"go:deskpledge:HandOverPledge:{id}");
        var over = await FamilyHearsAsync(() => SaysAsync("7", "460/12/BAST/2025"));
        Assert.Contains("460/12/BAST/2025", over, StringComparison.Ordinal);
        Assert.Contains("460/12/BAST/2025", Last(await CommandsAsync("1", "status")), StringComparison.Ordinal);

        Assert.Equal((PledgeState.HandedOver, rina), ((await TicketAsync(id)).Pledge!.State, (await TicketAsync(id)).Pledge!.Owner));
        Act[] acts = [Act.PledgeNoted, Act.PledgeAgreed, Act.PledgeHandedOver];
        Assert.Equal(acts.Select(a => (a, rina)), Audit.Where(e => acts.Contains(e.Act)).Select(e => (e.Act, e.By)));
        Assert.DoesNotContain(Audit, e => e.Detail.Contains("460", StringComparison.Ordinal));
        Assert.Contains("Tidak ada tawaran", Last(await GoesAsync("7", "go:messages:Pledges")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stays_on_its_list_and_with_its_owner_after_the_talk_is_closed_and_over_a_new_start()
    {
        var id = await OffersAsync();
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await ComesInAsync("8", Role.Petugas, "Pak Dedi");
        await ComesInAsync("9", Role.KepalaBidang, "Pak Hadi");
        await TakesAsync("7", id);
        await PressAsync("7", $"go:deskpledge:NotePledge:{id}");
        await GoesAsync("7", $"go:message:write:{id}");
        await SaysAsync("7", "Terima kasih. Kami telepon besok.");
        await GoesAsync("7", $"go:message:close:{id}");
        await Hall.OpenAgainAsync();

        await GoesAsync("8", "go:messages:Pledges");
        await PressAsync("8", $"go:message:see:{id}");
        Assert.DoesNotContain((await ConversationAsync(new(Hall.ChannelName, "8"))).Choices, c => c.StartsWith("go:deskpledge", StringComparison.Ordinal));
        await GoesAsync("8", $"go:deskpledge:AgreePledge:{id}");
        Assert.Equal(PledgeState.Noted, (await TicketAsync(id)).Pledge!.State);
        Assert.Contains(Audit, e => e.Act == Act.NotAllowed && e.Detail.StartsWith("AgreePledge", StringComparison.Ordinal));

        await GoesAsync("9", $"go:deskpledge:AgreePledge:{id}");        // of somebody who is ill
        Assert.Equal(PledgeState.Agreed, (await TicketAsync(id)).Pledge!.State);
    }

    [Fact]
    public async Task Nothing_comes_of_it_only_after_it_was_asked_once_more_and_what_is_over_does_not_move()
    {
        var id = await OffersAsync();
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await TakesAsync("7", id);
        await PressAsync("7", $"go:deskpledge:NotePledge:{id}");
        await PressAsync("7", $"go:deskpledge:CallOffPledge:{id}");
        Assert.Equal(PledgeState.Noted, (await TicketAsync(id)).Pledge!.State);

        Assert.Contains("tidak kami lanjutkan", await FamilyHearsAsync(() => PressAsync("7", $"go:deskpledge:CallOffPledge:{id}:!")), StringComparison.Ordinal);
        Assert.Contains("berubah sejak tadi", string.Join('\n', (await GoesAsync("7", $"go:deskpledge:AgreePledge:{id}")).Select(l => l.Words.Text)), StringComparison.Ordinal);
        Assert.Equal(PledgeState.CalledOff, (await TicketAsync(id)).Pledge!.State);
    }

    private async Task<string> OffersAsync()
    {
        await SaysAsync("1", "selamat siang, kami dari PT Sinar Contoh ingin menyalurkan CSR untuk anak yatim");
        return (await Hall.Bot.Store.LookUpAsync(Own, new() { Tickets = true }, Stop)).Tickets.Single().Id;
    }

    private async Task TakesAsync(string officer, string id)
    {
        await CommandsAsync(officer, "petugas");
        await PressAsync(officer, "go:messages:Waiting");
        await PressAsync(officer, $"go:message:see:{id}");
        await PressAsync(officer, $"go:message:take:{id}");
        await GoesAsync(officer, $"go:message:see:{id}");       // out of the answer that is asked for
        await Hall.WaitsAsync("1", TimeSpan.Zero);
    }

    private async Task<Ticket> TicketAsync(string id) => (await Hall.Bot.Store.LookUpAsync(Own, new() { Ticket = id }, Stop)).Ticket!;
}
