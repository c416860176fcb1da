using System.Text;
using BansosBot.Domain.Understanding;

namespace BansosBot.Commands.Understand;

/// <summary>A line of a list of phrases.</summary>
/// <param name="Language">As it is written there: id, su, jv-serang, en; empty where the list has no such column.</param>
/// <param name="Intent">What is meant; null where the list has no such column.</param>
internal sealed record LabelledPhrase(string Text, string Language, Intent? Intent);

/// <summary>A CSV file of phrases: a column <c>text</c>, and if it has them <c>language</c> and <c>intent</c>, in any order.</summary>
internal static class PhraseFile
{
    // A hundred thousand phrases are a tenth of it.
    private const int BytesMax = 64 * 1024 * 1024;

    private const string Example = "\"text,language,intent\" and below it \"kapan cair bu,id,schedule\"";

    /// <exception cref="WrongUseException">No such file, or a line that is not as it should be: file, line, reason, example.</exception>
    public static List<LabelledPhrase> Read(string path)
    {
        var rows = Rows(path, Text(path));
        if (rows.Count == 0) throw Wrong(path, 1, "the file is empty");
        var head = rows[0].Fields.ConvertAll(f => f.Trim().ToLowerInvariant());
        int text = head.IndexOf("text"), language = head.IndexOf("language"), intent = head.IndexOf("intent");
        if (text < 0) throw Wrong(path, 1, "the first line names the columns, and none is called text");
        var phrases = new List<LabelledPhrase>(rows.Count - 1);
        foreach (var (fields, line) in rows.Skip(1))
        {
            if (fields.Count != head.Count) throw Wrong(path, line, $"{fields.Count} columns instead of {head.Count}; a text with a comma stands in quotes");
            Intent? meant = null;
            if (intent >= 0)
                meant = IntentLabel.Read(fields[intent].Trim()) ?? throw Wrong(path, line, $"no such intent; known are {string.Join(", ", IntentLabel.All.Select(i => i.Label()))}");
            phrases.Add(new(fields[text], language < 0 ? "" : fields[language].Trim(), meant));
        }

        return phrases;
    }

    private static string Text(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > BytesMax }) throw new WrongUseException([$"--file: '{path}' is larger than {BytesMax / (1024 * 1024)} MB."]);
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var why = Directory.Exists(path) ? $"'{path}' is a folder" : File.Exists(path) ? $"'{path}' cannot be read by this user" : $"there is no file '{path}'";
            throw new WrongUseException([$"--file: {why}. A CSV file is expected. Example: {Example}"]);
        }
    }

    /// <summary>RFC 4180: fields in quotes may hold commas, line breaks and doubled quotes. A semicolon separates where the first line has no comma.</summary>
    private static List<(List<string> Fields, int Line)> Rows(string path, string text)
    {
        var rows = new List<(List<string>, int)>();
        var firstLine = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : text.Length);
        var separator = firstLine.Contains(',') ? ',' : ';';
        List<string> fields = [];
        var field = new StringBuilder();
        bool isQuoted = false, wasQuoted = false;
        int line = 1, begun = 1;
        void EndField()
        {
            fields.Add(field.ToString());
            field.Clear();
            wasQuoted = false;
        }

        void EndRow()
        {
            EndField();
            if (fields.Count > 1 || fields[0].Length > 0) rows.Add((fields, begun));
            fields = [];
            begun = line + 1;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted)
            {
                if (c == '\n') line++;
                if (c != '"') field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
                else (isQuoted, wasQuoted) = (false, true);
            }
            else if (c == '"' && field.Length == 0 && !wasQuoted) isQuoted = true;
            else if (c == separator) EndField();
            else if (c == '\n')
            {
                EndRow();
                line++;
            }
            else if (wasQuoted && c != '\r') throw Wrong(path, line, "something stands behind the closing quote");
            else if (c != '\r') field.Append(c);
        }

        if (isQuoted) throw Wrong(path, begun, "a quote is opened and not closed");
        if (field.Length > 0 || fields.Count > 0) EndRow();
        return rows;
    }

    private static WrongUseException Wrong(string path, int line, string why) => new([$"{path}:{line}: {why}. Example: {Example}"]);
}
