namespace BansosBot.Domain.Schedules;

/// <summary>A line that staff write for everybody to read: a place, what to bring, a reason.</summary>
/// <remarks>1 to 100 characters, one line. It is kept in the clear and told to whoever asks, so what has as many digits as a NIK or a
/// KK number, with spaces, dots and dashes between them or without, cannot be one.</remarks>
public sealed record OfficeWords
{
    public const int LengthMax = 100;

    private const int DigitsOfAPerson = 16;

    private OfficeWords(string text) => Text = text;

    public string Text { get; }

    /// <summary>Null: empty, too long, of several lines, or it bears somebody's number.</summary>
    public static OfficeWords? Of(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = typed.Trim();
        return text.Length is 0 or > LengthMax || text.Any(char.IsControl) || DigitsInARow(text) >= DigitsOfAPerson ? null : new(text);
    }

    public override string ToString() => Text;

    private static int DigitsInARow(string text)
    {
        var (longest, row) = (0, 0);
        foreach (var c in text)
        {
            if (char.IsDigit(c)) row++;
            else if (c is not (' ' or '.' or '-')) row = 0;
            longest = Math.Max(longest, row);
        }

        return longest;
    }
}
