using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;

namespace BansosBot.Programmes.Checks;

/// <summary>Steps one by one: their choices and options.</summary>
internal static class StepChecks
{
    private static readonly ImmutableArray<string> KindsOfCriteria = ["choice", "yes_no", "date"];

    public static readonly ImmutableArray<Check> All =
    [
        new("two-choices", s => s.Steps.Where(t => t.Kind.Value == "choice" && t.Choices.Length < 2).Select(t => (
            t.Name.Line, $"The choice \"{t.Name}\" has fewer than two answers. Example: \"choices: {{ayah: Ayah, ibu: Ibu}}\""))),

        // domain.md section 1: "tidak tahu" is allowed for every question and means review. Whoever knows it for a case, the interview asks of
        // anybody and says that "tidak tahu" will do.
        new("do-not-know", s => s.Criteria.Where(t => t.Kind.Value == "choice" && t.Choices.All(c => c.Name.Value != Answer.DoNotKnow)).Select(t => (
            t.Name.Line, $"The criterion \"{t.Name}\" lacks the answer tidak_tahu. Add \"tidak_tahu: Tidak tahu\""))),

        new("criterion-kind", s => s.Criteria.Where(t => Kinds.Find(t.Kind.Value) is not null && !KindsOfCriteria.Contains(t.Kind.Value)).Select(t => (
            t.Kind.Line, $"Criteria are asked before consent, so they name nobody: \"{t.Kind}\" belongs into the form. Here are {string.Join(", ", KindsOfCriteria)}. Example: \"kind: choice\""))),

        new("spelling", s => s.Steps.SelectMany(t => t.Choices).SelectMany(c => c.Also).Where(a => Everywhere.OfWords(a.Value) is not null).Select(a => (
            a.Line, $"\"{a}\" always means something else (menu, back, cancel, help, officer), so it is never heard as this answer. Take it out"))),

        new("ambiguous-spelling", s => s.Steps.SelectMany(Ambiguous)),

        new("option-step", s => s.Steps.SelectMany(t => WrongSteps(s, t))),

        new("sex-choices", s => s.Steps.Where(t => t.Option("sex") is not null).SelectMany(t => WrongSex(s, t))),
    ];

    private static IEnumerable<(int, string)> Ambiguous(StepSheet step) =>
        from spelling in step.Choices.SelectMany(c => c.Also.Select(a => (Plain: Everywhere.Plain(a.Value), a.Line, Choice: c.Name.Value))
            .Concat(c.Labels.Select(l => (Plain: Everywhere.Plain(l), c.Name.Line, Choice: c.Name.Value))))
        group spelling by spelling.Plain into same
        where same.Select(x => x.Choice).Distinct().Count() > 1
        select (same.Max(x => x.Line), $"\"{same.Key}\" stands for several answers of \"{step.Name}\": {string.Join(", ", same.Select(x => x.Choice).Distinct())}. Leave it with one of them");

    private static IEnumerable<(int, string)> WrongSteps(Sheet sheet, StepSheet step)
    {
        foreach (var (option, value) in step.Options)
        {
            if (!Kinds.KindOfStepNamed.TryGetValue(option, out var kind)) continue;
            var before = sheet.Steps.TakeWhile(t => t != step).FirstOrDefault(t => t.Name.Value == value.Value);
            if (before is null)
                yield return (value.Line, $"\"{option}: {value}\" names no step before \"{step.Name}\". Example: \"{option}: child_{option}\"");
            else if (before.Kind.Value.Length > 0 && before.Kind.Value != kind)
                yield return (value.Line, $"\"{option}\" names a step of kind {kind}, but \"{value}\" is of kind {before.Kind}");
            else if (before.PerChild && !step.PerChild)
                yield return (value.Line, $"\"{value}\" is asked for each child, \"{step.Name}\" once for all: there is no one answer to compare with");
        }
    }

    private static IEnumerable<(int, string)> WrongSex(Sheet sheet, StepSheet step)
    {
        var named = sheet.Steps.FirstOrDefault(t => t.Name.Value == step.Option("sex"));
        if (named is { Kind.Value: "choice" } && (named.Choices.All(c => c.Name.Value != NikKind.Male) || named.Choices.All(c => c.Name.Value != NikKind.Female)))
            yield return (step.Options["sex"].Line, $"\"{named.Name}\" must have the answers {NikKind.Male} and {NikKind.Female} to be compared with a NIK. Example: \"{NikKind.Male}: Laki-laki\"");
    }
}
