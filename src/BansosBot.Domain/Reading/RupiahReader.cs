using System.Globalization;
using System.Text.RegularExpressions;

namespace BansosBot.Domain.Reading;

/// <summary>Reads an amount as people type it: 200rb, Rp 200.000, 1,5 juta, dua ratus ribu, Rp. 1.500.000,-.</summary>
public static class RupiahReader
{
    /// <summary>A hundred thousand million: above the yearly budget of any programme here.</summary>
    private const long AmountMax = 100_000_000_000;

    /// <summary>Below this nobody means rupiah: "200" is 200 thousand, and is asked.</summary>
    private const long BareAmountMin = 1000;

    public static Heard<Rupiah> Read(string typed)
    {
        var plain = Typed.Plain(typed).ToLowerInvariant();
        var words = string.Join(' ', NumberWords.ToDigits(plain.Split(' ')));
        var match = Amount.Match(words);
        if (!match.Success) return new AmountNotUnderstood();

        var unit = match.Groups["unit"].Value;
        if (Value(match.Groups["figure"].Value, unit.Length > 0) is not { } figure) return new AmountNotUnderstood();
        decimal scale = unit switch
        {
            "" or "rupiah" or "perak" => 1,
            "rb" or "ribu" or "rebu" or "rban" or "ribuan" or "k" => 1_000,
            "jt" or "juta" or "jtan" or "jutaan" => 1_000_000,
            _ => 1_000_000_000,
        };
        if (figure > AmountMax / scale) return new AmountTooLarge();
        long amount = (long)(figure * scale);
        if (unit.Length == 0 && amount is > 0 and < BareAmountMin)
        {
            var thousands = new Rupiah(amount * 1000);
            return new Heard<Rupiah>.Unsure(thousands, new Say("Amount.Thousands", ("jumlah", thousands)));
        }
        return new Rupiah(amount);
    }

    /// <summary>A point groups thousands; a comma, or a lone point before "juta", is the decimal sign.</summary>
    private static decimal? Value(string figure, bool withUnit)
    {
        var plain = Grouped.IsMatch(figure) ? figure.Replace(".", "", StringComparison.Ordinal) : figure;
        if (!withUnit) plain = Sen.Replace(plain, "");
        plain = plain.Replace(',', '.');
        if (!withUnit && plain.Contains('.', StringComparison.Ordinal)) return null;
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    // NonBacktracking: linear in what a stranger typed, so no time-out that a busy machine could hit
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly Regex Amount = new(
        """
        ^(?:(?:kira-kira|sekitar|kurang lebih|penghasilan|gaji|rp\.?|idr|sebesar|cuma|paling) ?)*
        (?<figure>[0-9][0-9.]{0,20}(?:,[0-9]{1,2})?)(?:,-)? ?
        (?<unit>rupiah|perak|rban|ribuan|ribu|rebu|rb|k|jtan|jutaan|juta|jt|milyar|miliar|m)?
        (?: rupiah|,-)?(?: ?(?:sebulan|perbulan|per bulan|/bulan|/bln|sebln|an|aja|saja))*\.?$
        """.ReplaceLineEndings(""), Linear);

    private static readonly Regex Grouped = new(@"^[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,2})?$", Linear);

    private static readonly Regex Sen = new(",[0-9]{1,2}$", Linear);
}
