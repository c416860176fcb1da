using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry;

/// <summary>What a text that should hold one NIK or one KK number holds. Knows nothing of what the digits mean.</summary>
internal abstract record SixteenDigits
{
    private SixteenDigits() { }

    public sealed record Whole(string Digits) : SixteenDigits;

    /// <summary>Sixteen once the letters are taken for the digits they look like.</summary>
    public sealed record WithLetters(string Digits, ImmutableArray<LetterForDigit> Letters) : SixteenDigits;

    public sealed record OtherCount(int Got) : SixteenDigits;

    public sealed record Several : SixteenDigits;

    /// <summary>3,67E+15: a spreadsheet took the number for a quantity and lost its last digits.</summary>
    public sealed record FromSpreadsheet : SixteenDigits;

    /// <summary>The kind only: the digits are somebody's number.</summary>
    public sealed override string ToString() => GetType().Name;

    private static readonly Regex Exponent = new(
        @"^[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]{1,2}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private const int Length = 16;

    /// <summary>A text with so many digits is meant as a number; its letters are slips.</summary>
    private const int DigitsOfANumber = 10;

    /// <summary>Looks for them. Blanks, dots, dashes and apostrophes between digits are forgiven.</summary>
    public static SixteenDigits In(string typed)
    {
        if (typed.Length == Length && typed.All(char.IsAsciiDigit)) return new Whole(typed);       // a list has a million of them
        var plain = Typed.Plain(typed);
        var bare = Bare(plain);
        if (Exponent.IsMatch(plain.Trim('\'').Replace(" ", "", StringComparison.Ordinal))) return new FromSpreadsheet();
        if (AsOne(bare) is { } one) return one;

        // words around it: "NIK saya 3673..."; the parts are tried one by one, then the runs of digits
        var parts = plain.Split(' ').Select(Bare).Where(p => p.Any(char.IsAsciiDigit)).ToArray();
        if (parts is [var only] && AsOne(only) is Whole or WithLetters) return AsOne(only)!;
        var runs = Runs(plain);
        return runs.Count(r => r.Length == Length) switch
        {
            > 1 => new Several(),
            1 when runs.Count == 1 => new Whole(runs[0]),
            _ => new OtherCount(plain.Count(char.IsAsciiDigit)),
        };
    }

    private static SixteenDigits? AsOne(string bare)
    {
        if (bare.All(char.IsAsciiDigit))
            return bare.Length == Length ? new Whole(bare) : bare.Length == 2 * Length ? new Several() : new OtherCount(bare.Length);
        if (bare.Count(char.IsAsciiDigit) < DigitsOfANumber || !bare.All(c => char.IsAsciiDigit(c) || DigitLike(c) is not null))
            return null;
        if (bare.Length != Length) return new OtherCount(bare.Count(char.IsAsciiDigit));
        var letters = bare.Select((c, i) => (c, i)).Where(at => !char.IsAsciiDigit(at.c))
            .Select(at => new LetterForDigit(at.c, DigitLike(at.c)!.Value, at.i + 1));
        return new WithLetters(string.Concat(bare.Select(c => DigitLike(c) ?? c)), [.. letters]);
    }

    private static string Bare(string text) => string.Concat(text.Where(c => c is not (' ' or '.' or '-' or '\'')));

    private static List<string> Runs(string plain)
    {
        var runs = new List<string>();
        var run = "";
        foreach (var c in plain + "#")
        {
            if (char.IsAsciiDigit(c)) run += c;
            else if (c is not (' ' or '.' or '-') && run.Length > 0)
            {
                runs.Add(run);
                run = "";
            }
        }
        return runs;
    }

    /// <summary>The digit that a letter is mistaken for; null: none.</summary>
    public static char? DigitLike(char c) => c switch { 'O' or 'o' => '0', 'l' or 'I' or 'i' or '|' => '1', _ => null };
}

/// <summary>A letter typed where a digit must stand.</summary>
/// <param name="Position">Counted from 1.</param>
public readonly record struct LetterForDigit(char Letter, char Digit, int Position)
{
    /// <summary>"huruf O di urutan ke-5, maksudnya angka 0".</summary>
    public Say Said => new("Number.LetterForDigit",
        ("huruf", Letter.ToString()), ("urutan", Position), ("angka", Digit.ToString()));
}
