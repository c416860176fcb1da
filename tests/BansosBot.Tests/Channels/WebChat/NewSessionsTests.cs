using System.Net;
using BansosBot.Channels.WebChat;
using BansosBot.Simulation.City;
using BansosBot.Tests.Storage;

namespace BansosBot.Tests.Channels.WebChat;

public sealed class NewSessionsTests
{
    [Fact]
    public void An_address_may_begin_again_after_an_hour_also_when_the_clock_was_set_back()
    {
        var clock = new SimulatedClock(Invented.Tuesday);
        var sessions = new NewSessions(1, clock);
        Assert.True(sessions.TryBegin(IPAddress.Loopback));
        Assert.False(sessions.TryBegin(IPAddress.Loopback));

        clock.SetBack(TimeSpan.FromHours(5));
        clock.Advance(TimeSpan.FromHours(1));

        Assert.True(sessions.TryBegin(IPAddress.Loopback));
    }
}
