using System.Text.Json;

namespace BotApiServer;

/// <summary>Somebody as Telegram describes them: the bot or an invented person.</summary>
internal sealed record User(long Id, bool IsBot, string FirstName, string? LastName, string? Username, string? LanguageCode)
{
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteFieldsTo(json);
        json.WriteEndObject();
    }

    public void WriteFieldsTo(Utf8JsonWriter json)
    {
        json.WriteNumber("id"u8, Id);
        json.WriteBoolean("is_bot"u8, IsBot);
        WriteNameTo(json);
        if (LanguageCode is not null)
        {
            json.WriteString("language_code"u8, LanguageCode);
        }
    }

    public void WriteNameTo(Utf8JsonWriter json)
    {
        json.WriteString("first_name"u8, FirstName);
        if (LastName is not null)
        {
            json.WriteString("last_name"u8, LastName);
        }

        if (Username is not null)
        {
            json.WriteString("username"u8, Username);
        }
    }
}
