using BansosBot.Storage;

namespace BansosBot.Demo;

/// <summary>A small file beside the data says that its people are invented: real ones never go among them, nor they among real ones.</summary>
internal static class DemoMark
{
    private const string FileName = "demo.txt";
    private const string Begun = "Data contoh, belum lengkap. Demo data, not complete: its making was cut off.";
    private const string Made = "Data contoh. Demo data: all people and cases here are invented.";

    /// <summary>Whether the folder's data is a demo's.</summary>
    public static bool IsOn(string storage) => File.Exists(Path.Combine(storage, FileName));

    /// <summary>Whether its making was cut off.</summary>
    public static bool IsCutOff(string storage) => IsOn(storage) && !File.ReadAllText(Path.Combine(storage, FileName)).StartsWith(Made, StringComparison.Ordinal);

    /// <summary>On the disk before the first invented person is.</summary>
    public static void Begin(string storage) => Write(storage, Begun);

    public static void End(string storage) => Write(storage, Made);

    private static void Write(string storage, string text)
    {
        FolderEntries.Create(storage, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using (var file = new FileStream(Path.Combine(storage, FileName), FileMode.Create))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(text + "\n"));
            file.Flush(flushToDisk: true);
        }

        FolderEntries.Sync(storage);
    }
}
