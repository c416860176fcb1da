using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Staff;

/// <summary>At night nobody is woken by what others do, and nobody loses it: it comes at seven, or when they write.</summary>
public sealed class QuietHoursTests : AtTheDesk
{
    private const string Taken = "Petugas akan datang ke rumah";

    [Fact]
    public async Task What_is_decided_at_nine_in_the_evening_reaches_the_home_at_seven()
    {
        await DecidedAtNightAsync();

        Assert.Empty(await Hall.WaitsAsync("1", TimeSpan.FromHours(9.9)));
        Assert.Contains(Taken, Last(await Hall.WaitsAsync("1", TimeSpan.FromHours(0.2))), StringComparison.Ordinal);
        Assert.Equal("07.00", $"{Hall.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)):HH}.00");
        Assert.Empty(await Hall.WaitsAsync("1", TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task Whoever_writes_meanwhile_hears_it_then_before_the_answer_and_not_again()
    {
        await DecidedAtNightAsync();

        var heard = await SaysAsync("1", "menu");

        Assert.Equal(2, heard.Count);
        Assert.Contains(Taken, heard[0].Words.Text, StringComparison.Ordinal);
        Assert.NotEmpty(heard[1].Buttons);
        Assert.Empty(await Hall.WaitsAsync("1", TimeSpan.FromHours(14)));
    }

    [Fact]
    public async Task A_new_start_at_night_loses_nothing_and_keeps_the_order()
    {
        await DecidedAtNightAsync();
        await PressAsync("7", "go:deskcase:case1:verify");
        await PressAsync("7", "go:deskcase:case1:verify:!");

        await Hall.OpenAgainAsync();

        Assert.Empty(await Hall.WaitsAsync("1", TimeSpan.FromHours(9.9)));
        var heard = await Hall.WaitsAsync("1", TimeSpan.FromHours(0.2));
        Assert.Equal([true, false], heard.Select(l => l.Words.Text.Contains(Taken, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task After_a_new_start_an_answer_does_not_wait_behind_what_waits_for_the_morning()
    {
        await DecidedAtNightAsync();
        await Hall.OpenAgainAsync();

        var heard = await SaysAsync("1", "menu");

        Assert.Equal(2, heard.Count);
        Assert.Empty(await Hall.WaitsAsync("1", TimeSpan.FromHours(14)));
    }

    [Fact]
    public async Task A_colleague_hears_of_a_case_in_the_morning()
    {
        var rina = await ComesInAsync("8", Role.Petugas, "Bu Rina");
        await DecidedAtNightAsync();

        await PressAsync("7", "go:deskhand:case1");
        await PressAsync("7", "go:deskhand:case1:" + rina);

        Assert.Empty(await Hall.WaitsAsync("8", TimeSpan.FromHours(9.9)));
        Assert.Contains("menyerahkan", Last(await Hall.WaitsAsync("8", TimeSpan.FromHours(0.2))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DueKind.CorrectionReminder)]
    [InlineData(DueKind.CaseLapse)]
    public void What_the_clock_brings_late_at_night_after_a_stop_comes_in_the_morning(DueKind kind)
    {
        var night = Tuesday.AddHours(17);       // two o'clock
        var a = Filed(Own) with { Stage = Stage.NeedsCorrection, PromisedBy = new(2025, 9, 20), Number = Domain.Registry.CaseNumber.Of("YAPI", 2025, 1) };

        var effects = Shipped.Talk.Decide(new() { Chat = ChatKey.Office }, new Incoming.Due(ChatKey.Office, "d", kind, a.Id), new() { Cases = [a] }, night);

        Assert.Empty(effects.Says);
        Assert.Empty(effects.Writes);
        Assert.Equal(new DueChange(kind, a.Id, Tuesday.AddHours(22), OfOffice: true), Assert.Single(effects.Dues));
    }

    private async Task DecidedAtNightAsync()
    {
        await PutAsync(Own, Filed(Own));
        await ComesInAsync("7", Role.Verifikator, "Bu Sari");
        await Hall.WaitsAsync("1", TimeSpan.FromHours(12));
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");
        await PressAsync("7", "go:deskcase:case1:takeup");
        Assert.Empty(await Hall.WaitsAsync("1", TimeSpan.Zero));
    }
}
