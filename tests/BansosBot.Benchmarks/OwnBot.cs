using BansosBot.Channels.Telegram;
using BansosBot.Configuration;
using BansosBot.Conversations;
using BansosBot.Programmes;
using BansosBot.Texts;
using Microsoft.Extensions.Logging.Abstractions;

namespace BansosBot.Benchmarks;

/// <summary>The same bot in this program, with groups of a size that the shipped one does not let anybody set.</summary>
internal static class OwnBot
{
    public static async Task RunAsync(string token, string address, string folder, int groupMax)
    {
        var settings = new Settings
        {
            Storage = new(Path.Combine(folder, "data")),
            KeysPath = Path.Combine(folder, "keys"),
            Telegram = new(token, new Uri(address), 0, 0),
        };
        var read = ProgrammeFiles.Read();
        var wording = new Wording(TextBook.Shipped(read.Texts), OfficeTime.Wib);
        using var door = new TelegramDoor(token, settings.Telegram.ApiBaseUrl);
        await using var bot = await Bot.OpenAsync(
            settings, Reception.Open(settings.Office, read.All, read.Forms, read.Interview, wording.Label, hasTelegram: true), wording,
            (_, _) => new([door.Channel], [], [door.Files]), TimeProvider.System, NullLoggerFactory.Instance, groupMax);
        using var stop = new CancellationTokenSource();
        using var term = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, c =>
        {
            c.Cancel = true;
            stop.Cancel();
        });
        await door.RunAsync(bot.Intake, () => bot.Sender.Backlog, say => bot.Letters.Word(say, Domain.Language.Indonesian).Text, settings.Office.Name, TimeProvider.System, NullLoggerFactory.Instance, stop.Token);
        Console.WriteLine($"{bot.Store.Groups} commits and {bot.Store.Flushes} flushes of the disk.");
    }
}
