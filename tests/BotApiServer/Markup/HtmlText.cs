using System.Text;

namespace BotApiServer;

/// <summary>The few HTML tags Telegram knows. Anything else, and anything unclosed, is refused as Telegram refuses it.</summary>
internal static class HtmlText
{
    private static readonly Dictionary<string, string> TypeOfTag = new(StringComparer.Ordinal)
    {
        ["b"] = "bold",
        ["strong"] = "bold",
        ["i"] = "italic",
        ["em"] = "italic",
        ["u"] = "underline",
        ["ins"] = "underline",
        ["s"] = "strikethrough",
        ["strike"] = "strikethrough",
        ["del"] = "strikethrough",
        ["tg-spoiler"] = "spoiler",
        ["span"] = "spoiler",
        ["a"] = "text_link",
        ["code"] = "code",
        ["pre"] = "pre",
        ["blockquote"] = "blockquote",
        ["tg-emoji"] = "custom_emoji",
        ["tg-time"] = "date_time",
    };

    /// <returns>Null, or why it cannot be parsed, in Telegram's words.</returns>
    public static string? Read(string written, List<TextEntity> entities, out string text)
    {
        var seen = new StringBuilder(written.Length);
        var open = new Stack<(string Tag, string? Argument, int Offset)>();
        text = "";
        for (var i = 0; i < written.Length;)
        {
            if (written[i] == '&' && HtmlSymbols.Read(written, ref i) is { } symbol)
            {
                seen.Append(symbol);
            }
            else if (written[i] != '<')
            {
                seen.Append(written[i++]);
            }
            else if (i + 1 < written.Length && written[i + 1] == '/')
            {
                if (Close(written, ref i, open, seen, entities) is { } why)
                {
                    return why;
                }
            }
            else if (Open(written, ref i, open, seen.Length) is { } why)
            {
                return why;
            }
        }

        if (open.TryPeek(out var left))
        {
            return $"Can't find end tag corresponding to start tag \"{left.Tag}\"";
        }

        text = seen.ToString();
        return null;
    }

    private static string? Open(string s, ref int i, Stack<(string Tag, string? Argument, int Offset)> open, int offset)
    {
        var start = i;
        var end = s.IndexOf('>', i);
        var nameEnd = i + 1;
        while (nameEnd < s.Length && s[nameEnd] != '>' && !char.IsWhiteSpace(s[nameEnd]))
        {
            nameEnd++;
        }

        if (nameEnd == s.Length)
        {
            return $"Unclosed start tag at byte offset {Utf8.BytesBefore(s, start)}";
        }

        var tag = s[(start + 1)..nameEnd].ToLowerInvariant();
        if (!TypeOfTag.ContainsKey(tag))
        {
            return $"Unsupported start tag \"{tag}\" at byte offset {Utf8.BytesBefore(s, start)}";
        }

        if (end < 0)
        {
            return $"Unclosed start tag \"{tag}\" at byte offset {Utf8.BytesBefore(s, start)}";
        }

        i = nameEnd;
        if (Attributes(s, ref i, tag, start, out var argument) is { } why)
        {
            return why;
        }

        if (tag == "span" && argument != "tg-spoiler")
        {
            return $"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Utf8.BytesBefore(s, start)}";
        }

        open.Push((tag, argument, offset));
        return null;
    }

    /// <summary>Reads up to and with the closing bracket; keeps the one attribute that matters for the tag.</summary>
    private static string? Attributes(string s, ref int i, string tag, int start, out string? argument)
    {
        argument = null;
        while (true)
        {
            SkipBlanks(s, ref i);
            if (i >= s.Length)
            {
                return $"Unclosed start tag \"{tag}\" at byte offset {Utf8.BytesBefore(s, start)}";
            }

            if (s[i] == '>')
            {
                i++;
                return null;
            }

            var from = i;
            while (i < s.Length && !char.IsWhiteSpace(s[i]) && !"=>/\"'".Contains(s[i]))
            {
                i++;
            }

            if (i == from)
            {
                return $"Empty attribute name in the tag \"{tag}\" at byte offset {Utf8.BytesBefore(s, start)}";
            }

            var name = s[from..i];
            SkipBlanks(s, ref i);
            if (i >= s.Length || s[i] != '=')
            {
                continue;
            }

            i++;
            SkipBlanks(s, ref i);
            if (Value(s, ref i, out var value) is { } why)
            {
                return why;
            }

            argument = (tag, name) switch
            {
                ("a", "href") or ("span", "class") or ("tg-emoji", "emoji-id") => value,
                ("code", "class") when value.StartsWith("language-", StringComparison.Ordinal) => value["language-".Length..],
                _ => argument,
            };
        }
    }

    private static string? Value(string s, ref int i, out string value)
    {
        var from = i;
        if (i < s.Length && s[i] is '"' or '\'')
        {
            var close = s.IndexOf(s[i], i + 1);
            i = close < 0 ? s.Length : close + 1;
            value = HtmlSymbols.Unescaped(s[(from + 1)..(close < 0 ? s.Length : close)]);
            return null;
        }

        while (i < s.Length && (char.IsAsciiLetterOrDigit(s[i]) || s[i] is '.' or '-'))
        {
            i++;
        }

        value = s[from..i].ToLowerInvariant();
        return i < s.Length && !char.IsWhiteSpace(s[i]) && s[i] != '>'
            ? $"Unexpected end of name token at byte offset {Utf8.BytesBefore(s, from)}"
            : null;
    }

    private static string? Close(string s, ref int i, Stack<(string Tag, string? Argument, int Offset)> open,
        StringBuilder seen, List<TextEntity> entities)
    {
        var start = i;
        if (!open.TryPeek(out var last))
        {
            return $"Unexpected end tag at byte offset {Utf8.BytesBefore(s, start)}";
        }

        var end = s.IndexOf('>', i);
        if (end < 0)
        {
            return $"Unclosed end tag at byte offset {Utf8.BytesBefore(s, start)}";
        }

        var tag = s[(start + 2)..end].Trim().ToLowerInvariant();
        if (tag.Length > 0 && tag != last.Tag)
        {
            return $"Unmatched end tag at byte offset {Utf8.BytesBefore(s, start)}, expected \"</{last.Tag}>\", found \"</{tag}>\"";
        }

        i = end + 1;
        open.Pop();
        var length = seen.Length - last.Offset;
        var argument = last.Tag switch
        {
            "a" => last.Argument ?? seen.ToString(last.Offset, length),
            "tg-emoji" => last.Argument,
            "code" when open.TryPeek(out var outer) && outer.Tag == "pre" => last.Argument,
            _ => null,
        };
        if (length > 0 && last.Tag != "tg-time")
        {
            Add(entities, new TextEntity(TypeOfTag[last.Tag], last.Offset, length, argument));
        }

        return null;
    }

    /// <summary>A code with a language inside a pre of the same extent is one entity.</summary>
    private static void Add(List<TextEntity> entities, TextEntity entity)
    {
        if (entity.Type == "pre" && entities.Count > 0
            && entities[^1] is { Type: "code", Argument: not null } code
            && (code.Offset, code.Length) == (entity.Offset, entity.Length))
        {
            entities[^1] = entity with { Argument = code.Argument };
        }
        else
        {
            entities.Add(entity);
        }
    }

    private static void SkipBlanks(string s, ref int i)
    {
        while (i < s.Length && char.IsWhiteSpace(s[i]))
        {
            i++;
        }
    }
}
