namespace BotApiServer;

/// <summary>getUpdates: confirms, serves what waits, or waits for the first to come.</summary>
internal sealed class Polling(World world, Webhook webhook)
{
    private const int TimeoutSecondsMax = 50; // Client.h of telegram-bot-api: LONG_POLL_MAX_TIMEOUT

    private TaskCompletionSource<ApiRefusal>? terminated;

    /// <returns>Updates, perhaps none, or why not.</returns>
    /// <exception cref="OperationCanceledException">The bot went away.</exception>
    public async ValueTask<(List<WaitingUpdate>? Updates, ApiRefusal? Refusal)> TakeAsync(Call call, CancellationToken gone)
    {
        var offset = call.Number("offset"u8) ?? 0;
        var limit = (int)Math.Clamp(call.Number("limit"u8) ?? 100, 1, 100);
        var left = TimeSpan.FromSeconds(Math.Clamp(call.Number("timeout"u8) ?? 0, 0, TimeoutSecondsMax));
        Task added;
        TaskCompletionSource<ApiRefusal> ended;
        lock (world.Gate)
        {
            if (webhook.IsSet)
            {
                return (null, Refusals.WebhookActive);
            }

            world.Updates.Allow(call.Json("allowed_updates"u8));
            var updates = world.Updates.Take(offset, limit);
            if (updates.Count > 0 || left == TimeSpan.Zero)
            {
                return (updates, null);
            }

            Terminate(Refusals.OtherPoll);
            terminated = ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
            added = world.Updates.Added.Next();
        }

        using var tooLong = CancellationTokenSource.CreateLinkedTokenSource(gone);
        var timeout = Task.Delay(left, world.Options.Time, tooLong.Token);
        while (true)
        {
            var woken = await Task.WhenAny(added, ended.Task, timeout);
            lock (world.Gate)
            {
                var updates = woken == ended.Task || gone.IsCancellationRequested ? [] : world.Updates.Take(offset, limit);
                if (updates.Count == 0 && woken == added)
                {
                    added = world.Updates.Added.Next();
                    continue;
                }

                if (terminated == ended)
                {
                    terminated = null;
                }

                if (woken != ended.Task)
                {
                    tooLong.Cancel();
                    gone.ThrowIfCancellationRequested();
                    return (updates, null);
                }
            }

            await tooLong.CancelAsync();
            return (null, await ended.Task);
        }
    }

    /// <summary>1 while a poll waits. Under the world's lock.</summary>
    public int Waiting => terminated is null ? 0 : 1;

    /// <summary>Ends the poll that waits, if there is one. Under the world's lock.</summary>
    public void Terminate(ApiRefusal why)
    {
        terminated?.TrySetResult(why);
        terminated = null;
    }
}
