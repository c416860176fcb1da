using System.Text.RegularExpressions;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>NIK and name in one cell, the other left empty: "3673... - SITI AMINAH".</summary>
internal static partial class NikAndName
{
    /// <summary>Null: the cell holds not both, or the other is not empty.</summary>
    public static (RawCell Nik, RawCell Name)? Apart(RawCell nik, RawCell name)
    {
        var both = name.IsEmpty ? nik : LongNumberCell.IsNone(nik.AsText) ? name : default;
        if (both.Kind != CellKind.Text || Both().Match(both.AsText) is not { Success: true } match) return null;
        var words = (match.Groups["before"].Value + match.Groups["after"].Value).Trim(' ', '-', '/', ',', ':', ';', '|', '(', ')', '\n', '\r', '\t');
        return words.Count(char.IsLetter) >= 2 && !words.Any(char.IsAsciiDigit) ? (RawCell.Of(match.Groups["nik"].Value), RawCell.Of(words)) : null;
    }

    [GeneratedRegex(@"^(?<before>[^0-9]*)(?<nik>[0-9]{16})(?<after>[^0-9]*)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Both();
}
