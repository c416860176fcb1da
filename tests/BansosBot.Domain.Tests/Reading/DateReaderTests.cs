using BansosBot.Domain.Reading;
using CsCheck;

namespace BansosBot.Domain.Tests.Reading;

public sealed class DateReaderTests
{
    private static readonly DateOnly Today = new(2025, 9, 23);

    [Theory]
    [InlineData("12-3-2014", "2014-03-12")]
    [InlineData("12/03/14", "2014-03-12")]
    [InlineData("12.3.2014", "2014-03-12")]
    [InlineData("12 3 2014", "2014-03-12")]
    [InlineData("12032014", "2014-03-12")]
    [InlineData("120314", "2014-03-12")]
    [InlineData("2014-03-12", "2014-03-12")]
    [InlineData("20140312", "2014-03-12")]
    [InlineData("12 Maret 2014", "2014-03-12")]
    [InlineData("12 Mrt 14", "2014-03-12")]
    [InlineData("12mrt14", "2014-03-12")]
    [InlineData("12 maret '14", "2014-03-12")]
    [InlineData("12 maret \u201914", "2014-03-12")]
    [InlineData("12 Maert 2014", "2014-03-12")]
    [InlineData("tgl 12 bln 3 th 2014", "2014-03-12")]
    [InlineData("tgl 12 bln 3 thn 2014", "2014-03-12")]
    [InlineData("tanggal 12 maret tahun 2014", "2014-03-12")]
    [InlineData("tgl 12-3-2014", "2014-03-12")]
    [InlineData("12 bulan 3 2014", "2014-03-12")]
    [InlineData("Selasa, 12 Maret 2014", "2014-03-12")]
    [InlineData("jum'at 12 maret 2014", "2014-03-12")]
    [InlineData("Serang, 12-03-2014", "2014-03-12")]
    [InlineData("dua belas maret 2014", "2014-03-12")]
    [InlineData("Dua belas Maret dua ribu empat belas", "2014-03-12")]
    [InlineData("lahirnya tgl 12 maret 2014 pak", "2014-03-12")]
    [InlineData("12 march 2014", "2014-03-12")]
    [InlineData("12th of March 2014", "2014-03-12")]
    [InlineData("March 12th, 2014", "2014-03-12")]
    [InlineData("the 1st of march 2014", "2014-03-01")]
    [InlineData("Wednesday, 12 March 2014", "2014-03-12")]
    [InlineData("twenty-one march 2014", "2014-03-21")]
    [InlineData("twelve march 2014", "2014-03-12")]
    [InlineData("He was born on 12 march 2014", "2014-03-12")]
    [InlineData("maret 12 2014", "2014-03-12")]
    [InlineData("2014 maret 12", "2014-03-12")]
    [InlineData("3/12/14", "2014-12-03")]
    [InlineData("3 pebruari 09", "2009-02-03")]
    [InlineData("17 agst 2010", "2010-08-17")]
    [InlineData("1 Nop 2012", "2012-11-01")]
    [InlineData("5 des 2015", "2015-12-05")]
    [InlineData("5 desembr 2015", "2015-12-05")]
    [InlineData("29-2-16", "2016-02-29")]
    [InlineData("29-2-00", "2000-02-29")]
    [InlineData("23-09-25", "2025-09-23")]
    [InlineData("24-09-25", "1925-09-24")]
    [InlineData("31 Desember 1999", "1999-12-31")]
    public void A_date_is_read_day_first(string typed, string date) =>
        Assert.Equal(new DateReading.Read(DateOnly.ParseExact(date, "yyyy-MM-dd")), DateReader.Read(typed, Today, YearRule.Child));

    [Theory]
    [InlineData("5-8-72", "1972-08-05")]
    [InlineData("22-09-10", "2010-09-22")]
    [InlineData("24-09-10", "1910-09-24")]
    public void A_short_year_of_an_adult_is_the_younger_of_fifteen_and_more(string typed, string date) =>
        Assert.Equal(new DateReading.Read(DateOnly.ParseExact(date, "yyyy-MM-dd")), DateReader.Read(typed, Today, YearRule.Adult));

    [Theory]
    [InlineData("03/25/2014", 25)]
    [InlineData("3-25-14", 25)]
    [InlineData("03252014", 25)]
    [InlineData("2014-25-03", 25)]
    public void A_month_too_large_is_asked_about(string typed, int month)
    {
        var ask = Assert.IsType<DateReading.Ask>(DateReader.Read(typed, Today, YearRule.Child));

        Assert.Equal(new DateOnly(2014, 3, 25), ask.Suggestion);
        Assert.Equal(new Say("Date.MonthTooLarge", ("bulan", month), ("tanggal", new SayValue.PaperDay(ask.Suggestion))), ask.Question);
    }

