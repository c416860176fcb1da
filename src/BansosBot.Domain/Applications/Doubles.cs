using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Applications;

/// <summary>A case that comes back, or is of another child than was written first, among what else runs for that child.</summary>
internal static class Doubles
{
    /// <summary>The same decision, marked where another application runs for the child; a refusal where two would run for one family.</summary>
    /// <param name="own">Ids of the cases of the chat that decides; of an officer's none is.</param>
    public static Outcome<Decided> Looked(Outcome<Decided> outcome, Application before, Known known, ImmutableArray<string> own)
    {
        if (outcome is not Outcome<Decided>.Ok(var decided) || !ApplicationLife.IsRunning(decided.After.Stage)) return outcome;
        var (comesBack, isAnother) = (!ApplicationLife.IsRunning(before.Stage), before.ChildNik != decided.After.ChildNik);
        if (!comesBack && !isAnother) return outcome;
        var others = Others(known, decided.After).ToList();
        return others.Count > 0 && (comesBack || others.Exists(k => own.Contains(k.CaseId)))
            ? new AnotherRuns()
            : decided with { After = decided.After with { MayBeDouble = others.Count > 0 } };
    }

    /// <summary>What else runs for the child in this programme.</summary>
    public static IEnumerable<ChildCase> Others(Known known, Application a) =>
        a.ChildNik is { } nik ? known.ByChild.GetValueOrDefault(nik.Reveal(), []).Where(k => k.Programme == a.Programme && k.CaseId != a.Id) : [];
}

/// <summary>Another application for the same child is under way: an officer may still be asked.</summary>
public sealed record AnotherRuns : Refusal
{
    public override Say Sentence => new("Refusal.AnotherRuns");
}
