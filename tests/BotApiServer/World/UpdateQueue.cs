using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotApiServer;

/// <summary>An update that waits for the bot, as it goes over the wire.</summary>
/// <param name="ChatId">Whose turn it takes with a webhook: updates of one chat are delivered one after the other.</param>
internal sealed record WaitingUpdate(int Id, long ChatId, byte[] Json, bool StartsNewPoll);

/// <summary>Updates in the order they are served. Read and changed under the world's lock.</summary>
internal sealed class UpdateQueue(BotApiOptions options)
{
    // TQueue.cpp of tdlib: an offset further ahead than this is no offset of this queue, and nothing is confirmed by it.
    // It is what lets a bot with an old offset receive updates after their ids started anew.
    private const int OffsetAheadMax = 10;

    private static readonly string[] NotByDefault = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly LinkedList<WaitingUpdate> waiting = new();
    private readonly Queue<WaitingUpdate> again = new();
    private readonly History<WaitingUpdate> remembered = new(options.UpdatesRemembered);
    private int nextId = options.FirstUpdateId;
    private bool idsFell;
    private bool reverseNext;

    /// <summary>Empty: everything but what Telegram leaves out by default.</summary>
    public IReadOnlyList<string> Allowed { get; private set; } = [];

    public Signal Added { get; } = new();

    public Signal Confirmed { get; } = new();

    public int Count => waiting.Count;

    public long ConfirmedCount { get; private set; }

    /// <summary>0 until there is one.</summary>
    public int LastConfirmedId { get; private set; }

    public IEnumerable<int> WaitingIds => waiting.Select(u => u.Id);

    /// <returns>Its id; 0 when the bot did not ask for this kind, and it is dropped.</returns>
    public int Add<T>(string kind, long chatId, T about, Action<T, Utf8JsonWriter> write, bool startsNewPoll = false)
    {
        if (Allowed.Count > 0 ? !Allowed.Contains(kind) : NotByDefault.Contains(kind))
        {
            return 0;
        }

        var id = nextId++;
        var json = Reply.Kept((id, about, write), static (update, json) =>
        {
            json.WriteStartObject();
            json.WriteNumber("update_id"u8, update.id);
            update.write(update.about, json);
            json.WriteEndObject();
        });
        Append(new WaitingUpdate(id, chatId, json, startsNewPoll));
        return id;
    }

    /// <summary>Whatever the bot asked for. Without an id it gets the next one.</summary>
    public int AddRaw(JsonObject update, long chatId)
    {
        var id = update["update_id"]?.GetValue<int>() ?? nextId;
        update["update_id"] = id;
        nextId = Math.Max(nextId, id + 1);
        Append(new WaitingUpdate(id, chatId, JsonSerializer.SerializeToUtf8Bytes(update, ControlJson.Default.JsonObject), false));
        return id;
    }

    public void RestartIdsAt(int id) => nextId = id;

    /// <summary>The next updates that are served together come newest first.</summary>
    public void ReverseNext() => reverseNext = true;

    /// <returns>False when the update is not remembered.</returns>
    public bool ServeAgain(int id)
    {
        if (remembered.After(0).FindLast(u => u.Id == id) is not { } update)
        {
            return false;
        }

        again.Enqueue(update);
        Added.Pulse();
        return true;
    }

    /// <summary>Bot API, getUpdates: confirms what is below the offset; a negative one keeps that many from the end.</summary>
    public List<WaitingUpdate> Take(long offset, int limit)
    {
        while (offset < 0 && waiting.Count > -offset)
        {
            Confirm(waiting.First!);
        }

        if (offset > 0 && (waiting.Last is not { } newest || offset <= newest.Value.Id + OffsetAheadMax))
        {
            ConfirmBelow(offset);
        }

        var served = new List<WaitingUpdate>();
        while (served.Count < limit && again.TryDequeue(out var repeated))
        {
            served.Add(repeated);
        }

        for (var node = waiting.First; node is not null && served.Count < limit; node = node.Next)
        {
            if (node.Value.StartsNewPoll && served.Count > 0)
            {
                break;
            }

            served.Add(node.Value);
        }

        if (reverseNext && served.Count > 1)
        {
            served.Reverse();
            reverseNext = false;
        }

        return served;
    }

    /// <summary>For a webhook: the first one whose chat has no delivery under way.</summary>
    public WaitingUpdate? NextFor(Func<WaitingUpdate, bool> free)
    {
        if (again.TryDequeue(out var repeated))
        {
            waiting.AddFirst(repeated);
        }

        if (reverseNext && waiting.Count > 1)
        {
            reverseNext = false;
            var newest = waiting.Last!;
            waiting.RemoveLast();
            waiting.AddFirst(newest);
        }

        for (var node = waiting.First; node is not null; node = node.Next)
        {
            if (free(node.Value))
            {
                return node.Value;
            }
        }

        return null;
    }

    /// <summary>A webhook took it.</summary>
    public void Confirm(WaitingUpdate update)
    {
        if (waiting.Find(update) is { } node)
        {
            Confirm(node);
        }
    }

    public void Drop() => waiting.Clear();

    public void Clear()
    {
        waiting.Clear();
        again.Clear();
        (idsFell, reverseNext, Allowed, ConfirmedCount, LastConfirmedId) = (false, false, [], 0, 0);
    }

    /// <summary>Remembered for the updates that come from now on. Null: as before; empty: the default kinds.</summary>
    public void Allow(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            return;
        }

        try
        {
            Allowed = JsonSerializer.Deserialize(json, ControlJson.Default.StringArray) ?? [];
        }
        catch (JsonException)
        {
            // Telegram ignores what it cannot read here
        }
    }

    private void Append(WaitingUpdate update)
    {
        if (waiting.Count >= options.UpdatesWaitingMax)
        {
            throw new InvalidOperationException($"{waiting.Count} updates wait already; nobody fetches them.");
        }

        idsFell |= waiting.Last is { } last && last.Value.Id >= update.Id;
        waiting.AddLast(update);
        remembered.Add(update);
        Added.Pulse();
    }

    private void ConfirmBelow(long offset)
    {
        while (waiting.First is { } first && first.Value.Id < offset)
        {
            Confirm(first);
        }

        if (!idsFell)
        {
            return;
        }

        for (var node = waiting.First; node is not null;)
        {
            var next = node.Next;
            if (node.Value.Id < offset)
            {
                Confirm(node);
            }

            node = next;
        }

        idsFell = waiting.Count > 0;
    }

    private void Confirm(LinkedListNode<WaitingUpdate> node)
    {
        waiting.Remove(node);
        ConfirmedCount++;
        LastConfirmedId = node.Value.Id;
        Confirmed.Pulse();
    }
}
