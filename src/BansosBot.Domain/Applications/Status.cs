using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;

namespace BansosBot.Domain.Applications;

/// <summary>A case's stage in words: what it is at, what comes next, by when, and the places in the queues.</summary>
internal static class Status
{
    /// <param name="programme">Null where its file is gone: the stage is told without the quota.</param>
    public static Say InWords(Application c, Programme? programme, Known known, ChatKey chat)
    {
        var stage = StageOf(c, programme);
        // Who files for others (kader, TKSK, RT) sees the stage only; the guardian joins by the receipt code.
        if (c.IsFiledForOthersBy(chat)) return new("Status.StageOnly", ("nomor", c.Number!.ToString()), ("tahap", stage));
        return Queue(c, programme, known) is { } queue
            ? new("Status.CaseInQueue", ("nomor", c.Number!.ToString()), ("nama", c.NameFor(chat)), ("tahap", stage), ("antrean", queue))
            : new("Status.Case", ("nomor", c.Number!.ToString()), ("nama", c.NameFor(chat)), ("tahap", stage));
    }

    /// <summary>What it is at, what comes next, by when.</summary>
    public static Say StageOf(Application c, Programme? programme)
    {
        if (OfInterest(c, programme) is { } interest) return interest;
        if (c.PromisedBy is not { } day || !HasPromise(c.Stage)) return new($"Stage.{c.Stage}");
        return new(IsInterest(c, programme) ? "Stage.OfInterest" : c.Stage == Stage.Verified ? "Stage.VerifiedBy" : $"Stage.{c.Stage}", ("tanggal", day));
    }

    /// <summary>Nothing is checked, somebody gets in touch.</summary>
    public static bool IsInterest(Application c, Programme? programme) => programme?.Service == Service.Interest && c.Stage is (Stage.Submitted or Stage.InVerification);

    // What was done since somebody got in touch; null: nobody has, or it is no interest.
    private static Say? OfInterest(Application c, Programme? programme) => c switch
    {
        _ when programme?.Service != Service.Interest => null,
        { Stage: Stage.Ended } => new("Interest.Closed"),
        { Interest.Referral: { Accepted: { } accepted } answered } => new(accepted ? "Interest.Accepted" : "Interest.NotAccepted", ("tujuan", answered.To)),
        { Interest.Referral: { } referral } => new("Interest.Referred", ("tujuan", referral.To), ("tanggal", referral.On)),
        { Stage: Stage.InVerification, Interest: not null, PromisedBy: { } day } => new("Interest.Contacted", ("tanggal", day)),
        _ => null,
    };

    private static bool HasPromise(Stage stage) => Promise.IsOurs(stage) || stage == Stage.NeedsCorrection;

    // The rule, the quota, and where the child stands today: design.md, "Two queues".
    private static Say InProposing(Standing standing, Programme programme, Known known)
    {
        var (place, of, rule) = (standing.Place, standing.Of, programme.Says(ProgrammeTexts.ProposingOrder));
        return programme.Quota is { } quota
            ? new("Status.PlaceInProposing", ("ke", place), ("dari", of), ("kuota", quota.Places), ("terpakai", known.QuotaUsed), ("aturan", rule))
            : new("Status.PlaceInProposingOnly", ("ke", place), ("dari", of), ("aturan", rule));
    }

    private static Say? Queue(Application c, Programme? programme, Known known) => c.Stage switch
    {
        Stage.Submitted or Stage.InVerification when programme?.Service != Service.Interest && known.Places.TryGetValue(c.Id, out var place) => new("Status.PlaceInChecking", ("ke", place)),
        _ when programme is not null && known.Standings.TryGetValue(c.Id, out var standing) => InProposing(standing, programme, known),
        _ => null,
    };
}
