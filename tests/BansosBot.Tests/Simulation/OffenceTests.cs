using BansosBot.Simulation.City;

namespace BansosBot.Tests.Simulation;

/// <summary>A simulation that cannot fail shows nothing: each fault planted around the program is found, by the invariant that is there for it.</summary>
public sealed class OffenceTests
{
    [Theory]
    [InlineData(nameof(Offence.RepeatsLookNew), nameof(Invariant.RepeatChangesNothing))]
    [InlineData(nameof(Offence.LosesLetters), nameof(Invariant.SentOnceInOrder))]
    [InlineData(nameof(Offence.DoublesLetters), nameof(Invariant.SentOnceInOrder))]
    [InlineData(nameof(Offence.AcknowledgesEarly), nameof(Invariant.AcknowledgedIsKept))]
    [InlineData(nameof(Offence.LogsANik), nameof(Invariant.LogsBearNobody))]
    [InlineData(nameof(Offence.Miscounts), nameof(Invariant.CountersMatch))]
    [InlineData(nameof(Offence.LeavesADue), nameof(Invariant.NothingLeftBehind), 250, 55)]       // the first city in which somebody has all erased so soon
    public async Task A_planted_fault_is_found(string offence, string invariant, int events = 150, int firstSeed = 45)
    {
        InvariantBroken? broken = null;
        for (var seed = firstSeed; broken is null && seed < firstSeed + 5; seed++)
        {
            await using var simulation = new BansosBot.Simulation.City.Simulation(seed, events, TextWriter.Null, Enum.Parse<Offence>(offence));
            broken = await simulation.RunAsync();
        }

        Assert.True(broken?.Invariant.ToString() == invariant, broken?.Message ?? "It was not found.");
    }
}
