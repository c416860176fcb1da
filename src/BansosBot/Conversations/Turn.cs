using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;

namespace BansosBot.Conversations;

/// <summary>Takes one message to its end: what must be known, look it up, decide, commit everything.</summary>
/// <param name="room">What the disk still has room for.</param>
public sealed partial class Turn(Talk talk, IStore store, Func<Room> room, TimeProvider clock, ILogger<Turn> log)
{
    private const int TriesMax = 3;

    /// <summary>Returns when the message may be acknowledged.</summary>
    /// <exception cref="StoreBrokenException">Nothing may be acknowledged.</exception>
    public async Task TakeAsync(Incoming message, CancellationToken stop)
    {
        var failures = 0;
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (await TryAsync(message, alone: tries >= TriesMax, stop)) return;
            }
            catch (Exception e) when (e is not (StoreBrokenException or OperationCanceledException))
            {
                // One bad message harms nobody else: it is tried again, then put aside for the staff, and the chat goes on.
                if (++failures < TriesMax) continue;
                LogParked(message, Describe(e));
                await store.ParkAsync(new(message, Describe(e), clock.GetUtcNow(), Sorry(message)));
                return;
            }
        }
    }

    /// <summary>The same for what nobody said: a mistake is told to who brought it, and nothing is parked.</summary>
    /// <exception cref="StoreBrokenException">It may or may not be kept.</exception>
    public async Task TakeOrFailAsync(Incoming message, CancellationToken stop)
    {
        for (var tries = 1; !await TryAsync(message, alone: tries >= TriesMax, stop); tries++)
        {
        }
    }

    /// <returns>False where what it rested on had changed.</returns>
    private async Task<bool> TryAsync(Incoming message, bool alone, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (alone)
        {
            Effects? decided = null;
            var applied = await store.ApplyAloneAsync(
                message, (before, lookUp) => decided = IsSeen(before, message) ? null : talk.Decide(before, message, WithRoom(lookUp(talk.Needs(before, message, now))), now), now);
            if (applied == Applied.Done) Note(decided!);
            return applied != Applied.Stale ? true
                : throw new InvalidOperationException("Decided with nobody in between, and yet what it rests on does not hold.");    // for ever: our mistake
        }

        var before = await store.ConversationAsync(message.Chat, stop);
        if (IsSeen(before, message)) return true;                // the channel repeats what it could not see acknowledged
        var needs = talk.Needs(before, message, now);
        var known = needs.IsNothing ? Known.Nothing : await store.LookUpAsync(message.Chat, needs, stop);
        var effects = talk.Decide(before, message, WithRoom(known), now);
        var end = await store.ApplyAsync(message, effects, now);
        if (end == Applied.Done) Note(effects);
        return end != Applied.Stale;
    }

    // What the operator should know at once, and the officers read in a ticket.
    private void Note(Effects effects)
    {
        foreach (var alarm in effects.Writes.OfType<Write.LookedUp>())
        {
            if (alarm.Alarm == LookUpAlarm.Pause) LogLookUpsPaused(alarm.Channel, LookUpCounts.MissesMax, LookUpCounts.PauseFor);
            if (alarm.Alarm == LookUpAlarm.ManyToday) LogManyLookUps(alarm.Channel, LookUpCounts.DayMax);
        }
    }

    private Known WithRoom(Known known) => room() is var left && left == known.Room ? known : known with { Room = left };

    // What comes from a row of the store is there once by its row; one asked for at the same instant again is another one.
    private static bool IsSeen(Conversation before, Incoming message) => message is not Incoming.Due && before.HasSeen(message.Id);

    // The type and the place of the mistake: its text could bear what somebody wrote.
    private static string Describe(Exception e)
    {
        var frame = new System.Diagnostics.StackTrace(e).GetFrame(0)?.GetMethod();
        return $"{e.GetType().Name} in {frame?.DeclaringType?.Name}.{frame?.Name}";
    }

    private static Outgoing? Sorry(Incoming message) =>
        message.IsByPerson ? new() { To = message.Chat, Language = Language.Indonesian, Parts = [new Say("Anywhere.OurMistake")] } : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "A message was parked after three tries: {Message}, {Failure}. It waits in the parked list; the chat goes on.")]
    private partial void LogParked(Incoming message, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Look-ups by NIK are paused in {Channel} for {Length}: {Misses} of them did not fit within an hour. Either a list was announced, or somebody guesses; by receipt code people still see their cases.")]
    private partial void LogLookUpsPaused(string channel, int misses, TimeSpan length);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} look-ups by NIK in {Channel} today. Either a list was announced, or somebody asks through a list of their own; nothing was closed.")]
    private partial void LogManyLookUps(string channel, int count);
}
