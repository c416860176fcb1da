using System.Globalization;
using System.Text;

namespace BotApiServer;

/// <summary><c>&amp;lt;</c> and its kind.</summary>
internal static class HtmlSymbols
{
    public static string Unescaped(string value)
    {
        if (!value.Contains('&', StringComparison.Ordinal))
        {
            return value;
        }

        var plain = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length;)
        {
            if (value[i] == '&' && Read(value, ref i) is { } symbol)
            {
                plain.Append(symbol);
            }
            else
            {
                plain.Append(value[i++]);
            }
        }

        return plain.ToString();
    }

    /// <summary>The four named entities Telegram knows and the numeric ones; anything else stays as it is written.</summary>
    public static string? Read(string s, ref int i)
    {
        var end = s.IndexOf(';', i);
        if (end < 0 || end - i > 10)
        {
            return null;
        }

        var name = s[(i + 1)..end];
        var symbol = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            ['#', 'x' or 'X', ..] => Symbol(name[2..], NumberStyles.AllowHexSpecifier),
            ['#', ..] => Symbol(name[1..], NumberStyles.None),
            _ => null,
        };
        if (symbol is not null)
        {
            i = end + 1;
        }

        return symbol;
    }

    private static string? Symbol(string digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code) && code > 0
            ? new Rune(code).ToString()
            : null;
}
