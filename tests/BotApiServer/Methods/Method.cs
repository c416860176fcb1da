using System.Collections.Frozen;
using System.Text.Json;

namespace BotApiServer;

/// <summary>A method of the Bot API.</summary>
/// <param name="Name">As documented; callers may write it in any case.</param>
/// <param name="Run">Writes the result, or returns why not.</param>
/// <param name="IsSend">Counts against the send limits.</param>
internal sealed record Method(string Name, Func<(World World, Call Call), Utf8JsonWriter, ApiRefusal?> Run, bool IsSend = false)
{
    public const string GetUpdates = "getUpdates"; // waits, so the door serves it (Polling)
    public const string SetWebhook = "setWebhook"; // starts deliveries, so the door serves it (Webhook)
    public const string DeleteWebhook = "deleteWebhook";
    public const string GetWebhookInfo = "getWebhookInfo";

    private static readonly FrozenDictionary<string, Method> All = new Method[]
    {
        new("getMe", Identity.GetMe),
        new("logOut", Identity.True),
        new("close", Identity.True),
        new("sendMessage", Sending.Message, IsSend: true),
        new("sendPhoto", Sending.Photo, IsSend: true),
        new("sendDocument", Sending.Document, IsSend: true),
        new("sendChatAction", Sending.ChatAction),
        new("editMessageText", Editing.Text, IsSend: true),
        new("editMessageCaption", Editing.Caption, IsSend: true),
        new("editMessageReplyMarkup", Editing.ReplyMarkup, IsSend: true),
        new("deleteMessage", Editing.Delete),
        new("answerCallbackQuery", Presses.Answer),
        new("getFile", Fetching.GetFile),
        new("setMyCommands", Identity.SetCommands),
        new("getMyCommands", Identity.GetCommands),
        new("deleteMyCommands", Identity.DeleteCommands),
        new("setMyName", Identity.SetName),
        new("getMyName", Identity.GetName),
        new("setMyDescription", Identity.SetDescription),
        new("getMyDescription", Identity.GetDescription),
        new("setMyShortDescription", Identity.SetShortDescription),
        new("getMyShortDescription", Identity.GetShortDescription),
        new(GetUpdates, static (_, _) => null),
        new(SetWebhook, static (_, _) => null),
        new(DeleteWebhook, static (_, _) => null),
        new(GetWebhookInfo, static (_, _) => null),
    }.ToFrozenDictionary(m => m.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Method>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Method? Find(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var method) ? method : null;
}
