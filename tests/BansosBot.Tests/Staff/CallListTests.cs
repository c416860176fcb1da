using BansosBot.Delivery;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Staff;

/// <summary>Families that no chat reaches are called: they stand on the list after each step, with what to say, until they were told.</summary>
public sealed class CallListTests : AtTheDesk
{
    [Fact]
    public async Task Who_blocked_the_bot_is_called_and_leaves_the_list_when_told()
    {
        await FiledAsync();
        var rina = await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await BlocksAsync("1");
        await TakesUpAsync();
        Assert.Contains("Tidak ada yang perlu ditelepon", Last(await CommandsAsync("7", "telepon")), StringComparison.Ordinal);

        await Hall.WaitsAsync("7", TimeSpan.FromHours(1));

        Assert.Contains("YAPI-2025-000001", Last(await CommandsAsync("7", "telepon")), StringComparison.Ordinal);
        var read = Last(await PressAsync("7", "go:deskcall:case1"));
        Assert.Contains("0812-3456-7890", read, StringComparison.Ordinal);
        Assert.Contains("Petugas akan datang ke rumah", read, StringComparison.Ordinal);
        Assert.Contains("Tanyakan tanggal lahir", read, StringComparison.Ordinal);
        await PressAsync("7", "go:deskcall:case1:said:2");
        Assert.Contains("Tidak ada yang perlu ditelepon", Last(await CommandsAsync("7", "telepon")), StringComparison.Ordinal);
        Assert.Null((await CaseAsync()).ToCall);
        Assert.Equal((rina, "case1", "2"), Audit.Where(e => e.Act == Act.FamilyCalled).Select(e => (e.By, e.Subject, e.Detail)).Single());
        Assert.Equal((1, ""), (Audit.Count(e => e.Act == Act.FamilyNotReached), Audit.Single(e => e.Act == Act.FamilyNotReached).By));
    }

    [Fact]
    public async Task Who_does_not_answer_stays_behind_all_who_were_not_called_since()
    {
        await PutAsync(Own, Put(1), Put(2));
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await BlocksAsync("1");
        foreach (var a in await CasesAsync(1, 2)) await PutAsync(Own, a with { ToCall = new(1, Tuesday.AddMinutes(a.Id == "case1" ? 1 : 2)) });
        Assert.Equal(["case1", "case2"], await ListedAsync());
        await Hall.WaitsAsync("7", TimeSpan.FromMinutes(5));

        await PressAsync("7", "go:deskcall:case1");
        Assert.Contains("tetap di daftar", Text(await PressAsync("7", "go:deskcall:case1:nobody:1")), StringComparison.Ordinal);

        Assert.Equal(["case2", "case1"], await ListedAsync());
        Assert.Single(Audit, e => e.Act == Act.CallNotAnswered);
    }

    [Fact]
    public async Task What_was_read_before_the_case_moved_is_not_taken_as_told()
    {
        await FiledAsync();
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await PutAsync(Own, await CaseAsync() with { ToCall = new(1, Tuesday) });
        await CommandsAsync("7", "telepon");
        await PressAsync("7", "go:deskcall:case1");
        await PutAsync(Own, await CaseAsync() with { ToCall = new(2, Tuesday), Stage = Stage.InVerification });

        var told = Text(await PressAsync("7", "go:deskcall:case1:said:1"));

        Assert.Contains("Tahapnya berubah sejak tadi", told, StringComparison.Ordinal);
        Assert.NotNull((await CaseAsync()).ToCall);
        Assert.DoesNotContain(Audit, e => e.Act == Act.FamilyCalled);
    }

    [Fact]
    public async Task Nobody_is_called_whom_one_home_reaches_and_who_comes_back_is_told_by_chat()
    {
        await FiledAsync();
        await JoinsAsync(Other);
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await BlocksAsync("1");
        await TakesUpAsync();
        await Hall.WaitsAsync("7", TimeSpan.FromHours(1));
        Assert.Null((await CaseAsync()).ToCall);

        await BlocksAsync("2");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");
        await PressAsync("7", "go:deskcase:case1:visit");
        await SaysAsync("7", "Kata RT benar yatim.");
        await PressAsync("7", "go:deskcase:case1:verify");
        await PressAsync("7", "go:deskcase:case1:verify:!");
        await Hall.WaitsAsync("7", TimeSpan.FromHours(1));
        Assert.Equal(3, (await CaseAsync()).ToCall?.Step);

        await CommandsAsync("1", "menu");
        var late = (await CaseAsync()).PromisedBy!.Value.AddDays(1).ToDateTime(new(9, 0));
        await Hall.WaitsAsync("1", new DateTimeOffset(late, TimeSpan.FromHours(7)) - Hall.Clock.GetUtcNow());
        await Hall.WaitsAsync("1", TimeSpan.FromHours(1));
        Assert.Null((await CaseAsync()).ToCall);
    }

    [Fact]
    public async Task A_case_without_any_home_stands_on_it_too_and_what_the_family_did_itself_needs_no_call()
    {
        await FiledAsync();
        await PutAsync(Own, await CaseAsync() with { Homes = [] });
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await TakesUpAsync();
        await Hall.WaitsAsync("7", TimeSpan.FromHours(1));
        Assert.NotNull((await CaseAsync()).ToCall);

        await PutAsync(Own, await CaseAsync() with { Homes = [new(Own, Tuesday, IsFiler: true)] });
        await CommandsAsync("1", "status");
        await PressAsync("1", "go:withdraw");
        await PressAsync("1", "go:withdraw:case1");
        await PressAsync("1", "go:withdraw:case1!");
        Assert.Equal((Stage.Withdrawn, null), ((await CaseAsync()).Stage, (await CaseAsync()).ToCall));
    }

    [Theory]
    [InlineData(Role.Admin)]
    [InlineData(Role.Auditor)]
    public async Task Who_may_open_no_case_calls_nobody(Role role)
    {
        await FiledAsync();
        await PutAsync(Own, await CaseAsync() with { ToCall = new(1, Tuesday) });
        await ComesInAsync("9", role, "Bu Ani");

        var told = await GoesAsync("9", "go:deskcall:case1");

        Assert.All(told, l => Assert.DoesNotContain("0812", l.Words.Text, StringComparison.Ordinal));
        Assert.Contains(Audit, e => e.Act == Act.NotAllowed && e.Detail.StartsWith("CallFamily", StringComparison.Ordinal));
    }

    private Task FiledAsync()
    {
        var phone = Shipped.Flow.Steps.First(s => s.Kind is PhoneKind).Name;
        return PutAsync(Own, Put(1) with { Answers = Put(1).Answers.SetItem(phone, new Answer.Phone(Ok(PhoneNumber.Parse("081234567890")))) });
    }

    private Task<IReadOnlyList<Letter>> BlocksAsync(string person) => Hall.SaysAsync(person, (chat, id) => new Incoming.Reachable(chat, id, false));

    private async Task TakesUpAsync()
    {
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");
        await PressAsync("7", "go:deskcase:case1:takeup");
    }

    private async Task<string[]> ListedAsync()
    {
        await CommandsAsync("7", "telepon");
        return [.. (await ConversationAsync(new(Transcripts.Hall.ChannelName, "7"))).Choices.Where(c => c.StartsWith("go:deskcall:", StringComparison.Ordinal)).Select(c => c["go:deskcall:".Length..])];
    }

    private static string Text(IReadOnlyList<BansosBot.Delivery.Letter> letters) => string.Join('\n', letters.Select(l => l.Words.Text));
}
