using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BansosBot.Storage.Keys;

/// <summary>Turns what must be found (a NIK, a phone) into 22 letters that only this office's keys can make again.</summary>
/// <remarks>The keys are random, wrapped by the master key: rotating that one changes no hash. Any thread.</remarks>
public sealed class KeyedHashes
{
    public const string FileName = "hashes.key";
    private const string Mark = "bansosbot-hash-keys 1";
    private const int KeyBytes = 32, KeptBytes = 16, StackBytesMax = 256;
    private readonly byte[][] keys = new byte[Enum.GetValues<Hashed>().Length][];
    private long made;

    /// <summary>Hashes so far: a test that two answers are the same work counts them.</summary>
    internal long Made => Interlocked.Read(ref made);

    private KeyedHashes()
    {
    }

    /// <summary>HMAC-SHA-256, its first 16 bytes as 22 letters of base64url.</summary>
    /// <remarks>Give the value in the one spelling it is searched by; "0812" and "+62812" are two hashes.</remarks>
    public string Hash(Hashed what, ReadOnlySpan<byte> value)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(keys[(int)what], value, mac);
        Interlocked.Increment(ref made);
        return Base64Url.EncodeToString(mac[..KeptBytes]);
    }

    /// <inheritdoc cref="Hash(Hashed, ReadOnlySpan{byte})"/>
    public string Hash(Hashed what, ReadOnlySpan<char> value)
    {
        var bytesMax = Encoding.UTF8.GetMaxByteCount(value.Length);
        var bytes = bytesMax <= StackBytesMax ? stackalloc byte[StackBytesMax] : new byte[bytesMax];
        return Hash(what, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
    }

    /// <summary>All keys, those of <paramref name="known"/> kept, new ones for the rest.</summary>
    internal static KeyedHashes Complete(KeyedHashes? known, out bool added)
    {
        var all = new KeyedHashes();
        added = false;
        foreach (var what in Enum.GetValues<Hashed>())
        {
            all.keys[(int)what] = known?.keys[(int)what] ?? RandomNumberGenerator.GetBytes(KeyBytes);
            added |= known?.keys[(int)what] is null;
        }

        return all;
    }

    /// <summary>A line for each key, and one that seals them all, so that a lost line shows.</summary>
    internal string Write(MasterKey master)
    {
        var text = new StringBuilder($"{Mark} {master.Id}\n");
        var wrapped = new byte[KeyBytes + MasterKey.WrapBytes];
        foreach (var what in Enum.GetValues<Hashed>())
        {
            master.Wrap(keys[(int)what], Purpose(what), wrapped);
            text.Append(what).Append(' ').Append(Convert.ToBase64String(wrapped)).Append('\n');
        }

        master.Wrap(SHA256.HashData(Encoding.ASCII.GetBytes(text.ToString())), FileName, wrapped);
        return text.Append("seal ").Append(Convert.ToBase64String(wrapped)).Append('\n').ToString();
    }

    /// <returns>What the file holds; purposes that a newer program added are missing.</returns>
    internal static KeyedHashes Read(string path, string text, MasterKey master)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var head = lines[0].Split(' ');
        if (!lines[0].StartsWith(Mark + " ", StringComparison.Ordinal)) throw Damaged(path);
        if (head[^1] != master.Id)
            throw new KeyFolderException($"'{path}' belongs to master key {head[^1]}, but {MasterKey.FileName} is {master.Id}. Put back the files that belong together, from one backup of the keys.");

        var body = text[..Math.Max(text.LastIndexOf("seal ", StringComparison.Ordinal), 0)];
        if (!SHA256.HashData(Encoding.ASCII.GetBytes(body)).AsSpan().SequenceEqual(Unwrap(path, lines[^1], "seal", FileName, master))) throw Damaged(path);

        var known = new KeyedHashes();
        foreach (var what in Enum.GetValues<Hashed>())
        {
            if (Array.Find(lines, line => line.StartsWith($"{what} ", StringComparison.Ordinal)) is { } line)
                known.keys[(int)what] = Unwrap(path, line, what.ToString(), Purpose(what), master);
        }

        return known;
    }

    private static string Purpose(Hashed what) => $"{FileName}/{what}";

    private static byte[] Unwrap(string path, string line, string name, string purpose, MasterKey master)
    {
        var wrapped = new byte[KeyBytes + MasterKey.WrapBytes];
        var key = new byte[KeyBytes];
        return line.StartsWith(name + " ", StringComparison.Ordinal)
            && Convert.TryFromBase64String(line[(name.Length + 1)..], wrapped, out var count) && count == wrapped.Length
            && master.TryUnwrap(wrapped, purpose, key) ? key : throw Damaged(path);
    }

    private static KeyFolderException Damaged(string path) => new(
        $"'{path}' is damaged: its seal does not fit. Put it back from the backup of the keys.");
}
