using BansosBot.Domain.Reading;
using BansosBot.Domain.Registry;
using CsCheck;

namespace BansosBot.Domain.Tests.Registry;

public sealed class NikTests
{
    private static readonly DateOnly Today = new(2025, 9, 23);

    /// <summary>Numbers that can be a NIK: any region, any day that exists, either sex.</summary>
    internal static readonly Gen<string> Possible =
        from province in Gen.Int[0, 4].Select(i => new[] { "11", "32", "36", "53", "96" }[i])
        from regency in Gen.Int[1, 79]
        from kecamatan in Gen.Int[1, 99]
        from year in Gen.Int[0, 99]
        from dayOfYear in Gen.Int[0, 364]
        from woman in Gen.Bool
        from serial in Gen.Int[1, 9999]
        let born = new DateOnly(2000 + year, 1, 1).AddDays(dayOfYear)
        let digits = $"{province}{regency:D2}{kecamatan:D2}{born.Day + (woman ? 40 : 0):D2}{born.Month:D2}{year:D2}{serial:D4}"
        where !Example.Is(digits)
        select digits;

    [Theory]
    [InlineData("3673025203140002", YearRule.Child, "2014-03-12", Sex.Female)]
    [InlineData("3673 0112 0314 0001", YearRule.Child, "2014-03-12", Sex.Male)]
    [InlineData("36.73.01.120314.0001", YearRule.Child, "2014-03-12", Sex.Male)]
    [InlineData("'3673011203140001", YearRule.Child, "2014-03-12", Sex.Male)]
    [InlineData("`3673011203140001\u00A0", YearRule.Child, "2014-03-12", Sex.Male)]
    [InlineData("\u200B3673-0112-0314-0001\t", YearRule.Child, "2014-03-12", Sex.Male)]
    [InlineData("nik anak saya 3673011203140001 pak", YearRule.Child, "2014-03-12", Sex.Male)]
    [InlineData("NIK:3673011203140001", YearRule.Child, "2014-03-12", Sex.Male)]
    [InlineData("\uFF13\uFF16\uFF17\uFF13011203140001", YearRule.Child, "2014-03-12", Sex.Male)]
    [InlineData("3604014508720003", YearRule.Adult, "1972-08-05", Sex.Female)]
    [InlineData("3204113006990004", YearRule.Adult, "1999-06-30", Sex.Male)]
    [InlineData("3673012902160001", YearRule.Child, "2016-02-29", Sex.Male)]
    [InlineData("3673016902000001", YearRule.Adult, "2000-02-29", Sex.Female)]
    [InlineData("3673012209100001", YearRule.Adult, "2010-09-22", Sex.Male)]   // 15 yesterday
    [InlineData("3673012409100001", YearRule.Adult, "1910-09-24", Sex.Male)]   // not yet 15: 115 minus a day
    [InlineData("3673012309250001", YearRule.Child, "2025-09-23", Sex.Male)]   // born today
    [InlineData("3673012409250001", YearRule.Child, "1925-09-24", Sex.Male)]   // tomorrow cannot be
    public void A_number_that_can_be_a_nik_is_read(string typed, YearRule rule, string born, Sex sex)
    {
        var nik = Assert.IsType<Heard<Nik>.Clear>(Nik.Read(typed)).Value;

        Assert.Equal(DateOnly.ParseExact(born, "yyyy-MM-dd"), nik.BirthDate(Today, rule));
        Assert.Equal(sex, nik.Sex);
    }

