using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace BotApiServer;

/// <summary>A button as a person sees it.</summary>
/// <param name="Data">What a press sends to the bot; null on a link or on a button of a reply keyboard.</param>
/// <param name="Url">Where a link leads; null otherwise.</param>
public sealed record Button(string Label, string? Data, string? Url);

/// <summary>Buttons under a message (inline), or in place of the person's keyboard (reply).</summary>
internal sealed class Keyboard
{
    private const int DataBytesMax = 64; // Bot API, InlineKeyboardButton: callback_data, 1-64 bytes
    private const int ButtonsMax = 100; // Telegram's limit for an inline keyboard; not in the documentation

    private Keyboard(bool inline, ImmutableArray<ImmutableArray<Button>> rows, byte[] json)
    {
        Inline = inline;
        Rows = rows;
        Json = json;
    }

    /// <summary>False: a reply keyboard, its removal or a forced reply.</summary>
    public bool Inline { get; }

    public ImmutableArray<ImmutableArray<Button>> Rows { get; }

    /// <summary>As it came, to be shown again in answers and updates.</summary>
    public byte[] Json { get; }

    public static bool Same(Keyboard? one, Keyboard? other) =>
        one is null ? other is null : other is not null && one.Json.AsSpan().SequenceEqual(other.Json);

    /// <param name="keyboard">Null when none was asked for.</param>
    public static ApiRefusal? Read(Call call, out Keyboard? keyboard)
    {
        keyboard = null;
        var json = call.Json("reply_markup"u8);
        if (json.IsEmpty)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return Refusals.MarkupNoObject;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var inline = reader.ValueTextEquals("inline_keyboard"u8);
                if (!inline && !reader.ValueTextEquals("keyboard"u8))
                {
                    reader.Skip();
                    continue;
                }

                var refused = ReadRows(ref reader, inline, out var rows);
                if (refused is not null)
                {
                    return refused;
                }

                keyboard = rows.IsEmpty ? null : new Keyboard(inline, rows, json.ToArray());
                return null;
            }

            keyboard = new Keyboard(inline: false, [], json.ToArray());
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Refusals.MarkupUnreadable;
        }
    }

    private static ApiRefusal? ReadRows(ref Utf8JsonReader reader, bool inline, out ImmutableArray<ImmutableArray<Button>> read)
    {
        read = [];
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Button>>();
        var count = 0;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return Refusals.Bad("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                return Refusals.Bad("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
            }

            var row = ImmutableArray.CreateBuilder<Button>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (ReadButton(ref reader, inline, out var button) is { } refused)
                {
                    return refused;
                }

                row.Add(button);
                count++;
            }

            if (row.Count > 0)
            {
                rows.Add(row.ToImmutable());
            }
        }

        read = rows.ToImmutable();
        return inline && count > ButtonsMax ? Refusals.MarkupTooLong : null;
    }

    private static ApiRefusal? ReadButton(ref Utf8JsonReader reader, bool inline, out Button button)
    {
        string? label = null, data = null, url = null;
        var otherUse = false;
        if (reader.TokenType == JsonTokenType.String && !inline)
        {
            label = reader.GetString();
        }
        else if (reader.TokenType != JsonTokenType.StartObject)
        {
            button = new Button("", null, null);
            return Refusals.Bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
        }
        else
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("text"u8))
                {
                    reader.Read();
                    label = reader.GetString();
                }
                else if (reader.ValueTextEquals("callback_data"u8))
                {
                    reader.Read();
                    data = reader.GetString();
                }
                else if (reader.ValueTextEquals("url"u8))
                {
                    reader.Read();
                    url = reader.GetString();
                }
                else
                {
                    otherUse |= !reader.ValueTextEquals("style"u8) && !reader.ValueTextEquals("icon_custom_emoji_id"u8);
                    reader.Skip();
                }
            }
        }

        button = new Button(label ?? "", data, url);
        return string.IsNullOrWhiteSpace(label) ? Refusals.ButtonWithoutText
            : !inline ? null
            : data is { Length: > 0 } ? (Encoding.UTF8.GetByteCount(data) > DataBytesMax ? Refusals.ButtonData : null)
            : string.IsNullOrEmpty(url) && !otherUse ? Refusals.ButtonWithoutUse // an empty callback_data counts as none
            : null;
    }
}
