using System.Buffers.Binary;
using System.Security.Cryptography;

namespace BansosBot.Storage.LiteDb;

/// <summary>LiteDB's log, kept in a layout of our own that a power cut cannot make lie.</summary>
/// <remarks>
/// LiteDB appends pages; the last of a transaction says "confirmed", and nothing in the file tells whether the pages before it
/// arrived. A disk may keep any part of what was not synced, so with LiteDB's own layout a lost page in front of a kept
/// confirm page breaks the file at the next start (LiteDbFactsTests). Here the pages of one commit are written as one frame with a
/// checksum over all of it; at opening, the frames up to the first that does not fit are the log. One write, one sync
/// per commit. Layout: two header blocks, frames from byte 8192, everything a multiple of 4096 so that no block is shared.
/// <para>Restarting (LiteDB empties its log after a checkpoint) writes a header with a new salt into the other block and syncs
/// it, then overwrites the frames in place: old ones no longer fit, the file does not grow, the sync stays cheap.</para>
/// <para>One thread appends and syncs; any thread reads.</para>
/// </remarks>
internal sealed class PageLog(BlockFile file)
{
    public const int PageBytes = 8192;
    private const int BlockBytes = 4096;
    private const int FramesStart = 2 * BlockBytes;
    private const int FramePagesMax = 256;              // 2 MB in memory; a larger transaction spreads over several frames
    private const long KeptBytesMax = 64L << 20;        // a log that grew beyond this gives its room back when it restarts
    private const ulong HeaderMark = 0x31474F4C534E4142;    // "BANSLOG1"
    private const ulong FrameMark = 0x31454D415246534E;     // "NSFRAME1"
    private const int SumAt = 48;                       // in header blocks and frame headers: checksum of what stands before it
    private const int HeaderBytes = SumAt + sizeof(ulong);

    private readonly Lock gate = new();
    private readonly List<long> placeOfPage = [];       // offset in the file, of every page in a frame
    private readonly byte[] salt = new byte[16];
    private byte[] frame = new byte[BlockBytes + (16 * PageBytes)];     // header block, then the pages not yet written
    private int waitingPages;
    private long generation, frameEnd = FramesStart;
    private ulong chain;
    private bool dirty;
    private StoreBrokenException? failure;

    /// <summary>Which data file it belongs to; null before <see cref="Begin"/> was ever called.</summary>
    public long? Owner { get; private set; }

    /// <summary>Bytes as LiteDB counts them: whole pages.</summary>
    public long Length
    {
        get { lock (gate) return (long)(placeOfPage.Count + waitingPages) * PageBytes; }
    }

    /// <summary>Reads what a former process left: the newer header, and every frame up to the first that does not fit.</summary>
    /// <exception cref="StoreBrokenException">It is no log of ours.</exception>
    public void Load()
    {
        if (file.Length == 0) return;
        var headers = new byte[FramesStart];
        file.Read(0, headers);
        var (first, second) = (GenerationIn(headers), GenerationIn(headers.AsSpan(BlockBytes)));
        if (first is null && second is null)
        {
            // A power cut in the very first header: nothing was ever acknowledged. It is all zero or torn, and alone.
            if (file.Length <= FramesStart) return;
            throw new StoreBrokenException($"'{file.Name}' is damaged or no log of this program. Put both database files back from a backup.");
        }

        var header = headers.AsSpan((second ?? -1) > (first ?? -1) ? BlockBytes : 0, HeaderBytes);
        generation = BinaryPrimitives.ReadInt64LittleEndian(header[8..]);
        header.Slice(16, 16).CopyTo(salt);
        Owner = BinaryPrimitives.ReadInt64LittleEndian(header[32..]);
        chain = PageChecksum.Of(HeaderMark, salt);
        var scratch = new byte[FramePagesMax * PageBytes];
        while (TryReadFrame(scratch)) { }
    }

    /// <summary>Starts an empty log for this data file; durable when it returns.</summary>
    public void Begin(long owner)
    {
        lock (gate)
        {
            ThrowIfFailed();
            RandomNumberGenerator.Fill(salt);
            Span<byte> header = stackalloc byte[HeaderBytes];
            header.Clear();
            BinaryPrimitives.WriteUInt64LittleEndian(header, HeaderMark);
            BinaryPrimitives.WriteInt64LittleEndian(header[8..], ++generation);
            salt.CopyTo(header[16..]);
            BinaryPrimitives.WriteInt64LittleEndian(header[32..], owner);
            BinaryPrimitives.WriteUInt64LittleEndian(header[SumAt..], PageChecksum.Of(HeaderMark, header[..SumAt]));
            Write(generation % 2 * BlockBytes, header);
            Guarded(file.Sync);
            // Only now: a log cut short under its old header would be replayed in part.
            if (file.Length > KeptBytesMax) Guarded(() => file.SetLength(FramesStart));
            placeOfPage.Clear();
            (waitingPages, frameEnd, dirty, Owner) = (0, FramesStart, false, owner);
            chain = PageChecksum.Of(HeaderMark, salt);
        }
    }

    /// <summary>Empties it, after a checkpoint. Free when it is empty already.</summary>
    public void Restart()
    {
        if (Length > 0) Begin(Owner ?? throw new InvalidOperationException("Begin comes first."));
    }

