using System.Text.Json;

namespace BotApiServer;

/// <summary>A chat with all that stands in it. Everything here is read and changed under the world's lock.</summary>
/// <param name="person">Whose private chat it is; null for a group.</param>
internal sealed class Chat(long id, string title, User? person, int messagesKept)
{
    private readonly List<ChatMessage> messages = [];

    public long Id { get; } = id;

    public bool IsPrivate => person is not null;

    /// <summary>Before the person wrote first, a bot cannot find the chat.</summary>
    public bool Started { get; set; }

    /// <summary>The person blocked the bot, or the group removed it.</summary>
    public bool ShutOut { get; set; }

    public Signal Changed { get; } = new();

    /// <summary>What answerCallbackQuery showed, oldest first; the newest 1,000.</summary>
    public History<Notice> Notices { get; } = new(1_000);

    /// <summary>Allowance of this chat; a field, since it is a value that changes.</summary>
#pragma warning disable CA1051 // a mutable struct must be a field
    public Bucket Allowance;
#pragma warning restore CA1051

    /// <summary>Oldest first; ids rise.</summary>
    public IReadOnlyList<ChatMessage> Messages => messages;

    public void Add(ChatMessage message)
    {
        if (messages.Count >= messagesKept)
        {
            messages.RemoveRange(0, Math.Max(1, messagesKept / 4));
        }

        messages.Add(message);
        Changed.Pulse();
    }

    /// <summary>Null when there never was one, or it is forgotten. A deleted one is found, marked.</summary>
    public ChatMessage? Find(long messageId)
    {
        var (low, high) = (0, messages.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (messages[middle].Id == messageId)
            {
                return messages[middle];
            }

            (low, high) = messages[middle].Id < messageId ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, Id);
        if (person is null)
        {
            json.WriteString("title"u8, title);
            json.WriteString("type"u8, "supergroup"u8);
        }
        else
        {
            person.WriteNameTo(json);
            json.WriteString("type"u8, "private"u8);
        }

        json.WriteEndObject();
    }
}

/// <summary>What a person was shown in answer to a press.</summary>
/// <param name="Text">Empty when the press was only acknowledged.</param>
/// <param name="Alert">A box to be closed rather than a line that passes.</param>
public sealed record Notice(string Text, bool Alert);
