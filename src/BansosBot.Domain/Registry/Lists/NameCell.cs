using System.Text.RegularExpressions;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>A name in a cell: kept as written, with titles and in its own case, compared by its key only.</summary>
internal static partial class NameCell
{
    /// <summary>Null: <see cref="ListRule.NameMissing"/> or <see cref="ListRule.NameUnreadable"/>.</summary>
    public static PersonName? Read(RawCell cell)
    {
        if (IsMissing(cell)) return null;
        return PersonName.Parse(cell.AsText.TrimStart(Signs)) is Outcome<PersonName>.Ok ok ? ok.Value : null;
    }

    public static bool IsMissing(RawCell cell) => cell.Kind is CellKind.Empty or CellKind.Error || SameAsAbove.IsSaid(cell) || LongNumberCell.IsNone(cell.AsText) && !cell.AsText.Any(char.IsLetter);

    /// <summary>"Alm." before or behind it.</summary>
    public static bool IsOfTheDead(string name) => Deceased().IsMatch(name);

    /// <summary>A title, or another case than the names before.</summary>
    public static bool IsDressed(string name) => name.AsSpan().IndexOfAny('.', ',') >= 0 || name.Any(char.IsLower);

    // A sign that would start a formula, and the apostrophe by which a spreadsheet marks text.
    private static readonly char[] Signs = ['=', '+', '-', '@', '\'', '`', ' ', '\u00A0', '\u200B', '\uFEFF'];

    [GeneratedRegex(@"(?:^|[^\p{L}])(?:alm|almh|almarhum|almarhumah)(?:$|[^\p{L}])", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deceased();
}
