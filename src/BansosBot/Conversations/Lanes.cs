namespace BansosBot.Conversations;

/// <summary>Order for each key, many keys side by side: what was posted for one key runs one after the other.</summary>
/// <remarks>A lane exists while it has work; nothing is kept of a key that is quiet.</remarks>
/// <param name="run">Does not throw: whoever waits for an item hears of its failure another way, and the lane would stand still.</param>
public sealed class Lanes<TKey, TItem>(Func<TKey, TItem, Task> run)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Queue<TItem>> busy = [];
    private int waiting;

    /// <summary>Items posted and not finished.</summary>
    public int Count => Volatile.Read(ref waiting);

    /// <summary>Puts an item behind what waits for its key.</summary>
    public void Post(TKey key, TItem item)
    {
        Interlocked.Increment(ref waiting);
        lock (gate)
        {
            if (busy.TryGetValue(key, out var queue))
            {
                queue.Enqueue(item);
                return;
            }

            busy[key] = queue = new Queue<TItem>(capacity: 1);
            queue.Enqueue(item);
        }

        _ = Task.Run(() => RunAsync(key));
    }

    private async Task RunAsync(TKey key)
    {
        while (Next(key, out var item))
        {
            try
            {
                await run(key, item);
            }
            finally
            {
                Interlocked.Decrement(ref waiting);
            }
        }
    }

    private bool Next(TKey key, out TItem item)
    {
        lock (gate)
        {
            if (busy[key].TryDequeue(out item!)) return true;
            busy.Remove(key);
            return false;
        }
    }
}
