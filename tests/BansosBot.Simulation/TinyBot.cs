using BansosBot.Channels.Telegram;
using BansosBot.Configuration;
using BansosBot.Domain.Conversations;

namespace BansosBot.Simulation;

/// <summary>The real bot, all of it, with a tiny flow in place of the programmes, and Telegram at a Bot API test server.</summary>
internal sealed class TinyBot : IAsyncDisposable
{
    private readonly TelegramDoor door;

    private TinyBot(Bot bot, TelegramDoor door) => (Bot, this.door) = (bot, door);

    public Bot Bot { get; }

    public static async Task<TinyBot> OpenAsync(string folder, Uri api, string token, TimeProvider clock, ILoggerFactory logs, params Errand[] errands)
    {
        var settings = new Settings
        {
            Telegram = new(token, api, MessagesPerSecond: 0, MessagesPerSecondPerChat: 0),
            Storage = new(Path.Combine(folder, "data")),
            KeysPath = Path.Combine(folder, "keys"),
        };
        var telegram = new TelegramDoor(token, api);
        var wording = TinyTexts.Wording();
        var bot = await Bot.OpenAsync(settings, Talk(errands), wording, (_, _) => new([telegram.Channel], [], [telegram.Files]), clock, logs);
        bot.Run(stop => telegram.RunAsync(bot.Intake, () => bot.Sender.Backlog, say => wording.Render(say, Domain.Language.Indonesian, clock.GetUtcNow()).Text, "Dinas Sosial", clock, logs, stop));
        return new(bot, telegram);
    }

    public static Talk Talk(params Errand[] errands) => new(new Office("Dinas Sosial", TimeZoneInfo.Utc, new(20, 0), new(7, 0)), [.. errands.Length == 0 ? [new TinyErrand()] : errands]);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        door.Dispose();
    }
}
