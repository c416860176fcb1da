using System.Runtime.InteropServices;
using System.Text;

namespace BansosBot.Documents;

/// <summary>
/// Makes a folder's list of names durable: on Linux a new or renamed file may be gone after a power cut, its content
/// safe on disk, until its folder has been flushed (fsync(2), "Notes"). .NET opens no folders.
/// </summary>
internal static class FolderSync
{
    private const int ReadOnly = 0, Interrupted = 4;   // O_RDONLY and EINTR, the same on Linux and macOS

    /// <exception cref="IOException">The folder cannot be flushed: what was renamed into it is not safe.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;       // NTFS writes names to its journal; a folder has no flush there

        int folderHandle = Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly);
        if (folderHandle < 0) throw Failure("opened");
        try
        {
            int result;
            do result = Fsync(folderHandle);
            while (result < 0 && Marshal.GetLastPInvokeError() == Interrupted);
            if (result < 0) throw Failure("flushed");
        }
        finally
        {
            _ = Close(folderHandle);                   // nothing was written through it
        }
    }

    private static IOException Failure(string what) =>
        new($"A folder of documents cannot be {what}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");

#pragma warning disable SYSLIB1054 // LibraryImport writes unsafe code; three calls do not merit allowing it in this project
    [DllImport("libc", EntryPoint = "open", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] pathEndedByZero, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
#pragma warning restore SYSLIB1054
}
