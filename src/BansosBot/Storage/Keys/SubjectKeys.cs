using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace BansosBot.Storage.Keys;

/// <summary>A data key for each person, in a file of fixed slots, so that erasing one is overwriting 64 bytes.</summary>
/// <remarks>
/// A slot is written and flushed before the commit that uses it; one that a crash left unused is harmless and never given
/// out again. Any thread, except that <see cref="Flush"/> belongs to the store's writer, before its commit.
/// Slot n lies at byte 64 n: state, version, two zeros, nonce, wrapped key, tag. In place of slot 0 stands the header.
/// </remarks>
public sealed class SubjectKeys : IDisposable
{
    public const string FileName = "subjects.keys";
    internal const int BytesMin = 2 * SlotBytes;     // header and the office's own key
    private const int SlotBytes = 64, WrappedAt = 4, CachedMax = 4096;
    private const byte InUse = 1, Erased = 2, Version = 1;
    private const string Mark = "bansosbot-subject-keys 1";

    private readonly BlockFile file;
    private readonly MasterKey master;
    private readonly ErasedList erased;
    private readonly Lock gate = new();         // cache, nonces, waiting, firstWaiting
    private readonly Lock writing = new();      // one flush or erasure at a time; taken before gate
    private readonly KeyCache cache = new(CachedMax);
    private readonly NonceStock nonces = new();
    private readonly List<byte> waiting = [];   // slots from firstWaiting on, not yet in the file
    private int firstWaiting;
    private StoreBrokenException? failure;

    internal SubjectKeys(BlockFile file, MasterKey master, ErasedList erased)
    {
        (this.file, this.master, this.erased) = (file, master, erased);
        var isNew = file.Length < BytesMin;     // shorter: the first start was cut off, nothing used it yet
        if (isNew) Create();

        // Slots beyond the file that were erased belong to a newer key file than this one: never give them out again,
        // or the next start would erase a living person's key.
        var slotsInFile = (int)((file.Length + SlotBytes - 1) / SlotBytes);
        firstWaiting = Math.Max(slotsInFile, erased.Slots.DefaultIfEmpty(0).Max() + 1);
        if (!isNew) CheckHeader();
        EraseAnew(slotsInFile);
    }

    /// <summary>Gives out the next slot with a new key. Durable only after <see cref="Flush"/>.</summary>
    public KeySlot New()
    {
        Span<byte> key = stackalloc byte[DataKey.Bytes];
        Span<byte> slot = stackalloc byte[SlotBytes];
        RandomNumberGenerator.Fill(key);
        lock (gate)
        {
            var number = firstWaiting + (waiting.Count / SlotBytes);
            Fill(slot, number, key);
            waiting.AddRange(slot);
            cache.Add(number, new DataKey(key));
            CryptographicOperations.ZeroMemory(key);
            return new KeySlot(number);
        }
    }

    /// <summary>The highest slot given out so far, here or in an older file that this one goes on after.</summary>
    public KeySlot Highest
    {
        get { lock (gate) return new(firstWaiting + (waiting.Count / SlotBytes) - 1); }
    }

    /// <summary>Goes on after the highest slot that the stored data names; at start, before the first <see cref="New"/>.</summary>
    /// <remarks>A key file put back from a backup may be older than the data: the numbers it lacks belong to people whose keys are
    /// lost, and erasing one of them must not erase somebody new.</remarks>
    /// <returns>False: so it is; some of the data cannot be read, and the operator must be told.</returns>
    public bool GoOnAfter(KeySlot highest)
    {
        lock (gate)
        {
            if (waiting.Count > 0) throw new InvalidOperationException("Slots were given out already.");
            if (highest.Number < firstWaiting) return true;
            firstWaiting = highest.Number + 1;
            return false;
        }
    }

    /// <summary>Returns when all slots given out so far are on the disk: one flush for all of them, none when there are none.</summary>
    /// <exception cref="StoreBrokenException">The disk failed; final.</exception>
    public void Flush()
    {
        lock (writing)
        {
            byte[] slots;
            lock (gate) slots = [.. waiting];
            if (slots.Length == 0) return;
            WriteThrough(firstWaiting, slots);
            lock (gate)
            {
                waiting.RemoveRange(0, slots.Length);
                firstWaiting += slots.Length / SlotBytes;
            }
        }
    }

    /// <summary>Erases a person's key; when it returns, nothing encrypted with it can ever be read here again. A second time is harmless.</summary>
    /// <remarks>On the list first: whatever happens in between, the next start erases it.</remarks>
    public void Erase(KeySlot slot) => EraseAll([slot.Number]);

    /// <summary>Erases many, with a flush for all of them where one would take one each.</summary>
    public void EraseAll(IReadOnlyCollection<int> slots)
    {
        if (slots.Count == 0) return;
        if (slots.Any(s => s == KeySlot.Office.Number || s <= 0)) throw new ArgumentException("The office's own key is never erased.", nameof(slots));
        lock (writing)
        {
            Flush();
            if (slots.Any(s => s >= firstWaiting)) throw new ArgumentException($"Slot {slots.Max()} was never given out.", nameof(slots));
            Guarded(() => erased.Add(slots));
            Guarded(() =>
            {
                foreach (var slot in slots) file.Write((long)slot * SlotBytes, ErasedSlot());
                file.Sync();
            });
            lock (gate)
                foreach (var slot in slots) cache.Remove(slot);      // loading happens under the same lock, so no old copy comes back
        }
    }

