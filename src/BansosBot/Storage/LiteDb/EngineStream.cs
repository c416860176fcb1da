namespace BansosBot.Storage.LiteDb;

/// <summary>What LiteDB's engine asks of a stream it was given: whole pages at a position, a length, a flush.</summary>
/// <remarks>The engine wraps it in a lock of its own and sets <see cref="Position"/> before each call. It never disposes it.</remarks>
internal abstract class EngineStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var got = ReadAt(Position, buffer);
        Position += got;
        return got;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        WriteAt(Position, buffer);
        Position += buffer.Length;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    protected abstract int ReadAt(long position, Span<byte> into);

    protected abstract void WriteAt(long position, ReadOnlySpan<byte> bytes);
}

/// <summary>The log as LiteDB sees it. Its flush does nothing: LiteDB asks for one per page, we sync once per commit.</summary>
internal sealed class LogStream(PageLog log) : EngineStream
{
    public override long Length => log.Length;

    public override void Flush() { }

    public override void SetLength(long value)
    {
        if (value != 0) throw new NotSupportedException("LiteDB 5.0.20 empties its log and does nothing else to its length.");
        log.Restart();
    }

    protected override int ReadAt(long position, Span<byte> into) => log.Read(position, into);

    protected override void WriteAt(long position, ReadOnlySpan<byte> bytes) => log.Append(position, bytes);
}

/// <summary>The data file. Written by checkpoints only, and only after the log is on the disk, so that a torn page is replayed.</summary>
internal sealed class DataStream(BlockFile file, PageLog log) : EngineStream
{
    public override long Length => file.Length;

    public override void Flush() => file.Sync();

    public override void SetLength(long value) => file.SetLength(value);

    protected override int ReadAt(long position, Span<byte> into) => file.Read(position, into);

    protected override void WriteAt(long position, ReadOnlySpan<byte> bytes)
    {
        log.Sync();
        file.Write(position, bytes);
    }
}
