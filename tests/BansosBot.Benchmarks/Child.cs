using System.Diagnostics;
using System.Globalization;

namespace BansosBot.Benchmarks;

/// <summary>A process under measurement.</summary>
internal sealed class Child : IDisposable
{
    private const int Sigterm = 15;
    private readonly Process process;
    private readonly List<string> lines = [];

    private Child(Process process) => this.process = process;

    public static Child Start(params IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var child = new Child(Process.Start(start)!);
        child.process.OutputDataReceived += (_, e) => child.Keep(e.Data);
        child.process.ErrorDataReceived += (_, e) => child.Keep(e.Data);
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    public string Output
    {
        get { lock (lines) return string.Join('\n', lines); }
    }

    public bool HasExited => process.HasExited;

    /// <summary>Processor seconds so far, of user and system.</summary>
    public double CpuSeconds
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>The most memory it ever had resident, in MiB; proc(5), VmHWM.</summary>
    public double PeakMebibytes =>
        int.Parse(File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;

    /// <summary>Noted before it was stopped.</summary>
    public double LastPeakMebibytes { get; set; }

    /// <summary>Asks it to stop, as a service manager would.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-s", Sigterm.ToString(CultureInfo.InvariantCulture), process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (lines) lines.Add(line);
    }
}
