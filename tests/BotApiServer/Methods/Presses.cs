using System.Text.Json;

namespace BotApiServer;

/// <summary>answerCallbackQuery.</summary>
internal static class Presses
{
    private const int NoticeLengthMax = 200; // Bot API, answerCallbackQuery: text, 0-200 characters

    public static ApiRefusal? Answer((World World, Call Call) at, Utf8JsonWriter json)
    {
        var (world, call) = at;
        var text = call.Text("text"u8) ?? "";
        if (text.Length > NoticeLengthMax)
        {
            return Refusals.NoticeTooLong;
        }

        lock (world.Gate)
        {
            if (world.AnswerPress(call.Text("callback_query_id"u8) ?? "") is not { } chat)
            {
                return Refusals.QueryTooOld;
            }

            chat.Notices.Add(new Notice(text, call.Flag("show_alert"u8)));
            chat.Changed.Pulse();
            world.NoteSent(call.Method, chat.Id, 0, text, null, null);
        }

        json.WriteBooleanValue(true);
        return null;
    }
}
