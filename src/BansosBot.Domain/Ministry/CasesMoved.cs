using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Ministry;

/// <summary>A portion of a list that came back moves its cases: each is told to its family and entered in the log in the commit that moves it.</summary>
/// <remarks>A list is no officer: that it may be taken in was asked of who brought it. What moved on meanwhile is left as it is, and the next reading of the list says so.</remarks>
public static class CasesMoved
{
    /// <summary>So many cases are led on in one commit, between which people are answered: as in <see cref="Proposals.Batch.Portion"/>.</summary>
    public const int Portion = 50;

    internal static Needs Needs(Incoming.CasesListed listed) => new() { Cases = [.. listed.Rows.Select(r => r.Case).Distinct()], Officer = listed.By.Length > 0 ? listed.By : null };

    internal static void Come(Scene scene, Incoming.CasesListed listed)
    {
        var cases = scene.Known.Cases.ToDictionary(c => c.Id);
        if (listed.By.Length > 0)
        {
            if (scene.Known.Officer is not { WorksHere: true } officer) return;
            scene.ActsAs = officer;
        }

        foreach (var row in listed.Rows)
        {
            // Of two tahap in one list the second rests on the first, which is written in the same commit: it comes with the next portion.
            if (!cases.Remove(row.Case, out var a)) continue;
            var outcome = scene.ActsAs is { } by
                ? Deciding.By(by, Permissions.WhoseIs(a, by, scene.At), a, row.Doing(), CaseForm.Standard(scene.Talk, a), scene.Talk.Office, scene.At)
                : Deciding.OfItself(a, row.Doing(), CaseForm.Standard(scene.Talk, a), scene.Talk.Office, scene.At);
            if (outcome is Outcome<Decided>.Ok(var decided)) CaseNews.Write(scene, a, decided with { Detail = decided.Detail.Length > 0 ? $"{decided.Detail} list {listed.List[..12]}" : $"list {listed.List[..12]}" });
        }
    }
}
