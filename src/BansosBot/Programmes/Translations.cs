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
    /// <param name="files">Those whose mistakes are told.</param>
    /// <param name="all">Their texts, and the ones that these translate.</param>
    public static IEnumerable<ProgrammeMistake> Check(IReadOnlySet<string> files, IEnumerable<TextEntry> all)
    {
        var book = TextBook.Of(all);
        return from mistake in book.Mistakes.Concat(Linter.Check(book, text => files.Contains(FileOf(text.Where))))
               let file = FileOf(mistake.Where)
               where files.Contains(file)
               select new ProgrammeMistake(file, LineOf(mistake.Where), "text", $"{mistake.Key[(mistake.Key.IndexOf('.', StringComparison.Ordinal) + 1)..]}: {mistake.Reason} ({mistake.Rule})");
    }

    /// <summary>The file of a place such as <c>yapi.en.yaml:3</c>.</summary>
    public static string FileOf(string place) => place[..place.LastIndexOf(':')];

    private static int LineOf(string place) => int.Parse(place[(place.LastIndexOf(':') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
}
