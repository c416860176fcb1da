using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations;

/// <summary>The children of one sitting.</summary>
public static class Siblings
{
    /// <summary>A draft without one of its further children: those after it move up, and nobody asks for another once more.</summary>
    /// <param name="child">From 2.</param>
    public static Draft Without(Draft draft, int child)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(child, 2);
        var answers = ImmutableDictionary.CreateBuilder<string, Answer>();
        foreach (var (key, answer) in draft.Answers)
        {
            var plus = key.EndsWith('+') ? "+" : "";
            var (step, of) = Trail.Read(key.TrimEnd('+'));
            if (of != child) answers[Answers.Key(step, of > child ? of - 1 : of) + plus] = answer;
        }

        var last = draft.Children - 1;
        answers[Answers.Key(FlowShape.MoreChildren, last)] = new Answer.Chosen(Kinds.YesNoKind.No);
        return draft with
        {
            Answers = answers.ToImmutable(),
            Children = last,
            Child = Math.Min(draft.Child, last),
            Trail = [.. draft.Trail.Where(t => Trail.Read(t).Child < child)],
        };
    }
}
