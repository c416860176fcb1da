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
    private readonly CancellationTokenSource closing = new();

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
    /// <exception cref="OperationCanceledException">Stopped or closed: it was not taken, and may not be acknowledged.</exception>
    public async Task TakeAsync(Incoming message, CancellationToken stop)
    {
        closing.Token.ThrowIfCancellationRequested();
        if (!await room.WaitAsync(0, stop))
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, closing.Token);
            await room.WaitAsync(either.Token);
        }

        var arrival = new Arrival(message, new(TaskCreationOptions.RunContinuationsAsynchronously), stop);
        lanes.Post(message.Chat, arrival);
        await arrival.Taken.Task;
    }

    /// <summary>Takes nothing more, and returns when what was taken has come to its end: only then may the store be closed under it.</summary>
    public async Task CloseAsync()
    {
        await closing.CancelAsync();
        for (var i = 0; i < InFlightMax; i++) await room.WaitAsync();
    }

    public void Dispose()
    {
        room.Dispose();
        closing.Dispose();
    }

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
