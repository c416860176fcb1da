using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain.Programmes;
using BansosBot.Texts;
using BansosBot.Texts.Linting;

namespace BansosBot.Programmes.Checks;

/// <summary>The file's texts, by the same linter as the program's own; and what the program fills into them.</summary>
internal static class TextChecks
{
    public static readonly ImmutableArray<Check> All =
    [
        // Not "key": the keys are made of names, and those have checks of their own.
        new("text", s => MistakesIn(TextBook.Of(s.OwnTexts)).Select(m => (LineOf(m.Where), $"{Short(s, m.Key)}: {m.Reason} ({m.Rule})"))),
        new("placeholder", Placeholders),
        new("again", s => from again in s.OwnTexts
                          where again.Key.EndsWith(".Again", StringComparison.Ordinal)
                          from ask in s.OwnTexts
                          where ask.Language == again.Language && ask.Key == again.Key[..^"Again".Length] + "Ask" && ask.Text == again.Text
                          select (LineOf(again.Where), "\"again\" is asked after three answers that were not understood, so it needs other words than \"ask\"")),
        new("repeated-ask", s => s.OwnTexts.Where(t => t.Key.EndsWith(".Ask", StringComparison.Ordinal)).GroupBy(t => (t.Language, t.Text)).SelectMany(g => g.Skip(1).Select(t => (
            LineOf(t.Where), $"The same question stands on line {LineOf(g.First().Where)}: people would think they were not heard. Ask in other words")))),
    ];

    private static IEnumerable<TextMistake> MistakesIn(TextBook book) => book.Mistakes.Where(m => m.Rule != "key").Concat(Linter.Check(book));

    private static IEnumerable<(int, string)> Placeholders(Sheet s)
    {
        foreach (var text in s.OwnTexts)
        {
            var key = text.Key.Split('#')[0];
            var (wanted, allowed) = (Filled(s, key), PeopleIn.Of(s, key));
            var reasons = new List<string>();
            var named = Template.Parse(text.Text, reasons).Names;
            if (reasons.Count > 0) continue;                     // the book says so
            foreach (var missing in wanted.Where(w => !named.Contains(w)))
                yield return (LineOf(text.Where), $"{Short(s, text.Key)}: the text must name {{{missing}}}, which the program fills in. Example: \"Perlu dicek petugas: {{{missing}}}\"");
            foreach (var unknown in named.Where(n => !wanted.Contains(n) && !allowed.Contains(n)))
                yield return (LineOf(text.Where), $"{Short(s, text.Key)}: the program has nothing to fill into {{{unknown}}}. {(allowed.IsEmpty ? "Write the words themselves" : $"It can name {string.Join(", ", allowed.Select(a => $"{{{a}}}"))}")}");
        }
    }

    private static ImmutableArray<string> Filled(Sheet s, string key)
    {
        if (key == ProgrammeTexts.Key(s.Name.Value, ProgrammeTexts.Review) || key == ProgrammeTexts.Key(s.Name.Value, ProgrammeTexts.LikelyNote)) return ["alasan"];
        foreach (var step in s.Threshold)
            if (key == $"{ProgrammeTexts.OfStep(s.Name.Value, step.Name.Value)}.Ask") return step.Kind.Value == "consent" ? ["hasil"] : ["alasan"];

        return [];
    }

    private static string Short(Sheet s, string key) => key.Replace($"Programme.{s.Name}.", "", StringComparison.Ordinal);

    private static int LineOf(string place) => int.Parse(place[(place.LastIndexOf(':') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
}
