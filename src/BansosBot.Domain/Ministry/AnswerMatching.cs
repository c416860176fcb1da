using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Domain.Ministry;

/// <summary>Finds for each row of the ministry's answer the case of a batch that it is about. What does not fit in every part that the row names is left to a person.</summary>
public static class AnswerMatching
{
    /// <param name="proposed">Cases of batches, each with the number of the batch, in the order in which they were signed; a case that was proposed again stands with each.</param>
    /// <param name="asked">Number of the batch that all rows are about which name none; null: whichever its children are of.</param>
    public static CaseListPlan Of(IEnumerable<ListRow> rows, IEnumerable<(Application Case, string Batch)> proposed, string? asked = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(proposed);
        proposed = [.. proposed];
        var byNik = proposed.Where(p => p.Case.ChildNik is not null).ToLookup(p => p.Case.ChildNik!);
        var (moves, unmatched, already) = (ImmutableArray.CreateBuilder<ListedCase>(), ImmutableArray.CreateBuilder<Unmatched>(), 0);
        foreach (var row in rows)
        {
            var (a, why) = Found(row, row.Batch ?? asked, [.. byNik[row.Nik]]);
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

    private static (Application? Case, Mismatch Why) Found(ListRow row, string? named, ImmutableArray<(Application Case, string Batch)> of)
    {
        if (of.IsEmpty) return (null, Mismatch.NoSuchChild);
        // What was proposed again waits for the answer to the new batch: an answer that names the old one, or none, may be the one that refused it.
        var again = of.GroupBy(p => p.Case.Id).Where(g => g.Count() > 1 && g.First().Case.Stage == Stage.Proposed).ToImmutableDictionary(g => g.Key, g => g.Last().Batch);
        if (named is null && of.Any(p => again.ContainsKey(p.Case.Id))) return (null, Mismatch.WhichBatch);
        of = [.. of.Where(p => !again.TryGetValue(p.Case.Id, out var last) || last == p.Batch)];
        if (named is { } batch && (of = [.. of.Where(p => Same(p.Batch, batch))]).IsEmpty) return (null, Mismatch.OtherBatch);
        if (row.IsCaseNumberUnread) return (null, Mismatch.OtherNumber);
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
