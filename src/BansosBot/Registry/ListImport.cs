using System.Globalization;
using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Storage;

namespace BansosBot.Registry;

/// <summary>
/// Takes lists of recipients in, one at a time: read and compared first; then its rows are written in small commits, between which others
/// are answered and nobody finds them; one last small commit makes the list the one that holds. A kill in between leaves the old list whole.
/// </summary>
public sealed class ListImport(IStore store, Office office, TimeProvider clock)
{
    // Rows of the list before that are read at once.
    private const int PortionMax = 1_000;

    // Whose conversation the commits move on: two that take lists in at once would meet here.
    private static readonly ChatKey Desk = new("office", "lists");

    private int busy;

    /// <summary>Reads a file and compares it with the list that holds. It may take a minute, on another thread.</summary>
    public async Task<Outcome<ListPlan>> ReadAsync(ListSource source, ListChoice choice, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return await ListInFile.ReadAsync(store.Registry, source, choice.Columns, ListUse.Recipients, office.DayOf(clock.GetUtcNow()), stop) switch
        {
            Outcome<ListInFile>.No { Why: var why } => why,
            Outcome<ListInFile>.Ok { Value: var file } => await Task.Run(() => CompareAsync(file, choice, stop), stop),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>Stores a list that was read. Where it is stopped, the old list holds, and what was written goes with the next start or list.</summary>
    /// <param name="by">Id of the officer; empty: whoever has the machine.</param>
    /// <param name="progress">How many rows are written so far.</param>
    /// <exception cref="StoreBrokenException">It may or may not be kept.</exception>
    public async Task<Outcome<RecipientList>> TakeInAsync(ListPlan plan, string by, Func<int, Task> progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(progress);
        if (plan.IsTheSameAgain) return plan.Before!;
        if (plan.List.Rows.IsEmpty) return new ListOfNobody();
        if (Interlocked.Exchange(ref busy, 1) == 1) return new ListBusy();
        try
        {
            await DropStagedAsync(stop);
            var list = plan.AsList with { ImportedAt = clock.GetUtcNow() };
            if (!await CommitAsync([new Write.StageList(list)], [], stop)) return new ListBusy();
            var written = 0;
            await foreach (var rows in new ListRows(store.Registry, plan, office.DayOf(list.ImportedAt)).WritesAsync(stop))
            {
                stop.ThrowIfCancellationRequested();
                if (!await CommitAsync([rows], [], stop)) return new ListBusy();
                if (rows is Write.PutRecipients put) await progress(written += put.Rows.Length);
            }

            // Whom it names become cases where they are none: by the clock, as a signed batch goes on.
            var goesOn = new DueChange(DueKind.ListGoesOn, TakingOver.Begins(list.Id), clock.GetUtcNow(), OfOffice: true);
            if (await CommitAsync([new Write.PutList(list), new Write.RememberColumns(plan.Columns)], [new(Act.ListTakenIn, list.Id, Detail(list), by)], stop, goesOn)) return list;
            await DropStagedAsync(stop);
            return new ListChangedMeanwhile();
        }
        finally
        {
            Volatile.Write(ref busy, 0);
        }
    }

    /// <summary>Clears what a process left that was killed while it took a list in. Nobody found it.</summary>
    public async Task ClearAsync(CancellationToken stop)
    {
        if (Interlocked.Exchange(ref busy, 1) == 1) return;         // whoever takes a list in clears first
        try
        {
            await DropStagedAsync(stop);
        }
        finally
        {
            Volatile.Write(ref busy, 0);
        }
    }

    private async Task<ListPlan> CompareAsync(ListInFile file, ListChoice choice, CancellationToken stop)
    {
        var (now, list) = (clock.GetUtcNow(), file.List);
        var before = (await store.Registry.ListsAsync(stop)).FirstOrDefault(l => l.State == ListState.Valid && l.List.Programme == choice.Programme)?.List;
        var compared = Comparison.Of(list, before is null ? [] : await KeysOfAsync(before.Id, stop), store.Registry.Hash, office.DayOf(now));
        var asList = new RecipientList($"l{Guid.NewGuid():N}", choice.Programme, choice.Period, now, list.Rows.Length)
        {
            File = file.Sha256,
            Before = before?.Id,
            Counts = new(compared.New.Length, compared.Changed.Length, compared.Same.Length, compared.Gone.Length, list.Duplicates, list.HeldBack, list.Refused, list.Lookalikes + compared.Lookalikes.Length),
        };
        return new ListPlan(list, compared, asList, before, choice);
    }

    private async Task DropStagedAsync(CancellationToken stop)
    {
        string? told = null;
        while ((await store.Registry.ListsAsync(stop)).FirstOrDefault(l => l.State == ListState.Staged)?.List.Id is { } id)
        {
            stop.ThrowIfCancellationRequested();
            if (await CommitAsync([new Write.DropStaged(id)], told == id ? [] : [new(Act.StagedListCleared, id, "")], stop)) told = id;
        }
    }

    /// <returns>False: somebody else was here meanwhile.</returns>
    private async Task<bool> CommitAsync(Write[] writes, AuditAct[] audit, CancellationToken stop, params DueChange[] dues)
    {
        var before = await store.ConversationAsync(Desk, stop);
        var now = clock.GetUtcNow();
        var effects = new Effects { After = before with { TouchedAt = now }, Writes = [.. writes], Audit = [.. audit], Dues = [.. dues] };
        return await store.ApplyAsync(new Incoming.Command(Desk, $"list:{Guid.NewGuid():N}", "import", ""), effects, now) == Applied.Done;
    }

    private async Task<List<RowKeys>> KeysOfAsync(string list, CancellationToken stop)
    {
        var all = new List<RowKeys>();
        for (var at = 0; ;)
        {
            var (some, last) = await store.Registry.RowKeysAsync(list, at, PortionMax, stop);
            if (last == at) return all;
            at = last;
            all.AddRange(some);
        }
    }

    private static string Detail(RecipientList list) => string.Create(
        CultureInfo.InvariantCulture,
        $"{list.Programme} {list.Period.Year}{(list.Period.Round is { } round ? $"/{round}" : "")} sha256 {list.File} people {list.Count} new {list.Counts.New} changed {list.Counts.Changed} same {list.Counts.Same} gone {list.Counts.Gone} twice {list.Counts.Duplicate} waiting {list.Counts.Waiting} refused {list.Counts.Refused} alike {list.Counts.Lookalike}");
}
