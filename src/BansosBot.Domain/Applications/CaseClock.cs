using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Applications;

/// <summary>What comes to a case by itself: that a promise was not kept; where its family is waited for a reminder half-way, and its lapse; where aid is
/// paid, that the child will be too old for it, and its end.</summary>
/// <remarks>One instant for each kind and case. It is moved or taken back with each move of the case, and what was told stands in the case itself: what
/// comes twice, or late, or beside an officer's act, tells nothing a second time.</remarks>
internal static class CaseClock
{
    // A case that does not open today may do so when its keys are put back.
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromDays(1);

    private static readonly ImmutableArray<DueKind> Kinds = [DueKind.PromiseOver, DueKind.CorrectionReminder, DueKind.CaseLapse, DueKind.TooOld];

    public static bool IsMeant(DueKind kind) => Kinds.Contains(kind);

    /// <summary>For a case that was moved just now.</summary>
    public static void Set(Scene scene, Application after)
    {
        foreach (var kind in Kinds) scene.DueOfOffice(kind, after.Id, At(kind, after, scene));
    }

    /// <summary>For one that is new.</summary>
    public static void Start(Scene scene, Application filed)
    {
        foreach (var kind in Kinds)
            if (At(kind, filed, scene) is { } at) scene.DueOfOffice(kind, filed.Id, at);
    }

    /// <summary>For one that is erased.</summary>
    public static void Stop(Scene scene, string id)
    {
        foreach (var kind in Kinds.Add(DueKind.LookAtHomes)) scene.DueOfOffice(kind, id, null);
    }

    public static void Come(Scene scene, Incoming.Due due)
    {
        if (scene.Known.NotOpened > 0) scene.Again(due, scene.At + TryAgainAfter);
        if (scene.Known.Cases is not [var a, ..] || At(due.Kind, a, scene) is not { } at) return;       // moved, taken back or erased meanwhile
        switch (due.Kind)
        {
            case DueKind.PromiseOver when Promise.Broken(a, CaseForm.Standard(scene.Talk, a), scene.Talk.Office, scene.At) is { } late:
                scene.Write(new Write.PutCase(CallList.Told(scene, late)));
                scene.Audit(Act.PromiseOver, a.Id, string.Create(CultureInfo.InvariantCulture, $"{a.Stage} {late.PromisedBy:yyyy-MM-dd}"));
                ClockNews.Late(scene, late);
                break;
            case DueKind.CorrectionReminder when !a.WasTold(Notice.CorrectionReminder):
                scene.Write(new Write.PutCase(CallList.Told(scene, a.Telling(Notice.CorrectionReminder, scene.At))));
                ClockNews.Remind(scene, a);
                break;
            case DueKind.CaseLapse when a.PromisedBy < scene.Today:
                Does(scene, a, new Doing.Lapse());
                break;
            case DueKind.TooOld:
                Grows(scene, a, due);
                break;
            case DueKind.PromiseOver or DueKind.CaseLapse when at > scene.At:
                scene.Again(due, at);       // it came before its time, of a day that was moved
                break;
        }
    }

    private static void Grows(Scene scene, Application a, Incoming.Due due)
    {
        var ends = TooOld.EndsOn(a, CaseForm.Programme(scene.Talk, a))!.Value;
        if (scene.Today >= ends)
        {
            Does(scene, a, new Doing.End(EndReason.TurnedEighteen));
            return;
        }

        if (TooOld.ToTell(a, ends, scene.Today) is { } notice)
        {
            a = CallList.Told(scene, a.Telling(notice, scene.At));
            scene.Write(new Write.PutCase(a));
            scene.Audit(Act.EndForetold, a.Id, notice.ToString());
            ClockNews.EndsOn(scene, a, ends);
        }

        scene.Again(due, TooOld.At(a, ends, scene.Talk.Office, scene.At));
    }

    private static void Does(Scene scene, Application a, Doing doing)
    {
        if (Deciding.OfItself(a, doing, CaseForm.Standard(scene.Talk, a), scene.Talk.Office, scene.At) is Outcome<Decided>.Ok(var decided)) CaseNews.Write(scene, a, decided);
    }

    // Null: nothing of this kind comes to it as it stands.
    private static DateTimeOffset? At(DueKind kind, Application a, Scene scene)
    {
        var office = scene.Talk.Office;
        return (kind, a) switch
        {
            (DueKind.PromiseOver, { PromisedBy: { } day }) when Promise.IsOurs(a.Stage) => office.MorningAfter(day),
            (DueKind.CorrectionReminder, { Stage: Stage.NeedsCorrection, PromisedBy: { } last }) => office.OutsideQuietHours(a.StageSince + ((office.MorningAfter(last) - a.StageSince) / 2)),
            (DueKind.CaseLapse, { Stage: Stage.NeedsCorrection, PromisedBy: { } last }) => office.MorningAfter(last),
            (DueKind.TooOld, { Stage: Stage.Active }) when TooOld.EndsOn(a, CaseForm.Programme(scene.Talk, a)) is { } ends => TooOld.At(a, ends, office, scene.At),
            _ => null,
        };
    }
}
