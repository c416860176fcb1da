using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotApiServer;

/// <summary>All that the server knows, under one lock. A call holds it for about a microsecond.</summary>
internal sealed class World(BotApiOptions options)
{
    private const long FirstPersonId = 5_000_001;
    private const long FirstGroupId = -1_001_000_000_001;
    private const int PressesKept = 100_000;

    private readonly Dictionary<long, Chat> chats = [];
    private readonly Dictionary<string, Pressed> presses = [];
    private readonly Queue<string> pressOrder = new();
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);
    private long nextPersonId = FirstPersonId;
    private long nextGroupId = FirstGroupId;
    private int nextMessageId = 1;
    private long nextPressId = 4_000_000_000_000_001;
    private long nextAlbumId = 13_000_000_000_000_001;
    private Bucket allowance;

    public Lock Gate { get; } = new();

    public BotApiOptions Options { get; } = options;

    public User Bot { get; } = new(BotId(options.Token), true, options.BotName, null, options.BotUsername, null);

    public UpdateQueue Updates { get; } = new(options);

    public FileStore Files { get; } = new(options.FilesKept);

    public FaultPlan Faults { get; } = new();

    public Profile Profile { get; } = new();

    public Dictionary<long, Person> People { get; } = [];

    public History<Sent> Sent { get; } = new(options.SentKept);

    public Signal SentChanged { get; } = new();

    public History<RequestSeen> Requests { get; } = new(options.RequestsKept);

    public SendLimits Limits { get; set; } = options.Limits;

    /// <summary>Calls executed, by method.</summary>
    public IReadOnlyDictionary<string, long> Counts => counts;

    public long RequestsRefused { get; private set; }

    public DateTimeOffset Now => Options.Time.GetUtcNow();

    public Chat AddChat(long? id, string title, User? person)
    {
        var key = id ?? (person is null ? nextGroupId-- : person.Id);
        var chat = new Chat(key, title, person, Options.MessagesKeptPerChat) { Started = person is null };
        if (!chats.TryAdd(key, chat))
        {
            throw new ArgumentException($"There is a chat {key} already.", nameof(id));
        }

        return chat;
    }

    public Person AddPerson(string name, long? id, string? languageCode, string? username)
    {
        while (id is null && People.ContainsKey(nextPersonId))
        {
            nextPersonId++;
        }

        var person = new Person(this, new User(id ?? nextPersonId++, false, name, null, username, languageCode));
        People.Add(person.Id, person);
        return person;
    }

    public int NewMessageId() => nextMessageId++;

    public string NewAlbumId() => $"{nextAlbumId++}";

    public Chat? FindChat(long id) => chats.GetValueOrDefault(id);

    /// <summary>The chat a call speaks of, if the bot may speak in it.</summary>
    public ApiRefusal? ChatOf(Call call, out Chat chat)
    {
        chat = null!;
        if (!call.Has("chat_id"u8))
        {
            return Refusals.ChatIdEmpty;
        }

        if (FindChat(call.ChatId) is not { Started: true } found)
        {
            return Refusals.ChatNotFound;
        }

        chat = found;
        return !found.ShutOut ? null : found.IsPrivate ? Refusals.Blocked : Refusals.Kicked;
    }

    /// <summary>Takes one send from the allowances, or says when there will be one.</summary>
    public ApiRefusal? TakeAllowance(long chatId)
    {
        if (Limits.PerSecond > 0 && allowance.Take(Limits.PerSecond, Math.Max(1, Limits.PerSecond), Options.Time) is { } seconds)
        {
            return Refusals.TooManyRequests(seconds);
        }

        return Limits.PerChatPerSecond > 0 && FindChat(chatId) is { } chat
            && chat.Allowance.Take(Limits.PerChatPerSecond, Limits.PerChatBurst, Options.Time) is { } wait
            ? Refusals.TooManyRequests(wait)
            : null;
    }

    public void NoteSent(string method, ChatMessage message) => NoteSent(method, message.Chat.Id, message.Id,
        (message.Text ?? message.Caption ?? FormattedText.Empty).Text, message.Keyboard, message.FileId);

    public void NoteSent(string method, long chatId, int messageId, string text, Keyboard? keyboard, string? fileId)
    {
        Sent.Add(new Sent(Sent.Last + 1, Now, method, chatId, messageId, text, keyboard?.Rows ?? [], fileId));
        SentChanged.Pulse();
    }

    public void NoteRequest(string method, long chatId, int status, string? detail)
    {
        Requests.Add(new RequestSeen(Now, method, chatId, status, detail));
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, method, out _)++;
        if (status >= 400)
        {
            RequestsRefused++;
        }
    }

    /// <summary>Puts an update of one message into the queue.</summary>
    /// <param name="kind"><c>message</c>, <c>edited_message</c> ...</param>
    /// <param name="startsNewPoll">It is not served together with what comes before it.</param>
    public int Deliver(string kind, ChatMessage message, bool startsNewPoll = false)
    {
        message.Chat.Started = true;
        return Updates.Add(kind, message.Chat.Id, (kind, message), static (about, json) =>
        {
            json.WritePropertyName(about.kind);
            about.message.WriteTo(json);
        }, startsNewPoll);
    }

    /// <summary>An update as the test wrote it, however odd. Whoever it comes from has written to the bot by that.</summary>
    public int Inject(JsonObject update)
    {
        var message = (update["message"] ?? update["edited_message"] ?? update["callback_query"]?["message"]) as JsonObject;
        var chatId = message?["chat"]?["id"]?.GetValue<long>() ?? 0;
        if (FindChat(chatId) is { } chat)
        {
            chat.Started = true;
        }

        return Updates.AddRaw(update, chatId);
    }

    /// <summary>A press on a button: a callback query that waits for its answer.</summary>
    public int Press(Chat chat, User by, int messageId, string data)
    {
        var id = $"{nextPressId++}";
        presses.Add(id, new Pressed(chat, Now));
        pressOrder.Enqueue(id);
        if (pressOrder.Count > PressesKept)
        {
            presses.Remove(pressOrder.Dequeue());
        }

        chat.Started = true;
        return Updates.Add("callback_query", chat.Id, (id, by, chat, messageId, data), static (about, json) =>
        {
            json.WriteStartObject("callback_query"u8);
            json.WriteString("id"u8, about.id);
            json.WritePropertyName("from"u8);
            about.by.WriteTo(json);
            json.WritePropertyName("message"u8);
            WriteAccessible(json, about.chat, about.messageId);
            json.WriteString("chat_instance"u8, $"{about.chat.Id}7");
            json.WriteString("data"u8, about.data);
            json.WriteEndObject();
        });
    }

    /// <returns>Null when there is no such press, or it waited too long.</returns>
    public Chat? AnswerPress(string id) =>
        presses.TryGetValue(id, out var press) && Now - press.At <= Options.CallbackAnswerWithin ? press.Chat : null;

    /// <summary>Everything is as at the start, but numbers of sends, messages and files go on, so that nobody meets one twice.</summary>
    public void Forget()
    {
        chats.Clear();
        presses.Clear();
        pressOrder.Clear();
        People.Clear();
        counts.Clear();
        Updates.Clear();
        Faults.Clear();
        Files.Clear();
        Profile.Clear();
        Limits = Options.Limits;
        allowance = default;
        RequestsRefused = 0;
    }

    /// <summary>Bot API, MaybeInaccessibleMessage: of a message that is gone only chat, id and a date of 0 are left.</summary>
    private static void WriteAccessible(Utf8JsonWriter json, Chat chat, int messageId)
    {
        if (chat.Find(messageId) is { Deleted: false } message)
        {
            message.WriteTo(json);
            return;
        }

        json.WriteStartObject();
        json.WritePropertyName("chat"u8);
        chat.WriteTo(json);
        json.WriteNumber("message_id"u8, messageId);
        json.WriteNumber("date"u8, 0);
        json.WriteEndObject();
    }

    /// <summary>A token begins with the bot's id.</summary>
    private static long BotId(string token) => long.TryParse(token.AsSpan(0, Math.Max(0, token.IndexOf(':'))), out var id)
        ? id
        : throw new ArgumentException("A token looks like 1000001:letters-and-digits.", nameof(token));

    private sealed record Pressed(Chat Chat, DateTimeOffset At);
}
