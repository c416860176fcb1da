namespace BansosBot.Delivery;

/// <summary>Keeps to so many a second, with a burst: hands out the instant at which each may go.</summary>
/// <remarks>The leaky bucket as a meter (GCRA): one number is its whole state.</remarks>
/// <param name="perSecond">0: no limit.</param>
/// <param name="burst">So many may go at once after a pause.</param>
public sealed class Pace(double perSecond, int burst, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly TimeSpan each = perSecond > 0 ? TimeSpan.FromSeconds(1 / perSecond) : TimeSpan.Zero;
    private DateTimeOffset next = DateTimeOffset.MinValue;

    /// <summary>Takes the next place and says how long to wait for it.</summary>
    public TimeSpan Take()
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            var at = next > now ? next : now;
            next = at + each;
            var wait = at - (each * (burst - 1)) - now;
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }

    /// <summary>Nothing goes before this instant: the channel asked for a pause.</summary>
    public void Pause(DateTimeOffset until)
    {
        lock (gate)
        {
            var at = until + (each * (burst - 1));
            if (at > next) next = at;
        }
    }

    /// <summary>Its whole burst is free again: nothing need be remembered of it.</summary>
    public bool IsRested
    {
        get { lock (gate) return next <= clock.GetUtcNow(); }
    }
}
