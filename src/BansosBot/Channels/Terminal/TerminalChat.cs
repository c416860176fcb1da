using System.Globalization;
using BansosBot.Conversations;
using BansosBot.Domain.Conversations;

namespace BansosBot.Channels.Terminal;

/// <summary>Reads lines and makes messages of them, each after the answer to the one before is printed, so that a piped talk is as a typed one.</summary>
/// <param name="waiting">Messages and photos on their way to this screen.</param>
/// <param name="noSuchFile">Tells that a photo is not there.</param>
public sealed class TerminalChat(Intake intake, TerminalScreen screen, Func<int> waiting, Action<string> noSuchFile, TimeProvider clock)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(30);

    // Unique across runs: the store remembers ids for two days.
    private readonly string run = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
    private int count;

    /// <summary>The one chat of the terminal.</summary>
    public static ChatKey Chat { get; } = new("terminal", "local");

    /// <param name="begin">Nobody talked here before: the bot greets.</param>
    /// <param name="prompt">Somebody sits there.</param>
    public async Task RunAsync(TextReader lines, bool begin, bool prompt, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (begin) await intake.TakeAsync(new Incoming.Command(Chat, NextId(), "start", ""), stop);
        while (true)
        {
            await AnsweredAsync(stop);
            if (prompt) screen.Prompt();
            if (await Task.Run(lines.ReadLine, stop) is not { } line || line.Trim() == "/keluar") return;
            if (Read(line.Trim()) is { } message) await intake.TakeAsync(message, stop);
        }
    }

    private Incoming? Read(string line)
    {
        if (line.Length == 0) return null;
        if (line.StartsWith("/foto ", StringComparison.Ordinal)) return Photo(line["/foto ".Length..].Trim());
        if (line[0] == '/')
        {
            var parts = line[1..].Split(' ', 2);
            return new Incoming.Command(Chat, NextId(), parts[0].ToLowerInvariant(), parts.Length > 1 ? parts[1].Trim() : "");
        }

        return screen.Pressed(line.ToLowerInvariant()) is var (question, choice)
            ? new Incoming.Press(Chat, NextId(), question, choice)
            : new Incoming.Words(Chat, NextId(), line);
    }

    private Incoming.Picture? Photo(string path)
    {
        var file = new FileInfo(path);
        if (file.Exists) return new(Chat, NextId(), new(file.FullName, file.Length, SentAs.Picture, DeclaredType: null), Album: null);
        noSuchFile(path);
        return null;
    }

    private async Task AnsweredAsync(CancellationToken stop)
    {
        using var enough = new CancellationTokenSource(WaitMax, clock);
        while (waiting() > 0 && !enough.IsCancellationRequested) await Task.Delay(LookEvery, clock, stop);
    }

    private string NextId() => $"{run}-{(++count).ToString(CultureInfo.InvariantCulture)}";
}
