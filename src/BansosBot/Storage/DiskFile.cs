using Microsoft.Win32.SafeHandles;

namespace BansosBot.Storage;

/// <summary>A real file, held by this process alone, readable by its owner only.</summary>
public sealed class DiskFile : BlockFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly SafeFileHandle handle;

    private DiskFile(string path, SafeFileHandle handle) => (Name, this.handle) = (path, handle);

    public override string Name { get; }

    public override long Length => RandomAccess.GetLength(handle);

    /// <summary>Opens it or creates it (mode 0600; its folder must exist).</summary>
    /// <exception cref="StoreBusyException">Another process has it open.</exception>
    /// <exception cref="StoreBrokenException">It cannot be opened: rights, a folder in its place, a read-only disk.</exception>
    public static DiskFile Open(string path)
    {
        try
        {
            var isNew = !File.Exists(path);
            var opened = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (isNew && !OperatingSystem.IsWindows()) File.SetUnixFileMode(opened, OwnerOnly);
            if (isNew) FolderEntries.Sync(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return new DiskFile(path, opened);
        }
        catch (IOException e) when (IsHeldByAnother(e))
        {
            throw new StoreBusyException(path, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreBrokenException($"'{path}' cannot be opened for writing: {e.Message} Check the folder and its rights.", e);
        }
    }

    public override int Read(long offset, Span<byte> into)
    {
        var done = 0;
        while (done < into.Length)
        {
            var got = RandomAccess.Read(handle, into[done..], offset + done);
            if (got == 0) break;
            done += got;
        }

        return done;
    }

    public override void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        try
        {
            RandomAccess.Write(handle, bytes, offset);
        }
        catch (ArgumentOutOfRangeException e)       // so .NET calls EFBIG: a limit of the file system, or of the process
        {
            throw new IOException($"'{Name}' may not grow any more.", e);
        }
    }

    public override void SetLength(long length) => RandomAccess.SetLength(handle, length);

    protected override void ToDisk() => RandomAccess.FlushToDisk(handle);

    protected override void Dispose(bool disposing)
    {
        if (disposing) handle.Dispose();
    }

    // EAGAIN of flock(2) on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private static bool IsHeldByAnother(IOException e) => e.HResult is 11 or 35 || e.HResult == unchecked((int)0x80070020);
}
