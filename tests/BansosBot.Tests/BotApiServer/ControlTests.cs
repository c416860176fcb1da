using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BotApiServer;
using Telegram.Bot;
using Telegram.Bot.Types.ReplyMarkups;

namespace BansosBot.Tests.BotApiServerTests;

public sealed class ControlTests : IAsyncLifetime
{
    private BotApi api = null!;
    private TelegramBotClient bot = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        api = await BotApi.StartAsync();
        bot = Client.Of(api);
        http = new HttpClient { BaseAddress = new Uri(api.Address, "/control/") };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await api.DisposeAsync();
    }

    [Fact]
    public async Task People_act_in_bulk_and_what_was_sent_is_fetched_by_number()
    {
        var people = await PostAsync("people", """[{"name":"Bu Aminah"},{"name":"Pak Jaya","id":42}]""");
        var aminah = (long)people[0]!["id"]!;
        await http.PutAsync("files/kk.jpg", new ByteArrayContent([1, 2, 3]), Stop);
        var made = await PostAsync("acts", $$"""
            [{"person":{{aminah}},"do":"Says","text":"/start"},{"person":42,"do":"SendsAlbum","file":"kk.jpg","count":2}]
            """);
        Assert.Equal(3, made["updateIds"]!.AsArray().Count);

        var updates = await bot.GetUpdates(cancellationToken: Stop);
        var waiting = http.GetFromJsonAsync<JsonNode>("sent?after=0&wait=30", Stop);
        await bot.SendMessage(aminah, "Mulai?", replyMarkup: InlineKeyboardButton.WithCallbackData("Ya", "1:ya"), cancellationToken: Stop);
        var page = (await waiting)!;
        await PostAsync("acts", $$"""[{"person":{{aminah}},"do":"Presses","label":"Ya"}]""");

        Assert.Equal([42L, 42L], updates.Skip(1).Select(u => u.Message!.Chat.Id));
        Assert.Equal(("Mulai?", "1:ya", 1), ((string?)page["sent"]![0]!["text"], (string?)page["sent"]![0]!["buttons"]![0]![0]!["data"], (int)page["next"]!));
        Assert.Equal("1:ya", (await bot.GetUpdates(updates[^1].Id + 1, cancellationToken: Stop))[0].CallbackQuery!.Data);
        Assert.Equal("Mulai?", (string?)(await http.GetFromJsonAsync<JsonNode>($"people/{aminah}/saw", Stop))![0]!["text"]);
    }

    [Fact]
    public async Task Faults_limits_and_updates_are_planned_from_outside()
    {
        var wali = await bot.MetAsync(api);
        await PostAsync("faults", """[{"kind":"Refused","method":"sendMessage","code":403,"description":"Forbidden: bot was blocked by the user"}]""");
        await Client.RefusedAsync(403, "Forbidden: bot was blocked by the user", bot.SendMessage(wali.Id, "x", cancellationToken: Stop));

        await PostAsync("limits", """{"perSecond":0,"perChatPerSecond":0.001,"perChatBurst":1}""");
        await bot.SendMessage(wali.Id, "satu", cancellationToken: Stop);
        await Client.RefusedAsync(429, "Too Many Requests: retry after 1000", bot.SendMessage(wali.Id, "dua", cancellationToken: Stop));

        await http.PostAsync("updates/restart?at=500", null, Stop);
        var made = await PostAsync("updates", """[{"telepathy":{}}]""");
        await bot.GetUpdates(501, cancellationToken: Stop);
        await http.PostAsync("updates/again?id=500", null, Stop);

        Assert.Equal(500, (int)made["updateIds"]![0]!);
        Assert.Equal(500, Assert.Single(await bot.GetUpdates(501, cancellationToken: Stop)).Id);
    }

    [Fact]
    public async Task Figures_count_and_a_reset_forgets()
    {
        var wali = await bot.MetAsync(api);
        await bot.SendMessage(wali.Id, "satu", cancellationToken: Stop);

        var stats = (await http.GetFromJsonAsync<JsonNode>("stats", Stop))!;
        await http.PostAsync("reset", null, Stop);
        var after = (await http.GetFromJsonAsync<JsonNode>("stats", Stop))!;

        Assert.Equal((1, 1, 1, 1), ((int)stats["confirmed"]!, (int)stats["sent"]!, (int)stats["people"]!, (int)stats["requests"]!["sendMessage"]!));
        Assert.Equal((0, 0, 1), ((int)after["confirmed"]!, (int)after["people"]!, (int)after["sent"]!));
        await Client.RefusedAsync(400, "Bad Request: chat not found", bot.SendMessage(wali.Id, "x", cancellationToken: Stop));
    }

    [Fact]
    public async Task What_is_not_understood_is_said_in_words()
    {
        using var body = new StringContent("""[{"person":1,"do":"Says","text":"x"}]""");

        var answer = await http.PostAsync("acts", body, Stop);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal("Nobody invented person 1.", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(404, (int)(await http.GetAsync("nonsense", Stop)).StatusCode);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<JsonNode> PostAsync(string route, string json)
    {
        using var body = new StringContent(json);
        var answer = await http.PostAsync(route, body, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
