using System.Collections.Concurrent;
using BansosBot.Delivery;
using BansosBot.Domain.Conversations;

namespace BansosBot.Simulation.City;

/// <summary>What becomes of letters on their way: by seed, for each chat apart, since chats are served side by side.</summary>
internal sealed class Weather(int seed)
{
    private readonly ConcurrentDictionary<ChatKey, Random> chance = new();
    private volatile int failPercent;

    /// <summary>No letter gets through.</summary>
    public bool IsDown { get; set; }

    /// <summary>People who blocked the bot.</summary>
    public ConcurrentDictionary<ChatKey, bool> Blocked { get; } = new();

    /// <summary>So many of a hundred sends go wrong.</summary>
    public int FailPercent
    {
        get => failPercent;
        set => failPercent = value;
    }

    public void Clear() => (IsDown, FailPercent) = (false, 0);

    /// <returns>What the program hears of a send, and whether the person got the letter.</returns>
    public (Delivered Heard, bool Arrives) Send(ChatKey chat)
    {
        var random = chance.GetOrAdd(chat, key => new Random(unchecked((seed * 31) + int.Parse(key.Id, System.Globalization.CultureInfo.InvariantCulture))));
        lock (random)
        {
            if (Blocked.ContainsKey(chat)) return (new Delivered.Unreachable(), false);
            if (IsDown) return (new Delivered.Outage(), false);
            if (random.Next(100) >= FailPercent) return (new Delivered.Sent(), true);
            return random.Next(3) switch
            {
                0 => (new Delivered.Outage(), false),
                1 => (new Delivered.Slower(TimeSpan.FromSeconds(random.Next(1, 40))), false),
                _ => (new Delivered.Uncertain(), random.Next(2) == 0),
            };
        }
    }
}
