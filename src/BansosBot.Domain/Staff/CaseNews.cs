using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary>What happened to a case, told to its homes once: what it is, what comes next, by when.</summary>
internal static class CaseNews
{
    /// <summary>Keeps what was decided, frees what an ended case held, enters it in the audit, and tells every home.</summary>
    public static void Write(Scene scene, Application before, Decided decided)
    {
        var after = decided.After;
        scene.Write(new Write.PutCase(after));
        scene.Audit(decided.Act, after.Id, decided.Detail);
        if (ApplicationLife.IsRunning(before.Stage) && !ApplicationLife.IsRunning(after.Stage))
        {
            foreach (var claim in before.HeldClaims()) scene.Write(new Write.Free(claim));
        }

        if (after.Stage == before.Stage) return;
        foreach (var home in after.Homes) scene.TellOther(home.Chat, [new Say("CaseNews.Head", ("nomor", after.Number!.ToString()), ("nama", after.NameFor(home.Chat))), .. Of(after, scene.Talk.Office)]);
    }

    /// <summary>The stage in words, and after a refusal why, what one can do, and until when one may object.</summary>
    public static IEnumerable<Say> Of(Application a, Office office)
    {
        yield return new($"Stage.{a.Stage}", a.PromisedBy is { } day && Status.HasPromise(a.Stage) ? ImmutableArray.Create<Slot>(("tanggal", day)) : []);
        if (a is not { Stage: Stage.RefusedByOffice, RefusedFor: { } why }) yield break;
        yield return new($"RefusedFor.{why}");
        yield return new("CaseNews.AppealUntil", ("tanggal", Deciding.AppealUntil(a, office)));
    }
}
