using System.Text.Json;

namespace BotApiServer;

/// <summary>A text as people see it, with its entities: markup parsed, blanks at both ends gone.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<TextEntity> Entities)
{
    public const int TextLengthMax = 4096; // Bot API, sendMessage: 1-4096 characters after entities parsing
    public const int CaptionLengthMax = 1024; // Bot API, sendPhoto: 0-1024 characters after entities parsing
    private const int EntitiesMax = 100; // beyond that Telegram drops them silently

    public static FormattedText Empty { get; } = new("", []);

    public static ApiRefusal? ReadText(Call call, out FormattedText text)
    {
        text = Empty;
        if (call.Text("text"u8) is not { Length: > 0 } written)
        {
            return Refusals.TextEmpty;
        }

        return Read(call, written, "entities"u8, out text)
            ?? (text.Text.Length == 0 ? Refusals.TextBlank : text.Text.Length > TextLengthMax ? Refusals.TextTooLong : null);
    }

    public static ApiRefusal? ReadCaption(Call call, out FormattedText caption)
    {
        caption = Empty;
        return call.Text("caption"u8) is not { Length: > 0 } written ? null
            : Read(call, written, "caption_entities"u8, out caption)
              ?? (caption.Text.Length > CaptionLengthMax ? Refusals.CaptionTooLong : null);
    }

    public bool Equals(FormattedText? other) =>
        other is not null && Text == other.Text && Entities.SequenceEqual(other.Entities);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    private static ApiRefusal? Read(Call call, string written, ReadOnlySpan<byte> entitiesName, out FormattedText read)
    {
        var entities = new List<TextEntity>();
        read = Empty;
        string? why;
        var text = written;
        switch (call.Text("parse_mode"u8)?.ToLowerInvariant())
        {
            case null or "" or "none":
                why = ReadEntities(call.Json(entitiesName), written, entities, out var unreadable);
                if (unreadable is not null)
                {
                    return unreadable;
                }

                break;
            case "html":
                why = HtmlText.Read(written, entities, out text);
                break;
            case "markdownv2":
                why = MarkdownV2Text.Read(written, entities, out text);
                break;
            case "markdown":
                why = MarkdownText.Read(written, entities, out text);
                break;
            default:
                return Refusals.ParseModeUnknown;
        }

        if (why is not null)
        {
            return Refusals.Unparsable(why);
        }

        read = Trimmed(text, entities);
        return null;
    }

    private static string? ReadEntities(ReadOnlySpan<byte> json, string text, List<TextEntity> into, out ApiRefusal? unreadable)
    {
        unreadable = null;
        if (json.IsEmpty)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(json);
            using var list = JsonDocument.ParseValue(ref reader);
            foreach (var e in list.RootElement.EnumerateArray())
            {
                var entity = new TextEntity(
                    e.GetProperty("type").GetString() ?? "",
                    e.GetProperty("offset").GetInt32(),
                    e.GetProperty("length").GetInt32(),
                    Argument(e, "url") ?? Argument(e, "language") ?? Argument(e, "custom_emoji_id"));
                if (Misplaced(entity, text) is { } why)
                {
                    return why;
                }

                into.Add(entity);
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            unreadable = Refusals.Bad("can't parse MessageEntity");
        }

        return null;
    }

    private static string? Argument(JsonElement entity, string name) =>
        entity.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string? Misplaced(TextEntity e, string text)
    {
        var end = (long)e.Offset + e.Length;
        return e.Offset < 0 ? $"Receive an entity with incorrect offset {e.Offset}"
            : e.Length < 0 ? $"Receive an entity with incorrect length {e.Length}"
            : e.Offset > text.Length ? $"Entity begins after the end of the text at UTF-16 offset {e.Offset}"
            : end > text.Length
                ? $"Entity beginning at UTF-16 offset {e.Offset} ends after the end of the text at UTF-16 offset {end}"
            : InsideSymbol(text, e.Offset)
                ? $"Entity begins in a middle of a UTF-16 symbol at byte offset {Utf8.BytesBefore(text, e.Offset + 1)}"
            : InsideSymbol(text, (int)end)
                ? $"Entity beginning at UTF-16 offset {e.Offset} ends in a middle of a UTF-16 symbol at byte offset "
                  + Utf8.BytesBefore(text, (int)end + 1)
            : null;
    }

    private static bool InsideSymbol(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    private static FormattedText Trimmed(string text, List<TextEntity> entities)
    {
        var lead = text.Length - text.AsSpan().TrimStart().Length;
        var trimmed = text.Trim();
        if (entities.Count == 0)
        {
            return new FormattedText(trimmed, []);
        }

        var kept = new List<TextEntity>(entities.Count);
        foreach (var e in entities.OrderBy(e => e.Offset).ThenByDescending(e => e.Length).Take(EntitiesMax))
        {
            var start = Math.Clamp(e.Offset - lead, 0, trimmed.Length);
            var end = Math.Clamp(e.Offset + e.Length - lead, 0, trimmed.Length);
            if (end > start)
            {
                kept.Add(e with { Offset = start, Length = end - start });
            }
        }

        return new FormattedText(trimmed, kept);
    }
}
