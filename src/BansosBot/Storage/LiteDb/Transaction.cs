using BansosBot.Domain.Conversations;
using BansosBot.Storage.Keys;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Stages sets of effects in one open LiteDB transaction. It sees its own writes: what it checks holds against the same group too.</summary>
internal sealed class Transaction(ILiteDatabase db, Rows rows, KeyFolder keys, OutboxIndex outbox, IReadOnlyDictionary<string, long> revisions, IReadOnlySet<string> pulling, CheckingQueue queue, ProposingQueue line, Group group, Func<long> nextId)
{
    private readonly Sources sources = new(db, group);
    private readonly CaseWrites cases = new(db, rows, keys, line, group);
    private readonly WrongProofs wrongProofs = new(db, rows);
    private readonly RecipientWrites recipients = new(db, rows, group);
    private readonly Timetable timetable = new(db);
    private readonly Wishes wishes = new(db, rows);
    private readonly Officers officers = new(db, rows);
    private readonly Transcripts transcripts = new(db, rows, group, nextId);

    public Reads Looks { get; } = new(db, rows, queue, line);

    public Prepared Prepare(Effects effects) => Prepared.Of(effects, rows, keys);

    public Applied Apply(Incoming message, Effects effects, DateTimeOffset at, Prepared prepared)
    {
        var after = effects.After;
        if (prepared.Others.Any(o => o.Chat == prepared.Chat)) throw new InvalidOperationException("A message leaves its own chat in two ways.");
        if (RevisionOf(prepared.Chat) != after.Revision || prepared.Others.Any(o => RevisionOf(o.Chat) != o.After.Revision)) return Applied.Stale;
        if (!sources.Stand(message, prepared.Chat, at)) return Applied.Before;
        if (!AllHold(effects, at)) return Applied.Stale;

        sources.Consume(message, prepared.Chat);
        if (message.IsByPerson) group.Present.Add(after.Chat);
        var assigned = new Assigning();
        foreach (var write in effects.Writes) Write(write, after.Chat, prepared, at, assigned);
        recipients.Put(prepared.Recipients);
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
        else PutChat(prepared.Chat, prepared.Document!, after with { KeySlot = prepared.Slot });
        if (pulling.Contains(after.Chat.Channel) && !effects.ErasesChat) transcripts.Write(message, effects, prepared, at);
        foreach (var (chat, other, document) in prepared.Others)
        {
            PutChat(chat, document, other);
            if (pulling.Contains(other.Chat.Channel)) transcripts.Forget(chat);
        }

        Say(effects, prepared, at, assigned);
        return Applied.Done;
    }

    /// <summary>A message that could not be taken: kept for the staff, counted as seen, the person told.</summary>
    public void Park(Parked parked) => new Parking(db, rows, keys, pulling, sources, transcripts, group).Park(parked);

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

    private bool AllHold(Effects effects, DateTimeOffset at)
    {
        var taken = new HashSet<string>();
        foreach (var write in effects.Writes)
        {
            switch (write)
            {
                case Write.PutCase { Case: var a } when (Looks.Find(Rows.Cases, a.Id)?["rev"].AsInt64 ?? 0) != a.Revision:
                case Write.PutSchedule { Schedule: var s } when (Looks.Find(Rows.Schedules, s.Id)?["rev"].AsInt64 ?? 0) != s.Revision:
                case Domain.Conversations.Write.PutBatch { Batch: var b } when (Looks.Find(Rows.Batches, b.Number)?["rev"].AsInt64 ?? 0) != b.Revision:
                case Domain.Conversations.Write.PutList(var list) when !recipients.Holds(list):
                case Write.PutTicket { Ticket: { } t } when TicketLists.RevisionOf(Looks.Find(Rows.Tickets, t.Id)) != t.Revision:
                case Write.PutReport(var report) when !new Reports(db, rows).Holds(report):
                    return false;
                case Write.Take(var claim, var owner):
                    var id = rows.Of(claim);
                    if (!taken.Add(id)) throw new InvalidOperationException("One message takes the same claim twice.");
                    if (Looks.Find(Rows.Claims, id) is { } held && held["owner"].AsString != owner) return false;
                    break;
                case Domain.Conversations.Write.PutOfficer or Domain.Conversations.Write.RestOn or Domain.Conversations.Write.UseInvitation when !officers.Hold(write):
                case Write.UseJoining(var joining) when Looks.Find(Rows.Joinings, rows.Of(joining)) is null:
                case Write.WrongProof wrong when !wrongProofs.Hold(wrong, at):
                case Write.LookedUp lookedUp when !wrongProofs.Hold(lookedUp, at):
                    return false;
            }
        }

        return true;
    }

