using BansosBot.Domain.Conversations;
using CsCheck;

namespace BansosBot.Domain.Tests.Conversations;

public sealed class LookUpMissesTests
{
    private static readonly DateTimeOffset Nine = new(2025, 9, 23, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void So_many_in_an_hour_pause_for_an_hour_and_are_then_counted_anew()
    {
        var misses = LookUpMisses.None;
        for (var i = 1; i < LookUpMisses.Max; i++) misses = misses.WithOneMore(Nine.AddSeconds(i));
        Assert.False(misses.IsPaused(Nine.AddMinutes(20)));
        Assert.True(misses.NextBeginsPause(Nine.AddMinutes(20)));

        misses = misses.WithOneMore(Nine.AddMinutes(20));

        Assert.True(misses.IsPaused(Nine.AddMinutes(79)));
        Assert.False(misses.NextBeginsPause(Nine.AddMinutes(79)));
        Assert.False(misses.IsPaused(Nine.AddMinutes(80)));
        Assert.Equal(1, misses.WithOneMore(Nine.AddMinutes(80)).Count);
    }

    [Fact]
    public void Those_of_the_hour_before_count_no_more() =>
        Assert.False(new LookUpMisses(Nine, LookUpMisses.Max - 1, null).NextBeginsPause(Nine.AddHours(1)));

    [Fact]
    public void A_miss_begins_the_pause_exactly_where_it_was_said_to() =>
        Gen.Int[0, 7_200].Array[1, 1_500].Sample(seconds =>
        {
            var misses = LookUpMisses.None;
            foreach (var at in seconds.Order().Select(s => Nine.AddSeconds(s)))
            {
                if (misses.IsPaused(at)) continue;
                var begins = misses.NextBeginsPause(at);
                misses = misses.WithOneMore(at);
                Assert.Equal(begins, misses.IsPaused(at));
                Assert.InRange(misses.Count, 0, LookUpMisses.Max - 1);
            }
        }, iter: 200);
}
