using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Programmes;

/// <summary>One kind of aid, as its programme file describes it.</summary>
public sealed record Programme
{
    /// <summary>Short name in lower case: file name, start payload, key prefix: <c>yapi</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What can be done for it here.</summary>
    public required Service Service { get; init; }

    /// <summary>Capital letters before a case number: <c>YAPI</c>; empty where it takes no cases.</summary>
    public string CasePrefix { get; init; } = "";

    /// <summary>Changes when a question is added, removed or means something else.</summary>
    public required int Version { get; init; }

    /// <summary>Changes with the words of the consent; kept with each consent that is given.</summary>
    public int ConsentVersion { get; init; }

    /// <summary>The questions in order; conditions and rules hang on them. None: it is told of, and nothing is asked for it.</summary>
    public ImmutableArray<Step> Steps { get; init; } = [];

    /// <summary>What makes a family fit or not.</summary>
    public ImmutableArray<Rule> Rules { get; init; } = [];

    /// <summary>Working days for each stage, from the service standard; null where it takes no cases.</summary>
    public ServiceStandard? Standard { get; init; }

    /// <summary>Which part of the office acts on its cases: a key such as <c>rehabilitasi-sosial</c>, in words <see cref="ProgrammeTexts.HandledBy"/>.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Who among the verified is proposed first; null where nobody is proposed.</summary>
    public ProposingOrder? Proposing { get; init; }

    /// <summary>When this holds, the interview's result mentions it though it asks nothing for it; null: never.</summary>
    public Condition? MentionedWhen { get; init; }

    /// <summary>What people call it, in small letters: how it is known in what they write.</summary>
    public ImmutableArray<string> Called { get; init; } = [];

    /// <summary>What one child gets in a month; null where it is no money.</summary>
    public Rupiah? PerMonth { get; init; }

    /// <summary>On this birthday the child is too old, and its aid ends; null: it does not end by age.</summary>
    public int? EndsAtAge { get; init; }

    /// <summary>Names of programmes that a child who is too old for it may turn to.</summary>
    public ImmutableArray<string> Afterwards { get; init; } = [];

    /// <summary>Places of the latest year known; null where unknown.</summary>
    public Quota? Quota { get; init; }

    /// <summary>Laws it rests on, as they are cited.</summary>
    public ImmutableArray<string> Laws { get; init; } = [];

    /// <summary>A line for each of <see cref="Laws"/>.</summary>
    public ImmutableArray<Say> LawsInWords => [.. Laws.Select(law => new Say("Eligibility.Law", ("aturan", law)))];

    /// <summary>One of its own texts: <see cref="ProgrammeTexts"/>.</summary>
    public Say Says(string text, params ReadOnlySpan<Slot> values) => new(ProgrammeTexts.Key(Name, text), values);
}

/// <summary>What this bot does for a programme.</summary>
public enum Service
{
    /// <summary>Takes an application, which is checked, endorsed and proposed.</summary>
    Application,

    /// <summary>Takes down that somebody is interested; the office gets in touch. Nothing is proposed by it.</summary>
    Interest,

    /// <summary>Tells of it, and where to go.</summary>
    Information,
}

/// <summary>The texts that every programme has besides those of its questions and rules.</summary>
public static class ProgrammeTexts
{
    public const string Title = "Title";

    /// <summary>On its button in a list.</summary>
    public const string Short = "Button.Short";

    public const string Steps = "Steps";
    public const string HandledBy = "HandledBy";
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
/// <param name="AnswerDays">From submission to the first answer: of an application that its papers were checked, of an interest that the office got in touch.</param>
/// <param name="VisitDays">From submission to the home visit and its result; null where nobody visits.</param>
/// <param name="CorrectionCalendarDays">What the guardian has to mend something; null where nothing is checked.</param>
public sealed record ServiceStandard(int AnswerDays, int? VisitDays, int? CorrectionCalendarDays);

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