    /// <summary>Takes the next page. Nothing is durable before <see cref="Sync"/>.</summary>
    /// <remarks>Never throws: LiteDB's writer queue stops without a word when its stream throws, and whoever waits for it
    /// waits for ever. What went wrong is kept and thrown by <see cref="Sync"/>.</remarks>
    public void Append(long position, ReadOnlySpan<byte> page)
    {
        lock (gate)
        {
            if (failure is not null) return;
            if (page.Length != PageBytes || position != Length)
            {
                failure = new StoreBrokenException($"Pages came to '{file.Name}' out of order: two threads write to one database.");
                return;
            }

            var start = BlockBytes + (waitingPages * PageBytes);
            if (start + PageBytes > frame.Length) Array.Resize(ref frame, Math.Min(frame.Length * 2, BlockBytes + (FramePagesMax * PageBytes)));
            page.CopyTo(frame.AsSpan(start));
            if (++waitingPages < FramePagesMax) return;
            try
            {
                WriteFrame();
            }
            catch (StoreBrokenException)
            {
                // kept in failure; Sync throws it
            }
        }
    }

    /// <summary>Returns when every page appended so far is on the disk: the moment after which a message may be acknowledged.</summary>
    /// <exception cref="StoreBrokenException">Now or earlier the disk failed; final.</exception>
    public void Sync()
    {
        lock (gate)
        {
            ThrowIfFailed();
            if (waitingPages > 0) WriteFrame();
            if (!dirty) return;
            dirty = false;
        }

        Guarded(file.Sync);     // outside the lock: readers go on meanwhile
    }

    /// <summary>Reads one page, or part of it, from wherever it is.</summary>
    public int Read(long position, Span<byte> into)
    {
        lock (gate)
        {
            ThrowIfFailed();
            var (page, within) = Math.DivRem(position, PageBytes);
            into = into[..Math.Min(into.Length, PageBytes - (int)within)];
            if (page < placeOfPage.Count) return file.Read(placeOfPage[(int)page] + within, into);
            var waiting = page - placeOfPage.Count;
            if (waiting >= waitingPages) return 0;
            frame.AsSpan((int)(BlockBytes + (waiting * PageBytes) + within), into.Length).CopyTo(into);
            return into.Length;
        }
    }

    private static long? GenerationIn(ReadOnlySpan<byte> block) =>
        BinaryPrimitives.ReadUInt64LittleEndian(block) == HeaderMark
        && BinaryPrimitives.ReadUInt64LittleEndian(block[SumAt..]) == PageChecksum.Of(HeaderMark, block[..SumAt])
            ? BinaryPrimitives.ReadInt64LittleEndian(block[8..])
            : null;

    private bool TryReadFrame(byte[] scratch)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (file.Read(frameEnd, header) < HeaderBytes) return false;
        var pages = BinaryPrimitives.ReadInt64LittleEndian(header[8..]);
        if (BinaryPrimitives.ReadUInt64LittleEndian(header) != FrameMark || pages is < 1 or > FramePagesMax
            || BinaryPrimitives.ReadInt64LittleEndian(header[16..]) != placeOfPage.Count) return false;

        var body = scratch.AsSpan(0, (int)pages * PageBytes);
        if (file.Read(frameEnd + BlockBytes, body) < body.Length) return false;
        var sum = PageChecksum.Of(PageChecksum.Of(chain, header[..SumAt]), body);
        if (BinaryPrimitives.ReadUInt64LittleEndian(header[SumAt..]) != sum) return false;

        Accept((int)pages, sum);
        return true;
    }

    // Header: mark, how many pages, number of the first; the checksum covers it and the pages, and starts from the frame before.
    private void WriteFrame()
    {
        var header = frame.AsSpan(0, BlockBytes);
        header.Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(header, FrameMark);
        BinaryPrimitives.WriteInt64LittleEndian(header[8..], waitingPages);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], placeOfPage.Count);
        var whole = frame.AsSpan(0, BlockBytes + (waitingPages * PageBytes));
        var sum = PageChecksum.Of(PageChecksum.Of(chain, header[..SumAt]), whole[BlockBytes..]);
        BinaryPrimitives.WriteUInt64LittleEndian(header[SumAt..], sum);
        Write(frameEnd, whole);
        dirty = true;
        Accept(waitingPages, sum);
        waitingPages = 0;
    }

    private void Accept(int pages, ulong sum)
    {
        for (var i = 0; i < pages; i++) placeOfPage.Add(frameEnd + BlockBytes + ((long)i * PageBytes));
        frameEnd += BlockBytes + ((long)pages * PageBytes);
        chain = sum;
    }

    private void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        try
        {
            file.Write(offset, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(e);
        }
    }

    private void Guarded(Action act)
    {
        try
        {
            act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(e);
        }
    }

    private StoreBrokenException Failed(Exception e) => failure = new StoreBrokenException(
        $"Writing '{file.Name}' failed: {e.Message} Make room on the disk or replace it, then start again; what was acknowledged is safe.", e);

    private void ThrowIfFailed()
    {
        if (failure is not null) throw failure;
    }
}
