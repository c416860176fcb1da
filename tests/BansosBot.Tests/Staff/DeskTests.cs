using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Staff;

/// <summary>Officers come in, see what waits, take it and move it on; families hear of it, and nobody else can.</summary>
public sealed class DeskTests : AtTheDesk
{
    [Fact]
    public async Task An_invitation_lets_one_person_in_once()
    {
        var code = await InviteAsync(Role.Verifikator, "Bu Rina");

        Assert.Contains("Selamat bekerja di", Last(await StartsAsync("7", code)), StringComparison.Ordinal);
        Assert.Contains("Undangan ini tidak berlaku", Last(await StartsAsync("8", code)), StringComparison.Ordinal);
        Assert.Null((await ConversationAsync(new(Hall.ChannelName, "8"))).Officer);
    }

    [Fact]
    public async Task An_invitation_is_good_for_a_day_and_a_made_up_one_is_answered_alike()
    {
        var code = await InviteAsync(Role.Petugas, "Pak Dedi");
        await Hall.WaitsAsync("7", TimeSpan.FromHours(24));

        var old = Last(await StartsAsync("7", code));

        Assert.Contains("Undangan ini tidak berlaku", old, StringComparison.Ordinal);
        Assert.Equal(old, Last(await StartsAsync("8", "i_" + new string('0', 32))));
    }

