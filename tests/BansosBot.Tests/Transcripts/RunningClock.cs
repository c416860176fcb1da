using Microsoft.Extensions.Time.Testing;

namespace BansosBot.Tests.Transcripts;

/// <summary>Begins at an instant of its own, goes on as time does, and can be set on by days: what is due meanwhile comes due.</summary>
internal sealed class RunningClock : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    public RunningClock(DateTimeOffset start)
    {
        Time = new(start);
        running = RunAsync();
    }

    public FakeTimeProvider Time { get; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    private async Task RunAsync()
    {
        for (var at = TimeProvider.System.GetTimestamp(); !stop.IsCancellationRequested;)
        {
            await Task.Delay(Tick, TimeProvider.System, CancellationToken.None);
            var now = TimeProvider.System.GetTimestamp();
            Time.Advance(TimeProvider.System.GetElapsedTime(at, now));
            at = now;
        }
    }
}
