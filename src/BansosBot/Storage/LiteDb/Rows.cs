using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Storage.Keys;
using LiteDB;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace BansosBot.Storage.LiteDb;

/// <summary>How each thing stands in its collection: what is in the clear, what is encrypted, under which id.</summary>
/// <remarks>Field names are short, for they stand in every document; docs/STORAGE.md lists them.</remarks>
internal sealed partial class Rows(KeyFolder keys)
{
    public const string Chats = "chats";
    public const string Outbox = "outbox";
    public const string Sent = "sent";
    public const string Cases = "cases";
    public const string Claims = "claims";
    public const string Dues = "dues";
    public const string Work = "work";
    public const string Audit = "audit";
    public const string Counters = "counters";
    public const string Tickets = "tickets";
    public const string Reports = "reports";
    public const string Parked = "parked";
    public const string Bubbles = "bubbles";
    public const string Proofs = "proofs";
    public const string Joinings = "joinings";
    public const string Recipients = "recipients";
    public const string Lists = "lists";
    public const string Differences = "differences";
    public const string Decisions = "decisions";
    public const string Columns = "columns";
    public const string Schedules = "schedules";
    public const string Timetable = "timetable";
    public const string Wishes = "wishes";
    public const string Officers = "officers";
    public const string Invitations = "invitations";
    public const string Batches = "batches";
    public const string Erasures = "erasures";

    /// <summary>Every collection.</summary>
    public static readonly string[] All = [Chats, Outbox, Sent, Cases, Claims, Dues, Work, Audit, Counters, Tickets, Reports, Parked, Bubbles, Proofs, Joinings, Recipients, Lists, Differences, Decisions, Columns, Schedules, Timetable, Wishes, Officers, Invitations, Batches, Erasures];

    /// <summary>The name of a chat in every collection.</summary>
    public string Of(ChatKey chat) => keys.Hashes.Hash(Hashed.Chat, $"{chat.Channel}:{chat.Id}");

    public string Of(Nik nik) => keys.Hashes.Hash(Hashed.Nik, nik.Reveal());

    public string Of(ReceiptCode code) => keys.Hashes.Hash(Hashed.ReceiptCode, code.Reveal());

    public string Of(LinkCode code) => keys.Hashes.Hash(Hashed.Token, code.Reveal());

    public string Of(LookUpProof proof) => keys.Hashes.Hash(Hashed.LookUp, $"{proof.Nik.Reveal()}:{proof.Kk.Reveal()}:{proof.Kelurahan.Code}");

    public string HouseholdOf(LookUpProof proof) => keys.Hashes.Hash(Hashed.Household, $"{proof.Kk.Reveal()}:{proof.Kelurahan.Code}");

    public string Of(Claim claim) => claim switch
    {
        Claim.AnyChild(var programme, var nik) => $"child:{programme}:{Of(nik)}",
        Claim.ChildFromChat(var programme, var nik, var chat) => $"own:{programme}:{Of(nik)}:{Of(chat)}",
        Claim.Receipt(var code) => "code:" + Of(code),
        _ => throw new InvalidOperationException("A claim of a kind that nobody wrote."),
    };

    public static string DueId(string chat, DueKind kind, string about) => $"{chat}:{kind}:{about}";

    /// <param name="due">Asked for, not taken back.</param>
    public static BsonDocument Due(string chat, DueChange due) =>
        new() { ["_id"] = DueId(chat, due.Kind, due.About), ["chat"] = chat, ["at"] = due.At!.Value.UtcTicks, ["kind"] = due.Kind.ToString(), ["about"] = due.About };

    // ---- a chat: { _id, rev, slot, seen, b }; an erased one has no slot and no b

    public BsonDocument Chat(string id, Conversation c)
    {
        var doc = new BsonDocument { ["_id"] = id, ["rev"] = c.Revision + 1, ["slot"] = c.KeySlot, ["seen"] = SeenText(c.Seen) };
        doc["b"] = Encrypt(c with { Seen = [], Revision = 0, KeySlot = 0 }, StoredJson.Conversation, c.KeySlot, Chats, id);
        return doc;
    }

    public static BsonDocument Tombstone(string id, Conversation c) => new() { ["_id"] = id, ["rev"] = c.Revision + 1, ["seen"] = SeenText(c.Seen) };

