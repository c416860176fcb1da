namespace BansosBot.Simulation.City;

/// <summary>A clock that moves only when it is told to, and can tell how long nothing would happen.</summary>
/// <remarks>The wall can be set back, as NTP does; what waits is measured by what has gone by, as on a real machine.
/// Alarms go off on the thread pool, as real ones do.</remarks>
internal sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<Alarm> alarms = [];
    private DateTimeOffset wall = start;
    private TimeSpan gone;
    private int alarmsMade;

    /// <summary>Grows with everything that begins to wait: a sign that the program is busy.</summary>
    public int AlarmsMade => Volatile.Read(ref alarmsMade);

    /// <summary>What has gone by since the start, whatever the wall says.</summary>
    public TimeSpan Gone
    {
        get { lock (gate) return gone; }
    }

    /// <summary>How long until the next alarm; null where none is set.</summary>
    public TimeSpan? UntilNext
    {
        get
        {
            lock (gate)
            {
                var next = alarms.Where(a => a.At is not null).Min(a => a.At);
                return next is { } at ? TimeSpan.FromTicks(Math.Max(0, (at - gone).Ticks)) : null;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return wall;
    }

    public override long GetTimestamp() => Gone.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by)
    {
        List<Alarm> due;
        lock (gate)
        {
            (wall, gone) = (wall + by, gone + by);
            due = [.. alarms.Where(a => a.At <= gone).OrderBy(a => a.At)];
            foreach (var alarm in due) alarm.At = alarm.Period is { } period ? gone + period : null;
        }

        foreach (var alarm in due) ThreadPool.UnsafeQueueUserWorkItem(a => a.Ring(), alarm, preferLocal: false);
    }

    public void SetBack(TimeSpan by)
    {
        lock (gate) wall -= by;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    private sealed class Alarm(SimulatedClock clock, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan? At { get; set; }

        public TimeSpan? Period { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                Period = period > TimeSpan.Zero ? period : null;
                At = dueTime >= TimeSpan.Zero ? clock.gone + dueTime : null;
                if (At is null) clock.alarms.Remove(this);
                else clock.alarms.Add(this);
            }

            Interlocked.Increment(ref clock.alarmsMade);
            if (dueTime == TimeSpan.Zero) clock.Advance(TimeSpan.Zero);
            return true;
        }

        public void Dispose()
        {
            lock (clock.gate) clock.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
