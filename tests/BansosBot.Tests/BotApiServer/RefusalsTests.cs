using BotApiServer;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace BansosBot.Tests.BotApiServerTests;

/// <summary>What Telegram refuses is refused here in its words. Source: tdlib/telegram-bot-api, Client.cpp.</summary>
public sealed class RefusalsTests : IAsyncLifetime
{
    private BotApi api = null!;
    private TelegramBotClient bot = null!;
    private Person wali = null!;

    public async ValueTask InitializeAsync()
    {
        api = await BotApi.StartAsync();
        bot = Client.Of(api);
        wali = await bot.MetAsync(api);
    }

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task A_token_of_another_bot_is_unauthorized()
    {
        await Client.RefusedAsync(401, "Unauthorized", Client.Of(api, "1000002:another-one").GetMe(Stop));
    }

    [Fact]
    public async Task A_method_nobody_knows_is_not_found()
    {
        using var http = new HttpClient();

        var answer = await http.PostAsync(new Uri(api.Address, $"/bot{api.Token}/sendFlowers"), null, Stop);

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal("""{"ok":false,"error_code":404,"description":"Not Found: method not found"}""",
            await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_text_of_4096_units_is_sent_and_one_more_is_too_long()
    {
        await bot.SendMessage(wali.Id, new string('a', 4096), cancellationToken: Stop);

        await Client.RefusedAsync(400, "Bad Request: message is too long", bot.SendMessage(wali.Id, new string('a', 4097), cancellationToken: Stop));
    }

    [Fact]
    public async Task A_text_is_measured_once_its_markup_is_parsed()
    {
        await bot.SendMessage(wali.Id, $"<b>{new string('a', 4096)}</b>", ParseMode.Html, cancellationToken: Stop);
    }

    [Fact]
    public async Task A_text_of_nothing_is_empty_and_one_of_blanks_too()
    {
        await Client.RefusedAsync(400, "Bad Request: message text is empty", bot.SendMessage(wali.Id, "", cancellationToken: Stop));
        await Client.RefusedAsync(400, "Bad Request: text must be non-empty", bot.SendMessage(wali.Id, " \n ", cancellationToken: Stop));
    }

    [Fact]
    public async Task Callback_data_has_at_most_64_bytes_and_at_least_one()
    {
        await bot.SendMessage(wali.Id, "ok", replyMarkup: InlineKeyboardButton.WithCallbackData("x", new string('d', 64)), cancellationToken: Stop);

        await Client.RefusedAsync(400, "Bad Request: BUTTON_DATA_INVALID",
            bot.SendMessage(wali.Id, "x", replyMarkup: InlineKeyboardButton.WithCallbackData("x", new string('é', 33)), cancellationToken: Stop));
        await Client.RefusedAsync(400,
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
            bot.SendMessage(wali.Id, "x", replyMarkup: InlineKeyboardButton.WithCallbackData("x", ""), cancellationToken: Stop));
    }

    [Fact]
    public async Task A_keyboard_has_at_most_100_buttons()
    {
        static InlineKeyboardMarkup Of(int count) => new(Enumerable.Range(0, count).Select(i => InlineKeyboardButton.WithCallbackData($"{i}")).Chunk(4));
        await bot.SendMessage(wali.Id, "ok", replyMarkup: Of(100), cancellationToken: Stop);

        await Client.RefusedAsync(400, "Bad Request: reply markup is too long", bot.SendMessage(wali.Id, "x", replyMarkup: Of(101), cancellationToken: Stop));
    }

    [Fact]
    public async Task A_caption_has_at_most_1024_units()
    {
        using var small = new MemoryStream([1, 2, 3]);
        await Client.RefusedAsync(400, "Bad Request: message caption is too long",
            bot.SendPhoto(wali.Id, InputFile.FromStream(small, "a.jpg"), new string('a', 1025), cancellationToken: Stop));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_refused_and_so_is_one_of_nothing()
    {
        var sent = await bot.SendMessage(wali.Id, "Halo", cancellationToken: Stop);

        await Client.RefusedAsync(400, "Bad Request: message is not modified: specified new message content and reply markup are "
            + "exactly the same as a current content and reply markup of the message",
            bot.EditMessageText(wali.Id, sent.Id, "Halo", cancellationToken: Stop));
        await Client.RefusedAsync(400, "Bad Request: message to edit not found", bot.EditMessageText(wali.Id, 4711, "x", cancellationToken: Stop));
        await Client.RefusedAsync(400, "Bad Request: message to delete not found", bot.DeleteMessage(wali.Id, 4711, Stop));
    }

    [Fact]
    public async Task A_chat_nobody_opened_is_not_found()
    {
        var stranger = api.Person("Pak Jaya");

        await Client.RefusedAsync(400, "Bad Request: chat not found", bot.SendMessage(stranger.Id, "Halo", cancellationToken: Stop));
        await Client.RefusedAsync(400, "Bad Request: chat not found", bot.SendMessage("@siapa", "Halo", cancellationToken: Stop));
    }

    [Fact]
    public async Task Who_blocked_the_bot_gets_nothing_until_they_unblock_it()
    {
        wali.Blocks();
        await Client.RefusedAsync(403, "Forbidden: bot was blocked by the user", bot.SendMessage(wali.Id, "Halo", cancellationToken: Stop));
        wali.Unblocks();
        await bot.SendMessage(wali.Id, "Halo lagi", cancellationToken: Stop);

        var updates = await bot.GetUpdates(cancellationToken: Stop);
        Assert.Equal([ChatMemberStatus.Kicked, ChatMemberStatus.Member], updates.Select(u => u.MyChatMember!.NewChatMember.Status));
    }

    [Fact]
    public async Task A_press_nobody_made_cannot_be_answered()
    {
        await Client.RefusedAsync(400, "Bad Request: query is too old and response timeout expired or query ID is invalid",
            bot.AnswerCallbackQuery("1", cancellationToken: Stop));
    }

    [Fact]
    public async Task A_file_nobody_sent_cannot_be_fetched()
    {
        await Client.RefusedAsync(400, "Bad Request: invalid file_id", bot.GetFile("AgACnope", Stop));
    }

    [Theory]
    [InlineData("<b>tebal", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("é <h1>x</h1>", "Unsupported start tag \"h1\" at byte offset 3")]
    [InlineData("<b>x</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"")]
    [InlineData("x</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("kurang <dari", "Unclosed start tag at byte offset 7")]
    [InlineData("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    public async Task Broken_html_is_refused(string text, string why)
    {
        await Client.RefusedAsync(400, $"Bad Request: can't parse entities: {why}", bot.SendMessage(wali.Id, text, ParseMode.Html, cancellationToken: Stop));
    }

    [Theory]
    [InlineData("Rp200.000", "Character '.' is reserved and must be escaped with the preceding '\\'")]
    [InlineData("é *tebal", "Can't find end of Bold entity at byte offset 3")]
    [InlineData("a > b", "Character '>' is reserved and must be escaped with the preceding '\\'")]
    [InlineData("[x](http://a.id", "Can't find end of a URL at byte offset 3")]
    public async Task Broken_markdown_is_refused(string text, string why)
    {
        await Client.RefusedAsync(400, $"Bad Request: can't parse entities: {why}", bot.SendMessage(wali.Id, text, ParseMode.MarkdownV2, cancellationToken: Stop));
    }

    [Theory]
    [InlineData(5, 1, "Entity begins after the end of the text at UTF-16 offset 5")]
    [InlineData(0, 5, "Entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 5")]
    [InlineData(1, 1, "Entity begins in a middle of a UTF-16 symbol at byte offset 4")]
    public async Task An_entity_outside_its_text_is_refused(int offset, int length, string why)
    {
        var bold = new MessageEntity { Type = MessageEntityType.Bold, Offset = offset, Length = length };

        await Client.RefusedAsync(400, $"Bad Request: can't parse entities: {why}", bot.SendMessage(wali.Id, "😀ab", entities: [bold], cancellationToken: Stop));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
