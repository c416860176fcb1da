using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Wrong proofs for a receipt code or a NIK, and wrong look-ups of everybody. They count for 24 hours; what is over goes with the next that comes.</summary>
internal sealed class WrongProofs(ILiteDatabase db, Rows rows)
{
    /// <summary>In <see cref="Rows.Counters"/>: wrong look-ups by NIK of the running hour, and until when look-ups are paused.</summary>
    private const string OfEverybody = "lookups";

    // More go than come: what a flood left is gone soon after it.
    private const int GoneAtOnce = 20;

    /// <param name="of">The hash of the code or the NIK: each kind has its own key, so that no two meet.</param>
    public static ImmutableArray<DateTimeOffset> Of(ILiteDatabase db, string of, DateTimeOffset now) =>
        Reads.Find(db, Rows.Proofs, of) is { } doc ? [.. doc["at"].AsArray.Select(v => new DateTimeOffset(v.AsInt64, TimeSpan.Zero)).Where(t => t > now - Conversation.WrongProofsFor)] : [];

    public static LookUpMisses OfAll(ILiteDatabase db) =>
        Reads.Find(db, Rows.Counters, OfEverybody) is not { } doc ? LookUpMisses.None
        : new(At(doc["hour"])!.Value, checked((int)doc["n"].AsInt64), At(doc["until"]));

    /// <summary>Whether what was decided rests on what is so now.</summary>
    public bool Hold(Write.WrongProof write, DateTimeOffset now) => Of(db, rows.Of(write.Code), now).Length == write.Before;

    /// <inheritdoc cref="Hold(Write.WrongProof, DateTimeOffset)"/>
    public bool Hold(Write.LookedUp write, DateTimeOffset now)
    {
        var all = OfAll(db);
        return Of(db, rows.Of(write.Nik), now).Length == write.Before && !all.IsPaused(now) && (write.Missed && all.NextBeginsPause(now)) == write.BeginsPause;
    }

    public void Add(Write.WrongProof write) => Put(rows.Of(write.Code), write.At, isWrong: true);

    public void Add(Write.LookedUp write)
    {
        Put(rows.Of(write.Nik), write.At, write.Missed);
        var all = OfAll(db);
        if (write.Missed) all = all.WithOneMore(write.At);
        db.GetCollection(Rows.Counters).Upsert(new BsonDocument
        {
            ["_id"] = OfEverybody,
            ["hour"] = all.Hour.UtcTicks,
            ["n"] = (long)all.Count,
            ["until"] = all.PausedUntil is { } until ? until.UtcTicks : BsonValue.Null,
        });
    }

    private void Put(string of, DateTimeOffset at, bool isWrong)
    {
        var proofs = db.GetCollection(Rows.Proofs);
        foreach (var over in proofs.Query().Where("until <= @0", at.UtcTicks).Limit(GoneAtOnce).ToList()) proofs.Delete(over["_id"]);
        var instants = Of(db, of, at);
        if (isWrong) instants = instants.Add(at);
        proofs.Upsert(new BsonDocument
        {
            ["_id"] = of,
            ["at"] = new BsonArray(instants.Select(t => new BsonValue(t.UtcTicks))),
            ["until"] = (instants is [.., var last] ? last : at).Add(Conversation.WrongProofsFor).UtcTicks,
        });
    }

    private static DateTimeOffset? At(BsonValue ticks) => ticks.IsNull ? null : new DateTimeOffset(ticks.AsInt64, TimeSpan.Zero);
}
