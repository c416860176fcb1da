using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace BotApiServer;

/// <summary>A file that came with a multipart request.</summary>
internal sealed record Upload(string Part, string FileName, string ContentType, byte[] Bytes);

/// <summary>
/// One call of a method: its arguments as they lie in the body, read only when asked for. Whether they came as JSON,
/// as a form, as multipart or in the query makes no difference to whoever asks.
/// </summary>
internal sealed class Call(string method) : IDisposable
{
    private const int FieldsMax = 64;

    private byte[] bytes = [];
    private int length;
    private Field[] fields = [];
    private int count;
    private List<Upload>? uploads;

    /// <summary>In the spelling of the documentation; as it came when nobody knows it.</summary>
    public string Method { get; } = method;

    public List<Upload> Uploads => uploads ??= [];

    /// <summary>0 when there is none, or it is a user name.</summary>
    public long ChatId => Number("chat_id"u8) ?? 0;

    public bool Has(ReadOnlySpan<byte> name) => Find(name, out _);

    /// <summary>Null when absent or JSON null.</summary>
    public string? Text(ReadOnlySpan<byte> name)
    {
        if (!Find(name, out var field))
        {
            return null;
        }

        var raw = bytes.AsSpan(field.Start, field.Length);
        if (field.Kind != JsonTokenType.String)
        {
            return Encoding.UTF8.GetString(raw);
        }

        var reader = new Utf8JsonReader(raw);
        reader.Read();
        return reader.GetString();
    }

    /// <summary>Null when absent or no whole number.</summary>
    public long? Number(ReadOnlySpan<byte> name)
    {
        if (!Find(name, out var field))
        {
            return null;
        }

        var raw = bytes.AsSpan(field.Start, field.Length);
        if (field.Kind == JsonTokenType.String)
        {
            raw = raw[1..^1];
        }

        return Utf8Parser.TryParse(raw, out long value, out var used) && used == raw.Length ? value : null;
    }

    /// <summary>Telegram reads "true", "yes" and "1" as true.</summary>
    public bool Flag(ReadOnlySpan<byte> name) =>
        Text(name) is { } text && (text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase)
            || text.Equals("yes", StringComparison.OrdinalIgnoreCase));

    /// <summary>An argument that is JSON itself: nested in a JSON body, or as text in any kind of body. Empty when absent.</summary>
    public ReadOnlySpan<byte> Json(ReadOnlySpan<byte> name)
    {
        if (!Find(name, out var field))
        {
            return default;
        }

        return field.Kind == JsonTokenType.String
            ? Encoding.UTF8.GetBytes(Text(name) ?? "")
            : bytes.AsSpan(field.Start, field.Length);
    }

    /// <summary>The upload that an argument points to: <c>attach://part</c>, or the part of that very name.</summary>
    public Upload? UploadOf(ReadOnlySpan<byte> name)
    {
        var reference = Text(name);
        var part = reference is null ? Encoding.UTF8.GetString(name)
            : reference.StartsWith("attach://", StringComparison.Ordinal) ? reference["attach://".Length..]
            : null;
        return part is null ? null : uploads?.Find(u => u.Part == part);
    }

    /// <summary>Takes a rented buffer that holds a JSON object and gives it back when disposed.</summary>
    /// <returns>False when it is no JSON object.</returns>
    public bool TakeJson(byte[] rented, int used)
    {
        (bytes, length) = (rented, used);
        try
        {
            var reader = new Utf8JsonReader(bytes.AsSpan(0, used));
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (nameStart, nameLength) = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
                reader.Read();
                var (kind, start) = (reader.TokenType, (int)reader.TokenStartIndex);
                reader.Skip();
                if (kind != JsonTokenType.Null)
                {
                    Add(new Field(nameStart, nameLength, start, (int)reader.BytesConsumed - start, kind));
                }
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Adds an argument that came as text: form, multipart, query.</summary>
    public void Put(string name, string value)
    {
        var need = Encoding.UTF8.GetByteCount(name) + Encoding.UTF8.GetByteCount(value);
        if (length + need > bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(1024, (length + need) * 2));
            bytes.AsSpan(0, length).CopyTo(larger);
            Dispose();
            bytes = larger;
        }

        var nameLength = Encoding.UTF8.GetBytes(name, bytes.AsSpan(length));
        var valueLength = Encoding.UTF8.GetBytes(value, bytes.AsSpan(length + nameLength));
        Add(new Field(length, nameLength, length + nameLength, valueLength, JsonTokenType.None));
        length += need;
    }

    public void Dispose()
    {
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = [];
        }
    }

    private void Add(Field field)
    {
        if (count == FieldsMax)
        {
            return; // no method has so many; the rest is nobody's argument
        }

        if (count == fields.Length)
        {
            Array.Resize(ref fields, Math.Max(8, count * 2));
        }

        fields[count++] = field;
    }

    private bool Find(ReadOnlySpan<byte> name, out Field found)
    {
        foreach (var field in fields.AsSpan(0, count))
        {
            if (bytes.AsSpan(field.NameStart, field.NameLength).SequenceEqual(name))
            {
                found = field;
                return true;
            }
        }

        found = default;
        return false;
    }

    /// <param name="Kind">None: came as text, so no quotes and no escapes.</param>
    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Field(int NameStart, int NameLength, int Start, int Length, JsonTokenType Kind);
}
