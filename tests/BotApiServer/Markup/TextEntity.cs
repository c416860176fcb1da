using System.Text.Json;

namespace BotApiServer;

/// <summary>A stretch of a text with a meaning. Offset and length count UTF-16 units.</summary>
/// <param name="Type">Bot API's word: <c>bold</c>, <c>bot_command</c>, <c>text_link</c> ...</param>
/// <param name="Argument">Address of a <c>text_link</c>, language of a <c>pre</c>, id of a <c>custom_emoji</c>; else null.</param>
public sealed record TextEntity(string Type, int Offset, int Length, string? Argument = null)
{
    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("offset"u8, Offset);
        json.WriteNumber("length"u8, Length);
        json.WriteString("type"u8, Type);
        if (Argument is not null)
        {
            json.WriteString(Type switch { "pre" => "language", "custom_emoji" => "custom_emoji_id", _ => "url" }, Argument);
        }

        json.WriteEndObject();
    }

    internal static void WriteAll(Utf8JsonWriter json, string name, IReadOnlyList<TextEntity> entities)
    {
        if (entities.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var entity in entities)
        {
            entity.WriteTo(json);
        }

        json.WriteEndArray();
    }
}
