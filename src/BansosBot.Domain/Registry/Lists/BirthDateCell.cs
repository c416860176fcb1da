using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>A birth date in a cell: a date, a spreadsheet's day number, or text. Month first only where the NIK agrees with that and not with the
/// day first; the NIK is the referee and never the source.</summary>
internal static class BirthDateCell
{
    // Day 0 of spreadsheets; the day that 1900 never had is behind all who live.
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <param name="Date">As it stands, day first; null: none can be read.</param>
    /// <param name="Rule">Null: it stood there as it should.</param>
    internal readonly record struct Stated(DateOnly? Date, ListRule? Rule)
    {
        public override string ToString() => Rule?.ToString() ?? "as it should";
    }

    /// <summary>What the cell states, before the NIK is asked.</summary>
    public static Stated Read(RawCell cell, DateOnly today) => cell.Kind switch
    {
        CellKind.Day => Plausible(cell.Day, today, null),
        CellKind.Number when cell.Number is > 0 and < 100_000 and not (>= 1900 and <= 2100) => Plausible(DayZero.AddDays((int)cell.Number), today, ListRule.DateFromSerial),
        CellKind.Number or CellKind.Text => OfText(cell.AsText, today),
        _ => default,
    };

    /// <summary>Swaps day and month where the NIK says so; else the stated date stands and a difference is told.</summary>
    public static Stated Judged(Stated stated, Nik nik)
    {
        if (stated.Date is not { } date) return stated;
        if (Agrees(nik, date.Day, date.Month, date.Year)) return stated;
        // There is no month 25, so it was turned; only the NIK could have borne that out.
        if (stated.Rule == ListRule.DateMonthFirst) return new(null, ListRule.DateUnreadable);
        return date.Day <= 12 && Agrees(nik, date.Month, date.Day, date.Year)
            ? new(new DateOnly(date.Year, date.Day, date.Month), ListRule.DateMonthFirst)
            : new(date, ListRule.DateDiffersFromNik);
    }

    private static bool Agrees(Nik nik, int day, int month, int year) =>
        (nik.BirthDay, nik.BirthMonth, nik.BirthYearTwoDigits) == (day, month, year % 100);

    private static Stated OfText(string text, DateOnly today)
    {
        if (LongNumberCell.IsNone(text) && !text.Any(char.IsLetter)) return default;
        // 41710 exported as text; six and eight digits are a date without its signs
        if (text.Trim() is { Length: 5 } serial && int.TryParse(serial, out var days)) return Plausible(DayZero.AddDays(days), today, ListRule.DateFromSerial);
        return DateReader.Read(WithoutHour(text), today, YearRule.Child) switch
        {
            DateReading.Read read => new(read.Date, null),
            DateReading.Ask ask => new(ask.Suggestion, ListRule.DateMonthFirst),
            _ => new(null, ListRule.DateUnreadable),
        };
    }

    /// <summary>"2014-03-12 00:00:00": as databases write it.</summary>
    private static string WithoutHour(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && text.LastIndexOfAny([' ', 'T'], colon) is > 0 and var at ? text[..at] : text;

    private static Stated Plausible(DateOnly date, DateOnly today, ListRule? rule) =>
        date > today || Years.Age(date, today) > Years.AgeMax ? new(null, ListRule.DateUnreadable) : new(date, rule);
}
