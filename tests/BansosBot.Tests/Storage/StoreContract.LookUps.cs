using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>What is read for a decision: places, lines, cases of a child and of a filing, the quota, named documents.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task The_place_in_the_queue_moves_up_as_cases_before_it_leave_also_by_erasure_and_after_a_restart()
    {
        for (var i = 1; i <= 4; i++) await SayAsync(Chat(i), "1", e => e with { Writes = [new Write.PutCase(Case(i, Chat(i)))] });
        Assert.Equal([1, 2, 3, 4], await PlacesAsync(1, 2, 3, 4));
        var first = (await Store.LookUpAsync(Chat(1), new() { Cases = ["case1"] }, Stop)).Cases[0];

        await SayAsync(Chat(1), "2", e => e with { Writes = [new Write.PutCase(first with { Stage = Stage.Withdrawn })] });
        await SayAsync(Chat(2), "2", e => e with { Writes = [new Write.EraseCase("case2")] });

        Assert.Equal([1, 2], await PlacesAsync(1, 2, 3, 4));
        await ReopenAsync();
        Assert.Equal([1, 2], await PlacesAsync(1, 2, 3, 4));
    }

    [Fact]
    public async Task Running_cases_of_a_child_are_found_whose_ever_they_are()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutCase(Case(1, Chat(1)))] });
        await SayAsync(Chat(2), "1", e => e with { Writes = [new Write.PutCase(Case(2, Chat(2)) with { ChildNik = Nik(1) }), new Write.PutCase(Case(3, Chat(2), Stage.Ended) with { ChildNik = Nik(1) })] });

        var known = await Store.LookUpAsync(Chat(1), new() { Children = [Nik(1), Nik(2)], Receipt = Code(2), RandomBytes = 12 }, Stop);

        Assert.Equal([new("yapi", "case1"), new("yapi", "case2")], known.ByChild[Nik(1).Reveal()].OrderBy(c => c.CaseId));
        Assert.Empty(known.ByChild[Nik(2).Reveal()]);
        Assert.Equal(["case2"], known.ByReceipt.Select(c => c.Id));
        Assert.Equal(12, known.Random.Length);
    }

    [Fact]
    public async Task Who_waits_to_be_proposed_stands_by_the_written_order_whatever_came_first_also_after_a_restart()
    {
        await PutWaitingAsync(1, "2", 2014, Stage.Verified);
        await PutWaitingAsync(2, "2", 2010, Stage.Endorsed);
        await PutWaitingAsync(3, "tidak_tahu", 2009, Stage.Verified);
        await PutWaitingAsync(4, "2", 2014, Stage.Submitted);
        await PutWaitingAsync(5, "2", 2014, Stage.Verified, programme: "lain");
        Assert.Equal("2/3 1/3 3/3 - - -", await StandingsAsync());

        await PutWaitingAsync(6, "1", 2020, Stage.Verified);            // in greater need: everybody else moves back
        Assert.Equal("3/4 2/4 4/4 - - 1/4", await StandingsAsync());
        await ReopenAsync();
        Assert.Equal("3/4 2/4 4/4 - - 1/4", await StandingsAsync());

        await ChangeAsync(2, c => c with { Stage = Stage.Proposed });
        await ChangeAsync(3, c => c with { Answers = c.Answers.SetItem("desil", new Answer.Chosen("1")) });
        await ChangeAsync(4, c => c with { Stage = Stage.Verified });
        await SayAsync(Chat(6), "9", e => e with { Writes = [new Write.EraseCase("case6")] });
        Assert.Equal("2/3 - 1/3 3/3 - -", await StandingsAsync());
        await ReopenAsync();
        Assert.Equal("2/3 - 1/3 3/3 - -", await StandingsAsync());
    }

    private Task<Applied> PutWaitingAsync(int n, string desil, int born, Stage stage, string programme = "yapi") => SayAsync(Chat(n), "1", e => e with
    {
        Writes =
        [
            new Write.PutCase(Case(n, Chat(n), stage) with
            {
                Programme = programme,
                Answers = Answers(n).SetItem("desil", new Answer.Chosen(desil)).SetItem("birth_date", new Answer.Day(new(born, 3, 12))),
            }),
        ],
    });

    private async Task ChangeAsync(int n, Func<Domain.Applications.Application, Domain.Applications.Application> change)
    {
        var now = Assert.Single((await Store.LookUpAsync(Chat(n), new() { Cases = [$"case{n}"] }, Stop)).Cases);
        await SayAsync(Chat(n), $"change{now.Revision}", e => e with { Writes = [new Write.PutCase(change(now))] });
    }

    private async Task<string> StandingsAsync()
    {
        var cases = Enumerable.Range(1, 6).Select(i => $"case{i}").ToList();
        var known = await Store.LookUpAsync(Chat(1), new() { Cases = [.. cases], Places = true }, Stop);
        return string.Join(' ', cases.Select(id => known.Standings.TryGetValue(id, out var s) ? $"{s.Place}/{s.Of}" : "-"));
    }

    [Fact]
    public async Task Cases_filed_together_are_found_by_one_of_them()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [.. Enumerable.Range(1, 3).Select(i => new Write.PutCase(Case(i, Chat(1)) with { Receipt = Code(1) })), new Write.PutCase(Case(4, Chat(1)))] });
        await SayAsync(Chat(1), "2", e => e with { Writes = [new Write.EraseCase("case3")] });

        var known = await Store.LookUpAsync(Chat(1), new() { Cases = ["case1"], Siblings = true }, Stop);

        Assert.Equal(["case1"], known.Cases.Select(c => c.Id));
        Assert.Equal(["case2"], known.Siblings.Select(c => c.Id));
        Assert.Empty((await Store.LookUpAsync(Chat(1), new() { Cases = ["case1"] }, Stop)).Siblings);
    }

    [Fact]
    public async Task Documents_are_named_by_conversations_and_cases_as_long_as_these_bear_them()
    {
        var draft = Draft("yapi", 1) with { Answers = Answers(1).SetItem("kk_photo", new Answer.Papers([new("w", null), new("w2", "of-draft")], false)) };
        for (var i = 1; i <= 450; i++)
            await SayAsync(Chat(i), "1", e => i == 1 ? e with { After = e.After with { Drafts = e.After.Drafts.Add("yapi", draft) } } : e);
        await SayAsync(Chat(2), "2", e => e with { Writes = [new Write.PutCase(Case(1, Chat(2))), new Write.PutCase(Case(2, Chat(2)) with { Answers = draft.Answers.SetItem("kk_photo", new Answer.Papers([new("w3", "of-case")], false)) })] });

        Assert.Equal(["doc2", "of-case", "of-draft"], (await Store.DocumentsAsync(Stop))!.Order());

        await SayAsync(Chat(2), "3", e => e with { Writes = [new Write.EraseCase("case2")] });
        await EraseAsync(Chat(1), "4");
        Assert.Equal(["doc2"], await Store.DocumentsAsync(Stop));
    }

    [Fact]
    public async Task The_quota_counts_cases_that_hold_a_place_and_still_live()
    {
        for (var i = 1; i <= 3; i++) await SayAsync(Chat(i), "1", e => e with { Writes = [new Write.PutCase(Case(i, Chat(i), i == 3 ? Stage.Submitted : Stage.Proposed))] });
        Assert.Equal(2, (await Store.LookUpAsync(Chat(1), new() { Places = true }, Stop)).QuotaUsed);

        await SayAsync(Chat(1), "2", e => e with { Writes = [new Write.EraseCase("case1")] });
        await SayAsync(Chat(1), "3", e => e with { Writes = [new Write.EraseCase("case1"), new Write.EraseCase("never")] });

        Assert.Equal(1, (await Store.LookUpAsync(Chat(1), new() { Places = true }, Stop)).QuotaUsed);
        Assert.Empty((await Store.LookUpAsync(Chat(1), new() { Cases = ["case1"], Receipt = Code(1), Children = [Nik(1)] }, Stop)).Cases);
    }

    private async Task<IEnumerable<int>> PlacesAsync(params int[] cases)
    {
        var known = await Store.LookUpAsync(Chat(1), new() { Cases = [.. cases.Select(i => $"case{i}")], Places = true }, Stop);
        return cases.Where(i => known.Places.ContainsKey($"case{i}")).Select(i => known.Places[$"case{i}"]);
    }

    /// <summary>Does something the first time that what runs lets go of its thread.</summary>
    private sealed class Between(Func<Task> something) : SynchronizationContext
    {
        public bool WasCalled { get; private set; }

        public Task<T> RunAsync<T>(Func<Task<T>> what) => Task.Run(() =>
        {
            SetSynchronizationContext(this);
            return what();
        });

        public override void Post(SendOrPostCallback d, object? state) => _ = Task.Run(async () =>
        {
            if (!WasCalled)
            {
                WasCalled = true;
                await something();
            }

            SetSynchronizationContext(this);
            d(state);
        });
    }
}
