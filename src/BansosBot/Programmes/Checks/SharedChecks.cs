using System.Collections.Immutable;
using BansosBot.Domain.Programmes;

namespace BansosBot.Programmes.Checks;

/// <summary>The questions that programmes share are checked as a programme's criteria are, but for what only a whole programme can be asked.</summary>
internal static class SharedChecks
{
    // Questions of a form stand there too, so kinds that name somebody are no mistake, nor is a choice that everybody knows; where one is used, the
    // programme's own checks say.
    private static readonly ImmutableArray<Check> All =
        [.. NameChecks.All.Where(c => c.Name is "step-name" or "reserved-name" or "choice-name" or "duplicate-step"), .. StepChecks.All.Where(c => c.Name is not ("criterion-kind" or "do-not-know")), .. ConditionChecks.All, .. TextChecks.All];

    public static IEnumerable<ProgrammeMistake> Of(string file, SharedQuestions shared)
    {
        var sheet = new Sheet { File = file, Name = new(1, "questions"), Service = Service.Information, Version = 1, Criteria = shared.Steps, Texts = shared.Texts };
        return All.SelectMany(c => c.Run(sheet));
    }
}
