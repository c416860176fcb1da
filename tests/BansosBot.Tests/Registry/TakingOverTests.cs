using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;
using BansosBot.Simulation.Lists;
using BansosBot.Tests.Staff;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Registry;

/// <summary>Whom a list names for whom the aid runs already becomes a case, once, however often lists and the process come and go.</summary>
public sealed class TakingOverTests : ListAtTheDesk
{
    [Fact]
    public async Task Everybody_on_the_orphans_list_is_a_case_in_which_the_aid_runs_and_nobody_applied()
    {
        var list = Assert.IsType<Outcome<RecipientList>.Ok>(await TakesInAsync(People(1, 2, 3))).Value;
        await SettlesAsync();

        var cases = await TakenOverAsync();
        var (a, person) = (cases[0], MadePerson.Of(1));
        Assert.Equal(3, cases.Length);
        Assert.Equal((Stage.Active, NikOf(person), person.BirthDate, new ListedRow(list.Id, 1), 0), (a.Stage, a.ChildNik!, a.ChildBorn, a.FromList!, a.Homes.Length));
        Assert.Equal(("Curug", true), (cases[2].Kelurahan.Name, a.ReceiptIsVoid));
        Assert.Equal(person.Proof, a.Proof);
        Assert.Equal("ibu", ((Answer.Chosen)a.Answers["parent_status"]).Choice);
        Assert.Equal("cases 3 known 0 ended 0 unclear 0", Assert.Single(Audit, e => e.Act == Act.ListTakenOver).Detail);
        Assert.Empty((await Hall.Bot.Store.LookUpAsync(Own, new() { Receipt = a.Receipt }, Stop)).ByReceipt.Where(c => c.OpensBy(a.Receipt, Tuesday)));
    }

    [Fact]
    public async Task The_next_list_adds_only_who_is_new_and_who_applied_here_is_left_as_they_are()
    {
        var applied = Filed(Own) with { ChildNik = NikOf(MadePerson.Of(4)) };
        await PutAsync(Own, applied);
        await TakesInAsync(People(1, 2));
        await SettlesAsync();

        await TakesInAsync(People(2, 3, 4));
        await SettlesAsync();
        await TakesInAsync(People(2, 3, 4));
        await SettlesAsync();

        Assert.Equal([1, 2, 3], (await TakenOverAsync()).Select(c => Enumerable.Range(1, 4).Single(n => NikOf(MadePerson.Of(n)) == c.ChildNik)));
        Assert.Equal(["cases 2 known 0 ended 0 unclear 0", "cases 1 known 2 ended 0 unclear 0"], Audit.Where(e => e.Act == Act.ListTakenOver).Select(e => e.Detail));
        Assert.Equal(Stage.Submitted, (await CaseAsync()).Stage);
    }

    [Fact]
    public async Task One_that_ended_here_does_not_begin_again_and_one_without_a_kelurahan_is_nobodys_and_the_office_reads_both()
    {
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await PutAsync(Own, Filed(Own) with { Stage = Stage.Ended, EndedFor = EndReason.MovedAway, ChildNik = NikOf(MadePerson.Of(1)) });
        var nowhere = MadePerson.Of(2);
        (nowhere[MadePerson.Kelurahan], nowhere[MadePerson.Kecamatan]) = ("", "");
        await TakesInAsync([MadePerson.Of(1), nowhere, MadePerson.Of(3)]);
        await SettlesAsync();

        Assert.Single(await TakenOverAsync());
        await CommandsAsync("7", "petugas");
        await PressAsync("7", "go:messages:Waiting");
        var report = (await ConversationAsync(new(Transcripts.Hall.ChannelName, "7"))).Choices.First(c => c.Contains("takenover:", StringComparison.Ordinal));
        var read = Last(await PressAsync("7", report));
        Assert.Contains("Kasus baru: 1.", read, StringComparison.Ordinal);
        Assert.Contains("masih di daftar: 1.", read, StringComparison.Ordinal);
        Assert.Contains("Belum jadi kasus: 1.", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_in_the_middle_goes_on_where_it_was_and_takes_nobody_twice()
    {
        await TakesInAsync(Enumerable.Range(1, 130).Select(MadePerson.Of));
        for (var i = 0; i < 4; i++) await Hall.OpenAgainAsync();
        await SettlesAsync();

        var cases = await TakenOverAsync();
        Assert.Equal(130, cases.Select(c => c.ChildNik).Distinct().Count());
        Assert.Equal(130, Audit.Count(e => e.Act == Act.TakenOver));
    }

    [Fact]
    public async Task A_list_of_another_aid_makes_no_case()
    {
        await TakesInAsync(People(1, 2), "sembako");
        await TakesInAsync(People(1, 2), "kejar-paket");
        await SettlesAsync();

        Assert.DoesNotContain(Audit, e => e.Act is Act.TakenOver or Act.ListTakenOver);
    }

    [Fact]
    public async Task They_are_nobodys_work_and_wait_in_no_queue()
    {
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        await TakesInAsync(People(1, 2, 3));
        await SettlesAsync();

        foreach (var person in (string[])["7", "8"])
        {
            await CommandsAsync(person, "petugas");
            foreach (var of in Enum.GetValues<QueueOf>())
            {
                await PressAsync(person, $"go:queue:{of}");
                Assert.DoesNotContain((await ConversationAsync(new(Transcripts.Hall.ChannelName, person))).Choices, c => c.StartsWith("go:deskcase:", StringComparison.Ordinal));
                await CommandsAsync(person, "petugas");
            }
        }
    }

    [Fact]
    public async Task Without_a_chat_the_eighteenth_birthday_stands_on_the_call_list_and_then_the_aid_ends()
    {
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        var grown = MadePerson.Of(1);
        grown[MadePerson.Born] = "05-01-2008";
        grown[MadePerson.Nik] = "3673020501080007";
        await TakesInAsync([grown]);
        await SettlesAsync();

        for (var day = 0; day < 30; day++) await Hall.WaitsAsync("7", TimeSpan.FromDays(1));
        await CommandsAsync("7", "telepon");
        var call = (await ConversationAsync(new(Transcripts.Hall.ChannelName, "7"))).Choices.Single(c => c.StartsWith("go:deskcall:", StringComparison.Ordinal));
        Assert.Contains("Hari terakhirnya Minggu, 4 Januari 2026", Last(await PressAsync("7", call)), StringComparison.Ordinal);
        await PressAsync("7", (await ConversationAsync(new(Transcripts.Hall.ChannelName, "7"))).Choices.Single(c => c.Contains(":said:", StringComparison.Ordinal)));
        Assert.Single(Audit, e => e.Act == Act.FamilyCalled);

        for (var day = 0; day < 90; day++) await Hall.WaitsAsync("7", TimeSpan.FromDays(1));

        Assert.Equal(["EndsIn90Days", "EndsIn30Days", "EndsIn7Days"], Audit.Where(e => e.Act == Act.EndForetold).Select(e => e.Detail));
        Assert.Equal((Stage.Ended, EndReason.TurnedEighteen), Assert.Single(await TakenOverAsync()) is var a ? (a.Stage, a.EndedFor) : default);
        Assert.Single(await TakenOverAsync(), c => c.ToCall is not null);
    }
}
