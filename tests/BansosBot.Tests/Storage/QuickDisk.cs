using System.Runtime.CompilerServices;

namespace BansosBot.Tests.Storage;

/// <summary>Folders of tests lie in memory where there is room: a flush costs five milliseconds on a disk, and thousands are waited for. What a disk does
/// is no matter of these tests: power cuts have a recorded disk (<see cref="RecordedDisk"/>), and the kills of the real process use the real one.</summary>
internal static class QuickDisk
{
    private const string Memory = "/dev/shm";

    // All that a run of the tests keeps at one time is a tenth of it; a container's usual 64 MB would fill up.
    private const long RoomMin = 2L * 1024 * 1024 * 1024;

    /// <summary>Before the first test. Who has chosen a folder by TMPDIR keeps it.</summary>
    [ModuleInitializer]
    internal static void Use()
    {
        if (Environment.GetEnvironmentVariable("TMPDIR") is null && Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace >= RoomMin)
            Environment.SetEnvironmentVariable("TMPDIR", Memory);
    }
}
