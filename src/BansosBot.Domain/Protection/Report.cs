using System.Collections.Immutable;

namespace BansosBot.Domain.Protection;

/// <summary>What somebody told of a child that is beaten or neglected. Sealed: for the head of division, the head of the office and the auditor.</summary>
/// <remarks>It names no chat and no person but those that its own words name, so nothing leads from it to the telephone that it came from, and
/// nothing in that chat shows it. Lines are only ever added: who takes the phone away cannot unsay it.</remarks>
/// <param name="Id">Random; the audit's name for it.</param>
/// <param name="Lines">What was said, oldest first; at least one.</param>
public sealed record Report(string Id, DateTimeOffset Since, ImmutableArray<ReportLine> Lines)
{
    /// <summary>So many are taken: enough for the longest story, sent in pieces.</summary>
    public const int LinesMax = 50;

    /// <summary>Counts its commits; 0: new.</summary>
    public long Revision { get; init; }

    /// <summary>Given by the store: the key it is encrypted with, which no chat has; 0: none yet.</summary>
    public int KeySlot { get; init; }

    /// <summary>Before everything else that waits at the office.</summary>
    public const int Priority = 1;

    /// <summary>The id and how much there is; never what was said.</summary>
    public override string ToString() => $"Report {Id}, {Lines.Length} lines";
}

/// <summary>Something that was said.</summary>
/// <param name="About">What was asked for just then.</param>
/// <param name="Text">As it was written.</param>
public sealed record ReportLine(ReportPart About, string Text, DateTimeOffset At)
{
    /// <summary>The part only.</summary>
    public override string ToString() => About.ToString();
}

/// <summary>What a line of a report answers.</summary>
public enum ReportPart
{
    /// <summary>Nothing: by these words the report began.</summary>
    Opening,

    /// <summary>Where the child is.</summary>
    Place,

    /// <summary>How the person who reports can be reached.</summary>
    Contact,

    /// <summary>Nothing: added afterwards.</summary>
    Added,
}
