namespace BansosBot.Domain.Applications;

/// <summary>What the clock tells a family by itself.</summary>
public enum Notice
{
    /// <summary>The promised day is over.</summary>
    Late,

    /// <summary>Half of the days for mending are over.</summary>
    CorrectionReminder,

    /// <summary>The child is to be too old for the aid in 90 days or less.</summary>
    EndsIn90Days,

    EndsIn30Days,

    EndsIn7Days,
}

/// <summary>Something that was told: once for each stage that a case reaches.</summary>
/// <param name="Step">Which of its stages it stood at, counted from 1: the same stage reached again is another one.</param>
public sealed record Noticed(Notice What, int Step, DateTimeOffset At);
