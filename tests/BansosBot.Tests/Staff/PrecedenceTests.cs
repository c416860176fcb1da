using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Staff;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests.Staff;

/// <summary>A case goes before others only by the head of division, for a reason that is in the log.</summary>
public sealed class PrecedenceTests : AtTheDesk
{
    [Fact]
    public async Task It_may_be_taken_before_its_turn_and_who_decided_and_why_is_in_the_log()
    {
        await PutAsync(Own, Put(1), Put(2), Put(3));
        var hadi = await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        var rina = await ComesInAsync("7", Role.Petugas, "Bu Rina");

        await FirstAsync("8", 3, "Disaster");
        await PressAsync("8", "go:deskcase:case3");
        await PressAsync("8", "go:deskhand:case3");
        await PressAsync("8", "go:deskhand:case3:" + rina);
        await CommandsAsync("7", "antrean");
        await PressAsync("7", "go:queue:Theirs");
        await PressAsync("7", "go:deskcase:case3");
        Assert.Contains("Didahulukan: bencana", Last(await PressAsync("7", "go:deskcase:case3:takeup")), StringComparison.Ordinal);

        Assert.Equal((hadi, "Disaster"), Audit.Where(e => e is { Act: Act.LeftTheRule, Subject: "case3" }).Select(e => (e.By, e.Detail)).Single());
        await OpensByNumberAsync("7", 2);
        Assert.Contains("Giliran sekarang: YAPI-2025-000001", Last(await PressAsync("7", "go:deskcase:case2:hold")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_goes_first_is_proposed_first()
    {
        await PutAsync(Own, Put(1, Stage.Endorsed), Put(2, Stage.Endorsed), Put(3, Stage.Endorsed));
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        Assert.Equal(["case1", "case2", "case3"], await LineAsync());

        await FirstAsync("8", 3, "GraveIllness");

        Assert.Equal(["case3", "case1", "case2"], await LineAsync());
        Assert.DoesNotContain("go:deskfirst:case3", (await ConversationAsync(new(Hall.ChannelName, "8"))).Choices);
    }

    [Theory]
    [InlineData(Role.Petugas)]
    [InlineData(Role.Verifikator)]
    [InlineData(Role.KepalaDinas)]
    [InlineData(Role.Admin)]
    public async Task Nobody_else_is_offered_it(Role role)
    {
        await PutAsync(Own, Put(1));
        await ComesInAsync("7", role, "Bu Rina");

        await GoesAsync("7", "go:deskfirst:case1:Disaster!");

        Assert.Null((await CaseAsync()).GoesFirst);
        Assert.Contains(Audit, e => e is { Act: Act.NotAllowed, Subject: "case1" } && e.Detail.StartsWith("LeaveTheRule", StringComparison.Ordinal));
    }

    private async Task FirstAsync(string person, int n, string why)
    {
        await OpensByNumberAsync(person, n);
        await PressAsync(person, $"go:deskfirst:case{n}");
        await PressAsync(person, $"go:deskfirst:case{n}:{why}");
        await PressAsync(person, $"go:deskfirst:case{n}:{why}!");
    }

    private async Task<IReadOnlyList<string>> LineAsync() => (await Hall.Bot.Store.LookUpAsync(Own, new() { Proposable = "yapi" }, Stop)).Proposable.Cases;
}
