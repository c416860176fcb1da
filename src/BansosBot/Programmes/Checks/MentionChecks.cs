using System.Collections.Immutable;

namespace BansosBot.Programmes.Checks;

/// <summary><c>mentioned_when</c> speaks about what the interview asks for other programmes, so it is looked at with all files read.</summary>
internal static class MentionChecks
{
    public static IEnumerable<ProgrammeMistake> Of(List<Sheet> sheets)
    {
        ImmutableArray<StepSheet> asked = [.. sheets.SelectMany(s => s.Criteria).DistinctBy(c => c.Name.Value)];
        return sheets.Where(s => s.MentionedWhen is not null)
            .Select(s => s with { Criteria = asked })
            .SelectMany(s => ConditionChecks.OfMention.SelectMany(c => c.Run(s)));
    }
}
