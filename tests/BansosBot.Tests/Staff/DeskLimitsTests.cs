using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Staff;

/// <summary>What an officer cannot get round, what is in the log of the attempt, and what two at once come to.</summary>
public sealed class DeskLimitsTests : AtTheDesk
{
    [Fact]
    public async Task The_turn_holds_also_where_a_page_of_the_queue_is_full_of_others()
    {
        await PutAsync(Own, [.. Enumerable.Range(1, 9).Select(n => Put(n, Stage.InVerification))]);
        await PutAsync(Own, Put(10), Put(11));
        await ComesInAsync("7", Role.Petugas, "Pak Dedi");

        await OpensByNumberAsync("7", 11);
        var told = Last(await PressAsync("7", "go:deskcase:case11:hold"));

        Assert.Contains("Giliran sekarang: YAPI-2025-000010", told, StringComparison.Ordinal);
        Assert.Null((await CasesAsync(11))[0].Held);
        await OpensByNumberAsync("7", 10);
        Assert.Contains("Sudah dicatat", Last(await PressAsync("7", "go:deskcase:case10:hold")), StringComparison.Ordinal);
        await OpensByNumberAsync("7", 11);
        Assert.Contains("Giliran sekarang: YAPI-2025-000010", Last(await PressAsync("7", "go:deskcase:case11:hold")), StringComparison.Ordinal);      // held, and not taken up
        await OpensByNumberAsync("7", 10);
        await PressAsync("7", "go:deskcase:case10:takeup");
        await OpensByNumberAsync("7", 11);
        Assert.Contains("Sudah dicatat", Last(await PressAsync("7", "go:deskcase:case11:hold")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_turn_is_of_the_programme_and_of_the_officers_area()
    {
        await PutAsync(Own, Put(1) with { Programme = "sembako-anak-disabilitas" }, Put(2) with { Kelurahan = Domain.Registry.Wilayah.AllKelurahan.First(k => k.Kecamatan != Kelurahan.Kecamatan) }, Put(3));
        await ComesInAsync("7", Role.Petugas, "Pak Dedi", Kelurahan.Kecamatan);

        await OpensByNumberAsync("7", 3);

        Assert.Contains("Sudah dicatat", Last(await PressAsync("7", "go:deskcase:case3:hold")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_of_ones_own_household_at_the_front_keeps_nobody_from_the_next()
    {
        var desk = new ChatKey(Hall.ChannelName, "7");
        await PutAsync(desk, Put(1) with { Homes = [new(desk, Tuesday, IsFiler: true)] });
        await PutAsync(Own, Put(2));
        await ComesInAsync("7", Role.Petugas, "Pak Dedi");

        await OpensAsync("7", "case2");

        Assert.Contains("Sudah dicatat", Last(await PressAsync("7", "go:deskcase:case2:hold")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_a_case_that_one_may_not_see_is_answered_as_one_that_is_not_there_and_is_in_the_log()
    {
        var desk = new ChatKey(Hall.ChannelName, "7");
        await PutAsync(desk, Put(1) with { Homes = [new(desk, Tuesday, IsFiler: true)] });
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await CommandsAsync("7", "petugas");

        var none = Last(await SaysAsync("7", "YAPI-2025-999999"));
        Assert.DoesNotContain(Audit, e => e.Act == Act.NotAllowed);
        Assert.Equal(none, Last(await SaysAsync("7", "YAPI-2025-000001")));
        Assert.Contains(Audit, e => e is { Act: Act.NotAllowed, Subject: "case1", Detail: "See OwnHousehold" });
    }

    [Fact]
    public async Task An_act_that_is_refused_is_in_the_log_and_shows_how_the_case_stands()
    {
        await PutAsync(Own, Put(1));
        await ComesInAsync("7", Role.Petugas, "Pak Dedi");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");
        await Hall.WaitsAsync("7", Holding.IdleMax);

        var told = Last(await PressAsync("7", "go:deskcase:case1:takeup"));

        Assert.Contains("Pegang dulu pengajuannya", told, StringComparison.Ordinal);
        Assert.Contains("YAPI-2025-000001", told, StringComparison.Ordinal);
        Assert.Contains(Audit, e => e is { Act: Act.NotAllowed, Subject: "case1", Detail: "TakeUp NobodyHoldsIt" });
        Assert.Equal(Stage.Submitted, (await CasesAsync(1))[0].Stage);
    }

    [Fact]
    public async Task Of_two_who_take_one_case_at_once_one_has_it_and_the_other_hears_who()
    {
        await PutAsync(Own, Put(1));
        var dedi = await ComesInAsync("7", Role.Petugas, "Pak Dedi");
        var sari = await ComesInAsync("8", Role.Petugas, "Bu Sari");
        await OpensAsync("7", "case1");
        await OpensAsync("8", "case1");

        var told = (await Task.WhenAll(PressAsync("7", "go:deskcase:case1:hold"), PressAsync("8", "go:deskcase:case1:hold"))).Select(Last).ToList();

        var holder = (await CasesAsync(1))[0].HeldBy(Hall.Clock.GetUtcNow());
        Assert.Contains(holder, new[] { dedi, sari });
        Assert.Single(told, t => t.Contains("Sudah dicatat", StringComparison.Ordinal));
        Assert.Single(told, t => t.Contains("Petugas lain sedang memegangnya", StringComparison.Ordinal) && t.Contains(holder == dedi ? "Sedang dipegang Pak Dedi" : "Sedang dipegang Bu Sari", StringComparison.Ordinal));
        Assert.Single(Audit, e => e.Act == Act.CaseHeld);
    }

    [Fact]
    public async Task Of_two_admins_who_put_each_other_out_at_once_one_stays()
    {
        var ani = await ComesInAsync("7", Role.Admin, "Bu Ani");
        var budi = await ComesInAsync("8", Role.Admin, "Pak Budi");
        foreach (var (person, other) in new[] { ("7", budi), ("8", ani) })
        {
            await CommandsAsync(person, "petugas");
            await PressAsync(person, "go:colleagues");
            await PressAsync(person, $"go:colleagues:{other}");
        }

        await Task.WhenAll(PressAsync("7", $"go:colleagues:{budi}!"), PressAsync("8", $"go:colleagues:{ani}!"));

        Assert.Single((await Hall.Bot.Store.LookUpAsync(ChatKey.Office, new() { Officers = true }, Stop)).Officers, o => o.WorksHere);
        Assert.Single(Audit, e => e.Act == Act.OfficerLeft);
    }

    [Fact]
    public async Task Who_verified_and_comes_back_as_head_of_division_does_not_endorse()
    {
        await PutAsync(Own, Put(1, Stage.InVerification));
        await ComesInAsync("9", Role.Admin, "Bu Ani");
        var rina = await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");
        await PressAsync("7", "go:deskcase:case1:verify");
        await PressAsync("7", "go:deskcase:case1:verify:!");
        await CommandsAsync("9", "petugas");
        await PressAsync("9", "go:colleagues");
        await PressAsync("9", $"go:colleagues:{rina}");
        await PressAsync("9", $"go:colleagues:{rina}!");
        await CommandsAsync("7", "petugas");

        Assert.Equal(rina, await ComesInAsync("7", Role.KepalaBidang, "Bu Rina"));
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");

        Assert.DoesNotContain("go:deskcase:case1:endorse", (await ConversationAsync(new(Hall.ChannelName, "7"))).Choices);
        Assert.Equal(Role.KepalaBidang, (await Hall.Bot.Store.LookUpAsync(ChatKey.Office, new() { Officer = rina }, Stop)).Officer!.Role);
    }

    [Fact]
    public async Task Who_writes_down_a_visit_has_half_an_hour_for_it()
    {
        await PutAsync(Own, Put(1, Stage.InVerification));
        await ComesInAsync("7", Role.Petugas, "Pak Dedi");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");
        await Hall.WaitsAsync("7", Holding.IdleMax - TimeSpan.FromMinutes(2));
        await PressAsync("7", "go:deskcase:case1:visit");
        await Hall.WaitsAsync("7", TimeSpan.FromMinutes(10));

        Assert.Contains("Sudah dicatat", Last(await SaysAsync("7", "Tinggal dengan nenek.")), StringComparison.Ordinal);
        Assert.Single((await CasesAsync(1))[0].Visits);
    }

    [Fact]
    public async Task A_case_that_the_family_takes_back_is_nobodys()
    {
        await PutAsync(Own, Put(1));
        await ComesInAsync("7", Role.Petugas, "Pak Dedi");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");

        await CommandsAsync("1", "status");
        await PressAsync("1", "go:withdraw");
        await PressAsync("1", "go:withdraw:case1!");

        Assert.Contains("sudah di tahap lain: ditarik", Last(await PressAsync("7", "go:deskcase:case1:takeup")), StringComparison.Ordinal);
        await PressAsync("7", "go:queue:Nobodys");
        Assert.Contains("Tidak ada yang sedang dipegang", Last(await PressAsync("7", "go:queue:Theirs")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_filed_for_others_hears_the_stage_and_the_family_hears_why_also_when_it_asks_later()
    {
        var family = new Home(Other, Tuesday, IsFiler: false);
        await PutAsync(Own, Put(1, Stage.InVerification) with { FiledForOthers = true, Homes = [new(Own, Tuesday, IsFiler: true), family] });
        await PutAsync(Other, (await CasesAsync(1))[0]);
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");
        await PressAsync("7", "go:deskcase:case1:refuse");
        await PressAsync("7", "go:deskcase:case1:refuse:StateEmployee");
        await Hall.WaitsAsync("2", TimeSpan.Zero);

        var helper = await FamilyHearsAsync(() => PressAsync("7", "go:deskcase:case1:refuse:StateEmployee!"));
        var guardian = Last(await Hall.WaitsAsync("2", TimeSpan.Zero));

        Assert.Contains("belum dapat disetujui", helper, StringComparison.Ordinal);
        Assert.DoesNotContain("pegawai negara", helper, StringComparison.Ordinal);
        Assert.DoesNotContain("Putri", helper, StringComparison.Ordinal);
        Assert.DoesNotContain("pegawai negara", Last(await CommandsAsync("1", "status")), StringComparison.Ordinal);
        foreach (var heard in (string[])[guardian, Last(await CommandsAsync("2", "status"))])
        {
            Assert.Contains("pegawai negara", heard, StringComparison.Ordinal);
            Assert.Contains("keberatan sampai", heard, StringComparison.Ordinal);
        }

        await Hall.WaitsAsync("2", TimeSpan.FromDays(40));
        Assert.DoesNotContain("keberatan sampai", Last(await CommandsAsync("2", "status")), StringComparison.Ordinal);
    }
}
