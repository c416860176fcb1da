using System.Collections.Immutable;

namespace BansosBot.Domain.Understanding;

/// <summary>Two questions in one message: "kapan dibagi, trs bawa apa aja".</summary>
internal static class Questions
{
    /// <summary>Each half must be this clear by itself: a story's half that only sounds like a question is answered for nothing.</summary>
    private const double ClearFrom = 0.8;

    /// <summary>And a rule as strong as this must say so too.</summary>
    private const int StrengthFrom = 6;

    /// <summary>A greeting before a question, a complaint with its story, are one matter.</summary>
    private static readonly ImmutableHashSet<Intent> Asked =
        [Intent.Programmes, Intent.Eligibility, Intent.Status, Intent.Schedule, Intent.DocumentsNeeded, Intent.WhereOffice, Intent.Amount];

    private static readonly ImmutableHashSet<string> Joining =
        ["trs", "terus", "trus", "dan", "sama", "sm", "sekalian", "plus", "lalu", "juga", "jg", "and", "also", "lan", "jeung", "sareng", "karo", "teras", "terus juga"];

    /// <summary>The two intents in the order asked; null where it is one question.</summary>
    /// <param name="best">What the whole phrase was taken for: one of the two, or it is no pair.</param>
    public static ImmutableArray<Intent>? In(Phrase phrase, Intent best, Func<Phrase, (Intent Intent, double Certainty, int Strength)> read)
    {
        if (!Asked.Contains(best)) return null;
        for (var cut = 2; cut <= phrase.Words.Length - 2; cut++)
        {
            if (!phrase.Words[cut - 1].EndsClause && !Joining.Contains(phrase.Words[cut].Said)) continue;
            var (first, second) = (read(phrase.Part(0, cut)), read(phrase.Part(cut, phrase.Words.Length)));
            if (IsClear(first) && IsClear(second) && first.Intent != second.Intent && (first.Intent == best || second.Intent == best)) return [first.Intent, second.Intent];
        }

        return null;
    }

    private static bool IsClear((Intent Intent, double Certainty, int Strength) half) =>
        Asked.Contains(half.Intent) && half.Certainty >= ClearFrom && half.Strength >= StrengthFrom;
}
