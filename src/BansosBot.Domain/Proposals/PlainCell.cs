namespace BansosBot.Domain.Proposals;

/// <summary>Text as it may stand in a cell of a sheet: whatever somebody typed, no program that opens the sheet takes it for a formula.</summary>
/// <remarks>A cell is text in our own file, but sheets are saved as CSV and opened again, where a text that begins so is worked out (CSV injection, OWASP).</remarks>
public static class PlainCell
{
    // The wide ones are made narrow by some programs before they look.
    private const string Starts = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>The same text, with an apostrophe before a formula's sign, and blanks for tabs, line ends and other signs that cannot be seen.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var seen = string.Create(text.Length, text, (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = char.IsControl(from[i]) || (char.IsSurrogate(from[i]) && !IsPaired(from, i)) || from[i] >= '\uFFFE' ? ' ' : from[i];
        }).Trim();
        return seen.Length > 0 && Starts.Contains(seen[0]) ? "'" + seen : seen;
    }

    // Half a pair is no letter, and XML holds none.
    private static bool IsPaired(string text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0 && char.IsHighSurrogate(text[i - 1]);
}
