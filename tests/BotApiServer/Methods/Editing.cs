using System.Text.Json;

namespace BotApiServer;

/// <summary>editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage.</summary>
internal static class Editing
{
    // Bot API, deleteMessage: a message can only be deleted if it was sent less than 48 hours ago
    private static readonly TimeSpan DeleteWithin = TimeSpan.FromHours(48);

    public static ApiRefusal? Text((World World, Call Call) at, Utf8JsonWriter json) =>
        FormattedText.ReadText(at.Call, out var text) ?? Edit(at.World, at.Call, json, (message, keyboard) =>
            message.Text is null ? Refusals.NoTextToEdit
            : message.Text.Equals(text) && Keyboard.Same(message.Keyboard, keyboard) ? Refusals.NotModified
            : Changed(message.Text = text));

    public static ApiRefusal? Caption((World World, Call Call) at, Utf8JsonWriter json) =>
        FormattedText.ReadCaption(at.Call, out var caption) ?? Edit(at.World, at.Call, json, (message, keyboard) =>
            message.Caption is null ? Refusals.NoCaptionToEdit
            : message.Caption.Equals(caption) && Keyboard.Same(message.Keyboard, keyboard) ? Refusals.NotModified
            : Changed(message.Caption = caption));

    public static ApiRefusal? ReplyMarkup((World World, Call Call) at, Utf8JsonWriter json) =>
        Edit(at.World, at.Call, json, (message, keyboard) =>
            Keyboard.Same(message.Keyboard, keyboard) ? Refusals.NotModified : null);

    public static ApiRefusal? Delete((World World, Call Call) at, Utf8JsonWriter json)
    {
        var (world, call) = at;
        lock (world.Gate)
        {
            if (world.ChatOf(call, out var chat) is { } refused)
            {
                return refused;
            }

            if (chat.Find(call.Number("message_id"u8) ?? 0) is not { Deleted: false } message)
            {
                return Refusals.DeleteNotFound;
            }

            if (world.Now - message.Date >= DeleteWithin)
            {
                return Refusals.DeleteTooOld;
            }

            message.Deleted = true;
            chat.Changed.Pulse();
            world.NoteSent(call.Method, message);
        }

        json.WriteBooleanValue(true);
        return null;
    }

    private static ApiRefusal? Edit(World world, Call call, Utf8JsonWriter json, Func<ChatMessage, Keyboard?, ApiRefusal?> change)
    {
        if (Keyboard.Read(call, out var keyboard) is { } refused)
        {
            return refused;
        }

        lock (world.Gate)
        {
            if (world.ChatOf(call, out var chat) is { } closed)
            {
                return closed;
            }

            if (chat.Find(call.Number("message_id"u8) ?? 0) is not { Deleted: false } message)
            {
                return Refusals.EditNotFound;
            }

            if (!message.From.IsBot || message.Keyboard is { Inline: false } || keyboard is { Inline: false })
            {
                return Refusals.EditNotOurs;
            }

            if (change(message, keyboard) is { } unchanged)
            {
                return unchanged;
            }

            message.Keyboard = keyboard; // an edit without a keyboard takes the old one away
            message.EditedAt = world.Now;
            message.Edits++;
            chat.Changed.Pulse();
            world.NoteSent(call.Method, message);
            message.WriteTo(json);
            return null;
        }
    }

    /// <summary>The assignment is the change; nothing speaks against it.</summary>
    private static ApiRefusal? Changed(FormattedText _) => null;
}
