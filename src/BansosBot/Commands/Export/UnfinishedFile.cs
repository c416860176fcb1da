using System.Globalization;

namespace BansosBot.Commands.Export;

/// <summary>A file that is not to be read yet, beside the one that it becomes; gone where it does not become it. Only this user reads it.</summary>
internal sealed class UnfinishedFile : IDisposable
{
    private const string Ending = ".tmp";

    private readonly string at;

    private UnfinishedFile(string at) => this.at = at;

    /// <summary>Deletes what a process left that was killed while it wrote this file: it holds whole numbers and names.</summary>
    /// <remarks>Another that is being written to the same name just now goes too, and says so; two never mix.</remarks>
    public static void Clear(string path)
    {
        var name = Path.GetFileName(path) + ".";
        foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(path)!).Where(f => IsOf(name, Path.GetFileName(f))).ToList()) File.Delete(left);
    }

    /// <param name="path">What it is to become.</param>
    public static async Task<UnfinishedFile> WriteAsync(string path, byte[] content)
    {
        var file = new UnfinishedFile($"{path}.{Guid.NewGuid():N}{Ending}");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var to = new FileStream(file.at, options)) await to.WriteAsync(content);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <returns>False: a file of this name came meanwhile, and stays as it is.</returns>
    public bool TryBecome(string path)
    {
        try
        {
            File.Move(at, path);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    public void Dispose() => File.Delete(at);

    private static bool IsOf(string name, string file) =>
        file.StartsWith(name, StringComparison.Ordinal) && file.EndsWith(Ending, StringComparison.Ordinal) && file.Length == name.Length + 32 + Ending.Length
        && UInt128.TryParse(file.AsSpan(name.Length, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
}
