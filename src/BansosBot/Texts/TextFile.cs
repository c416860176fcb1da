using System.Collections.Immutable;
using System.Text;
using BansosBot.Domain;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BansosBot.Texts;

/// <summary>
/// Reads one file of <c>Key: text</c> lines: flat YAML, where a text is one line, a quoted text or a block (<c>|</c>).
/// </summary>
/// <remarks>
/// Each entry is given to the YAML parser by itself. A parser stops at its first mistake; so read, a file shows all of
/// them, and a quote that was never closed spoils one text and not the rest of the file.
/// </remarks>
internal static class TextFile
{
    private const string Quote = "Put the text in quotes, or on the next lines after \"|\"";

    /// <param name="file">As it is called in mistakes.</param>
    /// <param name="content">Decoded; line ends of any kind.</param>
    public static (ImmutableArray<TextEntry> Entries, ImmutableArray<TextMistake> Mistakes) Read(
        string file, string content, Language language)
    {
        var entries = ImmutableArray.CreateBuilder<TextEntry>();
        var mistakes = ImmutableArray.CreateBuilder<TextMistake>();
        foreach (Chunk chunk in Chunks(content))
        {
            string Where(long lineOfChunk) => $"{file}:{chunk.Line + lineOfChunk - 1}";
            try
            {
                if (Entry(chunk.Text, out var key, out var text, out var line) is { } reason)
                    mistakes.Add(new TextMistake(Where(line), key, "yaml", reason));
                else
                    entries.Add(new TextEntry(language, key, text.TrimEnd(), Where(1)));
            }
            catch (YamlException bad)
            {
                mistakes.Add(new TextMistake(Where(bad.Start.Line), "", "yaml", $"{bad.Message} {Quote}"));
            }
        }
        return (entries.ToImmutable(), mistakes.ToImmutable());
    }

    private static List<Chunk> Chunks(string content)
    {
        var chunks = new List<Chunk>();
        StringBuilder? text = null;
        var startLine = 0;
        var line = 0;
        foreach (ReadOnlySpan<char> row in content.EnumerateLines())
        {
            line++;
            var opens = row.Length > 0 && row[0] is not (' ' or '\t' or '#');
            if (opens || (text is null && !row.IsWhiteSpace() && row[0] != '#'))
            {
                if (text is not null) chunks.Add(new Chunk(startLine, text.ToString()));
                text = new StringBuilder();
                startLine = line;
            }
            text?.Append(row).Append('\n');
        }
        if (text is not null) chunks.Add(new Chunk(startLine, text.ToString()));
        return chunks;
    }

    /// <returns>null: good; otherwise what is wrong, at <paramref name="line"/> of the chunk.</returns>
    private static string? Entry(string chunk, out string key, out string text, out long line)
    {
        (key, text, line) = ("", "", 1);
        if (chunk.Contains('\t', StringComparison.Ordinal))
        {
            line = chunk[..chunk.IndexOf('\t', StringComparison.Ordinal)].Count(c => c == '\n') + 1;
            return "A tab. Use spaces";    // YamlDotNet would name line 1, wherever the tab is
        }
        if (chunk[0] == ' ') return "An indented line that belongs to no key";
        var parser = new Parser(new StringReader(chunk));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        if (!parser.TryConsume<MappingStart>(out _)) return "Expected \"Key: text\"";
        if (!parser.TryConsume<Scalar>(out Scalar? name)) return "Expected a key of plain letters before the colon";
        key = name.Value;
        if (!parser.TryConsume<Scalar>(out Scalar? value))
        {
            return parser.Current is NodeEvent
                ? "The text begins with a sign that YAML takes for its own ({ [ * & ! -). " + Quote
                : "Expected \"Key: text\"";
        }
        line = value.Start.Line;
        if (!value.Anchor.IsEmpty || !value.Tag.IsEmpty)
            return "The text begins with a sign that YAML takes for its own (& or !). " + Quote;
        if (value.Style == ScalarStyle.Plain && RestOfLine(chunk, value.End.Index).Contains('#', StringComparison.Ordinal))
            return "Everything from # on would be lost. " + Quote;
        if (string.IsNullOrWhiteSpace(value.Value)) return "No text after the key";
        if (!parser.TryConsume<MappingEnd>(out _)) return "More than one key in one entry. " + Quote;
        text = value.Value;
        return null;
    }

    private static string RestOfLine(string text, long from)
    {
        var rest = text[(int)from..];
        var end = rest.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? rest : rest[..end];
    }

    private readonly record struct Chunk(int Line, string Text);
}
