using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Applications;

/// <summary>What is done to a case, by an officer, the family, the clock or a list. One of these, and nothing else, moves it.</summary>
public abstract record Doing
{
    private Doing()
    {
    }

    // ---- officers

    public sealed record TakeUp : Doing;

    /// <param name="Items">At least one.</param>
    public sealed record AskForCorrection(ImmutableArray<CorrectionItem> Items) : Doing;

    /// <summary>Somebody was at the home; the case stays where it is.</summary>
    /// <param name="Found">What was seen, in the officer's words; at most 500 letters.</param>
    public sealed record RecordVisit(DateOnly On, string Found) : Doing;

    public sealed record Verify : Doing;

    public sealed record Refuse(RefusalReason Why) : Doing;

    public sealed record Reopen : Doing;

    public sealed record Endorse : Doing;

    /// <param name="Batch">Number of the batch, as it is signed.</param>
    public sealed record Propose(string Batch) : Doing;

    public sealed record RecordApproval : Doing;

    /// <param name="Why">In the ministry's words; empty where it gives none.</param>
    public sealed record RecordMinistryRefusal(string Why) : Doing;

    public sealed record ProposeAgain : Doing;

    /// <summary>A payment came or failed; the first that came begins the aid.</summary>
    public sealed record RecordPayment(CasePayment Payment) : Doing;

    public sealed record End(EndReason Why) : Doing;

    /// <summary>Somebody else cares for the child now; the case stays where it is.</summary>
    /// <param name="On">Since when.</param>
    /// <param name="Relation">What they are to the child, as the forms name it.</param>
    public sealed record ChangeGuardian(GuardianReason Why, DateOnly On, PersonName Name, string Relation, PhoneNumber Phone) : Doing;

    public sealed record TakeUpAppeal : Doing;

    /// <summary>The refusal stands, for the reason that was given.</summary>
    public sealed record RefuseAppeal : Doing;

    /// <summary>The family of an interest was spoken with.</summary>
    public sealed record Contact : Doing;

    /// <summary>An interest is passed on; it may be so again, to others.</summary>
    public sealed record Refer(string To) : Doing;

    /// <summary>Those to whom it was passed on have answered.</summary>
    public sealed record RecordReferral(bool Accepted) : Doing;

    public sealed record CloseInterest(EndReason Why) : Doing;

    // ---- the family

    /// <param name="Answers">In place of those that were asked about, by step.</param>
    public sealed record Correct(ImmutableDictionary<string, Answer> Answers) : Doing
    {
        /// <summary>What an officer is to look at now; null: as before.</summary>
        public ImmutableArray<string>? ForReview { get; init; }
    }

    /// <param name="Text">What they object, in their words.</param>
    public sealed record Appeal(string Text) : Doing
    {
        /// <summary>Photos that go with it; null or none: no photos.</summary>
        public Answer.Papers? Papers { get; init; }
    }

    public sealed record Withdraw : Doing;

    // ---- the clock

    /// <summary>What was asked for did not come by its day.</summary>
    public sealed record Lapse : Doing;
}

/// <summary>One thing the family is to mend: that photo, that answer.</summary>
/// <param name="Step">Name of the step whose answer it is.</param>
public sealed record CorrectionItem(string Step, CorrectionReason Reason);

/// <summary>Why something is asked for again. <c>domain.md</c> section 3, "Correction reasons"; each has a sentence with what to do.</summary>
public enum CorrectionReason
{
    /// <summary>Blurred, cut or dark.</summary>
    PhotoUnclear,
    WrongDocument,
    DeathCertificateLacking,
    ChildNotInKk,
    NameOrDateDiffers,
    NikWrong,
    GuardianNotProven,
    PhoneDead,
}

/// <summary>Why the office refuses. <c>domain.md</c> section 3, R01 to R13; each has a sentence with what the family can do. A full quota is no
/// reason: it makes a case wait.</summary>
public enum RefusalReason
{
    ParentsAlive = 1,
    TooOld,
    NotResident,
    DesilTooHigh,
    DoubleAid,
    StateEmployee,
    Remarried,
    ChildMarried,
    NikNotFound,
    ReceivesAlready,
    DocumentsUnusable,
    AddressNotFound,
    FamilyDeclined,
}

/// <summary>Why a running aid ends (<c>domain.md</c> section 3, "Ends"), or, the last five, an interest.</summary>
public enum EndReason
{
    TurnedEighteen,
    ChildDied,
    ChildMarried,
    GuardianRemarried,
    Adopted,
    MovedAway,
    AbleAgain,
    OtherAid,
    GuardianDeclined,
    Misused,
    NotFound,
    ParentAlive,

    /// <summary>The name stands on the waiting list for packages.</summary>
    OnTheList,
    ReferralAccepted,
    ReferralRefused,
    NoLongerInterested,
    FamilyNotFound,
}

/// <summary>A visit to the home.</summary>
/// <param name="By">Id of the officer who recorded it.</param>
public sealed record Visit(DateOnly On, string Found, string By, DateTimeOffset RecordedAt);

/// <summary>An officer works on it.</summary>
/// <param name="Since">When they last did something with it.</param>
public sealed record Holding(string Officer, DateTimeOffset Since)
{
    /// <summary>After so long without an act it is nobody's again.</summary>
    public static TimeSpan IdleMax { get; } = TimeSpan.FromMinutes(30);

    public bool Holds(DateTimeOffset now) => now - Since < IdleMax;
}
