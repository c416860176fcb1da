using System.Text.RegularExpressions;

namespace BansosBot.Tests.Texts;

/// <summary>Text keys as source files name them: whole, or with holes where the rest is known only at run time.</summary>
/// <param name="Whole"><c>"Menu.Greeting"</c>.</param>
/// <param name="WithHoles"><c>$"Odd.{odd.Kind}"</c> as a pattern. More than one hole names no key in particular and is left out.</param>
internal sealed partial record KeysInCode(IReadOnlySet<string> Whole, IReadOnlyList<Regex> WithHoles)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    public static KeysInCode Of(params IEnumerable<string> sources)
    {
        var (whole, holes) = (new HashSet<string>(), new List<Regex>());
        foreach (var source in sources)
        {
            var code = Comment().Replace(source, "");
            foreach (Match key in WholeKey().Matches(code)) whole.Add(key.Groups["key"].Value);
            foreach (Match key in KeyWithHole().Matches(code))
                holes.Add(new($"^{Regex.Escape(key.Groups["before"].Value)}[A-Za-z0-9_]+{Regex.Escape(key.Groups["after"].Value)}$", RegexOptions.None, Soon));
        }

        return new(whole, holes);
    }

    public bool Name(string key) => Whole.Contains(key) || WithHoles.Any(h => h.IsMatch(key));

    /// <summary>Whole keys that lie beside those of the book, and are not in it: mistyped, or their text was forgotten.</summary>
    public IEnumerable<string> Without(IReadOnlySet<string> texts)
    {
        var heads = texts.Select(k => k.Split('.')[0]).ToHashSet();
        return Whole.Where(k => heads.Contains(k.Split('.')[0]) && !texts.Contains(k)
            && !texts.Any(t => t.StartsWith(k + ".", StringComparison.Ordinal)));          // the beginning that a step's texts share
    }

    [GeneratedRegex("(?<=\")(?<!\\$\")(?<key>[A-Z][A-Za-z]+(?:\\.[A-Za-z0-9_]+)+)(?=\")", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex WholeKey();

    [GeneratedRegex("(?<=\\$\")(?<before>[A-Z][A-Za-z0-9_.]*)\\{[^}\"]*\\}(?<after>[A-Za-z0-9_.]*)(?=\")", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex KeyWithHole();

    [GeneratedRegex("^ *///.*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Comment();
}
