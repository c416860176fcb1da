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
            foreach (var claim in before.HeldClaims()) scene.Write(new Write.Free(claim, before.Id));
        }

        if (after.Stage == before.Stage) return;
        foreach (var home in after.Homes) scene.TellOther(home.Chat, [.. ToHome(after, home.Chat, scene.Talk.Office)]);
    }

    // Who filed for others (kader, TKSK, RT) is told the stage only: why a family is refused is the family's.
    private static IEnumerable<Say> ToHome(Application after, ChatKey chat, Office office) => after.IsFiledForOthersBy(chat)
        ? [new("CaseNews.HeadOfOthers", ("nomor", after.Number!.ToString())), StageOf(after)]
        : [new("CaseNews.Head", ("nomor", after.Number!.ToString()), ("nama", after.NameFor(chat))), .. Of(after, office)];

    private static Say StageOf(Application a) => new($"Stage.{a.Stage}", a.PromisedBy is { } day && Status.HasPromise(a.Stage) ? ImmutableArray.Create<Slot>(("tanggal", day)) : []);

    /// <summary>The stage in words, and after a refusal why, what one can do, and until when one may object.</summary>
    public static IEnumerable<Say> Of(Application a, Office office)
    {
        yield return StageOf(a);
        foreach (var line in WhyRefused(a, office, office.DayOf(a.StageSince))) yield return line;
    }

    /// <summary>After a refusal, why; and until when one may object, as long as one may.</summary>
    public static IEnumerable<Say> WhyRefused(Application a, Office office, DateOnly today)
    {
        if (a is not { Stage: Stage.RefusedByOffice, RefusedFor: { } why }) yield break;
        yield return new($"RefusedFor.{why}");
        if (Deciding.AppealUntil(a, office) is var until && until >= today) yield return new("CaseNews.AppealUntil", ("tanggal", until));
    }
}
