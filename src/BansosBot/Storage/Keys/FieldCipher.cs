using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BansosBot.Storage.Keys;

/// <summary>Encrypts one field of one document with the key of the person it is about (AES-256-GCM).</summary>
/// <remarks>
/// Stored, for ever: version 1 (1 byte), slot (4, little-endian), nonce (12), ciphertext, tag (16). Tied to its place: the
/// associated data is the version, the slot, and collection, id, field, each after its length in bytes (2, little-endian), so a value
/// moved to another person, document or field does not decrypt. Any thread.
/// </remarks>
public sealed class FieldCipher(SubjectKeys keys)
{
    private const byte Version = 1;
    private const int SlotAt = 1, NonceAt = 5, CipherAt = NonceAt + DataKey.NonceBytes, HeadBytes = NonceAt, StackBytesMax = 512;

    private long opened;

    /// <summary>Fields decrypted so far: a test that two answers are the same work counts them.</summary>
    internal long Opened => Interlocked.Read(ref opened);

    /// <summary>Bytes that encrypting adds.</summary>
    public const int OverheadBytes = CipherAt + DataKey.TagBytes;

    /// <exception cref="ErasedException">The person's key is gone.</exception>
    /// <exception cref="ArgumentException">No such slot was ever given out.</exception>
    public byte[] Encrypt(KeySlot slot, string collection, string id, string field, ReadOnlySpan<byte> plain)
    {
        var closed = new byte[plain.Length + OverheadBytes];
        closed[0] = Version;
        BinaryPrimitives.WriteInt32LittleEndian(closed.AsSpan(SlotAt), slot.Number);
        var nonce = closed.AsSpan(NonceAt, DataKey.NonceBytes);

        var bytesMax = PlaceBytesMax(collection, id, field);
        var place = bytesMax <= StackBytesMax ? stackalloc byte[StackBytesMax] : new byte[bytesMax];
        place = place[..WritePlace(place, closed, collection, id, field)];

        DataKey key;
        do key = keys.Find(slot, nonce) ?? throw new ArgumentException($"There is no key in slot {slot.Number}.", nameof(slot));
        while (!key.TryEncrypt(nonce, plain, closed.AsSpan(CipherAt, plain.Length), closed.AsSpan(CipherAt + plain.Length), place));
        return closed;
    }

    /// <exception cref="ErasedException">The person's key is gone.</exception>
    /// <exception cref="CannotDecryptException">Changed, moved, cut, or of other keys.</exception>
    public byte[] Decrypt(string collection, string id, string field, ReadOnlySpan<byte> closed)
    {
        Interlocked.Increment(ref opened);
        var slot = SlotOf(closed) ?? throw new CannotDecryptException(collection, field, "it is not what this program writes");
        var bytesMax = PlaceBytesMax(collection, id, field);
        var place = bytesMax <= StackBytesMax ? stackalloc byte[StackBytesMax] : new byte[bytesMax];
        place = place[..WritePlace(place, closed, collection, id, field)];

        var plain = new byte[closed.Length - OverheadBytes];
        try
        {
            DataKey key;
            do key = keys.Find(slot) ?? throw new CannotDecryptException(collection, field, $"there is no key in slot {slot.Number}");
            while (!key.TryDecrypt(closed.Slice(NonceAt, DataKey.NonceBytes), closed[CipherAt..^DataKey.TagBytes], closed[^DataKey.TagBytes..], plain, place));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new CannotDecryptException(collection, field, "it was changed or moved, or the keys are others");
        }
    }

    /// <summary>Whose key a stored value needs; null when it is no such value.</summary>
    public static KeySlot? SlotOf(ReadOnlySpan<byte> closed) =>
        closed.Length >= OverheadBytes && closed[0] == Version ? new KeySlot(BinaryPrimitives.ReadInt32LittleEndian(closed[SlotAt..])) : null;

    private static int PlaceBytesMax(string collection, string id, string field) =>
        HeadBytes + (3 * sizeof(ushort)) + (3 * (collection.Length + id.Length + field.Length));     // UTF-8: at most 3 bytes a char

    private static int WritePlace(Span<byte> place, ReadOnlySpan<byte> closed, string collection, string id, string field)
    {
        closed[..HeadBytes].CopyTo(place);
        var at = HeadBytes;
        WritePart(place, ref at, collection);
        WritePart(place, ref at, id);
        WritePart(place, ref at, field);
        return at;
    }

    private static void WritePart(Span<byte> place, ref int at, string part)
    {
        var length = Encoding.UTF8.GetBytes(part, place[(at + sizeof(ushort))..]);
        BinaryPrimitives.WriteUInt16LittleEndian(place[at..], checked((ushort)length));
        at += sizeof(ushort) + length;
    }
}
