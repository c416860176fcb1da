using System.Globalization;

namespace BansosBot.Tests.Storage;

/// <summary>SIGKILL cannot see a missing flush; this can. <c>BANSOSBOT_POWER_CUTS</c> sets how many, <c>BANSOSBOT_SEED</c> which.</summary>
public sealed class PowerCutTests(ITestOutputHelper output)
{
    private static int Cuts => Option("BANSOSBOT_POWER_CUTS", 200);

    private static int Seed => Option("BANSOSBOT_SEED", 1945);

    [Fact]
    public void After_a_power_cut_at_any_instant_everything_acknowledged_is_there_and_each_group_is_whole()
    {
        var work = new PowerCutWorkload(Seed);

        for (var i = 0; i < Cuts; i++) Assert.Null(work.CutOnce());

        output.WriteLine($"{work.Opened} power cuts, {work.Groups} groups acknowledged, {work.RolledBack} rolled back, {work.Checkpoints} checkpoints, {work.InFlightKept} unacknowledged groups kept whole");
        Assert.True(work.Groups > Cuts && work.RolledBack > 0 && work.Checkpoints > 0, "The workload did not do its work.");
    }

    [Fact]
    public void A_build_whose_log_is_never_synced_is_found_out()
    {
        var planted = new PowerCutWorkload(Seed, logSyncs: false);

        Assert.Contains(Enumerable.Range(0, 50), _ => planted.CutOnce() is not null);
    }

    private static int Option(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : otherwise;
}
