using BansosBot.Simulation.OfficeWork;

namespace BansosBot.Tests.Simulation;

/// <summary>The simulated office (tests/run.sh, "fairness") finds out where somebody is taken before their turn.</summary>
public sealed class FairOfficeTests
{
    [Fact]
    public async Task Who_is_overtaken_past_the_desk_is_found()
    {
        using var output = new StringWriter();

        var failed = await new FairOffice(24, seed: 7, output, overtakes: true).RunAsync();

        Assert.True(failed == 1, output.ToString());
        Assert.Contains("FAILED: first come", output.ToString(), StringComparison.Ordinal);
    }
}
