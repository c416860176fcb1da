using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace BansosBot.Tests.Commands;

/// <summary>The program as a process of its own, in a folder of its own.</summary>
internal static class BotProcess
{
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(60);
    private const int PortsFrom = 20_000, Ports = 12_000;
    private static int ports = Random.Shared.Next(Ports);
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "bansosbot.dll");

    public static async Task<Ended> RunAsync(string folder, string arguments, string input = "", params (string Name, string Value)[] environment)
    {
        using var process = Start(folder, arguments, environment);
        var (data, notes) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await EndAsync(process);
        return new(process.ExitCode, await data, await notes);
    }

    public static Process Start(string folder, string arguments, params (string Name, string Value)[] environment) =>
        Start(new ProcessStartInfo("dotnet", $"exec \"{Program}\" {arguments}"), folder, environment);

    /// <summary>To this one a file that grows over a limit is an error, as on a full disk, and no signal that ends it.</summary>
    public static Process StartWithoutSizeSignal(string folder, string arguments) =>
        Start(new ProcessStartInfo("bash", ["-c", $"trap '' XFSZ; exec dotnet exec \"{Program}\" {arguments}"]), folder, []);

    private static Process Start(ProcessStartInfo start, string folder, (string Name, string Value)[] environment)
    {
        start.WorkingDirectory = folder;
        start.UseShellExecute = false;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        // The program asks the runtime to compile anew at once what is called often (Runtime.props); here a process ends before that pays,
        // and two cores are full with several of them: half of its processor time. As it is shipped it runs in "published" of tests/run.sh.
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "64";       // the runtime's own default, 100 ms; it reads hexadecimal
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";         // a second mapping of each page that the compiler writes
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static async Task EndAsync(Process process)
    {
        using var enough = new CancellationTokenSource(EndsWithin);
        try
        {
            await process.WaitForExitAsync(enough.Token);
        }
        catch (OperationCanceledException e)
        {
            process.Kill();
            throw new TimeoutException($"The process did not end within {EndsWithin}.", e);
        }
    }

    /// <summary>The lines of a start, once it is done.</summary>
    public static async Task<List<string>> StartedAsync(Process process)
    {
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
            if (line.StartsWith("Tekan Ctrl+C", StringComparison.Ordinal)) return lines;
        }

        throw new InvalidOperationException($"It did not start: {await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }

    /// <summary>Asks it to stop, as a service manager would; returns its exit code.</summary>
    public static async Task<int> StopAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await EndAsync(process);
        return process.ExitCode;
    }

    /// <summary>One that nobody listens at, and that the system gives to nobody who asks for any: those begin higher. Between here and the start of a
    /// process it stays free.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = PortsFrom + (Interlocked.Increment(ref ports) % Ports);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // the next one
            }
        }
    }

    /// <param name="Data">Standard output.</param>
    /// <param name="Notes">Standard error.</param>
    public sealed record Ended(int Code, string Data, string Notes)
    {
        public string All => Data + Notes;
    }
}
