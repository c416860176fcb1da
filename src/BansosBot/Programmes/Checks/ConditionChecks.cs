using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Programmes;

namespace BansosBot.Programmes.Checks;

/// <summary>Conditions: that what they speak about was asked before, has such answers, and can come true.</summary>
internal static class ConditionChecks
{
    // All answers to all steps of one condition are tried out.
    private const int TrialsMax = 200_000;

    private static readonly DateOnly Today = new(2025, 9, 23);

    public static readonly ImmutableArray<Check> All =
    [
        new("condition-step", s => Conditions(s).SelectMany(c => Unasked(s, c))),

        new("often", s => s.Criteria.SelectMany(t => t.Often.Where(o => !Answers(t).Contains(o.Value)).Select(o => (
            o.Line, Answers(t).IsEmpty ? $"\"often\" names answers, and \"{t.Name}\" of kind {t.Kind} has none to name. Take it out" : $"\"{o}\" is no answer of \"{t.Name}\". Answers are {string.Join(", ", Answers(t))}")))),

        .. Of(Conditions),

        new("condition-child", s => Conditions(s).Where(c => !c.IsRule && !c.PerChild).SelectMany(c => c.When.Steps.Where(w => s.Steps.Any(t => t.Name.Value == w.Value && t.PerChild)).Select(w => (
            w.Line, $"\"{w}\" is asked for each child, but {c.Of} once for all: of which child? Add \"per_child: true\" to it, or ask something else")))),
    ];

    /// <summary>The same of when the interview mentions a programme: for a sheet whose criteria are all that the interview asks.</summary>
    public static readonly ImmutableArray<Check> OfMention =
    [
        new("condition-step", s => Mention(s).SelectMany(c => c.When.Steps.Where(w => !s.Criteria.Any(b => b.Name.Value == w.Value)).Select(w => (
            w.Line, $"mentioned_when speaks about \"{w}\", which no programme asks. The interview asks {string.Join(", ", s.Criteria.Select(q => q.Name.Value).Order(StringComparer.Ordinal))}. Example: \"mentioned_when: {{desil: [\"1\", \"2\"]}}\"")))),

        .. Of(Mention),
    ];

    private static IEnumerable<Check> Of(Func<Sheet, IEnumerable<Condition>> conditions) =>
    [
        new("condition-choice", s => conditions(s).SelectMany(c => c.When.Parts.OfType<ConditionSheet.Is>().SelectMany(i => WrongChoices(s, i)))),

        new("condition-age", s => conditions(s).SelectMany(c => c.When.Parts.OfType<ConditionSheet.Age>()).SelectMany(a => WrongAge(s, a))),

        // Only of what is right so far: an answer that there is not has been named already.
        new("never", s => conditions(s).Where(c => c.When.Steps.All(w => c.Before.Any(b => b.Name.Value == w.Value)) && !c.When.Parts.OfType<ConditionSheet.Is>().Any(i => WrongChoices(s, i).Any()) && !CanHold(s, c.When)).Select(c => (
            c.When.Line, $"The condition of {c.Of} can never hold, so it is never {(c.IsRule ? "said" : "asked")}. Take it out, or widen the condition"))),
    ];

    private static IEnumerable<Condition> Mention(Sheet s) => s.MentionedWhen is { } when ? [new("mentioned_when", when, s.Criteria, IsRule: true, PerChild: true)] : [];

    private static IEnumerable<(int, string)> Unasked(Sheet s, Condition c) => c.When.Steps.Where(w => !c.Before.Any(b => b.Name.Value == w.Value)).Select(w => (
        w.Line, (s.Steps.Any(t => t.Name.Value == w.Value), c.IsShared) switch
        {
            (true, true) => $"{c.Of} is asked by the answer to \"{w}\" ({SharedQuestions.FileName}), which is asked later here. Put \"- use: {w}\" before it",
            (false, true) => $"{c.Of} is asked by the answer to \"{w}\" ({SharedQuestions.FileName}), which this programme does not ask. Put \"- use: {w}\" before it",
            (true, false) => $"The condition of {c.Of} speaks about \"{w}\", which is {(c.IsRule ? "no criterion" : "asked later")}. Rules speak about criteria, steps about earlier steps",
            _ => $"The condition of {c.Of} speaks about \"{w}\", but there is no such step. Example: \"when: {{parent_status: [ayah, ibu]}}\"",
        }));

