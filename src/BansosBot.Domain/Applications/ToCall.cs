using System.Collections.Immutable;

namespace BansosBot.Domain.Applications;

/// <summary>A step of a case that its family was not told in any chat: none of its homes is reached, and an officer calls.</summary>
/// <param name="Step">Which of its stages it stood at, counted from 1.</param>
/// <param name="Since">When it was found that nobody is reached.</param>
public sealed record ToCall(int Step, DateTimeOffset Since)
{
    /// <summary>After so many calls that nobody answered, a letter or a visit is said to be the better way.</summary>
    public const int CallsMax = 3;

    /// <summary>Calls that nobody answered, oldest first.</summary>
    public ImmutableArray<DateTimeOffset> Unanswered { get; init; } = [];

    /// <summary>Its place among others: who was called in vain comes after all who were not called since.</summary>
    public DateTimeOffset Order => Unanswered is [.., var last] ? last : Since;

    public bool Equals(ToCall? other) => other is not null && (Step, Since) == (other.Step, other.Since) && Unanswered.AsSpan().SequenceEqual(other.Unanswered.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Step, Since, Unanswered.Length);
}

/// <summary>A home of a case as it is now: what is known of its chat without what was said there.</summary>
/// <param name="Is">It is not blocked, left or erased.</param>
/// <param name="TouchedAt">When somebody last said something there.</param>
public sealed record HomeReached(Conversations.ChatKey Chat, bool Is, DateTimeOffset TouchedAt);