    /// <summary>Whether there is a key in this slot: given out and not erased.</summary>
    public bool Exists(KeySlot slot)
    {
        Span<byte> bytes = stackalloc byte[SlotBytes];
        lock (gate) return Read(slot.Number, bytes) && bytes[0] == InUse;
    }

    /// <exception cref="ErasedException">It was erased.</exception>
    /// <returns>Null: there is none, or it is damaged.</returns>
    internal DataKey? Find(KeySlot slot)
    {
        lock (gate)
        {
            return cache.Find(slot.Number) ?? Load(slot);
        }
    }

    /// <summary>As <see cref="Find(KeySlot)"/>, with a nonce for one encryption.</summary>
    internal DataKey? Find(KeySlot slot, Span<byte> nonce)
    {
        lock (gate)
        {
            nonces.Take(nonce);
            return Find(slot);
        }
    }

    public void Dispose()
    {
        cache.Dispose();
        file.Dispose();
    }

    private static string Purpose(int number) => $"{FileName}/{number}";

    private static byte[] ErasedSlot()
    {
        var slot = RandomNumberGenerator.GetBytes(SlotBytes);
        slot[0] = Erased;
        return slot;
    }

    private DataKey? Load(KeySlot slot)
    {
        Span<byte> bytes = stackalloc byte[SlotBytes];
        Span<byte> key = stackalloc byte[DataKey.Bytes];
        if (!Read(slot.Number, bytes)) return null;
        if (bytes[0] == Erased) throw new ErasedException(slot);
        if (bytes[0] != InUse || bytes[1] != Version || !master.TryUnwrap(bytes[WrappedAt..], Purpose(slot.Number), key)) return null;
        var loaded = new DataKey(key);
        CryptographicOperations.ZeroMemory(key);
        cache.Add(slot.Number, loaded);
        return loaded;
    }

    private bool Read(int number, Span<byte> slot)
    {
        if (number <= 0) return false;
        if (number < firstWaiting) return file.Read((long)number * SlotBytes, slot) == SlotBytes;
        var at = (long)(number - firstWaiting) * SlotBytes;
        if (at >= waiting.Count) return false;
        CollectionsMarshal.AsSpan(waiting).Slice((int)at, SlotBytes).CopyTo(slot);
        return true;
    }

    private void Fill(Span<byte> slot, int number, ReadOnlySpan<byte> key)
    {
        slot[..WrappedAt].Clear();
        (slot[0], slot[1]) = (InUse, Version);
        master.Wrap(key, Purpose(number), slot[WrappedAt..]);
    }

    private void Create()
    {
        var start = new byte[BytesMin];
        Encoding.ASCII.GetBytes($"{Mark} {master.Id}\n").CopyTo(start, 0);
        Fill(start.AsSpan(SlotBytes), KeySlot.Office.Number, RandomNumberGenerator.GetBytes(DataKey.Bytes));
        WriteThrough(0, start);
    }

    private void CheckHeader()
    {
        Span<byte> header = stackalloc byte[SlotBytes];
        file.Read(0, header);
        var line = Encoding.ASCII.GetString(header).TrimEnd('\0', '\n');
        if (!line.StartsWith(Mark + " ", StringComparison.Ordinal))
            throw new KeyFolderException($"'{file.Name}' is damaged: it does not begin with '{Mark}'. Put it back from the backup of the keys.");
        if (line[(Mark.Length + 1)..] != master.Id)
            throw new KeyFolderException($"'{file.Name}' belongs to master key {line[(Mark.Length + 1)..]}, but {MasterKey.FileName} is {master.Id}. Put back the files that belong together, from one backup of the keys.");
        if (Load(KeySlot.Office) is null)
            throw new KeyFolderException($"'{file.Name}' is damaged: its first key does not open. Put it back from the backup of the keys.");
    }

    private void EraseAnew(int slotsInFile)
    {
        Span<byte> slot = stackalloc byte[SlotBytes];
        var changed = false;
        foreach (var number in erased.Slots.Where(number => number > KeySlot.Office.Number && number < slotsInFile))
        {
            if (Read(number, slot) && slot[0] == Erased) continue;
            Guarded(() => file.Write((long)number * SlotBytes, ErasedSlot()));
            changed = true;
        }

        if (changed) Guarded(file.Sync);
    }

    private void WriteThrough(int number, byte[] bytes) => Guarded(() =>
    {
        file.Write((long)number * SlotBytes, bytes);
        file.Sync();
    });

    private void Guarded(Action act)
    {
        if (failure is not null) throw failure;
        try
        {
            act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw failure = new StoreBrokenException(
                $"Writing '{file.Name}' failed: {e.Message} Make room on the disk or replace it, then start again; what was acknowledged is safe.", e);
        }
    }
}
