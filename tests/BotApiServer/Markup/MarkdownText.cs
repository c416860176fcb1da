using System.Text;

namespace BotApiServer;

/// <summary>The old Markdown: no nesting; a mark without its partner is refused.</summary>
internal static class MarkdownText
{
    /// <returns>Null, or why it cannot be parsed, in Telegram's words.</returns>
    public static string? Read(string written, List<TextEntity> entities, out string text)
    {
        var seen = new StringBuilder(written.Length);
        text = "";
        for (var i = 0; i < written.Length;)
        {
            var c = written[i];
            if (c == '\\' && i + 1 < written.Length && "_*`[".Contains(written[i + 1]))
            {
                seen.Append(written[i + 1]);
                i += 2;
                continue;
            }

            if (!"_*`[".Contains(c))
            {
                seen.Append(c);
                i++;
                continue;
            }

            var pre = string.CompareOrdinal(written, i, "```", 0, 3) == 0;
            var mark = pre ? "```" : c == '[' ? "]" : c.ToString();
            var from = i + (pre ? 3 : 1);
            var end = from <= written.Length ? written.IndexOf(mark, from, StringComparison.Ordinal) : -1;
            if (end < 0)
            {
                return $"Can't find end of the entity starting at byte offset {Utf8.BytesBefore(written, i)}";
            }

            var inner = written[from..end];
            i = end + mark.Length;
            string? address = null;
            if (c == '[' && i < written.Length && written[i] == '(' && written.IndexOf(')', i) is var close and > 0)
            {
                (address, i) = (written[(i + 1)..close], close + 1);
            }

            var type = pre ? "pre" : c switch { '_' => "italic", '*' => "bold", '`' => "code", _ => "text_link" };
            if (inner.Length > 0 && (type != "text_link" || address is not null))
            {
                entities.Add(new TextEntity(type, seen.Length, inner.Length, address));
            }

            seen.Append(inner);
        }

        text = seen.ToString();
        return null;
    }
}
