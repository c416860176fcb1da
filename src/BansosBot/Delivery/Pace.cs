namespace BansosBot.Delivery;

/// <summary>Keeps to so many a second, with a burst: hands out the instant at which each may go.</summary>
/// <remarks>The leaky bucket as a meter (GCRA): one number is its whole state. Measured by what goes by and not by the wall: when
/// NTP sets that back a quarter of an hour, nobody may wait so long for a reply.</remarks>
/// <param name="perSecond">0: no limit.</param>
/// <param name="burst">So many may go at once after a pause.</param>
public sealed class Pace(double perSecond, int burst, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly TimeSpan each = perSecond > 0 ? TimeSpan.FromSeconds(1 / perSecond) : TimeSpan.Zero;
    private readonly long began = clock.GetTimestamp();
    private TimeSpan next = TimeSpan.MinValue;

    /// <summary>Takes the next place and says how long to wait for it.</summary>
    public TimeSpan Take()
    {
        var now = clock.GetElapsedTime(began);
        lock (gate)
        {
            var at = next > now ? next : now;
            next = at + each;
            var wait = at - (each * (burst - 1)) - now;
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }

    /// <summary>Nothing goes for so long: the channel asked for a pause.</summary>
    public void Pause(TimeSpan pause)
    {
        lock (gate)
        {
            var at = clock.GetElapsedTime(began) + pause + (each * (burst - 1));
            if (at > next) next = at;
        }
    }

    /// <summary>Its whole burst is free again: nothing need be remembered of it.</summary>
    public bool IsRested
    {
        get { lock (gate) return next <= clock.GetElapsedTime(began); }
    }
}
