using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Storage.Keys;
using BansosBot.Texts;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Stages sets of effects in one open LiteDB transaction. It sees its own writes: what it checks holds against the same group too.</summary>
internal sealed class Transaction(ILiteDatabase db, Rows rows, KeyFolder keys, OutboxIndex outbox, IReadOnlyDictionary<string, long> revisions, IReadOnlySet<string> pulling, CheckingQueue queue, ProposingQueue line, Group group, Func<long> nextId)
{
    private const int BubblesMax = 60;
    private const int SeenMax = 300;                            // as in the conversation itself
    private static readonly TimeSpan SeenFor = TimeSpan.FromHours(48);

    public Reads Looks { get; } = new(db, rows, queue, line);

    /// <summary>Encrypts what can be encrypted before the group is open. Any thread.</summary>
    public static Prepared Prepare(Effects effects, Rows rows, KeyFolder keys)
    {
        var chat = rows.Of(effects.After.Chat);
        var slot = effects.After.KeySlot;
        if (slot == 0) slot = keys.Subjects.New().Number;
        var document = effects.ErasesChat ? null : rows.Chat(chat, effects.After with { KeySlot = slot });
        var messages = new byte[]?[effects.Says.Length];
        for (var i = 0; i < messages.Length; i++)
        {
            var said = effects.Says[i];
            if (said.To == effects.After.Chat && !said.IsFarewell && !Assigning.IsNeeded(said)) messages[i] = rows.Message(said, slot, chat);
        }

        return new(chat, document, slot, messages);
    }

    public Prepared Prepare(Effects effects) => Prepare(effects, rows, keys);

    public Applied Apply(Incoming message, Effects effects, DateTimeOffset at, Prepared prepared)
    {
        var after = effects.After;
        if (RevisionOf(prepared.Chat) != after.Revision) return Applied.Stale;
        if (!SourceStands(message, prepared.Chat, at)) return Applied.Before;
        if (!AllHold(effects, at)) return Applied.Stale;

        ConsumeSource(message, prepared.Chat);
        var assigned = new Assigning();
        foreach (var write in effects.Writes) Write(write, after.Chat, prepared, at, assigned);
        foreach (var act in effects.Audit)
        {
            var entry = group.Enter(act, at);
            db.GetCollection(Rows.Audit).Insert(Rows.Entry(entry));
            assigned.Entries.Add(entry);
        }

        foreach (var due in effects.Dues) Write(due, prepared.Chat);
        foreach (var order in effects.Orders)
        {
            db.GetCollection(Rows.Work).Upsert(rows.Order(order, prepared.Chat, prepared.Slot));
            group.Orders.Add(order);
        }

        foreach (var work in effects.OrdersDone) db.GetCollection(Rows.Work).Delete(work);
        group.FilesGone.AddRange(effects.FilesGone);
        if (effects.ErasesChat) EraseChat(prepared.Chat, after, at);
        else PutChat(prepared, after);
        if (pulling.Contains(after.Chat.Channel) && !effects.ErasesChat) Transcribe(message, effects, prepared, at);
        Say(effects, prepared, at, assigned);
        return Applied.Done;
    }

    /// <summary>A message that could not be taken: kept for the staff, counted as seen, the person told. It reads nothing that could fail again.</summary>
    public void Park(Parked parked)
    {
        var chat = rows.Of(parked.Message.Chat);
        var doc = Looks.Find(Rows.Chats, chat) ?? new BsonDocument { ["_id"] = chat, ["rev"] = 0L, ["seen"] = "" };
        ConsumeSource(parked.Message, chat);
        var seen = Rows.SeenIn(doc["seen"].AsString);
        if (seen.Any(s => s.Id == parked.Message.Id)) return;       // repeated by the channel, and the chat's document cannot say so
        doc["seen"] = Rows.SeenText([.. seen.Where(s => s.At > parked.At - SeenFor).TakeLast(SeenMax - 1), new(parked.Message.Id, parked.At)]);
        doc["rev"] = doc["rev"].AsInt64 + 1;
        db.GetCollection(Rows.Chats).Upsert(doc);
        group.Revisions[chat] = doc["rev"].AsInt64;
        group.Conversations[chat] = null;
        var slot = SlotToParkWith(doc);
        db.GetCollection(Rows.Parked).Upsert(rows.ParkedMessage($"{chat}:{parked.Message.Id}", parked, chat, slot));
        db.GetCollection(Rows.Audit).Insert(Rows.Entry(group.Enter(new(Domain.Audit.Act.MessageParked, "", parked.Message.GetType().Name), parked.At)));
        if (parked.Sentence is { } sentence)
        {
            if (pulling.Contains(sentence.To.Channel))
            {
                AddBubble(chat, parked.At, slot, own: null, sentence);
                group.Pulled.Add(sentence.To);
            }
            else group.Messages.Add(new(chat, slot, rows.Message(sentence, slot, chat), sentence));
        }
    }

