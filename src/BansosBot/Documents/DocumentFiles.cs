using System.Security.Cryptography;
using BansosBot.Domain.Documents;
using BansosBot.Storage;

namespace BansosBot.Documents;

/// <summary>
/// The documents' files: one encrypted file each, named by a random id, under two of its digits. The file is on disk
/// before the commit that names it; a file that no commit came to name is swept. Reads and writes may run side by side.
/// </summary>
/// <remarks>
/// Which key, and what the cipher binds to (the id), is the caller's: it hands in the two functions with each call,
/// since every person's documents have a key of their own. Nothing here knows whose a document is.
/// </remarks>
/// <param name="folder">Made when it is not there, with mode 0700; files have 0600.</param>
/// <param name="clock">Gives the files their time, by which <see cref="Sweep"/> judges them.</param>
public sealed class DocumentFiles(string folder, TimeProvider clock)
{
    /// <summary>Between the file and the commit that names it lie seconds; an hour forgives a long queue or a
    /// restart.</summary>
    public static readonly TimeSpan UnnamedKept = TimeSpan.FromHours(1);

    private const string TemporaryEnding = ".tmp";
    private const UnixFileMode OwnerOnlyFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerOnlyFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // Once for each start: a folder found there may have been made by a process that was killed before it flushed its
    // name.
    private readonly bool[] shelfIsSafe = new bool[256];

    /// <summary>An id that no document has.</summary>
    public static DocumentId NewId() => DocumentId.From(RandomNumberGenerator.GetBytes(DocumentId.RandomBytes));

    /// <summary>Keeps a document; when this returns, it survives a power cut. An id that is kept already is replaced
    /// whole:
    /// a worker that was killed may do its work again.</summary>
    /// <exception cref="IOException">Disk full or failed: nothing under this id may be relied on; do it
    /// again.</exception>
    public void Keep(DocumentId id, ReadOnlyMemory<byte> content, Func<ReadOnlyMemory<byte>, byte[]> encrypt)
    {
        byte[] encrypted = encrypt(content);
        string path = PathOf(id), shelf = Path.GetDirectoryName(path)!;
        string temporary = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}{TemporaryEnding}";
        try
        {
            MakeShelf(shelf, ref shelfIsSafe[Convert.FromHexString(id.ToString().AsSpan(0, 2))[0]]);
            Write(temporary, encrypted);
            File.Move(temporary, path, overwrite: true);
            FolderEntries.Sync(shelf);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            DeleteLeftOver(temporary);
            // The inner exception names the path, and a path names a random id: nothing personal.
            throw new IOException($"A document could not be kept: {e.Message}", e);
        }
    }

    /// <exception cref="FileNotFoundException">No such document: erased, or the folder is not the one its database
    /// belongs to.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public byte[] Read(DocumentId id, Func<ReadOnlyMemory<byte>, byte[]> decrypt)
    {
        try
        {
            return decrypt(File.ReadAllBytes(PathOf(id)));
        }
        catch (DirectoryNotFoundException e)
        {
            throw new FileNotFoundException("No such document.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"A document could not be read: {e.Message}", e);
        }
    }

    /// <summary>Gone when this returns, a power cut included. One that is not there is no mistake: erasing is done
    /// again after a crash.</summary>
    /// <exception cref="IOException">The disk failed; it may still be there.</exception>
    public void Delete(DocumentId id)
    {
        string path = PathOf(id), shelf = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(shelf)) return;
        try
        {
            File.Delete(path);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"A document could not be deleted: {e.Message}", e);
        }

        FolderEntries.Sync(shelf);
    }

    /// <summary>Deletes what no document names and what a cut-off write left behind, if older than
    /// <see cref="UnnamedKept"/>.
    /// Files that are not ours are left alone.</summary>
    /// <param name="isNamed">Asked of the store, for old files only; work still on its way names its document
    /// too.</param>
    /// <returns>How many files went.</returns>
    /// <exception cref="IOException">The disk failed; the rest is swept next time.</exception>
    public int Sweep(Func<DocumentId, bool> isNamed)
    {
        if (!Directory.Exists(folder)) return 0;
        var before = clock.GetUtcNow() - UnnamedKept;
        int swept = 0;
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (OfPath(path) is not { } id || File.GetLastWriteTimeUtc(path) >= before.UtcDateTime) continue;
            if (!path.EndsWith(TemporaryEnding, StringComparison.Ordinal) && isNamed(id)) continue;
            File.Delete(path);                         // not flushed: what a power cut brings back is swept again
            swept++;
        }

        return swept;
    }

    private string PathOf(DocumentId id)
    {
        string name = id.ToString();
        return Path.Combine(folder, name[..2], name);
    }

    private static DocumentId? OfPath(string path)
    {
        string name = Path.GetFileName(path);
        return name.EndsWith(TemporaryEnding, StringComparison.Ordinal) ? DocumentId.Parse(name.Split('.')[0]) : DocumentId.Parse(name);
    }

    private void MakeShelf(string shelf, ref bool isSafe)
    {
        if (isSafe) return;
        foreach (string part in (string[])[folder, shelf])
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(part);
            else Directory.CreateDirectory(part, OwnerOnlyFolder);
            if (Path.GetDirectoryName(Path.GetFullPath(part)) is { } parent) FolderEntries.Sync(parent);
        }

        isSafe = true;
    }

    private void Write(string path, byte[] encrypted)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 0,
            PreallocationSize = encrypted.Length,      // a full disk says so now, not after half of it
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnlyFile;
        using var file = new FileStream(path, options);
        file.Write(encrypted);
        File.SetLastWriteTimeUtc(file.SafeFileHandle, clock.GetUtcNow().UtcDateTime);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Tries; what stays is swept.</summary>
    private static void DeleteLeftOver(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to tell; the left-over is swept in an hour.
        }
    }
}
