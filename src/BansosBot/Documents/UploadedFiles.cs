using System.Globalization;
using System.Security.Cryptography;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using BansosBot.Storage.Keys;

namespace BansosBot.Documents;

/// <summary>What came of a file that was sent to us.</summary>
/// <param name="Name">Under which it is fetched; null where nothing is kept: empty, or too large.</param>
/// <param name="Bytes">How much came.</param>
/// <param name="Kind">By its first bytes.</param>
/// <param name="Hash">SHA-256 of what came; the same file gives the same.</param>
public sealed record Uploaded(string? Name, long Bytes, FileKind Kind, byte[] Hash)
{
    public bool IsTooLarge => Bytes > PhotoLimits.BytesMax;
}

/// <summary>
/// Files of a channel that brings them itself, from the moment they arrive until a worker has made a document of them or
/// refused them. Encrypted as they come, piece by piece, each file with a key of its own; on the disk before the commit that orders the work.
/// </summary>
/// <remarks>A piece is sealed with its number, and the last one as the last: pieces cannot change places and a cut-off file does not read.</remarks>
/// <param name="channel">As in <see cref="ChatKey.Channel"/>.</param>
/// <param name="folder">Made when it is not there, with mode 0700; files have 0600.</param>
/// <param name="room">What the disk still has room for.</param>
public sealed class UploadedFiles(string channel, string folder, KeyFolder keys, Func<Room> room, TimeProvider clock) : IFileSource
{
    /// <summary>More than wait in any honest hour; at 10 MB each, a gigabyte of disk at most.</summary>
    public const int WaitingMax = 100;

    /// <summary>Between a file and the commit that orders its work lie seconds; an hour forgives a restart.</summary>
    public static readonly TimeSpan UnorderedKept = TimeSpan.FromHours(1);

    private const int PieceBytes = 65_536, NameBytes = 16;
    private const string Collection = "uploads";
    private const UnixFileMode OwnerOnlyFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerOnlyFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Lock gate = new();
    private readonly HashSet<string> ordered = [];      // of this process; at most WaitingMax

    public string Channel => channel;

    /// <summary>Whether the disk has room for files at all.</summary>
    public bool DiskHasRoom => room() == Room.Plenty;

    /// <summary>Whether so many wait that another one must wait with its sender.</summary>
    public bool IsBusy => Directory.Exists(folder) && Directory.EnumerateFiles(folder).Count() >= WaitingMax;

