using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Proposals;
using BansosBot.Programmes;

namespace BansosBot.Proposals;

/// <summary>Reads which columns the list for the ministry has: a line each, <c>heading;source;values</c>. It lies beside the programme's own file, or is handed in.</summary>
internal static class ColumnsFile
{
    /// <summary>Of the programme <c>yapi</c>: <c>yapi.columns.csv</c>.</summary>
    public const string Ending = ".columns.csv";

    // The lists of the ministry that were met have some thirty.
    public const int ColumnsMax = 100;

    private const int BytesMax = 64 * 1024, HeadingLettersMax = 100;

    private const string Example = "\"NIK Anak;child_nik\"";

    private static readonly string Sources = string.Join(", ", ProposalColumn.Facts) + $", {ProposalColumn.OfAnswer}relation";

    /// <summary>The office's own beside its programmes, or the one that is shipped.</summary>
    /// <param name="folder"><c>Programmes:Path</c>; empty: the shipped ones.</param>
    public static string Of(string? folder, string programme) =>
        !string.IsNullOrWhiteSpace(folder) && Path.Combine(folder, programme + Ending) is var own && File.Exists(own) ? own : Path.Combine(ProgrammeFiles.ShippedFolder, programme + Ending);

    /// <param name="form">Of the programme: whose steps and choices may be named.</param>
    /// <returns>The columns; or none, and what is wrong with which line, all of it.</returns>
    public static (ImmutableArray<ProposalColumn> Columns, ImmutableArray<ProgrammeMistake> Mistakes) Read(string path, Flow form)
    {
        var found = new Mistakes(Path.GetFileName(path));
        var lines = Lines(path, found);
        var columns = ImmutableArray.CreateBuilder<ProposalColumn>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]) || lines[i].TrimStart().StartsWith('#')) continue;
            if (Column(lines[i].Split(';', StringSplitOptions.TrimEntries), i + 1, form, found) is not { } column) continue;
            if (columns.Any(c => c.Heading.Equals(column.Heading, StringComparison.OrdinalIgnoreCase))) found.Add(i + 1, "column-twice", $"\"{column.Heading}\" is there already. Give each column a heading of its own. Example: {Example}");
            columns.Add(column);
        }

        if (found.Found.Count == 0 && columns.Count == 0) found.Add(1, "no-columns", $"It names no column. A line is heading;source;values. Example: {Example}");
        if (columns.Count > ColumnsMax) found.Add(1, "many-columns", $"It names {columns.Count} columns; at most {ColumnsMax} can be. Take some out. Example of one: {Example}");
        return found.Found.Count == 0 ? (columns.ToImmutable(), []) : ([], [.. found.Found]);
    }

    private static string[] Lines(string path, Mistakes found)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > BytesMax }) found.Add(1, "too-large", $"It is larger than {BytesMax / 1024} KB: it holds lines such as {Example}, not a list of people");
            else return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            found.Add(1, "not-there", $"There is no such file, or it cannot be read by this user. It holds lines such as {Example}");
        }

        return [];
    }

    private static ProposalColumn? Column(string[] parts, int line, Flow form, Mistakes found)
    {
        var (heading, source, said) = (parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
        if (parts.Length is < 2 or > 3) found.Add(line, "wrong-form", $"A line has two or three parts with \";\" between them: heading;source;values. This one has {parts.Length}. Example: {Example}");
        else if (heading.Length is 0 or > HeadingLettersMax) found.Add(line, "wrong-heading", $"The heading before the first \";\" has 1 to {HeadingLettersMax} letters; this one has {heading.Length}. Example: {Example}");
        else if (source == ProposalColumn.FixedText) return said.Length > 0 ? new(heading, source, None, said) : Wrong(found, line, "no-text", "What stands in every row is missing. Example: \"Kota;fixed;Kota Serang\"");
        else if (ProposalColumn.Facts.Contains(source)) return said.Length == 0 ? new(heading, source, None) : Wrong(found, line, "values-of-no-choice", $"Only answers that are chosen have values; \"{source}\" has none. Example: {Example}");
        else if (source.StartsWith(ProposalColumn.OfAnswer, StringComparison.Ordinal)) return OfAnswer(heading, source, said, line, form, found);
        else found.Add(line, "unknown-source", $"\"{source}\" is no source. One of {Sources}. Example: {Example}");
        return null;
    }

    private static ProposalColumn? OfAnswer(string heading, string source, string said, int line, Flow form, Mistakes found)
    {
        var name = source[ProposalColumn.OfAnswer.Length..];
        if (form.Find(name) is not { } step)
            return Wrong(found, line, "unknown-step", $"The form of {form.Name} has no step \"{name}\". One of {string.Join(", ", form.Steps.Where(s => s.Part != Part.Threshold).Select(s => s.Name))}. Example: \"Hubungan;answer:relation\"");
        var choices = ChoicesOf(step.Kind);
        var values = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var pair in said.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) return Wrong(found, line, "wrong-value", $"\"{pair}\" is no value: a choice, \"=\" and what is written for it, with commas between them. Example: \"Status;answer:parent_status;ayah=Yatim, ibu=Piatu\"");
            if (!choices.Contains(pair[..at].Trim())) return Wrong(found, line, "unknown-choice", choices.IsEmpty ? $"\"{name}\" is not answered by a choice, so it has no values. Example: \"{heading};{source}\"" : $"\"{name}\" has no choice \"{pair[..at].Trim()}\". One of {string.Join(", ", choices)}. Example: \"{heading};{source};{choices[0]}=...\"");
            values[pair[..at].Trim()] = pair[(at + 1)..].Trim();
        }

        return new(heading, source, values.ToImmutable());
    }

    private static ImmutableArray<string> ChoicesOf(QuestionKind kind) => kind switch
    {
        ChoiceKind choice => [.. choice.Options.Select(o => o.Name)],
        YesNoKind => [YesNoKind.Yes, YesNoKind.No, Answer.DoNotKnow],
        _ => [],
    };

    private static ImmutableDictionary<string, string> None => ImmutableDictionary<string, string>.Empty;

    private static ProposalColumn? Wrong(Mistakes found, int line, string check, string reason)
    {
        found.Add(line, check, reason);
        return null;
    }
}
