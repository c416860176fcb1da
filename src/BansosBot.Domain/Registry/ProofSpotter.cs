using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry;

/// <summary>Notices in free words what proves whose case it is: a receipt code, a NIK or a KK number, a birth date that stands alone.</summary>
/// <remarks>"Tolong cek 3673..." in the menu is an answer to nothing that was asked; it is looked up, and no page goes on showing it.</remarks>
internal static class ProofSpotter
{
    /// <summary>A number of so many digits is meant as a NIK or a KK, whole or not. No telephone number is that long (E.164: 15 with the country, here at most 14).</summary>
    private const int DigitsOfANumber = 15;

    /// <summary>"Lahir 7 Juli 2016": with more it is a sentence about something else, as of a hand-out.</summary>
    private const int WordsOfADate = 4;

    private static readonly char[] Between = [' ', ',', ';', ':', '?', '!', '"', '(', ')', '/'];

    /// <summary>Whether somebody who looks at the page would learn a proof from it.</summary>
    /// <param name="today">The day of the turn in Serang.</param>
    public static bool Spots(string typed, DateOnly today) => CodeIn(typed) is not null || HasLongNumber(typed) || IsADate(typed, today);

    private static bool IsADate(string typed, DateOnly today) =>
        typed.Any(char.IsDigit) && Typed.Words(typed).Length <= WordsOfADate && DateReader.Read(typed, today, YearRule.Child) is DateReading.Read or DateReading.Ask;

    /// <summary>The one receipt code in it, as it was written; null: none.</summary>
    public static string? CodeIn(string typed)
    {
        if (ReceiptCode.Parse(typed) is Outcome<ReceiptCode>.Ok) return typed;
        var words = Typed.Plain(typed).Split(Between, StringSplitOptions.RemoveEmptyEntries);
        var speaksOfOne = words.Any(w => w.StartsWith("kode", StringComparison.OrdinalIgnoreCase) || w.Equals("code", StringComparison.OrdinalIgnoreCase));
        for (var at = 0; at < words.Length; at++)
        {
            if (IsCode(words[at].TrimEnd('.'), speaksOfOne)) return words[at].TrimEnd('.');
            if (at + 2 < words.Length && words[at].Length == 4 && words[at + 1].Length == 4 && string.Join('-', words[at..(at + 3)]).TrimEnd('.') is var three && IsCode(three, speaksOfOne)) return three;
        }

        return null;
    }

    /// <summary>The one NIK in it, if it is a NIK: its sixteen digits as they were written, with any letters among them; null: none, or several numbers.</summary>
    public static string? SixteenIn(string typed) => SixteenDigits.In(typed) switch
    {
        SixteenDigits.Whole(var digits) => digits,
        SixteenDigits.WithLetters => typed,
        _ => null,
    };

    // One word in thirty-two would pass by its last letter: "yang mana saja".
    private static bool IsCode(string word, bool speaksOfOne) =>
        (speaksOfOne || word.Any(char.IsAsciiDigit) || word.All(c => !char.IsLower(c))) && ReceiptCode.Parse(word) is Outcome<ReceiptCode>.Ok;

    private static bool HasLongNumber(string typed)
    {
        var run = 0;
        foreach (var c in Typed.Plain(typed))
        {
            if (char.IsAsciiDigit(c)) run++;
            else if (c is not (' ' or '.' or '-' or '\'' or 'O' or 'o')) run = 0;
            if (run >= DigitsOfANumber) return true;
        }

        return false;
    }
}
