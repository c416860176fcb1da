using System.Globalization;
using BansosBot.Domain.Conversations;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>What a chat's page shows where the channel pulls: the latest messages of both sides.</summary>
internal sealed class Transcripts(ILiteDatabase db, Rows rows, Group group, Func<long> nextId)
{
    private const int BubblesMax = 60;

    public void Write(Incoming message, Effects effects, Prepared prepared, DateTimeOffset at)
    {
        group.Pulled.Add(effects.After.Chat);
        if (effects.After.LeftAt is not null)
        {
            Forget(prepared.Chat);
            return;
        }

        OwnWords? own = effects.Echo is { } instead ? new(null, instead, null, false) : message switch
        {
            Incoming.Words w => new(w.Text, null, null, false),
            Incoming.Command c => new("/" + c.Name, null, null, false),
            Incoming.Press p => new(null, null, new(p.Question, p.Choice), false),
            Incoming.Picture => new(null, null, null, true),
            _ => null,
        };
        if (own is not null) Add(prepared.Chat, at, prepared.Slot, own, ours: null);
        if (effects.ForgetsTranscriptSince is { } since) Forget(prepared.Chat, since);
    }

    /// <summary>Forgets it from the first message of this instant on: what was said after that one, too, where the clock was set back meanwhile.</summary>
    public void Forget(string chat, DateTimeOffset since = default)
    {
        foreach (var said in Reads.Under(db, Rows.Bubbles, chat).SkipWhile(b => b["at"].AsInt64 < since.UtcTicks)) db.GetCollection(Rows.Bubbles).Delete(said["_id"]);
    }

    public void Add(string chat, DateTimeOffset at, int slot, OwnWords? own, Outgoing? ours)
    {
        var bubbles = db.GetCollection(Rows.Bubbles);
        var before = Reads.Under(db, Rows.Bubbles, chat);
        if (ours?.Place is { } place && before.Count > 0 && before.FindLastIndex(b => b["own"].IsNull) is >= 0 and var last && before[last]["p"] == place)
            bubbles.Delete(before[last]["_id"]);
        foreach (var old in before.Take(before.Count - BubblesMax)) bubbles.Delete(old["_id"]);
        bubbles.Insert(rows.Bubble(string.Create(CultureInfo.InvariantCulture, $"{chat}:{nextId():D19}"), at, slot, own, ours));
    }
}