    // The chat's own key, so that erasing the chat erases this too; the office's where there is none that works.
    private int SlotToParkWith(BsonDocument chat)
    {
        try
        {
            return !chat["slot"].IsNull && keys.Subjects.Find(new KeySlot(chat["slot"].AsInt32)) is not null ? chat["slot"].AsInt32 : KeySlot.Office.Number;
        }
        catch (ErasedException)
        {
            return KeySlot.Office.Number;
        }
    }

    public int CountTry(string work)
    {
        if (Looks.Find(Rows.Work, work) is not { } doc) return 0;
        doc["tries"] = doc["tries"].AsInt32 + 1;
        db.GetCollection(Rows.Work).Update(doc);
        return doc["tries"].AsInt32;
    }

    public void ForgetErased(DateTimeOffset until)
    {
        foreach (var due in Reads.Where(db, Rows.Dues, "at <= @0", until.UtcTicks).Where(d => d["kind"] == nameof(DueKind.ForgetErased)))
        {
            db.GetCollection(Rows.Dues).Delete(due["_id"]);
            // Somebody who came back since has a key again; theirs is an ordinary conversation.
            if (Looks.Find(Rows.Chats, due["chat"]) is not { } chat || !chat["slot"].IsNull) continue;
            db.GetCollection(Rows.Chats).Delete(chat["_id"]);
            group.Revisions[chat["_id"].AsString] = 0;
            group.Conversations[chat["_id"].AsString] = null;
        }
    }

    /// <summary>Dues that lead nowhere now: deleted where the chat is gone; where it only cannot be read, tried again a day later.</summary>
    public void PutOff(IReadOnlyList<string> dues, DateTimeOffset now)
    {
        foreach (var id in dues)
        {
            if (Looks.Find(Rows.Dues, id) is not { } due || due["at"].AsInt64 > now.UtcTicks) continue;
            if (SlotOf(due["chat"].AsString) == 0)
            {
                db.GetCollection(Rows.Dues).Delete(id);
                continue;
            }

            due["at"] = now.AddDays(1).UtcTicks;
            db.GetCollection(Rows.Dues).Update(due);
        }
    }

    private long RevisionOf(string chat) =>
        group.Revisions.TryGetValue(chat, out var staged) ? staged
        : revisions.TryGetValue(chat, out var known) ? known
        : Looks.Find(Rows.Chats, chat) is { } doc ? doc["rev"].AsInt64
        : 0;

    private bool SourceStands(Incoming message, string chat, DateTimeOffset at)
    {
        switch (message)
        {
            case Incoming.Due due:
                return Looks.Find(Rows.Dues, Rows.DueId(chat, due.Kind, due.About)) is { } row && row["at"].AsInt64 <= at.UtcTicks;
            case Incoming.FileKept kept:
                if (Looks.Find(Rows.Work, kept.Work) is not null) return true;
                group.FilesGone.Add(kept.Document);
                return false;
            case Incoming.FileDelayed delayed:
                return Looks.Find(Rows.Work, delayed.Work) is not null;
            case Incoming.FileRefused refused:
                return Looks.Find(Rows.Work, refused.Work) is not null;
            default:
                return true;
        }
    }

