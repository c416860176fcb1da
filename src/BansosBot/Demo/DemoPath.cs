using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;

namespace BansosBot.Demo;

/// <summary>Leads an invented case from its submission to the stage it is to stand at, on the ways that the map of its life knows.</summary>
internal static class DemoPath
{
    // Acts, the shortest way, and how many days after the one before each is done.
    private static readonly Dictionary<Stage, (CaseAct Act, int Days)[]> Ways = new()
    {
        [Stage.Submitted] = [],
        [Stage.InVerification] = [(CaseAct.TakeUp, 1)],
        [Stage.NeedsCorrection] = [(CaseAct.TakeUp, 1), (CaseAct.AskForCorrection, 4)],
        [Stage.Lapsed] = [(CaseAct.TakeUp, 1), (CaseAct.AskForCorrection, 4), (CaseAct.Lapse, 14)],
        [Stage.Verified] = [(CaseAct.TakeUp, 1), (CaseAct.Verify, 10)],
        [Stage.RefusedByOffice] = [(CaseAct.TakeUp, 1), (CaseAct.Refuse, 10)],
        [Stage.Appealed] = [(CaseAct.TakeUp, 1), (CaseAct.Refuse, 10), (CaseAct.Appeal, 9)],
        [Stage.Endorsed] = [(CaseAct.TakeUp, 1), (CaseAct.Verify, 10), (CaseAct.Endorse, 4)],
        [Stage.Proposed] = [(CaseAct.TakeUp, 1), (CaseAct.Verify, 10), (CaseAct.Endorse, 4), (CaseAct.Propose, 20)],
        [Stage.RefusedByMinistry] = [(CaseAct.TakeUp, 1), (CaseAct.Verify, 10), (CaseAct.Endorse, 4), (CaseAct.Propose, 20), (CaseAct.RefuseByMinistry, 60)],
        [Stage.ApprovedByMinistry] = [(CaseAct.TakeUp, 1), (CaseAct.Verify, 10), (CaseAct.Endorse, 4), (CaseAct.Propose, 20), (CaseAct.ApproveByMinistry, 60)],
        [Stage.Active] = [(CaseAct.TakeUp, 1), (CaseAct.Verify, 10), (CaseAct.Endorse, 4), (CaseAct.Propose, 20), (CaseAct.ApproveByMinistry, 60), (CaseAct.StartPaying, 40)],
        [Stage.Ended] = [(CaseAct.TakeUp, 1), (CaseAct.Verify, 10), (CaseAct.Endorse, 4), (CaseAct.Propose, 20), (CaseAct.ApproveByMinistry, 60), (CaseAct.StartPaying, 40), (CaseAct.End, 60)],
    };

    /// <summary>The case at its stage; the same one where that is the first.</summary>
    public static Application Lead(Application filed, Stage to, Office office)
    {
        foreach (var (act, days) in Ways[to])
        {
            var at = filed.StageSince.AddDays(days);
            var next = ApplicationLife.Next(filed.Stage, act) ?? throw new InvalidOperationException($"The map of a case's life knows no {act} from {filed.Stage}.");
            filed = filed with { Stage = next, StageSince = at, PromisedBy = PromiseAt(next, office.DayOf(at), office), History = filed.History.Add(new(next, at)) };
        }

        return filed;
    }

    /// <summary>Claims of a case that is at its end: the child may be applied for again.</summary>
    public static IEnumerable<Write> Release(Application a) =>
        ApplicationLife.IsRunning(a.Stage) ? [] : a.HeldClaims().Select(claim => new Write.Free(claim, a.Id));

    private static DateOnly? PromiseAt(Stage stage, DateOnly day, Office office) => stage switch
    {
        Stage.InVerification => office.WorkingDaysAfter(day, 14),
        Stage.NeedsCorrection => day.AddDays(14),
        Stage.Appealed => office.WorkingDaysAfter(day, 10),
        _ => null,
    };
}
