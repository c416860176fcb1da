using System.Collections.Concurrent;
using BansosBot.Conversations;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;

namespace BansosBot.Delivery;

/// <summary>How fast and how long the sender tries.</summary>
/// <param name="PerSecond">Over all chats; 0: off.</param>
/// <param name="PerSecondPerChat">For one chat, with a burst of 5; 0: off.</param>
public sealed record SendingLimits(double PerSecond, double PerSecondPerChat);

/// <summary>
/// Brings committed messages to their channel: in order for each chat, within the limits, again where that may help, and
/// gives up visibly. Replies are at least once: a message in flight at a crash, or whose answer was lost, may come twice.
/// </summary>
public sealed partial class Sender : IDisposable
{
    // So many messages may be in the air when the process is killed; these, and what came to its end since the last group
    // began, are sent again: the bound of doubles.
    public const int InFlightMax = 64;

    private const int PerChatBurst = 5;
    private static readonly TimeSpan GivesUpAfter = TimeSpan.FromHours(72);     // after three days nobody waits for a reply
    private static readonly TimeSpan BackoffMax = TimeSpan.FromMinutes(1);

    private readonly IStore store;
    private readonly Func<Outgoing, Letter> write;
    private readonly Dictionary<string, IChannel> channels;
    private readonly Func<Incoming, Task> tellOfReach;
    private readonly TimeProvider clock;
    private readonly ILogger<Sender> log;
    private readonly SendingLimits limits;
    private readonly Lanes<ChatKey, Parcel> lanes;
    private readonly Night<Parcel> night;
    private readonly ConcurrentDictionary<long, Parcel> waiting = new();
    private readonly ConcurrentDictionary<ChatKey, Pace> perChat = new();
    private readonly Pace overall;
    private readonly SemaphoreSlim inFlight = new(InFlightMax);
    private readonly CancellationTokenSource stopping = new();

    /// <param name="write">Makes words of a message.</param>
    /// <param name="tellOfReach">The door by which "this person has gone" comes in.</param>
    public Sender(
        IStore store, Func<Outgoing, Letter> write, IEnumerable<IChannel> channels, Func<Incoming, Task> tellOfReach, SendingLimits limits, TimeProvider clock, ILogger<Sender> log)
    {
        (this.store, this.write, this.tellOfReach, this.limits, this.clock, this.log) = (store, write, tellOfReach, limits, clock, log);
        this.channels = channels.ToDictionary(c => c.Name);
        overall = new Pace(limits.PerSecond, burst: 1, clock);
        lanes = new(DeliverAsync);
        night = new(lanes.Post, parcel => parcel.Message.HeldFor(clock.GetUtcNow()), clock);
        store.Committed += Take;
    }

    /// <summary>Messages that wait or are under way; not those that wait for the morning.</summary>
    public int Backlog => lanes.Count;

    /// <summary>Sends that were made again because no answer had come: each may have been a double.</summary>
    public long UncertainSends => Interlocked.Read(ref uncertainSends);

    private long uncertainSends;

    /// <summary>Takes what a former process left unsent. Once, before anything new is taken in.</summary>
    public void Resume(IReadOnlyList<Waiting> unsent)
    {
        foreach (var message in unsent) Post(message, isThere: false);
    }

    /// <summary>Stops after what is in flight. What was not sent stays in the store.</summary>
    public async Task StopAsync()
    {
        store.Committed -= Take;
        await stopping.CancelAsync();
        night.Dispose();
        for (var i = 0; i < InFlightMax; i++) await inFlight.WaitAsync();
    }

    public void Dispose()
    {
        stopping.Dispose();
        inFlight.Dispose();
    }

    private void Take(CommittedGroup group)
    {
        foreach (var id in group.Withdrawn)
            if (waiting.TryRemove(id, out var parcel)) parcel.Withdraw();
        foreach (var chat in group.Present) night.Ends(chat);           // before the reply: they were said before it
        foreach (var message in group.Messages) Post(message, group.Present.Contains(message.Message.To));
    }

    /// <param name="isThere">Somebody wrote in that chat just now.</param>
    private void Post(Waiting message, bool isThere)
    {
        if (!channels.ContainsKey(message.Message.To.Channel)) return;      // another process's channel, or switched off: it waits in the store
        var parcel = new Parcel(message, clock.GetTimestamp());
        waiting[message.Id] = parcel;
        if (message.Message.IsNews && !isThere && message.Message.HeldFor(clock.GetUtcNow()) > TimeSpan.Zero) night.Post(message.Message.To, parcel);
        else lanes.Post(message.Message.To, parcel);
    }

    private async Task DeliverAsync(ChatKey chat, Parcel parcel)
    {
        try
        {
            if (!parcel.Message.IsNews) await PauseAsync(parcel.Message.HeldFor(clock.GetUtcNow()), parcel.Withdrawn);
            while (!parcel.IsWithdrawn && !stopping.IsCancellationRequested)
            {
                await PauseAsync(PaceOf(chat).Take(), parcel.Withdrawn);
                await PauseAsync(overall.Take(), parcel.Withdrawn);
                if (await TryAsync(chat, parcel) is not { } pause) return;
                await PauseAsync(pause, parcel.Withdrawn);
            }
        }
        catch (OperationCanceledException)
        {
            // withdrawn, or we stop: it stays in the store, or was taken out of it by the commit that withdrew it
        }
    }

