using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Programmes;

namespace BansosBot.Programmes.Checks;

/// <summary>What a whole application needs, and in which order.</summary>
internal static class ShapeChecks
{
    /// <summary>What a case is made of: <c>Applications/ApplyErrand</c> reads these answers.</summary>
    private static readonly ImmutableArray<(string Step, string Kind, bool IsOfAChild)> OfACase =
        [(FlowShape.ChildName, "person_name", true), ("person_nik", "nik", true), (FlowShape.ChildBirthDate, "date", true), ("kelurahan", "kelurahan", false)];

    public static readonly ImmutableArray<Check> All =
    [
        new("consent", s => !s.TakesCases || s.Threshold.Count(t => t.Name.Value == ConsentKind.Step && t.Kind.Value == "consent") == 1 ? [] : [(LineOfThreshold(s), "The threshold needs one step that asks for consent. Example: \"- step: consent\" with \"kind: consent\"")]),

        new("verdict", s => s.Threshold.Count(t => t.Name.Value == FlowShape.Verdict && t.Kind.Value == "verdict") == 1 || s.Rules.All(r => r.Gives != Verdict.Unlikely) ? [] : [(LineOfThreshold(s), "Rules give unlikely, so the threshold needs one step that says so. Example: \"- step: verdict\" with \"kind: verdict\"")]),

        new("threshold", s => s.Threshold.Where(t => t.Kind.Value is not ("consent" or "verdict")).Select(t => (
            t.Name.Line, $"At the threshold stand only verdict and consent; \"{t.Name}\" belongs into criteria or form"))),

        new("threshold-order", s => s.Threshold.FindIndex("consent") < s.Threshold.FindIndex("verdict") && s.Threshold.FindIndex("consent") >= 0
            ? [(LineOfThreshold(s), "The verdict stands before the consent: who does not fit is not asked for it. Put \"- step: verdict\" first")] : []),

        new("threshold-kind", s => s.Criteria.Concat(s.Form).Where(t => t.Kind.Value is "consent" or "verdict").Select(t => (
            t.Kind.Line, $"\"kind: {t.Kind}\" stands only at the threshold. Move \"{t.Name}\" there"))),

        new("threshold-plain", s => s.Threshold.Where(t => t.PerChild || t.When is not null).Select(t => (
            t.Name.Line, $"\"{t.Name}\" is asked of everybody once: leave out when and per_child"))),

        new("more-children", s => MoreChildren(s)),

        new("case-steps", s => !s.TakesCases ? [] : OfACase.Where(n => !s.Steps.Any(t => t.Name.Value == n.Step && (t.Kind.Value == n.Kind || t.Kind.Value.Length == 0) && t.PerChild == (n.IsOfAChild && HasSiblings(s)) && t.When is null)).Select(n => (
            s.Name.Line, $"A case needs the step \"{n.Step}\" of kind {n.Kind}, {(n.IsOfAChild && HasSiblings(s) ? "asked for each child" : "asked once")} and without when. Example: \"- step: {n.Step}\" with \"kind: {n.Kind}\"{(n.IsOfAChild && HasSiblings(s) ? " and \"per_child: true\"" : "")}"))),

        // A case has a birth date; "tidak tahu" is for the interview, which makes none.
        new("case-birth-date", s => s.Criteria.Where(t => t.Name.Value == FlowShape.ChildBirthDate && t.Kind.Value == "date" && !t.AlwaysKnown).Select(t => (
            t.Name.Line, $"A case needs the day of \"{t.Name}\", so that \"tidak tahu\" cannot be an answer here. Add \"always_known: true\""))),

        new("proposing-step", s => s.Proposing.SelectMany(o => Wrong(s, o))),
    ];

    private static bool HasSiblings(Sheet s) => s.Form.Any(t => t.Kind.Value == "more_children");

    private static IEnumerable<(int, string)> MoreChildren(Sheet s)
    {
        var steps = s.Form.ToList();
        var at = steps.FindIndex(t => t.Kind.Value == "more_children");
        foreach (var t in s.Steps.Where(t => (t.Kind.Value == "more_children") != (t.Name.Value == FlowShape.MoreChildren)))
            yield return (t.Name.Line, $"The step that asks for another child is called {FlowShape.MoreChildren} and is of kind more_children. Example: \"- step: more_children\" with \"kind: more_children\"");
        if (at >= 0 && (!steps[at].PerChild || steps[at].When is not null))
            yield return (steps[at].Name.Line, "Another child is asked for after each child. Write \"per_child: true\" and no when");
        if (at < 0 && s.Steps.Any(t => t.PerChild))
            yield return (s.Steps.First(t => t.PerChild).Name.Line, "Steps are asked for each child, so the form needs the one that asks for another. Example: \"- step: more_children\" with \"kind: more_children\" and \"per_child: true\"");
        if (at < 0) yield break;
        foreach (var late in steps.Skip(at + 1).Where(t => t.PerChild))
            yield return (late.Name.Line, $"\"{late.Name}\" is asked for each child, so it stands before more_children");
    }

    private static IEnumerable<(int, string)> Wrong(Sheet s, OrderSheet order)
    {
        var step = s.Criteria.FirstOrDefault(t => t.Name.Value == order.Step.Value);
        if (step is null)
        {
            yield return (order.Step.Line, $"The order goes by the criterion \"{order.Step}\", which is none. Example: \"- by: desil\"");
            yield break;
        }

        if (step.Kind.Value.Length == 0) yield break;                   // a shared question that there is not: said where it is used
        if (order.IsEarlierDay && step.Kind.Value != "date")
            yield return (order.Step.Line, $"\"earlier_day\" names a step of kind date, but \"{order.Step}\" is of kind {step.Kind}. Example: \"- earlier_day: birth_date\"");
        if (order.IsEarlierDay) yield break;
        foreach (var first in order.First.Where(f => !ConditionChecks.Answers(step).Contains(f.Value)))
            yield return (first.Line, $"\"{first}\" is no answer of \"{order.Step}\". Answers are {string.Join(", ", ConditionChecks.Answers(step))}");
    }

    private static int LineOfThreshold(Sheet s) => s.Threshold is [var first, ..] ? first.Name.Line : s.Name.Line;

    private static int FindIndex(this ImmutableArray<StepSheet> steps, string kind) => steps.ToList().FindIndex(t => t.Kind.Value == kind);
}
