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
        var files = Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToList();
        return files.Count == 0
            ? Wrong([new(folder, 1, "no-files", "There is no programme file in this folder. It holds files such as yapi.yaml")])
            : Read(files.Select(f => (Path.GetFileName(f), Content(f))));
    }

    /// <summary>Reads files that are in memory.</summary>
    /// <param name="files">Name and content.</param>
    public static ProgrammesRead Read(IEnumerable<(string File, string Content)> files)
    {
        var sheets = new List<Sheet>();
        var mistakes = new List<ProgrammeMistake>();
        var all = files.ToList();
        var translated = all.SelectMany(f => Translations.Read(f.File, f.Content, mistakes)).ToLookup(t => Translations.Of(FileOf(t))!.Value.Of);
        all.RemoveAll(f => Translations.Of(f.File) is not null);
        var shared = Shared(all.FirstOrDefault(f => f.File == SharedQuestions.FileName), translated, mistakes);
        foreach (var (file, content) in all.Where(f => f.File != SharedQuestions.FileName))
        {
            var found = new Mistakes(file);
            if (YamlTree.Read(content, found) is { } tree)
            {
                var sheet = new SheetReader(found, shared, translated[Path.GetFileNameWithoutExtension(file)]).Read(tree);
                sheets.Add(sheet);
                mistakes.AddRange(Check.All.SelectMany(c => c.Run(sheet)));
            }

            mistakes.AddRange(found.Found);
        }

        mistakes.AddRange(Twice(sheets, s => s.Name, "duplicate-programme", "programme: yapi"));
        mistakes.AddRange(Twice(sheets, s => s.CasePrefix, "duplicate-prefix", "case_prefix: YAPI"));
        mistakes.AddRange(AskedTwice(sheets, shared));
        mistakes.AddRange(translated.SelectMany(t => t.Select(FileOf).Distinct()).SelectMany(file => Translations.Check(file, [.. shared.Texts, .. sheets.SelectMany(s => s.Texts), .. Homeless(translated, sheets)])));
        if (mistakes.Count > 0) return Wrong([.. mistakes.Distinct().OrderBy(m => m.File, StringComparer.Ordinal).ThenBy(m => m.Line)]);
        ImmutableArray<ShippedProgramme> programmes = [.. sheets.Select(ProgrammeMaker.Make)];
        var interview = InterviewMaker.Make(sheets, shared, [.. programmes.Select(p => p.Programme)]);
        return new(programmes, [], interview, [.. shared.Texts.Where(t => interview is not null && interview.Steps.Any(s => t.Key.StartsWith(s.TextKey + ".", StringComparison.Ordinal)))]);
    }

    private static ProgrammesRead Wrong(ImmutableArray<ProgrammeMistake> mistakes) => new([], mistakes, null, []);

    private static string FileOf(TextEntry text) => text.Where[..text.Where.LastIndexOf(':')];

    // Of a programme that there is none of: the linter says that they have no Indonesian text.
    private static IEnumerable<TextEntry> Homeless(ILookup<string, TextEntry> translated, List<Sheet> sheets) =>
        translated.Where(t => t.Key + ".yaml" != SharedQuestions.FileName && !sheets.Exists(s => s.File == t.Key + ".yaml")).SelectMany(t => t);

    private static SharedQuestions Shared((string File, string Content) file, ILookup<string, TextEntry> translated, List<ProgrammeMistake> mistakes)
    {
        if (file.File is null) return SharedQuestions.None;
        var found = new Mistakes(file.File);
        var shared = YamlTree.Read(file.Content, found) is { } tree ? StepReader.ReadShared(tree, found, translated[Path.GetFileNameWithoutExtension(SharedQuestions.FileName)]) : SharedQuestions.None;
        mistakes.AddRange(found.Found);
        mistakes.AddRange(SharedChecks.Of(file.File, shared));
        return shared;
    }

    // A question that the interview would ask twice, or of which it would not know which one is meant.
    private static IEnumerable<ProgrammeMistake> AskedTwice(List<Sheet> sheets, SharedQuestions shared) =>
        from sheet in sheets
        from step in sheet.Criteria
        where !step.IsShared
        let other = sheets.FirstOrDefault(o => o != sheet && string.CompareOrdinal(o.File, sheet.File) < 0 && o.Criteria.Any(c => c.Name.Value == step.Name.Value))?.File
            ?? (shared.Find(step.Name.Value) is null ? null : SharedQuestions.FileName)
        where other is not null
        select new ProgrammeMistake(sheet.File, step.Name.Line, "duplicate-question",
            $"The question \"{step.Name}\" stands in {other} too. Write it once, in {SharedQuestions.FileName}, and \"- use: {step.Name}\" here; or give it another name");

    private static IEnumerable<ProgrammeMistake> Twice(List<Sheet> sheets, Func<Sheet, Word> of, string check, string example) =>
        sheets.Where(s => of(s).Value.Length > 0).GroupBy(s => of(s).Value).SelectMany(g => g.Skip(1).Select(s => new ProgrammeMistake(
            s.File, of(s).Line, check, $"\"{g.Key}\" is used by {g.First().File} already. Choose another. Example: \"{example}2\"")));

    // One more character than is read, so that a file that is too large is noticed and not held.
    private static string Content(string path)
    {
        using var reader = new StreamReader(path);
        var buffer = new char[YamlTree.LengthMax + 1];
        return new string(buffer, 0, reader.ReadBlock(buffer));
    }
}
