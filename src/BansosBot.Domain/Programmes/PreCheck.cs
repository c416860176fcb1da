using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Programmes;

/// <summary>The pre-check put into words, for the questions that tell it.</summary>
/// <param name="Programme">Name of the programme, whose texts are used.</param>
/// <param name="Rules">Its rules.</param>
public sealed record PreCheck(string Programme, ImmutableArray<Rule> Rules)
{
    /// <summary>The finding for the child that a question is about; questions for all children tell that of the first.</summary>
    public Finding Of(Asking q) => Eligibility.Of(Rules, q.Answers with { Child = Math.Max(q.Answers.Child, 1) }, q.Today);

    /// <summary>A sentence for each reason, the gravest first. Of an unlikely one only what speaks against it.</summary>
    public ImmutableArray<Say> Reasons(Finding finding) =>
    [
        .. finding.Reasons.Where(r => finding.Verdict != Verdict.Unlikely || r.Gives == Verdict.Unlikely)
            .Select(r => new Say(ProgrammeTexts.OfRule(Programme, r.Name))),
        .. finding.Unsure.Select(s => new Say("Eligibility.ToBeChecked", ("hal", new Say($"{ProgrammeTexts.OfStep(Programme, s)}.Name")))),
    ];

    /// <summary>The legal basis of the reasons, each once; empty where all of them are practice.</summary>
    public static ImmutableArray<Say> Laws(Finding finding) =>
        [.. finding.Reasons.Select(r => r.Law).OfType<string>().Distinct().Select(law => new Say("Eligibility.Law", ("aturan", law)))];

    /// <summary>"Kemungkinan berhak", or "perlu dicek petugas" with its reasons: what goes before the question for consent.</summary>
    public Say InWords(Finding finding) => Reasons(finding) is { IsEmpty: false } reasons
        ? new(
            ProgrammeTexts.Key(Programme, finding.Verdict == Verdict.Likely ? ProgrammeTexts.LikelyNote : ProgrammeTexts.Review),
            ("alasan", new SayValue.Lines(reasons)))
        : new(ProgrammeTexts.Key(Programme, ProgrammeTexts.Likely));
}
