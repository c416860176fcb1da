using System.Globalization;

namespace BotApiServer;

/// <summary>The server as a program of its own, for bots in another process: <c>dotnet run --project tests/BotApiServer -- --port 9081</c>.</summary>
public static class Program
{
    private const string Usage =
        "--port N (0: a free one)  --token ID:SECRET  --per-second N  --per-chat-per-second N  --per-chat-burst N";

    public static async Task<int> Main(string[] args)
    {
        if (Read(args) is not { } options)
        {
            await Console.Error.WriteLineAsync("Usage: BotApiServer " + Usage);
            return 2;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        using var terminated = System.Runtime.InteropServices.PosixSignalRegistration.Create(
            System.Runtime.InteropServices.PosixSignal.SIGTERM, signal =>
            {
                signal.Cancel = true;
                stop.Cancel();
            });
        await using var api = await BotApi.StartAsync(options);
        Console.WriteLine(api.Address.ToString().TrimEnd('/'));
        Console.WriteLine($"token {api.Token}");
        await api.UntilStoppedAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    /// <summary>Null when something is not understood.</summary>
    private static BotApiOptions? Read(string[] args)
    {
        var options = new BotApiOptions();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var (name, value) = (args[i], args[i + 1]);
            var number = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : (double?)null;
            BotApiOptions? next = (name, number) switch
            {
                ("--token", _) => options with { Token = value },
                ("--port", { } port and <= ushort.MaxValue) => options with { Port = (int)port },
                ("--per-second", { } rate) => options with { Limits = options.Limits with { PerSecond = rate } },
                ("--per-chat-per-second", { } rate) => options with { Limits = options.Limits with { PerChatPerSecond = rate } },
                ("--per-chat-burst", { } burst and >= 1 and <= 10_000) => options with { Limits = options.Limits with { PerChatBurst = (int)burst } },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            options = next;
        }

        return args.Length % 2 == 0 ? options : null;
    }
}
