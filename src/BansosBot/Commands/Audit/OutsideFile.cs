using System.Globalization;
using System.Text.RegularExpressions;

namespace BansosBot.Commands.Audit;

/// <summary>A text file with what was written down of the chain outside: receipts as they were received, or what <c>audit verify</c> printed.</summary>
internal sealed partial class OutsideFile
{
    // Chats of a whole year, copied into one file, are a fraction of it.
    private const int BytesMax = 4 * 1024 * 1024;

    private readonly string option, expected, example;
    private readonly Regex pattern;

    private OutsideFile(string option, Regex pattern, string expected, string example) => (this.option, this.pattern, this.expected, this.example) = (option, pattern, expected, example);

    /// <summary>A guardian's receipt, copied out of the chat.</summary>
    public static OutsideFile Receipt { get; } = new("--receipt", ReceiptLine(), "the receipt as the guardian received it", "\"Bukti catatan: nomor 2, tanda 0a1b2c3d4e5f.\"");

    /// <summary>What an earlier <c>audit verify</c> printed, or the morning message of a head of division, copied out of the chat.</summary>
    public static OutsideFile Anchor { get; } =
        new("--anchor", AnchorLine(), "a line that audit verify printed, or a head of division's morning message", $"\"whole: 2 entries in chain 1, head {string.Concat(Enumerable.Repeat("0a1b2c3d", 8))}\"");

    /// <summary>The line that <see cref="Anchor"/> reads.</summary>
    public static string LineOf(WalkedChain walked) => string.Create(CultureInfo.InvariantCulture, $"whole: {walked.Entries} entries in chain {WalkedChain.Only}, head {walked.Head}");

    /// <returns>All of them, at least one.</returns>
    /// <exception cref="WrongUseException">There is no such file, none is in it, or one is not whole.</exception>
    public IReadOnlyList<KeptOutside> Read(string path)
    {
        var text = Text(path);
        var found = pattern.Matches(text).Select(m => Of(m, $"{path}:{text.AsSpan(0, m.Index).Count('\n') + 1}")).ToList();
        return found.Count > 0 ? found : throw Wrong($"'{path}' has no such line");
    }

    // One that is not whole is a mistake and not passed over: who gave it would think that it was looked at.
    private KeptOutside Of(Match match, string place)
    {
        var (chain, hash) = (WalkedChain.Only, match.Groups["hash"].Value.ToLowerInvariant());
        var isWhole = long.TryParse(match.Groups["number"].Value.Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && (!match.Groups["chain"].Success || int.TryParse(match.Groups["chain"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out chain))
            && hash.Length is >= KeptOutside.HashLengthMin and <= 64 && hash.All(char.IsAsciiHexDigit);
        return isWhole ? new(place, chain, number, hash) : throw Wrong($"{place}: the line is not whole, it has a number and {KeptOutside.HashLengthMin} to 64 characters out of 0-9 and a-f");
    }

    private string Text(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > BytesMax }) throw Wrong($"'{path}' is larger than {BytesMax / (1024 * 1024)} MB");
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Wrong(Directory.Exists(path) ? $"'{path}' is a folder" : File.Exists(path) ? $"'{path}' cannot be read by this user" : $"there is no file '{path}'");
        }
    }

    private WrongUseException Wrong(string what) => new([$"{option}: {what}. A text file with {expected} is expected. Example of its line: {example}"]);

    // People keep receipts for years: when the sentence changes (Receipt.Anchor in Texts), the old one is still read here. Line ends and
    // capitals are as the copying left them; the number may have dots, 1.234. With its first two words it is meant, also where it is not whole.
    [GeneratedRegex(
        @"bukti\s+catatan\W+nomor\s+(?<number>\S+?),?\s+tanda\s+(?<hash>\w*)|nomor\s+(?<number>[0-9.]+),?\s+tanda\s+(?<hash>[0-9a-f]{12,64})\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ReceiptLine();

    [GeneratedRegex(
        @"(?<number>[0-9]+)\s+entries(\s+in\s+chain\s+(?<chain>[0-9]+))?,\s+head\s+(?<hash>\w+)|rantai\s+(?<chain>\S+?),?\s+nomor\s+(?<number>\S+?),?\s+tanda\s+(?<hash>\w*)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex AnchorLine();
}
