using System.Text.Json;

namespace BotApiServer;

/// <summary>getMe, and what the bot says of itself: commands, name, descriptions.</summary>
internal static class Identity
{
    private const int CommandsMax = 100; // Bot API, setMyCommands: at most 100 commands
    private const int CommandLengthMax = 32; // Bot API, BotCommand: 1-32 lowercase letters, digits, underscores
    private const int CommandDescriptionLengthMax = 256; // Bot API, BotCommand: 1-256 characters

    public static ApiRefusal? GetMe((World World, Call Call) at, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        at.World.Bot.WriteFieldsTo(json);
        json.WriteBoolean("can_join_groups"u8, true);
        json.WriteBoolean("can_read_all_group_messages"u8, false);
        json.WriteBoolean("supports_inline_queries"u8, false);
        json.WriteBoolean("can_connect_to_business"u8, false);
        json.WriteBoolean("has_main_web_app"u8, false);
        json.WriteEndObject();
        return null;
    }

    public static ApiRefusal? True((World World, Call Call) at, Utf8JsonWriter json)
    {
        json.WriteBooleanValue(true);
        return null;
    }

    public static ApiRefusal? SetCommands((World World, Call Call) at, Utf8JsonWriter json)
    {
        if (Scope(at.Call, out var scope) is { } refused)
        {
            return refused;
        }

        try
        {
            var reader = new Utf8JsonReader(at.Call.Json("commands"u8));
            using var commands = JsonDocument.ParseValue(ref reader);
            if (commands.RootElement.GetArrayLength() > CommandsMax)
            {
                return Refusals.Bad("BOT_COMMANDS_TOO_MUCH");
            }

            foreach (var command in commands.RootElement.EnumerateArray())
            {
                var name = command.GetProperty("command").GetString()?.TrimStart('/') ?? "";
                var says = command.GetProperty("description").GetString() ?? "";
                if (name.Length is 0 or > CommandLengthMax || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
                {
                    return Refusals.Bad("BOT_COMMAND_INVALID");
                }

                if (says.Length is 0 or > CommandDescriptionLengthMax)
                {
                    return Refusals.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
                }
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return Refusals.Bad("can't parse commands JSON object");
        }

        lock (at.World.Gate)
        {
            at.World.Profile.Set("commands", scope, Language(at.Call), at.Call.Json("commands"u8).ToArray());
        }

        return True(at, json);
    }

    public static ApiRefusal? GetCommands((World World, Call Call) at, Utf8JsonWriter json)
    {
        if (Scope(at.Call, out var scope) is { } refused)
        {
            return refused;
        }

        lock (at.World.Gate)
        {
            json.WriteRawValue(at.World.Profile.Get("commands", scope, Language(at.Call)) ?? "[]"u8.ToArray());
        }

        return null;
    }

    public static ApiRefusal? DeleteCommands((World World, Call Call) at, Utf8JsonWriter json)
    {
        if (Scope(at.Call, out var scope) is { } refused)
        {
            return refused;
        }

        lock (at.World.Gate)
        {
            at.World.Profile.Remove("commands", scope, Language(at.Call));
        }

        return True(at, json);
    }

    public static ApiRefusal? SetName((World World, Call Call) at, Utf8JsonWriter json) => Set(at, json, "name", 64, "NAME_TOO_LONG");

    public static ApiRefusal? GetName((World World, Call Call) at, Utf8JsonWriter json) =>
        Get(at, json, "name", at.World.Bot.FirstName);

    public static ApiRefusal? SetDescription((World World, Call Call) at, Utf8JsonWriter json) =>
        Set(at, json, "description", 512, "DESCRIPTION_TOO_LONG");

    public static ApiRefusal? GetDescription((World World, Call Call) at, Utf8JsonWriter json) => Get(at, json, "description", "");

    public static ApiRefusal? SetShortDescription((World World, Call Call) at, Utf8JsonWriter json) =>
        Set(at, json, "short_description", 120, "SHORT_DESCRIPTION_TOO_LONG");

    public static ApiRefusal? GetShortDescription((World World, Call Call) at, Utf8JsonWriter json) =>
        Get(at, json, "short_description", "");

    private static ApiRefusal? Set((World World, Call Call) at, Utf8JsonWriter json, string what, int lengthMax, string tooLong)
    {
        var text = at.Call.Text(System.Text.Encoding.UTF8.GetBytes(what)) ?? "";
        if (text.Length > lengthMax)
        {
            return Refusals.Bad(tooLong);
        }

        lock (at.World.Gate)
        {
            if (text.Length == 0)
            {
                at.World.Profile.Remove(what, "", Language(at.Call));
            }
            else
            {
                at.World.Profile.Set(what, "", Language(at.Call), System.Text.Encoding.UTF8.GetBytes(text));
            }
        }

        return True(at, json);
    }

    /// <summary>A language nobody set shows what was set for all.</summary>
    private static ApiRefusal? Get((World World, Call Call) at, Utf8JsonWriter json, string what, string unset)
    {
        lock (at.World.Gate)
        {
            var text = at.World.Profile.Get(what, "", Language(at.Call)) ?? at.World.Profile.Get(what, "", "");
            json.WriteStartObject();
            json.WriteString(what, text is null ? unset : System.Text.Encoding.UTF8.GetString(text));
            json.WriteEndObject();
        }

        return null;
    }

    private static string Language(Call call) => call.Text("language_code"u8) ?? "";

    /// <summary>One key for a scope however its JSON is written.</summary>
    private static ApiRefusal? Scope(Call call, out string key)
    {
        key = "default";
        var json = call.Json("scope"u8);
        if (json.IsEmpty)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(json);
            using var scope = JsonDocument.ParseValue(ref reader);
            key = string.Join('|', scope.RootElement.GetProperty("type").GetString(),
                scope.RootElement.TryGetProperty("chat_id", out var chat) ? chat.ToString() : "",
                scope.RootElement.TryGetProperty("user_id", out var user) ? user.ToString() : "").TrimEnd('|');
            return null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return Refusals.Bad("can't parse BotCommandScope JSON object");
        }
    }
}
