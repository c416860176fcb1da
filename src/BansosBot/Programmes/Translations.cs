using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain;
using BansosBot.Domain.Programmes;
using BansosBot.Texts;
using BansosBot.Texts.Linting;

namespace BansosBot.Programmes;

/// <summary>What a programme file says in another language, flat and beside it: <c>yapi.en.yaml</c> with <c>parent_status.Ask: ...</c>. The file itself
/// stays as short as one language, and who checks a translation reads one language too.</summary>
internal static class Translations
{
    /// <summary>The programme (or <c>questions</c>) and the language that a file name tells; null where it is no translation.</summary>
    public static (string Of, Language Language)? Of(string file) =>
        file.Split('.') is [var name, var code, "yaml"] && LanguageCode.Read(code) is { } language ? (name, language) : null;

    /// <summary>The texts of one file, under the keys by which the program says them.</summary>
    public static ImmutableArray<TextEntry> Read(string file, string content, List<ProgrammeMistake> mistakes)
    {
        if (Of(file) is not var (name, language)) return [];
        var (entries, wrong) = TextFile.Read(file, content, language);
        mistakes.AddRange(wrong.Select(w => new ProgrammeMistake(file, LineOf(w.Where), "text", w.Reason)));
        var prefix = name + ".yaml" == SharedQuestions.FileName ? "Question." : ProgrammeTexts.Key(name, "");
        return [.. entries.Select(e => e with { Key = prefix + e.Key })];
    }

    /// <summary>By the same linter as all texts; and each must have its Indonesian one, with the same placeholders.</summary>
    public static IEnumerable<ProgrammeMistake> Check(string file, IEnumerable<TextEntry> all)
    {
        var book = TextBook.Of(all);
        return book.Mistakes.Concat(Linter.Check(book)).Where(m => m.Where.StartsWith(file + ":", StringComparison.Ordinal))
            .Select(m => new ProgrammeMistake(file, LineOf(m.Where), "text", $"{m.Key[(m.Key.IndexOf('.', StringComparison.Ordinal) + 1)..]}: {m.Reason} ({m.Rule})"));
    }

    private static int LineOf(string place) => int.Parse(place[(place.LastIndexOf(':') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
}
