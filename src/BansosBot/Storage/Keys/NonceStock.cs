using System.Security.Cryptography;

namespace BansosBot.Storage.Keys;

/// <summary>Random nonces bought by the hundred: one by one, the system's generator costs a third of an encryption.</summary>
/// <remarks>The owner locks. Each is handed out once.</remarks>
internal sealed class NonceStock
{
    private readonly byte[] stock = new byte[256 * DataKey.NonceBytes];
    private int used;

    public NonceStock() => used = stock.Length;

    public void Take(Span<byte> nonce)
    {
        if (used == stock.Length)
        {
            RandomNumberGenerator.Fill(stock);
            used = 0;
        }

        stock.AsSpan(used, DataKey.NonceBytes).CopyTo(nonce);
        used += DataKey.NonceBytes;
    }
}
