using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Programmes;

/// <summary>Programmes that ask nothing, and that a family's answers say may help it.</summary>
/// <param name="Shown">In the order in which they are told.</param>
/// <param name="HasMore">Others fit too; they stand in the list of all.</param>
public sealed record Mentioned(ImmutableArray<Programme> Shown, bool HasMore)
{
    // A message is read on a small screen, and these come after what the family asked about.
    private const int ShownMax = 4;

    public static Mentioned Nothing { get; } = new([], HasMore: false);

    /// <summary>Everything that the family told of itself (an illness, a death, school, its means) brings one, before any brings a second: four
    /// for the same answer would hide the rest. What is equal goes by name, so that the order of the files changes nothing.</summary>
    /// <param name="told">In any order.</param>
    public static Mentioned Of(ImmutableArray<Programme> told, Answers answers, DateOnly today)
    {
        ImmutableArray<Programme> fitting =
        [
            .. told.Where(p => p.MentionedWhen?.Holds(answers, today) == Truth.Yes)
                .GroupBy(p => string.Join(' ', p.MentionedWhen!.Steps.Distinct().Order(StringComparer.Ordinal)))
                .SelectMany(about => about.OrderBy(p => p.Name, StringComparer.Ordinal).Select((p, turn) => (p, turn)))
                .OrderBy(f => f.turn).ThenBy(f => f.p.Name, StringComparer.Ordinal)
                .Select(f => f.p),
        ];
        return new([.. fitting.Take(ShownMax)], fitting.Length > ShownMax);
    }
}
