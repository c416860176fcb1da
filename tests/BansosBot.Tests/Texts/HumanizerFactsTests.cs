using System.Globalization;
using Humanizer;

namespace BansosBot.Tests.Texts;

/// <summary>
/// What Humanizer 3.0.10 does in Indonesian: the facts we rely on, and those for which our own words stand. A fact of the
/// second kind that changes is no harm; it says that our own words can go.
/// </summary>
public sealed class HumanizerFactsTests
{
    private static readonly CultureInfo Id = CultureInfo.GetCultureInfo("id-ID");

    [Theory]
    [InlineData("3.00:00:00", "3 hari")]
    [InlineData("10.00:00:00", "10 hari")]
    [InlineData("1.12:00:00", "1 hari 12 jam")]
    [InlineData("01:30:00", "1 jam 30 menit")]
    [InlineData("00:00:30", "30 detik")]
    public void We_rely_on_durations_counted_in_days(string span, string words)
    {
        Assert.Equal(words, Counted(TimeSpan.Parse(span), TimeUnit.Day));
    }

    [Fact]
    public void We_rely_on_whole_weeks()
    {
        Assert.Equal("2 minggu", Counted(TimeSpan.FromDays(14), TimeUnit.Week));
    }

    [Fact]
    public void Ours_since_it_cuts_ten_days_to_a_week_and_a_year_to_eleven_months()
    {
        Assert.Equal("1 minggu", TimeSpan.FromDays(10).Humanize(culture: Id));
        Assert.Equal("52 minggu", TimeSpan.FromDays(365).Humanize(culture: Id));
        Assert.Equal("11 bulan 30 hari", Counted(TimeSpan.FromDays(365), TimeUnit.Year));
    }

    [Fact]
    public void Ours_since_nothing_is_zero_milliseconds()
    {
        Assert.Equal("0 milidetik", TimeSpan.Zero.Humanize(culture: Id));
    }

    [Fact]
    public void Ours_since_a_negative_length_loses_its_sign()
    {
        Assert.Equal("3 hari", TimeSpan.FromDays(-3).Humanize(culture: Id));
    }

    [Fact]
    public void Ours_since_the_future_is_said_stiffly_and_not_by_calendar_days()
    {
        Assert.Equal("3 hari dari sekarang", FromNow(3));
        Assert.Equal("besok", FromNow(1.9));             // libraries.md says "2 hari dari sekarang"; from 09.00 it is lusa
        Assert.Equal("setahun yang lalu", FromNow(-364));
    }

    [Fact]
    public void Ours_since_numbers_ordinals_plurals_and_lists_are_not_Indonesian()
    {
        Assert.Equal("two hundred thousand", 200_000.ToWords(Id));
        Assert.Equal("second", 2.ToOrdinalWords(Id));
        Assert.Equal("3 anaks", "anak".ToQuantity(3, "N0", Id));
    }

    [Fact]
    public void Sundanese_and_Javanese_come_in_English_without_a_warning()
    {
        Assert.Equal("3 days", TimeSpan.FromDays(3).Humanize(culture: CultureInfo.GetCultureInfo("su-ID")));
        Assert.Equal("3 days", TimeSpan.FromDays(3).Humanize(culture: CultureInfo.GetCultureInfo("jv-ID")));
    }

    private static string Counted(TimeSpan span, TimeUnit largest) =>
        span.Humanize(precision: 2, culture: Id, maxUnit: largest, minUnit: TimeUnit.Second, collectionSeparator: " ");

    private static string FromNow(double days) =>
        Book.Now.UtcDateTime.AddDays(days).Humanize(utcDate: true, dateToCompareAgainst: Book.Now.UtcDateTime, culture: Id);
}
