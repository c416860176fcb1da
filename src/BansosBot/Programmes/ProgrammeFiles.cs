using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Programmes.Checks;
using BansosBot.Texts;

namespace BansosBot.Programmes;

/// <summary>A programme as its file describes it.</summary>
/// <param name="Flow">The questions of its form; null where it takes no cases.</param>
/// <param name="Texts">For <see cref="TextBook.Shipped"/>.</param>
public sealed record ShippedProgramme(Programme Programme, Flow? Flow, ImmutableArray<TextEntry> Texts);

/// <summary>All programme files of a folder.</summary>
/// <param name="Programmes">In the order of their file names; empty while there is any mistake.</param>
/// <param name="Mistakes">All mistakes of all files, by file and line.</param>
/// <param name="Interview">The one for all of them; null while there is any mistake, or where no programme asks anything.</param>
/// <param name="SharedTexts">Of the interview's questions that several use.</param>
public sealed record ProgrammesRead(ImmutableArray<ShippedProgramme> Programmes, ImmutableArray<ProgrammeMistake> Mistakes, Flow? Interview, ImmutableArray<TextEntry> SharedTexts)
{
    public ImmutableArray<Programme> All => [.. Programmes.Select(p => p.Programme)];

    /// <summary>Flows of those that take cases.</summary>
    public ImmutableArray<Flow> Forms => [.. Programmes.Select(p => p.Flow).OfType<Flow>()];

    public IEnumerable<TextEntry> Texts => Programmes.SelectMany(p => p.Texts).Concat(SharedTexts);
}

/// <summary>Reads the programme files: <c>*.yaml</c> of one folder, one programme each, but for the questions that they share.</summary>
public static class ProgrammeFiles
{
    /// <summary>Where the shipped files are: beside the program, wherever it was started from.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "programmes");

    /// <param name="folder"><c>Programmes:Path</c>; null or empty: the shipped ones.</param>
    public static ProgrammesRead Read(string? folder = null)
    {
        folder = string.IsNullOrWhiteSpace(folder) ? ShippedFolder : folder;
        if (!Directory.Exists(folder))
            return Wrong([new(folder, 1, "no-folder", "There is no such folder. Set Programmes:Path to the folder with the programme files, or leave it empty for the shipped ones")]);
        var all = Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ToList();
        var misnamed = all.Where(IsMisnamed).Select(f => new ProgrammeMistake(
            f, 1, "file-ending", $"A programme file ends in .yaml, in small letters; this one is not read. Call it {f.Split('.')[0]}.yaml, or take it out of the folder")).ToList();
        var files = all.Where(f => f.EndsWith(Ending, StringComparison.Ordinal)).ToList();
        if (files.Count == 0 && misnamed.Count == 0) return Wrong([new(folder, 1, "no-files", "There is no programme file in this folder. It holds files such as yapi.yaml")]);
        var read = Read(files.Select(f => (f, Content(Path.Combine(folder, f)))));
        return misnamed.Count == 0 ? read : Wrong([.. misnamed, .. read.Mistakes]);
    }

    private const string Ending = ".yaml";

