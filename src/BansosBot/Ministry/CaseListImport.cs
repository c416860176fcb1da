using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Conversations;
using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Ministry;
using BansosBot.Domain.Proposals;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Registry;
using BansosBot.Storage;

namespace BansosBot.Ministry;

/// <summary>Takes in lists that move cases: the ministry's answer to what was proposed, and what was paid. Read and matched first; then the cases move in small commits, between which
/// others are answered. A stop in between leaves some moved and the others not; the same list again moves these, and nobody twice.</summary>
internal sealed class CaseListImport(IStore store, Talk talk, Turn turn, TimeProvider clock)
{
    // Cases that are read at once: as short as a turn's reading.
    private const int ReadMax = 100;

    private static readonly ChatKey Desk = new("office", "ministry");

    private int busy;

    /// <summary>Reads a list and finds its cases. Nothing changes by it.</summary>
    public async Task<Outcome<ReadCaseList>> ReadAsync(ListSource source, CaseListChoice choice, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var today = talk.Office.DayOf(clock.GetUtcNow());
        switch (await ListInFile.ReadAsync(store.Registry, source, choice.Columns, choice.Use, today, stop))
        {
            case Outcome<ListInFile>.No { Why: var unread }:
                return unread;
            case Outcome<ListInFile>.Ok { Value: var file }:
                if (choice.Batch is { } number && await WhyNotAsync(number, choice.Programme, stop) is { } why) return why;
                return new ReadCaseList(file.List, file.Sha256, choice, await PlanAsync(file.List, choice, stop));
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>Moves the cases of a list that was read.</summary>
    /// <param name="by">Id of the officer; empty: whoever has the machine.</param>
    /// <param name="progress">How many rows are through.</param>
    /// <returns>What is left of it: rows that could not be moved after all stand there as before.</returns>
    /// <exception cref="OperationCanceledException">Who brought it went. What had moved until then has moved, and is in the log.</exception>
    /// <exception cref="StoreBrokenException">What was in work may or may not be kept.</exception>
    public async Task<Outcome<CaseListPlan>> TakeInAsync(ReadCaseList list, string by, Func<int, Task> progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(progress);
        if (Interlocked.Exchange(ref busy, 1) == 1) return new ListBusy();
        try
        {
            await MoveAsync(list, by, progress, stop);
            return await EnteredAsync(list, by);
        }
        finally
        {
            Volatile.Write(ref busy, 0);
        }
    }

    private async Task MoveAsync(ReadCaseList list, string by, Func<int, Task> progress, CancellationToken stop)
    {
        try
        {
            var through = 0;
            foreach (var rows in Portions(list.Plan.Moves))
            {
                stop.ThrowIfCancellationRequested();
                await turn.TakeOrFailAsync(new Incoming.CasesListed(Desk, $"listed:{Guid.NewGuid():N}", by, list.File, rows), stop);
                await progress(through += rows.Length);
            }
        }
        catch (Exception e) when (e is not StoreBrokenException)        // who brought it went, say: what has moved is in the log all the same
        {
            await EnteredAsync(list, by);
            throw;
        }
    }

    /// <summary>Enters in the log how many moved, whoever still waits for it.</summary>
    /// <returns>What is left.</returns>
    private async Task<CaseListPlan> EnteredAsync(ReadCaseList list, string by)
    {
        var left = await PlanAsync(list.List, list.Choice, CancellationToken.None);
        var moved = list.Plan.Moves.Length - left.Moves.Length;
        if (moved > 0) await EnterAsync(list, moved, left, by);
        return left;
    }

    // A case is in a portion once: of two tahap the second rests on what the first left.
    private static IEnumerable<ImmutableArray<ListedCase>> Portions(ImmutableArray<ListedCase> moves)
    {
        for (var waiting = moves.ToList(); waiting.Count > 0;)
        {
            var portion = waiting.DistinctBy(m => m.Case).Take(CasesMoved.Portion).ToImmutableArray();
            yield return portion;
            waiting = [.. waiting.Except(portion)];
        }
    }

    private Task<Applied> EnterAsync(ReadCaseList list, int moved, CaseListPlan left, string by) => store.ApplyAloneAsync(
        new Incoming.Command(ChatKey.Office, $"listed:{Guid.NewGuid():N}", "import", ""),
        (office, _) => new Effects
        {
            After = office,
            Audit = [new(list.Choice.Use == ListUse.Payments ? Act.PaymentsTakenIn : Act.AnswerTakenIn, list.Choice.Programme, string.Create(CultureInfo.InvariantCulture, $"sha256 {list.File} moved {moved} known {left.Already - moved} unmatched {left.Unmatched.Length}"), by)],
        },
        clock.GetUtcNow());

    private async Task<CaseListPlan> PlanAsync(ReadList list, CaseListChoice choice, CancellationToken stop) => choice.Use == ListUse.Payments
        ? PaymentMatching.Of(list.Rows, await RunningAsync(list.Rows, choice.Programme, stop), choice.Period)
        : AnswerMatching.Of(list.Rows, await ProposedAsync(choice.Programme, stop), choice.Batch);

    // Of complete batches. What one that is still being led on has come to is no longer of the one before.
    private async Task<List<(Application Case, string Batch)>> ProposedAsync(string programme, CancellationToken stop)
    {
        var found = new List<(Application Case, string Batch)>();
        foreach (var batch in (await store.LookUpAsync(ChatKey.Office, new() { Proposable = programme }, stop)).Proposable.Batches.OrderBy(b => b.SignedAt))
            found.AddRange((await CasesAsync(batch.Proposed().Where(id => batch.IsComplete || found.Exists(f => f.Case.Id == id)), stop)).Select(c => (c, batch.Number)));
        return found;
    }

    /// <summary>Why no answer to this batch can be taken in; null: one can.</summary>
    private async Task<Refusal?> WhyNotAsync(string number, string programme, CancellationToken stop) => (await store.LookUpAsync(ChatKey.Office, new() { Batch = number }, stop)).Batch switch
    {
        { } batch when batch.Programme == programme => batch.IsComplete ? null : new BatchNotComplete(batch.Number, batch.Moved, batch.Cases.Length),
        _ => new NoSuchBatch(number),
    };

    private async Task<ImmutableArray<Batch>> BatchesAsync(CaseListChoice choice, CancellationToken stop) =>
    [
        .. (await store.LookUpAsync(ChatKey.Office, new() { Proposable = choice.Programme }, stop)).Proposable.Batches
            .Where(b => b.IsComplete && (choice.Batch is null || b.Number == choice.Batch)),
    ];

    private async Task<List<Application>> RunningAsync(ImmutableArray<ListRow> rows, string programme, CancellationToken stop)
    {
        var found = new List<Application>();
        foreach (var some in rows.Select(r => r.Nik).Distinct().Chunk(ReadMax))
        {
            var known = await store.LookUpAsync(ChatKey.Office, new() { Children = [.. some] }, stop);
            found.AddRange(await CasesAsync(known.ByChild.Values.SelectMany(c => c).Where(c => c.Programme == programme).Select(c => c.CaseId), stop));
        }

        return found;
    }

    private async Task<List<Application>> CasesAsync(IEnumerable<string> ids, CancellationToken stop)
    {
        var cases = new List<Application>();
        foreach (var some in ids.Chunk(ReadMax)) cases.AddRange((await store.LookUpAsync(ChatKey.Office, new() { Cases = [.. some] }, stop)).Cases);
        return cases;
    }
}

/// <summary>What somebody says of a list besides the file.</summary>
/// <param name="Batch">Of the answer: the batch that it is about; null: whichever its children are of.</param>
/// <param name="Period">Of payments: the year, and the tahap where the rows name none.</param>
/// <param name="Columns">What columns hold where the reading was wrong, by <see cref="ColumnMeanings.KeyOf"/>; empty: nothing.</param>
internal sealed record CaseListChoice(ListUse Use, string Programme, string? Batch, Period Period, ImmutableDictionary<string, Holds> Columns);

/// <summary>A list that was read and matched.</summary>
/// <param name="File">SHA-256 of the file, in lower-case hex.</param>
internal sealed record ReadCaseList(ReadList List, string File, CaseListChoice Choice, CaseListPlan Plan);
