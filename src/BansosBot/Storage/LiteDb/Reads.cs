using System.Collections.Immutable;
using System.Security.Cryptography;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>All reading of a turn. Short, with parameters, nothing lazy: a long read keeps the log from being taken in.</summary>
internal sealed class Reads(ILiteDatabase db, Rows rows, CheckingQueue queue)
{
    private static readonly TimeSpan ProofsCountFor = TimeSpan.FromHours(24);

    /// <summary>Documents of a collection by a condition with parameters: <c>"code = @0"</c>.</summary>
    public static List<BsonDocument> Where(ILiteDatabase db, string collection, string condition, params BsonValue[] values) =>
        db.GetCollection(collection).Find(BsonExpression.Create(condition, values)).ToList();

    public BsonDocument? Find(string collection, BsonValue id) => db.GetCollection(collection).FindById(id);

    public Conversation Conversation(ChatKey chat) => Conversation(rows.Of(chat), chat);

    /// <param name="name">The chat's name in the store.</param>
    public Conversation Conversation(string name, ChatKey chat) => rows.Chat(Find(Rows.Chats, name), chat);

    public Known LookUp(ChatKey chat, Needs needs, DateTimeOffset now)
    {
        var cases = needs.Cases.Select(id => Find(Rows.Cases, id)).Where(d => d is not null && !d["b"].IsNull).Select(d => rows.Case(d!)).ToImmutableArray();
        ImmutableArray<Application> byReceipt = [];
        ImmutableArray<DateTimeOffset> wrong = [];
        if (needs.Receipt is { } code)
        {
            byReceipt = [.. Where(db, Rows.Cases, "code = @0", rows.Of(code)).Where(d => !d["b"].IsNull).Select(rows.Case).OrderBy(c => c.QueueNumber)];
            wrong = Proofs(Find(Rows.Proofs, rows.Of(code)), now);
        }

        var byChild = ImmutableDictionary.CreateBuilder<string, ImmutableArray<ChildCase>>();
        foreach (var nik in needs.Children)
        {
            byChild[nik.Reveal()] = [.. Where(db, Rows.Cases, "child = @0", rows.Of(nik))
                .Where(d => !d["b"].IsNull).Select(rows.Case).Where(c => ApplicationLife.IsRunning(c.Stage))
                .Select(c => new ChildCase(c.Id, c.Homes.Any(h => h.Chat == chat)))];
        }

        var places = ImmutableDictionary<string, int>.Empty;
        if (needs.Places)
        {
            foreach (var c in cases.Concat(byReceipt))
                if (queue.PlaceOf(c.QueueNumber) is { } place) places = places.SetItem(c.Id, place);
        }

        return new()
        {
            Cases = cases,
            ByReceipt = byReceipt,
            WrongProofsForReceipt = wrong,
            ByChild = byChild.ToImmutable(),
            Places = places,
            QuotaUsed = needs.Places ? QuotaUsed() : 0,
            Random = needs.RandomBytes == 0 ? [] : ImmutableArray.Create(RandomNumberGenerator.GetBytes(needs.RandomBytes)),
        };
    }

    /// <summary>Instants of wrong proofs of the last 24 hours before <paramref name="now"/>.</summary>
    public static ImmutableArray<DateTimeOffset> Proofs(BsonDocument? doc, DateTimeOffset now) =>
        doc is null ? [] : [.. doc["at"].AsArray.Select(v => new DateTimeOffset(v.AsInt64, TimeSpan.Zero)).Where(t => t > now - ProofsCountFor)];

    /// <summary>A chat's rows of a collection whose ids begin with its name.</summary>
    public List<BsonDocument> OfChat(string collection, string chat) =>
        Where(db, collection, "_id >= @0 and _id < @1", chat + ":", chat + ";");

    private int QuotaUsed() => ApplicationLife.HoldingQuota
        .Select(stage => Find(Rows.Counters, $"stage:{stage}")).Sum(d => d is null ? 0 : checked((int)d["n"].AsInt64));
}
