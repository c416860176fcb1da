namespace BansosBot.Domain.Applications;

/// <summary>
/// What the link "Lanjut di Telegram" bears: 128 bits of chance, good for one use and a short time. Never proof alone: who
/// opens the link is asked for the child's birth date (design.md, "Start payloads"). Prints masked.
/// </summary>
public sealed record JoiningCode
{
    /// <summary>How many random bytes <see cref="Of"/> takes.</summary>
    public const int RandomBytes = 16;

    /// <summary>Before the code in a start payload.</summary>
    public const string Prefix = "w_";

    private readonly string digits;

    private JoiningCode(string digits) => this.digits = digits;

    /// <summary>How long a link is good: the person has both screens at hand.</summary>
    public static TimeSpan GoodFor { get; } = TimeSpan.FromMinutes(15);

    /// <param name="random">From a cryptographic source: the code is a key.</param>
    public static JoiningCode Of(ReadOnlySpan<byte> random) => random.Length == RandomBytes
        ? new(Convert.ToHexStringLower(random))
        : throw new ArgumentException("Sixteen bytes make a code.", nameof(random));

    /// <summary>Reads it from a link; nobody types it. Null: it is none.</summary>
    public static JoiningCode? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == RandomBytes * 2 && text.All(char.IsAsciiHexDigitLower) ? new(text) : null;
    }

    /// <summary>For the link, and for the keyed hash that it is found by. Callers are few and listed in LayoutTests.</summary>
    public string Reveal() => digits;

    public override string ToString() => $"{digits[..2]}***";
}

/// <summary>What a joining link opens.</summary>
/// <param name="From">The conversation that offered it, as it is now.</param>
/// <param name="Cases">Its cases.</param>
/// <param name="Wishes">Of which hand-outs it wishes to hear, oldest first.</param>
/// <param name="Until">The link is good so long.</param>
public sealed record JoiningOffer(
    Conversations.Conversation From, System.Collections.Immutable.ImmutableArray<Application> Cases, System.Collections.Immutable.ImmutableArray<Schedules.Wish> Wishes, DateTimeOffset Until)
{
    public override string ToString() => $"Offer of {From.Chat}";
}