    /// <summary>The answers that a condition can ask a step for; empty where it has none.</summary>
    public static ImmutableArray<string> Answers(StepSheet step) => step.Kind.Value switch
    {
        "choice" => [.. step.Choices.Select(c => c.Name.Value)],
        "yes_no" when step.Part == SheetPart.Criteria && !step.AlwaysKnown => [YesNoKind.Yes, YesNoKind.No, Answer.DoNotKnow],
        "yes_no" => [YesNoKind.Yes, YesNoKind.No],
        _ => [],
    };

    private sealed record Condition(string Of, ConditionSheet When, ImmutableArray<StepSheet> Before, bool IsRule, bool PerChild, bool IsShared = false);

    private static IEnumerable<Condition> Conditions(Sheet s)
    {
        foreach (var rule in s.Rules) yield return new($"the rule \"{rule.Name}\"", rule.When, s.Criteria, IsRule: true, PerChild: true);
        var before = ImmutableArray.CreateBuilder<StepSheet>();
        foreach (var step in s.Steps)
        {
            if (step.When is { } when) yield return new(step.IsShared ? $"The question \"{step.Name}\"" : $"the step \"{step.Name}\"", when, before.ToImmutable(), IsRule: false, step.PerChild, step.IsShared);
            before.Add(step);
        }
    }

    private static IEnumerable<(int, string)> WrongChoices(Sheet s, ConditionSheet.Is condition)
    {
        if (s.Steps.FirstOrDefault(t => t.Name.Value == condition.Step.Value) is not { } step || Kinds.Find(step.Kind.Value) is not { } kind) yield break;
        if (!kind.HasChoices)
        {
            yield return (condition.Line, $"\"{step.Name}\" is of kind {kind.Name}, which has no choices to ask for. Example of an age: \"birth_date: {{age_from: 18}}\"");
            yield break;
        }

        foreach (var choice in condition.Choices.Where(c => !Answers(step).Contains(c.Value)))
            yield return (choice.Line, $"\"{choice}\" is no answer of \"{step.Name}\". Answers are {string.Join(", ", Answers(step))}");
    }

    private static IEnumerable<(int, string)> WrongAge(Sheet s, ConditionSheet.Age age)
    {
        if (s.Steps.FirstOrDefault(t => t.Name.Value == age.Step.Value) is { Kind.Value: not ("" or "date") } step)
            yield return (age.Line, $"An age is asked of a step of kind date, but \"{step.Name}\" is of kind {step.Kind}. Example: \"birth_date: {{age_from: 18}}\"");
        if (age.FromMonths >= age.BelowMonths)
            yield return (age.Line, "age_from is not below age_below, so no age fits. Example: \"{age_from: 6, age_below: 12}\"");
    }

    /// <summary>Whether some answers make it true, those answers being asked at all.</summary>
    private static bool CanHold(Sheet s, ConditionSheet when)
    {
        var condition = Guards.Guarded(s, when);
        if (condition.Steps.Any(n => s.Steps.All(t => t.Name.Value != n))) return true;         // asked by an answer to a question that there is not: said already
        ImmutableArray<StepSheet> steps = [.. condition.Steps.Distinct().Select(n => s.Steps.FirstOrDefault(t => t.Name.Value == n)).OfType<StepSheet>()];
        var answers = steps.Select(t => (t.Name.Value, Possible: Possible(s, t).ToList())).ToList();
        long trials = 1;
        foreach (var (_, possible) in answers)
        {
            trials = Math.Min(trials * Math.Max(1, possible.Count), TrialsMax + 1L);
            if (possible.Count == 0) return true;            // of a kind with no known answers: another check says so
        }

        return trials > TrialsMax || Holds(0, ImmutableDictionary<string, Answer>.Empty);

        bool Holds(int at, ImmutableDictionary<string, Answer> given) => at == answers.Count
            ? condition.Holds(new(given, 0), Today) == Truth.Yes
            : answers[at].Possible.Exists(a => Holds(at + 1, given.SetItem(answers[at].Value, a)));
    }

    // Of ages those at and just below every bound that the file names.
    private static IEnumerable<Answer> Possible(Sheet s, StepSheet step) => step.Kind.Value == "date"
        ? Conditions(s).SelectMany(c => c.When.Parts).OfType<ConditionSheet.Age>().Where(a => a.Step.Value == step.Name.Value)
            .SelectMany(a => new[] { a.FromMonths, a.BelowMonths })
            .Where(m => m < Domain.Programmes.Condition.MonthsMax)
            .SelectMany(m => (IEnumerable<DateOnly>)[Today.AddMonths(-m), Today.AddMonths(-m).AddDays(1)])
            .Distinct().Select(d => new Answer.Day(d))
        : Answers(step).Select(a => new Answer.Chosen(a));
}
