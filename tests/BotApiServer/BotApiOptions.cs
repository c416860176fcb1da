namespace BotApiServer;

/// <summary>What a test may choose about the server. The defaults suit a test that chooses nothing.</summary>
public sealed record BotApiOptions
{
    /// <summary>A token of the right form that no real bot has.</summary>
    public const string InventedToken = "1000001:TEST-token-of-an-invented-bot-000000";

    /// <summary>Port on 127.0.0.1; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>The one bot of this server; every other token is refused with 401.</summary>
    public string Token { get; init; } = InventedToken;

    public string BotName { get; init; } = "Bot Uji Bansos";

    public string BotUsername { get; init; } = "uji_bansos_bot";

    /// <summary>Dates of messages, rate limits, long-poll time-outs, delayed answers, webhook retries, age of button presses.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public SendLimits Limits { get; init; } = SendLimits.None;

    /// <summary>The id of the first update; Telegram's own start is arbitrary.</summary>
    public int FirstUpdateId { get; init; } = 100_000_001;

    /// <summary>How long a press waits for answerCallbackQuery. Telegram does not document the figure.</summary>
    public TimeSpan CallbackAnswerWithin { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>First pause before a refused webhook delivery is tried again; doubles up to a minute.</summary>
    public TimeSpan WebhookRetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Oldest entries of <see cref="BotApi.Sent"/> beyond this are forgotten.</summary>
    public int SentKept { get; init; } = 500_000;

    /// <summary>Oldest entries of <see cref="BotApi.Requests"/> beyond this are forgotten.</summary>
    public int RequestsKept { get; init; } = 200_000;

    /// <summary>Older messages of a chat beyond this are gone for everybody ("message to edit not found").</summary>
    public int MessagesKeptPerChat { get; init; } = 2_000;

    /// <summary>Updates that wait; one more is an error of the test.</summary>
    public int UpdatesWaitingMax { get; init; } = 1_000_000;

    /// <summary>Updates remembered after they were served, for <see cref="BotApi.ServeAgain"/>.</summary>
    public int UpdatesRemembered { get; init; } = 50_000;

    /// <summary>Files beyond this are forgotten, the oldest first.</summary>
    public int FilesKept { get; init; } = 100_000;

    /// <summary>Bytes of one request's body. Bot API: uploads up to 50 MB.</summary>
    public int BodyBytesMax { get; init; } = 52_500_000;
}
