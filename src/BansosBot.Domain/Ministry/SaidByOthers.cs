using System.Text.RegularExpressions;

namespace BansosBot.Domain.Ministry;

/// <summary>What a ministry or a bank writes of a case, as the family may read it: "NIK ganda dengan 3673..." names somebody else, so no long number stays whole.</summary>
internal static partial class SaidByOthers
{
    private const int DigitsShown = 4;

    /// <param name="text">As it stood in the list; null: nothing did.</param>
    public static string? Of(string? text) => text is null ? null : LongNumber().Replace(text, number => number.Value[..DigitsShown] + "****");

    // Of NIK, KK, accounts and phones, also with blanks, dots or dashes inside.
    [GeneratedRegex(@"[0-9](?:[ .-]?[0-9]){7,}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();
}
