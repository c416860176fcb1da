using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;

namespace BansosBot.Domain.Applications;

/// <summary>A case's stage in words: what it is at, what comes next, by when, and the places in the queues.</summary>
internal static class Status
{
    /// <param name="programme">Null where its file is gone: the stage is told without the quota.</param>
    public static Say InWords(Application c, Programme? programme, Known known, ChatKey chat)
    {
        var isInterest = programme?.Service == Service.Interest && c is { PromisedBy: not null, Stage: Stage.Submitted or Stage.InVerification };
        var stage = new Say(isInterest ? "Stage.OfInterest" : $"Stage.{c.Stage}", c.PromisedBy is { } day && HasPromise(c.Stage) ? ImmutableArray.Create<Slot>(("tanggal", day)) : []);
        // Who files for others (kader, TKSK, RT) sees the stage only; the guardian joins by the receipt code.
        if (c.IsFiledForOthersBy(chat)) return new("Status.StageOnly", ("nomor", c.Number!.ToString()), ("tahap", stage));
        return Queue(c, programme, known) is { } queue
            ? new("Status.CaseInQueue", ("nomor", c.Number!.ToString()), ("nama", c.NameFor(chat)), ("tahap", stage), ("antrean", queue))
            : new("Status.Case", ("nomor", c.Number!.ToString()), ("nama", c.NameFor(chat)), ("tahap", stage));
    }

    public static bool HasPromise(Stage stage) =>
        stage is Stage.Submitted or Stage.InVerification or Stage.NeedsCorrection or Stage.Appealed;

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
