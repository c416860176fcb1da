namespace BotApiServer;

/// <summary>How much the bot may send. 0 switches a limit off.</summary>
/// <param name="PerSecond">Over all sends and edits of all chats.</param>
/// <param name="PerChatPerSecond">Sends and edits to one chat.</param>
/// <param name="PerChatBurst">So many may come at once after a pause; at least 1.</param>
public sealed record SendLimits(double PerSecond, double PerChatPerSecond, int PerChatBurst)
{
    public static SendLimits None { get; } = new(0, 0, 1);
}

/// <summary>A bucket that fills by time; taking from an empty one tells how long to wait.</summary>
internal struct Bucket
{
    private double level;
    private long filledAt;
    private bool used;

    /// <returns>Null when taken; otherwise the whole seconds until one is there, at least 1.</returns>
    public int? Take(double perSecond, double capacity, TimeProvider time)
    {
        var now = time.GetTimestamp();
        level = used ? Math.Min(capacity, level + (time.GetElapsedTime(filledAt, now).TotalSeconds * perSecond)) : capacity;
        (used, filledAt) = (true, now);
        if (level < 1)
        {
            return Math.Max(1, (int)Math.Ceiling((1 - level) / perSecond));
        }

        level--;
        return null;
    }
}
