namespace BansosBot.Texts;

/// <summary>A number in Indonesian words, as on a receipt. Ours, since Humanizer 3.0.10 writes English here.</summary>
internal static class Terbilang
{
    /// <summary>The largest number it knows: below a thousand trillion (10^15).</summary>
    public const long Max = 999_999_999_999_999;

    private static readonly string[] Small =
    [
        "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
    ];

    private static readonly (long Size, string Name)[] Large =
    [
        (1_000_000_000_000, "triliun"), (1_000_000_000, "miliar"), (1_000_000, "juta"), (1_000, "ribu"), (100, "ratus"), (10, "puluh"),
    ];

    /// <param name="n">0 .. <see cref="Max"/>.</param>
    public static string Of(long n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, Max);
        if (n < Small.Length) return Small[n];
        if (n < 20) return $"{Small[n - 10]} belas";
        var (size, name) = Large.First(l => n >= l.Size);
        // A single ten, hundred, thousand is "se-"; a single million is "satu juta".
        var head = n / size == 1 && size <= 1_000 ? $"se{name}" : $"{Of(n / size)} {name}";
        return n % size == 0 ? head : $"{head} {Of(n % size)}";
    }
}
