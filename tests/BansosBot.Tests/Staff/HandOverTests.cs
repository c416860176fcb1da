using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests.Staff;

/// <summary>A case goes from one officer to another, who hears of it and can go on at once.</summary>
public sealed class HandOverTests : AtTheDesk
{
    [Fact]
    public async Task The_colleague_hears_of_it_and_goes_on_and_the_giver_no_more()
    {
        await PutAsync(Own, Filed(Own) with { Stage = Stage.InVerification });
        var rina = await ComesInAsync("7", Role.Petugas, "Bu Rina");
        var dedi = await ComesInAsync("8", Role.Verifikator, "Pak Dedi");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");
        await PressAsync("7", "go:deskhand:case1");

        var done = Last(await PressAsync("7", "go:deskhand:case1:" + dedi));

        Assert.Contains("diserahkan kepada Pak Dedi", done, StringComparison.Ordinal);
        Assert.Contains("Bu Rina menyerahkan YAPI-", Assert.Single(await Hall.WaitsAsync("8", TimeSpan.Zero)).Words.Text, StringComparison.Ordinal);
        Assert.Equal(dedi, (await CasesAsync(1))[0].Held!.Officer);
        Assert.Equal((rina, dedi), Audit.Where(e => e.Act == Act.CaseHandedOver).Select(e => (e.By, e.Detail)).Single());
        await CommandsAsync("8", "antrean");
        await PressAsync("8", "go:queue:Theirs");
        await PressAsync("8", "go:deskcase:case1");
        Assert.Contains("go:deskcase:case1:verify", (await ConversationAsync(new(Hall.ChannelName, "8"))).Choices);
    }

    [Fact]
    public async Task The_head_of_division_takes_it_from_who_is_away_and_a_petugas_does_not()
    {
        await PutAsync(Own, Filed(Own) with { Stage = Stage.InVerification });
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        var dedi = await ComesInAsync("8", Role.Verifikator, "Pak Dedi");
        await ComesInAsync("9", Role.KepalaBidang, "Pak Hadi");
        await ComesInAsync("10", Role.Petugas, "Bu Nur");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");
        var number = (await CasesAsync(1))[0].Number!.ToString();

        foreach (var (person, may) in ((string, bool)[])[("10", false), ("9", true)])
        {
            await CommandsAsync(person, "petugas");
            await SaysAsync(person, number);
            await PressAsync(person, "go:deskcase:case1");
            Assert.Equal(may, (await ConversationAsync(new(Hall.ChannelName, person))).Choices.Contains("go:deskhand:case1"));
        }

        await PressAsync("9", "go:deskhand:case1");
        await PressAsync("9", "go:deskhand:case1:" + dedi);
        Assert.Equal(dedi, (await CasesAsync(1))[0].Held!.Officer);
    }

    [Fact]
    public async Task Who_has_least_in_hand_is_offered_first()
    {
        await PutAsync(Own, Put(1, Stage.InVerification), Put(2, Stage.InVerification), Put(3, Stage.InVerification));
        var dedi = await ComesInAsync("8", Role.Verifikator, "Pak Dedi");
        var nur = await ComesInAsync("9", Role.Petugas, "Bu Nur");
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        foreach (var n in (int[])[1, 2])
        {
            await OpensByNumberAsync("8", n);
            await PressAsync("8", $"go:deskcase:case{n}:hold");
        }

        await OpensByNumberAsync("7", 3);
        await PressAsync("7", "go:deskcase:case3:hold");
        var asked = (await PressAsync("7", "go:deskhand:case3"))[^1];

        Assert.Equal(["Bu Nur", "Pak Dedi, memegang 2"], asked.Buttons.Take(2).Select(row => row[0].Label));
        Assert.Equal([$"go:deskhand:case3:{nur}", $"go:deskhand:case3:{dedi}"], (await ConversationAsync(new(Hall.ChannelName, "7"))).Choices.Take(2));
    }

    [Fact]
    public async Task It_is_offered_to_nobody_whose_own_household_it_is_or_who_cannot_go_on_with_it()
    {
        await PutAsync(Own, Filed(Own) with { Stage = Stage.InVerification });
        await ComesInAsync("1", Role.Verifikator, "Bu Siti");          // its family
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        await ComesInAsync("9", Role.Auditor, "Pak Adi");
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");

        Assert.Contains("Belum ada rekan lain", Last(await PressAsync("7", "go:deskhand:case1")), StringComparison.Ordinal);
    }
}
