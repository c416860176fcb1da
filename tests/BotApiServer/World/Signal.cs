namespace BotApiServer;

/// <summary>"Something changed": whoever waits is woken once. Both sides hold the world's lock; costs nothing while nobody waits.</summary>
internal sealed class Signal
{
    private TaskCompletionSource? waiting;

    /// <summary>Completes at the next change. Take it before looking, so that no change falls in between.</summary>
    public Task Next() => (waiting ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Pulse()
    {
        waiting?.TrySetResult();
        waiting = null;
    }
}