    /// <summary>Takes a file to its end; what is over the limit is read and dropped, so that the sender hears the answer.</summary>
    /// <returns>When it is on the disk.</returns>
    /// <exception cref="IOException">The disk failed or is full.</exception>
    public async Task<Uploaded> TakeAsync(Stream content, CancellationToken stop)
    {
        FolderEntries.Create(folder, OwnerOnlyFolder);
        var (name, slot) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes)), keys.Subjects.New());
        keys.Subjects.Flush();
        var whole = false;
        try
        {
            var (bytes, kind, hash) = await WriteAsync(name, slot, content, stop);
            whole = bytes is > 0 and <= PhotoLimits.BytesMax;
            if (whole) FolderEntries.Sync(folder);
            return new(whole ? name : null, bytes, kind, hash);
        }
        finally
        {
            if (!whole) Erase(name, slot);
        }
    }

    /// <summary>Hears which files are ordered, so that others can go at once.</summary>
    public void Watch(IStore store) => store.Committed += group =>
    {
        lock (gate)
        {
            foreach (var order in group.Orders)
                if (order.Chat.Channel == channel && order.File is { } file) ordered.Add(file.At);
        }
    };

    /// <summary>The message that brought the file has taken effect: a file that no work was ordered for is not needed.</summary>
    public void Decided(string name)
    {
        lock (gate)
            if (ordered.Contains(name)) return;
        Erase(name);
    }

    public async Task<bool> FetchAsync(FileRef file, Stream into, CancellationToken stop)
    {
        var name = file.At;
        if (!IsName(name) || !File.Exists(PathOf(name))) return false;
        await using var from = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: true);
        var closed = new byte[PieceBytes + FieldCipher.OverheadBytes];
        for (var number = 0; ; number++)
        {
            var got = await from.ReadAtLeastAsync(closed, closed.Length, throwOnEndOfStream: false, stop);
            var isLast = got < closed.Length;
            try
            {
                await into.WriteAsync(keys.Cipher.Decrypt(Collection, name, Field(number, isLast), closed.AsSpan(0, got)), stop);
            }
            catch (Exception e) when (e is CannotDecryptException or ErasedException)
            {
                return false;       // damaged or erased: the person is asked to send it once more
            }

            if (isLast) return true;
        }
    }

    public void Done(FileRef file)
    {
        lock (gate) ordered.Remove(file.At);
        if (IsName(file.At)) Erase(file.At);
    }

    /// <summary>Erases what a killed process left behind, now and every hour.</summary>
    public async Task SweepAsync(IStore store, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await SweepOnceAsync(store, stop);
            await Task.Delay(UnorderedKept, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Erases files older than <see cref="UnorderedKept"/> that no unfinished work names.</summary>
    public async Task<int> SweepOnceAsync(IStore store, CancellationToken stop)
    {
        if (!Directory.Exists(folder)) return 0;
        var before = clock.GetUtcNow() - UnorderedKept;
        List<string> old = [.. Directory.EnumerateFiles(folder).Where(f => File.GetLastWriteTimeUtc(f) < before.UtcDateTime).Select(f => Path.GetFileName(f)).Where(IsName)];
        if (old.Count == 0) return 0;
        var named = (await store.UnfinishedAsync(stop)).Orders.Select(o => o.File?.At).OfType<string>().ToHashSet();      // of a former process only
        lock (gate) named.UnionWith(ordered);
        old.RemoveAll(named.Contains);
        foreach (var name in old) Erase(name);
        return old.Count;
    }

    private async Task<(long Bytes, FileKind Kind, byte[] Hash)> WriteAsync(string name, KeySlot slot, Stream content, CancellationToken stop)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnlyFile;
        await using var file = new FileStream(PathOf(name), options);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (piece, bytes, kind) = (new byte[PieceBytes], 0L, FileKind.Unknown);
        for (var number = 0; ; number++)
        {
            var got = await content.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, stop);
            bytes += got;
            hash.AppendData(piece, 0, got);
            if (number == 0) kind = FileKinds.Of(piece.AsSpan(0, got));
            var isLast = got < piece.Length;
            if (bytes <= PhotoLimits.BytesMax) await file.WriteAsync(keys.Cipher.Encrypt(slot, Collection, name, Field(number, isLast), piece.AsSpan(0, got)), stop);
            if (isLast) break;
        }

        CryptographicOperations.ZeroMemory(piece);
        File.SetLastWriteTimeUtc(file.SafeFileHandle, clock.GetUtcNow().UtcDateTime);
        file.Flush(flushToDisk: true);
        return (bytes, kind, hash.GetHashAndReset());
    }

    /// <summary>The key goes first: what is left of the file on the disk can then not be read.</summary>
    /// <param name="known">Its key; null: the one that opens it.</param>
    private void Erase(string name, KeySlot? known = null)
    {
        var path = PathOf(name);
        if (!File.Exists(path)) return;
        if ((known ?? KeyOf(name, path)) is { } slot) keys.Subjects.Erase(slot);
        File.Delete(path);
    }

    // The key that opens its first piece is its own: a damaged head may name somebody else's.
    private KeySlot? KeyOf(string name, string path)
    {
        using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var closed = new byte[PieceBytes + FieldCipher.OverheadBytes];
        var got = from.ReadAtLeast(closed, closed.Length, throwOnEndOfStream: false);
        try
        {
            _ = keys.Cipher.Decrypt(Collection, name, Field(0, isLast: got < closed.Length), closed.AsSpan(0, got));
            return FieldCipher.SlotOf(closed.AsSpan(0, got));
        }
        catch (Exception e) when (e is CannotDecryptException or ErasedException)
        {
            return null;        // nobody can read it any more
        }
    }

    private string PathOf(string name) => Path.Combine(folder, name);

    private static bool IsName(string name) => name.Length == 2 * NameBytes && name.All(char.IsAsciiHexDigitLower);

    private static string Field(int number, bool isLast) => string.Create(CultureInfo.InvariantCulture, $"{(isLast ? "last piece" : "piece")} {number}");
}
