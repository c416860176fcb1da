using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Wrong proofs for a receipt code, a NIK or a household, and look-ups of everybody in a channel. They count for 24 hours; what is over goes with
/// the next that comes.</summary>
internal sealed class WrongProofs(ILiteDatabase db, Rows rows)
{
    /// <summary>In <see cref="Rows.Counters"/>, with the channel behind it: how much is looked up by NIK, and until when that is paused.</summary>
    private const string OfChannel = "lookups:";

    // More go than come: what a flood left is gone soon after it.
    private const int GoneAtOnce = 20;

    /// <param name="of">The hash of the code, the NIK or the household: each kind has its own key, so that no two meet.</param>
    public static ImmutableArray<DateTimeOffset> Of(ILiteDatabase db, string of, DateTimeOffset now) =>
        Reads.Find(db, Rows.Proofs, of) is { } doc ? [.. doc["at"].AsArray.Select(v => new DateTimeOffset(v.AsInt64, TimeSpan.Zero)).Where(t => t > now - Conversation.WrongProofsFor)] : [];

    public WrongBefore Of(LookUpProof proof, DateTimeOffset now) => new(Of(db, rows.Of(proof.Nik), now).Length, Of(db, rows.HouseholdOf(proof), now).Length);

    public static LookUpCounts OfAll(ILiteDatabase db, string channel) =>
        Reads.Find(db, Rows.Counters, OfChannel + channel) is not { } doc ? LookUpCounts.None
        : new(At(doc["hour"])!.Value, checked((int)doc["n"].AsInt64), At(doc["until"]), At(doc["day"])!.Value, checked((int)doc["inday"].AsInt64));

    /// <summary>Whether what was decided rests on what is so now.</summary>
    public bool Hold(Write.WrongProof write, DateTimeOffset now) => Of(db, rows.Of(write.Code), now).Length == write.Before;

    /// <inheritdoc cref="Hold(Write.WrongProof, DateTimeOffset)"/>
    public bool Hold(Write.LookedUp write, DateTimeOffset now)
    {
        var all = OfAll(db, write.Channel);
        return Of(write.Proof, now) == write.Before && !all.IsPaused(now) && all.AlarmOfNext(now, write.Missed) == write.Alarm;
    }

    public void Add(Write.WrongProof write)
    {
        DropOver(write.At);
        Put(rows.Of(write.Code), write.At, isWrong: true);
    }

    public void Add(Write.LookedUp write)
    {
        DropOver(write.At);
        Put(rows.Of(write.Proof.Nik), write.At, write.Missed);
        Put(rows.HouseholdOf(write.Proof), write.At, write.Missed);
        var all = OfAll(db, write.Channel).WithOneMore(write.At, write.Missed);
        db.GetCollection(Rows.Counters).Upsert(new BsonDocument
        {
            ["_id"] = OfChannel + write.Channel,
            ["hour"] = all.Hour.UtcTicks,
            ["n"] = (long)all.Misses,
            ["until"] = all.PausedUntil is { } until ? until.UtcTicks : BsonValue.Null,
            ["day"] = all.Day.UtcTicks,
            ["inday"] = (long)all.InDay,
        });
    }

    private void DropOver(DateTimeOffset now)
    {
        var proofs = db.GetCollection(Rows.Proofs);
        foreach (var over in proofs.Query().Where("until <= @0", now.UtcTicks).Limit(GoneAtOnce).ToList()) proofs.Delete(over["_id"]);
    }

    private void Put(string of, DateTimeOffset at, bool isWrong)
    {
        var instants = Of(db, of, at);
        if (isWrong) instants = instants.Add(at);
        db.GetCollection(Rows.Proofs).Upsert(new BsonDocument
        {
            ["_id"] = of,
            ["at"] = new BsonArray(instants.Select(t => new BsonValue(t.UtcTicks))),
            ["until"] = (instants is [.., var last] ? last : at).Add(Conversation.WrongProofsFor).UtcTicks,
        });
    }

    private static DateTimeOffset? At(BsonValue ticks) => ticks.IsNull ? null : new DateTimeOffset(ticks.AsInt64, TimeSpan.Zero);
}
