using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Staff;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Staff;

/// <summary>An interest is followed up: spoken with, referred, answered, closed, each told to the family once.</summary>
public sealed class InterestTests : AtTheDesk
{
    [Fact]
    public async Task From_recorded_to_closed_each_step_is_told_and_is_in_the_log()
    {
        await PutAsync(Own, Interested(1));
        var rina = await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");

        Assert.Contains("Petugas sudah berbicara", await FamilyHearsAsync(() => PressAsync("7", "go:deskinterest:case1:contact")), StringComparison.Ordinal);
        await PressAsync("7", "go:deskinterest:case1:refer");
        var referred = await FamilyHearsAsync(() => SaysAsync("7", "PKBM Harapan di Kasemen"));
        Assert.Contains("Sudah kami teruskan ke PKBM Harapan di Kasemen pada Selasa, 23 September 2025", referred, StringComparison.Ordinal);
        Assert.Null((await CaseAsync()).PromisedBy);
        Assert.Contains("PKBM Harapan", Last(await PressAsync("7", "go:deskinterest:case1:answer")), StringComparison.Ordinal);
        Assert.Contains("PKBM Harapan di Kasemen menerima", await FamilyHearsAsync(() => PressAsync("7", "go:deskinterest:case1:answer:yes")), StringComparison.Ordinal);
        Assert.Contains("menerima", Last(await CommandsAsync("1", "status")), StringComparison.Ordinal);
        await PressAsync("7", "go:deskinterest:case1:close");
        Assert.Contains("Rujukannya diterima", await FamilyHearsAsync(() => PressAsync("7", "go:deskinterest:case1:close:ReferralAccepted")), StringComparison.Ordinal);

        var a = await CaseAsync();
        Assert.Equal((Stage.Ended, EndReason.ReferralAccepted, true, rina), (a.Stage, a.EndedFor, a.Interest!.Referral!.Accepted, a.Interest.By));
        Act[] acts = [Act.InterestContacted, Act.InterestReferred, Act.ReferralAnswered, Act.InterestClosed];
        Assert.Equal(acts.Select(act => (act, rina)), Audit.Where(e => acts.Contains(e.Act)).Select(e => (e.Act, e.By)));
        Assert.DoesNotContain(Audit, e => e.Detail.Contains("PKBM", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_they_do_not_accept_a_day_is_promised_again_and_it_may_be_referred_elsewhere()
    {
        await PutAsync(Own, Interested(1) with { Stage = Stage.InVerification, Interest = new(Tuesday, "o1") { Referral = new("SKB Serang", new(2025, 9, 20), "o1") } });
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");
        await PressAsync("7", "go:deskinterest:case1:answer");

        Assert.Contains("SKB Serang belum bisa menerima", await FamilyHearsAsync(() => PressAsync("7", "go:deskinterest:case1:answer:no")), StringComparison.Ordinal);
        Assert.NotNull((await CaseAsync()).PromisedBy);

        await PressAsync("7", "go:deskinterest:case1:refer");
        await FamilyHearsAsync(() => SaysAsync("7", "PKBM Maju"));
        Assert.Equal(("PKBM Maju", null), ((await CaseAsync()).Interest!.Referral!.To, (await CaseAsync()).Interest!.Referral!.Accepted));
    }

    [Fact]
    public async Task What_is_verified_is_no_interest_and_what_is_an_interest_is_not_verified()
    {
        await PutAsync(Own, Put(1), Interested(2));
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");
        Assert.DoesNotContain((await ConversationAsync(new(Transcripts.Hall.ChannelName, "7"))).Choices, c => c.StartsWith("go:deskinterest", StringComparison.Ordinal));

        await GoesAsync("7", "go:deskinterest:case1:contact");
        await GoesAsync("7", "go:deskinterest:case1:close:OnTheList");

        Assert.Equal(Stage.Submitted, (await CaseAsync()).Stage);
        Assert.Null((await CaseAsync()).Interest);
    }

    [Theory]
    [InlineData(Role.KepalaBidang, "NotTheirRole")]
    [InlineData(Role.Petugas, "NobodyHoldsIt")]
    public async Task Who_may_not_is_refused_and_it_is_in_the_log(Role role, string why)
    {
        await PutAsync(Own, Interested(1));
        await ComesInAsync("7", role, "Bu Rina");

        await GoesAsync("7", "go:deskinterest:case1:contact");

        Assert.Equal(Stage.Submitted, (await CaseAsync()).Stage);
        Assert.Contains(Audit, e => e.Act == Act.NotAllowed && e.Detail == $"Contact {why}");
    }

    private static Application Interested(int n) => Put(n) with { Programme = "kejar-paket", NumberPrefix = "KJP" };
}
