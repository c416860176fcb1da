using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BotApiServer;

/// <summary>Writes JSON without an allocation per answer: one buffer and one writer for each thread.</summary>
/// <remarks>What is written must be taken before the next <c>await</c>: the buffer belongs to the thread.</remarks>
#pragma warning disable CA1001 // the writer lives as long as its thread and holds no handle
internal sealed class Reply
#pragma warning restore CA1001
{
    private static readonly JsonWriterOptions Loose = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Telegram escapes less than .NET; nobody renders this as HTML
        SkipValidation = true,
    };

    [ThreadStatic]
    private static Reply? mine;

    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private readonly Utf8JsonWriter writer;

    private Reply() => writer = new Utf8JsonWriter(buffer, Loose);

    /// <summary>An answer of the method, or its refusal.</summary>
    public static ReadOnlyMemory<byte> Of<TState>(TState state, Func<TState, Utf8JsonWriter, ApiRefusal?> result, out ApiRefusal? refusal)
    {
        var reply = Start();
        var json = reply.writer;
        json.WriteStartObject();
        json.WriteBoolean("ok"u8, true);
        json.WritePropertyName("result"u8);
        refusal = result(state, json);
        if (refusal is not null)
        {
            return Of(refusal);
        }

        json.WriteEndObject();
        json.Flush();
        return reply.buffer.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> Of(ApiRefusal refusal) => Of(refusal.Code, refusal.Description, refusal.RetryAfterSeconds);

    public static ReadOnlyMemory<byte> Of(int code, string description, int? retryAfterSeconds)
    {
        var reply = Start();
        var json = reply.writer;
        json.WriteStartObject();
        json.WriteBoolean("ok"u8, false);
        json.WriteNumber("error_code"u8, code);
        json.WriteString("description"u8, description);
        if (retryAfterSeconds is { } seconds)
        {
            json.WriteStartObject("parameters"u8);
            json.WriteNumber("retry_after"u8, seconds);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.Flush();
        return reply.buffer.WrittenMemory;
    }

    /// <summary>JSON to keep: an update, the fields of a message.</summary>
    public static byte[] Kept<TState>(TState state, Action<TState, Utf8JsonWriter> write)
    {
        using var json = new MemoryStream();
        using (var into = new Utf8JsonWriter(json, Loose))
        {
            write(state, into);
        }

        return json.ToArray();
    }

    private static Reply Start()
    {
        var reply = mine ??= new Reply();
        if (reply.buffer.Capacity > 1 << 20)
        {
            reply = mine = new Reply(); // a large poll must not hold its megabytes for ever
        }

        reply.buffer.ResetWrittenCount();
        reply.writer.Reset();
        return reply;
    }
}
