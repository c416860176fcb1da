using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Applications;

/// <summary>What goes and what stays when somebody erases their data: their own, no sibling's papers, no helper's filing.</summary>
public sealed class ErasureTests : CasesAtHand
{
    [Fact]
    public async Task Who_erased_their_chat_may_apply_for_the_same_child_again_though_the_case_was_handed_on()
    {
        await PutAsync(Own, Case(1, Own, Stage.Proposed));

        await EraseAsync("1");

        Assert.Empty(Assert.Single(await CasesAsync(1)).Homes);
        var again = await Hall.Bot.Store.ApplyAsync(
            new Incoming.Words(Own, "again", ""), new() { After = await ConversationAsync(Own), Writes = [new Write.Take(new Claim.ChildFromChat("yapi", Nik(1), Own), "case2")] }, Hall.Clock.GetUtcNow());
        Assert.Equal(Applied.Done, again);
    }

    [Fact]
    public async Task A_case_that_is_over_takes_no_claim_along_that_a_newer_one_of_the_child_holds()
    {
        await PutAsync(Own, Filed(Own) with { Stage = Stage.RefusedByOffice, Homes = [new(Own, Tuesday, IsFiler: true), new(Other, Tuesday, IsFiler: true)] });
        await PutAsync(Other, Filed(Other) with { Id = "case2", Receipt = Code(2) });

        await EraseAsync("1");

        Assert.Empty(await CasesAsync(1));
        Assert.Equal(Applied.Stale, await TakeAsync(Other, new Claim.ChildFromChat("yapi", Nik(1), Other), "case3"));
    }

    [Fact]
    public async Task Papers_that_a_siblings_case_shares_stay()
    {
        var (shared, single) = (Hall.Bot.Documents.Keep("kk"u8.ToArray()), Hall.Bot.Documents.Keep("akta"u8.ToArray()));
        Answer Paper(string document) => new Answer.Papers([new("w", document)], AtOffice: false);
        await PutAsync(
            Own, Case(1, Own, Stage.Proposed) with { Receipt = Code(7), Answers = Answers(1).SetItem("kk_photo", Paper(shared)) },
            Case(2, Own) with { Receipt = Code(7), Answers = Answers(2).SetItem("kk_photo", Paper(shared)).SetItem("ktp_photo", Paper(single)) });

        await EraseAsync("1");

        Assert.Equal("case1", Assert.Single(await CasesAsync(1, 2)).Id);
        Assert.Equal("kk"u8, Hall.Bot.Documents.Read(shared));
        Assert.Throws<FileNotFoundException>(() => Hall.Bot.Documents.Read(single));
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    public async Task A_case_goes_with_whom_it_belongs_to(bool isForOthers, bool joined, bool goes)
    {
        await PutAsync(joined ? Other : Own, Filed(joined ? Other : Own) with { FiledForOthers = isForOthers });
        if (joined)
        {
            await JoinsAsync(Own);
        }

        await EraseAsync("1");

        Assert.Equal(goes ? 0 : 1, (await CasesAsync(1)).Length);
    }

    [Fact]
    public async Task A_case_taken_back_is_erased_at_its_time_and_not_with_a_chat_that_only_joined_it()
    {
        await PutAsync(Other, Filed(Other));
        await JoinsAsync(Own);
        await SaysAsync("2", "status");
        await PressAsync("2", "go:withdraw");
        await PressAsync("2", "go:withdraw:case1!");
        await EraseAsync("1");
        Assert.Equal(Stage.Withdrawn, Assert.Single(await CasesAsync(1)).Stage);

        await Hall.WaitsAsync("2", WithdrawErrand.KeptFor);

        Assert.Empty(await CasesAsync(1));
        Assert.Equal(1, ((BansosBot.Storage.LiteDb.LiteDbStore)Hall.Bot.Store).AuditEntries().Count(e => e.Act == Act.CaseErased));
    }

    [Fact]
    public async Task Who_filed_for_others_is_told_that_the_case_is_the_familys_and_not_that_it_was_handed_on()
    {
        await PutAsync(Own, Filed(Own) with { FiledForOthers = true });

        var told = Assert.Single(await CommandsAsync("1", "hapus_data")).Words.Text;

        Assert.Contains("karena milik keluarga yang dibantu", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Kementerian Sosial", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_heard_that_a_case_was_taken_back_does_not_hear_it_again_when_it_is_erased()
    {
        await PutAsync(Own, Filed(Own));
        await JoinsAsync(Other);
        await TakesBackAsync();
        Assert.Single(await SaysAsync("2", "menu"), l => l.Words.Text.Contains("ditarik dari HP lain", StringComparison.Ordinal));

        await EraseAsync("1");

        Assert.DoesNotContain(await SaysAsync("2", "menu"), l => l.Words.Text.Contains("ditarik dari HP lain", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Erasing_a_case_that_was_taken_back_frees_no_claim_that_somebody_else_holds_by_now()
    {
        await PutAsync(Own, Filed(Own));
        await TakesBackAsync();
        await PutAsync(Other, Filed(Other) with { Id = "case2" });
        await TakeAsync(Other, new Claim.AnyChild("yapi", Nik(1)), "case2");

        await EraseAsync("1");

        Assert.Equal(Applied.Stale, await TakeAsync(Other, new Claim.AnyChild("yapi", Nik(1)), "case3"));
    }

    [Fact]
    public async Task Who_erased_everything_and_comes_back_is_greeted_like_anybody_new()
    {
        await PutAsync(Own, Filed(Own));
        await SaysAsync("1", "status");
        await EraseAsync("1");

        Assert.StartsWith("Halo, Bapak/Ibu.", Assert.Single(await SaysAsync("1", "halo")).Words.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Halo, Bapak/Ibu.", Assert.Single(await SaysAsync("1", "halo")).Words.Text, StringComparison.Ordinal);
    }

    private async Task TakesBackAsync()
    {
        await SaysAsync("1", "status");
        await PressAsync("1", "go:withdraw");
        await PressAsync("1", "go:withdraw:case1!");
    }
}
