using System.Globalization;

namespace BansosBot.Tests.Storage;

/// <summary>The power-cut test over a whole store: database, log and keys lie on the recording disk. Options as for <see cref="PowerCutTests"/>.</summary>
public sealed class StorePowerCutTests(ITestOutputHelper output)
{
    // Each cut opens all of the store again and looks at everything that was ever acknowledged in it.
    private const int CutsOfOneStore = 50;

    private static int Cuts => Option("BANSOSBOT_STORE_POWER_CUTS", 10);

    private static int Seed => Option("BANSOSBOT_SEED", 1945);

    [Fact]
    public async Task After_a_power_cut_at_any_instant_what_was_acknowledged_is_there_and_what_was_erased_is_not()
    {
        var (acknowledged, erased, cases) = (0, 0, 0);
        for (var done = 0; done < Cuts; done += CutsOfOneStore)
        {
            using var work = new StorePowerCutWorkload(Seed + (done / CutsOfOneStore));
            for (var i = done; i < Math.Min(done + CutsOfOneStore, Cuts); i++) Assert.Null(await work.CutOnceAsync());
            (acknowledged, erased, cases) = (acknowledged + work.Acknowledged, erased + work.Erased, cases + work.Cases);
        }

        output.WriteLine($"{Cuts} power cuts, {acknowledged} messages acknowledged, {erased} chats erased, {cases} cases.");
        Assert.True(acknowledged > Cuts && erased > 0 && cases > 0, "The workload did not do its work.");
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
