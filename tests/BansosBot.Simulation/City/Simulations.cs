namespace BansosBot.Simulation.City;

/// <summary>Simulations one after the other, each over a new town. Every invariant is a check: it held and was looked at.</summary>
internal sealed record Simulations(IReadOnlyList<int> Seeds, int EventsEach)
{
    private const int EventsAtFirst = 800;
    private static readonly int[] SeedsAtFirst = [1945, 2025];

    /// <summary><c>[--seed N] [--events N]</c>; null where it is something else.</summary>
    public static Simulations? Read(IReadOnlyList<string> arguments)
    {
        var (seeds, events) = (SeedsAtFirst, EventsAtFirst);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (i + 1 >= arguments.Count || Program.Number(arguments[i + 1]) is not { } n) return null;
            if (arguments[i] == "--seed") seeds = [n];
            else if (arguments[i] == "--events") events = n;
            else return null;
        }

        return new(seeds, events / seeds.Length);
    }

    /// <returns>How many invariants failed.</returns>
    public async Task<int> RunAsync(TextWriter output)
    {
        var (passed, failed) = (0, 0);
        foreach (var seed in Seeds)
        {
            await using var simulation = new Simulation(seed, EventsEach, output);
            var broken = await simulation.RunAsync();
            output.WriteLine($"Seed {seed}: {EventsEach} events, {simulation.Messages} messages, {simulation.Filed} cases, {simulation.Moved} drafts moved.");
            foreach (var invariant in Enum.GetValues<Invariant>())
            {
                var holds = broken?.Invariant != invariant && (broken is not null || simulation.Checks[invariant] > 0);
                if (holds) passed++;
                else failed++;
                if (!holds && broken is null) output.WriteLine($"FAILED (seed {seed}): {invariant} was never looked at; more events are needed.");
                output.WriteLine($"  {invariant}: {simulation.Checks[invariant]}");
            }
        }

        output.WriteLine($"Passed: {passed}");
        output.WriteLine($"Failed: {failed}");
        return failed;
    }
}
