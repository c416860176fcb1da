using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using BotApiServer;

namespace BansosBot.Simulation;

/// <summary>
/// The program as the <c>Dockerfile</c> ships it: published, in a folder that nobody may write, run by a user without rights who
/// may write the storage and the keys only, with the settings of the image. Somebody applies; a date is written in Indonesian, a
/// photo is made anew and kept; the image's own health check is asked.
/// </summary>
/// <remarks>No container engine is needed. What it cannot see is the image: its ICU and time zones (docs/ARCHITECTURE.md).</remarks>
internal sealed class Published(TextWriter output)
{
    private const string Nobody = "65534";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Up to the first photo; then what must be seen.
    private static readonly string[] Steps =
        ["/daftar", "[Ayah dan ibu]", "12 Maret 2014", "[Benar]", "[Ya, KK-nya Kota Serang]", "[Tidak ada]", "[1]", "[Tidak ada]", "[Tidak]", "[Kakek atau nenek]", "[Boleh]"];

    private readonly string[] dockerfile = File.ReadAllLines(Path.Combine(Repository.Root, "Dockerfile"));
    private readonly int page = FreePort(), operations = FreePort();
    private int passed, failed;

    /// <returns>How many checks failed.</returns>
    public async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bansosbot-shipped-").FullName;
        try
        {
            await RunAsync(folder);
        }
        finally
        {
            await ExecuteAsync("chmod", "-R", "u+w", folder);
            Directory.Delete(folder, recursive: true);
        }

        await output.WriteLineAsync($"Passed: {passed}");
        await output.WriteLineAsync($"Failed: {failed}");
        return failed;
    }

    private async Task RunAsync(string folder)
    {
        var (app, storage, keys) = (Path.Combine(folder, "app"), Path.Combine(folder, "storage"), Path.Combine(folder, "keys"));
        Check(await ExecuteAsync("dotnet", "publish", Path.Combine(Repository.Root, "src", "BansosBot"), "-c", "Release", "-o", app, "--nologo", "-v", "q"), "it is published");
        foreach (var own in (string[])[storage, keys]) Directory.CreateDirectory(own);
        await ExecuteAsync("chmod", "700", storage, keys);
        if (Environment.IsPrivilegedProcess) await ExecuteAsync("chown", Nobody, storage, keys);
        await ExecuteAsync("chmod", "-R", "a-w,a+rX", app);
        await ExecuteAsync("chmod", "755", folder);

        await using var api = await BotApi.StartAsync();
        using var bot = Start(app, storage, keys, api);
        try
        {
            await WalkAsync(api, storage);
        }
        catch (TimeoutException e)
        {
            Check(false, $"it answers: {e.Message}{(bot.HasExited ? " " + await bot.StandardError.ReadToEndAsync() : "")}");
        }

        using (var http = new HttpClient())
        using (var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{page}/")))
            Check(answer.IsSuccessStatusCode, "its web page answers on the port of the image");
        Check(await ExecuteAsync(HealthCheck()), "the health check of the image finds it well");
        bot.Kill();
        await bot.WaitForExitAsync();
        Check(!await ExecuteAsync(HealthCheck()), "the health check of the image sees that it is gone");
    }

    private async Task WalkAsync(BotApi api, string storage)
    {
        var person = api.Person("Bu Aminah");
        for (var i = 0; i < Steps.Length; i++)
        {
            if (Steps[i] is ['[', .. var label, ']']) person.Presses(label);
            else person.Says(Steps[i]);
            await person.WaitUntilAsync(seen => seen.Count > i, Patience);
        }

        Check(person.Saw()[2].Text.Contains("12 Maret 2014 (umur ", StringComparison.Ordinal), "it writes a date in Indonesian");
        person.SendsPhoto(new(InventedPhoto.Draw(1280, 960), 1280, 960));
        await person.WaitForAsync(m => m.Text.Contains("1 foto sudah kami terima", StringComparison.Ordinal), Patience);
        var documents = Path.Combine(storage, "documents");
        for (var i = 0; i < 300 && !IsKept(documents); i++) await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        Check(IsKept(documents), "it keeps a photo made anew");
    }

    private static bool IsKept(string documents) =>
        Directory.Exists(documents) && Directory.EnumerateFiles(documents, "*", SearchOption.AllDirectories).Any(f => new FileInfo(f).Length > 1_000);

    // Who runs the tests as an ordinary user is without rights already.
    private Process Start(string app, string storage, string keys, BotApi api)
    {
        List<string> command = ["dotnet", Path.Combine(app, "bansosbot.dll"), "run", $"--Telegram:Token={api.Token}", $"--Telegram:ApiBaseUrl={api.Address}"];
        if (Environment.IsPrivilegedProcess) command.InsertRange(0, ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", "--no-new-privs"]);
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = app };
        start.Environment.Remove("HOME");       // a service has none
        start.Environment["DOTNET_CLI_HOME"] = storage;
        foreach (var (name, value) in SettingsOfTheImage())
            start.Environment[name] = WithOurPorts(value).Replace("/storage", storage, StringComparison.Ordinal).Replace("/keys", keys, StringComparison.Ordinal);
        return Process.Start(start)!;
    }

    private IEnumerable<(string Name, string Value)> SettingsOfTheImage() => dockerfile.Single(line => line.StartsWith("ENV ", StringComparison.Ordinal))
        .Split(' ')[1..].Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1]));

    private string[] HealthCheck()
    {
        var line = dockerfile.Single(line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal));
        return JsonSerializer.Deserialize<string[]>(WithOurPorts(line[line.IndexOf('[', StringComparison.Ordinal)..]))!;
    }

    // Those of the image may be taken on this machine.
    private string WithOurPorts(string text) => text.Replace("8080", $"{page}", StringComparison.Ordinal).Replace("8082", $"{operations}", StringComparison.Ordinal);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> ExecuteAsync(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]))!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }

    private void Check(bool holds, string what)
    {
        if (holds) passed++;
        else
        {
            failed++;
            output.WriteLine($"not so: {what}");
        }
    }
}
