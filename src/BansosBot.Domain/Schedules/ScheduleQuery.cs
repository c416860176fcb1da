using System.Collections.Immutable;

namespace BansosBot.Domain.Schedules;

/// <summary>Hand-outs to look up: those for somebody who lives in the area.</summary>
/// <param name="Programme">Null: of every aid.</param>
public sealed record ScheduleQuery(Area Area, string? Programme);

/// <summary>What residents may hear of; nothing that is not approved.</summary>
/// <param name="Coming">From today on, whatever hour it is, the soonest first; of each programme at most <see cref="ComingMax"/>.</param>
/// <param name="LatestPast">The last one before today that was not cancelled, done or not; null: none.</param>
public sealed record SchedulesFound(ImmutableArray<Schedule> Coming, Schedule? LatestPast)
{
    /// <summary>So many of a programme are looked up: two are told, and whether there are more.</summary>
    public const int ComingMax = 5;

    public static readonly SchedulesFound None = new([], null);
}
