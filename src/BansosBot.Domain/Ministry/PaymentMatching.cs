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
        var (paid, unmatched) = (new List<(ListRow Row, Application Case, CasePayment Payment)>(), ImmutableArray.CreateBuilder<Unmatched>());
        foreach (var row in rows)
        {
            var (a, why) = Found(row, [.. byNik[row.Nik]]);
            if (a is null) unmatched.Add(new(row.At, row.Nik, why));
            else if (a.Stage is not (Stage.ApprovedByMinistry or Stage.Active)) unmatched.Add(new(row.At, row.Nik, Mismatch.OtherStage, a.Stage));
            else if (RoundCell.Read(row.Round, asked) is not { } period) unmatched.Add(new(row.At, row.Nik, Mismatch.NoRound));
            else if (Read(row, period) is not { } payment) unmatched.Add(new(row.At, row.Nik, Mismatch.NoResult));
            else paid.Add((row, a, payment));
        }

        var (moves, already) = (new List<ListedCase>(), 0);
        foreach (var rowsOfOne in paid.OrderBy(p => p.Payment.Period).GroupBy(p => (p.Case.Id, p.Payment.Period)))       // what came first is recorded first: the last one is what a family is told of
        {
            if (AsOne([.. rowsOfOne.Select(p => p.Payment)]) is not { } payment) unmatched.AddRange(rowsOfOne.Select(p => new Unmatched(p.Row.At, p.Row.Nik, Mismatch.TwoPayments)));
            else if (rowsOfOne.First().Case.Payments.Contains(payment)) already += rowsOfOne.Count();
            else moves.Add(new(rowsOfOne.Key.Id) { Payment = payment });
        }

        return new([.. moves], already, unmatched.ToImmutable());
    }

    // A tahap that is listed month by month is one payment; where two rows name the same months, or one came and one failed, a person looks.
    private static CasePayment? AsOne(ImmutableArray<CasePayment> rows)
    {
        if (rows is [var only]) return only;
        var months = rows.Select(r => r.Months).OfType<string>().ToImmutableArray();
        if (months.Length < rows.Length || months.Distinct(StringComparer.OrdinalIgnoreCase).Count() < rows.Length || rows.Any(r => r.Result != rows[0].Result)) return null;
        return rows[0] with
        {
            Months = string.Join(", ", months),
            Amount = rows.All(r => r.Amount is not null) ? new Rupiah(checked(rows.Sum(r => r.Amount!.Value.Amount))) : null,
        };
    }

    private static (Application? Case, Mismatch Why) Found(ListRow row, ImmutableArray<Application> of)
    {
        if (row.IsCaseNumberUnread) return (null, Mismatch.OtherNumber);
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
