namespace BansosBot.Registry;

/// <summary>What separates the columns of a text: told by its first line (<c>sep=;</c>), or the sign that stands equally often in most rows.
/// Indonesian Excel writes a semicolon, since the comma is its decimal sign.</summary>
internal static class ColumnSeparator
{
    /// <summary>So much of the beginning is looked at.</summary>
    public const int SignsMax = 32 * 1024;

    private const int LinesMax = 100;

    private static readonly char[] Known = [';', ',', '\t', '|'];

    /// <returns>The sign, and whether a line of its own told it.</returns>
    public static (char Separator, bool IsTold) Of(IReadOnlyList<string> lines)
    {
        if (lines is [var first, ..] && first.Trim('\uFEFF', ' ', '"') is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var told, ..]) return (told, true);
        var counts = lines.Take(LinesMax).Where(l => l.Length > 0).Select(l => Known.Select(s => Outside(l, s)).ToArray()).ToList();
        var best = Enumerable.Range(0, Known.Length)
            .Select(i => (Sign: Known[i], Usual: counts.Select(c => c[i]).Where(n => n > 0).GroupBy(n => n).OrderByDescending(g => g.Count() * g.Key).FirstOrDefault()))
            .Where(s => s.Usual is not null).OrderByDescending(s => s.Usual!.Count() * s.Usual!.Key).FirstOrDefault();
        return (best.Usual is null ? ';' : best.Sign, false);
    }

    private static int Outside(string line, char sign)
    {
        var (count, isQuoted) = (0, false);
        foreach (var c in line)
        {
            if (c == '"') isQuoted = !isQuoted;
            else if (c == sign && !isQuoted) count++;
        }
        return count;
    }
}