    private void ConsumeSource(Incoming message, string chat)
    {
        switch (message)
        {
            case Incoming.Due due:
                db.GetCollection(Rows.Dues).Delete(Rows.DueId(chat, due.Kind, due.About));
                break;
            case Incoming.FileKept kept:
                db.GetCollection(Rows.Work).Delete(kept.Work);
                break;
            case Incoming.FileRefused refused:
                db.GetCollection(Rows.Work).Delete(refused.Work);
                break;
        }
    }

    private bool AllHold(Effects effects, DateTimeOffset at)
    {
        var taken = new HashSet<string>();
        foreach (var write in effects.Writes)
        {
            switch (write)
            {
                case Write.PutCase { Case: var a } when (Looks.Find(Rows.Cases, a.Id)?["rev"].AsInt64 ?? 0) != a.Revision:
                    return false;
                case Write.Take(var claim, var owner):
                    var id = rows.Of(claim);
                    if (!taken.Add(id)) throw new InvalidOperationException("One message takes the same claim twice.");
                    if (Looks.Find(Rows.Claims, id) is { } held && held["owner"].AsString != owner) return false;
                    break;
                case Write.WrongProof(var code, _, var before):
                    if (Reads.Proofs(Looks.Find(Rows.Proofs, rows.Of(code)), at).Length != before) return false;
                    break;
            }
        }

        return true;
    }

    private void Write(Write write, ChatKey chat, Prepared prepared, DateTimeOffset at, Assigning assigned)
    {
        switch (write)
        {
            case Domain.Conversations.Write.PutCase(var a):
                PutCase(a, assigned);
                break;
            case Domain.Conversations.Write.EraseCase(var id):
                EraseCase(id);
                break;
            case Domain.Conversations.Write.PutTicket(var ticket):
                db.GetCollection(Rows.Tickets).Upsert(rows.Ticket(ticket, prepared.Chat, prepared.Slot));
                break;
            case Domain.Conversations.Write.Take(var claim, var owner):
                db.GetCollection(Rows.Claims).Upsert(new BsonDocument { ["_id"] = rows.Of(claim), ["owner"] = owner });
                break;
            case Domain.Conversations.Write.Free(var claim):
                db.GetCollection(Rows.Claims).Delete(rows.Of(claim));
                break;
            case Domain.Conversations.Write.WrongProof(var code, var when, _):
                var kept = Reads.Proofs(Looks.Find(Rows.Proofs, rows.Of(code)), when).Add(when);
                db.GetCollection(Rows.Proofs).Upsert(new BsonDocument { ["_id"] = rows.Of(code), ["at"] = new BsonArray(kept.Select(t => new BsonValue(t.UtcTicks))) });
                break;
            default:
                throw new InvalidOperationException("A write of a kind that nobody wrote.");
        }
    }

    private void PutCase(Application a, Assigning assigned)
    {
        var before = Looks.Find(Rows.Cases, a.Id);
        var isNew = a.Revision == 0;
        if (isNew)
        {
            var year = OfficeTime.Wib.Day(a.SubmittedAt).Year;      // the year that people had, not UTC's
            a = a with
            {
                KeySlot = keys.Subjects.New().Number,
                Number = CaseNumber.Of(a.NumberPrefix, year, checked((int)Count($"case:{a.NumberPrefix}:{year}", +1))),
                QueueNumber = Count("queue", +1),
            };
            assigned.Cases.Add(a);
        }

        var doc = rows.Case(a with { Revision = a.Revision + 1 });
        db.GetCollection(Rows.Cases).Upsert(doc);
        group.LineChanges.Add((a.Id, line.Of(a)));
        var (old, now) = (before?["stage"].AsString, a.Stage.ToString());
        if (old == now) return;
        if (old is not null) Count($"stage:{old}", -1);
        Count($"stage:{now}", +1);
        group.QueueChanges.Add((before is null || before["wait"].IsNull ? 0 : before["wait"].AsInt64, doc["wait"].IsNull ? 0 : doc["wait"].AsInt64));
    }