    public Conversation Chat(BsonDocument? doc, ChatKey chat)
    {
        if (doc is null) return new Conversation { Chat = chat };
        var seen = SeenIn(doc["seen"].AsString);
        var (rev, slot) = (doc["rev"].AsInt64, doc["slot"].IsNull ? 0 : doc["slot"].AsInt32);
        return slot == 0
            ? new Conversation { Chat = chat, Revision = rev, Seen = seen }
            : StoredNames.Present(Decrypt(doc, StoredJson.Conversation, Chats)) with { Revision = rev, KeySlot = slot, Seen = seen };
    }

    // ---- a case: { _id, rev, slot, prog, stage, kel, at, q, wait, no, turn, by, late, first, call, interest, held, heldat, child, code, hand, proof, b }
    public BsonDocument Case(Application a)
    {
        var doc = new BsonDocument
        {
            ["_id"] = a.Id,
            ["rev"] = a.Revision,
            ["slot"] = a.KeySlot,
            ["prog"] = a.Programme,
            ["stage"] = a.Stage.ToString(),
            ["kel"] = a.Kelurahan.Code,
            ["at"] = a.SubmittedAt.UtcTicks,
            ["q"] = a.QueueNumber,
            ["no"] = a.Number!.ToString(),
            ["code"] = Of(a.Receipt),
        };
        if (a.Handed is { } handed) doc["hand"] = Of(handed.Code);
        if (a.ChildNik is { } nik) doc["child"] = Of(nik);
        if (IsChecked(a.Stage)) doc["wait"] = a.QueueNumber;
        if (a.Proof is { } proof) doc[LookUps.Proof] = Of(proof);
        Queues.Mark(doc, a);
        doc["b"] = Encrypt(a with { Revision = 0, KeySlot = 0 }, StoredJson.Application, a.KeySlot, Cases, a.Id);
        return doc;
    }

    public Application Case(BsonDocument doc) =>
        StoredNames.Present(Decrypt(doc, StoredJson.Application, Cases)) with { Revision = doc["rev"].AsInt64, KeySlot = doc["slot"].AsInt32 };

    /// <summary>Null where it does not open: damaged, or its key is lost.</summary>
    public Application? TryCase(BsonDocument doc) => Try(() => Case(doc));

    /// <summary>Names of the kept documents in a chat's or a case's answers; null where it does not open.</summary>
    public IEnumerable<string>? TryDocuments(string collection, BsonDocument doc)
    {
        try
        {
            var answers = collection == Cases ? Case(doc).Answers.Values : Chat(doc, ChatKey.Office).Drafts.Values.SelectMany(d => d.Answers.Values);
            return [.. answers.OfType<Answer.Papers>().SelectMany(p => p.Pages).Select(p => p.Document).OfType<string>()];
        }
        catch (ErasedException)
        {
            return [];          // gone for good, and its documents with it
        }
        catch (Exception e) when (IsNotOpened(e))
        {
            return null;
        }
    }

