using System.Diagnostics;

namespace BansosBot.Simulation.City;

/// <summary>The program's files, and what the power leaves of them.</summary>
/// <remarks>What was written and not flushed stays here; that it may go too is the power-cut test's (StorePowerCutTests).</remarks>
internal sealed class Folder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("bansosbot-simulation-").FullName;

    public string Data => Path.Combine(path, "data");

    public string Keys => Path.Combine(path, "keys");

    public string Database => Path.Combine(Data, "bansosbot.db");

    /// <summary>The files as they are this instant, while the program goes on writing.</summary>
    /// <remarks>One after the other: the log only goes on but for a checkpoint, keys are written before what they close and overwritten
    /// after it. Where a checkpoint or an erasure fell in between, the copy is no instant and is made anew.</remarks>
    public Folder Left()
    {
        for (var tries = 0; tries < 50; tries++)
        {
            var left = new Folder();
            using var before = new Folder();
            using var after = new Folder();
            Directory.CreateDirectory(after.Data);
            var isOneInstant = Copy(Keys, before.path) && Copy(Data, before.path) && Copy(Data, left.path) && Copy(Keys, left.path) && Copy(Database, after.Data)
                && Same(before.Database, left.Database) && Same(left.Database, after.Database) && OnlyAdded(before.Keys, left.Keys) && NoneGone(before.Data, left.Data);
            if (isOneInstant) return left;
            left.Dispose();
        }

        throw new InvalidOperationException("The files never stood still for a moment.");
    }

    public void Dispose() => Directory.Delete(path, recursive: true);

    // By a program of its own: the files are held by this process alone. False: one of them went while it was copied.
    private static bool Copy(string from, string to)
    {
        using var copy = Process.Start(new ProcessStartInfo("cp", ["-a", from, to]) { UseShellExecute = false, RedirectStandardError = true })!;
        copy.WaitForExit();
        return copy.ExitCode == 0;
    }

    private static bool Same(string one, string other) => File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));

    private static bool OnlyAdded(string before, string after) => Directory.EnumerateFiles(before, "*", SearchOption.AllDirectories).All(file =>
    {
        var (old, now) = (File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(after, Path.GetRelativePath(before, file))));
        return now.Length >= old.Length && old.Select((b, i) => b == 0 || b == now[i]).All(same => same);
    });

    private static bool NoneGone(string before, string after) =>
        Directory.EnumerateFiles(before, "*", SearchOption.AllDirectories).All(file => File.Exists(Path.Combine(after, Path.GetRelativePath(before, file))));
}
