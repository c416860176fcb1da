using System.Diagnostics;
using BansosBot.Simulation;
using BotApiServer;

namespace BansosBot.Benchmarks;

/// <summary>The program as it is shipped, in a folder of its own.</summary>
internal static class Publish
{
    public static string Bot()
    {
        var folder = Directory.CreateTempSubdirectory("bansosbot-published-").FullName;
        var project = Path.Combine(Repository.Root, "src", "BansosBot");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", "-o", folder, "--nologo", "-v", "q"]))!;
        publish.WaitForExit();
        return publish.ExitCode == 0 ? folder : throw new InvalidOperationException("The program could not be published.");
    }

    /// <summary>As shipped, with only the two limits of Telegram off and a folder of its own.</summary>
    public static string[] Command(string published, BotApi api, string folder) =>
    [
        Path.Combine(published, "bansosbot.dll"), "run",
        $"--Telegram:Token={api.Token}", $"--Telegram:ApiBaseUrl={api.Address}", "--Telegram:MessagesPerSecond=0", "--Telegram:MessagesPerSecondPerChat=0",
        $"--Storage:Path={Path.Combine(folder, "data")}", $"--Keys:Path={Path.Combine(folder, "keys")}", "--Web:Urls=http://127.0.0.1:0", "--Web:OperationsUrls=http://127.0.0.1:0",
    ];
}
