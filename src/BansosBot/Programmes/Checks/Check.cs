using System.Collections.Immutable;

namespace BansosBot.Programmes.Checks;

/// <summary>One thing to look for in a programme file that was read.</summary>
/// <param name="Name">As it stands in the mistake: <c>duplicate-step</c>.</param>
/// <param name="Find">What is wrong, each with its line.</param>
internal sealed record Check(string Name, Func<Sheet, IEnumerable<(int Line, string Reason)>> Find)
{
    public static readonly ImmutableArray<Check> All = [.. NameChecks.All, .. StepChecks.All, .. ShapeChecks.All, .. ConditionChecks.All, .. TextChecks.All];

    public IEnumerable<ProgrammeMistake> Run(Sheet sheet) => Find(sheet).Select(f => new ProgrammeMistake(sheet.File, f.Line, Name, f.Reason));
}