    private void Write(Write write, ChatKey chat, Prepared prepared, DateTimeOffset at, Assigning assigned)
    {
        switch (write)
        {
            case Domain.Conversations.Write.PutCase(var a):
                cases.Put(a, assigned);
                break;
            case Domain.Conversations.Write.EraseCase(var id):
                cases.Erase(id);
                break;
            case Domain.Conversations.Write.PutTicket(var ticket):
                TicketLists.Put(db, rows, ticket, ticket.Chat == ChatKey.Office ? KeySlot.Office.Number : ticket.Chat == chat ? prepared.Slot : SlotOf(rows.Of(ticket.Chat)));     // a report of the bot's is no message of whoever was there
                break;
            case Domain.Conversations.Write.PutReport(var report):
                new Reports(db, rows).Put(report, keys);
                break;
            case Domain.Conversations.Write.CountRating(var rating):
                Counters.Add(db, Counters.Of(rating), +1);
                break;
            case Domain.Conversations.Write.Take(var claim, var owner):
                db.GetCollection(Rows.Claims).Upsert(new BsonDocument { ["_id"] = rows.Of(claim), ["owner"] = owner });
                break;
            case Domain.Conversations.Write.Free(var claim, var owner):
                if (Looks.Find(Rows.Claims, rows.Of(claim)) is { } freed && freed["owner"].AsString == owner) db.GetCollection(Rows.Claims).Delete(freed["_id"]);
                break;
            case Domain.Conversations.Write.OfferJoining(var code, var until):
                foreach (var earlier in Reads.Where(db, Rows.Joinings, "chat = @0 or until <= @1", prepared.Chat, at.UtcTicks)) db.GetCollection(Rows.Joinings).Delete(earlier["_id"]);
                db.GetCollection(Rows.Joinings).Insert(rows.Joining(code, prepared.Chat, until));
                break;
            case Domain.Conversations.Write.UseJoining(var code):
                db.GetCollection(Rows.Joinings).Delete(rows.Of(code));
                break;
            case Domain.Conversations.Write.PutOfficer or Domain.Conversations.Write.RestOn or Domain.Conversations.Write.Invite or Domain.Conversations.Write.UseInvitation:
                officers.Take(write, keys, at);
                if (write is Domain.Conversations.Write.PutOfficer(var changed)) group.OfficersChanged.Add(changed.Chat);
                break;
            case Domain.Conversations.Write.WrongProof wrong:
                wrongProofs.Add(wrong);
                break;
            case Domain.Conversations.Write.LookedUp lookedUp:
                wrongProofs.Add(lookedUp);
                break;
            case Domain.Conversations.Write.OfLists ofLists:
                recipients.Take(ofLists);
                break;
            case Domain.Conversations.Write.PutSchedule(var schedule):
                timetable.Put(schedule);
                break;
            case Domain.Conversations.Write.PutBatch(var batch):
                new Batches(db).Put(batch);
                break;
            case Domain.Conversations.Write.PutWish(var wish):
                wishes.Put(prepared.Chat, wish);
                break;
            case Domain.Conversations.Write.DropWish(var programme, var area, var of):
                wishes.Drop(of is null ? prepared.Chat : rows.Of(of), programme, area);
                break;
            default:
                throw new InvalidOperationException("A write of a kind that nobody wrote.");
        }
    }

