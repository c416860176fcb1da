using System.Globalization;
using System.Text.RegularExpressions;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry;

/// <summary>What an application is called at the counter: <c>YAPI-2025-000123</c>. Given by the store; no secret and no proof.</summary>
public sealed record CaseNumber
{
    private CaseNumber(string programme, int year, int sequence) =>
        (Programme, Year, Sequence) = (programme, year, sequence);

    /// <summary>The programme's prefix, 2 to 10 capitals: YAPI.</summary>
    public string Programme { get; }

    /// <summary>The year of submission, 2000 to 2099.</summary>
    public int Year { get; }

    /// <summary>Counted per programme and year, from 1.</summary>
    public int Sequence { get; }

    private static readonly Regex Shape = new(
        """
        ^(?:(?:nomor|no|nomer|kasus|pengajuan|pendaftaran|saya)[ .:]+)*
        (?<programme>[A-Za-z]{2,10})[ ./_-]*(?<year>20[0-9]{2})[ ./_-]*(?<sequence>[0-9]{1,9})$
        """.ReplaceLineEndings(""),
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <exception cref="ArgumentOutOfRangeException">A part out of range: a bug in who counts.</exception>
    public static CaseNumber Of(string programme, int year, int sequence)
    {
        if (programme.Length is < 2 or > 10 || !programme.All(char.IsAsciiLetterUpper))
            throw new ArgumentOutOfRangeException(nameof(programme));
        if (year is < 2000 or > 2099) throw new ArgumentOutOfRangeException(nameof(year));
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        return new CaseNumber(programme, year, sequence);
    }

    /// <summary>Reads a typed one: <c>yapi 2025 123</c>, <c>YAPI/2025/000123</c>, <c>yapi2025000123</c>.</summary>
    public static Outcome<CaseNumber> Parse(string typed)
    {
        var plain = Typed.Plain(typed);
        if (plain.Length > 60 || Shape.Match(plain) is not { Success: true } parts) return new CaseNumberNotUnderstood();
        int sequence = Number(parts.Groups["sequence"].Value);
        return sequence == 0
            ? new CaseNumberNotUnderstood()
            : new CaseNumber(parts.Groups["programme"].Value.ToUpperInvariant(), Number(parts.Groups["year"].Value), sequence);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Programme}-{Year}-{Sequence:D6}");

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>Not of the shape YAPI-2025-000123.</summary>
public sealed record CaseNumberNotUnderstood : Refusal
{
    public override Say Sentence => new("Refusal.CaseNumberNotUnderstood");
}
