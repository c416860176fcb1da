using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Applications;

/// <summary>What comes of something that is done to a case. Pure; who may do it and what is told are asked of their own parts.</summary>
public static class Deciding
{
    /// <summary>Whoever objects to a refusal has so many working days (UU 30/2014 art. 77).</summary>
    public const int AppealWithinDays = 21;

    /// <summary>By an officer.</summary>
    public static Outcome<Decided> By(Officer officer, Whose whose, Application a, Doing doing, ServiceStandard standard, Office office, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(officer);
        return Permissions.Why(officer, ActOf(doing), a, whose) is { } why ? why : After(a, doing, officer.Id, standard, office, at);
    }

    /// <summary>By the family, the clock or a list: whose own it is was asked before.</summary>
    public static Outcome<Decided> OfItself(Application a, Doing doing, ServiceStandard standard, Office office, DateTimeOffset at) => After(a, doing, by: null, standard, office, at);

    /// <summary>Of a whole batch that an officer signed: that they may was asked then, and whose own each is is asked by who leads them on.</summary>
    public static Outcome<Decided> OfBatch(Application a, Doing.Propose doing, string by, Office office, DateTimeOffset at) => After(a, doing, by, NoStandard, office, at);

    // What is proposed waits for others: no day is promised.
    private static readonly ServiceStandard NoStandard = new(0, null, null);

