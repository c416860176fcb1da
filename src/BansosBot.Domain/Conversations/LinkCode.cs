namespace BansosBot.Domain.Conversations;

/// <summary>
/// What a link of one use bears: 128 bits of chance. It is kept as a keyed hash and never proof alone (design.md, "Start payloads"). Prints masked.
/// </summary>
public sealed record LinkCode
{
    /// <summary>How many random bytes <see cref="Of"/> takes.</summary>
    public const int RandomBytes = 16;

    private readonly string digits;

    private LinkCode(string digits) => this.digits = digits;

    /// <param name="random">From a cryptographic source: the code is a key.</param>
    public static LinkCode Of(ReadOnlySpan<byte> random) => random.Length == RandomBytes
        ? new(Convert.ToHexStringLower(random))
        : throw new ArgumentException("Sixteen bytes make a code.", nameof(random));

    /// <summary>Reads it from a link; nobody types it. Null: it is none.</summary>
    public static LinkCode? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == RandomBytes * 2 && text.All(char.IsAsciiHexDigitLower) ? new(text) : null;
    }

    /// <summary>For the link, and for the keyed hash that it is found by. Callers are few and listed in LayoutTests.</summary>
    public string Reveal() => digits;

    public override string ToString() => $"{digits[..2]}***";
}
