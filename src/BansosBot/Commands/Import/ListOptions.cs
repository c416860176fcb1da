using System.CommandLine;
using System.Globalization;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;

namespace BansosBot.Commands.Import;

/// <summary>Of which programme and period a list is: it says so in words only, or not at all.</summary>
internal sealed class ListOptions
{
    private const string Usual = "yapi";

    public Option<string?> Programme { get; } = new("--programme") { HelpName = "NAME", Description = $"Of which programme; without it, {Usual}." };

    public Option<string?> Period { get; } = new("--period") { HelpName = "YEAR[/ROUND]", Description = "For which year, and which round (tahap) of it; without it, this year. Example: 2025/2" };

    public string ProgrammeIn(ParseResult parsed) => parsed.GetValue(Programme) ?? Usual;

    public Period PeriodIn(ParseResult parsed, Call call)
    {
        if (parsed.GetValue(Period) is not { } said) return new(call.Today().Year, null);
        var parts = said.Split('/');
        if (parts.Length <= 2 && Number(parts[0]) is >= 2000 and <= 2100 and var year && (parts.Length == 1 || Number(parts[1]) is >= 1 and <= 99)) return new(year, parts.Length == 1 ? null : Number(parts[1]));
        throw new WrongUseException(["--period: a year, or a year and a round. Example: --period 2025/2"]);
    }

    /// <exception cref="WrongUseException">No programme has this name.</exception>
    public static void MustKnow(Talk talk, string programme)
    {
        var all = talk.Errands.Select(e => e.Programme?.Name).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        if (!all.Contains(programme)) throw new WrongUseException([$"--programme: no such programme; one of {string.Join(", ", all)}. Example: --programme {Usual}"]);
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
