using BansosBot.Domain.Conversations;

namespace BansosBot.Conversations;

/// <summary>The one door: every message of a channel, the clock or a worker comes in here, one at a time for each chat.</summary>
public sealed class Intake : IDisposable
{
    // Enough to fill several groups. Who brings more waits for its end, and with that the channel: a poll, a form that was sent.
    internal const int InFlightMax = 2_048;

    private readonly Turn turn;
    private readonly Lanes<ChatKey, Arrival> lanes;
    private readonly SemaphoreSlim room = new(InFlightMax);
    private readonly Lock gate = new();         // closed, letIn
    private readonly TaskCompletionSource empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool closed;
    private int letIn;

    public Intake(Turn turn)
    {
        this.turn = turn;
        lanes = new(RunAsync);
    }

    /// <summary>Messages that were let in and have not come to their end.</summary>
    public int Backlog => lanes.Count;

    /// <summary>Takes one message to its end.</summary>
    /// <returns>When it may be acknowledged: its effect is on the disk, or it had taken effect before, or it is parked.</returns>
    /// <exception cref="Storage.StoreBrokenException">Nothing may be acknowledged; the process stops.</exception>
    /// <exception cref="OperationCanceledException">Stopped or closed: it was not taken, and may not be acknowledged.</exception>
    public async Task TakeAsync(Incoming message, CancellationToken stop)
    {
        lock (gate)
        {
            if (closed) throw new OperationCanceledException("The door is closed.");
            letIn++;
        }

        // Into its lane first, where it waits for room: those who wait for room come in by no order, and a chat's messages must.
        var arrival = new Arrival(message, new(TaskCreationOptions.RunContinuationsAsynchronously), stop);
        lanes.Post(message.Chat, arrival);
        await arrival.Taken.Task;
    }

    /// <summary>Lets nothing more in, and returns when what was let in has come to its end: only then may the store be closed under it.</summary>
    public async Task CloseAsync()
    {
        lock (gate)
        {
            closed = true;
            if (letIn == 0) empty.TrySetResult();
        }

        await empty.Task;
    }

    public void Dispose() => room.Dispose();

    private async Task RunAsync(ChatKey chat, Arrival arrival)
    {
        var isIn = false;
        try
        {
            await room.WaitAsync(arrival.Stop);
            isIn = true;
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
            if (isIn) room.Release();
            Left();
        }
    }

    private void Left()
    {
        lock (gate)
        {
            if (--letIn == 0 && closed) empty.TrySetResult();
        }
    }

    private sealed record Arrival(Incoming Message, TaskCompletionSource Taken, CancellationToken Stop);
}
