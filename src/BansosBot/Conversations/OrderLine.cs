using System.Threading.Channels;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;

namespace BansosBot.Conversations;

/// <summary>Orders of one kind in their line: done one at a time and outside the turn, as they are committed. Each stands in the store until it is done, which is the bound.</summary>
internal sealed class OrderLine : IDisposable
{
    private readonly Channel<WorkOrder> orders = Channel.CreateUnbounded<WorkOrder>(new() { SingleReader = true });
    private readonly IStore store;
    private readonly Func<WorkOrder, bool> isOurs;
    private readonly Func<WorkOrder, CancellationToken, Task> take;
    private int open;

    /// <param name="isOurs">What is others' work is left to them.</param>
    /// <param name="take">Does one; whether it is still wanted is for it to ask (<see cref="IStore.TryOrderAsync"/>).</param>
    public OrderLine(IStore store, Func<WorkOrder, bool> isOurs, Func<WorkOrder, CancellationToken, Task> take)
    {
        (this.store, this.isOurs, this.take) = (store, isOurs, take);
        store.Committed += Post;
    }

    /// <summary>Those that wait for their turn or are under way.</summary>
    public int Backlog => Volatile.Read(ref open);

    /// <summary>Those that a former process left.</summary>
    public void Resume(IReadOnlyList<WorkOrder> unfinished)
    {
        foreach (var order in unfinished) Post(order);
    }

    public void Post(WorkOrder order)
    {
        if (!isOurs(order)) return;
        Interlocked.Increment(ref open);
        orders.Writer.TryWrite(order);
    }

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var order in orders.Reader.ReadAllAsync(stop))
            {
                try
                {
                    await take(order, stop);
                }
                finally
                {
                    Interlocked.Decrement(ref open);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // what is not done stands in the store
        }
    }

    public void Dispose() => store.Committed -= Post;

    private void Post(CommittedGroup group)
    {
        foreach (var order in group.Orders) Post(order);
    }
}
