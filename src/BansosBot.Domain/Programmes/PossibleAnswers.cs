using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;

namespace BansosBot.Domain.Programmes;

/// <summary>Answers that may come to a criterion: its choices but for "tidak tahu"; of a date an age on each side of every bound that a rule draws.</summary>
internal sealed class PossibleAnswers
{
    private readonly ImmutableArray<Answer> choices;
    private readonly ImmutableArray<int> agesInMonths;

    public PossibleAnswers(Step question, ImmutableArray<Programme> programmes)
    {
        var isDate = question.Kind is DateKind;
        choices = isDate ? []
            : [.. question.Kind.Choices(new(question, default, default, null)).Select(c => c.Name).Where(c => c != Answer.DoNotKnow && !Everywhere.IsEverywhere(c)).Select(c => new Answer.Chosen(c))];
        agesInMonths = isDate ? Between([.. programmes.SelectMany(p => p.Rules).SelectMany(r => r.When.Bounds(question.Name)).Distinct().Order()]) : [];
    }

    public int Count => choices.Length + agesInMonths.Length;

    /// <param name="today">From which ages are counted back.</param>
    public Answer At(int i, DateOnly today) => i < choices.Length ? choices[i] : new Answer.Day(today.AddMonths(-agesInMonths[i - choices.Length]));

    // One age within each stretch that the bounds leave, the last a good way beyond.
    private static ImmutableArray<int> Between(ImmutableArray<int> bounds)
    {
        const int BeyondMonths = 20 * 12;
        var ages = ImmutableArray.CreateBuilder<int>();
        var from = 0;
        foreach (var bound in bounds.Where(b => b is > 0 and < Condition.MonthsMax))
        {
            ages.Add((from + bound) / 2);
            from = bound;
        }

        ages.Add(from + BeyondMonths);
        return ages.ToImmutable();
    }
}
