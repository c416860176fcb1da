using System.Net;

namespace BansosBot.Channels.WebChat;

/// <summary>How many conversations one address may begin in an hour. Any thread.</summary>
/// <param name="perHour">0: no limit.</param>
public sealed class NewSessions(int perHour, TimeProvider clock)
{
    // A few hundred kilobytes. Who has more addresses than this is not held up by counting them.
    private const int AddressesMax = 10_000;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Dictionary<IPAddress, int> counts = [];
    private long since = clock.GetTimestamp();      // not the wall's time: set back, it would keep an address out for longer

    /// <summary>Counts one; false where it is one too many.</summary>
    public bool TryBegin(IPAddress? address)
    {
        if (perHour == 0) return true;
        var from = Crowding.Household(address);
        lock (gate)
        {
            if (clock.GetElapsedTime(since) >= Hour || counts.Count >= AddressesMax)
            {
                counts.Clear();
                since = clock.GetTimestamp();
            }

            var begun = counts.GetValueOrDefault(from);
            if (begun >= perHour) return false;
            counts[from] = begun + 1;
            return true;
        }
    }
}
