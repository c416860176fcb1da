using System.Runtime.CompilerServices;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Storage;

namespace BansosBot.Registry;

/// <summary>What a list writes before it holds, a commit each: its rows, the difference from the list before, the decisions that it leaves to a person.</summary>
internal sealed class ListRows(IRegistryReads registry, ListPlan plan, DateOnly today)
{
    private readonly Dictionary<Nik, int> numbers = plan.List.Rows.Select((r, i) => (r.Nik, Number: i + 1)).ToDictionary(r => r.Nik, r => r.Number);

    private RecipientList AsList => plan.AsList;

    public async IAsyncEnumerable<Write.OfLists> WritesAsync([EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var rows in plan.List.Rows.Chunk(Write.OfLists.RowsMax))
        {
            yield return new Write.PutRecipients([.. rows.Select(AsRecipient)]) { Keys = [.. rows.Select(r => RowKeys.Of(r, registry.Hash, today))] };
        }

        var page = 0;
        if (plan.Before is { } before)
        {
            // The first list of all has no difference: everybody came.
            foreach (var some in CameAndLeft().Chunk(Write.OfLists.RowsMax)) yield return new Write.PutRowChanges(AsList.Id, ++page, [.. some]);
            foreach (var some in plan.Compared.Changed.Chunk(Write.OfLists.RowsMax))
            {
                var old = await registry.RowsAsync(before.Id, [.. some.Select(c => c.Old.Row)], stop);
                yield return new Write.PutRowChanges(AsList.Id, ++page, [.. some.Select(c => Changed(c.Now, c.Old, old.GetValueOrDefault(c.Old.Row)))]);
            }
        }

        foreach (var some in Decisions().Select((d, i) => d with { Number = i + 1 }).Chunk(Write.OfLists.RowsMax)) yield return new Write.PutDecisions([.. some]);
    }

    private Recipient AsRecipient(ListRow row) => Recipient.Of(row, AsList.Id, numbers[row.Nik], AsList.File!);

    private IEnumerable<RowChange> CameAndLeft()
    {
        var (alikeNew, alikeOld) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        foreach (var (row, old) in plan.Compared.Lookalikes)
        {
            alikeNew.TryAdd(numbers[row.Nik], old.Row);
            alikeOld.TryAdd(old.Row, numbers[row.Nik]);
        }

        foreach (var row in plan.Compared.New) yield return new(Moved.Came, numbers[row.Nik], Known(alikeNew, numbers[row.Nik]));
        foreach (var keys in plan.Compared.Gone) yield return new(Moved.Left, Known(alikeOld, keys.Row), keys.Row);
    }

    // Null: the old row does not open, its key is lost; that it says something else is known all the same.
    private RowChange Changed(ListRow now, RowKeys old, Recipient? was) =>
        new(Moved.Changed, numbers[now.Nik], old.Row, was is null ? Differs.None : RowChange.Between(was, AsRecipient(now)));

    private IEnumerable<ListDecision> Decisions()
    {
        foreach (var (row, old) in plan.Compared.Lookalikes)
            yield return new(AsList.Id, 0, Undecided.Lookalike, row.At, ListRule.MaybeSamePerson) { Row = numbers[row.Nik], OtherList = plan.Before!.Id, OtherRow = old.Row };

        var alike = plan.List.Lines.Where(l => l is { Rule: ListRule.MaybeSamePerson, Other: not null }).ToList();
        var named = alike.Select(l => l.At).Concat(alike.Select(l => l.Other!)).ToHashSet();
        var at = plan.List.Rows.Where(r => named.Contains(r.At)).ToDictionary(r => r.At, r => numbers[r.Nik]);
        foreach (var line in alike)
            yield return new(AsList.Id, 0, Undecided.Lookalike, line.At, line.Rule) { Row = Known(at, line.At), OtherList = AsList.Id, OtherRow = Known(at, line.Other!) };

        // A hidden sheet is none of these: it is not a row.
        foreach (var row in plan.List.Lines.Where(l => l.Done == Done.HeldBack && l.Rule != ListRule.HiddenSheet).DistinctBy(l => l.At))
            yield return new(AsList.Id, 0, Undecided.HeldBack, row.At, row.Rule);
    }

    private static int? Known<T>(Dictionary<T, int> rows, T which)
        where T : notnull => rows.TryGetValue(which, out var number) ? number : null;
}
