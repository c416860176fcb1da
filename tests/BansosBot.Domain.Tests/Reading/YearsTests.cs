using BansosBot.Domain.Reading;
using CsCheck;

namespace BansosBot.Domain.Tests.Reading;

public sealed class YearsTests
{
    private static readonly DateOnly Today = new(2025, 9, 23);

    [Theory]
    [InlineData("2007-09-24", 17)]
    [InlineData("2007-09-23", 18)]
    [InlineData("2025-09-23", 0)]
    [InlineData("2025-09-24", -1)]
    public void Age_is_counted_in_completed_years(string born, int age) => Assert.Equal(age, Years.Age(Day(born), Today));

    [Fact]
    public void Eighteen_is_completed_on_the_birthday() =>
        Assert.Equal(Today.AddDays(1), Years.Completes(18, Day("2007-09-24")));

    [Fact]
    public void Born_on_the_29th_of_February_one_is_older_on_the_first_of_March()
    {
        Assert.Equal(Day("2026-03-01"), Years.Completes(18, Day("2008-02-29")));
        Assert.Equal(17, Years.Age(Day("2008-02-29"), Day("2026-02-28")));
        Assert.Equal(18, Years.Age(Day("2008-02-29"), Day("2026-03-01")));
        Assert.Equal(Day("2028-02-29"), Years.Completes(20, Day("2008-02-29")));
    }

    [Fact]
    public void The_day_one_completes_a_year_is_the_first_day_of_that_age() =>
        Gen.Select(Gen.Int[0, 40_000], Gen.Int[0, 60]).Sample((days, years) =>
        {
            var born = Today.AddDays(-days);
            var turns = Years.Completes(years, born);
            return Years.Age(born, turns) == years && (years == 0 || Years.Age(born, turns.AddDays(-1)) == years - 1);
        });

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");
}
