using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;

namespace BansosBot.Domain.Applications;

/// <summary>What of a case its family can be asked to mend, why, and which of their chats can.</summary>
internal static class Corrections
{
    /// <summary>So many at once are read to the end; whoever lacks more is better called on the telephone.</summary>
    public const int ItemsMax = 8;

    /// <summary>The steps of the form that this case has an answer to.</summary>
    public static IEnumerable<Step> Of(Flow form, Application a) => form.Steps.Where(s => FlowShape.IsMendable(s) && a.Answers.ContainsKey(s.Name));

    /// <summary>Why an answer of this kind is asked for again.</summary>
    public static ImmutableArray<CorrectionReason> Reasons(QuestionKind kind) => kind switch
    {
        DocumentsKind =>
        [
            CorrectionReason.PhotoUnclear, CorrectionReason.WrongDocument, CorrectionReason.DeathCertificateLacking,
            CorrectionReason.ChildNotInKk, CorrectionReason.NameOrDateDiffers, CorrectionReason.GuardianNotProven,
        ],
        NikKind or KkKind => [CorrectionReason.NikWrong, CorrectionReason.NameOrDateDiffers],
        PhoneKind => [CorrectionReason.PhoneDead],
        _ => [CorrectionReason.NameOrDateDiffers, CorrectionReason.GuardianNotProven],
    };

    /// <summary>A line for each, in the order in which they are asked: what, why, what to do.</summary>
    public static ImmutableArray<Say> InWords(Application a, Flow? form) =>
        [.. from step in form?.Steps ?? [] from item in a.ToCorrect where item.Step == step.Name select InWords(step, item.Reason)];

    public static Say InWords(Step step, CorrectionReason reason) => new("CorrectFor.Line", ("nama", new Say($"{step.TextKey}.Name")), ("sebab", new Say($"CorrectFor.{reason}")));

    /// <summary>Something is asked for, or was until its day was over: what comes late opens the case again.</summary>
    public static bool AreOpen(Application a) => a is { Stage: Stage.NeedsCorrection or Stage.Lapsed, ToCorrect.IsEmpty: false };

    /// <summary>As for taking it back: what somebody sends who overheard a code would be checked in place of the family's.</summary>
    public static bool MayBeSentFrom(ChatKey chat, Application a) => AreOpen(a) && a.IsOwnOf(chat);

    /// <summary>Which time it is that something is asked for, from 1: a draft of an earlier time is over.</summary>
    public static int Round(Application a) => a.History.Count(h => h.Stage == Stage.NeedsCorrection);
}