    public static TheoryData<string, Refusal> Refused => new()
    {
        { "3673013502140001", new NikImpossibleDay(35) },
        { "3673010012140001", new NikImpossibleDay(0) },
        { "3673014012140001", new NikImpossibleDay(40) },
        { "3673017212140001", new NikImpossibleDay(72) },
        { "3673011213140001", new NikImpossibleMonth(13) },
        { "3673011200140001", new NikImpossibleMonth(0) },
        { "3673017102130002", new NikNoSuchBirthday(2, 28) },
        { "3673012902140001", new NikNoSuchBirthday(2, 28) },
        { "3673013104140001", new NikNoSuchBirthday(4, 30) },
        { "3673011203140000", new NikSerialZero() },
        { "367301120314001", new NikNotSixteenDigits(15) },
        { "36730112031400011", new NikNotSixteenDigits(17) },
        { "3,67301E+15", new NikFromSpreadsheet() },
        { "3.67E+15", new NikFromSpreadsheet() },
        { "1111111111111111", new NikIsAnExample() },
        { "1234567890123456", new NikIsAnExample() },
        { "6543210987654321", new NikIsAnExample() },
        { "3673012345670001", new NikIsAnExample() },
        { "9903011203140001", new NikUnknownProvince("99") },
        { "3600011203140001", new NikImpossibleRegion() },
        { "3680011203140001", new NikImpossibleRegion() },
        { "3673001203140001", new NikImpossibleRegion() },
        { "3673011203140001 3673025203140002", new NikMoreThanOne() },
        { "3673011203140001 dan 3673025203140002", new NikMoreThanOne() },
        { "", new NikWithoutDigits() },
        { "belum ada", new NikWithoutDigits() },
        { "\uD83D", new NikWithoutDigits() },
        { "umur 11 tahun", new NikNotSixteenDigits(2) },
        { "3673O13502140001", new NikHasLetters(1) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_number_that_cannot_be_a_nik_is_refused_with_its_reason(string typed, Refusal why)
    {
        Assert.Equal(why, Assert.IsType<Heard<Nik>.No>(Nik.Read(typed)).Why);
        Assert.Equal(why, Assert.IsType<Outcome<Nik>.No>(Nik.Parse(typed)).Why);
    }

    [Theory]
    [InlineData("3673O11203140001", "3673011203140001", 1)]
    [InlineData("nik 3673o112o3140001", "3673011203140001", 2)]
    [InlineData("36730l1203140001", "3673011203140001", 1)]
    [InlineData("367301I203140001", "3673011203140001", 1)]
    public void Letters_that_look_like_digits_are_asked_about_and_never_silently_taken(string typed, string meant, int letters)
    {
        var unsure = Assert.IsType<Heard<Nik>.Unsure>(Nik.Read(typed));

        Assert.Equal(meant, unsure.Candidate.Reveal());
        var listed = Assert.IsType<SayValue.Together>(Assert.Single(unsure.Question.Values).Value);
        Assert.Equal(letters, listed.Items.Length);
        Assert.IsType<NikHasLetters>(Assert.IsType<Outcome<Nik>.No>(Nik.Parse(typed)).Why);
    }

    [Fact]
    public void The_question_names_the_letter_its_place_and_the_digit()
    {
        var unsure = Assert.IsType<Heard<Nik>.Unsure>(Nik.Read("3673O11203140001"));

        Assert.Equal(
            new Say("Nik.LettersForDigits", ("daftarHuruf", new SayValue.Together(
                [new Say("Number.LetterForDigit", ("huruf", "O"), ("urutan", 5), ("angka", "0"))]))),
            unsure.Question);
    }

    [Theory]
    [InlineData("3673025203140002", "FirstRegistered.Kecamatan", "Kasemen")]
    [InlineData("3673995203140002", "FirstRegistered.City", null)]
    [InlineData("3604014508720003", "FirstRegistered.Regency", null)]
    [InlineData("3672011203140001", "FirstRegistered.Banten", "Kota Cilegon")]
    [InlineData("3204113006990004", "FirstRegistered.Province", "Jawa Barat")]
    [InlineData("9603011203140001", "FirstRegistered.Province", "Papua Barat Daya")]
    public void Where_it_was_first_registered_is_told_in_words(string digits, string key, string? name)
    {
        var said = Of(digits).FirstRegistered.InWords;

        Assert.Equal(key, said.Key);
        Assert.Equal(name, said.Values.Select(v => ((SayValue.Words)v.Value).As).SingleOrDefault());
    }

    [Fact]
    public void A_made_up_looking_tail_is_a_doubt_and_no_refusal()
    {
        Assert.True(Of("3673010101010001").LooksMadeUp);
        Assert.False(Of("3673011203140001").LooksMadeUp);
    }

    [Fact]
    public void Child_and_guardian_and_kk_cannot_share_a_number()
    {
        var nik = Of("3673011203140001");
        var kk = Assert.IsType<Outcome<NomorKk>.Ok>(NomorKk.Parse("3673011203140001")).Value;

        Assert.IsType<NikSameAsGuardian>(nik.ClashWith(Of("3673011203140001")));
        Assert.IsType<NikSameAsKk>(nik.ClashWith(kk));
        Assert.IsType<KkSameAsNik>(kk.ClashWith(nik));
        Assert.Null(nik.ClashWith(Of("3673025203140002")));
        Assert.Null(Of("3673025203140002").ClashWith(kk));
        Assert.Null(kk.ClashWith(Of("3673025203140002")));
    }

    [Fact]
    public void Reading_what_was_written_gives_it_back() =>
        Possible.Sample(digits => Of(digits).Reveal() == digits && Of(digits) == Of($" {digits[..6]}-{digits[6..]} "));

    [Fact]
    public void The_birth_date_agrees_with_the_digits_and_is_never_in_the_future_of_a_child() =>
        Possible.Sample(digits =>
        {
            var nik = Of(digits);
            var child = nik.BirthDate(Today, YearRule.Child);
            int age = Years.Age(nik.BirthDate(Today, YearRule.Adult), Today);
            return child <= Today && child.Year % 100 == nik.BirthYearTwoDigits && age is >= 15 and <= 115;
        });

    [Fact]
    public void No_print_of_it_shows_more_than_six_digits() =>
        Possible.Sample(digits =>
        {
            var nik = Of(digits);
            return nik.ToString() == $"{digits[..4]}**********{digits[^2..]}"
                && new[] { $"{Nik.Read(digits)}", $"{Nik.Parse(digits)}", $"{(nik, 1)}" }.All(print => !print.Contains(digits[4..14]));
        });

    internal static Nik Of(string digits) => Assert.IsType<Outcome<Nik>.Ok>(Nik.Parse(digits)).Value;
}
