using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Applications;

/// <summary>An aid that runs until its child is too old for it: foreseen, and ended by the clock.</summary>
public static class TooOld
{
    // The longest first. domain.md section 3.
    private static readonly ImmutableArray<(Notice Notice, int Days)> Ahead = [(Notice.EndsIn90Days, 90), (Notice.EndsIn30Days, 30), (Notice.EndsIn7Days, 7)];

    /// <summary>The first day without the aid: the birthday that its programme names; null: it does not end by age.</summary>
    public static DateOnly? EndsOn(Application a, Programme? programme)
    {
        ArgumentNullException.ThrowIfNull(a);
        return programme?.EndsAtAge is { } years ? Years.Completes(years, a.ChildBorn) : null;
    }

    /// <summary>What is to be told on this day, where it was not: the nearest only, for who hears of seven days need not hear of ninety.</summary>
    public static Notice? ToTell(Application a, DateOnly ends, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(a);
        var near = Ahead.LastOrDefault(n => today >= ends.AddDays(-n.Days));
        return near.Days == 0 || today >= ends || a.WasTold(near.Notice) ? null : near.Notice;
    }

    /// <summary>Whether its end was told of already.</summary>
    public static bool WasForetold(Application a)
    {
        ArgumentNullException.ThrowIfNull(a);
        return Ahead.Any(n => a.WasTold(n.Notice));
    }

    /// <summary>The next day on which something is to be told or done; in the past: it is due now.</summary>
    public static DateOnly Next(Application a, DateOnly ends, DateOnly today) =>
        ToTell(a, ends, today) is not null ? today : Ahead.Select(n => ends.AddDays(-n.Days)).Where(day => day > today).DefaultIfEmpty(ends).First();

    /// <summary>When the clock looks at it next.</summary>
    public static DateTimeOffset At(Application a, DateOnly ends, Office office, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(office);
        var next = Next(a, ends, office.DayOf(now));
        var morning = office.MorningAfter(next.AddDays(-1));
        return morning > now ? morning : office.MorningAfter(office.DayOf(now));       // who hears today that it is paid hears tomorrow until when
    }
}
