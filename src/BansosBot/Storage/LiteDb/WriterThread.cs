using BansosBot.Storage.Keys;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>
/// The one thread that writes. It takes what waits, stages all of it in one transaction, commits and flushes once, and
/// only then tells those who wait: messages that come while a flush runs share the next.
/// </summary>
/// <remarks>One thread because LiteDB's transactions hang on it, and because two writers and a kill destroy the file (libraries facts).</remarks>
internal sealed class WriterThread : IAsyncDisposable
{
    /// <summary>In <see cref="Rows.Counters"/>: the highest key slot that anything may be encrypted with.</summary>
    public const string HighestSlot = "slots";

    /// <summary>In <see cref="Rows.Counters"/>: no id of a message above it was given out.</summary>
    public const string IdsSetAside = "ids";

    // A whole poll of the channel fits in one flush.
    private const int GroupMax = 128;
    private const int EndedMax = 1_024;
    private const int RevisionsKept = 50_000;
    private const long LogBytesMax = 8L << 20;
    private const long IdsSetAsideAtOnce = 100_000;     // written once for so many

    private readonly Lock gate = new();
    private readonly Queue<Job> jobs = [];
    private readonly Queue<long> ended = [];
    private readonly SemaphoreSlim wake = new(0, 1);
    private readonly LiteDbFile file;
    private readonly Rows rows;
    private readonly KeyFolder keys;
    private readonly OutboxIndex outbox;
    private readonly OutboxPages outboxPages;
    private readonly CheckingQueue queue;
    private readonly RecentConversations recent;
    private readonly ProposingQueue line;
    private readonly ReaderWriterLockSlim readers;
    private readonly IReadOnlySet<string> pulling;
    private readonly Action<CommittedGroup> committed;
    private readonly int groupMax;
    private readonly Dictionary<string, long> revisions = [];
    private readonly Thread thread;
    private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (long Sequence, string Hash) audit;
    private long lastId, setAside;
    private int highestSlot;        // as the store remembers it
    private Exception? broken;
    private bool stopping;

