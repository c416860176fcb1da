using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using BansosBot.Tests.Commands;
using BansosBot.Tests.Storage;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BansosBot.BrowserTests.RunningBot))]

namespace BansosBot.BrowserTests;

/// <summary>The program as a process of its own with a store of its own, and Debian's Chromium to look at it. One for all tests.</summary>
public sealed class RunningBot : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private const string AddressLine = "Obrolan web: ", LastLine = "Tekan Ctrl+C";

    private readonly TestFolder folder = new();
    private Process? process;
    private Task<string>? notes;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where the chat is.</summary>
    public Uri Site { get; private set; } = new("about:blank");

    /// <summary>Where screenshots go, to be looked at.</summary>
    public static string Screenshots { get; } = Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("BANSOSBOT_SCREENSHOTS") ?? Path.Combine(Path.GetTempPath(), "bansosbot-screenshots")).FullName;

    /// <summary>Files of the store and its keys, with their sizes and the time of the last write.</summary>
    public string[] Stored() => [.. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(f => new FileInfo(f)).Select(f => $"{f.FullName} {f.Length} {f.LastWriteTimeUtc.Ticks}")];

    /// <summary>Somebody with a browser of their own, 320 CSS pixels wide unless said otherwise, and without script.</summary>
    public async Task<Visitor> VisitorAsync(int width = 320, ColorScheme colours = ColorScheme.Light)
    {
        var context = await browser!.NewContextAsync(new()
        {
            JavaScriptEnabled = false,
            ViewportSize = new() { Width = width, Height = 640 },
            ColorScheme = colours,
            Locale = "id-ID",
        });
        context.SetDefaultTimeout(15_000);
        return new(context, await context.NewPageAsync(), this);
    }

    /// <summary>Fails where it no longer runs, with what it said at its end.</summary>
    public async Task IsWellAsync()
    {
        if (process!.HasExited) Assert.Fail($"The bot ended with {process.ExitCode}: {await notes!}");
    }

    public async ValueTask InitializeAsync()
    {
        process = BotProcess.Start(folder.Path, $"--Web:Urls=http://127.0.0.1:0 --Web:OperationsUrls=http://127.0.0.1:{FreePort()}");
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith(LastLine, StringComparison.Ordinal))
            if (line.StartsWith(AddressLine, StringComparison.Ordinal)) Site = new(line[AddressLine.Length..]);
        notes = process.StandardError.ReadToEndAsync();
        if (!Site.IsLoopback) throw new InvalidOperationException($"It did not start: {await notes}");

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (process is not null)
        {
            if (!process.HasExited)
                using (Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) await BotProcess.EndAsync(process);
            process.Dispose();
        }

        folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
