using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BansosBot.Channels.Telegram;

/// <summary>
/// Bot API, getUpdates, each update for itself. The library's own request reads all of an answer or none of it: an update of
/// a shape that its version does not know would come back with every poll, and nobody would be heard any more.
/// </summary>
internal sealed class UpdateBatch() : RequestBase<JsonElement[]>("getUpdates")
{
    public int? Offset { get; init; }

    public int Limit { get; init; }

    /// <summary>Seconds that Telegram waits for an update.</summary>
    public int Timeout { get; init; }

    public UpdateType[]? AllowedUpdates { get; init; }

    /// <returns>Null where it has none: it cannot be confirmed by itself then.</returns>
    public static int? IdOf(JsonElement update) =>
        update.ValueKind == JsonValueKind.Object && update.TryGetProperty("update_id"u8, out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var number) ? number : null;

    /// <exception cref="JsonException">The library does not know the shape; others of its exceptions mean the same.</exception>
    public static Update Read(JsonElement update) => update.Deserialize<Update>(JsonBotAPI.Options) ?? throw new JsonException();
}