    /// <summary>Until when a refusal can be objected to.</summary>
    public static DateOnly AppealUntil(Application a, Office office)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(office);
        return office.WorkingDaysAfter(office.DayOf(a.StageSince), AppealWithinDays);
    }

    private static Outcome<Decided> After(Application a, Doing doing, string? by, ServiceStandard standard, Office office, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(doing);
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(office);
        if (doing is Doing.RecordVisit(var on, var found))
            return on > office.DayOf(at) ? new VisitInTheFuture(on) : new Decided(a with { Visits = a.Visits.Add(new(on, found, by!, at)), Held = Touched(a, by, at) }, Act.VisitRecorded, "");

        if (doing is Doing.RecordPayment(var payment) && Paying.OnlyRecords(a.Stage, payment))
            return new Decided(a with { Payments = Paying.With(a.Payments, payment) }, Act.PaymentRecorded, Paying.Detail(payment));

        if (doing is Doing.Refer or Doing.RecordReferral) return Referred(a, doing, by!, standard, office, at);
        if (doing is Doing.ChangeGuardian to) return new Decided(Guardians.Changed(a, to, by!, at) with { Held = Touched(a, by, at) }, Act.GuardianChanged, to.Why.ToString());

        var (move, act, detail) = Means(doing);
        if (ApplicationLife.Next(a.Stage, move) is not { } next) return new MayNot.NotAtThisStage(a.Stage);
        if (doing is Doing.Appeal && a.WasAppealed) return new AppealedAlready();
        if (doing is Doing.Appeal && office.DayOf(at) > AppealUntil(a, office)) return new AppealTooLate(AppealUntil(a, office));
        var mended = doing is Doing.Correct given ? Mending.Of(a, given, at) : a;
        var after = mended with
        {
            Stage = next,
            StageSince = at,
            PromisedBy = Promise.Of(next, a, standard, office, at),
            LateSince = null,
            History = a.History.Add(new(next, at, by)),
            Held = doing is Doing.TakeUp or Doing.Reopen or Doing.Contact ? Touched(a, by, at) : null,      // the next step is somebody else's turn
            ToCorrect = doing is Doing.AskForCorrection(var items) ? items : doing is Doing.Lapse ? a.ToCorrect : [],     // what comes late opens it again
            RefusedFor = doing is Doing.Refuse(var why) ? why : doing is Doing.RefuseAppeal || next is Stage.Appealed or Stage.InVerification ? a.RefusedFor : null,
            EndedFor = doing is Doing.End(var end) ? end : doing is Doing.CloseInterest(var closed) ? closed : null,
            Interest = doing is Doing.Contact ? new(at, by!) : a.Interest,
            Answers = doing is Doing.Appeal { Papers: { } sent } ? a.Answers.SetItem(AppealErrand.PapersStep, sent) : mended.Answers,
            AppealedFor = doing is Doing.Appeal && a.RefusedFor is { } objected ? a.AppealedFor.Add(objected) : a.AppealedFor,
            Objection = doing is Doing.Appeal(var text) ? text : a.Objection,
            MinistryWhy = doing is Doing.RecordMinistryRefusal(var said) ? said.Length > 0 ? said : null : a.MinistryWhy,
            Payments = doing is Doing.RecordPayment(var first) ? Paying.With(a.Payments, first) : a.Payments,
        };
        return new Decided(after, act, detail);
    }

    // The case stays where it is. Whoever was asked decides when: no day is promised until they have.
    private static Outcome<Decided> Referred(Application a, Doing doing, string by, ServiceStandard standard, Office office, DateTimeOffset at)
    {
        if (a is not { Stage: Stage.InVerification, Interest: { } interest } || (doing is Doing.RecordReferral && interest.Referral is null)) return new MayNot.NotAtThisStage(a.Stage);
        if (doing is Doing.Refer(var to))
            return new Decided(a with { Interest = interest with { Referral = new(to, office.DayOf(at), by) }, PromisedBy = null, LateSince = null, Held = Touched(a, by, at) }, Act.InterestReferred, "");
        var referral = interest.Referral!;
        var accepted = ((Doing.RecordReferral)doing).Accepted;
        return new Decided(
            a with { Interest = interest with { Referral = referral with { Accepted = accepted, AnsweredAt = at } }, PromisedBy = accepted ? null : Promise.Of(a.Stage, a, standard, office, at), LateSince = null, Held = Touched(a, by, at) },
            Act.ReferralAnswered, accepted ? "accepted" : "refused");
    }

    // Whoever moved it goes on with it while it is their turn.
    private static Holding? Touched(Application a, string? by, DateTimeOffset at) => by is not null && a.Held?.Officer == by ? new(by, at) : a.Held;

    private static (CaseAct Move, Act Act, string Detail) Means(Doing doing) => doing switch
    {
        Doing.TakeUp => (CaseAct.TakeUp, Act.TakenUp, ""),
        Doing.AskForCorrection(var items) => (CaseAct.AskForCorrection, Act.CorrectionAskedFor, string.Join(' ', items.Select(i => $"{i.Step}:{i.Reason}"))),
        Doing.Verify => (CaseAct.Verify, Act.Verified, ""),
        Doing.Refuse(var why) => (CaseAct.Refuse, Act.Refused, why.ToString()),
        Doing.Reopen => (CaseAct.Reopen, Act.Reopened, ""),
        Doing.Endorse => (CaseAct.Endorse, Act.Endorsed, ""),
        Doing.Propose(var batch) => (CaseAct.Propose, Act.Proposed, batch),
        Doing.RecordApproval => (CaseAct.ApproveByMinistry, Act.MinistryApproved, ""),
        Doing.RecordMinistryRefusal => (CaseAct.RefuseByMinistry, Act.MinistryRefused, ""),
        Doing.ProposeAgain => (CaseAct.ProposeAgain, Act.ProposedAgain, ""),
        Doing.RecordPayment(var first) => (CaseAct.StartPaying, Act.PayingStarted, Paying.Detail(first)),
        Doing.End(var why) => (CaseAct.End, Act.Ended, why.ToString()),
        Doing.TakeUpAppeal => (CaseAct.TakeUpAppeal, Act.AppealTakenUp, ""),
        Doing.RefuseAppeal => (CaseAct.RefuseAppeal, Act.AppealRefused, ""),
        Doing.Correct(var answers) => (CaseAct.Correct, Act.Corrected, string.Join(' ', answers.Keys.Order(StringComparer.Ordinal))),
        Doing.Appeal => (CaseAct.Appeal, Act.AppealMade, ""),
        Doing.Withdraw => (CaseAct.Withdraw, Act.ApplicationWithdrawn, ""),
        Doing.Lapse => (CaseAct.Lapse, Act.Lapsed, ""),
        Doing.Contact => (CaseAct.Contact, Act.InterestContacted, ""),
        Doing.CloseInterest(var why) => (CaseAct.CloseInterest, Act.InterestClosed, why.ToString()),
        _ => throw new InvalidOperationException("Something done of a kind that nobody wrote."),
    };

    private static StaffAct ActOf(Doing doing) => doing switch
    {
        Doing.TakeUp => StaffAct.TakeUp,
        Doing.AskForCorrection => StaffAct.AskForCorrection,
        Doing.RecordVisit => StaffAct.RecordVisit,
        Doing.Verify => StaffAct.Verify,
        Doing.Refuse => StaffAct.Refuse,
        Doing.Reopen => StaffAct.Reopen,
        Doing.Endorse => StaffAct.Endorse,
        Doing.Propose => StaffAct.Propose,
        Doing.RecordApproval => StaffAct.RecordApproval,
        Doing.RecordMinistryRefusal => StaffAct.RecordMinistryRefusal,
        Doing.ProposeAgain => StaffAct.ProposeAgain,
        Doing.RecordPayment => StaffAct.RecordPayment,
        Doing.ChangeGuardian => StaffAct.ChangeGuardian,
        Doing.End => StaffAct.End,
        Doing.TakeUpAppeal => StaffAct.TakeUpAppeal,
        Doing.RefuseAppeal => StaffAct.RefuseAppeal,
        Doing.Contact => StaffAct.Contact,
        Doing.Refer => StaffAct.Refer,
        Doing.RecordReferral => StaffAct.RecordReferral,
        Doing.CloseInterest => StaffAct.CloseInterest,
        _ => throw new InvalidOperationException("Officers do no such thing."),
    };
}

/// <summary>What something that was done comes to.</summary>
/// <param name="After">The case as it is to be; its revision is still the one that was read.</param>
/// <param name="Detail">For the audit: a code, never a person.</param>
public sealed record Decided(Application After, Act Act, string Detail);

/// <summary>A visit is recorded after it was made.</summary>
public sealed record VisitInTheFuture(DateOnly On) : Refusal
{
    public override Say Sentence => new("Refusal.VisitInTheFuture", ("tanggal", On));
}

/// <summary>One objects once; what stands after that is a matter for others than this office.</summary>
public sealed record AppealedAlready : Refusal
{
    public override Say Sentence => new("Refusal.AppealedAlready");
}

/// <summary>The days for objecting are over; an officer may still be asked.</summary>
public sealed record AppealTooLate(DateOnly Until) : Refusal
{
    public override Say Sentence => new("Refusal.AppealTooLate", ("tanggal", Until));
}