    private void EraseCase(string id)
    {
        if (Looks.Find(Rows.Cases, id) is not { } doc || doc["slot"].IsNull) return;
        var slot = doc["slot"].AsInt32;
        Count($"stage:{doc["stage"].AsString}", -1);
        if (!doc["wait"].IsNull) group.QueueChanges.Add((doc["wait"].AsInt64, 0));
        group.LineChanges.Add((id, null));
        db.GetCollection(Rows.Cases).Update(new BsonDocument
        {
            ["_id"] = id,
            ["rev"] = doc["rev"].AsInt64 + 1,
            ["prog"] = doc["prog"],
            ["stage"] = doc["stage"],
            ["kel"] = doc["kel"],
            ["at"] = doc["at"],
            ["no"] = doc["no"],
        });
        Erase(slot);
    }

    private long Count(string counter, int add)
    {
        var n = (Looks.Find(Rows.Counters, counter)?["n"].AsInt64 ?? 0) + add;
        db.GetCollection(Rows.Counters).Upsert(new BsonDocument { ["_id"] = counter, ["n"] = n });
        return n;
    }

    private void Write(DueChange due, string chat)
    {
        if (due.OfOffice) chat = rows.Of(ChatKey.Office);
        var id = Rows.DueId(chat, due.Kind, due.About);
        if (due.At is not { } at)
        {
            db.GetCollection(Rows.Dues).Delete(id);
            return;
        }

        db.GetCollection(Rows.Dues).Upsert(new BsonDocument { ["_id"] = id, ["chat"] = chat, ["at"] = at.UtcTicks, ["kind"] = due.Kind.ToString(), ["about"] = due.About });
        group.DueAt(at);
    }

    private void PutChat(Prepared prepared, Conversation after)
    {
        if (after.Revision == 0) db.GetCollection(Rows.Chats).Insert(prepared.Document);
        else db.GetCollection(Rows.Chats).Update(prepared.Document);
        group.Revisions[prepared.Chat] = after.Revision + 1;
        group.Conversations[prepared.Chat] = after with { Revision = after.Revision + 1, KeySlot = prepared.Slot };
    }

    private void EraseChat(string chat, Conversation after, DateTimeOffset at)
    {
        db.GetCollection(Rows.Chats).Upsert(Rows.Tombstone(chat, after));
        group.Revisions[chat] = after.Revision + 1;
        group.Conversations[chat] = null;
        foreach (var collection in (ReadOnlySpan<string>)[Rows.Dues, Rows.Bubbles, Rows.Parked])
            foreach (var doc in Looks.OfChat(collection, chat)) db.GetCollection(collection).Delete(doc["_id"]);
        foreach (var collection in (ReadOnlySpan<string>)[Rows.Work, Rows.Tickets])
            foreach (var doc in Reads.Where(db, collection, "chat = @0", chat)) db.GetCollection(collection).Delete(doc["_id"]);
        foreach (var id in outbox.OpenOf(chat)) Withdraw(id);
        group.Messages.RemoveAll(m => m.Chat == chat);
        Write(new DueChange(DueKind.ForgetErased, "", at + TimeSpan.FromHours(48)), chat);
        if (after.KeySlot != 0) Erase(after.KeySlot);
    }

    /// <summary>The key goes once this commit is on the disk; until then the row tells a restart to finish it.</summary>
    private void Erase(int slot)
    {
        db.GetCollection(Rows.Erasures).Upsert(new BsonDocument { ["_id"] = slot });
        group.Erased.Add(slot);
    }

