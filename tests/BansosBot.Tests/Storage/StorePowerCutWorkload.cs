using System.Globalization;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using Microsoft.Extensions.Time.Testing;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>Seeded messages to a store whose power goes again and again, and the book of what had been acknowledged.</summary>
/// <param name="neverSynced">The planted build: the name of a file whose sync does nothing.</param>
internal sealed class StorePowerCutWorkload(int seed, string? neverSynced = null) : IDisposable
{
    private const int Chats = 12;
    private static readonly string[] Files = ["db", "log", SubjectKeys.FileName, ErasedList.FileName];
    private readonly Random random = new(seed);
    private readonly FakeTimeProvider clock = new(Tuesday);
    private readonly TestFolder folder = new();
    private readonly Dictionary<string, byte[]> content = Files.ToDictionary(f => f, _ => Array.Empty<byte>());
    private readonly Dictionary<int, Kept> book = [];           // by chat: as acknowledged last
    private readonly HashSet<int> inFlight = [];                // chats whose last message was not acknowledged: it may be there or not
    private readonly HashSet<string> cases = [];
    private readonly HashSet<string> casesInFlight = [];
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, (int Chat, long Id)> unsent = [];       // by text key
    private readonly HashSet<int> erasedSlots = [];
    private int cut, message, caseNumber;

    public int Acknowledged { get; private set; }

    public int Erased { get; private set; }

    public int Cases => cases.Count;

    public void Dispose() => folder.Dispose();

    /// <returns>Null: all is well. Otherwise what is wrong.</returns>
    public async Task<string?> CutOnceAsync()
    {
        cut++;
        var disk = new RecordedDisk { CutAtAct = random.Next(1, random.Next(4) == 0 ? 60 : 600) };
        await WorkUntilCutAsync(disk);
        var how = (Unsynced)random.Next(5);
        foreach (var file in Files) content[file] = disk.AfterCut(file, how, random);
        var wrong = await CompareAsync();
        return wrong is null ? null : $"seed {seed}, cut {cut}, {how}: {wrong}";
    }

    private async Task WorkUntilCutAsync(RecordedDisk disk)
    {
        LiteDbStore? store = null;
        try
        {
            store = Open(disk);
            store.Committed = group =>
            {
                foreach (var m in group.Messages) unsent[m.Message.Parts[0].Key] = (int.Parse(m.Message.To.Id, CultureInfo.InvariantCulture) - 7_000, m.Id);
            };
            while (disk.Acts < disk.CutAtAct) await OneBurstAsync(store);
        }
        catch (Exception) when (disk.Acts >= disk.CutAtAct)
        {
            // the process is gone now
        }

        try
        {
            if (store is not null) await store.DisposeAsync();
        }
        catch (Exception) when (disk.Acts >= disk.CutAtAct)
        {
            // as above
        }
    }

    private async Task OneBurstAsync(LiteDbStore store)
    {
        var posts = new List<(int Chat, Effects Effects, Task<Applied> Done)>();
        foreach (var chat in Enumerable.Range(0, Chats).OrderBy(_ => random.Next()).Take(random.Next(1, Chats)).ToList())
        {
            var before = await store.ConversationAsync(Chat(chat), CancellationToken.None);
            var effects = Decide(before);
            inFlight.Add(chat);
            foreach (var write in effects.Writes.OfType<Write.PutCase>()) casesInFlight.Add(write.Case.Id);
            posts.Add((chat, effects, store.ApplyAsync(new Incoming.Words(Chat(chat), $"{message}", "x"), effects, clock.GetUtcNow())));
        }

        foreach (var (chat, effects, done) in posts)
        {
            Assert.Equal(Applied.Done, await done);
            Acknowledged++;
            inFlight.Remove(chat);
            foreach (var write in effects.Writes.OfType<Write.PutCase>()) cases.Add(write.Case.Id);
            if (effects.ErasesChat)
            {
                Erased++;
                if (effects.After.KeySlot != 0) erasedSlots.Add(effects.After.KeySlot);
                foreach (var key in unsent.Where(u => u.Value.Chat == chat && u.Key != effects.Says[0].Parts[0].Key).Select(u => u.Key).ToList()) unsent.TryRemove(key, out _);
            }

            book[chat] = new(effects.After.Revision + 1, effects.ErasesChat ? StepMap.Idle : effects.After.Place);
        }

        foreach (var (key, (_, id)) in unsent.Where(_ => random.Next(3) == 0).ToList())
        {
            store.Ended(id);
            unsent.TryRemove(key, out _);         // it may still come back: at least once
        }
    }

