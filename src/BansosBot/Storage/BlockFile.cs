namespace BansosBot.Storage;

/// <summary>A file of which we know what is on the platter: bytes written count only once <see cref="Sync"/> has returned.</summary>
/// <remarks>The one seam under the database and the keys; the power-cut test puts a recording disk here.</remarks>
public abstract class BlockFile : IDisposable
{
    private long syncs;

    /// <summary>Where it lies; used in sentences to the operator.</summary>
    public abstract string Name { get; }

    /// <summary>Bytes, written ones included that are not synced yet.</summary>
    public abstract long Length { get; }

    /// <summary>How often it was flushed to the disk, for the benchmark.</summary>
    public long Syncs => Interlocked.Read(ref syncs);

    /// <summary>Fills the span as far as the file reaches.</summary>
    /// <returns>Bytes read; fewer than asked only at the end of the file.</returns>
    public abstract int Read(long offset, Span<byte> into);

    /// <summary>Writes all of it; beyond the end the file grows. Not durable before <see cref="Sync"/>.</summary>
    public abstract void Write(long offset, ReadOnlySpan<byte> bytes);

    public abstract void SetLength(long length);

    /// <summary>Returns when everything written so far is on the disk.</summary>
    /// <exception cref="IOException">It may or may not be there: never try again, stop (the kernel forgets what failed).</exception>
    public void Sync()
    {
        Interlocked.Increment(ref syncs);
        ToDisk();
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void ToDisk();

    protected abstract void Dispose(bool disposing);
}
