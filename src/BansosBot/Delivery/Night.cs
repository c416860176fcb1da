using BansosBot.Domain.Conversations;

namespace BansosBot.Delivery;

/// <summary>
/// News that wait for the morning, beside the lanes: no reply waits behind them. In each chat they go in their order, at their instant, or
/// as soon as somebody writes there.
/// </summary>
/// <remarks>In memory alone: after a start the store gives them again, each with its instant. docs/decisions/0046.</remarks>
/// <param name="post">Sends it on.</param>
/// <param name="heldFor">How long it still waits; zero: it is due.</param>
internal sealed class Night<TItem>(Action<ChatKey, TItem> post, Func<TItem, TimeSpan> heldFor, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LookAtLeastEvery = TimeSpan.FromHours(1);      // the clock may be set meanwhile

    private readonly Lock gate = new();
    private readonly Dictionary<ChatKey, List<TItem>> chats = [];
    private ITimer? timer;
    private DateTimeOffset next = DateTimeOffset.MaxValue;
    private bool isOver;

    /// <summary>Waits for its instant.</summary>
    public void Post(ChatKey chat, TItem item)
    {
        lock (gate)
        {
            if (!chats.TryGetValue(chat, out var list)) chats[chat] = list = [];
            list.Add(item);
            LookAfter(heldFor(item));
        }
    }

    /// <summary>Somebody is awake there.</summary>
    public void Ends(ChatKey chat)
    {
        lock (gate)
        {
            if (!chats.Remove(chat, out var list)) return;
            foreach (var item in list) post(chat, item);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isOver = true;
            timer?.Dispose();
        }
    }

    private void Look()
    {
        lock (gate)
        {
            next = DateTimeOffset.MaxValue;
            var soonest = LookAtLeastEvery;
            foreach (var (chat, list) in chats.ToList())
            {
                while (list.Count > 0)
                {
                    if (heldFor(list[0]) is var wait && wait > TimeSpan.Zero)
                    {
                        soonest = wait < soonest ? wait : soonest;
                        break;
                    }

                    post(chat, list[0]);
                    list.RemoveAt(0);
                }

                if (list.Count == 0) chats.Remove(chat);
            }

            if (chats.Count > 0) LookAfter(soonest);
        }
    }

    private void LookAfter(TimeSpan wait)
    {
        if (isOver) return;
        wait = wait > LookAtLeastEvery ? LookAtLeastEvery : wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait;
        if (clock.GetUtcNow() + wait is var at && at >= next) return;
        next = at;
        timer ??= clock.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
