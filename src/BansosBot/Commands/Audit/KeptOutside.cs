using System.Globalization;

namespace BansosBot.Commands.Audit;

/// <summary>An entry of the chain as it was written down outside, in a receipt or by an earlier <c>audit verify</c>: who changes the database does not reach it there.</summary>
/// <param name="Place">File and line, for people.</param>
/// <param name="Chain">From 1.</param>
/// <param name="Number">The entry's, from 1; 0 where the chain was still empty.</param>
/// <param name="Hash">The first 12 to 64 characters of the entry's hash, in lower-case hex.</param>
internal sealed record KeptOutside(string Place, int Chain, long Number, string Hash)
{
    /// <summary>A receipt bears so many characters of the hash.</summary>
    public const int HashLengthMin = 12;

    /// <summary>Whether what was written down still stands in the chain, which was walked from its first entry.</summary>
    public Compared With(WalkedChain walked) =>
        Chain != WalkedChain.Only ? new(Likeness.Missing, $"there is no chain {Chain} here.")
        : walked.BreaksAt is { } broken && Number >= broken ? new(Likeness.Different, $"it stands at or behind entry {broken}, where the chain breaks.")
        : Number > walked.Entries ? new(Likeness.Missing, $"the chain ends at entry {walked.Entries}; what came after was cut off.")
        : !walked.HashOf(Number).StartsWith(Hash, StringComparison.Ordinal) ? new(Likeness.Different, "another hash stands there: the chain was written anew, or changed and closed again.")
        : new(Likeness.Held, "it stands in the chain as it was written down.");

    /// <summary>A line of the result.</summary>
    public string Line(Compared compared) => string.Create(
        CultureInfo.InvariantCulture, $"{compared.Likeness switch { Likeness.Held => "held", Likeness.Missing => "MISSING", _ => "DIFFERENT" },-9} {Place}, entry {Number}: {compared.Why}");
}

/// <summary>What became of something written down outside.</summary>
internal sealed record Compared(Likeness Likeness, string Why);

/// <summary>Held is the good one.</summary>
internal enum Likeness
{
    Held,

    /// <summary>The chain ends before it.</summary>
    Missing,

    /// <summary>Something else stands there.</summary>
    Different,
}
