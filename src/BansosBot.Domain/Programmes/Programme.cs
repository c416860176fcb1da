using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Programmes;

/// <summary>One kind of aid, as its programme file describes it.</summary>
public sealed record Programme
{
    /// <summary>Short name in lower case: file name, start payload, key prefix: <c>yapi</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Capital letters before a case number: <c>YAPI</c>.</summary>
    public required string CasePrefix { get; init; }

    /// <summary>Changes when a question is added, removed or means something else.</summary>
    public required int Version { get; init; }

    /// <summary>Changes with the words of the consent; kept with each consent that is given.</summary>
    public required int ConsentVersion { get; init; }

    /// <summary>The questions in order; conditions and rules hang on them.</summary>
    public required ImmutableArray<Step> Steps { get; init; }

    /// <summary>What makes a family fit or not.</summary>
    public required ImmutableArray<Rule> Rules { get; init; }

    /// <summary>Working days for each stage, from the service standard.</summary>
    public required ServiceStandard Standard { get; init; }

    /// <summary>Who among the verified is proposed first.</summary>
    public required ProposingOrder Proposing { get; init; }

    /// <summary>What one child gets in a month; null where it is no money.</summary>
    public Rupiah? PerMonth { get; init; }

    /// <summary>Places of the latest year known; null where unknown.</summary>
    public Quota? Quota { get; init; }

    /// <summary>Laws it rests on, as they are cited.</summary>
    public ImmutableArray<string> Laws { get; init; } = [];

    /// <summary>One of its own texts: <see cref="ProgrammeTexts"/>.</summary>
    public Say Says(string text, params ReadOnlySpan<Slot> values) => new(ProgrammeTexts.Key(Name, text), values);
}

/// <summary>The texts that every programme has besides those of its questions and rules.</summary>
public static class ProgrammeTexts
{
    public const string Title = "Title";
    public const string Welcome = "Welcome";
    public const string Gives = "Gives";
    public const string WhoMay = "WhoMay";
    public const string Documents = "Documents";
    public const string Where = "Where";
    public const string Decides = "Decides";
    public const string ProposingOrder = "ProposingOrder";
    public const string Validity = "Validity";
    public const string Likely = "Likely";
    public const string LikelyNote = "LikelyNote";
    public const string ButtonApply = "Button.Apply";
    public const string ButtonGoOn = "Button.GoOn";
    public const string Review = "Review";

    public static string Key(string programme, string text) => $"Programme.{programme}.{text}";

    public static string OfStep(string programme, string step) => $"Programme.{programme}.{step}";

    public static string OfRule(string programme, string rule) => $"Programme.{programme}.rule.{rule}";
}

/// <summary>Days promised, working days where not said otherwise. <c>domain.md</c> section 3.</summary>
/// <param name="CompletenessDays">From submission to the check of the papers.</param>
/// <param name="VisitDays">From submission to the home visit and its result.</param>
/// <param name="CorrectionCalendarDays">What the guardian has to mend something.</param>
public sealed record ServiceStandard(int CompletenessDays, int VisitDays, int CorrectionCalendarDays);

/// <summary>Places that the ministry gives in a year.</summary>
/// <param name="Places">How many are aimed at or proposed.</param>
/// <param name="Receiving">How many receive at the time of the source.</param>
/// <param name="Source">Where the figures stand.</param>
public sealed record Quota(int Year, int Places, int Receiving, string Source);

/// <summary>A rule of a programme: when the condition holds, the pre-check says this, with its reason.</summary>
/// <param name="Name">Name within the programme; its sentence is <see cref="ProgrammeTexts.OfRule"/>.</param>
/// <param name="Gives"><see cref="Verdict.Likely"/>: nothing speaks against it, but there is something to know.</param>
/// <param name="Law">The legal basis in words; null where the rule is practice.</param>
public sealed record Rule(string Name, Verdict Gives, Condition When, string? Law);

/// <summary>What a pre-check can say. Never a decision.</summary>
public enum Verdict
{
    /// <summary>Kemungkinan berhak.</summary>
    Likely,

    /// <summary>Perlu dicek petugas.</summary>
    Review,

    /// <summary>Kemungkinan belum memenuhi.</summary>
    Unlikely,
}
