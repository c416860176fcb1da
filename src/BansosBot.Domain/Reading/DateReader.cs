using System.Globalization;

namespace BansosBot.Domain.Reading;

/// <summary>Reads a past date as people type it. Order is always day, month, year; only a year of four digits may lead.</summary>
/// <remarks>What is understood is listed in DateReaderTests. A date of the future (a schedule) is not for this reader.</remarks>
public static class DateReader
{
    private static readonly HashSet<string> DontKnow =
        ["lupa", "lali", "poho", "ndak", "gatau", "gaktau", "tidaktahu", "entah", "embuh", "teuing", "forgot", "forget", "unsure", "unknown"];

    private static readonly HashSet<string> Negations =
    [
        "tidak", "tdk", "ga", "gak", "g", "gk", "nggak", "ngga", "enggak", "engga", "kurang", "blm", "belum", "ora", "ore", "teu",
        "not", "dont", "don", "cannot", "cant", "no", "nobody",
    ];

    private static readonly HashSet<string> Knowing =
        ["tahu", "tau", "tw", "ingat", "inget", "yakin", "hafal", "apal", "weruh", "nyaho", "know", "knows", "remember", "sure", "idea"];

    /// <summary>Reads what was typed.</summary>
    /// <param name="today">The day of the turn in Serang.</param>
    /// <param name="rule">Whose date it is, for a year of two digits.</param>
    public static DateReading Read(string typed, DateOnly today, YearRule rule)
    {
        var words = Typed.Words(AfterPlace(Typed.Plain(typed)));
        if (SaysUnknown(words, typed)) return Part(new PartOfDate());

        var found = DateParts.In(NumberWords.ToDigits(words));
        if (found is null) return new DateReading.Refused(new DateNotUnderstood());
        if (found.Age is { } age) return age <= Years.AgeMax ? Part(new PartOfDate(Age: age)) : Unread();
        if (found.Year is not { } yearDigits)
            return (found.Day, found.Month) is not (null, null)
                && found.Day is null or (>= 1 and <= 31) && found.Month is null or (>= 1 and <= 12)
                ? Part(new PartOfDate(found.Day, found.Month)) : Unread();
        if (yearDigits.Length is not (2 or 4)) return Unread();
        int year = DateParts.Number(yearDigits);
        if (yearDigits.Length == 4 && year < DateParts.YearMin) return Unread();
        if (found.Month is not { } month || found.Day is not { } day)
            return yearDigits.Length == 2 ? Unread()
                : year > today.Year ? new DateReading.Refused(new DateInTheFuture())
                : found.Month is > 12 or 0 ? new DateReading.Refused(new DateHasNoSuchMonth(found.Month.Value))
                : found.Day is > 31 or 0 ? Unread()
                : Part(new PartOfDate(found.Day, found.Month, year));
        return Whole(day, month, yearDigits, today, rule, found.MonthInWords);
    }

    private static DateReading Whole(
        int day, int month, string yearDigits, DateOnly today, YearRule rule, bool monthInWords)
    {
        if (month is 0 or > 12)
        {
            bool swapped = month > 12 && day is >= 1 and <= 12 && !monthInWords;
            if (!swapped) return new DateReading.Refused(new DateHasNoSuchMonth(month));
            return Whole(month, day, yearDigits, today, rule, monthInWords: true) is DateReading.Read read
                ? new DateReading.Ask(read.Date, new Say("Date.MonthTooLarge",
                    ("bulan", month), ("tanggal", new SayValue.PaperDay(read.Date))))
                : new DateReading.Refused(new DateHasNoSuchMonth(month));
        }
        int twoDigits = DateParts.Number(yearDigits);
        bool full = yearDigits.Length == 4;
        int daysMost = full ? DateTime.DaysInMonth(twoDigits, month)
            : Math.Max(DateTime.DaysInMonth(1900 + twoDigits, month), DateTime.DaysInMonth(2000 + twoDigits, month));
        if (day < 1 || day > daysMost) return new DateReading.Refused(new DateHasNoSuchDay(month, daysMost));

        var date = new DateOnly(full ? twoDigits : Years.Full(twoDigits, month, day, today, rule), month, day);
        if (date > today) return new DateReading.Refused(new DateInTheFuture());
        if (Years.Age(date, today) > Years.AgeMax) return new DateReading.Refused(new DateTooLongAgo());
        return new DateReading.Read(date);
    }

    /// <summary>"12 Maret 2014 (umur 11 tahun). Benar?"; months for a child of less than a year.</summary>
    public static Say Echo(DateOnly born, DateOnly today) => Years.Age(born, today) is var years and > 0
        ? new Say("Date.EchoYears", ("tanggal", new SayValue.PaperDay(born)), ("umur", years))
        : new Say("Date.EchoMonths", ("tanggal", new SayValue.PaperDay(born)), ("umur", Years.MonthsBeyondAge(born, today)));

    private static DateReading.Refused Unread() => new(new DateNotUnderstood());

    private static DateReading.Incomplete Part(PartOfDate have) => new(have, have switch
    {
        { Age: { } age } => new Say("Date.OnlyAge", ("umur", age)),
        { Month: { } month, Year: { } year } =>
            new Say("Date.OnlyMonthAndYear", ("bulan", MonthNames.Said(month)), ("tahun", Digits(year))),
        { Year: { } year } => new Say("Date.OnlyYear", ("tahun", Digits(year))),
        { Month: not null } => new Say("Date.WithoutYear"),
        _ => new Say("Date.Unknown"),
    });

    /// <summary>"Serang, 12-03-2014", "Selasa, 12 Maret 2014": what stands before the comma is not the date.</summary>
    private static string AfterPlace(string plain)
    {
        int comma = plain.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 && !plain[..comma].Any(char.IsAsciiDigit) && plain[comma..].Any(char.IsAsciiDigit)
            && Typed.Words(plain[..comma]) is [.., var last] && MonthNames.Read(last) is null
            ? plain[(comma + 1)..] : plain;
    }

    private static bool SaysUnknown(string[] words, string typed) =>
        words.Length == 0 ? typed.Trim() is "-" or "?" or "??" or "???"
        : !words.Any(w => char.IsAsciiDigit(w[0]))
            && (words.Any(DontKnow.Contains) || (words.Any(Negations.Contains) && words.Any(Knowing.Contains)));

    /// <summary>A year has no thousands separator.</summary>
    private static string Digits(int year) => year.ToString("D4", CultureInfo.InvariantCulture);
}
