using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry;

/// <summary>Why something typed is not a NIK that can be taken. Carries counts and parts that cannot be anybody's.</summary>
public abstract record NikRefusal : Refusal
{
    private protected NikRefusal() { }
}

/// <param name="Got">How many digits were counted: 15, 17.</param>
public sealed record NikNotSixteenDigits(int Got) : NikRefusal
{
    public override Say Sentence => new("Refusal.NikNotSixteenDigits", ("jumlahDigit", Got));
}

/// <summary>Text without a single digit: "belum ada", "lupa".</summary>
public sealed record NikWithoutDigits : NikRefusal
{
    public override Say Sentence => new("Refusal.NikWithoutDigits");
}

/// <summary>Letters among the digits, and no guess makes it a NIK.</summary>
public sealed record NikHasLetters(int Letters) : NikRefusal
{
    public override Say Sentence => new("Refusal.NikHasLetters", ("jumlahHuruf", Letters));
}

/// <summary>3,67E+15: the spreadsheet lost the last digits. Advice: column format Text, enter again.</summary>
public sealed record NikFromSpreadsheet : NikRefusal
{
    public override Say Sentence => new("Refusal.NikFromSpreadsheet");
}

/// <summary>Two numbers in one message.</summary>
public sealed record NikMoreThanOne : NikRefusal
{
    public override Say Sentence => new("Refusal.NikMoreThanOne");
}

/// <summary>1111111111111111, 1234567890123456.</summary>
public sealed record NikIsAnExample : NikRefusal
{
    public override Say Sentence => new("Refusal.NikIsAnExample");
}

/// <param name="Code">The first two digits, which are no province.</param>
public sealed record NikUnknownProvince(string Code) : NikRefusal
{
    public override Say Sentence => new("Refusal.NikUnknownProvince", ("kode", Code));
}

/// <summary>Regency 00 or 80 and more, or kecamatan 00.</summary>
public sealed record NikImpossibleRegion : NikRefusal
{
    public override Say Sentence => new("Refusal.NikImpossibleRegion");
}

/// <param name="Day">Digits 7 and 8: 00, 32 to 40, 72 and more.</param>
public sealed record NikImpossibleDay(int Day) : NikRefusal
{
    public override Say Sentence => new("Refusal.NikImpossibleDay", ("angka", Two.Digits(Day)));
}

/// <param name="Month">Digits 9 and 10: 00, 13 and more.</param>
public sealed record NikImpossibleMonth(int Month) : NikRefusal
{
    public override Say Sentence => new("Refusal.NikImpossibleMonth", ("angka", Two.Digits(Month)));
}

/// <summary>31 February, 29 February 2014.</summary>
public sealed record NikNoSuchBirthday(int Month, int DaysInMonth) : NikRefusal
{
    public override Say Sentence =>
        new("Refusal.NikNoSuchBirthday", ("bulan", MonthNames.Said(Month)), ("jumlahHari", DaysInMonth));
}

/// <summary>Ends in 0000: what a spreadsheet leaves of a long number.</summary>
public sealed record NikSerialZero : NikRefusal
{
    public override Say Sentence => new("Refusal.NikSerialZero");
}

/// <summary>The child's and the guardian's number are one.</summary>
public sealed record NikSameAsGuardian : NikRefusal
{
    public override Say Sentence => new("Refusal.NikSameAsGuardian");
}

/// <summary>The KK number was typed as NIK.</summary>
public sealed record NikSameAsKk : NikRefusal
{
    public override Say Sentence => new("Refusal.NikSameAsKk");
}

internal static class Two
{
    /// <summary>5 as "05", as it stands on the card.</summary>
    public static string Digits(int number) => number.ToString("D2", System.Globalization.CultureInfo.InvariantCulture);
}
