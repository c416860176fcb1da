using BansosBot.Domain.Reading;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Tests.Registry;

public sealed class NikSenseTests
{
    private static readonly DateOnly Today = new(2025, 9, 23), Born = new(2014, 3, 12);

    private static readonly Kecamatan Kasemen = Wilayah.KecamatanByCode("36.73.02")!;

    [Fact]
    public void Nothing_is_said_when_all_agrees() =>
        Assert.Empty(NikSense.Doubts(NikTests.Of("3673025203140002"), Today, YearRule.Child, Born, Sex.Female, Kasemen));

    [Fact]
    public void Nothing_is_said_of_what_is_not_known_yet() =>
        Assert.Empty(NikSense.Doubts(NikTests.Of("3204113006990004"), Today, YearRule.Adult, null, null, null));

    [Theory]
    [InlineData("3673025303140002", "NikSense.BirthDate")]
    [InlineData("3673024312140002", "NikSense.DayAndMonthSwapped")]
    [InlineData("3673021203140002", "NikSense.Sex")]
    [InlineData("3204115203140004", "NikSense.Region")]
    [InlineData("3673015203140002", "NikSense.Region")]
    [InlineData("3604275203140002", "NikSense.Region")]
    public void One_difference_gives_one_warning(string digits, string key) =>
        Assert.Equal(key, Assert.Single(Doubts(digits)).Key);

    [Fact]
    public void The_old_codes_of_the_regency_that_became_the_city_are_no_difference() =>
        Assert.Empty(Doubts("3604015203140002"));

    [Fact]
    public void The_warning_gives_both_dates_in_full() =>
        Assert.Equal(
            new Say("NikSense.BirthDate",
                ("menurutNik", new SayValue.PaperDay(new DateOnly(2014, 3, 13))), ("menurutJawaban", new SayValue.PaperDay(Born))),
            Assert.Single(Doubts("3673025303140002")));

    [Fact]
    public void Several_differences_are_all_told() =>
        Assert.Equal(
            ["NikSense.LooksMadeUp", "NikSense.BirthDate", "NikSense.Sex", "NikSense.Region"],
            Doubts("3204110101010001").Select(d => d.Key));

    private static System.Collections.Immutable.ImmutableArray<Say> Doubts(string digits) =>
        NikSense.Doubts(NikTests.Of(digits), Today, YearRule.Child, Born, Sex.Female, Kasemen);
}
