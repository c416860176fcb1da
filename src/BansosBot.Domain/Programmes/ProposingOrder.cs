using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Programmes;

/// <summary>The written order in which verified children are proposed while places are few: children in greater need first.</summary>
/// <param name="By">The keys, the weightiest first; the day of submission always decides last.</param>
public sealed record ProposingOrder(ImmutableArray<ProposingKey> By)
{
    /// <summary>Negative: the first goes before the second. The same for everybody, from the answers alone.</summary>
    public static int Compare((ImmutableArray<long> Ranks, DateTimeOffset SubmittedAt) one, (ImmutableArray<long> Ranks, DateTimeOffset SubmittedAt) other)
    {
        var difference = one.Ranks.AsSpan().SequenceCompareTo(other.Ranks.AsSpan());
        return difference != 0 ? difference : one.SubmittedAt.CompareTo(other.SubmittedAt);
    }

    /// <summary>The rank by each key, the weightiest first.</summary>
    public ImmutableArray<long> RanksOf(Answers answers) => [.. By.Select(key => key.RankOf(answers))];
}

/// <summary>One key of the order.</summary>
public abstract record ProposingKey
{
    private ProposingKey() { }

    /// <summary>Lower goes first. An answer that says nothing goes last.</summary>
    public long RankOf(Answers answers) => this switch
    {
        Listed(var step, var first) => answers.Of(step) is Answer.Chosen(var choice) && first.IndexOf(choice) is >= 0 and var place ? place : first.Length,
        EarlierDay(var step) => answers.Of(step) is Answer.Day(var on) ? on.DayNumber : long.MaxValue,
        _ => throw new InvalidOperationException("A key of the order that nobody wrote."),
    };

    /// <summary>The answer to a step, by its place in a list; what is not in it comes after.</summary>
    public sealed record Listed(string Step, ImmutableArray<string> First) : ProposingKey;

    /// <summary>The earlier day first: of children the eldest, who loses the right soonest.</summary>
    public sealed record EarlierDay(string Step) : ProposingKey;
}
