using System.Text;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>The shape of a value: enough to find the cell and see what is odd about it, too little to know whose it is.</summary>
internal static class Masked
{
    // From so many digits on it is a NIK, a KK or a phone number.
    private const int LongNumberDigitsMin = 10;

    private const int LengthMax = 32;

    /// <summary><c>3673 01** **** **01</c> of a long number, <c>99/99/9999</c> of a short one, <c>A*** B***</c> of words.</summary>
    public static string Shape(string value)
    {
        var digits = value.Count(char.IsAsciiDigit);
        var shape = new StringBuilder();
        var (seen, inWord) = (0, false);
        foreach (var c in value.Length > LengthMax ? value[..LengthMax] : value)
        {
            var isLetter = char.IsLetter(c) || char.IsSurrogate(c) || IsMark(c);
            if (char.IsAsciiDigit(c))
            {
                seen++;
                shape.Append(digits < LongNumberDigitsMin ? '9' : seen <= 4 || seen > digits - 2 ? c : '*');
            }
            else if (isLetter)
            {
                if (!inWord) shape.Append(digits < LongNumberDigitsMin && char.IsLetter(c) ? c : 'x').Append("***");
            }
            else
                shape.Append(char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c);
            inWord = isLetter;
        }
        return shape.ToString().Trim();
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.Format;
}
