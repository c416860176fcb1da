using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Proposals;
using LiteDB;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace BansosBot.Storage.LiteDb;

/// <summary>Batches of proposals. They name cases and officers by random ids, so they stand in the clear.</summary>
internal sealed class Batches(ILiteDatabase db)
{
    public Batch? Find(string number) => Reads.Find(db, Rows.Batches, number) is { } doc ? Of(doc) : null;

    public void Put(Batch batch) => db.GetCollection(Rows.Batches).Upsert(new BsonDocument
    {
        ["_id"] = batch.Number,
        ["rev"] = batch.Revision + 1,
        ["prog"] = batch.Programme,
        ["at"] = batch.SignedAt.UtcTicks,
        ["s"] = JsonSerializer.Serialize(batch with { Revision = 0 }, StoredJson.Batch),
    });

    /// <summary>What could be proposed now: the endorsed ones of the line, in its order.</summary>
    public Proposable Proposable(string programme, IEnumerable<string> line, int quotaUsed)
    {
        List<string> endorsed = [];
        var (ahead, waiting) = (0, 0);
        string? prefix = null;
        foreach (var id in line)
        {
            if (Reads.Find(db, Rows.Cases, id) is not { } doc || doc["b"].IsNull) continue;
            prefix ??= doc["no"].IsString ? doc["no"].AsString.Split('-')[0] : null;
            if (doc["stage"].AsString != nameof(Stage.Endorsed)) waiting++;
            else
            {
                endorsed.Add(id);
                ahead = waiting;
                if (endorsed.Count == Domain.Proposals.Proposable.Most) break;
            }
        }

        return new([.. endorsed], ahead, quotaUsed, prefix, All(programme));
    }

    /// <summary>Lists of a programme so far, the newest last.</summary>
    public ImmutableArray<Batch> All(string programme) => [.. Reads.Where(db, Rows.Batches, "prog = @0", programme).OrderBy(d => d["at"].AsInt64).Select(Of)];

    private static Batch Of(BsonDocument doc) => JsonSerializer.Deserialize(doc["s"].AsString, StoredJson.Batch)! with { Revision = doc["rev"].AsInt64 };
}
