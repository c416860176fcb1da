using BansosBot.Documents;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using LiteDB;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace BansosBot.Tests.Privacy;

/// <summary>What a bot has left in its folder: read as its keys open it, and written to as it would be by a program that forgot its encryption.</summary>
internal sealed class Leaks(string storage, string keys)
{
    /// <summary>From now on no conversation opens, as after damage on the disk: whatever its chat says is parked.</summary>
    public void DamageConversations() => Write(db =>
    {
        foreach (var chat in db.GetCollection(Rows.Chats).FindAll().Where(c => !c["b"].IsNull).ToList())
        {
            chat["b"].AsBinary[^1] ^= 1;
            db.GetCollection(Rows.Chats).Update(chat);
        }
    });

    /// <summary>Parked messages, opened.</summary>
    public List<string> Parked()
    {
        using var folder = KeyFolder.Open(keys, storage, dataExists: true);
        using var file = LiteDbFile.Open(Database);
        return [.. file.Db.GetCollection(Rows.Parked).FindAll().ToList()
            .Select(d => JsonSerializer.Deserialize(folder.Cipher.Decrypt(Rows.Parked, d["_id"].AsString, "b", d["b"].AsBinary), StoredJson.Incoming)).OfType<Incoming.Words>().Select(w => w.Text)];
    }

    /// <summary>A message in the field that is encrypted otherwise, by the program's own transaction: in the log first, and at the next start in the database.</summary>
    public void IntoEachCollection(Func<string, string> value)
    {
        Write(db =>
        {
            foreach (var name in Rows.All)
                db.GetCollection(name).Insert(new BsonDocument { ["_id"] = "leak", ["b"] = JsonSerializer.SerializeToUtf8Bytes(new Incoming.Words(ChatKey.Office, "1", value(name)), StoredJson.Incoming) });
        });
        LiteDbFile.Open(Database).Dispose();
    }

    /// <summary>By the program's own keeping of documents, with a cipher that gives back what it was given.</summary>
    public void IntoDocuments(string value) =>
        new DocumentFiles(Path.Combine(storage, "documents"), TimeProvider.System).Keep(DocumentFiles.NewId(), System.Text.Encoding.UTF8.GetBytes(value), plain => plain.ToArray());

    private string Database => Path.Combine(storage, "bansosbot.db");

    private void Write(Action<LiteDatabase> change)
    {
        using var file = LiteDbFile.Open(Database);
        file.Begin();
        change(file.Db);
        file.Commit();
    }
}
