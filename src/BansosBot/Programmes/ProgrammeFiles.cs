using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Programmes.Checks;
using BansosBot.Texts;

namespace BansosBot.Programmes;

/// <summary>A programme as its file describes it.</summary>
/// <param name="Texts">For <see cref="TextBook.Shipped"/>.</param>
public sealed record ShippedProgramme(Programme Programme, Flow Flow, ImmutableArray<TextEntry> Texts);

/// <summary>All programme files of a folder.</summary>
/// <param name="Programmes">In the order of their file names; empty while there is any mistake.</param>
/// <param name="Mistakes">All mistakes of all files, by file and line.</param>
public sealed record ProgrammesRead(ImmutableArray<ShippedProgramme> Programmes, ImmutableArray<ProgrammeMistake> Mistakes)
{
    public IEnumerable<TextEntry> Texts => Programmes.SelectMany(p => p.Texts);
}

/// <summary>Reads the programme files: <c>*.yaml</c> of one folder, one programme each.</summary>
public static class ProgrammeFiles
{
    /// <summary>Where the shipped files are: beside the program, wherever it was started from.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "programmes");

    /// <param name="folder"><c>Programmes:Path</c>; null or empty: the shipped ones.</param>
    public static ProgrammesRead Read(string? folder = null)
    {
        folder = string.IsNullOrWhiteSpace(folder) ? ShippedFolder : folder;
        if (!Directory.Exists(folder))
            return new([], [new(folder, 1, "no-folder", "There is no such folder. Set Programmes:Path to the folder with the programme files, or leave it empty for the shipped ones")]);
        var files = Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToList();
        return files.Count == 0
            ? new([], [new(folder, 1, "no-files", "There is no programme file in this folder. It holds files such as yapi.yaml")])
            : Read(files.Select(f => (Path.GetFileName(f), Content(f))));
    }

    /// <summary>Reads files that are in memory.</summary>
    /// <param name="files">Name and content.</param>
    public static ProgrammesRead Read(IEnumerable<(string File, string Content)> files)
    {
        var sheets = new List<Sheet>();
        var mistakes = new List<ProgrammeMistake>();
        foreach (var (file, content) in files)
        {
            var found = new Mistakes(file);
            if (YamlTree.Read(content, found) is { } tree)
            {
                var sheet = new SheetReader(found).Read(tree);
                sheets.Add(sheet);
                mistakes.AddRange(Check.All.SelectMany(c => c.Run(sheet)));
            }

            mistakes.AddRange(found.Found);
        }

        mistakes.AddRange(Shared(sheets, s => s.Name, "duplicate-programme", "programme: yapi"));
        mistakes.AddRange(Shared(sheets, s => s.CasePrefix, "duplicate-prefix", "case_prefix: YAPI"));
        return mistakes.Count > 0
            ? new([], [.. mistakes.Distinct().OrderBy(m => m.File, StringComparer.Ordinal).ThenBy(m => m.Line)])
            : new([.. sheets.Select(ProgrammeMaker.Make)], []);
    }

    private static IEnumerable<ProgrammeMistake> Shared(List<Sheet> sheets, Func<Sheet, Word> of, string check, string example) =>
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
