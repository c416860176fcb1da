using System.Globalization;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry;

/// <summary>Nomor Induk Kependudukan, the 16 digits that name one resident.</summary>
/// <remarks>Digits 1-6: region of first issue, which never changes with a move. 7-12: birth date ddMMyy, day + 40 for women;
/// the century is not in it. 13-16: serial from 0001. There is no check digit. Prints masked, everywhere.
/// A class: a <c>default</c> struct would be a NIK that is none.</remarks>
public sealed record Nik
{
    private const int DayShiftOfWomen = 40;

    private readonly string digits;

    private Nik(string digits) => this.digits = digits;

    /// <summary>Reads what a person typed. Blanks, dots, dashes, apostrophes and words around it are forgiven; letters that
    /// look like digits are asked about, never silently taken.</summary>
    public static Heard<Nik> Read(string typed) => SixteenDigits.In(typed) switch
    {
        SixteenDigits.Whole whole => Checked(whole.Digits) switch
        {
            Outcome<Nik>.Ok ok => ok.Value,
            Outcome<Nik>.No no => no.Why,
            _ => throw new InvalidOperationException(),
        },
        SixteenDigits.WithLetters mixed => Checked(mixed.Digits) switch
        {
            Outcome<Nik>.Ok ok => new Heard<Nik>.Unsure(ok.Value, new Say("Nik.LettersForDigits",
                ("daftarHuruf", new SayValue.Together([.. mixed.Letters.Select(l => l.Said)])))),
            _ => new NikHasLetters(mixed.Letters.Length),
        },
        SixteenDigits.FromSpreadsheet => new NikFromSpreadsheet(),
        SixteenDigits.Several => new NikMoreThanOne(),
        SixteenDigits.OtherCount { Got: 0 } => new NikWithoutDigits(),
        SixteenDigits.OtherCount other => new NikNotSixteenDigits(other.Got),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Reads one where nobody can be asked: a list, storage. Letters for digits are a refusal.</summary>
    public static Outcome<Nik> Parse(string typed) => Read(typed) switch
    {
        Heard<Nik>.Clear clear => clear.Value,
        Heard<Nik>.No no => no.Why,
        Heard<Nik>.Unsure => new NikHasLetters(typed.Count(char.IsLetter)),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>"36".</summary>
    public string ProvinceCode => digits[..2];

    /// <summary>"3673".</summary>
    public string RegencyCode => digits[..4];

    /// <summary>"367302". Old kecamatan codes are no longer in any list.</summary>
    public string KecamatanCode => digits[..6];

    public Sex Sex => At(6) > DayShiftOfWomen ? Sex.Female : Sex.Male;

    /// <summary>Day of birth, 1 to 31.</summary>
    public int BirthDay => At(6) % DayShiftOfWomen;

    /// <summary>Month of birth, 1 to 12.</summary>
    public int BirthMonth => At(8);

    /// <summary>Year of birth without its century, 0 to 99.</summary>
    public int BirthYearTwoDigits => At(10);

    /// <summary>Born 01-01-01 with serial 1: what people make up. Some really have it: a warning, never a refusal.</summary>
    public bool LooksMadeUp => digits.EndsWith("0101010001", StringComparison.Ordinal);

    /// <summary>Where it was first issued, as far as the code tells.</summary>
    public FirstRegistered FirstRegistered => FirstRegistered.Of(this);

    /// <summary>The birth date with its century resolved. Real NIKs with a wrong date exist and are not changed.</summary>
    public DateOnly BirthDate(DateOnly today, YearRule rule) =>
        new(Years.Full(BirthYearTwoDigits, BirthMonth, BirthDay, today, rule), BirthMonth, BirthDay);

    /// <summary>A child and its guardian cannot share a number; null when they do not.</summary>
    public Refusal? ClashWith(Nik guardian) => this == guardian ? new NikSameAsGuardian() : null;

    /// <summary>The KK number typed as NIK; null when they differ.</summary>
    public Refusal? ClashWith(NomorKk kk) => digits == kk.Reveal() ? new NikSameAsKk() : null;

    /// <summary>The full number. Callers are few and listed in LayoutTests: storage's cipher, the ministry's export.</summary>
    public string Reveal() => digits;

    public override string ToString() => $"{digits[..4]}**********{digits[^2..]}";

    private int At(int index) => TwoDigits(digits, index);

    private static int TwoDigits(string digits, int index) =>
        int.Parse(digits.AsSpan(index, 2), NumberStyles.None, CultureInfo.InvariantCulture);

    private static Outcome<Nik> Checked(string digits)
    {
        if (Example.Is(digits)) return new NikIsAnExample();
        if (Provinces.NameOf(digits[..2]) is null) return new NikUnknownProvince(digits[..2]);
        if (TwoDigits(digits, 2) is < 1 or > 79 || TwoDigits(digits, 4) == 0) return new NikImpossibleRegion();

        int day = TwoDigits(digits, 6), month = TwoDigits(digits, 8), year = TwoDigits(digits, 10);
        if (day is < 1 or > 31 and <= DayShiftOfWomen or > DayShiftOfWomen + 31) return new NikImpossibleDay(day);
        if (month is < 1 or > 12) return new NikImpossibleMonth(month);
        // 19yy and 20yy are leap years alike but for 00, where only 2000 has a 29 February: the century is not needed here
        int daysMost = DateTime.DaysInMonth(2000 + year, month);
        if (day % DayShiftOfWomen > daysMost) return new NikNoSuchBirthday(month, daysMost);
        if (digits.EndsWith("0000", StringComparison.Ordinal)) return new NikSerialZero();
        return new Nik(digits);
    }
}

/// <summary>Numbers that stand on sample cards, in people's fingers, and in our own examples.</summary>
internal static class Example
{
    public static bool Is(string sixteenDigits) =>
        sixteenDigits.All(c => c == sixteenDigits[0])
        || sixteenDigits is "1234567890123456" or "6543210987654321"
            or "3673012345670001";                           // the example in our own texts, copied back to us
}