    [Fact]
    public async Task To_everybody_else_an_officers_command_is_a_word_like_any_other()
    {
        foreach (var command in (string[])["antrean", "rekap"])
        {
            var heard = Last(await CommandsAsync("2", command));
            Assert.DoesNotContain("Meja petugas", heard, StringComparison.Ordinal);
        }

        Assert.Contains("Silakan tulis keperluan", Last(await CommandsAsync("2", "petugas")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_goes_from_submitted_to_endorsed_through_two_hands_and_its_home_hears_of_each_step_once()
    {
        await PutAsync(Own, Filed(Own));
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");

        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");
        var heard = await FamilyHearsAsync(() => PressAsync("7", "go:deskcase:case1:takeup"));
        Assert.Contains("Petugas akan datang ke rumah", heard, StringComparison.Ordinal);
        await PressAsync("7", "go:deskcase:case1:visit");
        Assert.Contains("Sudah dicatat", Last(await SaysAsync("7", "Tinggal dengan nenek. Kata RT benar yatim.")), StringComparison.Ordinal);
        await PressAsync("7", "go:deskcase:case1:verify");
        heard = await FamilyHearsAsync(() => PressAsync("7", "go:deskcase:case1:verify:!"));
        Assert.Contains("menunggu persetujuan kepala bidang", heard, StringComparison.Ordinal);

        await OpensAsync("8", "case1");
        await PressAsync("8", "go:deskcase:case1:hold");
        await PressAsync("8", "go:deskcase:case1:endorse");
        heard = await FamilyHearsAsync(() => PressAsync("8", "go:deskcase:case1:endorse:!"));
        Assert.Contains("menunggu giliran diusulkan", heard, StringComparison.Ordinal);

        var acts = Audit.Where(e => e.Subject == "case1").ToList();
        Assert.Equal([Act.TakenUp, Act.VisitRecorded, Act.Verified, Act.Endorsed], acts.Select(e => e.Act).Where(a => a is Act.TakenUp or Act.VisitRecorded or Act.Verified or Act.Endorsed));
        var (rina, hadi) = ((await ConversationAsync(new(Hall.ChannelName, "7"))).Officer, (await ConversationAsync(new(Hall.ChannelName, "8"))).Officer);
        Assert.Equal([rina, hadi], acts.Where(e => e.Act is Act.Verified or Act.Endorsed).Select(e => e.By));
    }

    [Fact]
    public async Task A_refusal_says_why_what_one_can_do_and_until_when_one_may_object_and_frees_the_child()
    {
        await PutAsync(Own, Filed(Own) with { Stage = Stage.InVerification });
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");
        await PressAsync("7", "go:deskcase:case1:refuse");
        var shown = Last(await PressAsync("7", "go:deskcase:case1:refuse:AddressNotFound"));

        var heard = await FamilyHearsAsync(() => PressAsync("7", "go:deskcase:case1:refuse:AddressNotFound!"));

        foreach (var part in (string[])["Mohon maaf, belum dapat disetujui", "Rumah tidak ditemukan petugas", "keberatan sampai"])
        {
            Assert.Contains(part, shown, StringComparison.Ordinal);
            Assert.Contains(part, heard, StringComparison.Ordinal);
        }

        Assert.Equal(RefusalReason.AddressNotFound, (await CasesAsync(1))[0].RefusedFor);
    }

    [Fact]
    public async Task What_came_first_is_taken_first()
    {
        await PutAsync(Own, Filed(Own));
        await PutAsync(Other, Filed(Other) with { Id = "case2", ChildNik = Nik(2), Receipt = Code(2) });
        await ComesInAsync("7", Role.Petugas, "Pak Dedi");

        await OpensAsync("7", "case2");
        var told = Last(await PressAsync("7", "go:deskcase:case2:hold"));

        Assert.Contains("Yang datang lebih dulu", told, StringComparison.Ordinal);
        Assert.Null((await Hall.Bot.Store.LookUpAsync(Own, new() { Cases = ["case2"] }, Stop)).Cases[0].Held);
    }

    [Fact]
    public async Task What_one_holds_another_cannot_take_for_half_an_hour()
    {
        await PutAsync(Own, Filed(Own));
        await ComesInAsync("7", Role.Petugas, "Pak Dedi");
        await ComesInAsync("8", Role.Petugas, "Bu Sari");
        await OpensAsync("7", "case1");
        await OpensAsync("8", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");

        Assert.Contains("Petugas lain sedang memegangnya", Last(await PressAsync("8", "go:deskcase:case1:hold")), StringComparison.Ordinal);
        await Hall.WaitsAsync("8", Holding.IdleMax);
        await OpensAsync("8", "case1");
        Assert.Contains("Sudah dicatat", Last(await PressAsync("8", "go:deskcase:case1:hold")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leaver_is_out_with_the_next_message_whatever_stands_open()
    {
        await PutAsync(Own, Filed(Own));
        await ComesInAsync("7", Role.Petugas, "Pak Dedi");
        await ComesInAsync("9", Role.Admin, "Bu Ani");
        await OpensAsync("7", "case1");
        var dedi = (await ConversationAsync(new(Hall.ChannelName, "7"))).Officer;

        await PressAsync("9", "go:colleagues");
        await PressAsync("9", $"go:colleagues:{dedi}");
        Assert.Contains("tidak bisa masuk lagi", Last(await PressAsync("9", $"go:colleagues:{dedi}!")), StringComparison.Ordinal);

        var told = Last(await PressAsync("7", "go:deskcase:case1:hold"));
        Assert.Contains("tidak terdaftar lagi sebagai petugas", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Putri", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Meja petugas", Last(await CommandsAsync("7", "antrean")), StringComparison.Ordinal);
        Assert.Null((await CasesAsync(1))[0].Held);
    }

    [Fact]
    public async Task Nobody_opens_a_case_of_their_own_household_and_trying_is_in_the_log()
    {
        var desk = new ChatKey(Hall.ChannelName, "7");
        await PutAsync(desk, Filed(desk));
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");

        await CommandsAsync("7", "antrean");
        var told = Last(await PressAsync("7", "go:deskcase:case1"));

        Assert.Contains("pengajuan keluarga sendiri", told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Putri", told, StringComparison.Ordinal);
        Assert.Contains(Audit, e => e is { Act: Act.NotAllowed, Subject: "case1", Detail: "See OwnHousehold" });
        Assert.Contains("YAPI-", Last(await CommandsAsync("7", "status")), StringComparison.Ordinal);        // in their own life it is theirs
    }

    [Fact]
    public async Task The_desk_stands_in_the_first_line_of_every_message_and_their_own_life_is_another()
    {
        await ComesInAsync("7", Role.Petugas, "Pak Dedi");

        Assert.StartsWith("[Meja petugas]", Last(await CommandsAsync("7", "petugas")), StringComparison.Ordinal);
        Assert.StartsWith("[Urusan sendiri]", Last(await CommandsAsync("7", "jadwal")), StringComparison.Ordinal);
        Assert.StartsWith("[Meja petugas]", Last(await CommandsAsync("7", "antrean")), StringComparison.Ordinal);
        await CommandsAsync("7", "petugas");
        Assert.StartsWith("[Urusan sendiri]", Last(await PressAsync("7", "go:desk:own")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_of_one_kecamatan_sees_no_case_of_another()
    {
        await PutAsync(Own, Filed(Own));
        await ComesInAsync("7", Role.Petugas, "Pak Dedi", Domain.Registry.Wilayah.AllKecamatan.First(k => k != Kelurahan.Kecamatan));

        Assert.Contains("Tidak ada yang menunggu", Last(await CommandsAsync("7", "antrean")), StringComparison.Ordinal);
        var number = (await CasesAsync(1))[0].Number!.ToString();
        Assert.Contains("tidak ada, atau bukan untuk meja ini", Last(await SaysAsync("7", number)), StringComparison.Ordinal);
        Assert.Contains("tidak ada, atau bukan untuk meja ini", Last(await SaysAsync("7", "YAPI-2025-999999")), StringComparison.Ordinal);
    }
}
