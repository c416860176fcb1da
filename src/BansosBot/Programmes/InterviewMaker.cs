using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;

namespace BansosBot.Programmes;

/// <summary>Makes the one interview: every criterion of every programme once, the shared ones first and in their order.</summary>
internal static class InterviewMaker
{
    /// <returns>Null where no programme asks anything.</returns>
    public static Flow? Make(List<Sheet> sheets, SharedQuestions shared, ImmutableArray<Programme> programmes)
    {
        var used = sheets.SelectMany(s => s.Criteria).Where(c => c.IsShared).Select(c => c.Name.Value).ToHashSet();
        ImmutableArray<Step> questions =
        [
            .. shared.Steps.Where(s => used.Contains(s.Name.Value)).Select(s => ProgrammeMaker.InInterview(
                s, SharedQuestions.KeyOf(s.Name.Value), s.When?.Made ?? new Condition.Always(), [.. shared.Texts.Where(t => t.Key == $"{SharedQuestions.KeyOf(s.Name.Value)}.Name").Select(t => t.Text)])),
            .. sheets.SelectMany(sheet => sheet.Criteria.Where(c => !c.IsShared).Select(c => (sheet, c))).OrderBy(o => o.c.Name.Value, StringComparer.Ordinal)
                .Select(o => Own(o.sheet, o.c)),
        ];
        if (questions.IsEmpty) return null;
        return new()
        {
            Name = "interview",
            Version = 1,
            KeepsDraft = true,
            Steps = questions,
            Interview = new(questions, [.. programmes.Where(p => !p.Rules.IsEmpty)]),
        };
    }

    private static Step Own(Sheet sheet, StepSheet c)
    {
        var key = ProgrammeTexts.OfStep(sheet.Name.Value, c.Name.Value);
        return ProgrammeMaker.InInterview(c, key, c.When is { } when ? Guards.Guarded(sheet, when) : new Condition.Always(), [.. sheet.Texts.Where(t => t.Key == $"{key}.Name").Select(t => t.Text)]) with { Names = PeopleIn.NamedBy(sheet, c) };
    }
}
