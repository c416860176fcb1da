namespace BansosBot.Simulation;

/// <summary>Where the sources of this build lie.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "BansosBot.sln"))) return at.FullName;
        }

        throw new InvalidOperationException($"No BansosBot.sln above {folder}");
    }
}