    /// <returns>How long to wait before it is tried again; null when it has come to its end, one way or another.</returns>
    private async Task<TimeSpan?> TryAsync(ChatKey chat, Parcel parcel)
    {
        await inFlight.WaitAsync(parcel.Withdrawn);
        try
        {
            if (stopping.IsCancellationRequested || !parcel.TakeOff()) return TimeSpan.Zero;
            var pause = AfterThat(chat, parcel, await SendAsync(chat, parcel));
            if (pause is not null)
            {
                parcel.Land();
                return pause;
            }

            waiting.TryRemove(parcel.Id, out _);
            store.Ended(parcel.Id);             // before the place is free: who stops waits for it, or it would be sent again
            return null;
        }
        finally
        {
            inFlight.Release();
        }
    }

    private async Task<Delivered> SendAsync(ChatKey chat, Parcel parcel)
    {
        try
        {
            return await channels[chat.Channel].SendAsync(write(parcel.Message), CancellationToken.None);
        }
        catch (Exception e)     // a text or value that is missing, a mistake in the adapter: this message is lost, the chat goes on
        {
            return new Delivered.NotAccepted(e is Texts.CannotSay ? e.Message : e.GetType().Name);
        }
    }

    private TimeSpan? AfterThat(ChatKey chat, Parcel parcel, Delivered delivered)
    {
        switch (delivered)
        {
            case Delivered.Sent:
                return null;
            case Delivered.Slower slower:
                PaceOf(chat).Pause(slower.RetryAfter);
                return TimeSpan.Zero;
            case Delivered.Unreachable:
                LogUnreachable(chat.Channel);
                _ = tellOfReach(new Incoming.Reachable(chat, $"gone-{parcel.Id}", Is: false));
                return null;
            case Delivered.NotAccepted refused:
                LogNotAccepted(chat.Channel, refused.Why);
                return null;
            case Delivered.Uncertain when parcel.WasUncertain:
                return null;
            case Delivered.Uncertain:
                parcel.WasUncertain = true;
                Interlocked.Increment(ref uncertainSends);
                break;
            case Delivered.Outage:
                break;
        }

        if (clock.GetElapsedTime(parcel.Since) > GivesUpAfter)
        {
            LogGivenUp(chat.Channel, GivesUpAfter);
            return null;
        }

        return Backoff(parcel.Tries++);
    }

    private Pace PaceOf(ChatKey chat)
    {
        if (perChat.Count > 10_000)
            foreach (var (key, pace) in perChat)
                if (pace.IsRested) perChat.TryRemove(key, out _);
        return perChat.GetOrAdd(chat, _ => new Pace(limits.PerSecondPerChat, PerChatBurst, clock));
    }

    private static TimeSpan Backoff(int tries)
    {
        var seconds = Math.Min(Math.Pow(2, tries) / 2, BackoffMax.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (0.75 + (System.Security.Cryptography.RandomNumberGenerator.GetInt32(50) / 100.0)));
    }

    private Task PauseAsync(TimeSpan pause, CancellationToken withdrawn)
    {
        if (pause <= TimeSpan.Zero) return Task.CompletedTask;
        return UntilAsync(pause, withdrawn);
    }

    private async Task UntilAsync(TimeSpan pause, CancellationToken withdrawn)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(withdrawn, stopping.Token);
        await Task.Delay(pause, clock, either.Token);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Somebody on {Channel} cannot be reached any more (blocked, or the chat is gone).")]
    private partial void LogUnreachable(string channel);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Channel} does not accept a message of ours: {Why}. It is given up; this is a mistake in the program.")]
    private partial void LogNotAccepted(string channel, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message on {Channel} is given up: not delivered for {After}.")]
    private partial void LogGivenUp(string channel, TimeSpan after);

    /// <summary>A message on its way, which may be withdrawn as long as it is not in the air.</summary>
    private sealed class Parcel(Waiting waiting, long since)
    {
        private const int OnTheGround = 0, InTheAir = 1, TakenBack = 2;
        private readonly CancellationTokenSource? withdrawn = waiting.Message.NotBefore is null ? null : new();
        private int state;

        public long Id => waiting.Id;

        public Outgoing Message => waiting.Message;

        /// <summary>A timestamp, not the wall's time: a machine that starts in 1970 and is set right gives nothing up for that.</summary>
        public long Since => since;

        public int Tries { get; set; }

        public bool WasUncertain { get; set; }

        public bool IsWithdrawn => Volatile.Read(ref state) == TakenBack;

        public CancellationToken Withdrawn => withdrawn?.Token ?? CancellationToken.None;

        public bool TakeOff() => Interlocked.CompareExchange(ref state, InTheAir, OnTheGround) == OnTheGround;

        public void Land() => Interlocked.CompareExchange(ref state, OnTheGround, InTheAir);

        public void Withdraw()
        {
            Interlocked.Exchange(ref state, TakenBack);         // in the air it may still arrive, but is not sent again
            if (withdrawn is not null) _ = withdrawn.CancelAsync();      // not Cancel: what waits would go on here, on the store's writer
        }
    }
}
