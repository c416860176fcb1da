using System.Collections.Immutable;
using BansosBot.Domain.Applications;

namespace BansosBot.Domain.Staff;

/// <summary>What officers do with a case.</summary>
public enum StaffAct
{
    /// <summary>Its answers and history; each time is in the log.</summary>
    See,

    /// <summary>Its photos, sent into the officer's own chat; each time is in the log.</summary>
    SeeDocument,

    /// <summary>It is theirs to work on, until they let it go, hand it over, or do nothing for half an hour.</summary>
    Hold,
    LetGo,
    HandOver,
    Note,
    TakeUp,
    AskForCorrection,
    RecordVisit,
    Verify,
    Refuse,
    Reopen,
    Endorse,
    Propose,

    /// <summary>The file of a batch, with everybody's numbers and names, comes into their chat.</summary>
    ExportProposals,
    RecordApproval,
    RecordMinistryRefusal,
    ProposeAgain,
    RecordPayment,
    ChangeGuardian,

    /// <summary>The guardian gets a code at the counter, by which their chat joins the case.</summary>
    HandOutCode,
    End,
    TakeUpAppeal,
    RefuseAppeal,

    /// <summary>The family of an interest was spoken with.</summary>
    Contact,

    /// <summary>An interest is passed on to a school or an office.</summary>
    Refer,

    /// <summary>What those answered.</summary>
    RecordReferral,
    CloseInterest,

    /// <summary>The list of interests, with everybody's numbers and names, comes into their chat.</summary>
    ExportInterests,

    /// <summary>Its family is told on the telephone what no chat of theirs said.</summary>
    CallFamily,

    /// <summary>How many there are of it, by kecamatan and stage: nothing that names anybody.</summary>
    SeeFigures,

    /// <summary>It goes before others, against the rule of its queue: with a reason that is in the log.</summary>
    LeaveTheRule,
}

/// <summary>Whose a case is, seen from an officer.</summary>
public enum Whose
{
    /// <summary>They hold it.</summary>
    Theirs,

    /// <summary>Another officer holds it.</summary>
    Anothers,

    Nobodys,

    /// <summary>Of their own household, or filed from their own chat: whoever holds it.</summary>
    OwnHousehold,
}

/// <summary>Who may do what to which case in which stage: one table, and what does not stand in it is not allowed.</summary>
/// <remarks>Where the same person must not do two things to one case (verify and endorse, refuse and hear the appeal), <see cref="FourEyes"/> says so.</remarks>
public static class Permissions
{
    private static readonly ImmutableArray<Role>
        Checkers = [Role.Petugas, Role.Verifikator],
        Heads = [Role.KepalaBidang, Role.KepalaDinas],
        Desk = [.. Checkers, .. Heads];

    private static readonly ImmutableArray<Stage>
        Any = [.. Enum.GetValues<Stage>()],
        Worked = [Stage.Submitted, Stage.InVerification, Stage.NeedsCorrection, Stage.Lapsed, Stage.Verified, Stage.Endorsed, Stage.Proposed, Stage.ApprovedByMinistry, Stage.Active, Stage.Appealed, Stage.RefusedByMinistry];

    private static readonly ImmutableArray<Whose>
        NotOwn = [Whose.Theirs, Whose.Anothers, Whose.Nobodys],
        Held = [Whose.Theirs];

