using System.Text.Json;

namespace BotApiServer;

/// <summary>getFile.</summary>
internal static class Fetching
{
    private const int DownloadBytesMax = 20 * 1024 * 1024; // Bot API, getFile: up to 20 MB

    public static ApiRefusal? GetFile((World World, Call Call) at, Utf8JsonWriter json)
    {
        var (world, call) = at;
        if (call.Text("file_id"u8) is not { Length: > 0 } id)
        {
            return Refusals.FileIdMissing;
        }

        StoredFile? file;
        lock (world.Gate)
        {
            file = world.Files.ById(id);
        }

        if (file is null || file.Size > DownloadBytesMax)
        {
            return file is null ? Refusals.FileIdWrong : Refusals.FileTooBig;
        }

        json.WriteStartObject();
        file.WriteFieldsTo(json);
        json.WriteString("file_path"u8, file.Path);
        json.WriteEndObject();
        return null;
    }
}
