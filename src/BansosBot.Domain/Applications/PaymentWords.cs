using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Domain.Applications;

/// <summary>The last payment of a case in words: what it was, and what the guardian does now.</summary>
internal static class PaymentWords
{
    public static IEnumerable<Say> Of(Application a)
    {
        if (a.LastPayment is not { } payment || a.Stage is not (Stage.ApprovedByMinistry or Stage.Active)) return [];
        return payment.Result == Payment.Paid ? Paid(payment) : Failed(payment);
    }

    private static IEnumerable<Say> Paid(CasePayment payment)
    {
        yield return payment.Amount is { } amount ? new("Payment.PaidAmount", ("tahap", InWords(payment)), ("jumlah", amount)) : new("Payment.Paid", ("tahap", InWords(payment)));
        if (payment.FetchBy is { } day) yield return new("Payment.Fetch", ("tanggal", day));
    }

    private static IEnumerable<Say> Failed(CasePayment payment)
    {
        yield return new("Payment.Failed", ("tahap", InWords(payment)));
        yield return new($"Payment.Fault.{payment.Fault ?? PaymentFault.Other}");
        if (payment is { Fault: null or PaymentFault.Other, Cause: { } cause }) yield return new("Payment.Cause", ("sebab", cause));
        yield return payment.FetchBy is { } day ? new("Payment.FetchOrGone", ("tanggal", day)) : new("Payment.FetchNoDay");
        yield return payment.FetchAt is { } place ? new("Payment.FetchAt", ("tempat", place)) : new("Payment.FetchNoPlace");
    }

    private static Say InWords(CasePayment payment) => payment switch
    {
        { Period: { Round: { } round, Year: var year }, Months: { } months } => new("Payment.RoundMonths", ("ke", round), ("tahun", Year(year)), ("bulan", months)),
        { Period: { Round: { } round, Year: var year } } => new("Payment.Round", ("ke", round), ("tahun", Year(year))),
        _ => new("Payment.Year", ("tahun", Year(payment.Period.Year))),
    };

    // A year has no dot after its thousands.
    private static string Year(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
