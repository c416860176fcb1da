using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>What a look-up by NIK finds. The same questions to the database whatever the answer, and nothing is decrypted for it.</summary>
/// <remarks>
/// Cases and rows bear one keyed hash of all that is to be proved. A wrong KK, a wrong kelurahan and a NIK that nobody knows are each a hash that
/// is not there: there is no row that is found first and then compared. What is told stands in the clear. LookUpWorkTests counts it.
/// </remarks>
internal sealed class LookUps(ILiteDatabase db, Rows rows)
{
    /// <summary>Field of cases and rows of lists: the hash that they are found by.</summary>
    public const string Proof = "proof";

    /// <summary>Of a list that people find themselves on.</summary>
    public const string ListHolds = "until = null and staged = null";

    // A child has a case or two, and a row on the one list of a programme that holds.
    private const int CasesMax = 4, RowsMax = 16;

    public LookUpFinding Of(LookUpProof proof, LookUpCounts counts, DateTimeOffset now)
    {
        var wrong = new WrongProofs(db, rows).Of(proof, now);
        if (!LookUpFinding.IsLookedUp(wrong, counts, now)) return new(proof, wrong, []);
        var hash = rows.Of(proof);
        var cases = Ask(Rows.Cases, $"{Proof} = @0", hash, CasesMax).OrderByDescending(d => d["at"].AsInt64)
            .Select(d => new Found.OfCase(d["_id"].AsString, d["prog"].AsString, Enum.Parse<Stage>(d["stage"].AsString))).DistinctBy(c => c.Programme);
        // Which lists hold is read for whoever asks: rows of one that is past, or is still being taken in, are not there.
        var valid = db.GetCollection(Rows.Lists).Query().Where(ListHolds).ToList().ConvertAll(Rows.List);
        var ids = db.GetCollection(Rows.Recipients).Query().Where(BsonExpression.Create($"{Proof} = @0 and list in @1", hash, new BsonArray(valid.Select(l => new BsonValue(l.Id))))).Limit(RowsMax).ToList()
            .Select(d => d["list"].AsString).ToHashSet();
        var lists = valid.Where(l => ids.Contains(l.Id)).OrderByDescending(l => l.Period).Select(l => new Found.OnList(l));
        return new(proof, wrong, [.. cases, .. lists]);
    }

    public bool AnyList() => db.GetCollection(Rows.Lists).Query().Where(ListHolds).Limit(1).FirstOrDefault() is not null;

    private List<BsonDocument> Ask(string collection, string condition, BsonValue value, int most) =>
        db.GetCollection(collection).Query().Where(BsonExpression.Create(condition, value)).Limit(most).ToList();
}