    /// <summary>What is read; null where the row does not open.</summary>
    public static T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (IsNotOpened(e))
        {
            return null;
        }
    }

    /// <summary>Whether a row did not open, for itself alone: the store as a whole is sound.</summary>
    public static bool IsNotOpened(Exception e) => e is CannotDecryptException or ErasedException or System.Text.Json.JsonException;

    /// <summary>Stages in the queue of checking.</summary>
    public static bool IsChecked(Stage stage) => stage is Stage.Submitted or Stage.InVerification;

    // ---- messages, orders, bubbles

    public byte[] Message(Outgoing message, int slot, string chat) => Encrypt(message, StoredJson.Outgoing, slot, Outbox, chat);

    public Outgoing Message(byte[] b, string chat) => Decrypt(b, StoredJson.Outgoing, Outbox, chat);

    public BsonDocument Order(WorkOrder order, string chat, int slot) => new()
    {
        ["_id"] = order.Id,
        ["chat"] = chat,
        ["slot"] = slot,
        ["tries"] = 0,
        ["b"] = Encrypt(order, StoredJson.WorkOrder, slot, Work, order.Id),
    };

    public WorkOrder Order(BsonDocument doc) => Decrypt(doc, StoredJson.WorkOrder, Work);

    /// <summary>A joining link: { _id, chat, until }. Whose it is says the chat's name in the store.</summary>
    public BsonDocument Joining(LinkCode code, string chat, DateTimeOffset until) => new() { ["_id"] = Of(code), ["chat"] = chat, ["until"] = until.UtcTicks };

    public BsonDocument ParkedMessage(string id, Parked parked, string chat, int slot) => new()
    {
        ["_id"] = id,
        ["chat"] = chat,
        ["slot"] = slot,
        ["at"] = parked.At.UtcTicks,
        ["why"] = parked.Failure,
        ["kind"] = parked.Message.GetType().Name,
        ["b"] = Encrypt(parked.Message, StoredJson.Incoming, slot, Parked, id),
    };

    public BsonDocument Bubble(string id, DateTimeOffset at, int slot, OwnWords? own, Outgoing? ours)
    {
        var doc = new BsonDocument { ["_id"] = id, ["at"] = at.UtcTicks, ["slot"] = slot };
        if (own is not null) doc["own"] = Encrypt(own, StoredJson.OwnWords, slot, Bubbles, id);
        else doc["b"] = Encrypt(ours!, StoredJson.Outgoing, slot, Bubbles, id);
        if (ours?.Place is { } place) doc["p"] = place;
        return doc;
    }

    public Bubble Bubble(BsonDocument doc)
    {
        var (id, at) = (doc["_id"].AsString, new DateTimeOffset(doc["at"].AsInt64, TimeSpan.Zero));
        return doc["own"].IsNull
            ? new(at, null, Decrypt(doc["b"].AsBinary, StoredJson.Outgoing, Bubbles, id))
            : new(at, Decrypt(doc["own"].AsBinary, StoredJson.OwnWords, Bubbles, id), null);
    }

    public static BsonDocument Entry(AuditEntry e) => new()
    {
        ["_id"] = e.Sequence,
        ["at"] = e.At.UtcTicks,
        ["act"] = e.Act.ToString(),
        ["on"] = e.Subject,
        ["what"] = e.Detail,
        ["by"] = e.By,
        ["prev"] = e.Previous,
        ["hash"] = e.Hash,
    };

    /// <summary>One that somebody made unreadable has no sequence (0): a break of the chain, and not a mistake of the program.</summary>
    public static AuditEntry Entry(BsonDocument d)
    {
        try
        {
            return new(
                d["_id"].AsInt64, new(d["at"].AsInt64, TimeSpan.Zero), Enum.Parse<Act>(d["act"].AsString), d["on"].AsString, d["what"].AsString, d["by"].IsNull ? "" : d["by"].AsString, d["prev"].AsString, d["hash"].AsString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return new(0, default, default, "", "", "", "", "");
        }
    }

    // Ids of updates are no personal data, and must be readable even where the rest is not: a chat whose document is damaged
    // still takes each message once (it is parked).
    public static string SeenText(IReadOnlyList<Seen> seen) =>
        string.Join('\n', seen.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.At.ToUnixTimeSeconds()} {s.Id}")));

    public static System.Collections.Immutable.ImmutableArray<Seen> SeenIn(string text)
    {
        var seen = System.Collections.Immutable.ImmutableArray.CreateBuilder<Seen>();
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range];
            var space = line.IndexOf(' ');
            if (space < 0) continue;
            seen.Add(new(line[(space + 1)..].ToString(), DateTimeOffset.FromUnixTimeSeconds(long.Parse(line[..space], CultureInfo.InvariantCulture))));
        }

        return seen.ToImmutable();
    }

    public byte[] Encrypt<T>(T value, JsonTypeInfo<T> type, int slot, string collection, string id) =>
        keys.Cipher.Encrypt(new KeySlot(slot), collection, id, "b", JsonSerializer.SerializeToUtf8Bytes(value, type));

    public T Decrypt<T>(BsonDocument doc, JsonTypeInfo<T> type, string collection) =>
        Decrypt(doc["b"].AsBinary, type, collection, doc["_id"].AsString);

    private T Decrypt<T>(byte[] b, JsonTypeInfo<T> type, string collection, string id) =>
        JsonSerializer.Deserialize(keys.Cipher.Decrypt(collection, id, "b", b), type)!;
}
