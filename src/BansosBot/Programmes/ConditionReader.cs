using System.Collections.Immutable;

namespace BansosBot.Programmes;

/// <summary>Reads what stands under <c>when</c>.</summary>
internal sealed class ConditionReader(Mistakes mistakes)
{
    public ConditionSheet? Read(YamlTree value)
    {
        const string Example = "\"when: {parent_status: [ayah, ibu]}\"";
        if (value is not YamlTree.Map(var line, { Length: > 0 } entries))
        {
            mistakes.Add(value.Line, "wrong-type", $"A condition is steps with their answers, but here is {value.Kind}. Example: {Example}");
            return null;
        }

        ImmutableArray<ConditionSheet> parts = [.. entries.Select(Part).OfType<ConditionSheet>()];
        return parts is [var only] ? only : new ConditionSheet.All(line, parts);
    }

    private ConditionSheet? Part(YamlTree.Entry entry)
    {
        switch (entry.Key, entry.Value)
        {
            case ("any" or "all", YamlTree.List(_, { Length: > 0 } items)):
                ImmutableArray<ConditionSheet> inner = [.. items.Select(Read).OfType<ConditionSheet>()];
                return entry.Key == "any" ? new ConditionSheet.Any(entry.Line, inner) : new ConditionSheet.All(entry.Line, inner);
            case ("any" or "all", _):
                mistakes.Add(entry.Line, "wrong-type", $"\"{entry.Key}\" is followed by a list of conditions. Example: \"{entry.Key}: [{{desil: tidak_tahu}}, {{poor: ya}}]\"");
                return null;
            case ("not", _):
                return Read(entry.Value) is { } not ? new ConditionSheet.Not(entry.Line, not) : null;
            case (_, YamlTree.Map ages):
                return Age(entry, ages);
            default:
                var choices = Fields.Words(entry.Value, $"\"{entry.Key}: [ayah, ibu]\"", mistakes);
                return choices.IsEmpty ? null : new ConditionSheet.Is(entry.Line, new(entry.Line, entry.Key), choices);
        }
    }

    private ConditionSheet.Age Age(YamlTree.Entry entry, YamlTree.Map ages)
    {
        const int YearsMax = 150;
        var f = new Fields(ages, "a condition on an age", mistakes);
        int? Months(string bound) =>
            f.OptionalNumber($"{bound}_months", 0, YearsMax * 12, $"\"{bound}_months: 210\"")
            ?? f.OptionalNumber(bound, 0, YearsMax, $"\"{bound}: 18\"") * 12;
        var from = Months("age_from");
        var below = Months("age_below");
        f.Done();
        if (ages.Entries.IsEmpty) mistakes.Add(entry.Line, "missing-key", "A condition on an age has age_from or age_below. Example: \"birth_date: {age_from: 18}\"");
        return new(entry.Line, new(entry.Line, entry.Key), from ?? 0, below ?? Domain.Programmes.Condition.MonthsMax);
    }
}
