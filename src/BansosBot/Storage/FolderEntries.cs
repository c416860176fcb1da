using System.Runtime.InteropServices;

namespace BansosBot.Storage;

/// <summary>Makes the names in a folder durable: a new or renamed file is found after a power cut only if its folder was synced.</summary>
/// <remarks>The BCL opens no folders. File systems that cannot sync one (some network mounts) say EINVAL: nothing to be done there.</remarks>
internal static class FolderEntries
{
    private const int ReadOnlyFlag = 0, Interrupted = 4, CannotBeSynced = 22;      // O_RDONLY, EINTR, EINVAL: the same numbers on Linux and macOS

    /// <summary>Creates the folder, and those above it, so that it is still there after a power cut. Nothing when it exists.</summary>
    public static void Create(string folder, UnixFileMode mode)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Directory.Exists(full)) return;
        var above = Path.GetDirectoryName(full)!;
        Create(above, mode);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(full);
        else Directory.CreateDirectory(full, mode);
        Sync(above);
    }

    /// <exception cref="IOException">The names may be gone after a power cut: what was made or renamed there is not safe.</exception>
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows()) return;        // NTFS writes names to its journal; a folder has no flush there
        var descriptor = open(folder, ReadOnlyFlag);
        if (descriptor < 0) throw Failure(folder, "opened");
        try
        {
            while (fsync(descriptor) < 0)
            {
                if (Marshal.GetLastPInvokeError() == CannotBeSynced) return;
                if (Marshal.GetLastPInvokeError() != Interrupted) throw Failure(folder, "flushed");
            }
        }
        finally
        {
            _ = close(descriptor);          // nothing was written through it
        }
    }

    private static IOException Failure(string folder, string what) =>
        new($"The folder '{folder}' cannot be {what}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");

#pragma warning disable SYSLIB1054, CA2101, IDE1006 // LibraryImport needs unsafe code in the whole program; UTF-8 is what Unix takes; the names are libc's
    [DllImport("libc", CharSet = CharSet.Ansi, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(int descriptor);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int descriptor);
#pragma warning restore SYSLIB1054, CA2101, IDE1006
}
