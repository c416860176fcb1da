using System.Globalization;

namespace BansosBot.Tests.Storage;

/// <summary>The power-cut test over a whole store: database, log and keys lie on the recording disk. Options as for <see cref="PowerCutTests"/>.</summary>
public sealed class StorePowerCutTests(ITestOutputHelper output)
{
    private static int Cuts => Option("BANSOSBOT_STORE_POWER_CUTS", 40);

    private static int Seed => Option("BANSOSBOT_SEED", 1945);

    [Fact]
    public async Task After_a_power_cut_at_any_instant_what_was_acknowledged_is_there_and_what_was_erased_is_not()
    {
        using var work = new StorePowerCutWorkload(Seed);

        for (var i = 0; i < Cuts; i++) Assert.Null(await work.CutOnceAsync());

        output.WriteLine($"{Cuts} power cuts, {work.Acknowledged} messages acknowledged, {work.Erased} chats erased, {work.Cases} cases.");
        Assert.True(work.Acknowledged > Cuts && work.Erased > 0 && work.Cases > 0, "The workload did not do its work.");
    }

    [Theory]
    [InlineData("log")]
    [InlineData("subjects.keys")]
    public async Task A_build_that_does_not_sync_one_of_its_files_is_found_out(string file)
    {
        using var planted = new StorePowerCutWorkload(Seed, neverSynced: file);

        var found = false;
        for (var i = 0; i < 50 && !found; i++) found = await planted.CutOnceAsync() is not null;

        Assert.True(found);
    }

    private static int Option(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : otherwise;
}
