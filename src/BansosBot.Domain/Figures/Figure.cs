using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Figures;

/// <summary>How many cases of a kecamatan stand at a stage: nothing of it names anybody.</summary>
/// <param name="Open">At that stage now.</param>
/// <param name="Late">Of those, how many wait for the office beyond the day that was promised first.</param>
/// <param name="Done">How many left that stage since the first of the month, wherever they went.</param>
public sealed record Figure(Kecamatan Kecamatan, Stage Stage, int Open, int Late, int Done);

/// <summary>Which stages are counted as work that is open.</summary>
public static class OpenWork
{
    /// <summary>Those that a case goes through, and those at which it waits for somebody of the office. Aid that is being paid is no open work: it is counted apart.</summary>
    public static ImmutableArray<Stage> Stages { get; } =
        [.. Enum.GetValues<Stage>().Where(s => s != Stage.Active && (ApplicationLife.IsRunning(s) || Enum.GetValues<Role>().Any(r => Turns.Of(r).Contains(s))))];

    /// <summary>With what is being paid: all that is counted.</summary>
    public static ImmutableArray<Stage> Counted { get; } = [.. Stages, Stage.Active];
}
