using System.Text.RegularExpressions;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Simulation.Lists;

namespace BansosBot.Tests.Staff;

/// <summary>A guardian joins a case by a code from the counter; another one takes their place; and a running aid is ended at the desk.</summary>
public sealed partial class GuardianTests : ListAtTheDesk
{
    [Fact]
    public async Task A_guardian_joins_a_case_of_the_list_by_the_code_from_the_counter_once_and_hears_of_it_from_then_on()
    {
        var (id, code) = await HandedAsync();

        var shown = await JoinsByCodeAsync("1", code);

        Assert.Contains("Bantuan berjalan", shown, StringComparison.Ordinal);
        var a = Assert.Single(await TakenOverAsync());
        Assert.Equal((new Home(Own, a.Homes[0].Since, IsFiler: true), null), (Assert.Single(a.Homes), a.Handed));
        Assert.True(a.IsOwnOf(Own));
        Assert.Equal([(Act.CodeHandedOut, "")], Audit.Where(e => e.Subject == id && e.By.Length > 0 && e.Act == Act.CodeHandedOut).Select(e => (e.Act, e.Detail)));
        Assert.Equal("handed", Assert.Single(Audit, e => e.Act == Act.HomeJoined).Detail);

        Assert.Contains("tidak cocok", await JoinsByCodeAsync("2", code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_a_week_old_and_one_that_was_made_anew_open_nothing()
    {
        var (id, first) = await HandedAsync();
        var second = await MakesCodeAsync("7", id);

        Assert.Contains("tidak cocok", await JoinsByCodeAsync("2", first), StringComparison.Ordinal);
        Hall.Clock.Advance(HandedCode.GoodFor);
        Assert.Contains("tidak cocok", await JoinsByCodeAsync("2", second), StringComparison.Ordinal);
        Assert.Empty(Assert.Single(await TakenOverAsync()).Homes);
    }

    [Fact]
    public async Task Five_wrong_birth_dates_lock_the_code_as_any_other()
    {
        var (_, code) = await HandedAsync();
        for (var i = 0; i < 5; i++) await JoinsByCodeAsync("2", code, new(2010, 1, 1));

        Assert.DoesNotContain("Bantuan berjalan", await JoinsByCodeAsync("1", code), StringComparison.Ordinal);
        Assert.Empty(Assert.Single(await TakenOverAsync()).Homes);
        Hall.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Contains("Bantuan berjalan", await JoinsByCodeAsync("1", code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_guardian_is_recorded_the_old_chat_is_told_and_sees_it_no_more_and_the_new_one_joins()
    {
        await SaysAsync("1", "menu");
        await PutAsync(Own, Put(1, Stage.Active) with { PromisedBy = null });
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await OpensByNumberAsync("7", 1);
        await PressAsync("7", "go:deskcase:case1:hold");
        await PressAsync("7", "go:deskguardian:case1");
        await SaysAsync("7", "Aminah Wulandari");
        await PressAsync("7", "kakek_nenek");
        await SaysAsync("7", "0812-3456-7890");
        await PressAsync("7", "Died");
        await SaysAsync("7", "1 September 2025");
        await PressAsync("7", "benar");
        var told = await NewsAsync("1", async () => Assert.Contains("sudah diganti", Last(await PressAsync("7", "ya")), StringComparison.Ordinal));

        Assert.Contains("Wali anak ini sudah diganti", told.Words.Text, StringComparison.Ordinal);
        var a = await CaseAsync();
        Assert.Equal((Stage.Active, true, 0), (a.Stage, a.ReceiptIsVoid, a.Homes.Length));
        Assert.Equal((GuardianReason.Died, new DateOnly(2025, 9, 1)), Assert.Single(a.GuardianChanges) is var g ? (g.Why, g.On) : default);
        Assert.Equal("kakek_nenek", ((Answer.Chosen)a.Answers["relation"]).Choice);
        Assert.Equal("Died", Assert.Single(Audit, e => e.Act == Act.GuardianChanged).Detail);
        Assert.Empty((await ConversationAsync(Own)).Cases);
        Assert.DoesNotContain("YAPI-2025-000001", Last(await SaysAsync("1", "status")), StringComparison.Ordinal);
        await CommandsAsync("1", "batal");
        Assert.Contains("tidak cocok", await JoinsByCodeAsync("1", a.Receipt.Reveal(), a.ChildBorn), StringComparison.Ordinal);

        var code = await MakesCodeAsync("7", "case1", byNumber: true);
        Assert.Contains("YAPI-2025-000001", await JoinsByCodeAsync("2", code, a.ChildBorn), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_of_division_ends_a_running_aid_with_a_reason_and_the_family_reads_it()
    {
        await SaysAsync("1", "menu");
        await PutAsync(Own, Put(1, Stage.Active) with { PromisedBy = null });
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        await OpensByNumberAsync("8", 1);
        await PressAsync("8", "go:deskcase:case1:hold");
        await PressAsync("8", "go:deskend:case1");
        Assert.Contains("pindah dari Kota Serang", Last(await PressAsync("8", "go:deskend:case1:MovedAway")), StringComparison.Ordinal);

        var told = await NewsAsync("1", () => PressAsync("8", "go:deskend:case1:MovedAway:!"));

        Assert.Contains("pindah dari Kota Serang", told.Words.Text, StringComparison.Ordinal);
        Assert.Equal((Stage.Ended, EndReason.MovedAway), await CaseAsync() is var a ? (a.Stage, a.EndedFor) : default);
    }

    [Fact]
    public async Task Who_may_not_is_refused_and_in_the_log()
    {
        await PutAsync(Own, Put(1, Stage.Active) with { PromisedBy = null });
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        await ComesInAsync("7", Role.Petugas, "Bu Rina");

        await GoesAsync("8", "go:deskcode:case1:make");
        await GoesAsync("8", "go:deskguardian:case1");
        await GoesAsync("7", "go:deskguardian:case1");
        await GoesAsync("7", "go:deskend:case1:MovedAway:!");

        Assert.Equal(["HandOutCode NotTheirRole", "ChangeGuardian NotTheirRole", "ChangeGuardian NobodyHoldsIt", "End NotTheirRole"], Audit.Where(e => e.Act == Act.NotAllowed).Select(e => e.Detail));
        Assert.Equal((Stage.Active, null, 1), await CaseAsync() is var a ? (a.Stage, a.Handed, a.Homes.Length) : default);
    }

    private static string BornOf(DateOnly? day) => (day ?? MadePerson.Of(1).BirthDate).ToString("dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture);

    // Somebody at the counter, who knows no number: the officer types the child's NIK.
    private async Task<(string Id, string Code)> HandedAsync()
    {
        await TakesInAsync(People(1));
        await SettlesAsync();
        var a = Assert.Single(await TakenOverAsync());
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        return (a.Id, await MakesCodeAsync("7", a.Id));
    }

    private async Task<string> MakesCodeAsync(string person, string id, bool byNumber = false)
    {
        await CommandsAsync(person, "petugas");
        await SaysAsync(person, byNumber ? "YAPI-2025-000001" : NikOf(MadePerson.Of(1)).Reveal());
        await PressAsync(person, "go:deskcase:" + id);
        await PressAsync(person, "go:deskcode:" + id);
        var slip = (await PressAsync(person, $"go:deskcode:{id}:make"))[0].Words.Text;
        return Code().Matches(slip)[^1].Value;      // the case number before it looks alike
    }

    private async Task<string> JoinsByCodeAsync(string person, string code, DateOnly? born = null)
    {
        await CommandsAsync(person, "status");
        await SaysAsync(person, code);
        await SaysAsync(person, BornOf(born));
        return string.Join('\n', (await PressAsync(person, "benar")).Select(l => l.Words.Text));
    }

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
