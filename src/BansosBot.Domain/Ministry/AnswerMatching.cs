using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Domain.Ministry;

/// <summary>Finds for each row of the ministry's answer the case of a batch that it is about. What does not fit in every part that the row names is left to a person.</summary>
public static class AnswerMatching
{
    /// <param name="proposed">Cases of complete batches, each with the number of the batch; a case that was proposed again stands with each.</param>
    public static CaseListPlan Of(IEnumerable<ListRow> rows, IEnumerable<(Application Case, string Batch)> proposed)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var byNik = proposed.Where(p => p.Case.ChildNik is not null).ToLookup(p => p.Case.ChildNik!);
        var (moves, unmatched, already) = (ImmutableArray.CreateBuilder<ListedCase>(), ImmutableArray.CreateBuilder<Unmatched>(), 0);
        foreach (var row in rows)
        {
            var (a, why) = Found(row, [.. byNik[row.Nik]]);
            if (a is null) unmatched.Add(new(row.At, row.Nik, why));
            else if (row.Result is not { } ruling) unmatched.Add(new(row.At, row.Nik, Mismatch.NoResult));
            else if (Recorded(a) is { } known)
            {
                if (known == ruling) already++;
                else unmatched.Add(new(row.At, row.Nik, Mismatch.OtherResult));
            }
            else if (a.Stage != Stage.Proposed) unmatched.Add(new(row.At, row.Nik, Mismatch.OtherStage, a.Stage));
            else moves.Add(new(a.Id) { Ruling = ruling, Why = ruling == Ruling.Refused ? SaidByOthers.Of(row.Remark) : null });
        }

        return new(moves.ToImmutable(), already, unmatched.ToImmutable());
    }

    private static (Application? Case, Mismatch Why) Found(ListRow row, ImmutableArray<(Application Case, string Batch)> of)
    {
        if (of.IsEmpty) return (null, Mismatch.NoSuchChild);
        if (row.Batch is { } batch && (of = [.. of.Where(p => Same(p.Batch, batch))]).IsEmpty) return (null, Mismatch.OtherBatch);
        if (row.CaseNumber is { } number && (of = [.. of.Where(p => number.Equals(p.Case.Number))]).IsEmpty) return (null, Mismatch.OtherNumber);
        ImmutableArray<Application> cases = [.. of.Select(p => p.Case).DistinctBy(c => c.Id)];
        // One that waits for this very answer is meant before one that was answered long ago.
        if (cases.Length > 1 && cases.Where(c => c.Stage == Stage.Proposed).ToImmutableArray() is [var waiting]) cases = [waiting];
        return cases is not [var only] ? (null, Mismatch.TwoCases)
            : only.ChildName.Key.MaybeSame(row.Name.Key) ? (only, default)
            : (null, Mismatch.OtherName);
    }

    private static Ruling? Recorded(Application a) => a.Stage switch
    {
        Stage.ApprovedByMinistry or Stage.Active or Stage.Ended => Ruling.Approved,
        Stage.RefusedByMinistry => Ruling.Refused,
        _ => null,
    };

    private static bool Same(string batch, string written) => string.Equals(batch, written.Trim(), StringComparison.OrdinalIgnoreCase);
}
