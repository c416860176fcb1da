namespace BansosBot.Documents;

/// <summary>
/// Where a file is downloaded to: takes as much as may be kept and one byte more, so that the reader sees that there was
/// more; what follows is counted and dropped. A client that writes into a stream (Telegram's) can so never fill memory.
/// </summary>
public sealed class BoundedStream(int bytesMax = PhotoLimits.BytesMax) : Stream
{
    private byte[] kept = [];
    private int keptBytes;

    /// <summary>What was kept: at most the limit and one byte.</summary>
    public ReadOnlyMemory<byte> Content => kept.AsMemory(0, keptBytes);

    /// <summary>Whether more came than is kept.</summary>
    public bool IsOver => keptBytes > bytesMax;

    /// <summary>Reads a stream to its end, or to the first byte over the limit.</summary>
    public static async Task<BoundedStream> FromAsync(Stream source, CancellationToken stop, int bytesMax = PhotoLimits.BytesMax)
    {
        var content = new BoundedStream(bytesMax);
        byte[] piece = new byte[81_920];
        while (!content.IsOver)
        {
            int got = await source.ReadAsync(piece, stop);
            if (got == 0) break;
            content.Write(piece.AsSpan(0, got));
        }

        return content;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        int taken = Math.Min(buffer.Length, bytesMax + 1 - keptBytes);
        if (taken == 0) return;
        if (keptBytes + taken > kept.Length)
            Array.Resize(ref kept, Math.Min(bytesMax + 1, Math.Max(keptBytes + taken, Math.Max(65_536, kept.Length * 2))));
        buffer[..taken].CopyTo(kept.AsSpan(keptBytes));
        keptBytes += taken;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => keptBytes;

    public override long Position { get => keptBytes; set => throw new NotSupportedException(); }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
