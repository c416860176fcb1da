using System.Collections.Immutable;
using BansosBot.Domain.Reading;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Domain.Applications;

/// <summary>One payment of a case, as a list of the bank or the ministry says it. A case has one for each tahap.</summary>
/// <param name="Period">Year and tahap.</param>
public sealed record CasePayment(Period Period, Payment Result)
{
    /// <summary>The months it is for, as written; null: the list does not say.</summary>
    public string? Months { get; init; }

    public Rupiah? Amount { get; init; }

    /// <summary>Of one that failed; null for one that was paid.</summary>
    public PaymentFault? Fault { get; init; }

    /// <summary>The cause in the list's own words; null: it gives none.</summary>
    public string? Cause { get; init; }

    /// <summary>The last day on which the money can be fetched; null: not said.</summary>
    public DateOnly? FetchBy { get; init; }

    /// <summary>Where; null: not said.</summary>
    public string? FetchAt { get; init; }

    public override string ToString() => $"CasePayment {Period} {Result}";
}

/// <summary>Why a payment failed (gagal salur); each has a sentence with what the guardian can do. <c>domain.md</c> section 3.</summary>
public enum PaymentFault
{
    /// <summary>Nobody used the account for long.</summary>
    Dormant,

    /// <summary>The name at the bank is not that of Dukcapil.</summary>
    NameDiffers,

    /// <summary>Book or card was not fetched in time.</summary>
    NotFetched,

    /// <summary>There is no such account, or it is closed.</summary>
    NoAccount,

    /// <summary>Something else, or the list does not say.</summary>
    Other,
}

/// <summary>The payments of a case.</summary>
internal static class Paying
{
    /// <summary>A case runs for 18 years at most, and is paid some six times a year.</summary>
    private const int PaymentsMax = 200;

    private const int PartLengthMin = 5;

    /// <summary>By a word of the list, or by a part of one where it is long enough to be no chance ("tutup" in "ditutup", not "nik" in "teknik"); the first that is met.</summary>
    private static readonly (PaymentFault Fault, string[] Words)[] Faults =
    [
        (PaymentFault.Dormant, ["dorman", "tidak aktif", "pasif", "blokir", "terblokir"]),
        (PaymentFault.NoAccount, ["tutup", "closed", "tidak ada rekening", "belum punya rekening", "rekening tidak ditemukan", "rekening tidak ada", "norek salah", "rekening salah"]),
        (PaymentFault.NameDiffers, ["nama", "dukcapil", "padan", "nik"]),
        (PaymentFault.NotFetched, ["ambil", "transaksi", "kartu", "buku", "burekol", "kadaluarsa", "kedaluwarsa", "lewat waktu", "kks", "cetak"]),
    ];

    /// <summary>It moves nothing: the aid runs already, or what came first failed.</summary>
    public static bool OnlyRecords(Stage stage, CasePayment payment) => stage == Stage.Active || (stage == Stage.ApprovedByMinistry && payment.Result == Payment.Failed);

    /// <summary>For the log: which tahap, and what became of it.</summary>
    public static string Detail(CasePayment payment) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{payment.Period.Year}{(payment.Period.Round is { } round ? $"/{round}" : "")} {payment.Result}{(payment.Fault is { } fault ? $" {fault}" : "")}");

    public static PaymentFault FaultOf(string? cause) =>
        Typed.Plain(cause ?? "").ToLowerInvariant() is var plain && Faults.FirstOrDefault(f => f.Words.Any(w => Says(plain, w))) is { Words: not null } found ? found.Fault : PaymentFault.Other;

    private static bool Says(string plain, string word) => word.Length >= PartLengthMin ? plain.Contains(word, StringComparison.Ordinal) : Typed.Words(plain).Contains(word);

    /// <summary>In place of what was known of the same tahap; by tahap, the latest last.</summary>
    public static ImmutableArray<CasePayment> With(ImmutableArray<CasePayment> before, CasePayment payment) =>
        [.. before.Where(p => p.Period != payment.Period).Append(payment).OrderBy(p => p.Period).TakeLast(PaymentsMax)];
}
