using System.Collections.Immutable;
using Stateless;

namespace BansosBot.Domain.Applications;

/// <summary>What can be done to an application.</summary>
public enum CaseAct
{
    TakeUp,
    AskForCorrection,
    Correct,
    Lapse,
    Reopen,
    Verify,
    Endorse,
    Propose,
    ApproveByMinistry,
    RefuseByMinistry,
    ProposeAgain,
    StartPaying,
    End,
    Refuse,
    Appeal,
    TakeUpAppeal,
    RefuseAppeal,
    Withdraw,
    Contact,
    CloseInterest,
}

/// <summary>The map of an application's life: which act leads from which stage to which. It forbids by default.</summary>
/// <remarks>Stateless as in <see cref="Conversations.StepMap"/>: shared, Immediate, no callbacks, a thread-static cursor.</remarks>
public static class ApplicationLife
{
    [ThreadStatic] private static Stage at;

    private static readonly StateMachine<Stage, CaseAct> Map = Draw();

    /// <summary>Stages that hold a place of the quota.</summary>
    public static ImmutableArray<Stage> HoldingQuota { get; } = [Stage.Proposed, Stage.ApprovedByMinistry, Stage.Active];

    /// <summary>Stages that wait for their turn to be proposed, by the programme's written order.</summary>
    public static ImmutableArray<Stage> WaitingToBeProposed { get; } = [Stage.Verified, Stage.Endorsed];

    /// <summary>The machine's own description, for the drawing in docs/.</summary>
    public static Stateless.Reflection.StateMachineInfo Info => Map.GetInfo();

    /// <summary>The stage after an act; null where the act is not allowed there.</summary>
    public static Stage? Next(Stage from, CaseAct act)
    {
        at = from;
        if (!Map.CanFire(act)) return null;
        Map.Fire(act);
        return at;
    }

    /// <summary>Not at an end: a second application for the same child would be a double.</summary>
    public static bool IsRunning(Stage stage) => stage is not (Stage.Ended or Stage.Withdrawn or Stage.RefusedByOffice or Stage.RefusedByMinistry or Stage.Lapsed);

    private static StateMachine<Stage, CaseAct> Draw()
    {
        var map = new StateMachine<Stage, CaseAct>(() => at, next => at = next, FiringMode.Immediate);
        foreach (var stage in Enum.GetValues<Stage>()) map.Configure(stage);        // known now, so never added later
        map.Configure(Stage.Submitted).Permit(CaseAct.TakeUp, Stage.InVerification).Permit(CaseAct.Withdraw, Stage.Withdrawn);
        map.Configure(Stage.InVerification)
            .Permit(CaseAct.AskForCorrection, Stage.NeedsCorrection).Permit(CaseAct.Verify, Stage.Verified)
            .Permit(CaseAct.Refuse, Stage.RefusedByOffice).Permit(CaseAct.Withdraw, Stage.Withdrawn);
        map.Configure(Stage.Submitted).Permit(CaseAct.Contact, Stage.InVerification).Permit(CaseAct.CloseInterest, Stage.Ended);     // what is only an interest is not verified
        map.Configure(Stage.InVerification).Permit(CaseAct.CloseInterest, Stage.Ended);
        map.Configure(Stage.NeedsCorrection)
            .Permit(CaseAct.Correct, Stage.InVerification).Permit(CaseAct.Lapse, Stage.Lapsed).Permit(CaseAct.Withdraw, Stage.Withdrawn);
        map.Configure(Stage.Lapsed).Permit(CaseAct.Reopen, Stage.InVerification).Permit(CaseAct.Correct, Stage.InVerification);
        map.Configure(Stage.Verified)
            .Permit(CaseAct.Endorse, Stage.Endorsed).Permit(CaseAct.Refuse, Stage.RefusedByOffice).Permit(CaseAct.Withdraw, Stage.Withdrawn);
        map.Configure(Stage.Endorsed).Permit(CaseAct.Propose, Stage.Proposed).Permit(CaseAct.Withdraw, Stage.Withdrawn);
        map.Configure(Stage.Proposed).Permit(CaseAct.ApproveByMinistry, Stage.ApprovedByMinistry).Permit(CaseAct.RefuseByMinistry, Stage.RefusedByMinistry);
        map.Configure(Stage.RefusedByMinistry).Permit(CaseAct.ProposeAgain, Stage.Endorsed);
        map.Configure(Stage.ApprovedByMinistry).Permit(CaseAct.StartPaying, Stage.Active).Permit(CaseAct.End, Stage.Ended);
        map.Configure(Stage.Active).Permit(CaseAct.End, Stage.Ended);
        map.Configure(Stage.RefusedByOffice).Permit(CaseAct.Appeal, Stage.Appealed);
        map.Configure(Stage.Appealed).Permit(CaseAct.TakeUpAppeal, Stage.InVerification).Permit(CaseAct.RefuseAppeal, Stage.RefusedByOffice);
        return map;
    }
}
