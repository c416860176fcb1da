using System.Globalization;
using System.Text;

namespace BansosBot.Domain.Reading;

/// <summary>What a person typed, brought to one spelling of its characters before anything is looked for in it.</summary>
internal static class Typed
{
    /// <summary>Bot API, Message.text: at most 4096 characters. Longer text comes from a file and answers no question.</summary>
    private const int LengthMax = 4096;

    /// <summary>
    /// Digits of any script and of keycap emoji become 0-9, curly apostrophes and long dashes the plain ones, every kind of
    /// blank (line break, no-break space of a spreadsheet) one space; invisible characters go. Case stays.
    /// </summary>
    public static string Plain(string typed)
    {
        var well = new StringBuilder();
        foreach (var rune in (typed.Length > LengthMax ? typed[..LengthMax] : typed).EnumerateRunes())
            well.Append(Simple(rune));               // half a surrogate pair comes as U+FFFD; Normalize would throw on it

        var plain = new StringBuilder();
        foreach (var rune in well.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Format or UnicodeCategory.EnclosingMark || rune.Value == 0xFE0F) continue;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
            }
            else if (category == UnicodeCategory.DecimalDigitNumber)
                plain.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            else
                plain.Append(rune);
        }
        return plain.ToString().TrimEnd();
    }

    /// <summary>Lower-case words and numbers, without what stands between them: <c>link. Kebon RT.02</c> is
    /// link, kebon, rt, 02.</summary>
    public static string[] Words(string typed)
    {
        var spaced = new StringBuilder();
        char before = ' ';
        foreach (var c in Plain(typed).ToLowerInvariant())
        {
            if (!char.IsLetterOrDigit(c))
            {
                if (c != '\'') spaced.Append(' ');   // jum'at is one word
                before = c == '\'' ? before : ' ';
                continue;
            }
            if (before != ' ' && char.IsDigit(before) != char.IsDigit(c)) spaced.Append(' ');
            spaced.Append(c);
            before = c;
        }
        return spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static Rune Simple(Rune rune) => rune.Value switch
    {
        '\u2018' or '\u2019' or '\u02BC' or '\u00B4' or '`' => new Rune('\''),
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => new Rune('-'),
        _ => rune,
    };
}
