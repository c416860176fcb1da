using System.Collections.Concurrent;
using System.Text.Json;
using BotApiServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace BansosBot.Tests.BotApiServerTests;

public sealed class WebhookTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string? Secret, Update Update)> received = new();
    private readonly ConcurrentQueue<int> answers = new();
    private readonly SemaphoreSlim arrived = new(0);
    private BotApi api = null!;
    private TelegramBotClient bot = null!;
    private WebApplication hook = null!;

    public async ValueTask InitializeAsync()
    {
        api = await BotApi.StartAsync(new BotApiOptions { WebhookRetryAfter = TimeSpan.FromMilliseconds(1) });
        bot = Client.Of(api);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        hook = builder.Build();
        hook.Run(async context =>
        {
            var update = await JsonSerializer.DeserializeAsync<Update>(context.Request.Body, JsonBotAPI.Options);
            received.Enqueue((context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"], update!));
            context.Response.StatusCode = answers.TryDequeue(out var status) ? status : 200;
            arrived.Release();
        });
        await hook.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await api.DisposeAsync();
        await hook.DisposeAsync();
        arrived.Dispose();
    }

    [Fact]
    public async Task Updates_are_posted_with_the_secret_and_confirmed()
    {
        await bot.SetWebhook(Address, secretToken: "rahasia-42", cancellationToken: Stop);
        api.Person("Bu Aminah").Says("halo");

        var (secret, update) = Assert.Single(await ReceivedAsync(1));

        Assert.Equal("rahasia-42", secret);
        Assert.Equal("halo", update.Message!.Text);
        await api.AllConfirmedAsync();
    }

    [Fact]
    public async Task What_is_not_taken_comes_again_before_the_next_of_that_chat()
    {
        await bot.SetWebhook(Address, cancellationToken: Stop);
        answers.Enqueue(500);
        answers.Enqueue(503);
        var wali = api.Person("Bu Aminah");
        int[] ids = [wali.Says("satu"), wali.Says("dua")];

        var posts = await ReceivedAsync(4);

        Assert.Equal([ids[0], ids[0], ids[0], ids[1]], posts.Select(p => p.Update.Id));
        await api.AllConfirmedAsync();
        Assert.Equal("Wrong response from the webhook: 503 Service Unavailable", (await bot.GetWebhookInfo(Stop)).LastErrorMessage);
    }

    [Fact]
    public async Task With_a_webhook_there_is_no_poll_and_without_one_there_is()
    {
        var waiting = bot.GetUpdates(timeout: 50, cancellationToken: Stop);
        while (api.PollsWaiting == 0)
        {
            await Task.Yield();
        }

        await bot.SetWebhook(Address, cancellationToken: Stop);
        await Client.RefusedAsync(409, "Conflict: terminated by setWebhook request", waiting);
        await Client.RefusedAsync(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to "
            + "delete the webhook first", bot.GetUpdates(cancellationToken: Stop));
        Assert.Equal(Address, (await bot.GetWebhookInfo(Stop)).Url);

        await bot.DeleteWebhook(cancellationToken: Stop);
        Assert.Empty(await bot.GetUpdates(cancellationToken: Stop));
        Assert.Equal("", (await bot.GetWebhookInfo(Stop)).Url);
    }

    [Fact]
    public async Task Waiting_updates_can_be_dropped()
    {
        api.Person("Bu Aminah").Says("lama");

        await bot.SetWebhook(Address, dropPendingUpdates: true, cancellationToken: Stop);
        api.Person("Pak Jaya").Says("baru");

        Assert.Equal("baru", Assert.Single(await ReceivedAsync(1)).Update.Message!.Text);
    }

    [Fact]
    public async Task A_secret_or_an_address_of_another_form_is_refused()
    {
        await Client.RefusedAsync(400, "Bad Request: secret token contains unallowed characters",
            bot.SetWebhook(Address, secretToken: "ra hasia", cancellationToken: Stop));
        await Client.RefusedAsync(400, "Bad Request: invalid webhook URL specified", bot.SetWebhook("ftp://x", cancellationToken: Stop));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Address => hook.Urls.First() + "/telegram";

    private async Task<IReadOnlyCollection<(string? Secret, Update Update)>> ReceivedAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(await arrived.WaitAsync(TimeSpan.FromSeconds(5), Stop));
        }

        return received;
    }
}
