using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Conversations;

/// <summary>Wrong look-ups by NIK, of everybody: so many in an hour stop all of them for a time.</summary>
/// <remarks>It says nothing of anybody: whether a NIK is known changes neither the count nor the pause.</remarks>
/// <param name="Hour">When the hour began that is counted.</param>
/// <param name="Count">Wrong ones in it so far.</param>
/// <param name="PausedUntil">Null: they were never paused.</param>
public sealed record LookUpMisses(DateTimeOffset Hour, int Count, DateTimeOffset? PausedUntil)
{
    /// <summary>So many in an hour begin a pause.</summary>
    /// <remarks>
    /// Whoever is on no list yet asks in vain too. The longest list so far has 1,436 rows and some 4,000 families hope for it (domain.md section 0): on
    /// the day of a list perhaps all of them ask within twelve hours, 330 an hour, in the busiest twice that, and most of them find something.
    /// Who guesses through made-up children hits one in some 10,000 at best (one of 67 kelurahan, one of hundreds of usual ends of a KK number), and
    /// of these few are known here: in a pause after every 600, that is 7,200 guesses a day, weeks for one name that was not chosen.
    /// </remarks>
    public const int Max = 600;

    /// <summary>So long.</summary>
    public static readonly TimeSpan PauseFor = TimeSpan.FromHours(1);

    public static readonly LookUpMisses None = new(default, 0, null);

    public bool IsPaused(DateTimeOffset now) => PausedUntil > now;

    /// <summary>Whether one more now is the one too many.</summary>
    public bool NextBeginsPause(DateTimeOffset now) => !IsPaused(now) && WithOneMore(now).IsPaused(now);

    public LookUpMisses WithOneMore(DateTimeOffset now)
    {
        var hour = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
        var count = (hour == Hour ? Count : 0) + 1;
        return count >= Max ? new(hour, 0, now + PauseFor) : new(hour, count, PausedUntil);
    }
}

/// <summary>What a look-up by NIK came to.</summary>
/// <param name="Proof">What was looked up.</param>
/// <param name="WrongProofs">Wrong proofs given for this NIK in the last 24 hours, from any chat, whether or not it is known.</param>
/// <param name="Found">Empty where nothing fits, and where nothing was looked up: too many wrong proofs, or a pause.</param>
public sealed record LookUpFinding(LookUpProof Proof, ImmutableArray<DateTimeOffset> WrongProofs, ImmutableArray<Found> Found)
{
    /// <summary>Whether a NIK with these wrong proofs is looked up at all: a store that does not, takes as long for one that is known as for one that is not.</summary>
    public static bool IsLookedUp(ImmutableArray<DateTimeOffset> wrongProofs, LookUpMisses misses, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(misses);
        return wrongProofs.Length < Conversation.WrongProofsMax && !misses.IsPaused(now);
    }
}

/// <summary>What is told to who asks by NIK: no more is read.</summary>
public abstract record Found
{
    private Found() { }

    /// <param name="Id">The audit's name for the case.</param>
    public sealed record OfCase(string Id, string Programme, Stage Stage) : Found;

    public sealed record OnList(RecipientList List) : Found;
}
