using System.Text;

namespace BotApiServer;

/// <summary>MarkdownV2: every reserved character is either markup or escaped with a backslash; anything else is refused.</summary>
internal static class MarkdownV2Text
{
    private const string Reserved = "_*[]()~`>#+-=|{}.!";

    /// <returns>Null, or why it cannot be parsed, in Telegram's words.</returns>
    public static string? Read(string written, List<TextEntity> entities, out string text)
    {
        var seen = new StringBuilder(written.Length);
        var open = new Stack<Opened>();
        text = "";
        for (var i = 0; i < written.Length;)
        {
            var c = written[i];
            var inCode = open.TryPeek(out var top) && top.Type is "code" or "pre";
            if (c == '\\' && i + 1 < written.Length && written[i + 1] is > '\0' and < '\x7f')
            {
                seen.Append(written[i + 1]);
                i += 2;
            }
            else if (inCode ? c != '`' : !Reserved.Contains(c) && c != '\n')
            {
                seen.Append(c);
                i++;
            }
            else if (top is not null && Ends(top, written, i))
            {
                if (Close(written, ref i, open, seen, entities) is { } why)
                {
                    return why;
                }
            }
            else if (c == '\n')
            {
                seen.Append(c);
                i++;
            }
            else if (Open(written, ref i, open, seen) is { } why)
            {
                return why;
            }
        }

        while (open.TryPeek(out var last) && last.Type == "blockquote")
        {
            open.Pop();
            Add(entities, last, seen, null);
        }

        if (open.TryPeek(out var left))
        {
            return $"Can't find end of {left.Name} entity at byte offset {Utf8.BytesBefore(written, left.At)}";
        }

        text = seen.ToString();
        return null;
    }

    private static bool Ends(Opened top, string s, int i) => top.Type switch
    {
        "bold" => s[i] == '*',
        "italic" => s[i] == '_' && !Is(s, i, "__"),
        "underline" => Is(s, i, "__"),
        "strikethrough" => s[i] == '~',
        "spoiler" => Is(s, i, "||"),
        "code" => s[i] == '`',
        "pre" => Is(s, i, "```"),
        "text_link" or "custom_emoji" => s[i] == ']',
        "blockquote" => s[i] == '\n' && !(i + 1 < s.Length && s[i + 1] == '>'),
        _ => false,
    };

    private static string? Open(string s, ref int i, Stack<Opened> open, StringBuilder seen)
    {
        var at = i;
        (string Type, string Name, int Skip) kind = s[i] switch
        {
            '*' => ("bold", "Bold", 1),
            '_' when Is(s, i, "__") => ("underline", "Underline", 2),
            '_' => ("italic", "Italic", 1),
            '~' => ("strikethrough", "Strikethrough", 1),
            '|' when Is(s, i, "||") => ("spoiler", "Spoiler", 2),
            '`' when Is(s, i, "```") => ("pre", "Pre", 3),
            '`' => ("code", "Code", 1),
            '[' => ("text_link", "TextUrl", 1),
            '!' when Is(s, i, "![") => ("custom_emoji", "CustomEmoji", 2),
            '>' when i == 0 || s[i - 1] == '\n' => ("blockquote", "BlockQuote", 1),
            _ => ("", "", 0),
        };
        if (kind.Skip == 0)
        {
            return $"Character '{s[i]}' is reserved and must be escaped with the preceding '\\'";
        }

        i += kind.Skip;
        if (kind.Type == "blockquote" && open.Any(o => o.Type == "blockquote"))
        {
            return null; // the next line of the same quotation
        }

        string? language = null;
        if (kind.Type == "pre")
        {
            var end = i;
            while (end < s.Length && !char.IsWhiteSpace(s[end]) && s[end] != '`')
            {
                end++;
            }

            if (end > i && end < s.Length && s[end] != '`')
            {
                (language, i) = (s[i..end], end);
            }

            if (i < s.Length && s[i] == '\n')
            {
                i++;
            }
        }

        open.Push(new Opened(kind.Type, kind.Name, seen.Length, at, language));
        return null;
    }

    private static string? Close(string s, ref int i, Stack<Opened> open, StringBuilder seen, List<TextEntity> entities)
    {
        var top = open.Pop();
        i += top.Type switch { "underline" or "spoiler" => 2, "pre" => 3, "blockquote" => 0, _ => 1 };
        var argument = top.Argument;
        if (top.Type is "text_link" or "custom_emoji")
        {
            argument = seen.ToString(top.Offset, seen.Length - top.Offset);
            if (i < s.Length && s[i] == '(')
            {
                var from = i;
                if (Address(s, ref i) is not { } address)
                {
                    return $"Can't find end of a URL at byte offset {Utf8.BytesBefore(s, from)}";
                }

                argument = address;
            }
            else if (top.Type == "custom_emoji")
            {
                return "Custom emoji entity must contain a tg://emoji URL";
            }
            else if (!Uri.IsWellFormedUriString(argument, UriKind.Absolute))
            {
                return null; // [words] without an address are only words
            }
        }

        Add(entities, top, seen, argument);
        return null;
    }

    private static string? Address(string s, ref int i)
    {
        var address = new StringBuilder();
        for (i++; i < s.Length; i++)
        {
            if (s[i] == ')')
            {
                i++;
                return address.ToString();
            }

            if (s[i] == '\\' && i + 1 < s.Length && s[i + 1] < '\x7f')
            {
                i++;
            }

            address.Append(s[i]);
        }

        return null;
    }

    private static void Add(List<TextEntity> entities, Opened opened, StringBuilder seen, string? argument)
    {
        if (seen.Length > opened.Offset)
        {
            entities.Add(new TextEntity(opened.Type, opened.Offset, seen.Length - opened.Offset, argument));
        }
    }

    private static bool Is(string s, int i, string mark) => string.CompareOrdinal(s, i, mark, 0, mark.Length) == 0;

    /// <param name="Name">Telegram's word for it in refusals.</param>
    /// <param name="Offset">In the text as seen.</param>
    /// <param name="At">In the text as written.</param>
    private sealed record Opened(string Type, string Name, int Offset, int At, string? Argument);
}
