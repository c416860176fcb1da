using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>A NIK or a KK number in a cell. A spreadsheet keeps 15 digits of a number and makes the 16th a 0: what it may have rounded is set
/// aside, never repaired by guess.</summary>
/// <param name="Value">Null: <paramref name="Rule"/> says why.</param>
/// <param name="Rule">Null: it stood there as it should.</param>
internal readonly record struct LongNumber<T>(T? Value, ListRule? Rule, Done Done)
    where T : class
{
    public override string ToString() => Rule?.ToString() ?? "as it should";
}

internal static class LongNumberCell
{
    private const double SixteenDigitsMin = 1e15, SixteenDigitsEnd = 1e16;

    /// <summary>Reads one. What the list's writers put where they have none ("-", "belum ada", "0") is <see cref="ListRule.NumberMissing"/>.</summary>
    public static LongNumber<T> Read<T>(RawCell cell, Func<string, Heard<T>> read)
        where T : class
    {
        if (cell.Kind is CellKind.Empty or CellKind.Error or CellKind.Day) return new(null, ListRule.NumberMissing, Done.Refused);
        if (cell.IsFormula) return new(null, ListRule.Formula, Done.HeldBack);
        if (cell.Kind == CellKind.Number)
            return cell.Number == 0 ? new(null, ListRule.NumberMissing, Done.Refused)
                : cell.Number is >= SixteenDigitsMin and < SixteenDigitsEnd ? new(null, ListRule.NumberCell, Done.HeldBack)
                : new(null, ListRule.NotSixteenDigits, Done.Refused);
        var text = cell.AsText;
        if (IsNone(text)) return new(null, ListRule.NumberMissing, Done.Refused);
        return read(text) switch
        {
            Heard<T>.Clear clear => new(clear.Value, text.Length == 16 && text.All(char.IsAsciiDigit) ? null : ListRule.NumberTidied, Done.Cleaned),
            Heard<T>.Unsure => new(null, ListRule.LettersForDigits, Done.HeldBack),
            Heard<T>.No no => Refused<T>(no.Why),
            _ => throw new InvalidOperationException(),
        };
    }

    private static LongNumber<T> Refused<T>(Refusal why)
        where T : class => why switch
        {
            NikFromSpreadsheet or KkFromSpreadsheet => new(null, ListRule.ScientificNotation, Done.Refused),
            NikSerialZero => new(null, ListRule.EndsInZeros, Done.HeldBack),
            NikHasLetters or KkHasLetters => new(null, ListRule.LettersForDigits, Done.HeldBack),
            NikMoreThanOne or KkMoreThanOne => new(null, ListRule.SeveralNumbers, Done.Refused),
            NikWithoutDigits or KkWithoutDigits => new(null, ListRule.NumberMissing, Done.Refused),
            NikNotSixteenDigits or KkNotSixteenDigits => new(null, ListRule.NotSixteenDigits, Done.Refused),
            _ => new(null, ListRule.ImpossibleNumber, Done.Refused),
        };

    /// <summary>"-", "0", "x", "belum ada": no number was meant.</summary>
    public static bool IsNone(string text) => text.All(c => !char.IsAsciiDigit(c) || c == '0') && text.Count(c => c == '0') < 10;
}
