using BansosBot.Storage;

namespace BansosBot.Documents;

/// <summary>Once a day erases kept documents that no conversation and no case names: of a process that was killed before the commit, or after the commit that let them go.</summary>
public sealed partial class DocumentSweep(DocumentKeeper keeper, IStore store, TimeProvider clock, ILogger<DocumentSweep> log)
{
    // A start has better things to do: the sweep reads every conversation and case.
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken stop)
    {
        await Task.Delay(AfterStart, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stop.IsCancellationRequested)
        {
            await SweepAsync(stop);
            await Task.Delay(Every, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>How many went. None where a row of the store does not open: it may name any of them.</returns>
    public async Task<int> SweepAsync(CancellationToken stop)
    {
        if (await store.DocumentsAsync(stop) is not { } named)
        {
            LogNotSwept();
            return 0;
        }

        try
        {
            var swept = keeper.Sweep(named.Contains);
            if (swept > 0) LogSwept(swept);
            return swept;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogFailed(e, Every);        // what is left is swept next time
            return 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} documents that nothing names were erased.")]
    private partial void LogSwept(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Documents were not swept: a conversation or case does not open, and may name them. Put its keys back.")]
    private partial void LogNotSwept();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Documents that nothing names could not be erased. The next try is in {After}.")]
    private partial void LogFailed(Exception e, TimeSpan after);
}
