using BansosBot.Domain.Conversations;
using CsCheck;

namespace BansosBot.Domain.Tests.Conversations;

public sealed class LookUpCountsTests
{
    private static readonly DateTimeOffset Nine = new(2025, 9, 23, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void So_many_misses_in_an_hour_pause_for_an_hour_and_are_then_counted_anew()
    {
        var counts = LookUpCounts.None;
        for (var i = 1; i < LookUpCounts.MissesMax; i++) counts = counts.WithOneMore(Nine.AddSeconds(i), missed: true);
        Assert.False(counts.IsPaused(Nine.AddMinutes(20)));
        Assert.Equal(LookUpAlarm.None, counts.AlarmOfNext(Nine.AddMinutes(20), missed: false));
        Assert.Equal(LookUpAlarm.Pause, counts.AlarmOfNext(Nine.AddMinutes(20), missed: true));

        counts = counts.WithOneMore(Nine.AddMinutes(20), missed: true);

        Assert.True(counts.IsPaused(Nine.AddMinutes(79)));
        Assert.Equal(LookUpAlarm.None, counts.AlarmOfNext(Nine.AddMinutes(79), missed: true));
        Assert.False(counts.IsPaused(Nine.AddMinutes(80)));
        Assert.Equal(1, counts.WithOneMore(Nine.AddMinutes(80), missed: true).Misses);
    }

    [Fact]
    public void Misses_of_the_hour_before_count_no_more() =>
        Assert.Equal(LookUpAlarm.None, new LookUpCounts(Nine, LookUpCounts.MissesMax - 1, null, default, 0).AlarmOfNext(Nine.AddHours(1), missed: true));

    [Fact]
    public void Many_in_a_day_are_told_once_that_day_whatever_they_came_to()
    {
        var (counts, told) = (LookUpCounts.None, 0);
        for (var i = 0; i < 3 * LookUpCounts.DayMax; i++)
        {
            var at = Nine.AddSeconds(i * 10);              // 6,000 in nearly 17 hours
            told += counts.AlarmOfNext(at, missed: i % 3 == 0) == LookUpAlarm.ManyToday ? 1 : 0;
            counts = counts.WithOneMore(at, missed: i % 3 == 0);
        }

        Assert.Equal(1, told);
        Assert.Equal(1, counts.WithOneMore(Nine.AddDays(1), missed: false).InDay);
    }

    [Fact]
    public void A_miss_begins_the_pause_exactly_where_it_was_said_to() =>
        Gen.Select(Gen.Int[0, 7_200], Gen.Int[0, 9]).Array[1, 1_800].Sample(asked =>
        {
            var counts = LookUpCounts.None;
            foreach (var (seconds, kind) in asked.OrderBy(a => a.Item1))
            {
                var (at, missed) = (Nine.AddSeconds(seconds), kind > 0);
                if (counts.IsPaused(at)) continue;
                var alarm = counts.AlarmOfNext(at, missed);
                counts = counts.WithOneMore(at, missed);
                Assert.Equal(alarm == LookUpAlarm.Pause, counts.IsPaused(at));
                Assert.InRange(counts.Misses, 0, LookUpCounts.MissesMax - 1);
            }
        }, iter: 200);
}
