using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry;

/// <summary>Nomor Kartu Keluarga: 16 digits, 6 of the area of issue, 6 of the day of recording (ddMMyy, without + 40),
/// 4 serial.</summary>
/// <remarks>Changes with a move, a death of the head, a divorce: it names no household for ever. Prints masked.</remarks>
public sealed record NomorKk
{
    private readonly string digits;

    private NomorKk(string digits) => this.digits = digits;

    /// <summary>Reads what a person typed, forgiving as <see cref="Nik.Read"/>. Parts that look wrong are
    /// <see cref="Doubts"/>, not refusals.</summary>
    public static Heard<NomorKk> Read(string typed) => SixteenDigits.In(typed) switch
    {
        SixteenDigits.Whole whole => Example.Is(whole.Digits) ? new KkIsAnExample() : new NomorKk(whole.Digits),
        SixteenDigits.WithLetters mixed => Example.Is(mixed.Digits)
            ? new KkIsAnExample()
            : new Heard<NomorKk>.Unsure(new NomorKk(mixed.Digits), new Say("NomorKk.LettersForDigits",
                ("daftarHuruf", new SayValue.Together([.. mixed.Letters.Select(l => l.Said)])))),
        SixteenDigits.FromSpreadsheet => new KkFromSpreadsheet(),
        SixteenDigits.Several => new KkMoreThanOne(),
        SixteenDigits.OtherCount { Got: 0 } => new KkWithoutDigits(),
        SixteenDigits.OtherCount other => new KkNotSixteenDigits(other.Got),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Reads one where nobody can be asked: a list, storage.</summary>
    public static Outcome<NomorKk> Parse(string typed) => Read(typed) switch
    {
        Heard<NomorKk>.Clear clear => clear.Value,
        Heard<NomorKk>.No no => no.Why,
        Heard<NomorKk>.Unsure => new KkHasLetters(typed.Count(char.IsLetter)),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>What looks odd about the digits: to be asked, never refused.</summary>
    public ImmutableArray<Say> Doubts
    {
        get
        {
            if (Provinces.NameOf(digits[..2]) is null) return [new Say("NomorKk.UnknownProvince", ("kode", digits[..2]))];
            int day = At(6), month = At(8), year = At(10);
            if (month is >= 1 and <= 12 && day is > 40 and <= 71) return [new Say("NomorKk.LooksLikeNik")];
            bool dateExists = month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2000 + year, month);
            if (!dateExists) return [new Say("NomorKk.OddDate")];
            return digits.EndsWith("0000", StringComparison.Ordinal) ? [new Say("NomorKk.SerialZero")] : [];
        }
    }

    /// <summary>A NIK typed as KK number; null when they differ.</summary>
    public Refusal? ClashWith(Nik nik) => digits == nik.Reveal() ? new KkSameAsNik() : null;

    /// <summary>The full number. Callers are few and listed in LayoutTests.</summary>
    public string Reveal() => digits;

    public override string ToString() => $"{digits[..4]}**********{digits[^2..]}";

    private int At(int index) => int.Parse(digits.AsSpan(index, 2), NumberStyles.None, CultureInfo.InvariantCulture);
}
