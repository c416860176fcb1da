using System.Diagnostics;
using System.Globalization;
using System.Net;
using BansosBot.Tests.Channels.WebChat;
using BansosBot.Tests.Storage;

namespace BansosBot.Tests.Commands;

/// <summary>The disk takes no more while the program runs: a limit on the size of its files, which needs no right of its own.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int PeopleMax = 100;
    private const long RoomLeft = 1_500_000;
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_ends_with_one_line_and_the_cure_and_everything_acknowledged_is_there_after_the_next_start()
    {
        var acknowledged = new List<(Visit Visitor, string Words)>();
        using (var process = BotProcess.StartWithoutSizeSignal(folder.Path, Arguments))
        {
            var site = Site(await BotProcess.StartedAsync(process));
            await LimitAsync(process);
            for (var n = 0; n < PeopleMax && !process.HasExited; n++)
            {
                var visitor = new Visit(site);
                var words = $"kata ke-{n}";
                try
                {
                    var answer = await visitor.BeginAsync();
                    if (answer.Status == HttpStatusCode.OK) answer = await visitor.WriteAsync(answer, words);
                    if (answer.Status == HttpStatusCode.OK) acknowledged.Add((visitor, words));
                    else Assert.Contains("belum kami terima", answer.Text, StringComparison.Ordinal);
                }
                catch (HttpRequestException)
                {
                    break;          // it has ended
                }
            }

            await BotProcess.EndAsync(process);
            var notes = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Equal(1, process.ExitCode);
            Assert.Contains("Make room on the disk or replace it, then start again; what was acknowledged is safe.", Assert.Single(notes.TrimEnd().Split('\n')), StringComparison.Ordinal);
        }

        Assert.InRange(acknowledged.Count, 1, PeopleMax - 1);
        using var again = BotProcess.Start(folder.Path, Arguments);
        var restarted = Site(await BotProcess.StartedAsync(again));
        foreach (var (visitor, words) in acknowledged)
        {
            using var back = new Visit(restarted);
            foreach (Cookie cookie in visitor.Cookies.GetAllCookies()) back.Cookies.Add(restarted, new Cookie(cookie.Name, cookie.Value));
            Assert.Contains($"> {words}", (await back.OpenAsync()).Bubbles);
            visitor.Dispose();
        }

        Assert.Equal(0, await BotProcess.StopAsync(again));
    }

    private static string Arguments => "run --Web:Urls=http://127.0.0.1:0 --Web:OperationsUrls=http://127.0.0.1:0";

    private static Uri Site(IEnumerable<string> lines) => new(lines.Single(l => l.StartsWith("Obrolan web: ", StringComparison.Ordinal))["Obrolan web: ".Length..]);

    private async Task LimitAsync(Process process)
    {
        var largest = Directory.EnumerateFiles(folder["data"]).Max(f => new FileInfo(f).Length);
        using var limit = Process.Start("prlimit", [$"--pid={process.Id}", string.Create(CultureInfo.InvariantCulture, $"--fsize={largest + RoomLeft}")]);
        await limit.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, limit.ExitCode);
    }
}
