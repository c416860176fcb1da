using System.CommandLine;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Commands.Import;

/// <summary>What somebody says of columns that were read wrongly.</summary>
internal sealed class ColumnOption
{
    private static readonly string[] Meanings = [.. Enum.GetNames<Holds>().Where(n => n != nameof(Holds.Unknown)).Select(n => char.ToLowerInvariant(n[0]) + n[1..])];

    public Option<string[]> Option { get; } = new("--column") { HelpName = "HEADING=MEANING", Description = $"What a column holds where it was read wrongly. One of {string.Join(", ", Meanings)}." };

    /// <returns>By <see cref="ColumnMeanings.KeyOf"/>.</returns>
    /// <exception cref="WrongUseException">One says nothing of a column.</exception>
    public Dictionary<string, Holds> In(ParseResult parsed)
    {
        var columns = new Dictionary<string, Holds>();
        foreach (var one in parsed.GetValue(Option) ?? [])
        {
            var at = one.LastIndexOf('=');
            var key = at > 0 ? ColumnMeanings.KeyOf(one[..at]) : "";
            if (key.Length == 0 || !Meanings.Contains(one[(at + 1)..], StringComparer.OrdinalIgnoreCase))
                throw new WrongUseException([$"--column: a heading, \"=\" and one of {string.Join(", ", Meanings)}. Example: --column \"NO INDUK=nik\""]);
            columns[key] = Enum.Parse<Holds>(one[(at + 1)..], ignoreCase: true);
        }

        return columns;
    }
}
