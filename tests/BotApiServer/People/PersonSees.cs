namespace BotApiServer;

public sealed partial class Person
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(10);

    /// <summary>The bot's messages in the private chat as they stand now, oldest first; deleted ones are marked.</summary>
    public IReadOnlyList<SeenMessage> Saw()
    {
        lock (world.Gate)
        {
            return [.. chat.Messages.Where(m => m.From.IsBot).Select(m => m.Seen())];
        }
    }

    /// <summary>What presses on buttons were answered with, oldest first.</summary>
    public IReadOnlyList<Notice> Notices()
    {
        lock (world.Gate)
        {
            return chat.Notices.After(0);
        }
    }

    /// <summary>The oldest message of the bot that was not yet returned here; waits for it.</summary>
    /// <exception cref="TimeoutException">None came in time; says what the person saw.</exception>
    public async Task<SeenMessage> NextAsync(TimeSpan? within = null)
    {
        SeenMessage? next = null;
        await WaitAsync(() =>
        {
            next = chat.Messages.FirstOrDefault(m => m.From.IsBot && m.Id > readTo)?.Seen();
            return next is not null;
        }, within);
        readTo = next!.Id;
        return next;
    }

    /// <summary>The newest message of the bot for which this holds, at once or as soon as one comes or changes so.</summary>
    /// <exception cref="TimeoutException">None came in time; says what the person saw.</exception>
    public async Task<SeenMessage> WaitForAsync(Func<SeenMessage, bool> holds, TimeSpan? within = null)
    {
        SeenMessage? found = null;
        await WaitAsync(() =>
        {
            found = chat.Messages.Reverse().Where(m => m.From.IsBot).Select(m => m.Seen()).FirstOrDefault(holds);
            return found is not null;
        }, within);
        return found!;
    }

    /// <summary>All that the person saw, once this holds for it.</summary>
    /// <exception cref="TimeoutException">It did not hold in time; says what the person saw.</exception>
    public async Task<IReadOnlyList<SeenMessage>> WaitUntilAsync(Func<IReadOnlyList<SeenMessage>, bool> holds, TimeSpan? within = null)
    {
        IReadOnlyList<SeenMessage> seen = [];
        await WaitAsync(() => holds(seen = [.. chat.Messages.Where(m => m.From.IsBot).Select(m => m.Seen())]), within);
        return seen;
    }

    /// <summary>The newest notice, once there are at least so many.</summary>
    public async Task<Notice> NoticeAsync(int atLeast = 1, TimeSpan? within = null)
    {
        await WaitAsync(() => chat.Notices.Last >= atLeast, within);
        return Notices()[^1];
    }

    /// <summary>Waits by the true clock, whatever clock the server has: a test that hangs must end.</summary>
    private async Task WaitAsync(Func<bool> holds, TimeSpan? within)
    {
        var limit = within ?? WaitMax;
        var startedAt = TimeProvider.System.GetTimestamp();
        while (true)
        {
            Task changed;
            lock (world.Gate)
            {
                if (holds())
                {
                    return;
                }

                changed = chat.Changed.Next();
            }

            var left = limit - TimeProvider.System.GetElapsedTime(startedAt);
            try
            {
                await changed.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero);
            }
            catch (TimeoutException e)
            {
                throw new TimeoutException($"Not within {limit.TotalSeconds:0.#} s. {Describe()}", e);
            }
        }
    }

    private string Describe()
    {
        var seen = Saw();
        return $"{Name} saw {seen.Count} messages, the last: {string.Join(" / ", seen.TakeLast(3))}";
    }
}
