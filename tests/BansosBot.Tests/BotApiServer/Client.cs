using BotApiServer;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace BansosBot.Tests.BotApiServerTests;

/// <summary>The real client against the test server, as the bot uses it: no retries of its own.</summary>
internal static class Client
{
    public static TelegramBotClient Of(BotApi api, string? token = null) =>
        new(new TelegramBotClientOptions(token ?? api.Token, api.Address.ToString()) { RetryThreshold = 0 });

    /// <summary>A person who has written once, so that the bot may write to them; the update is confirmed.</summary>
    public static async Task<Person> MetAsync(this TelegramBotClient bot, BotApi api, string name = "Bu Aminah")
    {
        var person = api.Person(name);
        var update = person.Says("/start");
        await bot.GetUpdates(update + 1, timeout: 0, cancellationToken: TestContext.Current.CancellationToken);
        return person;
    }

    public static async Task RefusedAsync(int code, string words, Task call)
    {
        var refusal = await Assert.ThrowsAsync<ApiRequestException>(() => call);

        Assert.Equal(code, refusal.ErrorCode);
        Assert.Equal(words, refusal.Message);
    }
}
