using System.Collections.Immutable;
using BansosBot.Domain;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Registry;
using BansosBot.Simulation.Lists;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using BansosBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Registry;

/// <summary>Lists are taken in: staged, made the one that holds, compared, and what of them waits for a person.</summary>
public sealed class ListImportTests : IAsyncLifetime
{
    private static readonly ListChoice Choice = new("yapi", new(2025, 2), ImmutableDictionary<string, Holds>.Empty);

    private readonly TestFolder folder = new();
    private readonly FakeTimeProvider clock = new(Tuesday);
    private LiteDbStore store = null!;      // both are set before each test
    private ListImport import = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Open();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Who_is_on_the_list_is_found_once_it_holds()
    {
        Assert.Empty(await FoundAsync(MadePerson.Of(1)));

        var list = await TakeInAsync(Of(1, 2, 3));

        Assert.Equal([new Found.OnList(list)], await FoundAsync(MadePerson.Of(1)));
        Assert.Equal(new ListCounts(3, 0, 0, 0, 0, 0, 0, 0), list.Counts);
        var row = (await store.Registry.RowsAsync(list.Id, [1], Stop))[1];
        Assert.Equal((MadePerson.Of(1).BirthDate, OrphanOf.Mother, list.File!, 2), (row.Details!.Born, row.Details.Orphan, row.Source.File, row.Source.Line));
    }

    [Fact]
    public async Task From_then_on_the_new_list_answers_and_the_old_one_is_kept()
    {
        var first = await TakeInAsync(Of(1, 2, 3));
        clock.Advance(TimeSpan.FromDays(30));

        var second = await TakeInAsync(Of(2, 3, 4));

        Assert.Empty(await FoundAsync(MadePerson.Of(1)));
        Assert.Equal([new Found.OnList(second)], await FoundAsync(MadePerson.Of(2)));
        Assert.Equal([new Found.OnList(second)], await FoundAsync(MadePerson.Of(4)));
        Assert.Equal([(first.Id, ListState.Past), (second.Id, ListState.Valid)], (await store.Registry.ListsAsync(Stop)).OrderBy(l => l.List.ImportedAt).Select(l => (l.List.Id, l.State)));
        Assert.Equal(3, (await store.Registry.RowsAsync(first.Id, [1, 2, 3], Stop)).Count);
    }

    [Fact]
    public async Task Who_came_left_and_changed_is_kept_and_in_what()
    {
        await TakeInAsync(Of(1, 2, 3));
        var changed = MadePerson.Of(2);
        (changed[MadePerson.Guardian], changed[MadePerson.Phone]) = ("HJ. AMINAH", "081299998888");

        var list = await TakeInAsync([changed, MadePerson.Of(3), MadePerson.Of(4)]);

        Assert.Equal(new ListCounts(1, 1, 1, 1, 0, 0, 0, 0), list.Counts);
        RowChange[] all = [.. await store.Registry.ChangesAsync(list.Id, 1, Stop), .. await store.Registry.ChangesAsync(list.Id, 2, Stop)];
        Assert.Equal([new(Moved.Came, 3, null), new(Moved.Left, null, 1), new(Moved.Changed, 1, 2, Differs.Guardian | Differs.Phone)], all);
    }

    [Fact]
    public async Task One_who_comes_back_under_another_NIK_is_a_decision_for_a_person()
    {
        var before = await TakeInAsync(Of(1, 2));
        var alike = MadePerson.Of(2);
        alike[MadePerson.Nik] = MadePerson.Of(2 + 5_800)[MadePerson.Nik];

        var list = await TakeInAsync([MadePerson.Of(1), alike]);

        Assert.Equal((1, 1, 1), (list.Counts.New, list.Counts.Gone, list.Counts.Lookalike));
        var decision = Assert.Single(await store.Registry.DecisionsAsync(list.Id, 10, Stop));
        Assert.Equal((Undecided.Lookalike, 2, before.Id, 2), (decision.What, decision.Row!.Value, decision.OtherList, decision.OtherRow!.Value));
        Assert.Equal([new(Moved.Came, 2, 2), new(Moved.Left, 2, 2)], await store.Registry.ChangesAsync(list.Id, 1, Stop));
    }

