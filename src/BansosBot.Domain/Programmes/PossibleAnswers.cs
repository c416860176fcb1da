using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;

namespace BansosBot.Domain.Programmes;

/// <summary>Answers that may come to a criterion, and how likely each is: its choices; of a date an age on each side of every bound that a rule draws.</summary>
internal sealed class PossibleAnswers
{
    // What the office knows to be usual comes this often altogether; nothing finer is known.
    private const double OftenShare = 0.7;

    // Grown-ups who are asked for are spread over as many months as children and young people are.
    private const int BeyondMonths = 20 * 12;

    private readonly ImmutableArray<Answer> choices;
    private readonly ImmutableArray<int> agesInMonths;
    private readonly ImmutableArray<double> shares;

    public PossibleAnswers(Step question, ImmutableArray<Programme> programmes)
    {
        if (question.Kind is DateKind)
        {
            ImmutableArray<int> bounds = [0, .. programmes.SelectMany(p => p.Rules).SelectMany(r => r.When.Bounds(question.Name)).Where(b => b is > 0 and < Condition.MonthsMax).Distinct().Order()];
            ImmutableArray<(int From, int Below)> stretches = [.. bounds.Zip([.. bounds[1..], bounds[^1] + BeyondMonths])];
            choices = [];
            agesInMonths = [.. stretches.Select(s => (s.From + s.Below) / 2)];
            shares = [.. stretches.Select(s => (s.Below - s.From) / (double)stretches[^1].Below)];
            return;
        }

        ImmutableArray<string> names = [.. question.Kind.Choices(new(question, default, default, null)).Select(c => c.Name).Where(c => !Everywhere.IsEverywhere(c) && (c != Answer.DoNotKnow || question.Often.Contains(c)))];
        var often = names.Count(question.Often.Contains);
        choices = [.. names.Select(n => new Answer.Chosen(n))];
        agesInMonths = [];
        shares = [.. names.Select(n => often == 0 || often == names.Length ? 1.0 / names.Length : question.Often.Contains(n) ? OftenShare / often : (1 - OftenShare) / (names.Length - often))];
    }

    public int Count => shares.Length;

    /// <summary>How much of all answers it is, from 0 to 1.</summary>
    public double ShareOf(int i) => shares[i];

    /// <param name="today">From which ages are counted back.</param>
    public Answer At(int i, DateOnly today) => agesInMonths.IsEmpty ? choices[i] : new Answer.Day(today.AddMonths(-agesInMonths[i]));
}
