using System.Globalization;
using System.Text.Json;
using BansosBot.Delivery;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace BansosBot.Channels.Telegram;

/// <summary>Sends letters through the Bot API and tells what became of them.</summary>
public sealed class TelegramChannel(ITelegramBotClient bot) : IChannel
{
    private const int CaptionMax = 1_024;       // https://core.telegram.org/bots/api#senddocument

    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    public string Name => UpdateReader.ChannelName;

    public Task<Delivered> SendAsync(Letter letter, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var chat = new ChatId(long.Parse(letter.To.Id, CultureInfo.InvariantCulture));
        return TryAsync(() => SendAsync(chat, letter, stop));
    }

    /// <summary>Asks something of Telegram and tells what became of it.</summary>
    internal static async Task<Delivered> TryAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            return new Delivered.Sent();
        }
        catch (ApiRequestException e)
        {
            return OfAnswer(e);
        }
        catch (RequestException e)
        {
            return OfFailure(e);
        }
        catch (TaskCanceledException)
        {
            return new Delivered.Uncertain();       // no answer in time: it may have arrived
        }
    }

    private async Task SendAsync(ChatId chat, Letter letter, CancellationToken stop)
    {
        // One request where the words fit under the file: it arrives whole or not at all.
        var isCaption = letter.File is not null && letter.Words.Text.Length <= CaptionMax;
        var (caption, bold, buttons) = isCaption ? (letter.Words.Text, Bold(letter), Buttons(letter)) : (null, null, null);
        if (letter.File is { } file)
        {
            using var content = new MemoryStream(file.Content);
            var document = InputFile.FromStream(content, file.Name);
            if (file.IsPicture) await bot.SendPhoto(chat, document, caption, captionEntities: bold, replyMarkup: buttons, cancellationToken: stop);
            else await bot.SendDocument(chat, document, caption, captionEntities: bold, replyMarkup: buttons, cancellationToken: stop);
        }

        if (!isCaption) await bot.SendMessage(chat, letter.Words.Text, entities: Bold(letter), linkPreviewOptions: NoPreview, replyMarkup: Buttons(letter), cancellationToken: stop);
    }

    private static Delivered OfAnswer(ApiRequestException e) => e.ErrorCode switch
    {
        429 => new Delivered.Slower(TimeSpan.FromSeconds(e.Parameters?.RetryAfter ?? 1)),
        401 => new Delivered.Outage(),              // the token was withdrawn: nothing goes out until the operator mends it
        403 => new Delivered.Unreachable(),
        400 when e.Message.Contains("chat not found", StringComparison.OrdinalIgnoreCase) => new Delivered.Unreachable(),
        >= 500 => new Delivered.Outage(),
        _ => new Delivered.NotAccepted($"{e.ErrorCode} {e.Message}"),
    };

    // Not connected means not sent; an answer that is no JSON came from something before Telegram; all else may have arrived.
    private static Delivered OfFailure(RequestException e) =>
        e.InnerException is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError }
        || (e.HttpStatusCode is not null && (int)e.HttpStatusCode >= 500 && e.InnerException is JsonException or null)
            ? new Delivered.Outage()
            : new Delivered.Uncertain();

    private static MessageEntity[] Bold(Letter letter) =>
        [.. letter.Words.Bold.Select(b => new MessageEntity { Type = MessageEntityType.Bold, Offset = b.Start, Length = b.Length })];

    private static InlineKeyboardMarkup? Buttons(Letter letter) => letter.Buttons.IsEmpty ? null : new(letter.Buttons.Select(row => row.Select(b =>
        b.Link is { } link ? InlineKeyboardButton.WithUrl(b.Label, link) : InlineKeyboardButton.WithCallbackData(b.Label, ButtonData.Write(letter.Question, b.Choice)))));
}
