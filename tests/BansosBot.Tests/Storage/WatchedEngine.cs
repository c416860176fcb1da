using LiteDB;
using LiteDB.Engine;

namespace BansosBot.Tests.Storage;

/// <summary>LiteDB's engine, and a note of all that is asked of it: what, of which collection, how many documents, how many bytes.</summary>
internal sealed class WatchedEngine(ILiteEngine engine) : ILiteEngine
{
    private readonly Lock gate = new();
    private readonly List<string> asked = [];
    private int read;

    /// <summary>What was asked since it was looked at last: in order, a line each.</summary>
    public (IReadOnlyList<string> Asked, int DocumentsRead) Take()
    {
        lock (gate)
        {
            var taken = (asked.ToArray(), read);
            asked.Clear();
            read = 0;
            return taken;
        }
    }

    public IBsonDataReader Query(string collection, Query query)
    {
        Note($"query {collection} where {string.Join(" and ", query.Where.Select(w => w.Source))} limit {query.Limit}");
        return new Reader(engine.Query(collection, query), () =>
        {
            lock (gate) read++;
        });
    }

    public int Insert(string collection, IEnumerable<BsonDocument> docs, BsonAutoId autoId) => engine.Insert(collection, Noted("insert", collection, docs), autoId);

    public int Update(string collection, IEnumerable<BsonDocument> docs) => engine.Update(collection, Noted("update", collection, docs));

    public int Upsert(string collection, IEnumerable<BsonDocument> docs, BsonAutoId autoId) => engine.Upsert(collection, Noted("upsert", collection, docs), autoId);

    public int Delete(string collection, IEnumerable<BsonValue> ids)
    {
        Note($"delete {collection}");
        return engine.Delete(collection, ids);
    }

    public int UpdateMany(string collection, BsonExpression transform, BsonExpression predicate) => engine.UpdateMany(collection, transform, predicate);

    public int DeleteMany(string collection, BsonExpression predicate) => engine.DeleteMany(collection, predicate);

    public int Checkpoint() => engine.Checkpoint();

    public long Rebuild(RebuildOptions options) => engine.Rebuild(options);

    public bool BeginTrans() => engine.BeginTrans();

    public bool Commit() => engine.Commit();

    public bool Rollback() => engine.Rollback();

    public bool DropCollection(string name) => engine.DropCollection(name);

    public bool RenameCollection(string name, string newName) => engine.RenameCollection(name, newName);

    public bool EnsureIndex(string collection, string name, BsonExpression expression, bool unique) => engine.EnsureIndex(collection, name, expression, unique);

    public bool DropIndex(string collection, string name) => engine.DropIndex(collection, name);

    public BsonValue Pragma(string name) => engine.Pragma(name);

    public bool Pragma(string name, BsonValue value) => engine.Pragma(name, value);

    public void Dispose() => engine.Dispose();

    private BsonDocument[] Noted(string what, string collection, IEnumerable<BsonDocument> docs)
    {
        var all = docs.ToArray();
        Note($"{what} {collection} {string.Join('+', all.Select(d => BsonSerializer.Serialize(d).Length))} bytes");
        return all;
    }

    private void Note(string line)
    {
        lock (gate) asked.Add(line);
    }

    private sealed class Reader(IBsonDataReader reader, Action read) : IBsonDataReader
    {
        public BsonValue this[string field] => reader[field];

        public string Collection => reader.Collection;

        public BsonValue Current => reader.Current;

        public bool HasValues => reader.HasValues;

        public bool Read()
        {
            var more = reader.Read();
            if (more) read();
            return more;
        }

        public void Dispose() => reader.Dispose();
    }
}
