using System.Collections.Immutable;

namespace BansosBot.Domain;

/// <summary>Words as a person sees them. No channel's markup is in them: an asterisk is an asterisk.</summary>
/// <param name="Text">Lines end with <c>\n</c>.</param>
/// <param name="Bold">In order, without overlap, never empty.</param>
public sealed record Worded(string Text, ImmutableArray<BoldRange> Bold)
{
    public static Worded Plain(string text) => new(text, []);

    public bool Equals(Worded? other) =>
        other is not null && Text == other.Text && Bold.AsSpan().SequenceEqual(other.Bold.AsSpan());

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>How much only: the words can be somebody's life.</summary>
    public override string ToString() => $"{Text.Length} characters, {Bold.Length} bold";
}

/// <summary>What of a text stands out, in UTF-16 units, as Telegram's entities and .NET's strings count.</summary>
public readonly record struct BoldRange(int Start, int Length)
{
    public int End => Start + Length;
}
