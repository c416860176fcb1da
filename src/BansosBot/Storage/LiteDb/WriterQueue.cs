using System.Reflection;
using LiteDB.Engine;

namespace BansosBot.Storage.LiteDb;

/// <summary>LiteDB's queue between <c>Commit()</c> and the log. <c>Commit()</c> does not wait for it; we must.</summary>
/// <remarks>Private parts of LiteDB 5.0.20, looked up once at start: <c>LiteEngine._disk._queue.Value._queueIsEmpty</c>.
/// Its own <c>Wait()</c> has no limit and hangs when the queue has died; we wait on the same event with one.
/// Without reflection one would read <c>logFileSize</c> of <c>$database</c> in a loop: 1.4 times slower.</remarks>
internal sealed class WriterQueue
{
    private const BindingFlags Private = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;
    private static readonly TimeSpan DrainMax = TimeSpan.FromSeconds(30);   // handing pages to memory takes microseconds
    private readonly ManualResetEventSlim isEmpty;

    public WriterQueue(LiteEngine engine)
    {
        var disk = Field(engine, "_disk");
        var lazy = Field(disk, "_queue");
        var queue = lazy.GetType().GetProperty("Value")?.GetValue(lazy) ?? throw Missing("Lazy.Value");
        isEmpty = Field(queue, "_queueIsEmpty") as ManualResetEventSlim ?? throw Missing("_queueIsEmpty");
    }

    /// <summary>Returns when every page of the commits made so far on this thread has been handed to the log.</summary>
    public void Drain()
    {
        if (!isEmpty.Wait(DrainMax))
            throw new StoreBrokenException("LiteDB's writer queue stands still. Start again; what was acknowledged is safe.");
    }

    private static object Field(object of, string name) =>
        of.GetType().GetField(name, Private)?.GetValue(of) ?? throw Missing(name);

    private static StoreBrokenException Missing(string name) => new(
        $"This build runs with LiteDB {typeof(LiteEngine).Assembly.GetName().Version}, in which '{name}' is not where 5.0.20 has it, so commits cannot be made durable. Build it with LiteDB 5.0.20.");
}
