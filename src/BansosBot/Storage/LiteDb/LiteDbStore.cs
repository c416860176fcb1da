using System.Numerics;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Protection;
using BansosBot.Domain.Surveys;
using BansosBot.Storage.Keys;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>The embedded store: one file, no server, one writer.</summary>
public sealed class LiteDbStore : IStore
{
    private readonly LiteDbFile file;
    private readonly KeyFolder keys;
    private readonly Rows rows;
    private readonly Reads reads;
    private readonly RecentConversations recent = new();
    private readonly ReaderWriterLockSlim readers = new();
    private readonly WriterThread writer;
    private readonly Unfinished unfinished;
    private readonly TimeProvider clock;

    /// <summary>Takes both over; they are closed with it.</summary>
    /// <param name="pulling">Channels that fetch their messages instead of being sent them.</param>
    /// <param name="proposing">The written orders of proposing, by programme; null: none.</param>
    /// <param name="groupMax">At most so many messages share a flush; 1 shows in the benchmark what sharing is worth.</param>
    public LiteDbStore(LiteDbFile file, KeyFolder keys, IReadOnlySet<string> pulling, TimeProvider clock, IReadOnlyDictionary<string, ProposingOrder>? proposing = null, int groupMax = int.MaxValue)
    {
        (this.file, this.keys, this.clock, rows) = (file, keys, clock, new Rows(keys));
        file.Db.CheckpointSize = 0;                 // the writer does it, when no reader is in
        Collections.Make(file);
        KeysAreOlder = !keys.Subjects.GoOnAfter(new KeySlot(HighestSlot()));
        FinishErasures();
        OlderCases.Complete(file, rows, clock.GetUtcNow());
        OlderTickets.Complete(file, rows);
        CaseFigures.CountOnce(file, rows);
        var outbox = new OutboxIndex();
        var messages = OpenMessages(outbox, out var lastPage, out var lost);
        unfinished = new(messages, OpenOrders());
        var queue = new CheckingQueue();
        queue.Fill(file.Db.GetCollection(Rows.Cases).Query().Where("wait > 0").Select("{w: wait}").ToList().Select(d => d["w"].AsInt64));
        var line = new ProposingQueue(proposing ?? new Dictionary<string, ProposingOrder>());
        if (proposing is not null) line.Fill(WaitingToBeProposed().Select(line.Of).OfType<InLine>());
        reads = new(file.Db, rows, queue, line);
        Registry = new RegistryReads(file.Db, rows, keys.Hashes, readers);

        // Ids go on after all of these: none is met twice and bubbles keep their order, also where all pages are gone and the clock was set back.
        var setAside = file.Db.GetCollection(Rows.Counters).FindById(WriterThread.IdsSetAside)?["n"].AsInt64 ?? 0;
        var lastId = Math.Max(Math.Max(lastPage, setAside), clock.GetUtcNow().ToUnixTimeMilliseconds() * 1_000);
        var head = Reads.Head(file.Db);
        writer = new(file, rows, keys, outbox, queue, line, recent, readers, pulling, (head.Entry, head.Hash), lastId, groupMax, group => Committed?.Invoke(group));
        foreach (var id in lost) writer.Ended(id);
    }

    public Action<CommittedGroup>? Committed { get; set; }

    public IRegistryReads Registry { get; }

    /// <summary>Messages and photo orders that did not open at the start: damaged, or their key is lost. They stay where they are, and are tried at the next start.</summary>
    public int SetAside { get; private set; }

    /// <summary>The key file is an older one than the data, put back from a backup: the keys of some people are lost.</summary>
    public bool KeysAreOlder { get; }

    /// <summary>Ends when the disk failed: the process must stop.</summary>
    public Task Failed => writer.Failed;

    /// <summary>Commits since it was opened; many messages may share one.</summary>
    public long Groups => writer.Groups;

    /// <summary>Flushes of the database files since it was opened.</summary>
    public long Flushes => file.Flushes;

    public ValueTask<Conversation> ConversationAsync(ChatKey chat, CancellationToken stop)
    {
        var name = rows.Of(chat);
        return ValueTask.FromResult(recent.Find(name) ?? Read(() => reads.Conversation(name, chat)));
    }

    public ValueTask<Known> LookUpAsync(ChatKey chat, Needs needs, CancellationToken stop) => ValueTask.FromResult(Read(() => reads.LookUp(chat, needs, clock.GetUtcNow())));

