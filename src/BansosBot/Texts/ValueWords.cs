using System.Globalization;
using BansosBot.Domain;
using Humanizer;

namespace BansosBot.Texts;

/// <summary>The bare forms of days, numbers and lengths of time. The words around them ("lagi", "pukul") are texts: Value.*.</summary>
internal static class ValueWords
{
    /// <summary>"Selasa, 23 September 2025".</summary>
    public static string Day(DateOnly on, CultureInfo culture) => on.ToString("dddd, d MMMM yyyy", culture);

    /// <summary>"12 Maret 2014".</summary>
    public static string PaperDay(DateOnly on, CultureInfo culture) => on.ToString("d MMMM yyyy", culture);

    /// <summary>"September 2025".</summary>
    public static string Month(DateOnly on, CultureInfo culture) => on.ToString("MMMM yyyy", culture);

    /// <summary>"September".</summary>
    public static string MonthName(DateOnly on, CultureInfo culture) => on.ToString("MMMM", culture);

    /// <summary>"09.00": with a dot, as on Indonesian schedules, whatever the ICU at hand thinks.</summary>
    public static string Hour(DateTimeOffset local) => local.ToString("HH.mm", CultureInfo.InvariantCulture);

    /// <summary>"1.436".</summary>
    public static string Number(long n, CultureInfo culture) => n.ToString("N0", culture);

    /// <summary>"Rp200.000", in every language as it stands on notes, receipts and papers here. Not "C0": its form follows the machine's ICU.</summary>
    public static string Money(Rupiah amount) => "Rp" + Number(amount.Amount, Cultures.Of(Language.Indonesian));

    /// <summary>"2 minggu", "10 hari", "1 jam 30 menit"; below a second empty.</summary>
    /// <remarks>
    /// Whole weeks up to four are weeks, all else is counted in days: Humanizer would call 10 days "1 minggu",
    /// 365 days "11 bulan 30 hari". Two units at most, the rest is cut. Sundanese and Javanese of Serang get the
    /// Indonesian words, which are understood there; Humanizer would give English ones.
    /// </remarks>
    public static string Length(TimeSpan span, Language language)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        if (span < TimeSpan.FromSeconds(1)) return "";
        var inWeeks = span.Ticks % TimeSpan.FromDays(7).Ticks == 0 && span <= TimeSpan.FromDays(28);
        return Humanized(span, inWeeks ? TimeUnit.Week : TimeUnit.Day, language);
    }

    /// <summary>"10 hari"; 7 days are "7 hari" here, since they are counted on a calendar.</summary>
    public static string Days(int days, Language language) => Humanized(TimeSpan.FromDays(days), TimeUnit.Day, language);

    private static string Humanized(TimeSpan span, TimeUnit largest, Language language) => span.Humanize(
        precision: 2,
        culture: Cultures.Of(language is Language.English ? Language.English : Language.Indonesian),
        maxUnit: largest,
        minUnit: TimeUnit.Second,
        collectionSeparator: " ");
}
