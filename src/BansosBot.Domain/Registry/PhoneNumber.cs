using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry;

/// <summary>An Indonesian phone number in E.164. May be shared by a family: not a key, not a proof. Prints masked.</summary>
public sealed record PhoneNumber
{
    private const string MobileStart = "+628", SerangStart = "+62254";

    private readonly string e164;

    private PhoneNumber(string e164) => this.e164 = e164;

    /// <summary>False: a landline, which gets no message.</summary>
    public bool IsMobile => e164.StartsWith(MobileStart, StringComparison.Ordinal);

    /// <summary>Reads <c>0812-3456-7890</c>, <c>+62 812...</c>, <c>62812...</c>, bare <c>812...</c>, <c>0254 201234</c>;
    /// a word before it ("WA: 08...") is forgiven.</summary>
    public static Outcome<PhoneNumber> Parse(string typed)
    {
        var plain = Typed.Plain(typed);
        var number = plain.Trim([.. " .:,;=", .. plain.Where(c => char.IsLetter(c))]);
        if (!number.Any(char.IsAsciiDigit)) return new PhoneWithoutDigits();
        if (number.Any(char.IsLetter)) return new PhoneHasLetters();
        if (number.Any(c => !char.IsAsciiDigit(c) && !" -.()+".Contains(c, StringComparison.Ordinal))) return new PhoneMoreThanOne();

        bool plus = number.StartsWith('+');
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        if (!plus && digits.StartsWith("00", StringComparison.Ordinal)) (plus, digits) = (true, digits[2..]);
        if (plus && !digits.StartsWith("62", StringComparison.Ordinal)) return new PhoneForeign();
        bool country = plus || (digits.StartsWith("62", StringComparison.Ordinal) && digits.Length >= 10);
        var national = country ? digits[2..].TrimStart('0')                     // +6208... is how many phones store it
            : digits.StartsWith('0') ? digits[1..]
            : digits;
        if (digits.Length > 16) return new PhoneMoreThanOne();
        return national switch
        {
            ['8', >= '1' and <= '9', ..] => Sized(national, 9, 12),             // 08 and 8 to 11 digits more
            ['2', '5', '4', ..] when country || digits[0] == '0' => Sized(national, 9, 10),
            _ when digits.Length < 9 => new PhoneWrongLength(digits.Length),
            _ => new PhoneUnknownStart(),
        };

        Outcome<PhoneNumber> Sized(string number, int least, int most) =>
            number.Length < least || number.Length > most ? new PhoneWrongLength(number.Length + 1) : new PhoneNumber("+62" + number);
    }

    /// <summary>E.164. Callers are few and listed in LayoutTests.</summary>
    public string Reveal() => e164;

    /// <summary>As people here say it: <c>0812-3456-7890</c>, <c>0254-201234</c>.</summary>
    public string RevealAsSpoken()
    {
        var local = "0" + e164[3..];
        return IsMobile ? $"{local[..4]}-{local[4..8]}-{local[8..]}" : $"{local[..4]}-{local[4..]}";
    }

    public override string ToString() =>
        $"{(IsMobile ? MobileStart : SerangStart)}{new string('*', e164.Length - (IsMobile ? 6 : 8))}{e164[^2..]}";
}
