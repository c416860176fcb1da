namespace BansosBot.Domain.Audit;

/// <summary>An act to be entered in the chain: who, what, on what. Subjects are random ids, details are codes; never a personal value.</summary>
/// <param name="Act">What was done.</param>
/// <param name="Subject">Random id of the case, draft or ticket.</param>
/// <param name="Detail">A code or version; empty where there is none.</param>
/// <param name="By">Id of the officer who did it; empty: the person themselves, or the bot.</param>
public sealed record AuditAct(Act Act, string Subject, string Detail, string By = "");

/// <summary>Acts that the audit knows.</summary>
public enum Act
{
    ConsentGiven,
    ConsentRefused,
    ConsentWithdrawn,
    ApplicationSubmitted,
    ApplicationWithdrawn,
    HomeJoined,
    HomeRemoved,
    DraftMoved,
    TicketLeft,
    TicketAddedTo,
    TicketSeen,
    TicketTaken,
    TicketLetGo,
    TicketAnswered,
    TicketClosed,
    TicketCalled,
    TicketLate,
    TicketRated,
    DataShown,
    DataErased,
    CaseErased,
    LookUpLocked,
    LookedUp,
    LookUpsPaused,
    ManyLookUps,
    MessageParked,
    ReportTaken,
    ReportAddedTo,
    OfficerInvited,
    OfficerCameIn,
    OfficerLeft,
    CaseSeen,
    DocumentSeen,
    CaseHeld,
    CaseLetGo,
    CaseHandedOver,
    NotAllowed,
    LeftTheRule,
    TakenUp,
    CorrectionAskedFor,
    Corrected,
    VisitRecorded,
    Verified,
    Refused,
    Lapsed,
    Reopened,
    Endorsed,
    Proposed,
    ProposedAgain,
    MinistryApproved,
    MinistryRefused,
    PayingStarted,
    Ended,
    AppealMade,
    AppealTakenUp,
    BatchSigned,
    BatchComplete,
    ListTakenIn,
    StagedListCleared,
    AppealRefused,
    NoteWritten,

    /// <summary>The file of a batch went out to be handed on: to whom the log says, how many, and the hash of its rows.</summary>
    ProposalsExported,

    /// <summary>The ministry's answer was taken in: the list's hash, and how many cases moved.</summary>
    AnswerTakenIn,

    /// <summary>A list of payments was taken in.</summary>
    PaymentsTakenIn,
    PaymentRecorded,
    PromiseOver,
    EndForetold,
    FiguresSeen,
    FamilyNotReached,
    FamilyCalled,
    CallNotAnswered,
    InterestContacted,
    InterestReferred,
    ReferralAnswered,
    InterestClosed,
    InterestsListed,
    PledgeNoted,
    PledgeAgreed,
    PledgeHandedOver,
    PledgeCalledOff,

    /// <summary>Somebody for whom the aid runs already became a case: by which row of which list.</summary>
    TakenOver,

    /// <summary>All rows of a list that became valid were looked at: how many became cases, how many were known, ended or not clear.</summary>
    ListTakenOver,

    /// <summary>An officer gave a guardian a code by which their chat joins the case.</summary>
    CodeHandedOut,
    GuardianChanged,
}

/// <summary>One entry of the hash chain.</summary>
/// <param name="Sequence">From 1, without a gap.</param>
/// <param name="Previous">Hash of the entry before, in lower-case hex; 64 zeros for the first.</param>
public sealed record AuditEntry(long Sequence, DateTimeOffset At, Act Act, string Subject, string Detail, string By, string Previous, string Hash);
