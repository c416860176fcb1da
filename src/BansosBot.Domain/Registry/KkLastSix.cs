using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry;

/// <summary>The last six digits of a KK number: what who asks by NIK must know besides. A KTP does not bear them.</summary>
/// <remarks>Digits 11 to 16: the year of recording and the serial. Prints masked.</remarks>
public sealed record KkLastSix
{
    public const int Length = 6;

    private readonly string digits;

    private KkLastSix(string digits) => this.digits = digits;

    /// <summary>Those of a whole number.</summary>
    public static KkLastSix Of(NomorKk kk)
    {
        ArgumentNullException.ThrowIfNull(kk);
        return new(kk.Reveal()[^Length..]);
    }

    /// <summary>Reads what a person typed. The whole number is taken too, for that is what many copy; blanks, dots, dashes and words around are forgiven.</summary>
    public static Outcome<KkLastSix> Parse(string typed)
    {
        switch (SixteenDigits.In(typed))
        {
            case SixteenDigits.Whole(var whole):
                return new KkLastSix(whole[^Length..]);
            case SixteenDigits.Several:
                return new KkMoreThanOne();
        }

        var plain = Typed.Plain(typed);
        var all = string.Concat(plain.Where(char.IsAsciiDigit));
        if (all.Length == 0) return new KkLastSixWithoutDigits();
        if (all.Length == Length && !plain.Any(char.IsLetter)) return new KkLastSix(all);
        var words = Typed.Words(plain);
        if (words.Where(w => w.Length == Length && w.All(char.IsAsciiDigit)).Distinct().ToList() is [var only]) return new KkLastSix(only);
        return plain.Split(' ').Any(w => w.Any(char.IsAsciiDigit) && w.Any(char.IsLetter)) ? new KkLastSixHasLetters() : new KkLastSixWrongLength(all.Length);
    }

    /// <summary>Whether they end this NIK too: likely it was copied instead of the KK number.</summary>
    public bool Ends(Nik nik)
    {
        ArgumentNullException.ThrowIfNull(nik);
        return nik.Reveal().EndsWith(digits, StringComparison.Ordinal);
    }

    /// <summary>All six. Callers are few and listed in LayoutTests.</summary>
    public string Reveal() => digits;

    public override string ToString() => $"****{digits[^2..]}";
}
