using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Conversations;

/// <summary>Look-ups by NIK in one channel, of everybody: so many wrong ones in an hour stop all of them there for a time, and so many in a day are told
/// to the officers.</summary>
/// <remarks>It says nothing of anybody: whether a NIK is known changes neither a count nor the pause. Each channel is counted by itself:
/// pages of the web cost nothing, and who opens a hundred must not close the look-up for those who ask in Telegram.</remarks>
/// <param name="Hour">When the hour began that is counted.</param>
/// <param name="Misses">Wrong ones in it so far.</param>
/// <param name="PausedUntil">Null: they were never paused.</param>
/// <param name="Day">When the day began that is counted: 00.00 UTC, which is 07.00 here.</param>
/// <param name="InDay">Look-ups in it so far, whatever they came to.</param>
public sealed record LookUpCounts(DateTimeOffset Hour, int Misses, DateTimeOffset? PausedUntil, DateTimeOffset Day, int InDay)
{
    /// <summary>So many misses in an hour begin a pause.</summary>
    /// <remarks>
    /// Whoever is on no list yet asks in vain too. The longest list so far has 1,436 rows and some 4,000 families hope for it (domain.md section 0): on
    /// the day of a list perhaps all of them ask within twelve hours, 330 an hour, in the busiest twice that, and most of them find something.
    /// Who guesses through made-up children hits one in some 10,000 at best (one of 67 kelurahan, one of hundreds of usual ends of a KK number), and
    /// of these few are known here. Who stays just below it has 14,376 guesses a day, is reported after <see cref="DayMax"/>, and needs weeks for one name
    /// that was not chosen.
    /// </remarks>
    public const int MissesMax = 600;

    /// <summary>So many in a day are told to the officers, once: half of the families who hope for the longest list, or somebody who asks through a list of
    /// their own. Nothing is closed, for which of the two it is only people can find out.</summary>
    public const int DayMax = 2_000;

    /// <summary>So long.</summary>
    public static readonly TimeSpan PauseFor = TimeSpan.FromHours(1);

    public static readonly LookUpCounts None = new(default, 0, null, default, 0);

    public bool IsPaused(DateTimeOffset now) => PausedUntil > now;

    /// <summary>What one more now sets off.</summary>
    public LookUpAlarm AlarmOfNext(DateTimeOffset now, bool missed)
    {
        var next = WithOneMore(now, missed);
        return !IsPaused(now) && next.IsPaused(now) ? LookUpAlarm.Pause : next.InDay == DayMax ? LookUpAlarm.ManyToday : LookUpAlarm.None;
    }

    public LookUpCounts WithOneMore(DateTimeOffset now, bool missed)
    {
        var (hour, day) = (Began(now, TimeSpan.TicksPerHour), Began(now, TimeSpan.TicksPerDay));
        var misses = (hour == Hour ? Misses : 0) + (missed ? 1 : 0);
        var inDay = (day == Day ? InDay : 0) + 1;
        return misses >= MissesMax ? new(hour, 0, now + PauseFor, day, inDay) : new(hour, misses, PausedUntil, day, inDay);
    }

    private static DateTimeOffset Began(DateTimeOffset now, long length) => new(now.UtcTicks - (now.UtcTicks % length), TimeSpan.Zero);
}

/// <summary>What the officers are told of look-ups by NIK.</summary>
public enum LookUpAlarm
{
    None,

    /// <summary>More of them than on most days.</summary>
    ManyToday,

    /// <summary>Too many did not fit: they stop for <see cref="LookUpCounts.PauseFor"/>.</summary>
    Pause,
}

/// <summary>Wrong look-ups of the last 24 hours, from any chat, whether or not anybody is known by it.</summary>
/// <param name="OfNik">For this NIK.</param>
/// <param name="OfHousehold">For this end of the KK number in this kelurahan: else who has a family's KK could find the NIK that is
/// missing on it, for each made-up one would have five tries of its own.</param>
public readonly record struct WrongBefore(int OfNik, int OfHousehold)
{
    public bool IsTooMany => Math.Max(OfNik, OfHousehold) >= Conversation.WrongProofsMax;
}

/// <summary>What a look-up by NIK came to.</summary>
/// <param name="Proof">What was looked up.</param>
/// <param name="Found">Empty where nothing fits, and where nothing was looked up: too many wrong proofs, or a pause.</param>
public sealed record LookUpFinding(LookUpProof Proof, WrongBefore Wrong, ImmutableArray<Found> Found)
{
    /// <summary>Whether a proof is looked up at all: a store that does not, takes as long for one that is known as for one that is not.</summary>
    public static bool IsLookedUp(WrongBefore wrong, LookUpCounts counts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return !wrong.IsTooMany && !counts.IsPaused(now);
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
