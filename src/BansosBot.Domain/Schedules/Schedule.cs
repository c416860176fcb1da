using System.Collections.Immutable;

namespace BansosBot.Domain.Schedules;

/// <summary>One hand-out of an aid: the day, the hours, where, for whom, what to bring. <c>domain.md</c> section 5.</summary>
/// <remarks>It says nothing about a person, so it is kept in the clear. Who receives stands on the programme's list.</remarks>
public sealed record Schedule
{
    /// <summary>As much as somebody remembers to put into a bag.</summary>
    public const int BringMax = 8;

    private readonly ImmutableArray<OfficeWords> bring;

    /// <summary>Random.</summary>
    public required string Id { get; init; }

    /// <summary>Counts its commits; 0: never stored.</summary>
    public long Revision { get; init; }

    /// <summary>Name of the programme; its file may be gone by now.</summary>
    public required string Programme { get; init; }

    /// <summary>Tahap or termin, from 1; null where the aid has none.</summary>
    public int? Round { get; init; }

    /// <summary>Null where it is for no months, such as rice.</summary>
    public Months? Covers { get; init; }

    /// <summary>The day in Serang.</summary>
    public required DateOnly On { get; init; }

    public required Hours Between { get; init; }

    public required HandOut How { get; init; }

    public required Audience For { get; init; }

    /// <exception cref="ArgumentException">More than <see cref="BringMax"/>.</exception>
    public required ImmutableArray<OfficeWords> Bring
    {
        get => bring;
        init => bring = value.IsDefault || value.Length > BringMax ? throw new ArgumentException($"At most {BringMax} things to bring.", nameof(value)) : value;
    }

    /// <summary>Whom to ask; null: the office.</summary>
    public OfficeWords? Contact { get; init; }

    public OfficeWords? Note { get; init; }

    public required ScheduleState State { get; init; }

    /// <summary>From 1; one more with each change after it was approved.</summary>
    public required int Version { get; init; }

    /// <summary>Residents hear of it: approved, and not marked as over.</summary>
    public bool IsShown => State is ScheduleState.Approved or ScheduleState.Announced or ScheduleState.Changed or ScheduleState.Cancelled;

    public bool IsCancelled => State is ScheduleState.Cancelled;

    public DateTimeOffset Begins(TimeZoneInfo zone) => At(Between.From, zone);

    public DateTimeOffset Ends(TimeZoneInfo zone) => At(Between.Until, zone);

    public override string ToString() => $"Schedule {Id} of {Programme} on {On:yyyy-MM-dd}, {State.GetType().Name}";

    private DateTimeOffset At(TimeOnly hour, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = On.ToDateTime(hour);
        return new(local, zone.GetUtcOffset(local));
    }
}

/// <summary>How far a schedule has come. Written by one officer and approved by another.</summary>
public abstract record ScheduleState
{
    private ScheduleState() { }

    public sealed record Draft : ScheduleState;

    public sealed record Approved : ScheduleState;

    /// <summary>Those on the list were told.</summary>
    public sealed record Announced : ScheduleState;

    /// <summary>Other than it was told.</summary>
    public sealed record Changed(OfficeWords Reason) : ScheduleState;

    public sealed record Cancelled(OfficeWords Reason) : ScheduleState;

    /// <summary>It took place.</summary>
    public sealed record Done : ScheduleState;
}