    [Fact]
    public async Task A_NIK_that_a_spreadsheet_may_have_rounded_is_held_back_and_waits_for_a_person()
    {
        var rounded = MadePerson.Of(2);
        rounded[MadePerson.Nik] = $"#:{rounded[MadePerson.Nik]}";
        new XlsxFile().Sheet("Daftar", [MadePerson.Columns, MadePerson.Of(1).Cells, rounded.Cells]).Save(folder["daftar.xlsx"]);

        var list = await TakeInAsync(folder["daftar.xlsx"]);

        Assert.Equal((1, 1), (list.Count, list.Counts.Waiting));
        Assert.Empty(await FoundAsync(MadePerson.Of(2)));
        Assert.Equal((Undecided.HeldBack, new RowAt("Daftar", 3), ListRule.NumberCell), Assert.Single(await store.Registry.DecisionsAsync(list.Id, 10, Stop)) is var d ? (d.What, d.At, d.Rule) : default);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_says_so()
    {
        var first = await TakeInAsync(Of(1, 2, 3));
        var audit = store.AuditEntries().Count();

        var plan = await ReadAsync(folder["daftar.csv"]);

        Assert.True(plan.IsTheSameAgain);
        Assert.Equal(first.Id, Ok(await import.TakeInAsync(plan, "", _ => Task.CompletedTask, Stop)).Id);
        Assert.Single(await store.Registry.ListsAsync(Stop));
        Assert.Equal(audit, store.AuditEntries().Count());
    }

    [Fact]
    public async Task It_is_in_the_audit_with_its_counts_and_the_hash_of_the_file()
    {
        var list = await TakeInAsync(Of(1, 2, 3), by: "o1");

        var entry = store.AuditEntries().Last();

        Assert.Equal((Act.ListTakenIn, list.Id, "o1"), (entry.Act, entry.Subject, entry.By));
        Assert.Equal($"yapi 2025/2 sha256 {list.File} people 3 new 3 changed 0 same 0 gone 0 twice 0 waiting 0 refused 0 alike 0", entry.Detail);
    }

    [Fact]
    public async Task What_a_column_holds_is_remembered_once_somebody_has_confirmed_it()
    {
        var text = "NO INDUK ANAK;NAMA\n" + MadePerson.Of(1)[MadePerson.Nik] + ";SITI\n";
        await File.WriteAllTextAsync(folder["a.csv"], text, Stop);
        Assert.IsType<Outcome<ListPlan>.No>(await import.ReadAsync(new ListSource.OnDisk(folder["a.csv"]), Choice, Stop));

        var said = Choice with { Columns = ImmutableDictionary<string, Holds>.Empty.Add(ColumnMeanings.KeyOf("NO INDUK ANAK"), Holds.Nik) };
        Ok(await import.TakeInAsync(Ok(await import.ReadAsync(new ListSource.OnDisk(folder["a.csv"]), said, Stop)), "", _ => Task.CompletedTask, Stop));
        await File.WriteAllTextAsync(folder["b.csv"], text + MadePerson.Of(2)[MadePerson.Nik] + ";DEWI\n", Stop);

        var plan = await ReadAsync(folder["b.csv"]);

        Assert.Equal(2, plan.List.Rows.Length);
        Assert.All(plan.List.Sheets.Single().Columns, c => Assert.True(c.IsConfirmed));
    }

    [Fact]
    public async Task A_list_of_which_nobody_can_come_in_does_not_empty_the_registry()
    {
        var first = await TakeInAsync(Of(1, 2));
        var broken = MadePerson.Of(3);
        broken[MadePerson.Nik] = "12345";
        var plan = await ReadAsync(Save([broken]));

        Assert.Equal(new ListOfNobody(), Assert.IsType<Outcome<RecipientList>.No>(await import.TakeInAsync(plan, "", _ => Task.CompletedTask, Stop)).Why);
        Assert.Equal([new Found.OnList(first)], await FoundAsync(MadePerson.Of(1)));
    }

    [Fact]
    public async Task One_that_is_cut_off_leaves_the_old_list_whole_and_goes_at_the_next_start()
    {
        var first = await TakeInAsync(Of(1, 2, 3));
        var plan = await ReadAsync(Save(Enumerable.Range(2, 1_700).Select(MadePerson.Of)));
        await Assert.ThrowsAsync<CutOffException>(() => import.TakeInAsync(plan, "", rows => rows == 1_500 ? throw new CutOffException() : Task.CompletedTask, Stop));

        await store.DisposeAsync();
        Open();
        Assert.Equal([new Found.OnList(first)], await FoundAsync(MadePerson.Of(1)));
        Assert.Empty(await FoundAsync(MadePerson.Of(900)));
        Assert.Equal(1_500, (await store.Registry.RowKeysAsync(plan.AsList.Id, 0, 9_999, Stop)).Keys.Count);

        await import.ClearAsync(Stop);

        Assert.Empty((await store.Registry.RowKeysAsync(plan.AsList.Id, 0, 9_999, Stop)).Keys);
        Assert.Equal(first.Id, Assert.Single(await store.Registry.ListsAsync(Stop)).List.Id);
        Assert.Equal([new Found.OnList(first)], await FoundAsync(MadePerson.Of(1)));
        Assert.Equal((Act.StagedListCleared, plan.AsList.Id), store.AuditEntries().Last() is var e ? (e.Act, e.Subject) : default);
        await TakeInAsync(Enumerable.Range(2, 1_700).Select(MadePerson.Of));
        Assert.NotEmpty(await FoundAsync(MadePerson.Of(900)));
    }

    [Fact]
    public async Task While_one_is_taken_in_others_are_answered_from_the_old_one_and_a_second_one_waits()
    {
        var first = await TakeInAsync(Of(1, 2, 3));
        var plan = await ReadAsync(Save(Enumerable.Range(2, 700).Select(MadePerson.Of)));

        var second = Ok(await import.TakeInAsync(
            plan, "",
            async _ =>
            {
                Assert.Equal([new Found.OnList(first)], await FoundAsync(MadePerson.Of(1)));
                Assert.Equal(new ListBusy(), Assert.IsType<Outcome<RecipientList>.No>(await import.TakeInAsync(plan, "", _ => Task.CompletedTask, Stop)).Why);
            },
            Stop));

        Assert.Equal([new Found.OnList(second)], await FoundAsync(MadePerson.Of(2)));
    }

    private sealed class CutOffException : Exception;

    private static IEnumerable<MadePerson> Of(params int[] numbers) => numbers.Select(MadePerson.Of);

    private string Save(IEnumerable<MadePerson> persons)
    {
        File.WriteAllLines(folder["daftar.csv"], persons.Select(p => string.Join(';', p.Cells)).Prepend(string.Join(';', MadePerson.Columns)));
        return folder["daftar.csv"];
    }

    private Task<RecipientList> TakeInAsync(IEnumerable<MadePerson> persons, string by = "") => TakeInAsync(Save(persons), by);

    private async Task<RecipientList> TakeInAsync(string path, string by = "") => Ok(await import.TakeInAsync(await ReadAsync(path), by, _ => Task.CompletedTask, Stop));

    private async Task<ListPlan> ReadAsync(string path) => Ok(await import.ReadAsync(new ListSource.OnDisk(path), Choice, Stop));

    private async Task<ImmutableArray<Found>> FoundAsync(MadePerson person) => (await store.LookUpAsync(Chat(1), new() { Proof = person.Proof }, Stop)).LookUp!.Found;

    private void Open()
    {
        var path = folder["data/bansosbot.db"];
        var keys = KeyFolder.Open(folder["keys"], folder["data"], File.Exists(path));
        store = new(LiteDbFile.Open(path), keys, new HashSet<string>(), clock);
        import = new(store, new Office("", TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"), default, default), clock);
    }
}
