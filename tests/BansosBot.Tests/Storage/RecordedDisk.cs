using BansosBot.Storage;

namespace BansosBot.Tests.Storage;

/// <summary>The power is off: nothing reaches this disk any more.</summary>
public sealed class PowerIsOffException() : IOException("The power is off.");

/// <summary>How a disk may treat what was written and not yet synced.</summary>
public enum Unsynced
{
    AllLost,
    AllKept,
    FirstKept,
    SomeKept,
    TornAtSectors,
}

/// <summary>Files in memory that remember what was synced, lose their power at a chosen act, and tell what could be left of them.</summary>
public sealed class RecordedDisk
{
    private readonly Dictionary<string, RecordedFile> files = [];

    /// <summary>Acts (write, sync, set length) so far, over all files.</summary>
    public int Acts { get; private set; }

    /// <summary>The act during which the power goes; it has been given to the disk, but has not returned.</summary>
    public int CutAtAct { get; set; } = int.MaxValue;

    /// <summary>A file with this content; <paramref name="syncs"/> false is the planted mistake, a file whose sync does nothing.</summary>
    public RecordedFile Add(string name, byte[] content, bool syncs = true) =>
        files[name] = new RecordedFile(this, name, content, syncs);

    /// <summary>What a later start may find in this file. Ends this disk's life.</summary>
    public byte[] AfterCut(string name, Unsynced how, Random random) => files[name].AfterCut(how, random);

    /// <summary>Several threads may use a disk: a store reads and writes at once.</summary>
    internal Lock Gate { get; } = new();

    internal void Act()
    {
        if (++Acts >= CutAtAct) throw new PowerIsOffException();
    }

    internal void CheckPower()
    {
        if (Acts >= CutAtAct) throw new PowerIsOffException();
    }
}

/// <summary>One file of a <see cref="RecordedDisk"/>.</summary>
public sealed class RecordedFile(RecordedDisk disk, string name, byte[] content, bool syncs) : BlockFile
{
    private const int SectorBytes = 512;
    private readonly List<(long Offset, byte[]? Bytes)> unsynced = [];      // no bytes: the length was set
    private readonly Image now = new((byte[])content.Clone()), durable = new(content);

    public override string Name => name;

    public override long Length
    {
        get { lock (disk.Gate) return now.Length; }
    }

    public override int Read(long offset, Span<byte> into)
    {
        lock (disk.Gate) return now.Read(offset, into);
    }

    public override void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        lock (disk.Gate)
        {
            disk.CheckPower();
            now.Write(offset, bytes);
            unsynced.Add((offset, bytes.ToArray()));
            disk.Act();
        }
    }

    public override void SetLength(long length)
    {
        lock (disk.Gate)
        {
            disk.CheckPower();
            now.SetLength(length);
            unsynced.Add((length, null));
            disk.Act();
        }
    }

    internal byte[] AfterCut(Unsynced how, Random random)
    {
        var first = random.Next(unsynced.Count + 1);
        for (var i = 0; i < unsynced.Count; i++)
        {
            var (offset, bytes) = unsynced[i];
            var kept = how switch
            {
                Unsynced.AllLost => false,
                Unsynced.AllKept => true,
                Unsynced.FirstKept => i < first,
                _ => random.Next(2) == 0,
            };
            if (how == Unsynced.TornAtSectors && bytes is not null)
            {
                for (var at = 0; at < bytes.Length; at += SectorBytes)
                    if (random.Next(4) > 0) durable.Write(offset + at, bytes.AsSpan(at, Math.Min(SectorBytes, bytes.Length - at)));
            }
            else if (kept)
            {
                if (bytes is null) durable.SetLength(offset);
                else durable.Write(offset, bytes);
            }
        }

        return durable.ToArray();
    }

    protected override void ToDisk()
    {
        lock (disk.Gate)
        {
            disk.CheckPower();
            disk.Act();
            if (!syncs) return;
            foreach (var (offset, bytes) in unsynced)
            {
                if (bytes is null) durable.SetLength(offset);
                else durable.Write(offset, bytes);
            }

            unsynced.Clear();
        }
    }

    protected override void Dispose(bool disposing) { }

    private sealed class Image(byte[] start)
    {
        private byte[] bytes = start;

        public int Length { get; private set; } = start.Length;

        public byte[] ToArray() => Length == bytes.Length ? bytes : bytes[..Length];

        public int Read(long offset, Span<byte> into)
        {
            var got = (int)Math.Clamp(Length - offset, 0, into.Length);
            if (got > 0) bytes.AsSpan((int)offset, got).CopyTo(into);
            return got;
        }

        public void Write(long offset, ReadOnlySpan<byte> what)
        {
            var end = (int)offset + what.Length;
            if (end > Length) SetLength(end);
            what.CopyTo(bytes.AsSpan((int)offset));
        }

        public void SetLength(long length)
        {
            if (length > bytes.Length) Array.Resize(ref bytes, (int)Math.Max(length, bytes.Length * 2L));
            if (length < Length) bytes.AsSpan((int)length, Length - (int)length).Clear();
            Length = (int)length;
        }
    }
}
