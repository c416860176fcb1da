using System.Text.RegularExpressions;

namespace BansosBot.Programmes;

/// <summary>Why a file is no YAML, for somebody who never heard of it. The library speaks of scalars and block collections.</summary>
internal static partial class YamlFault
{
    private const string Colon = "A colon within the text. Put the text in quotes: \"Jam buka: 08.00\"";

    private const string Quote = "A quote begins here and does not end. Put one at its end too: \"Jam buka: 08.00\"";

    private const string NoColon = "This line is no key with a colon, nor does it stand under the text that it goes on with. Write a key and a colon: \"version: 1\"";

    private const string Column =
        "This line does not stand under the ones that it belongs to. Lines of one place begin with the same number of spaces, two more than what they belong to. "
        + "Example: \"  - step: letter\", below it \"    kind: documents\"";

    /// <param name="message">What the library said (YamlDotNet: Scanner.cs, Parser.cs).</param>
    /// <param name="row">The line that it names.</param>
    public static string InPlainWords(string message, string row)
    {
        bool Says(string words) => message.Contains(words, StringComparison.OrdinalIgnoreCase);
        if (Says("quoted")) return Quote;
        if (SignAtStart().Match(row) is { Success: true } sign) return $"The text begins with {sign.Groups["sign"].Value}, which YAML takes for its own. Put it in quotes: \"*Gratis* dan cepat\"";
        if (Says("invalid mapping") || Says("mapping values")) return Colon;
        if (Says("simple key") || (Says("expected key") && !row.Contains(':', StringComparison.Ordinal) && !row.TrimStart().StartsWith('-'))) return NoColon;
        if (Says("did not find expected") || Says("indentation")) return Column;
        return $"{message.TrimEnd('.')}. A text with a colon, # or a sign at its start stands in quotes: \"Jam buka: 08.00\"";
    }

    [GeneratedRegex(@"^\s*(- )?[^\s:]+:\s+(?<sign>[*&!@%`{\[])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SignAtStart();
}
