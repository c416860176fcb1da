using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests.Staff;

/// <summary>An officer's own life and the office's desk are kept apart, in what is said and in what is in the log.</summary>
public sealed class TwoLivesTests : AtTheDesk
{
    private static readonly ChatKey Desk = new(Hall.ChannelName, "7");

    [Fact]
    public async Task What_is_sent_to_the_desk_by_mistake_is_answered_there()
    {
        await ComesInAsync("7", Role.Petugas, "Pak Dedi");
        await CommandsAsync("7", "antrean");
        var c = await ConversationAsync(Desk);

        foreach (var answer in (string[])[
            Last(await Hall.SaysAsync("7", (chat, id) => new Incoming.Press(chat, id, c.Question - 1, 9))),
            Last(await Hall.SaysAsync("7", (chat, id) => new Incoming.Picture(chat, id, new FileRef("f", 10, SentAs.Picture, null), null))),
            Last(await Hall.SaysAsync("7", (chat, id) => new Incoming.Odd(chat, id, OddKind.Voice))),
            Last(await SaysAsync("7", new string('a', 5_000))),
            Last(await CommandsAsync("7", "batal")),
            Last(await CommandsAsync("7", "menu"))])
        {
            Assert.StartsWith("[Meja petugas]", answer, StringComparison.Ordinal);
            Assert.Contains("Pak Dedi, petugas.", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_opens_no_case_is_not_told_to_write_numbers()
    {
        await ComesInAsync("7", Role.Auditor, "Pak Awas");

        Assert.DoesNotContain("omor pengajuan", Last(await CommandsAsync("7", "petugas")), StringComparison.Ordinal);
        Assert.Contains("cukup tekan tombolnya", Last(await SaysAsync("7", "halo")), StringComparison.Ordinal);
        Assert.Contains("Ini bukan tugas pengawas", Last(await SaysAsync("7", "antrean")), StringComparison.Ordinal);
        Assert.Contains(Audit, e => e is { Act: Act.NotAllowed, Detail: "queue NotTheirRole" });
    }

    [Fact]
    public async Task What_one_does_in_ones_own_life_is_no_officers_act()
    {
        await PutAsync(Desk, Filed(Desk) with { Answers = [] });
        await ComesInAsync("7", Role.Petugas, "Pak Dedi");

        await CommandsAsync("7", "petugas");
        Assert.StartsWith("[Urusan sendiri]", Last(await CommandsAsync("7", "data_saya")), StringComparison.Ordinal);

        Assert.Equal("", Assert.Single(Audit, e => e.Act == Act.DataShown).By);
        Assert.False((await ConversationAsync(Desk)).AtDesk);
    }

    [Fact]
    public async Task A_reminder_of_their_own_draft_comes_as_such_and_leaves_the_desk_as_it_was()
    {
        await PutAsync(Own, Filed(Own));
        foreach (var said in (string[])["daftar", "ayah", "12-3-2014", "ya", "tidak", "ya", "tidak ada", "1", "tidak ada", "tidak", "nenek", "boleh"]) await SaysAsync("7", said);
        Assert.NotEmpty((await ConversationAsync(Desk)).Consents);
        await ComesInAsync("7", Role.Petugas, "Pak Dedi");
        await OpensAsync("7", "case1");
        var before = await ConversationAsync(Desk);

        var reminder = Assert.Single(await Hall.WaitsAsync("7", TimeSpan.FromHours(26))).Words.Text;

        Assert.StartsWith("[Urusan sendiri]", reminder, StringComparison.Ordinal);
        Assert.Contains("belum selesai", reminder, StringComparison.Ordinal);
        var after = await ConversationAsync(Desk);
        Assert.True(after.AtDesk);
        Assert.Equal(before.Choices, after.Choices);
    }

    [Fact]
    public async Task Who_erases_their_data_hears_that_the_desk_closes_and_is_out()
    {
        var dedi = await ComesInAsync("7", Role.Petugas, "Pak Dedi");
        Assert.Contains("Mejanya ikut ditutup", Last(await CommandsAsync("7", "hapus_data")), StringComparison.Ordinal);
        Assert.DoesNotContain("meja petugas", Last(await CommandsAsync("2", "hapus_data")), StringComparison.OrdinalIgnoreCase);

        await PressAsync("7", "go:erase:ya");

        Assert.False(Assert.Single((await Hall.Bot.Store.LookUpAsync(ChatKey.Office, new() { Officers = true }, Stop)).Officers).WorksHere);
        Assert.Contains(Audit, e => e.Act == Act.OfficerLeft && e.Subject == dedi);
        Assert.DoesNotContain("eja petugas", Last(await CommandsAsync("7", "antrean")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_are_called_alike_are_told_apart_before_one_is_put_out()
    {
        await ComesInAsync("9", Role.Admin, "Bu Ani");
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await Hall.WaitsAsync("9", TimeSpan.FromDays(3));
        var second = await ComesInAsync("8", Role.Petugas, "Bu Rina");
        await CommandsAsync("9", "petugas");

        var all = Last(await PressAsync("9", "go:colleagues"));
        var sure = Last(await PressAsync("9", $"go:colleagues:{second}"));

        foreach (var day in (string[])["23 September", "26 September"]) Assert.Contains(day, all, StringComparison.Ordinal);
        Assert.Contains("26 September", sure, StringComparison.Ordinal);
    }
}
