using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Domain.Ministry;

/// <summary>Finds for each row of a payment list the case that was paid, or should have been. A case and a tahap have one payment: the same list again changes nothing.</summary>
public static class PaymentMatching
{
    /// <param name="running">Cases of the children of these rows that run.</param>
    /// <param name="asked">Of the list as a whole: the year, and the tahap where its rows name none.</param>
    public static CaseListPlan Of(IEnumerable<ListRow> rows, IEnumerable<Application> running, Period asked)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var byNik = running.Where(c => c.ChildNik is not null).DistinctBy(c => c.Id).ToLookup(c => c.ChildNik!);
        var (moves, unmatched, already) = (new List<(Period Period, ListedCase Move)>(), ImmutableArray.CreateBuilder<Unmatched>(), 0);
        foreach (var row in rows)
        {
            var (a, why) = Found(row, [.. byNik[row.Nik]]);
            if (a is null) unmatched.Add(new(row.At, row.Nik, why));
            else if (a.Stage is not (Stage.ApprovedByMinistry or Stage.Active)) unmatched.Add(new(row.At, row.Nik, Mismatch.OtherStage, a.Stage));
            else if (RoundCell.Read(row.Round, asked) is not { } period) unmatched.Add(new(row.At, row.Nik, Mismatch.NoRound));
            else if (Read(row, period) is not { } payment) unmatched.Add(new(row.At, row.Nik, Mismatch.NoResult));
            else if (a.Payments.Contains(payment)) already++;
            else moves.Add((period, new(a.Id) { Payment = payment }));
        }

        // What came first is recorded first: the last one is what a family is told of.
        return new([.. moves.OrderBy(m => m.Period).Select(m => m.Move)], already, unmatched.ToImmutable());
    }

    private static (Application? Case, Mismatch Why) Found(ListRow row, ImmutableArray<Application> of)
    {
        if (row.CaseNumber is { } number && !of.IsEmpty && (of = [.. of.Where(c => number.Equals(c.Number))]).IsEmpty) return (null, Mismatch.OtherNumber);
        if (of.Length > 1 && of.Where(c => c.Stage is Stage.ApprovedByMinistry or Stage.Active).ToImmutableArray() is [var paid]) of = [paid];
        return of switch
        {
            [] => (null, Mismatch.NoSuchChild),
            [var only] => only.ChildName.Key.MaybeSame(row.Name.Key) ? (only, default) : (null, Mismatch.OtherName),
            _ => (null, Mismatch.TwoCases),
        };
    }

    private static CasePayment? Read(ListRow row, Period period) => row.Payment is not { } result ? null : new(period, result)
    {
        Months = row.Months,
        Amount = row.Amount,
        Fault = result == Payment.Failed ? Paying.FaultOf(row.Remark) : null,
        Cause = result == Payment.Failed ? SaidByOthers.Of(row.Remark) : null,
        FetchBy = row.FetchBy,
        FetchAt = row.FetchAt,
    };
}
