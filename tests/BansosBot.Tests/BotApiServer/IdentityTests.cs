using BotApiServer;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace BansosBot.Tests.BotApiServerTests;

public sealed class IdentityTests : IAsyncLifetime
{
    private BotApi api = null!;
    private TelegramBotClient bot = null!;

    public async ValueTask InitializeAsync()
    {
        api = await BotApi.StartAsync(new BotApiOptions { BotUsername = "dinsos_uji_bot" });
        bot = Client.Of(api);
    }

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task The_bot_knows_its_name()
    {
        var me = await bot.GetMe(Stop);

        Assert.Equal(("dinsos_uji_bot", bot.BotId, true), (me.Username, me.Id, me.IsBot));
    }

    [Fact]
    public async Task Commands_are_kept_by_scope_and_language()
    {
        BotCommand[] all = [new("menu", "Menu utama"), new("data_saya", "Data saya")];
        await bot.SetMyCommands(all, cancellationToken: Stop);
        await bot.SetMyCommands([new("queue", "Queue")], new BotCommandScopeChat { ChatId = 7 }, "en", Stop);

        Assert.Equal(["menu", "data_saya"], (await bot.GetMyCommands(cancellationToken: Stop)).Select(c => c.Command));
        Assert.Equal("queue", Assert.Single(await bot.GetMyCommands(new BotCommandScopeChat { ChatId = 7 }, "en", Stop)).Command);
        await bot.DeleteMyCommands(cancellationToken: Stop);
        Assert.Empty(await bot.GetMyCommands(cancellationToken: Stop));
        await Client.RefusedAsync(400, "Bad Request: BOT_COMMAND_INVALID", bot.SetMyCommands([new("Menu-Utama", "x")], cancellationToken: Stop));
    }

    [Fact]
    public async Task Descriptions_and_name_are_kept_by_language()
    {
        await bot.SetMyDescription("Bantuan sosial Kota Serang", cancellationToken: Stop);
        await bot.SetMyDescription("Social aid", "en", Stop);
        await bot.SetMyShortDescription("Gratis", cancellationToken: Stop);
        await bot.SetMyName("Dinsos Serang", cancellationToken: Stop);

        Assert.Equal("Bantuan sosial Kota Serang", (await bot.GetMyDescription("id", Stop)).Description);
        Assert.Equal("Social aid", (await bot.GetMyDescription("en", Stop)).Description);
        Assert.Equal("Gratis", (await bot.GetMyShortDescription(cancellationToken: Stop)).ShortDescription);
        Assert.Equal("Dinsos Serang", (await bot.GetMyName(cancellationToken: Stop)).Name);
        await Client.RefusedAsync(400, "Bad Request: SHORT_DESCRIPTION_TOO_LONG", bot.SetMyShortDescription(new string('a', 121), cancellationToken: Stop));
    }

    [Fact]
    public async Task Arguments_may_come_in_the_query_or_as_a_form()
    {
        var wali = await bot.MetAsync(api);
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["chat_id"] = $"{wali.Id}",
            ["text"] = "dari formulir",
            ["reply_markup"] = """{"inline_keyboard":[[{"text":"Ya","callback_data":"y"}]]}""",
        });

        await http.GetAsync(new Uri(api.Address, $"/bot{api.Token}/SENDMESSAGE?chat_id={wali.Id}&text=dari+kueri"), Stop);
        await http.PostAsync(new Uri(api.Address, $"/bot{api.Token}/sendMessage"), form, Stop);

        Assert.Equal(["dari kueri", "dari formulir [Ya]"], wali.Saw().Select(m => m.ToString()));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
