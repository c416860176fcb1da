using System.Text.RegularExpressions;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>Which tahap of which year a cell names: "Tahap 2", "TW III 2025", "2025/2", "4".</summary>
public static partial class RoundCell
{
    private const int RoundMax = 12;

    private static readonly string[] Roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    /// <param name="text">As written; null: the list does not say.</param>
    /// <param name="asked">Of the list as a whole: the year, and the tahap where its rows name none.</param>
    /// <returns>Null: no tahap is named, neither here nor for the list.</returns>
    public static Period? Read(string? text, Period asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var plain = Typed.Plain(text ?? "").ToLowerInvariant();
        var year = Year().Match(plain) is { Success: true } found ? int.Parse(found.Value, System.Globalization.CultureInfo.InvariantCulture) : asked.Year;
        var rest = Year().Replace(plain, " ", 1);
        var word = Words().Match(rest) is { Success: true } named ? named.Groups["n"].Value : rest.Trim(' ', '/', '-', '.', '#');
        var round = int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : Array.IndexOf(Roman, word) + 1;
        return round is >= 1 and <= RoundMax ? new Period(year, round) : asked.Round is null ? null : asked with { Year = year };
    }

    [GeneratedRegex("20[0-9]{2}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?:tahap|termin|triwulan|thp|tw|periode|ke)[ .:#-]*(?<n>[0-9]{1,2}|[ivx]{1,4})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
