using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Storage.Keys;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Puts aside what could not be taken.</summary>
internal sealed class Parking(ILiteDatabase db, Rows rows, KeyFolder keys, IReadOnlySet<string> pulling, Sources sources, Transcripts transcripts, Group group)
{
    /// <summary>A message that could not be taken: kept for the staff, counted as seen, the person told. It reads nothing that could fail again.</summary>
    public void Park(Parked parked)
    {
        var chat = rows.Of(parked.Message.Chat);
        var doc = Reads.Find(db, Rows.Chats, chat) ?? new BsonDocument { ["_id"] = chat, ["rev"] = 0L, ["seen"] = "" };
        sources.Consume(parked.Message, chat);
        var seen = Rows.SeenIn(doc["seen"].AsString);
        if (seen.Any(s => s.Id == parked.Message.Id)) return;       // repeated by the channel, and the chat's document cannot say so
        doc["seen"] = Rows.SeenText([.. seen.Where(s => s.At > parked.At - Seen.For).TakeLast(Seen.Max - 1), new(parked.Message.Id, parked.At)]);
        doc["rev"] = doc["rev"].AsInt64 + 1;
        db.GetCollection(Rows.Chats).Upsert(doc);
        group.Revisions[chat] = doc["rev"].AsInt64;
        group.Conversations[chat] = null;
        var slot = SlotToParkWith(doc);
        db.GetCollection(Rows.Parked).Upsert(rows.ParkedMessage($"{chat}:{parked.Message.Id}", parked, chat, slot));
        db.GetCollection(Rows.Audit).Insert(Rows.Entry(group.Enter(new(Act.MessageParked, "", parked.Message.GetType().Name), parked.At)));
        if (parked.Sentence is { } sentence)
        {
            if (pulling.Contains(sentence.To.Channel))
            {
                transcripts.Add(chat, parked.At, slot, own: null, sentence);
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
}
