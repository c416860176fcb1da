using BansosBot.Domain.Conversations;

namespace BansosBot.Conversations;

/// <summary>The one door: every message of a channel, the clock or a worker comes in here, one at a time for each chat.</summary>
public sealed class Intake : IDisposable
{
    // Enough to fill several groups; more would only wait in memory instead of at the channel.
    private const int InFlightMax = 2_048;

    private readonly Turn turn;
    private readonly Lanes<ChatKey, Arrival> lanes;
    private readonly SemaphoreSlim room = new(InFlightMax);

    public Intake(Turn turn)
    {
        this.turn = turn;
        lanes = new(RunAsync);
    }

    /// <summary>Messages that were posted and have not come to their end.</summary>
    public int Backlog => lanes.Count;

    /// <summary>Takes one message to its end.</summary>
    /// <returns>When it may be acknowledged: its effect is on the disk, or it had taken effect before, or it is parked.</returns>
    /// <exception cref="Storage.StoreBrokenException">Nothing may be acknowledged; the process stops.</exception>
    public async Task TakeAsync(Incoming message, CancellationToken stop)
    {
        await room.WaitAsync(stop);
        var arrival = new Arrival(message, new(TaskCreationOptions.RunContinuationsAsynchronously), stop);
        lanes.Post(message.Chat, arrival);
        await arrival.Taken.Task;
    }

    public void Dispose() => room.Dispose();

    private async Task RunAsync(ChatKey chat, Arrival arrival)
    {
        try
        {
            await turn.TakeAsync(arrival.Message, arrival.Stop);
            arrival.Taken.SetResult();
        }
        catch (OperationCanceledException e)
        {
            arrival.Taken.SetCanceled(e.CancellationToken);
        }
        catch (Exception e)     // whatever it is, whoever waits must hear of it and must not acknowledge
        {
            arrival.Taken.SetException(e);
        }
        finally
        {
            room.Release();
        }
    }

    private sealed record Arrival(Incoming Message, TaskCompletionSource Taken, CancellationToken Stop);
}
