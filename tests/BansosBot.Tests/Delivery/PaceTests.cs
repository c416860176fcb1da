using BansosBot.Delivery;
using BansosBot.Simulation.City;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace BansosBot.Tests.Delivery;

public sealed class PaceTests
{
    [Fact]
    public void However_it_is_asked_no_second_holds_more_than_the_burst_and_the_rate() =>
        Gen.Select(Gen.Double[0.5, 40], Gen.Int[1, 8], Gen.Int[0, 400].Array[1, 120]).Sample((perSecond, burst, gaps) =>
        {
            var clock = new FakeTimeProvider();
            var pace = new Pace(perSecond, burst, clock);
            List<double> at = [];
            foreach (var gap in gaps)
            {
                clock.Advance(TimeSpan.FromMilliseconds(gap));
                at.Add((clock.GetUtcNow() - DateTimeOffset.UnixEpoch + pace.Take()).TotalSeconds);
            }

            for (var i = 0; i < at.Count; i++)
            {
                var inSecond = at.Count(t => t >= at[i] && t < at[i] + 1);
                Assert.True(inSecond <= burst + perSecond + 1, $"{inSecond} in a second, {perSecond} allowed and {burst} at once");
            }
        });

    [Fact]
    public void A_pause_holds_also_where_there_is_no_limit()
    {
        var clock = new FakeTimeProvider();
        var pace = new Pace(0, 5, clock);

        Assert.Equal(TimeSpan.Zero, pace.Take());
        pace.Pause(TimeSpan.FromSeconds(3));

        Assert.Equal(TimeSpan.FromSeconds(3), pace.Take());
        Assert.False(pace.IsRested);
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.Zero, pace.Take());
        Assert.True(pace.IsRested);
    }

    [Fact]
    public void Nobody_waits_because_the_clock_was_set_back()
    {
        var clock = new SimulatedClock(DateTimeOffset.UnixEpoch);
        var pace = new Pace(30, burst: 1, clock);
        pace.Take();
        clock.Advance(TimeSpan.FromSeconds(1));

        clock.SetBack(TimeSpan.FromMinutes(10));

        Assert.True(pace.IsRested);
        Assert.Equal(TimeSpan.Zero, pace.Take());
    }
}
