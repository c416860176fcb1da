using System.Globalization;
using BansosBot.Domain.Conversations;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BansosBot.Channels.Telegram;

/// <summary>Reads Telegram's updates as what they mean to a conversation. What nobody asked for is null, never an exception.</summary>
public sealed class UpdateReader(long botId, string botName)
{
    public const string ChannelName = "telegram";

    /// <summary>Updates that are asked for; all others stay at Telegram.</summary>
    public static readonly UpdateType[] Wanted = [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    /// <returns>Null: nothing to be done (a kind nobody knows yet, a service message, an update without its chat).</returns>
    public Incoming? Read(Update update) => update switch
    {
        { Message: { Chat: not null } message } => OfMessage(update, message),
        { EditedMessage: { Chat: { Type: ChatType.Private } chat } } => new Incoming.Odd(Key(chat.Id), Id(update), OddKind.Edited),
        { CallbackQuery: { } query } => OfPress(update, query),
        { MyChatMember: { Chat.Type: ChatType.Private, NewChatMember: not null } change } =>
            new Incoming.Reachable(Key(change.Chat.Id), Id(update), change.NewChatMember.Status != ChatMemberStatus.Kicked),
        _ => null,
    };

    private Incoming? OfMessage(Update update, Message message)
    {
        var (chat, id) = (Key(message.Chat.Id), Id(update));
        if (message.Chat.Type != ChatType.Private)
            return Command(message) is not null && message.Chat.Type != ChatType.Channel ? new Incoming.InGroup(chat, id, IsCommand: true) : null;
        if (message.ForwardOrigin is not null) return new Incoming.Odd(chat, id, OddKind.Forwarded);
        return message.Type switch
        {
            MessageType.Text when Command(message) is var (name, arguments) => new Incoming.Command(chat, id, name, arguments),
            MessageType.Text => new Incoming.Words(chat, id, message.Text ?? ""),
            MessageType.Photo when message.Photo is { Length: > 0 } sizes => new Incoming.Picture(
                chat, id, Largest(sizes), message.MediaGroupId),
            MessageType.Document when message.Document is { } document => new Incoming.Picture(
                chat, id, new(document.FileId, document.FileSize ?? 0, SentAs.File, document.MimeType) { Name = document.FileName }, message.MediaGroupId),
            MessageType.Sticker => new Incoming.Odd(chat, id, OddKind.Sticker),
            MessageType.Voice or MessageType.Audio => new Incoming.Odd(chat, id, OddKind.Voice),
            MessageType.Video or MessageType.VideoNote or MessageType.Animation => new Incoming.Odd(chat, id, OddKind.Video),
            MessageType.Location or MessageType.Venue => new Incoming.Odd(chat, id, OddKind.Location),
            MessageType.Contact => new Incoming.Odd(chat, id, OddKind.Contact),
            MessageType.Poll => new Incoming.Odd(chat, id, OddKind.Poll),
            MessageType.Dice or MessageType.Game or MessageType.Story or MessageType.PaidMedia => new Incoming.Odd(chat, id, OddKind.Unknown),
            _ => null,          // what Telegram tells of itself: pinned, a new name, a timer
        };
    }

    private Incoming? OfPress(Update update, CallbackQuery query)
    {
        if ((query.Message?.Chat?.Id ?? query.From?.Id) is not { } chat) return null;
        if (query.Message?.Chat?.Type is ChatType.Group or ChatType.Supergroup or ChatType.Channel) return new Incoming.InGroup(Key(chat), Id(update), IsCommand: false);
        var (question, choice) = ButtonData.Read(query.Data);
        return new Incoming.Press(Key(chat), Id(update), question, choice);
    }

    /// <summary>A command at the start of the text; one that names another bot is none of ours.</summary>
    private (string Name, string Arguments)? Command(Message message)
    {
        if (message.Text is not { Length: > 1 } text || text[0] != '/') return null;
        var end = text.AsSpan().IndexOfAny(' ', '\n');
        var head = end < 0 ? text[1..] : text[1..end];
        var at = head.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0 && !head[(at + 1)..].Equals(botName, StringComparison.OrdinalIgnoreCase)) return null;
        return ((at < 0 ? head : head[..at]).ToLowerInvariant(), end < 0 ? "" : text[(end + 1)..]);
    }

    private static FileRef Largest(PhotoSize[] sizes)
    {
        var largest = sizes.MaxBy(s => (long)s.Width * s.Height)!;
        return new(largest.FileId, largest.FileSize ?? 0, SentAs.Picture, null);
    }

    private static ChatKey Key(long chat) => new(ChannelName, chat.ToString(CultureInfo.InvariantCulture));

    // The bot's id is part of it: with another bot's token the numbers begin anew.
    private string Id(Update update) => string.Create(CultureInfo.InvariantCulture, $"{botId}.{update.Id}");
}
