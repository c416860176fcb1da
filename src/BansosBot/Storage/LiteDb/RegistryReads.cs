using System.Collections.Immutable;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Storage.Keys;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Reading of lists, each portion under the readers' lock for itself.</summary>
internal sealed class RegistryReads(ILiteDatabase db, Rows rows, KeyedHashes hashes, ReaderWriterLockSlim readers) : IRegistryReads
{
    public string Hash(string use, string value) => hashes.Hash(
        use switch
        {
            "nik" => Hashed.Nik,
            "content" => Hashed.ListRow,
            "name-birth" => Hashed.NameBirth,
            "name-place" => Hashed.NameKelurahan,
            _ => throw new InvalidOperationException("A hash of a use that nobody wrote."),
        },
        value);

    public ValueTask<IReadOnlyList<KeptList>> ListsAsync(CancellationToken stop) => ValueTask.FromResult(readers.Read(() =>
        (IReadOnlyList<KeptList>)db.GetCollection(Rows.Lists).FindAll().ToList().ConvertAll(d => new KeptList(Rows.List(d), Rows.StateOf(d)))));

    public ValueTask<(IReadOnlyList<RowKeys> Keys, int Last)> RowKeysAsync(string list, int after, int most, CancellationToken stop) => ValueTask.FromResult(readers.Read(() =>
    {
        var found = db.GetCollection(Rows.Recipients).Query().Where("_id between @0 and @1", Rows.RowId(list, after + 1), list + ";").Limit(most).ToList();
        return ((IReadOnlyList<RowKeys>)[.. found.Select(Rows.KeysOf).OfType<RowKeys>()], found.Count == 0 ? after : Rows.NumberOf(found[^1]));
    }));

    public ValueTask<ImmutableDictionary<int, Recipient>> RowsAsync(string list, IReadOnlyCollection<int> numbers, CancellationToken stop) => ValueTask.FromResult(readers.Read(() =>
        numbers.Select(n => Reads.Find(db, Rows.Recipients, Rows.RowId(list, n))).OfType<BsonDocument>()
            .Select(d => Rows.Try(() => rows.Recipient(d))).OfType<Recipient>().ToImmutableDictionary(r => r.Row)));

    public ValueTask<ImmutableArray<RowChange>> ChangesAsync(string list, int page, CancellationToken stop) => ValueTask.FromResult(readers.Read(() =>
        Reads.Find(db, Rows.Differences, Rows.PageId(list, page)) is { } doc ? Rows.Changes(doc) : []));

    public ValueTask<IReadOnlyList<ListDecision>> DecisionsAsync(string list, int most, CancellationToken stop) => ValueTask.FromResult(readers.Read(() =>
        (IReadOnlyList<ListDecision>)[.. db.GetCollection(Rows.Decisions).Query().Where("_id between @0 and @1", list + ":", list + ";").Limit(most).ToList().Select(rows.TryDecision).OfType<ListDecision>()]));

    public ValueTask<ImmutableDictionary<string, Holds>> ColumnsAsync(CancellationToken stop) => ValueTask.FromResult(readers.Read(() =>
        db.GetCollection(Rows.Columns).FindAll().ToList().ToImmutableDictionary(d => d["_id"].AsString, d => Enum.Parse<Holds>(d["holds"].AsString))));
}
