using System.Text.Json;

namespace BotApiServer;

/// <summary>A message as it stands now. Read and changed under the world's lock.</summary>
internal sealed class ChatMessage(int id, Chat chat, User from, DateTimeOffset date, string kind)
{
    public int Id { get; } = id;

    public Chat Chat { get; } = chat;

    public User From { get; } = from;

    public DateTimeOffset Date { get; } = date;

    /// <summary><c>text</c>, <c>photo</c>, <c>document</c>, <c>sticker</c> ...</summary>
    public string Kind { get; } = kind;

    public FormattedText? Text { get; set; }

    public FormattedText? Caption { get; set; }

    /// <summary>Further fields of the message as JSON: <c>photo</c>, <c>media_group_id</c>, <c>reply_to_message</c> ...</summary>
    public IReadOnlyList<KeyValuePair<string, byte[]>> Fields { get; init; } = [];

    public string? FileId { get; init; }

    public Keyboard? Keyboard { get; set; }

    public DateTimeOffset? EditedAt { get; set; }

    public int Edits { get; set; }

    public bool Deleted { get; set; }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("message_id"u8, Id);
        json.WritePropertyName("from"u8);
        From.WriteTo(json);
        json.WritePropertyName("chat"u8);
        Chat.WriteTo(json);
        json.WriteNumber("date"u8, Date.ToUnixTimeSeconds());
        if (EditedAt is { } edited)
        {
            json.WriteNumber("edit_date"u8, edited.ToUnixTimeSeconds());
        }

        foreach (var (name, value) in Fields)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value, skipInputValidation: true);
        }

        if (Text is not null)
        {
            json.WriteString("text"u8, Text.Text);
            TextEntity.WriteAll(json, "entities", Text.Entities);
        }

        if (Caption is { Text.Length: > 0 })
        {
            json.WriteString("caption"u8, Caption.Text);
            TextEntity.WriteAll(json, "caption_entities", Caption.Entities);
        }

        if (Keyboard is { Inline: true })
        {
            json.WritePropertyName("reply_markup"u8);
            json.WriteRawValue(Keyboard.Json, skipInputValidation: true);
        }

        json.WriteEndObject();
    }

    public SeenMessage Seen() => new(
        Id, Chat.Id, Kind, (Text ?? Caption ?? FormattedText.Empty).Text, (Text ?? Caption ?? FormattedText.Empty).Entities,
        Keyboard?.Rows ?? [], Keyboard is { Inline: false }, Edits, Deleted, Date, FileId)
    { FileName = FileName() };

    private string? FileName()
    {
        if (Fields.FirstOrDefault(f => f.Key == "document").Value is not { } json) return null;
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("file_name").GetString();
    }
}