    private void Write(DueChange due, string chat)
    {
        if (due.OfOffice) chat = rows.Of(ChatKey.Office);
        else if (due.For is { } other) chat = rows.Of(other);
        var id = Rows.DueId(chat, due.Kind, due.About);
        if (due.At is not { } at)
        {
            db.GetCollection(Rows.Dues).Delete(id);
            return;
        }

        db.GetCollection(Rows.Dues).Upsert(Rows.Due(chat, due));
        group.DueAt(at);
    }

    private void PutChat(string chat, BsonDocument document, Conversation after)
    {
        if (after.Revision == 0) db.GetCollection(Rows.Chats).Insert(document);
        else db.GetCollection(Rows.Chats).Update(document);
        group.Revisions[chat] = after.Revision + 1;
        group.Conversations[chat] = after with { Revision = after.Revision + 1 };
    }

    private void EraseChat(string chat, Conversation after, DateTimeOffset at)
    {
        db.GetCollection(Rows.Chats).Upsert(Rows.Tombstone(chat, after));
        group.Revisions[chat] = after.Revision + 1;
        group.Conversations[chat] = null;
        foreach (var collection in (ReadOnlySpan<string>)[Rows.Dues, Rows.Bubbles, Rows.Parked])
            foreach (var doc in Reads.Under(db, collection, chat)) db.GetCollection(collection).Delete(doc["_id"]);
        foreach (var collection in (ReadOnlySpan<string>)[Rows.Work, Rows.Tickets, Rows.Joinings, Rows.Wishes])
            foreach (var doc in Reads.Where(db, collection, "chat = @0", chat)) db.GetCollection(collection).Delete(doc["_id"]);
        foreach (var id in outbox.OpenOf(chat)) Withdraw(id);
        group.Messages.RemoveAll(m => m.Chat == chat);
        Write(new DueChange(DueKind.ForgetErased, "", at + Seen.For), chat);
        if (after.KeySlot != 0) KeyErasure.Stage(db, group, after.KeySlot);
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
            var there = own ? effects.After : ConversationOf(chat);
            if (there?.LeftAt is not null) continue;        // left for good: nobody is there either
            if (!own) said = said with { Language = there?.Language ?? said.Language };
            if (said.IsFarewell) slot = keys.Subjects.New().Number;     // a key of its own, erased when the message has gone out
            said = assigned.Fill(said);
            if (pulling.Contains(said.To.Channel))
            {
                if (!effects.ErasesChat || !own) transcripts.Add(chat, at, slot, own: null, said);
                group.Pulled.Add(said.To);
                continue;
            }

            // What is held back for a moment is overtaken by the next message of its own conversation: it would only say what is past.
            // News say nothing of it: they take no reply away, and no reply takes them.
            if (own && !said.IsNews)
            {
                foreach (var held in outbox.HeldOf(chat)) Withdraw(held.Id);
                group.Messages.RemoveAll(m => m.Chat == chat && m.Message.GivesWay);
            }

            group.Messages.Add(new(chat, slot, prepared.Messages[i] ?? rows.Message(said, slot, chat), said));
        }
    }

    private int SlotOf(string chat) => Looks.Find(Rows.Chats, chat) is { } doc && !doc["slot"].IsNull ? doc["slot"].AsInt32 : 0;

    // Null: its conversation does not open. Who decided knew nothing of the other chat but that it is a home of a case.
    private Conversation? ConversationOf(string chat) => Looks.Find(Rows.Chats, chat) is { } doc ? Rows.Try(() => rows.Chat(doc, Reads.Nobody)) : null;

    private void Withdraw(long id)
    {
        if (outbox.IsOpen(id) && group.Closed.Add(id)) group.Withdrawn.Add(id);
    }
}
