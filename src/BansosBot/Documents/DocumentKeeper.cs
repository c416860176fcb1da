using BansosBot.Domain.Documents;
using BansosBot.Storage.Keys;

namespace BansosBot.Documents;

/// <summary>Keeps documents, each under a key of its own: a document is erased by its key and its file, whoever it belonged to.</summary>
/// <remarks>Its name is the file's id; the key's slot stands in the ciphertext's head.</remarks>
public sealed class DocumentKeeper(DocumentFiles files, KeyFolder keys)
{
    private const string Collection = "documents";
    private const string Field = "content";

    /// <returns>The document's name. It is on the disk; the commit that names it comes after.</returns>
    public string Keep(ReadOnlyMemory<byte> content)
    {
        var (id, slot) = (DocumentFiles.NewId(), keys.Subjects.New());
        keys.Subjects.Flush();
        files.Keep(id, content, plain => keys.Cipher.Encrypt(slot, Collection, id.ToString(), Field, plain.Span));
        return id.ToString();
    }

    /// <exception cref="IOException">Erased, or the disk failed.</exception>
    public byte[] Read(string document)
    {
        var id = Id(document);
        return files.Read(id, closed => keys.Cipher.Decrypt(Collection, document, Field, closed.Span));
    }

    /// <returns>Null: it is erased.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public byte[]? Find(string document)
    {
        try
        {
            return Read(document);
        }
        catch (Exception e) when (e is FileNotFoundException or CannotDecryptException or ErasedException)
        {
            return null;
        }
    }

    /// <summary>Gone when this returns; one that is gone already is no mistake.</summary>
    public void Erase(string document)
    {
        var id = Id(document);
        if (EraseKey(id)) files.Delete(id);
    }

    /// <summary>Erases documents that nothing names, by <see cref="DocumentFiles.Sweep"/>: each by its key, then its file.</summary>
    /// <returns>How many went.</returns>
    /// <exception cref="IOException">The disk failed; the rest is swept next time.</exception>
    public int Sweep(Func<string, bool> isNamed) => files.Sweep(id =>
    {
        if (isNamed(id.ToString())) return true;
        EraseKey(id);
        return false;
    });

    /// <returns>False where there is no such document.</returns>
    private bool EraseKey(DocumentId id)
    {
        try
        {
            // The key that opens it is its own: a damaged head may name somebody else's.
            KeySlot? slot = null;
            files.Read(id, closed =>
            {
                _ = keys.Cipher.Decrypt(Collection, id.ToString(), Field, closed.Span);
                slot = FieldCipher.SlotOf(closed.Span);
                return [];
            });
            if (slot is { } key) keys.Subjects.Erase(key);
            return true;
        }
        catch (Exception e) when (e is CannotDecryptException or ErasedException)
        {
            return true;        // nobody can read it any more; the file goes
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private static DocumentId Id(string document) => DocumentId.Parse(document) ?? throw new ArgumentException("Not the name of a document.", nameof(document));
}
