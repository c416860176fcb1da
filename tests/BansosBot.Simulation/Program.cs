using System.Globalization;
using BansosBot.Simulation.City;
using BansosBot.Simulation.OfficeWork;
using Microsoft.Extensions.Logging.Abstractions;

namespace BansosBot.Simulation;

/// <summary>
/// <c>dotnet run --project tests/BansosBot.Simulation -- kills 50 [--seed N]</c>, <c>importkills 20 [--seed N]</c>, <c>officekills 20 [--seed N]</c>, <c>caselistkills 10 [--seed N]</c>, <c>published</c>,
/// <c>simulate [--seed N] [--events N]</c>, or <c>fairness 5000 [--seed N]</c>.
/// Ends with the lines that tests/run.sh counts.
/// </summary>
public static class Program
{
    private const string Usage = "kills COUNT [--seed N] | importkills COUNT [--seed N] | officekills COUNT [--seed N] | caselistkills COUNT [--seed N] | published | simulate [--seed N] [--events N] | fairness APPLICATIONS [--seed N]";

    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["kills", var count, .. var rest] when Number(count) is { } kills && Seed(rest) is { } seed:
                await using (var run = new Kills(kills, seed, Console.Out)) return await run.RunAsync() == 0 ? 0 : 1;
            case ["importkills", var count, .. var rest] when Number(count) is { } kills && Seed(rest) is { } seed:
                await using (var run = new ImportKills(kills, seed, Console.Out)) return await run.RunAsync() == 0 ? 0 : 1;
            case ["importhost", var folder, var file]:
                await ImportKills.HostAsync(folder, file);
                return 0;
            case ["caselistkills", var count, .. var rest] when Number(count) is { } kills && Seed(rest) is { } seed:
                await using (var run = new CaseListKills(kills, seed, Console.Out)) return await run.RunAsync() == 0 ? 0 : 1;
            case ["officekills", var count, .. var rest] when Number(count) is { } kills && Seed(rest) is { } seed:
                await using (var run = new OfficeKills(kills, seed, Console.Out)) return await run.RunAsync() == 0 ? 0 : 1;
            case ["officehost", var folder, var run, var last] when Number(run) is { } start:
                await OfficeKills.HostAsync(folder, start, last == OfficeKills.Last);
                return 0;
            case ["published"]:
                return await new Published(Console.Out).RunAsync() == 0 ? 0 : 1;
            case ["simulate", .. var rest] when Simulations.Read(rest) is { } simulations:
                return await simulations.RunAsync(Console.Out) == 0 ? 0 : 1;
            case ["fairness", var count, .. var rest] when Number(count) is { } applications && Seed(rest) is { } seed:
                return await new FairOffice(applications, seed, Console.Out).RunAsync() == 0 ? 0 : 1;
            case ["host", var folder, var api, var token]:
                return await HostAsync(folder, new Uri(api), token);
            default:
                await Console.Error.WriteLineAsync("Usage: BansosBot.Simulation " + Usage);
                return 2;
        }
    }

    /// <summary>The process that is killed.</summary>
    private static async Task<int> HostAsync(string folder, Uri api, string token)
    {
        await using var bot = await TinyBot.OpenAsync(folder, api, token, TimeProvider.System, NullLoggerFactory.Instance);
        try
        {
            await bot.Bot.Failed;
        }
        catch (Exception e) when (e is not OutOfMemoryException)      // one line, as the real program: what happened is for the driver to see
        {
            await Console.Error.WriteLineAsync(e.Message);
        }

        return 1;
    }

    private static int? Seed(string[] rest) => rest switch
    {
        [] => 1945,
        ["--seed", var seed] => Number(seed),
        _ => null,
    };

    internal static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
