using BansosBot.Conversations;
using BansosBot.Domain;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace BansosBot.Channels.Telegram;

/// <summary>The connection to one bot at Telegram: client, reader, way out, files; and its name and commands as people see them.</summary>
public sealed partial class TelegramDoor : IDisposable
{
    private static readonly TimeSpan AskedAgainAfter = TimeSpan.FromSeconds(10);
    private readonly HttpClient http;
    private readonly TelegramBotClient bot;

    /// <param name="apiBaseUrl">Another Bot API server; null: Telegram's.</param>
    /// <exception cref="ArgumentException">The token has not the form of one.</exception>
    public TelegramDoor(string token, Uri? apiBaseUrl)
    {
        // A plain client: a factory's would log the whole URL, token included (libraries facts).
        http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10) });
        bot = new TelegramBotClient(new TelegramBotClientOptions(token, apiBaseUrl?.GetLeftPart(UriPartial.Authority)) { RetryThreshold = 0 }, http);
        Channel = new(bot);
        Files = new(bot);
        Commands = new(bot);
    }

    /// <summary>The bot's name, without @; null until Telegram has told it.</summary>
    public string? Name { get; private set; }

    public TelegramChannel Channel { get; }

    public TelegramFiles Files { get; }

    public TelegramCommands Commands { get; }

    /// <summary>Finds out who the bot is, tells Telegram its commands and descriptions, then polls until it is told to stop.</summary>
    /// <param name="word">Makes words of a text.</param>
    /// <param name="office">The office's name, for the descriptions.</param>
    public async Task RunAsync(Intake intake, Func<int> backlog, Func<Say, string> word, string office, TimeProvider clock, ILoggerFactory logs, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(word);
        var log = logs.CreateLogger<TelegramDoor>();
        if (await IntroduceAsync(word, office, clock, log, stop) is not { } me) return;
        Name = me.Username;
        LogRunning(log, me.Username ?? "");
        await new TelegramPolling(bot, new UpdateReader(me.Id, me.Username ?? ""), intake, backlog, clock, logs.CreateLogger<TelegramPolling>()).RunAsync(stop);
    }

    public void Dispose() => http.Dispose();

    private async Task<User?> IntroduceAsync(Func<Say, string> word, string office, TimeProvider clock, ILogger log, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var me = await bot.GetMe(stop);
                await Commands.ShowEverybodyAsync(word, stop);
                await bot.SetMyDescription(word(new Say("Bot.Description", ("kantor", office))), cancellationToken: stop);
                await bot.SetMyShortDescription(word(new Say("Bot.ShortDescription", ("kantor", office))), cancellationToken: stop);
                return me;
            }
            catch (RequestException e)
            {
                LogNotIntroduced(log, e is ApiRequestException { ErrorCode: 401 } ? "the token is not accepted; see Telegram:Token" : e.Message, AskedAgainAfter);
                await Task.Delay(AskedAgainAfter, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                // told to stop, or no answer in time: asked again
            }
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Telegram is on: the bot is @{Name}.")]
    private static partial void LogRunning(ILogger log, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram does not answer ({Why}). Asked again in {After}.")]
    private static partial void LogNotIntroduced(ILogger log, string why, TimeSpan after);
}