    // Editors of Windows write "x.yaml.txt" and "x.YAML", some people "x.yml": all of them would be left out without a word.
    private static bool IsMisnamed(string file) =>
        !file.EndsWith(Ending, StringComparison.Ordinal)
        && (file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || file.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) || file.EndsWith(Ending + ".txt", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads files that are in memory.</summary>
    /// <param name="files">Name and content.</param>
    public static ProgrammesRead Read(IEnumerable<(string File, string Content)> files)
    {
        var sheets = new List<Sheet>();
        var mistakes = new List<ProgrammeMistake>();
        var all = files.ToList();
        var translated = all.SelectMany(f => Translations.Read(f.File, f.Content, mistakes)).ToLookup(t => Translations.Of(Translations.FileOf(t.Where))!.Value.Of);
        all.RemoveAll(f => Translations.Of(f.File) is not null);
        var shared = Shared(all.FirstOrDefault(f => f.File == SharedQuestions.FileName), translated, mistakes);
        foreach (var (file, content) in all.Where(f => f.File != SharedQuestions.FileName))
        {
            var found = new Mistakes(file);

            // Without the shared questions every file that uses one looks wrong: only what is no YAML is told then.
            if (YamlTree.Read(content, found, "programme: yapi") is { } tree && shared is not null)
            {
                var sheet = new SheetReader(found, shared, translated[Path.GetFileNameWithoutExtension(file)]).Read(tree);
                sheets.Add(sheet);
                mistakes.AddRange(Check.All.SelectMany(c => c.Run(sheet)));
            }

            mistakes.AddRange(found.Found);
        }

        if (shared is null) return Wrong(mistakes);
        if (!all.Exists(f => f.File == SharedQuestions.FileName) && sheets.SelectMany(s => s.Steps.Where(t => t.IsShared).Select(t => (s.File, t.Name))).FirstOrDefault() is { File: { } user } missed)
            return Wrong([new(SharedQuestions.FileName, 1, "no-questions", $"There is no such file in this folder, but {user}, line {missed.Name.Line}, uses its question \"{missed.Name}\". Put the file back, or write the question itself. Example: \"- step: {missed.Name}\"")]);

        // Beside a file that is no YAML its translation would look as if it had no Indonesian text.
        var unread = all.Select(f => Path.GetFileNameWithoutExtension(f.File)).Where(f => f + Ending != SharedQuestions.FileName && !sheets.Exists(s => s.File == f + Ending)).ToHashSet();
        mistakes.AddRange(FolderChecks.Of(sheets, shared, areAllRead: unread.Count == 0));
        mistakes.AddRange(Translations.Check(
            translated.Where(t => !unread.Contains(t.Key)).SelectMany(t => t).Select(t => Translations.FileOf(t.Where)).ToHashSet(),
            [.. shared.Texts, .. FolderChecks.WithoutCopies(sheets).SelectMany(s => s.Texts), .. Homeless(translated, sheets)]));
        if (mistakes.Count > 0) return Wrong(mistakes);
        ImmutableArray<ShippedProgramme> programmes = [.. sheets.Select(ProgrammeMaker.Make)];
        var interview = InterviewMaker.Make(sheets, shared, [.. programmes.Select(p => p.Programme)]);
        return new(programmes, [], interview, [.. shared.Texts.Where(t => interview is not null && interview.Steps.Any(s => t.Key.StartsWith(s.TextKey + ".", StringComparison.Ordinal)))]);
    }

    private static ProgrammesRead Wrong(List<ProgrammeMistake> mistakes) =>
        new([], [.. mistakes.Distinct().OrderBy(m => m.File, StringComparer.Ordinal).ThenBy(m => m.Line)], null, []);

    // Of a programme that there is none of: the linter says that they have no Indonesian text.
    private static IEnumerable<TextEntry> Homeless(ILookup<string, TextEntry> translated, List<Sheet> sheets) =>
        translated.Where(t => t.Key + ".yaml" != SharedQuestions.FileName && !sheets.Exists(s => s.File == t.Key + ".yaml")).SelectMany(t => t);

    /// <returns>None where there is no such file; null where it cannot be read.</returns>
    private static SharedQuestions? Shared((string File, string Content) file, ILookup<string, TextEntry> translated, List<ProgrammeMistake> mistakes)
    {
        if (file.File is null) return SharedQuestions.None;
        var found = new Mistakes(file.File);
        var shared = YamlTree.Read(file.Content, found, "questions:") is { } tree ? StepReader.ReadShared(tree, found, translated[Path.GetFileNameWithoutExtension(SharedQuestions.FileName)]) : null;
        mistakes.AddRange(found.Found);
        if (shared is null || (shared.Steps.IsEmpty && found.Found.Count > 0)) return null;
        mistakes.AddRange(SharedChecks.Of(file.File, shared));
        return shared;
    }

    // One more character than is read, so that a file that is too large is noticed and not held.
    private static string Content(string path)
    {
        using var reader = new StreamReader(path);
        var buffer = new char[YamlTree.LengthMax + 1];
        return new string(buffer, 0, reader.ReadBlock(buffer));
    }
}
