using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Storage;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Staff;

/// <summary>A promised day passes: the family hears it first, once, and the case stands among the late ones.</summary>
public sealed class LateTests : AtTheDesk
{
    [Fact]
    public async Task The_family_hears_it_the_next_morning_with_a_new_day_and_whom_to_ask_and_never_again_at_this_stage()
    {
        await PromisedAsync(Filed(Own) with { PromisedBy = new(2025, 9, 25) });

        Assert.Empty(await Hall.WaitsAsync("1", TimeSpan.FromHours(69.9)));
        var late = Assert.Single(await Hall.WaitsAsync("1", TimeSpan.FromHours(0.2)));

        foreach (var part in (string[])["kami terlambat", "25 September 2025", "paling lambat Rabu, 1 Oktober 2025", "Bidang Rehabilitasi Sosial", "Giliran Bapak/Ibu tetap"]) Assert.Contains(part, late.Words.Text, StringComparison.Ordinal);
        Assert.Contains("petugas", Last(await PressesNewsAsync("1", late)), StringComparison.Ordinal);
        Assert.Empty(await Hall.WaitsAsync("1", TimeSpan.FromDays(60)));
        var a = await CaseAsync();
        Assert.Equal((new DateOnly(2025, 9, 25), new DateOnly(2025, 10, 1)), (a.LateSince, a.PromisedBy));
        Assert.Equal("Submitted 2025-10-01", Assert.Single(Audit, e => e.Act == Act.PromiseOver).Detail);
    }

    [Fact]
    public async Task Neither_a_new_start_nor_the_same_instant_again_tells_it_twice()
    {
        await PromisedAsync(Filed(Own) with { PromisedBy = new(2025, 9, 25) });
        Assert.Single(await Hall.WaitsAsync("1", TimeSpan.FromDays(4)));

        await Hall.OpenAgainAsync();
        await AskAsync(DueKind.PromiseOver, Hall.Clock.GetUtcNow());

        Assert.Empty(await Hall.WaitsAsync("1", TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task What_was_taken_up_in_time_is_not_late_and_is_promised_its_own_day()
    {
        await PromisedAsync(Filed(Own) with { PromisedBy = new(2025, 9, 25) });
        await TakenUpAsync();
        await Hall.WaitsAsync("1", TimeSpan.Zero);

        Assert.Empty(await Hall.WaitsAsync("1", TimeSpan.FromDays(20)));        // until 13 October
        Assert.Contains("kunjungan ke rumah", Last(await Hall.WaitsAsync("1", TimeSpan.FromDays(1))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stands_among_the_late_ones_since_its_first_day_also_once_another_is_promised()
    {
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await PromisedAsync(Filed(Own) with { PromisedBy = new(2025, 9, 25) });
        await Hall.WaitsAsync("1", TimeSpan.FromDays(4));

        await CommandsAsync("7", "antrean");
        Assert.Contains("janji Kamis, 25 September 2025", Last(await PressAsync("7", "go:queue:Late")), StringComparison.Ordinal);
        Assert.Contains("Sudah lewat janji sejak", Last(await PressAsync("7", "go:deskcase:case1")), StringComparison.Ordinal);

        await PressAsync("7", "go:deskcase:case1:hold");
        await PressAsync("7", "go:deskcase:case1:takeup");
        await CommandsAsync("7", "antrean");
        Assert.Contains("Tidak ada yang lewat janji", Last(await PressAsync("7", "go:queue:Late")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_home_hears_it_and_a_helper_without_the_name()
    {
        await SaysAsync("2", "menu");
        await PromisedAsync(Filed(Own) with { FiledForOthers = true, PromisedBy = new(2025, 9, 23), Homes = [new(Own, Tuesday, IsFiler: true), new(Other, Tuesday, IsFiler: false)] });

        Hall.Clock.Advance(TimeSpan.FromDays(1));
        var helper = Last(await Hall.WaitsAsync("1", TimeSpan.Zero));
        var family = Last(await Hall.WaitsAsync("2", TimeSpan.Zero));

        Assert.Contains("kami terlambat", helper, StringComparison.Ordinal);
        Assert.DoesNotContain("untuk ", helper, StringComparison.Ordinal);
        Assert.Contains("untuk P", family, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_aid_is_paid_for_is_told_of_its_end_three_times_and_ends_on_the_birthday()
    {
        await PutAsync(Own, Filed(Own) with { Stage = Stage.Active, PromisedBy = null, ChildBorn = new(2008, 1, 5) });
        await AskAsync(DueKind.TooOld, Tuesday);

        List<string> told = [];
        for (var day = 0; day < 120; day++)
        {
            if (day == 40) await Hall.OpenAgainAsync();
            foreach (var letter in await Hall.WaitsAsync("1", TimeSpan.FromDays(1))) told.Add($"{Hall.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)):dd-MM} {letter.Words.Text}");
        }

        Assert.Equal(4, told.Count);
        Assert.Equal(["07-10", "06-12", "29-12", "05-01"], told.Select(t => t[..5]));
        Assert.All(told[..3], t => Assert.Contains("Hari terakhirnya Minggu, 4 Januari 2026", t, StringComparison.Ordinal));
        Assert.All(told, t => Assert.Contains("Program Indonesia Pintar", t, StringComparison.Ordinal));
        Assert.Contains("sudah berumur 18 tahun", told[3], StringComparison.Ordinal);
        var ended = await CaseAsync();
        Assert.Equal((Stage.Ended, EndReason.TurnedEighteen), (ended.Stage, ended.EndedFor));
        Assert.Equal(Applied.Done, await TakeAsync(Own, new Claim.ChildFromChat("yapi", Nik(1), Own), "another"));
        Assert.Equal(["EndsIn90Days", "EndsIn30Days", "EndsIn7Days"], Audit.Where(e => e.Act == Act.EndForetold).Select(e => e.Detail));
        Assert.Contains("sudah berumur 18 tahun", Last(await SaysAsync("1", "status")), StringComparison.Ordinal);
    }

    private async Task PromisedAsync(Application a)
    {
        await PutAsync(Own, a);
        await AskAsync(DueKind.PromiseOver, new(a.PromisedBy!.Value.AddDays(1).ToDateTime(new(7, 0)), TimeSpan.FromHours(7)));
    }

    private async Task AskAsync(DueKind kind, DateTimeOffset at)
    {
        var office = await ConversationAsync(ChatKey.Office);
        await Hall.Bot.Store.ApplyAsync(new Incoming.Words(ChatKey.Office, $"ask{office.Revision}", ""), new() { After = office, Dues = [new(kind, "case1", at, OfOffice: true)] }, Hall.Clock.GetUtcNow());
    }

    private async Task TakenUpAsync()
    {
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");
        await PressAsync("7", "go:deskcase:case1:takeup");
    }
}