    public static TheoryData<string, Refusal> Refused => new()
    {
        { "31-04-2014", new DateHasNoSuchDay(4, 30) },
        { "30 februari 2012", new DateHasNoSuchDay(2, 29) },
        { "29-02-2014", new DateHasNoSuchDay(2, 28) },
        { "29-02-14", new DateHasNoSuchDay(2, 28) },
        { "0-3-2014", new DateHasNoSuchDay(3, 31) },
        { "12-03-2031", new DateInTheFuture() },
        { "24-09-2025", new DateInTheFuture() },
        { "2031", new DateInTheFuture() },
        { "22-09-1904", new DateTooLongAgo() },
        { "25-25-2014", new DateHasNoSuchMonth(25) },
        { "12-0-2014", new DateHasNoSuchMonth(0) },
        { "13-31-2014", new DateHasNoSuchMonth(31) },
        { "", new DateNotUnderstood() },
        { "halo", new DateNotUnderstood() },
        { "3673011203140001", new DateNotUnderstood() },
        { "12-03-0214", new DateNotUnderstood() },
        { "12-03-4", new DateNotUnderstood() },
        { "12-03-014", new DateNotUnderstood() },
        { "12 junli 2014", new DateNotUnderstood() },
        { "081234567890", new DateNotUnderstood() },
        { "12-03-2014 dan 13-03-2015", new DateNotUnderstood() },
        { "umur 200", new DateNotUnderstood() },
        { "tgl 99999999", new DateHasNoSuchMonth(99) },
        { "tgl 12 bln 13", new DateNotUnderstood() },
        { "tgl 45", new DateNotUnderstood() },
        { "tgl 45 th 2014", new DateNotUnderstood() },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_past_date_is_refused(string typed, Refusal why) =>
        Assert.Equal(why, Assert.IsType<DateReading.Refused>(DateReader.Read(typed, Today, YearRule.Child)).Why);

    public static TheoryData<string, PartOfDate, string> Parts => new()
    {
        { "2014", new PartOfDate(Year: 2014), "Date.OnlyYear" },
        { "th 2014", new PartOfDate(Year: 2014), "Date.OnlyYear" },
        { "maret 2014", new PartOfDate(Month: 3, Year: 2014), "Date.OnlyMonthAndYear" },
        { "03-2014", new PartOfDate(Month: 3, Year: 2014), "Date.OnlyMonthAndYear" },
        { "032014", new PartOfDate(Month: 3, Year: 2014), "Date.OnlyMonthAndYear" },
        { "bulan 3 tahun 2014", new PartOfDate(Month: 3, Year: 2014), "Date.OnlyMonthAndYear" },
        { "12 maret", new PartOfDate(Day: 12, Month: 3), "Date.WithoutYear" },
        { "12-3", new PartOfDate(Day: 12, Month: 3), "Date.WithoutYear" },
        { "umur 11 th", new PartOfDate(Age: 11), "Date.OnlyAge" },
        { "11 tahun", new PartOfDate(Age: 11), "Date.OnlyAge" },
        { "usianya sebelas tahun", new PartOfDate(Age: 11), "Date.OnlyAge" },
        { "11 years old", new PartOfDate(Age: 11), "Date.OnlyAge" },
        { "she is eleven years old", new PartOfDate(Age: 11), "Date.OnlyAge" },
        { "maret", new PartOfDate(Month: 3), "Date.WithoutYear" },
        { "tgl 12", new PartOfDate(Day: 12), "Date.Unknown" },
        { "lupa", new PartOfDate(), "Date.Unknown" },
        { "gak tau pak", new PartOfDate(), "Date.Unknown" },
        { "kurang inget saya", new PartOfDate(), "Date.Unknown" },
        { "-", new PartOfDate(), "Date.Unknown" },
        { "I forgot", new PartOfDate(), "Date.Unknown" },
        { "I don't know", new PartOfDate(), "Date.Unknown" },
        { "not sure", new PartOfDate(), "Date.Unknown" },
        { "I don't remember", new PartOfDate(), "Date.Unknown" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_is_kept_and_the_rest_is_asked_for(string typed, PartOfDate have, string key)
    {
        var incomplete = Assert.IsType<DateReading.Incomplete>(DateReader.Read(typed, Today, YearRule.Child));

        Assert.Equal(have, incomplete.Have);
        Assert.Equal(key, incomplete.Sentence.Key);
    }

    [Theory]
    [InlineData("2014-03-12", "Date.EchoYears", 11)]
    [InlineData("2025-02-24", "Date.EchoMonths", 6)]
    [InlineData("2025-02-23", "Date.EchoMonths", 7)]
    public void It_is_echoed_in_words_with_the_age(string born, string key, long age)
    {
        var day = DateOnly.ParseExact(born, "yyyy-MM-dd");

        Assert.Equal(new Say(key, ("tanggal", new SayValue.PaperDay(day)), ("umur", age)), DateReader.Echo(day, Today));
    }

    [Fact]
    public void Reading_what_was_written_gives_it_back() =>
        Gen.Int[0, 43_000].Select(days => Today.AddDays(-days)).Sample(date =>
            new[] { "d-M-yyyy", "dd/MM/yyyy", "dd.MM.yyyy", "ddMMyyyy", "yyyy-MM-dd" }
                .Select(form => date.ToString(form, System.Globalization.CultureInfo.InvariantCulture))
                .Append(date.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("id-ID")))
                .All(typed => DateReader.Read(typed, Today, YearRule.Child) == new DateReading.Read(date)));

    [Fact]
    public void Any_text_gets_an_answer_and_no_print_shows_a_date() =>
        Gen.OneOf(Gen.String, Gen.String["0123456789 -/.'tglbnhmaret,"]).Sample(typed =>
            $"{DateReader.Read(typed, Today, YearRule.Child)}".StartsWith("DateReading.", StringComparison.Ordinal));
}
