using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Applications;

/// <summary>What comes by itself to a case that waits for its family: one reminder half-way, and its lapse when the last day is over.</summary>
internal static class CaseClock
{
    // A case that does not open today may do so when its keys are put back.
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromDays(1);

    public static bool IsMeant(DueKind kind) => kind is DueKind.CorrectionReminder or DueKind.CaseLapse;

    /// <summary>For a case that something was asked of just now.</summary>
    public static void Start(Scene scene, Application a)
    {
        if (a is not { Stage: Stage.NeedsCorrection, PromisedBy: { } last }) return;
        var (office, end) = (scene.Talk.Office, scene.Talk.Office.MorningAfter(last));
        scene.DueOfOffice(DueKind.CorrectionReminder, a.Id, office.OutsideQuietHours(a.StageSince + ((end - a.StageSince) / 2)));
        scene.DueOfOffice(DueKind.CaseLapse, a.Id, end);
    }

    public static void Come(Scene scene, Incoming.Due due)
    {
        if (scene.Known.NotOpened > 0) scene.DueOfOffice(due.Kind, due.About, scene.At + TryAgainAfter);
        if (scene.Known.Cases is not [{ Stage: Stage.NeedsCorrection } a, ..]) return;          // mended, taken back or erased meanwhile
        if (due.Kind == DueKind.CorrectionReminder) CaseNews.Remind(scene, a);
        else if (a.PromisedBy < scene.Today && Deciding.OfItself(a, new Doing.Lapse(), CaseForm.Standard(scene.Talk, a), scene.Talk.Office, scene.At) is Outcome<Decided>.Ok(var lapsed)) CaseNews.Write(scene, a, lapsed);
    }
}
