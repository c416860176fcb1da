using System.Security.Cryptography;

namespace BansosBot.Storage.Keys;

/// <summary>One person's key, ready for use. An <see cref="AesGcm"/> serves one caller at a time, so it carries its lock.</summary>
internal sealed class DataKey : IDisposable
{
    public const int Bytes = 32, NonceBytes = 12, TagBytes = 16;
    private readonly Lock gate = new();
    private AesGcm? cipher;

    /// <remarks>Takes a copy into the cipher; the caller wipes the span.</remarks>
    public DataKey(ReadOnlySpan<byte> key) => cipher = new AesGcm(key, TagBytes);

    /// <returns>False: it left the cache meanwhile; ask for it again.</returns>
    public bool TryEncrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, Span<byte> into, Span<byte> tag, ReadOnlySpan<byte> place)
    {
        lock (gate)
        {
            cipher?.Encrypt(nonce, plain, into, tag, place);
            return cipher is not null;
        }
    }

    /// <inheritdoc cref="TryEncrypt"/>
    /// <exception cref="AuthenticationTagMismatchException">Changed or moved.</exception>
    public bool TryDecrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> closed, ReadOnlySpan<byte> tag, Span<byte> into, ReadOnlySpan<byte> place)
    {
        lock (gate)
        {
            cipher?.Decrypt(nonce, closed, tag, into, place);
            return cipher is not null;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            cipher?.Dispose();
            cipher = null;
        }
    }
}
