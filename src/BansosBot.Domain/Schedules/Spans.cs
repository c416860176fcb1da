namespace BansosBot.Domain.Schedules;

/// <summary>From when to when on one day, in the office's time.</summary>
public sealed record Hours
{
    private Hours(TimeOnly from, TimeOnly until) => (From, Until) = (from, until);

    public TimeOnly From { get; }

    public TimeOnly Until { get; }

    /// <summary>Null: it ends before it begins, or at once.</summary>
    public static Hours? Of(TimeOnly from, TimeOnly until) => from < until ? new(from, until) : null;
}

/// <summary>The months that an aid is for, both counted in: money comes in arrears, for two or three at once.</summary>
public sealed record Months
{
    private Months(DateOnly first, DateOnly last) => (First, Last) = (first, last);

    /// <summary>The first day of the first month.</summary>
    public DateOnly First { get; }

    /// <summary>The first day of the last month.</summary>
    public DateOnly Last { get; }

    /// <summary>From the month of one day to the month of another; null: the last lies before the first.</summary>
    public static Months? Of(DateOnly inFirst, DateOnly inLast)
    {
        var (first, last) = (new DateOnly(inFirst.Year, inFirst.Month, 1), new DateOnly(inLast.Year, inLast.Month, 1));
        return first <= last ? new(first, last) : null;
    }
}
