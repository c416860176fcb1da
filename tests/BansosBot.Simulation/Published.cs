using System.Diagnostics;
using BotApiServer;

namespace BansosBot.Simulation;

/// <summary>
/// The program as the <c>Dockerfile</c> ships it: published, in a folder that nobody may write, run by a user without rights who
/// may write the storage and the keys only. Somebody applies; a date is written in Indonesian, a photo is made anew and kept.
/// </summary>
/// <remarks>No container engine is needed. What it cannot see is the image: its ICU and time zones (docs/ARCHITECTURE.md).</remarks>
internal sealed class Published(TextWriter output)
{
    private const string Nobody = "65534";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Up to the first photo; then what must be seen.
    private static readonly string[] Steps =
        ["/daftar", "[Ayah dan ibu]", "12 Maret 2014", "[Benar]", "[Ya, KK-nya Kota Serang]", "[Tidak ada]", "[1]", "[Tidak ada]", "[Tidak]", "[Kakek atau nenek]", "[Boleh]"];

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

        bot.Kill();
        await bot.WaitForExitAsync();
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
    private static Process Start(string app, string storage, string keys, BotApi api)
    {
        List<string> command =
        [
            "dotnet", Path.Combine(app, "bansosbot.dll"), "run", $"--Storage:Path={storage}", $"--Keys:Path={keys}", $"--Telegram:Token={api.Token}",
            $"--Telegram:ApiBaseUrl={api.Address}", "--Web:Urls=http://127.0.0.1:0", "--Web:OperationsUrls=http://127.0.0.1:0",
        ];
        if (Environment.IsPrivilegedProcess) command.InsertRange(0, ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", "--no-new-privs"]);
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = app };
        start.Environment.Remove("HOME");       // a service has none
        start.Environment["DOTNET_CLI_HOME"] = storage;
        return Process.Start(start)!;
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
