using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Reading;

/// <summary>Tells the number of a bank card from the other long numbers people send.</summary>
internal static class CardNumber
{
    private const int LengthMin = 16, LengthMax = 19;        // ISO/IEC 7812-1: at most 19; Indonesian cards have 16 or 19

    private static readonly string[] CardWords = ["atm", "debit", "kredit", "kks"];

    /// <summary>Whether a run of 16 to 19 digits passes the card check digit and is not more likely a NIK or KK.</summary>
    public static bool IsIn(string plainLower)
    {
        for (int at = 0; at < plainLower.Length; at++)
        {
            if (!char.IsAsciiDigit(plainLower[at])) continue;
            var digits = Run(plainLower, ref at);
            if (digits.Length is >= LengthMin and <= LengthMax && PassesLuhn(digits) && !LooksLikeNikOrKk(digits, plainLower))
                return true;
        }
        return false;
    }

    /// <summary>Digits with single blanks or dashes between them; leaves <paramref name="at"/> on the run's last character.</summary>
    private static string Run(string text, ref int at)
    {
        var digits = new System.Text.StringBuilder();
        int end = at;
        for (int i = at; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits.Append(text[i]);
                end = i;
            }
            else if (text[i] is not (' ' or '-') || i != end + 1) break;
        }
        at = end;
        return digits.ToString();
    }

    /// <summary>ISO/IEC 7812-1, annex B.</summary>
    private static bool PassesLuhn(string digits)
    {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.Length; fromRight++)
        {
            int digit = digits[^(fromRight + 1)] - '0';
            int weighed = fromRight % 2 == 1 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /// <summary>One NIK in ten passes the card check by chance: it counts as a card only beside a word for cards.</summary>
    /// <remarks>36: Banten, where a KK may carry an impossible date; cards that start so have 14 digits.</remarks>
    private static bool LooksLikeNikOrKk(string digits, string text) =>
        digits.Length == 16
        && (digits.StartsWith("36", StringComparison.Ordinal)
            || (Nik.Parse(digits) is Outcome<Nik>.Ok && !CardWords.Any(word => text.Contains(word, StringComparison.Ordinal))));
}
