namespace BansosBot.Domain.Reading;

/// <summary>How a year of two digits gets its century.</summary>
public enum YearRule
{
    /// <summary>20yy unless that lies in the future, else 19yy: children, and dates on their papers.</summary>
    Child,

    /// <summary>The year that gives an age of 15 to 115, the younger first.</summary>
    Adult,
}

/// <summary>Ages and centuries, counted in whole calendar days of Serang.</summary>
public static class Years
{
    private const int AdultAgeMin = 15;

    /// <summary>Nobody asks for aid at more than this age: a year mistyped.</summary>
    public const int AgeMax = 120;

    /// <summary>Age in completed years on a day; negative before birth.</summary>
    public static int Age(DateOnly born, DateOnly on) =>
        on.Year - born.Year - (on < Birthday(born, on.Year) ? 1 : 0);

    /// <summary>Completed months of the running year of life, 0 to 11: "7 bulan" for a baby.</summary>
    public static int MonthsBeyondAge(DateOnly born, DateOnly on) =>
        (((on.Year - born.Year) * 12) + on.Month - born.Month - (on.Day < born.Day ? 1 : 0)) % 12;

    /// <summary>The day on which somebody completes so many years.</summary>
    /// <remarks>Born on 29 February: 1 March in other years, so that a child's aid is never cut a day early.</remarks>
    public static DateOnly Completes(int years, DateOnly born) => Birthday(born, born.Year + years);

    /// <summary>The full year of a two-digit one.</summary>
    /// <param name="twoDigits">0 to 99.</param>
    /// <param name="month">A month that exists.</param>
    /// <param name="day">A day that exists in that month of 19yy or of 20yy.</param>
    /// <returns>Always one of 19yy and 20yy in which the day exists (29 February '00 is 2000, since 1900 had none).</returns>
    public static int Full(int twoDigits, int month, int day, DateOnly today, YearRule rule)
    {
        int late = 2000 + twoDigits, early = 1900 + twoDigits;
        if (day > DateTime.DaysInMonth(early, month)) return late;
        if (day > DateTime.DaysInMonth(late, month)) return early;
        int age = Age(new DateOnly(late, month, day), today);
        return rule switch
        {
            YearRule.Child => age >= 0 ? late : early,
            YearRule.Adult => age >= AdultAgeMin ? late : early,
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };
    }

    private static DateOnly Birthday(DateOnly born, int year) =>
        born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year)
            ? new DateOnly(year, 3, 1)
            : new DateOnly(year, born.Month, born.Day);
}
