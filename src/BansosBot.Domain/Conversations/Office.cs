using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations;

/// <summary>What the conversation must know of the office that runs it.</summary>
/// <param name="Name">As people call it: "Dinas Sosial Kota Serang".</param>
/// <param name="Zone">A day is a day there.</param>
/// <param name="QuietFrom">From this hour nothing is sent that nobody waits for.</param>
/// <param name="QuietUntil">Until this hour.</param>
public sealed record Office(string Name, TimeZoneInfo Zone, TimeOnly QuietFrom, TimeOnly QuietUntil)
{
    /// <summary>After this long a silent draft is reminded of, once.</summary>
    public TimeSpan RemindAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>After this long a silent draft expires. <c>domain.md</c> section 3.</summary>
    public TimeSpan ExpireAfter { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Where it is, how it is called and when it is open, as far as it was set: a line each.</summary>
    public ImmutableArray<Say> Contact { get; init; } = [];

    /// <summary>Address, telephone and hours are all set; else who asks is sent to an officer for the rest.</summary>
    public bool IsContactComplete { get; init; }

    /// <summary>From this hour of a working day on its staff read what they are sent.</summary>
    public TimeOnly OpensAt { get; init; } = new(7, 30);

    /// <summary>Days without office, in order.</summary>
    public IReadOnlySet<DateOnly> Holidays { get; init; } = new HashSet<DateOnly>();

    /// <summary>The calendar day of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>The instant itself, or the end of the quiet hours that it falls in.</summary>
    public DateTimeOffset OutsideQuietHours(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone);
        var hour = TimeOnly.FromDateTime(local.DateTime);
        if (hour < QuietFrom && hour >= QuietUntil) return at;
        var day = hour >= QuietFrom ? local.Date.AddDays(1) : local.Date;
        var morning = day + QuietUntil.ToTimeSpan();
        return new DateTimeOffset(morning, Zone.GetUtcOffset(morning));
    }

    /// <summary>The end of the quiet hours on the day after.</summary>
    public DateTimeOffset MorningAfter(DateOnly day)
    {
        var morning = day.AddDays(1).ToDateTime(QuietUntil);
        return new(morning, Zone.GetUtcOffset(morning));
    }

    /// <summary>The day so many working days after: Monday to Friday, holidays left out.</summary>
    public DateOnly WorkingDaysAfter(DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) days--;
        }

        return day;
    }

    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day);

    /// <summary>The next time after an instant that it opens.</summary>
    public DateTimeOffset OpensAfter(DateTimeOffset at)
    {
        var today = DayOf(at);
        return IsWorkingDay(today) && OpeningOf(today) is var opens && opens > at ? opens : OpeningOf(WorkingDaysAfter(today, 1));
    }

    /// <summary>It has opened today, and may have closed since.</summary>
    public bool IsOpenFrom(DateTimeOffset at) => IsWorkingDay(DayOf(at)) && OpeningOf(DayOf(at)) <= at && OutsideQuietHours(at) <= at;

    // Never in the quiet hours, where somebody has set them longer.
    private DateTimeOffset OpeningOf(DateOnly day)
    {
        var opens = day.ToDateTime(OpensAt > QuietUntil ? OpensAt : QuietUntil);
        return new(opens, Zone.GetUtcOffset(opens));
    }
}
