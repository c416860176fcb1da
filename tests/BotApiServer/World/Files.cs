using System.Text.Json;

namespace BotApiServer;

/// <summary>A file that can be fetched by its id.</summary>
/// <param name="Path">Under <c>/file/bot{token}/</c>.</param>
/// <param name="Width">0 where it is no picture.</param>
internal sealed record StoredFile(string Id, string UniqueId, string Path, string? Name, string? MimeType, byte[] Bytes,
    int Width, int Height, int? SizeClaimed)
{
    /// <summary>What Telegram says of the size, which a test may invent.</summary>
    public int Size => SizeClaimed ?? Bytes.Length;

    public void WriteFieldsTo(Utf8JsonWriter json)
    {
        json.WriteString("file_id"u8, Id);
        json.WriteString("file_unique_id"u8, UniqueId);
        json.WriteNumber("file_size"u8, Size);
    }
}

/// <summary>Files in memory, bounded. Read and changed under the world's lock.</summary>
internal sealed class FileStore(int kept)
{
    private readonly Dictionary<string, StoredFile> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredFile> byPath = new(StringComparer.Ordinal);
    private readonly Queue<StoredFile> order = new();
    private int added;

    public int Count => byId.Count;

    public StoredFile Add(string folder, byte[] bytes, string? name, string? mimeType, int width = 0, int height = 0, int? sizeClaimed = null)
    {
        var number = ++added;
        var prefix = folder switch { "photos" => "AgACAgUAAx", "documents" => "BQACAgUAAx", _ => "CgACAgUAAx" };
        var extension = System.IO.Path.GetExtension(name) is { Length: > 0 } own ? own : folder == "photos" ? ".jpg" : "";
        var file = new StoredFile($"{prefix}{number:D10}", $"AQAD{number:D8}", $"{folder}/file_{number}{extension}", name, mimeType,
            bytes, width, height, sizeClaimed);
        byId.Add(file.Id, file);
        byPath.Add(file.Path, file);
        order.Enqueue(file);
        if (order.Count > kept)
        {
            var oldest = order.Dequeue();
            byId.Remove(oldest.Id);
            byPath.Remove(oldest.Path);
        }

        return file;
    }

    public void Clear()
    {
        byId.Clear();
        byPath.Clear();
        order.Clear();
    }

    public StoredFile? ById(string id) => byId.GetValueOrDefault(id);

    public StoredFile? ByPath(string path) => byPath.GetValueOrDefault(path);
}
