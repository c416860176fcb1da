using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations;

/// <summary>The answers of one child: its own, and what its family shares.</summary>
/// <param name="All">By step name; a child's own under <c>step#2</c> (children count from 1).</param>
/// <param name="Child">Which child is meant; 0 for none.</param>
public readonly record struct Answers(ImmutableDictionary<string, Answer> All, int Child)
{
    /// <summary>The answer to a step, the child's own first; null where there is none.</summary>
    public Answer? Of(string step) =>
        All.GetValueOrDefault(Key(step, Child)) ?? All.GetValueOrDefault(step);

    /// <summary>Under which name an answer is kept.</summary>
    /// <param name="child">0: shared by the family.</param>
    public static string Key(string step, int child) =>
        child == 0 ? step : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{step}#{child}");
}
