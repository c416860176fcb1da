namespace BansosBot.Domain.Documents;

/// <summary>Names one kept file: 128 random bits, written as 32 small hexadecimal digits. Says nothing about
/// anybody.</summary>
public sealed record DocumentId
{
    /// <summary>16: nobody guesses it, and no two are ever the same.</summary>
    public const int RandomBytes = 16;

    private readonly string digits;

    private DocumentId(string digits) => this.digits = digits;

    /// <param name="random">Exactly <see cref="RandomBytes"/>, from a cryptographic source.</param>
    public static DocumentId From(ReadOnlySpan<byte> random) =>
        random.Length == RandomBytes
            ? new DocumentId(Convert.ToHexStringLower(random))
            : throw new ArgumentException("A document's id is 16 random bytes.", nameof(random));

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else, so that no path can be smuggled
    /// in.</summary>
    public static DocumentId? Parse(string? written) =>
        written is { Length: 2 * RandomBytes } && written.All(char.IsAsciiHexDigitLower) ? new DocumentId(written) : null;

    public override string ToString() => digits;
}
