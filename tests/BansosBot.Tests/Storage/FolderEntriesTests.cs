using BansosBot.Storage;

namespace BansosBot.Tests.Storage;

public sealed class FolderEntriesTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public void A_folder_that_is_there_is_synced() => FolderEntries.Sync(folder.Path);

    [Fact]
    public void One_that_cannot_be_opened_fails_with_its_reason() =>
        Assert.Matches("cannot be opened: .{5,}", Assert.Throws<IOException>(() => FolderEntries.Sync(folder["not there"])).Message);

    // As some network mounts are: there is nothing to be done.
    [Fact]
    public void On_a_file_system_that_cannot_sync_folders_nothing_fails()
    {
        if (OperatingSystem.IsLinux()) FolderEntries.Sync("/proc/self");
    }

    [Fact]
    public void A_folder_is_made_with_those_above_it()
    {
        FolderEntries.Create(folder["a/b/c"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        FolderEntries.Create(folder["a/b/c"], UnixFileMode.None);       // there already

        Assert.True(Directory.Exists(folder["a/b/c"]));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder["a/b"]));
    }

    public void Dispose() => folder.Dispose();
}