    private Effects Decide(Conversation before)
    {
        message++;
        var at = clock.GetUtcNow();
        if (random.Next(10) == 0)
        {
            return new()
            {
                After = new() { Chat = before.Chat, Revision = before.Revision, KeySlot = before.KeySlot, Seen = [new($"{message}", at)] },
                ErasesChat = true,
                Says = [To(before.Chat, $"Bye.M{message}") with { IsFarewell = true }],
                Audit = [new(Act.DataErased, "", "")],
            };
        }

        return new()
        {
            After = before with { Place = new string('p', random.Next(600)) + message, Seen = before.Seen.Add(new($"{message}", at)).TakeLast(20).ToArray() is var seen ? [.. seen] : [] },
            Says = [To(before.Chat, $"Say.M{message}")],
            Writes = random.Next(3) == 0 ? [new Write.PutCase(Case(++caseNumber, before.Chat))] : [],
            Audit = [new(Act.DataShown, $"{message}", "")],
        };
    }

    private async Task<string?> CompareAsync()
    {
        var disk = new RecordedDisk();
        try
        {
            await using var store = Open(disk);
            for (var chat = 0; chat < Chats; chat++)
            {
                var c = await store.ConversationAsync(Chat(chat), CancellationToken.None);
                var kept = book.GetValueOrDefault(chat, new(0, StepMap.Idle));
                var isKept = (c.Revision, c.Place) == (kept.Revision, kept.Place);
                if (!isKept && !(inFlight.Contains(chat) && c.Revision == kept.Revision + 1)) return $"chat {chat} is at revision {c.Revision}, acknowledged was {kept.Revision}";
                if (c.Revision != kept.Revision)
                    foreach (var key in unsent.Where(u => u.Value.Chat == chat).Select(u => u.Key).ToList()) unsent.TryRemove(key, out _);       // what was in flight may have erased the chat
                book[chat] = new(c.Revision, c.Place);
            }

            inFlight.Clear();
            var found = (await store.LookUpAsync(Chat(0), new() { Cases = [.. cases.Concat(casesInFlight).Distinct()] }, CancellationToken.None)).Cases;
            if (cases.Except(found.Select(a => a.Id)).Count() is > 0 and var lost) return $"{lost} acknowledged cases are gone";
            if (!found.Select(a => a.Number!.Sequence).Order().SequenceEqual(Enumerable.Range(1, found.Length))) return "case numbers have gaps or doubles";
            cases.UnionWith(found.Select(a => a.Id));
            casesInFlight.Clear();
            if (AuditChain.BreaksAt(store.AuditEntries()) is { } at) return $"the audit chain breaks at {at}";
            var waiting = (await store.UnfinishedAsync(CancellationToken.None)).Messages;
            if (unsent.Keys.Except(waiting.Select(w => w.Message.Parts[0].Key)).FirstOrDefault() is { } gone) return $"message {gone} was acknowledged and is gone";
            unsent.Clear();
            foreach (var w in waiting) unsent[w.Message.Parts[0].Key] = (int.Parse(w.Message.To.Id, CultureInfo.InvariantCulture) - 7_000, w.Id);
            if (erasedSlots.Any(slot => keys!.Subjects.Exists(new KeySlot(slot)))) return "a key that was erased is there again";
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"it will not open or read: {e.GetType().Name} {e.Message}";
        }

        foreach (var file in Files) content[file] = disk.AfterCut(file, Unsynced.AllKept, random);
        return null;
    }

    private KeyFolder? keys;

    private LiteDbStore Open(RecordedDisk disk)
    {
        var files = Files.ToDictionary(f => f, f => disk.Add(f, content[f], syncs: f != neverSynced));
        Directory.CreateDirectory(folder["keys"]);
        foreach (var name in Files.Skip(2)) File.WriteAllText(folder[$"keys/{name}"], "");      // the folder wants to see them; their content is on the disk
        keys = KeyFolder.Open(folder["keys"], folder["data"], dataExists: false, path => files[Path.GetFileName(path)]);
        try
        {
            return new LiteDbStore(LiteDbFile.Open(files["db"], files["log"]), keys, new HashSet<string>(), clock);
        }
        catch
        {
            keys.Dispose();
            throw;
        }
    }

    private sealed record Kept(long Revision, string Place);
}
