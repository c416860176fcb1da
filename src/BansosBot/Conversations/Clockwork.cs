using BansosBot.Storage;

namespace BansosBot.Conversations;

/// <summary>Brings back what was asked for at an instant: dues come in by the same door as messages, each once.</summary>
public sealed class Clockwork : IDisposable
{
    private const int PortionMax = 50;      // after a long stop dues come in portions, so that people's messages go between them
    private static readonly TimeSpan LookAtLeastEvery = TimeSpan.FromHours(1), AlarmSetWithin = TimeSpan.FromSeconds(1);

    private readonly IStore store;
    private readonly Intake intake;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim earlier = new(0, 1);
    private long next = long.MaxValue;      // ticks; read by the store's writer

    public Clockwork(IStore store, Intake intake, TimeProvider clock)
    {
        (this.store, this.intake, this.clock) = (store, intake, clock);
        store.Committed += WakeFor;
    }

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                Volatile.Write(ref next, long.MaxValue);        // while we look, whatever is committed wakes us: the look may have missed it
                var dues = await store.DuesAsync(clock.GetUtcNow(), PortionMax, stop);
                await Task.WhenAll(dues.Select(due => intake.TakeAsync(due, stop)));
                if (dues.Count == PortionMax) continue;
                var earliest = await store.NextDueAsync(stop);
                if (earliest is { } at) Volatile.Write(ref next, at.UtcTicks);
                await WaitAsync(earliest, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // told to stop
        }
        finally
        {
            store.Committed -= WakeFor;
        }
    }

    public void Dispose() => earlier.Dispose();

    private async Task WaitAsync(DateTimeOffset? earliest, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var wait = earliest is not { } at || at - now > LookAtLeastEvery ? LookAtLeastEvery : at - now;
        if (wait <= TimeSpan.Zero) wait = TimeSpan.FromMilliseconds(1);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var alarm = Task.Delay(wait, clock, either.Token);
        if (clock.GetUtcNow() - now < AlarmSetWithin) await Task.WhenAny(alarm, earlier.WaitAsync(either.Token));      // else the machine slept meanwhile, and it would ring so much too late
        await either.CancelAsync();
        stop.ThrowIfCancellationRequested();
    }

    private void WakeFor(CommittedGroup group)
    {
        if (group.EarliestDue is not { } due || due.UtcTicks >= Volatile.Read(ref next)) return;
        try
        {
            if (earlier.CurrentCount == 0) earlier.Release();
        }
        catch (SemaphoreFullException)
        {
            // woken already
        }
    }
}
