using System.Net;
using BansosBot.Tests.Storage;

namespace BansosBot.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly int port = BotProcess.FreePort();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_says_where_it_is_answers_who_watches_it_and_stops_when_told_to()
    {
        using var process = BotProcess.Start(folder.Path, Arguments);
        var lines = await BotProcess.StartedAsync(process);
        Assert.Equal(
            [
                $"Data disimpan di: {folder["data"]}", $"Kunci disimpan di: {folder["keys"]}", "Kunci baru dibuat. Cadangkan folder kunci. Tanpa kunci, semua data hilang.",
                lines[3], "Telegram mati. Untuk menyalakan, isi Telegram:Token.", "Alamat, telepon, atau jam kantor belum diisi. Lihat Office di pengaturan.",
                "Tekan Ctrl+C untuk berhenti.",
            ],
            lines);
        Assert.StartsWith("Obrolan web: http://127.0.0.1:", lines[3], StringComparison.Ordinal);

        using var http = new HttpClient();
        Assert.Equal("ok\n", await http.GetStringAsync(At("healthz"), TestContext.Current.CancellationToken));
        Assert.Equal("ready\n", await http.GetStringAsync(At("readyz"), TestContext.Current.CancellationToken));
        using var elsewhere = await http.GetAsync(new Uri($"{lines[3]["Obrolan web: ".Length..]}/healthz"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);

        var verify = await BotProcess.RunAsync(folder.Path, "audit verify");
        Assert.Equal(1, verify.Code);
        Assert.Contains("is open in the running bot", Assert.Single(verify.Notes.TrimEnd().Split('\n')), StringComparison.Ordinal);
        var second = await BotProcess.RunAsync(folder.Path, "run --Storage:Path=d2 --Keys:Path=k2 --Web:Urls=http://127.0.0.1:0 --Web:OperationsUrls=" + At(""));
        Assert.Equal(1, second.Code);
        Assert.Contains("another program listens there", Assert.Single(second.Notes.TrimEnd().Split('\n')), StringComparison.Ordinal);
        var third = await BotProcess.RunAsync(folder.Path, "run");
        Assert.Equal(1, third.Code);
        Assert.Contains("is open in another process", Assert.Single(third.Notes.TrimEnd().Split('\n')), StringComparison.Ordinal);

        Assert.Equal(0, await BotProcess.StopAsync(process));
        Assert.Matches("^[0-9TZ:-]+ info Stopping, after 0 commits and [0-9]+ flushes of the disk\\.\n$", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        var after = await BotProcess.RunAsync(folder.Path, "audit verify");
        Assert.Equal((0, $"whole: 0 entries in chain 1, head {new string('0', 64)}"), (after.Code, after.Data.TrimEnd()));
    }

    private string Arguments => $"--Web:Urls=http://127.0.0.1:0 --Web:OperationsUrls={At("")}";

    private Uri At(string path) => new($"http://127.0.0.1:{port}/{path}");
}
