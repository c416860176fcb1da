using System.Text;
using System.Text.Json;

namespace BotApiServer;

/// <summary>sendMessage, sendPhoto, sendDocument, sendChatAction.</summary>
internal static class Sending
{
    private static readonly HashSet<string> Actions = new(StringComparer.Ordinal)
    {
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
        "choose_sticker", "find_location", "record_video_note", "upload_video_note",
    };

    public static ApiRefusal? Message((World World, Call Call) at, Utf8JsonWriter json) =>
        FormattedText.ReadText(at.Call, out var text) ?? Post(at.World, at.Call, json, "text", text, null, []);

    public static ApiRefusal? Photo((World World, Call Call) at, Utf8JsonWriter json)
    {
        var (world, call) = at;
        if (FormattedText.ReadCaption(call, out var caption) is { } refused)
        {
            return refused;
        }

        if (FileOf(world, call, "photo"u8, "photos", out var file) is { } noFile)
        {
            return noFile;
        }

        var sizes = Reply.Kept(file, static (f, w) =>
        {
            w.WriteStartArray();
            w.WriteStartObject();
            f.WriteFieldsTo(w);
            w.WriteNumber("width"u8, f.Width);
            w.WriteNumber("height"u8, f.Height);
            w.WriteEndObject();
            w.WriteEndArray();
        });
        return Post(world, call, json, "photo", null, caption, [new("photo", sizes)], file.Id);
    }

    public static ApiRefusal? Document((World World, Call Call) at, Utf8JsonWriter json)
    {
        var (world, call) = at;
        if (FormattedText.ReadCaption(call, out var caption) is { } refused)
        {
            return refused;
        }

        if (FileOf(world, call, "document"u8, "documents", out var file) is { } noFile)
        {
            return noFile;
        }

        var document = Reply.Kept(file, static (f, w) =>
        {
            w.WriteStartObject();
            w.WriteString("file_name"u8, f.Name);
            w.WriteString("mime_type"u8, f.MimeType);
            f.WriteFieldsTo(w);
            w.WriteEndObject();
        });
        return Post(world, call, json, "document", null, caption, [new("document", document)], file.Id);
    }

    public static ApiRefusal? ChatAction((World World, Call Call) at, Utf8JsonWriter json)
    {
        var (world, call) = at;
        var action = call.Text("action"u8)?.ToLowerInvariant() ?? "";
        if (!Actions.Contains(action))
        {
            return Refusals.ActionWrong;
        }

        lock (world.Gate)
        {
            if (world.ChatOf(call, out var chat) is { } refused)
            {
                return refused;
            }

            world.NoteSent(call.Method, chat.Id, 0, action, null, null);
        }

        json.WriteBooleanValue(true);
        return null;
    }

    private static ApiRefusal? Post(World world, Call call, Utf8JsonWriter json, string kind, FormattedText? text, FormattedText? caption,
        List<KeyValuePair<string, byte[]>> fields, string? fileId = null)
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

            if (ReplyTo(call, chat, fields) is { } noReply)
            {
                return noReply;
            }

            var message = new ChatMessage(world.NewMessageId(), chat, world.Bot, world.Now, kind)
            {
                Text = text,
                Caption = caption,
                Keyboard = keyboard,
                Fields = fields,
                FileId = fileId,
            };
            chat.Add(message);
            world.NoteSent(call.Method, message);
            message.WriteTo(json);
            return null;
        }
    }

    private static ApiRefusal? ReplyTo(Call call, Chat chat, List<KeyValuePair<string, byte[]>> fields)
    {
        var parameters = call.Json("reply_parameters"u8);
        if (parameters.IsEmpty)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(parameters);
            using var document = JsonDocument.ParseValue(ref reader);
            if (chat.Find(document.RootElement.GetProperty("message_id").GetInt32()) is { Deleted: false } original)
            {
                fields.Add(new("reply_to_message", Reply.Kept(original, static (m, w) => m.WriteTo(w))));
                return null;
            }

            return document.RootElement.TryGetProperty("allow_sending_without_reply", out var without) && without.ValueKind == JsonValueKind.True
                ? null
                : Refusals.ReplyNotFound;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return Refusals.Bad("can't parse reply parameters JSON object");
        }
    }

    /// <summary>An upload, or a file that is known by its id. Addresses on the net are not fetched here.</summary>
    private static ApiRefusal? FileOf(World world, Call call, ReadOnlySpan<byte> name, string folder, out StoredFile file)
    {
        file = null!;
        lock (world.Gate)
        {
            if (call.UploadOf(name) is { } upload)
            {
                if (upload.Bytes.Length == 0)
                {
                    return Refusals.FileEmpty;
                }

                file = world.Files.Add(folder, upload.Bytes, upload.FileName, MimeType(upload), 1, 1);
                return null;
            }

            if (call.Text(name) is not { Length: > 0 } id)
            {
                return Refusals.Bad($"there is no {Encoding.UTF8.GetString(name)} in the request");
            }

            if (world.Files.ById(id) is not { } known)
            {
                return Refusals.FileReferenceWrong;
            }

            file = known;
            return null;
        }
    }

    private static string MimeType(Upload upload) => Path.GetExtension(upload.FileName).ToLowerInvariant() switch
    {
        ".pdf" => "application/pdf",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".png" => "image/png",
        ".txt" => "text/plain",
        ".json" => "application/json",
        ".csv" => "text/csv",
        _ => upload.ContentType,
    };
}
