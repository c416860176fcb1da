using BotApiServer;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace BansosBot.Tests.BotApiServerTests;

public sealed class LimitsTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task A_chat_takes_its_burst_and_then_one_a_second()
    {
        await using var api = await BotApi.StartAsync(new BotApiOptions { Time = clock, Limits = new SendLimits(0, 1, 3) });
        var bot = Client.Of(api);
        var (wali, other) = (await bot.MetAsync(api), await bot.MetAsync(api, "Pak Jaya"));
        var first = await bot.SendMessage(wali.Id, "1", cancellationToken: Stop);
        await bot.SendMessage(wali.Id, "2", cancellationToken: Stop);
        await bot.EditMessageText(wali.Id, first.Id, "1, diubah", cancellationToken: Stop);

        await Client.RefusedAsync(429, "Too Many Requests: retry after 1", bot.SendMessage(wali.Id, "4", cancellationToken: Stop));
        await bot.SendMessage(other.Id, "1", cancellationToken: Stop);
        clock.Advance(TimeSpan.FromSeconds(1));
        await bot.SendMessage(wali.Id, "4", cancellationToken: Stop);

        Assert.Equal(["1, diubah", "2", "4"], wali.Saw().Select(m => m.Text));
    }

    [Fact]
    public async Task All_chats_together_take_so_many_a_second()
    {
        await using var api = await BotApi.StartAsync(new BotApiOptions { Time = clock });
        var bot = Client.Of(api);
        var people = new List<Person>();
        for (var i = 0; i < 31; i++)
        {
            people.Add(await bot.MetAsync(api, $"Warga {i}"));
        }

        api.Limits = new SendLimits(30, 0, 1);
        var refused = 0;
        foreach (var person in people)
        {
            try
            {
                await bot.SendMessage(person.Id, "siaran", cancellationToken: Stop);
            }
            catch (ApiRequestException e) when (e is { ErrorCode: 429, Parameters.RetryAfter: 1 })
            {
                refused++;
            }
        }

        Assert.Equal(1, refused);
        Assert.Equal(30, api.Sent().Count);
        await bot.SendChatAction(people[0].Id, Telegram.Bot.Types.Enums.ChatAction.Typing, cancellationToken: Stop);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