    private void Say(Effects effects, Prepared prepared, DateTimeOffset at, Assigning assigned)
    {
        for (var i = 0; i < effects.Says.Length; i++)
        {
            var said = effects.Says[i];
            var own = said.To == effects.After.Chat;
            var chat = own ? prepared.Chat : rows.Of(said.To);
            var slot = own ? prepared.Slot : SlotOf(chat);
            if (slot == 0) continue;                        // the other chat was erased: nobody is there
            if (said.IsFarewell) slot = keys.Subjects.New().Number;     // a key of its own, erased when the message has gone out
            said = assigned.Fill(said);
            if (pulling.Contains(said.To.Channel))
            {
                if (!effects.ErasesChat || !own) AddBubble(chat, at, slot, own: null, said);
                group.Pulled.Add(said.To);
                continue;
            }

            // What is held back for a moment is overtaken by the next message: it would only say what is past.
            foreach (var held in outbox.HeldOf(chat)) Withdraw(held.Id);
            group.Messages.RemoveAll(m => m.Chat == chat && m.Message.NotBefore is not null);
            group.Messages.Add(new(chat, slot, prepared.Messages[i] ?? rows.Message(said, slot, chat), said));
        }
    }

    private int SlotOf(string chat) => Looks.Find(Rows.Chats, chat) is { } doc && !doc["slot"].IsNull ? doc["slot"].AsInt32 : 0;

    private void Withdraw(long id)
    {
        if (outbox.IsOpen(id) && group.Closed.Add(id)) group.Withdrawn.Add(id);
    }

    private void Transcribe(Incoming message, Effects effects, Prepared prepared, DateTimeOffset at)
    {
        OwnWords? own = effects.Echo is { } instead ? new(null, instead, null, false) : message switch
        {
            Incoming.Words w => new(w.Text, null, null, false),
            Incoming.Command c => new("/" + c.Name, null, null, false),
            Incoming.Press p => new(null, null, new(p.Question, p.Choice), false),
            Incoming.Picture => new(null, null, null, true),
            _ => null,
        };
        if (own is not null) AddBubble(prepared.Chat, at, prepared.Slot, own, ours: null);
        group.Pulled.Add(effects.After.Chat);
    }

    private void AddBubble(string chat, DateTimeOffset at, int slot, OwnWords? own, Outgoing? ours)
    {
        var bubbles = db.GetCollection(Rows.Bubbles);
        var before = Looks.OfChat(Rows.Bubbles, chat);
        if (ours?.Place is { } place && before.Count > 0 && before.FindLastIndex(b => b["own"].IsNull) is >= 0 and var last && before[last]["p"] == place)
            bubbles.Delete(before[last]["_id"]);
        foreach (var old in before.Take(before.Count - BubblesMax)) bubbles.Delete(old["_id"]);
        bubbles.Insert(rows.Bubble(string.Create(CultureInfo.InvariantCulture, $"{chat}:{nextId():D19}"), at, slot, own, ours));
    }
}

/// <summary>Fills in what only the store knows at the commit: case numbers, audit entries.</summary>
internal sealed class Assigning
{
    public List<Application> Cases { get; } = [];

    public List<Domain.Audit.AuditEntry> Entries { get; } = [];

    public static bool IsNeeded(Outgoing message) => message.Parts.Any(IsNeeded);

    public Outgoing Fill(Outgoing message) => IsNeeded(message) ? message with { Parts = [.. message.Parts.Select(Fill)] } : message;

    private static bool IsNeeded(Say say) => say.Values.Any(s => s.Value switch
    {
        SayValue.Assigned => true,
        SayValue.Text t => IsNeeded(t.Inner),
        SayValue.Lines l => l.Items.Any(IsNeeded),
        SayValue.Together t => t.Items.Any(IsNeeded),
        _ => false,
    });

    private Say Fill(Say say) => new(say.Key, say.Values.Select(s => new Slot(s.Name, s.Value switch
    {
        SayValue.Assigned(Given.CaseNumber, var i) => new SayValue.Words(Cases[i].Number!.ToString()),
        SayValue.Assigned(Given.AuditSequence, var i) => new SayValue.Number(Entries[i].Sequence),
        SayValue.Assigned(Given.AuditHash, var i) => new SayValue.Words(Entries[i].Hash[..12]),
        SayValue.Text t => new SayValue.Text(Fill(t.Inner)),
        SayValue.Lines l => l with { Items = [.. l.Items.Select(Fill)] },
        SayValue.Together t => new SayValue.Together([.. t.Items.Select(Fill)]),
        var other => other,
    })).ToImmutableArray());
}
