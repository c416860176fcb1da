using System.Diagnostics;
using BotApiServer;
using Telegram.Bot;

namespace BansosBot.Tests.BotApiServerTests;

public sealed class ProgramTests
{
    [Fact]
    public async Task The_server_runs_as_a_program_of_its_own()
    {
        using var process = Start("--port 0 --token 77:rahasia --per-second 30");
        try
        {
            var address = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            var bot = new TelegramBotClient(new TelegramBotClientOptions("77:rahasia", address));

            var me = await bot.GetMe(TestContext.Current.CancellationToken);

            Assert.Equal((77, new BotApiOptions().BotUsername), (me.Id, me.Username));
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task A_wrong_option_ends_it_with_its_usage()
    {
        using var process = Start("--prot 1");

        Assert.StartsWith("Usage: ", await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, process.ExitCode);
    }

    private static Process Start(string arguments) => Process.Start(new ProcessStartInfo("dotnet", $"BotApiServer.dll {arguments}")
    {
        WorkingDirectory = AppContext.BaseDirectory,
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