    public async Task<Applied> ApplyAsync(Incoming message, Effects effects, DateTimeOffset at) =>
        (Applied)await writer.PostAsync(new ApplyJob(message, effects, at, Prepared.Of(effects, rows, keys)));

    public async Task<Applied> ApplyAloneAsync(Incoming message, Func<Conversation, Func<Needs, Known>, Effects?> decide, DateTimeOffset at) =>
        (Applied)await writer.PostAsync(new AloneJob(message, decide, at));

    public Task ParkAsync(Parked parked) => writer.PostAsync(new ParkJob(parked));

    public void Ended(long messageId) => writer.Ended(messageId);

    public Task<int> TryOrderAsync(ChatKey chat, string work) => writer.PostAsync(new TryOrderJob(work));

    public async ValueTask<IReadOnlyList<Incoming.Due>> DuesAsync(DateTimeOffset until, int most, CancellationToken stop)
    {
        var due = Read(() => file.Db.GetCollection(Rows.Dues).Query().Where("at <= @0", until.UtcTicks).OrderBy("at").Limit(most).ToList());
        if (due.Exists(IsOfErased)) await writer.PostAsync(new ForgetErasedJob(until));
        List<Incoming.Due> coming = [];
        List<string> nowhere = [];
        foreach (var doc in due.Where(d => !IsOfErased(d)))
        {
            if (Read(() => DueOf(doc)) is { } message) coming.Add(message);
            else nowhere.Add(doc["_id"].AsString);
        }

        if (nowhere.Count > 0) await writer.PostAsync(new PutOffJob(nowhere, until));
        return coming;

        static bool IsOfErased(BsonDocument d) => d["kind"] == nameof(DueKind.ForgetErased);
    }

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken stop) => ValueTask.FromResult(Read(() =>
        file.Db.GetCollection(Rows.Dues).Query().OrderBy("at").Limit(1).FirstOrDefault() is { } doc ? new DateTimeOffset(doc["at"].AsInt64, TimeSpan.Zero) : (DateTimeOffset?)null));

    public ValueTask<Unfinished> UnfinishedAsync(CancellationToken stop) => ValueTask.FromResult(unfinished);

    public async ValueTask<IReadOnlySet<string>?> DocumentsAsync(CancellationToken stop)
    {
        // Chats before cases: what is submitted meanwhile goes from the one to the other, and is met here or there. Chats twice: a draft
        // goes from a page to Telegram, once at most, and so it may leave what is not read yet for what was read already.
        var named = new HashSet<string>();
        foreach (var collection in (string[])[Rows.Chats, Rows.Chats, Rows.Cases])
        {
            var after = "";
            while (Read(() => reads.Portion(collection, after)) is { Count: > 0 } portion)
            {
                stop.ThrowIfCancellationRequested();
                foreach (var doc in portion.Where(d => !d["b"].IsNull))
                {
                    if (rows.TryDocuments(collection, doc) is not { } documents) return null;
                    named.UnionWith(documents);
                }

                after = portion[^1]["_id"].AsString;
                await Task.Yield();
            }
        }

        return named;
    }

    public ValueTask<IReadOnlyList<Report>> ReportsAsync(DateTimeOffset after, int most, CancellationToken stop) => ValueTask.FromResult(Read(() => new Reports(file.Db, rows).Since(after, most)));

    public ValueTask<IReadOnlyList<RatingCount>> RatingsAsync(int year, int month, CancellationToken stop) => ValueTask.FromResult(Read(() => Counters.RatingsOf(file.Db, year, month)));

    public ValueTask<IReadOnlyList<Bubble>> TranscriptAsync(ChatKey chat, CancellationToken stop) => ValueTask.FromResult(Read(() =>
        (IReadOnlyList<Bubble>)Reads.Under(file.Db, Rows.Bubbles, rows.Of(chat)).Select(rows.Bubble).ToList()));

    public ValueTask<WishersPage> WishersAsync(string programme, Kelurahan kelurahan, string? after, int most, CancellationToken stop) =>
        ValueTask.FromResult(Read(() => new Wishes(file.Db, rows).Page(programme, kelurahan, after, most)));

    /// <summary>The audit chain from its first entry, in portions: it may be long.</summary>
    public IEnumerable<AuditEntry> AuditEntries()
    {
        const int portion = 1_000;
        for (var from = 1L; ; from += portion)
        {
            var entries = Read(() => Reads.Between(file.Db, Rows.Audit, from, from + portion - 1)).ConvertAll(Rows.Entry);
            foreach (var entry in entries) yield return entry;
            if (entries.Count < portion) yield break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        file.Dispose();
        keys.Dispose();
        readers.Dispose();
    }

    // Null: the chat is gone, or its document does not open; that is for the staff, and must not hold up the dues of others.
    private Incoming.Due? DueOf(BsonDocument due)
    {
        var (kind, about) = (Enum.Parse<DueKind>(due["kind"].AsString), due["about"].AsString);
        var id = $"due:{kind}:{about}:{due["at"].AsInt64}";
        if (due["chat"] == rows.Of(ChatKey.Office)) return new(ChatKey.Office, id, kind, about);
        if (reads.Find(Rows.Chats, due["chat"]) is not { } chat || chat["slot"].IsNull) return null;
        return Rows.Try(() => rows.Chat(chat, Reads.Nobody)) is { } opened ? new(opened.Chat, id, kind, about) : null;
    }

    // Killed between the commit of an erasure and the overwriting of its key: it is finished before anything else.
    private void FinishErasures()
    {
        var slots = file.Db.GetCollection(Rows.Erasures).FindAll().ToList().ConvertAll(d => d["_id"].AsInt32);
        if (slots.Count == 0) return;
        keys.Subjects.EraseAll(slots);
        file.Begin();
        file.Db.GetCollection(Rows.Erasures).DeleteAll();
        file.Commit();
    }

    private List<Waiting> OpenMessages(OutboxIndex outbox, out long lastPage, out List<long> lost)
    {
        List<Waiting> messages = [];
        lost = [];
        lastPage = 0;
        var sent = file.Db.GetCollection(Rows.Sent).FindAll().ToList().ToDictionary(d => d["_id"].AsInt64, d => unchecked((ulong)d["open"].AsInt64));
        foreach (var page in file.Db.GetCollection(Rows.Outbox).FindAll().ToList().OrderBy(d => d["_id"].AsInt64))
        {
            lastPage = page["_id"].AsInt64;
            var all = page["rows"].AsArray;
            var open = sent.GetValueOrDefault(lastPage, ulong.MaxValue);
            for (var i = 0; i < all.Count; i++)
            {
                if (!IsSet(open, i)) continue;
                var (id, chat, slot) = (OutboxIndex.IdOf(lastPage, i), all[i]["c"].AsString, all[i]["s"].AsInt32);
                Outgoing message;
                try
                {
                    message = rows.Message(all[i]["b"].AsBinary, chat);
                }
                catch (ErasedException)
                {
                    lost.Add(id);       // its chat was erased and the file is an older one: the message is gone too
                    outbox.Open(id, chat, place: null, isHeld: false, oneOffKey: 0);
                    continue;
                }
                catch (Exception e) when (Rows.IsNotOpened(e))
                {
                    SetAside++;
                    outbox.Open(id, chat, place: null, isHeld: false, oneOffKey: 0);
                    continue;
                }

                messages.Add(new(id, message));
                outbox.Open(id, chat, message.Place, message.GivesWay, message.IsFarewell ? slot : 0);
            }
        }

        return messages;
    }

    private List<WorkOrder> OpenOrders()
    {
        List<WorkOrder> orders = [];
        foreach (var doc in file.Db.GetCollection(Rows.Work).FindAll().ToList())
        {
            if (Rows.Try(() => rows.Order(doc)) is { } order) orders.Add(order);
            else SetAside++;
        }

        return orders;
    }

    private List<Application> WaitingToBeProposed() =>
        [.. ApplicationLife.WaitingToBeProposed
            .SelectMany(stage => Reads.Where(file.Db, Rows.Cases, "stage = @0", stage.ToString()))
            .Where(d => !d["b"].IsNull).AsParallel().Select(rows.TryCase).OfType<Application>()];

    private int HighestSlot() => file.Db.GetCollection(Rows.Counters).FindById(WriterThread.HighestSlot) is { } counter ? checked((int)counter["n"].AsInt64) : KeySlot.Office.Number;

    private static bool IsSet(ulong bits, int i) => BitOperations.PopCount(bits & (1UL << i)) == 1;

    private T Read<T>(Func<T> read) => readers.Read(read);
}
