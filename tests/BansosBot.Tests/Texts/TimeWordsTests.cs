using BansosBot.Domain;

namespace BansosBot.Tests.Texts;

public sealed class TimeWordsTests
{
    [Theory]
    [InlineData("2025-09-23", "hari ini")]
    [InlineData("2025-09-24", "besok")]
    [InlineData("2025-09-25", "lusa")]
    [InlineData("2025-09-26", "3 hari lagi")]
    [InlineData("2025-09-30", "7 hari lagi")]
    [InlineData("2025-10-23", "30 hari lagi")]
    [InlineData("2025-10-24", "1 bulan lagi")]
    [InlineData("2025-12-22", "2 bulan lagi")]
    [InlineData("2025-12-23", "3 bulan lagi")]
    [InlineData("2026-09-22", "11 bulan lagi")]
    [InlineData("2026-09-23", "1 tahun lagi")]
    [InlineData("2025-09-22", "kemarin")]
    [InlineData("2025-09-21", "2 hari yang lalu")]
    [InlineData("2025-08-23", "1 bulan yang lalu")]
    [InlineData("2024-09-24", "11 bulan yang lalu")]    // 364 days: Humanizer says "setahun yang lalu"
    [InlineData("2023-09-23", "2 tahun yang lalu")]
    public void A_day_is_counted_on_the_calendar(string on, string words)
    {
        Assert.Equal(words, Book.Said(new SayValue.Nearby(DateOnly.Parse(on))));
    }

    [Theory]
    [InlineData(0, "baru saja")]
    [InlineData(-59, "baru saja")]
    [InlineData(59, "sebentar lagi")]
    [InlineData(-60, "1 menit yang lalu")]
    [InlineData(20 * 60, "20 menit lagi")]
    [InlineData(-3599, "59 menit yang lalu")]
    [InlineData(-8 * 3600, "8 jam yang lalu")]
    [InlineData(-9 * 3600 - 1, "kemarin")]              // 23.59.59 WIB of the day before
    [InlineData(15 * 3600, "besok")]                    // midnight in Serang, still the same day in UTC
    [InlineData(15 * 3600 - 1, "14 jam lagi")]
    public void An_instant_of_today_is_told_in_hours_and_one_of_another_day_in_days(int secondsFromNow, string words)
    {
        Assert.Equal(words, Book.Said(new SayValue.Around(Book.Now.AddSeconds(secondsFromNow))));
    }

    [Theory]
    [InlineData("00:00:00", "sebentar")]
    [InlineData("00:00:00.3", "sebentar")]
    [InlineData("00:00:30", "30 detik")]
    [InlineData("00:01:30", "1 menit 30 detik")]
    [InlineData("01:30:00", "1 jam 30 menit")]
    [InlineData("1.00:00:00", "1 hari")]
    [InlineData("1.12:00:00", "1 hari 12 jam")]
    [InlineData("7.00:00:00", "1 minggu")]
    [InlineData("10.00:00:00", "10 hari")]
    [InlineData("14.00:00:00", "2 minggu")]
    [InlineData("30.00:00:00", "30 hari")]
    [InlineData("35.00:00:00", "35 hari")]
    [InlineData("365.00:00:00", "365 hari")]
    public void A_length_of_time_is_exact_or_cut_at_two_units(string span, string words)
    {
        Assert.Equal(words, Book.Said(new SayValue.Length(TimeSpan.Parse(span))));
    }
}