    /// <param name="lastId">Ids of messages go on after it.</param>
    public WriterThread(
        LiteDbFile file, Rows rows, KeyFolder keys, OutboxIndex outbox, CheckingQueue queue, ProposingQueue line, RecentConversations recent, ReaderWriterLockSlim readers, IReadOnlySet<string> pulling,
        (long Sequence, string Hash) audit, long lastId, int groupMax, Action<CommittedGroup> committed)
    {
        (this.file, this.rows, this.keys, this.outbox, this.queue, this.line, this.recent, this.readers, this.pulling) = (file, rows, keys, outbox, queue, line, recent, readers, pulling);
        (this.audit, this.lastId, this.committed) = (audit, lastId, committed);
        outboxPages = new(file.Db, outbox);
        this.groupMax = Math.Min(groupMax, GroupMax);
        thread = new Thread(Run) { Name = "store writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>Ends only when the disk failed: the process must stop.</summary>
    public Task Failed => failed.Task;

    /// <summary>Groups that were committed.</summary>
    public long Groups { get; private set; }

    public Task<int> PostAsync(Job job)
    {
        lock (gate)
        {
            if (broken is not null) return Task.FromException<int>(broken);
            ObjectDisposedException.ThrowIf(stopping, this);
            jobs.Enqueue(job);
        }

        Wake();
        return job.End;
    }

    /// <summary>A message has come to its end; alone it starts a group of its own, so that an idle bot remembers it at once.</summary>
    public void Ended(long id)
    {
        lock (gate)
        {
            if (broken is not null || stopping) return;
            ended.Enqueue(id);
        }

        Wake();
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate) stopping = true;
        Wake();
        await Task.Run(thread.Join);
        wake.Dispose();
    }

    private void Wake()
    {
        try
        {
            if (wake.CurrentCount == 0) wake.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // two woke it at once, or it has ended
        }
    }

    private void Run()
    {
        List<Job> taken = [];
        List<long> gone = [];
        try
        {
            while (true)
            {
                bool last;
                lock (gate)
                {
                    while (taken.Count < groupMax && jobs.TryDequeue(out var job)) taken.Add(job);
                    while (gone.Count < EndedMax && ended.TryDequeue(out var id)) gone.Add(id);
                    last = stopping;
                }

                if (taken.Count == 0 && gone.Count == 0)
                {
                    if (last)
                    {
                        Checkpoint();       // LiteDB does it at its end only where it does it by itself
                        return;
                    }

                    wake.Wait();
                    continue;
                }

                Write(taken, gone);
                taken.Clear();
                gone.Clear();
            }
        }
        catch (Exception e)     // the disk, or a mistake in here: whatever was not acknowledged must not be, and the process stops
        {
            Break(e, taken);
        }
    }

    private void Write(List<Job> taken, List<long> gone)
    {
        if (TryWrite(taken, gone) is not { } thrown) return;

        // A statement threw: each by itself, so that the one at fault harms nobody else.
        // What was sent is nobody's message: where it cannot be marked, the store itself is at fault, and all of it would be sent again.
        if (gone.Count > 0 && TryWrite([], gone) is { } mark) throw mark;
        if (taken is [var only]) only.Fail(thrown);
        else
        {
            foreach (var job in taken)
                if (TryWrite([job], []) is { } its) job.Fail(its);
        }
    }

    /// <returns>What a statement threw; the group is rolled back then.</returns>
    /// <exception cref="StoreBrokenException">The disk failed.</exception>
    private Exception? TryWrite(List<Job> taken, List<long> gone)
    {
        var group = new Group(audit.Sequence, audit.Hash);
        var slots = highestSlot;
        List<Waiting> pages;
        long aside;
        file.Begin();
        try
        {
            var transaction = new Transaction(file.Db, rows, keys, outbox, revisions, pulling, queue, line, group, () => ++lastId);
            foreach (var job in taken) job.Stage(transaction);
            outboxPages.Close(group, gone);
            pages = outboxPages.Write(group, () => ++lastId);
            if (keys.Subjects.Highest.Number is var slot && slot > highestSlot)
            {
                file.Db.GetCollection(Rows.Counters).Upsert(new BsonDocument { ["_id"] = HighestSlot, ["n"] = (long)slot });
                slots = slot;
            }

            aside = SetIdsAside();
        }
        catch (Exception e) when (e is not (StoreBrokenException or IOException))
        {
            file.Rollback();
            return e;
        }

        keys.Subjects.Flush();          // a key is on the disk before anything that was encrypted with it
        file.Commit();
        highestSlot = slots;
        setAside = aside;
        Groups++;
        keys.Subjects.EraseAll(group.Erased);
        Remember(group, pages);
        committed(new()
        {
            Messages = pages,
            Withdrawn = group.Withdrawn,
            Orders = group.Orders,
            EarliestDue = group.EarliestDue,
            FilesGone = group.FilesGone,
            OfficersChanged = group.OfficersChanged,
            Pulled = group.Pulled,
            Present = group.Present,
        });
        foreach (var job in taken) job.Finish();
        if (file.LogSize > LogBytesMax) Checkpoint();
        return null;
    }

    private long SetIdsAside()
    {
        if (lastId < setAside) return setAside;
        var aside = lastId + IdsSetAsideAtOnce;
        file.Db.GetCollection(Rows.Counters).Upsert(new BsonDocument { ["_id"] = IdsSetAside, ["n"] = aside });
        return aside;
    }

    private void Remember(Group group, List<Waiting> pages)
    {
        audit = group.Audit;
        if (revisions.Count > RevisionsKept) revisions.Clear();
        foreach (var (chat, revision) in group.Revisions) revisions[chat] = revision;
        foreach (var (chat, conversation) in group.Conversations)
        {
            if (conversation is null) recent.Forget(chat);
            else recent.Put(chat, conversation);
        }

        foreach (var id in group.Closed) outbox.Close(id);
        for (var i = 0; i < pages.Count; i++)
        {
            var (chat, slot, _, message) = group.Messages[i];
            outbox.Open(pages[i].Id, chat, message.Place, message.GivesWay, message.IsFarewell ? slot : 0);
        }

        foreach (var (before, after) in group.QueueChanges) queue.Change(before, after);
        foreach (var (id, now) in group.LineChanges) line.Change(id, now);
        if (group.Erased.Count > 0) ForgetErasures(group.Erased);
    }

    // The keys are overwritten: a restart need not do it again.
    private void ForgetErasures(List<int> erased)
    {
        file.Begin();
        foreach (var slot in erased) file.Db.GetCollection(Rows.Erasures).Delete(slot);
        file.Commit();
    }

    private void Checkpoint()
    {
        readers.EnterWriteLock();       // readers would keep the log from being taken in, and it would grow
        try
        {
            file.Checkpoint();
        }
        finally
        {
            readers.ExitWriteLock();
        }
    }

    private void Break(Exception e, List<Job> taken)
    {
        List<Job> waiting;
        lock (gate)
        {
            broken = e as StoreBrokenException ?? new StoreBrokenException($"The store failed: {e.GetType().Name}. Look at the disk, then start again; what was acknowledged is safe.", e);
            waiting = [.. taken, .. jobs];
            jobs.Clear();
        }

        foreach (var job in waiting) job.Fail(broken);
        failed.TrySetException(broken);
    }
}