    private static readonly ImmutableArray<Rule> Table =
    [
        new(StaffAct.See, Desk, Any, NotOwn),
        new(StaffAct.SeeDocument, Desk, Any, NotOwn),
        new(StaffAct.Hold, Desk, Worked, [Whose.Nobodys]),
        new(StaffAct.LetGo, Desk, Any, Held),
        new(StaffAct.HandOver, Desk, Worked, Held),
        new(StaffAct.HandOver, [Role.KepalaBidang], Worked, [Whose.Anothers]),          // of somebody who is ill
        new(StaffAct.Note, Desk, Any, NotOwn),
        new(StaffAct.TakeUp, Checkers, [Stage.Submitted], Held),
        new(StaffAct.AskForCorrection, Checkers, [Stage.InVerification], Held),
        new(StaffAct.RecordVisit, Checkers, [Stage.InVerification], Held),
        new(StaffAct.Verify, [Role.Verifikator], [Stage.InVerification], Held),
        new(StaffAct.Refuse, [Role.Verifikator], [Stage.InVerification], Held),
        new(StaffAct.Refuse, [Role.KepalaBidang], [Stage.Verified], Held),
        new(StaffAct.Reopen, Checkers, [Stage.Lapsed], Held),
        new(StaffAct.Endorse, [Role.KepalaBidang], [Stage.Verified], Held),
        new(StaffAct.Propose, [Role.KepalaDinas], [Stage.Endorsed], NotOwn),            // a whole batch: nobody holds each of it
        new(StaffAct.ExportProposals, [Role.KepalaDinas], [Stage.Proposed], NotOwn),
        new(StaffAct.RecordApproval, [Role.Verifikator], [Stage.Proposed], NotOwn),     // a list comes back
        new(StaffAct.RecordMinistryRefusal, [Role.Verifikator], [Stage.Proposed], NotOwn),
        new(StaffAct.ProposeAgain, [Role.KepalaBidang], [Stage.RefusedByMinistry], Held),
        new(StaffAct.RecordPayment, [Role.Verifikator], [Stage.ApprovedByMinistry, Stage.Active], NotOwn),
        new(StaffAct.ChangeGuardian, Checkers, [Stage.Verified, Stage.Endorsed, Stage.Proposed, Stage.ApprovedByMinistry, Stage.Active], Held),
        new(StaffAct.HandOutCode, Checkers, Worked, NotOwn),                            // whoever sits at the counter when they come
        new(StaffAct.End, [Role.KepalaBidang], [Stage.ApprovedByMinistry, Stage.Active], Held),
        new(StaffAct.TakeUpAppeal, Heads, [Stage.Appealed], Held),
        new(StaffAct.RefuseAppeal, Heads, [Stage.Appealed], Held),
        new(StaffAct.Contact, Checkers, [Stage.Submitted], Held),
        new(StaffAct.Refer, Checkers, [Stage.InVerification], Held),
        new(StaffAct.RecordReferral, Checkers, [Stage.InVerification], Held),
        new(StaffAct.CloseInterest, Checkers, [Stage.Submitted, Stage.InVerification], Held),
        new(StaffAct.ExportInterests, [Role.Verifikator, Role.KepalaBidang], [Stage.InVerification], NotOwn),
        new(StaffAct.CallFamily, Desk, Any, NotOwn),
        new(StaffAct.SeeFigures, Desk, Any, NotOwn),
        new(StaffAct.LeaveTheRule, [Role.KepalaBidang], [Stage.Submitted, Stage.InVerification, Stage.Verified, Stage.Endorsed], NotOwn),
    ];

    /// <summary>Whether the table has it.</summary>
    public static bool Allows(Role role, StaffAct act, Stage stage, Whose whose)
    {
        foreach (var rule in Table.AsSpan())
            if (rule.Act == act && rule.Roles.Contains(role) && rule.Stages.Contains(stage) && rule.Whose.Contains(whose)) return true;
        return false;
    }

    /// <summary>Whose a case is to an officer.</summary>
    public static Whose WhoseIs(Application a, Officer officer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(officer);
        return a.Homes.Any(h => h.Chat == officer.Chat) ? Whose.OwnHousehold
            : a.HeldBy(now) is not { } holder ? Whose.Nobodys
            : holder == officer.Id ? Whose.Theirs : Whose.Anothers;
    }

    /// <summary>Null: the officer may. The reason names what stands in the way first: not working here, one's own household, the role, the area, the stage, who holds it.</summary>
    public static MayNot? Why(Officer officer, StaffAct act, Application a, Whose whose)
    {
        ArgumentNullException.ThrowIfNull(officer);
        ArgumentNullException.ThrowIfNull(a);
        if (!officer.WorksHere) return new MayNot.NotHere();
        if (whose == Whose.OwnHousehold) return new MayNot.OwnHousehold();
        if (!Table.Any(r => r.Act == act && r.Roles.Contains(officer.Role))) return new MayNot.NotTheirRole(officer.Role);
        if (!officer.Covers(a.Kelurahan)) return new MayNot.NotTheirArea(a.Kelurahan.Kecamatan.Name);
        if (!Table.Any(r => r.Act == act && r.Roles.Contains(officer.Role) && r.Stages.Contains(a.Stage))) return new MayNot.NotAtThisStage(a.Stage);
        if (!Allows(officer.Role, act, a.Stage, whose)) return whose == Whose.Anothers ? new MayNot.AnotherHoldsIt() : new MayNot.NobodyHoldsIt();
        return FourEyes.Forbid(officer.Id, act, a.History) ? new MayNot.DidTheStepBefore() : null;
    }

    private readonly record struct Rule(StaffAct Act, ImmutableArray<Role> Roles, ImmutableArray<Stage> Stages, ImmutableArray<Whose> Whose);
}

/// <summary>What the same person must not do to one case.</summary>
public static class FourEyes
{
    /// <param name="history">Of the case, oldest first, each stage with who led it there.</param>
    public static bool Forbid(string officer, StaffAct act, ImmutableArray<StageReached> history) => act switch
    {
        StaffAct.Endorse => Last(history, Stage.Verified) == officer,
        StaffAct.Propose => Last(history, Stage.Endorsed) == officer,
        StaffAct.LeaveTheRule => Last(history, Stage.Verified) == officer || Last(history, Stage.Endorsed) == officer,
        StaffAct.TakeUpAppeal or StaffAct.RefuseAppeal or StaffAct.Verify or StaffAct.Refuse or StaffAct.AskForCorrection => history.Any(h => h.Stage == Stage.Appealed) && Last(history, Stage.RefusedByOffice) == officer,
        _ => false,
    };

    private static string? Last(ImmutableArray<StageReached> history, Stage stage) => history.LastOrDefault(h => h.Stage == stage)?.By;
}
