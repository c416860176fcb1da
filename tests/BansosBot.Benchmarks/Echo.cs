using Telegram.Bot;

namespace BansosBot.Benchmarks;

/// <summary>The measure: a bot on the same client and server that keeps nothing and answers each message with a line.</summary>
internal static class Echo
{
    public static async Task RunAsync(string token, string address)
    {
        using var http = new HttpClient(new SocketsHttpHandler());
        var bot = new TelegramBotClient(new TelegramBotClientOptions(token, address) { RetryThreshold = 0 }, http);
        int? offset = null;
        while (true)
        {
            var updates = await bot.GetUpdates(offset, 100, 25);
            if (updates.Length == 0) continue;
            foreach (var update in updates)
            {
                if ((update.Message?.Chat ?? update.CallbackQuery?.Message?.Chat) is not { } chat) continue;
                if (update.CallbackQuery is { } query) _ = bot.AnswerCallbackQuery(query.Id);
                _ = bot.SendMessage(chat.Id, "Baik. Lanjut ke pertanyaan berikutnya.", replyMarkup: new Telegram.Bot.Types.ReplyMarkups.InlineKeyboardMarkup(Telegram.Bot.Types.ReplyMarkups.InlineKeyboardButton.WithCallbackData("Ya", "1:1:1")));
            }

            offset = updates[^1].Id + 1;
        }
    }
}
