using System.Security.Cryptography;
using System.Text;

namespace BansosBot.Storage.Keys;

/// <summary>The key that wraps all other keys, and encrypts nothing else. One line of text, so that it can also be kept on paper.</summary>
/// <remarks><c>bansosbot-master-key 1 ID KEY CHECK</c>: 8 hex digits, 32 bytes in base64, and the first 8 hex digits of the SHA-256 of
/// what stands before them.</remarks>
internal sealed class MasterKey : IDisposable
{
    public const string FileName = "master.key";
    private const string Mark = "bansosbot-master-key 1";
    private const int NonceBytes = 12, TagBytes = 16;
    public const int WrapBytes = NonceBytes + TagBytes;     // a wrapped key is that much longer
    private readonly AesGcm cipher;
    private readonly Lock gate = new();                     // one AesGcm, one caller at a time

    private MasterKey(string id, byte[] key)
    {
        Id = id;
        cipher = new AesGcm(key, TagBytes);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>8 hex digits by which the other files name it. No secret.</summary>
    public string Id { get; }

    public static string NewText()
    {
        var text = $"{Mark} {RandomNumberGenerator.GetHexString(8, lowercase: true)} {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";
        return $"{text} {Check(text)}\n";
    }

    /// <exception cref="KeyFolderException">Damaged; never says what stood there.</exception>
    public static MasterKey Read(string path, string text)
    {
        var line = text.Trim();
        var end = line.LastIndexOf(' ');
        var parts = line.Split(' ');
        var key = new byte[32];
        return parts.Length == 5 && line.StartsWith(Mark + " ", StringComparison.Ordinal) && Check(line[..end]) == line[(end + 1)..]
            && Convert.TryFromBase64String(parts[3], key, out var count) && count == key.Length
            ? new MasterKey(parts[2], key)
            : throw new KeyFolderException($"'{path}' is damaged: one line 'bansosbot-master-key 1 ID KEY CHECK' is expected. Put it back from the backup of the keys.");
    }

    /// <summary>Encrypts a key into nonce, ciphertext, tag (<see cref="WrapBytes"/> more than the key); <paramref name="purpose"/> ties it to its place.</summary>
    public void Wrap(ReadOnlySpan<byte> key, string purpose, Span<byte> into)
    {
        RandomNumberGenerator.Fill(into[..NonceBytes]);
        lock (gate) cipher.Encrypt(into[..NonceBytes], key, into.Slice(NonceBytes, key.Length), into[^TagBytes..], Encoding.UTF8.GetBytes(purpose));
    }

    /// <returns>False: changed, moved, or wrapped by another master key.</returns>
    public bool TryUnwrap(ReadOnlySpan<byte> wrapped, string purpose, Span<byte> key)
    {
        try
        {
            lock (gate) cipher.Decrypt(wrapped[..NonceBytes], wrapped[NonceBytes..^TagBytes], wrapped[^TagBytes..], key, Encoding.UTF8.GetBytes(purpose));
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    public void Dispose() => cipher.Dispose();

    private static string Check(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)).AsSpan(0, 4));
}
