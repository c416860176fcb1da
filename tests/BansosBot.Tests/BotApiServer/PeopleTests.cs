using BotApiServer;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace BansosBot.Tests.BotApiServerTests;

public sealed class PeopleTests : IAsyncLifetime
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
    public async Task A_command_carries_its_entity()
    {
        wali.Says("/start s_7K2P");

        var message = (await UpdatesAsync())[0].Message!;

        var entity = Assert.Single(message.Entities!);
        Assert.Equal((MessageEntityType.BotCommand, 0, 6), (entity.Type, entity.Offset, entity.Length));
        Assert.Equal(clock.GetUtcNow().UtcDateTime, message.Date);
    }

    [Fact]
    public async Task A_press_carries_data_and_message_and_its_answer_is_seen()
    {
        await bot.SendMessage(wali.Id, "Mulai?", replyMarkup: Buttons(("Ya", "1:ya"), ("Tidak", "1:tidak")), cancellationToken: Stop);

        wali.Presses("Tidak");
        wali.Presses(0);
        var presses = (await UpdatesAsync()).Select(u => u.CallbackQuery!).ToList();
        await bot.AnswerCallbackQuery(presses[0].Id, "Baik", showAlert: true, cancellationToken: Stop);

        Assert.Equal(["1:tidak", "1:ya"], presses.Select(p => p.Data));
        Assert.Equal("Mulai?", presses[0].Message!.Text);
        Assert.Equal(new Notice("Baik", Alert: true), await wali.NoticeAsync());
    }

    [Fact]
    public async Task A_press_answered_after_its_time_is_too_old()
    {
        await bot.SendMessage(wali.Id, "Mulai?", replyMarkup: Buttons(("Ya", "1:ya")), cancellationToken: Stop);
        wali.Presses("Ya");
        var press = (await UpdatesAsync())[0].CallbackQuery!;

        clock.Advance(TimeSpan.FromMinutes(16));

        await Client.RefusedAsync(400, "Bad Request: query is too old and response timeout expired or query ID is invalid",
            bot.AnswerCallbackQuery(press.Id, cancellationToken: Stop));
    }

    [Fact]
    public async Task A_button_of_an_old_message_can_still_be_pressed()
    {
        var sent = await bot.SendMessage(wali.Id, "Satu?", replyMarkup: Buttons(("Ya", "1:ya")), cancellationToken: Stop);
        var old = await wali.NextAsync();
        await bot.EditMessageText(wali.Id, sent.Id, "Dua", cancellationToken: Stop);
        var edited = await wali.WaitForAsync(m => m.Edits == 1);
        await bot.DeleteMessage(wali.Id, sent.Id, Stop);

        wali.Presses(old, "Ya");
        var press = (await UpdatesAsync())[0].CallbackQuery!;

        Assert.Equal(("Dua", 0), (edited.Text, edited.Labels.Count()));
        Assert.True(Assert.Single(wali.Saw()).Deleted);
        Assert.Equal("1:ya", press.Data);
        Assert.Equal((sent.Id, default(DateTime)), (press.Message!.Id, press.Message.Date));
    }

    [Fact]
    public async Task A_label_of_a_reply_keyboard_is_said()
    {
        await bot.SendMessage(wali.Id, "Pilih", replyMarkup: new ReplyKeyboardMarkup(new KeyboardButton("Menu")), cancellationToken: Stop);

        wali.Presses("Menu");

        Assert.Equal("Menu", (await UpdatesAsync())[0].Message!.Text);
        Assert.True((await wali.NextAsync()).HasReplyKeyboard);
        Assert.Throws<InvalidOperationException>(() => wali.Presses("Tidak ada"));
    }

    [Fact]
    public async Task Captions_and_keyboards_are_edited_alone()
    {
        using var chart = new MemoryStream([1, 2, 3]);
        var photo = await bot.SendPhoto(wali.Id, InputFile.FromStream(chart, "a.jpg"), "Satu", cancellationToken: Stop);

        await bot.EditMessageCaption(wali.Id, photo.Id, "Dua", replyMarkup: Buttons(("Ya", "y")), cancellationToken: Stop);
        var withButtons = await wali.NextAsync();
        await bot.EditMessageReplyMarkup(wali.Id, photo.Id, cancellationToken: Stop);

        Assert.Equal("Dua [Ya]", withButtons.ToString());
        Assert.Equal("Dua", wali.Saw()[0].ToString());
        await Client.RefusedAsync(400, "Bad Request: there is no text in the message to edit",
            bot.EditMessageText(wali.Id, photo.Id, "x", cancellationToken: Stop));
    }

    [Fact]
    public async Task Everything_a_person_can_send_is_read_by_the_client()
    {
        wali.SendsSticker();
        wali.SendsVoice([1]);
        wali.SendsVideo([1], "film");
        wali.SendsLocation(-6.11, 106.16);
        wali.SendsContact("081200000000", "Aminah", own: true);
        wali.SendsPoll("Kapan cair?", "Besok", "Lusa");
        wali.Forwards("Info bansos", "Pak RT");
        wali.Says("satu");
        wali.Edits("dua");
        wali.Pins(1);
        wali.PressesForged("9:x", 1);
        wali.Says(new string('a', 5000));

        var updates = await UpdatesAsync();

        Assert.Equal(
            [MessageType.Sticker, MessageType.Voice, MessageType.Video, MessageType.Location, MessageType.Contact, MessageType.Poll,
                MessageType.Text, MessageType.Text, MessageType.PinnedMessage, MessageType.Text],
            updates.Where(u => u.Message is not null).Select(u => u.Message!.Type));
        Assert.Equal("Pak RT", Assert.IsType<MessageOriginHiddenUser>(updates[6].Message!.ForwardOrigin).SenderUserName);
        Assert.Equal("dua", updates[8].EditedMessage!.Text);
        Assert.Equal("/start", updates[9].Message!.PinnedMessage!.Text);
        Assert.Equal("9:x", updates[10].CallbackQuery!.Data);
    }

    [Fact]
    public async Task In_a_group_the_bot_hears_its_members_and_can_be_put_out()
    {
        var group = api.Group("RT 05", wali);
        wali.Says("/cek", group);
        var heard = (await UpdatesAsync())[0].Message!;

        await bot.SendMessage(heard.Chat.Id, "Lewat pesan pribadi, ya.", cancellationToken: Stop);
        group.RemovesBot(wali);

        Assert.Equal((ChatType.Supergroup, wali.Id), (heard.Chat.Type, heard.From!.Id));
        Assert.Single(group.Saw());
        Assert.Empty(wali.Saw());
        await Client.RefusedAsync(403, "Forbidden: bot was kicked from the group chat",
            bot.SendMessage(group.Id, "x", cancellationToken: Stop));
    }

    [Fact]
    public async Task Messages_come_in_order_once_and_are_waited_for()
    {
        var first = wali.NextAsync();
        Assert.False(first.IsCompleted);

        await bot.SendMessage(wali.Id, "satu", cancellationToken: Stop);
        await bot.SendMessage(wali.Id, "dua", cancellationToken: Stop);

        Assert.Equal("satu", (await first).Text);
        Assert.Equal("dua", (await wali.NextAsync()).Text);
        Assert.Equal(["satu", "dua"], (await wali.WaitUntilAsync(all => all.Count == 2)).Select(m => m.Text));
        var late = await Assert.ThrowsAsync<TimeoutException>(() => wali.NextAsync(TimeSpan.FromMilliseconds(1)));
        Assert.Contains("satu / dua", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_shows_what_it_answers()
    {
        var sent = await bot.SendMessage(wali.Id, "Nama anak?", cancellationToken: Stop);

        wali.Says("Ahmad", replyTo: await wali.NextAsync());
        var answer = (await UpdatesAsync())[0].Message!;
        var reply = await bot.SendMessage(wali.Id, "Terima kasih", replyParameters: answer.Id, cancellationToken: Stop);

        Assert.Equal(sent.Id, answer.ReplyToMessage!.Id);
        Assert.Equal("Ahmad", reply.ReplyToMessage!.Text);
        await Client.RefusedAsync(400, "Bad Request: message to be replied not found",
            bot.SendMessage(wali.Id, "x", replyParameters: 4711, cancellationToken: Stop));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static InlineKeyboardMarkup Buttons(params (string Label, string Data)[] buttons) =>
        new(buttons.Select(b => InlineKeyboardButton.WithCallbackData(b.Label, b.Data)));

    private async Task<Update[]> UpdatesAsync() => await bot.GetUpdates(timeout: 5, cancellationToken: Stop);
}
