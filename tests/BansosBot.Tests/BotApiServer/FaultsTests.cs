using BotApiServer;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace BansosBot.Tests.BotApiServerTests;

public sealed class FaultsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2025, 9, 23, 2, 0, 0, TimeSpan.Zero));
    private BotApi api = null!;
    private TelegramBotClient bot = null!;
    private Person wali = null!;

    public async ValueTask InitializeAsync()
    {
        api = await BotApi.StartAsync(new BotApiOptions { Time = clock });
        bot = Client.Of(api);
        wali = await bot.MetAsync(api);
    }

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task Too_many_requests_names_the_seconds_and_sends_nothing()
    {
        api.Next("sendMessage").AnswersTooManyRequests(retryAfterSeconds: 3);

        var refusal = await Assert.ThrowsAsync<ApiRequestException>(() => SendAsync());

        Assert.Equal((429, 3), (refusal.ErrorCode, refusal.Parameters!.RetryAfter));
        Assert.Empty(wali.Saw());
    }

    [Fact]
    public async Task Any_code_and_words_can_be_answered_and_the_call_after_goes_well()
    {
        api.Next("sendMessage").AnswersServerError();
        api.Next("sendMessage").AnswersBlocked();
        api.Next("sendMessage").Answers(400, "Bad Request: chat not found");

        await Client.RefusedAsync(500, "Internal Server Error", SendAsync());
        await Client.RefusedAsync(403, "Forbidden: bot was blocked by the user", SendAsync());
        await Client.RefusedAsync(400, "Bad Request: chat not found", SendAsync());
        await SendAsync();
        Assert.Single(wali.Saw());
    }

    [Fact]
    public async Task A_bad_gateway_answers_html_and_sends_nothing()
    {
        api.Next("sendMessage").AnswersBadGateway();

        var failure = await Assert.ThrowsAsync<RequestException>(() => SendAsync());

        Assert.Equal(502, (int)failure.HttpStatusCode!);
        Assert.Empty(wali.Saw());
    }

    [Fact]
    public async Task A_connection_cut_before_sends_nothing()
    {
        api.Next("sendMessage").IsCutBefore();

        var failure = await Assert.ThrowsAsync<RequestException>(() => SendAsync());

        Assert.IsType<HttpRequestException>(failure.InnerException);
        Assert.Empty(wali.Saw());
    }

    [Fact]
    public async Task A_lost_response_hides_a_message_that_was_sent()
    {
        api.Next("sendMessage").LosesItsResponse();

        var failure = await Assert.ThrowsAsync<RequestException>(() => SendAsync());

        Assert.IsType<HttpRequestException>(failure.InnerException);
        Assert.Equal("Halo", (await wali.NextAsync()).Text);
        Assert.Single(api.Sent(), s => s.Method == "sendMessage");
    }

    [Fact]
    public async Task A_truncated_response_hides_a_message_that_was_sent()
    {
        api.Next("sendMessage").IsTruncated();

        await Assert.ThrowsAsync<RequestException>(() => SendAsync());

        Assert.Equal("Halo", (await wali.NextAsync()).Text);
    }

    [Fact]
    public async Task A_delayed_response_comes_after_its_time()
    {
        api.Next("sendMessage").IsDelayed(TimeSpan.FromSeconds(20));

        var send = SendAsync();
        await wali.NextAsync();
        Assert.False(send.IsCompleted);
        while (!send.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(20));
            await Task.Yield();
        }

        await send;
    }

    [Fact]
    public async Task A_fault_waits_for_its_chat_its_method_and_its_turn()
    {
        var other = await bot.MetAsync(api, "Pak Jaya");
        api.Next("sendMessage", times: 2, chatId: other.Id, after: 1).AnswersServerError();

        await SendAsync();
        await SendAsync(other);
        await Client.RefusedAsync(500, "Internal Server Error", SendAsync(other));
        await bot.GetMe(Stop);
        await Client.RefusedAsync(500, "Internal Server Error", SendAsync(other));
        await SendAsync(other);

        Assert.Equal(2, other.Saw().Count);
    }

    [Fact]
    public async Task Every_request_is_recorded_with_what_became_of_it()
    {
        api.Next("sendMessage").IsCutBefore();
        api.Next("sendMessage").AnswersServerError();
        await Assert.ThrowsAsync<RequestException>(() => SendAsync());
        await Assert.ThrowsAsync<ApiRequestException>(() => SendAsync());
        await SendAsync();

        var sends = api.Requests().Where(r => r.Method == "sendMessage").ToList();

        Assert.Equal([0, 500, 200], sends.Select(r => r.Status));
        Assert.All(sends, r => Assert.Equal((wali.Id, clock.GetUtcNow()), (r.ChatId, r.At)));
        Assert.Equal(3, api.CountOf("sendMessage"));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<Telegram.Bot.Types.Message> SendAsync(Person? to = null) => bot.SendMessage((to ?? wali).Id, "Halo", cancellationToken: Stop);
}
