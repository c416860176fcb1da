using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary>What happened to a case, told to its homes once: what it is, what comes next, by when, and what they can do.</summary>
internal static class CaseNews
{
    /// <summary>Keeps what was decided, holds or frees what a case holds while it runs, enters it in the audit, and tells every home but the one that did it.</summary>
    public static void Write(Scene scene, Application before, Decided decided)
    {
        var tellsOfPayment = decided.Act == Act.PaymentRecorded && decided.After.LastPayment != before.LastPayment;
        var moves = decided.After.Stage != before.Stage || decided.After.Interest != before.Interest;
        var after = moves || (tellsOfPayment && decided.After.LastPayment is { Result: Registry.Lists.Payment.Failed }) ? CallList.Told(scene, decided.After) : decided.After;      // for what came nobody need be called
        scene.Write(new Write.PutCase(after));
        scene.Audit(decided.Act, after.Id, decided.Detail);
        var (held, holds) = (Held(before), Held(after));
        foreach (var claim in held.Except(holds)) scene.Write(new Write.Free(claim, before.Id));
        foreach (var claim in holds.Except(held)) scene.Write(new Write.Take(claim, after.Id));
        if (tellsOfPayment) TellOfPayment(scene, after);
        if (!moves) return;
        CaseClock.Set(scene, after);
        foreach (var home in after.Homes.Where(h => h.Chat != scene.Now.Chat)) Tell(scene, after, home.Chat, Told(scene, decided, home.Chat));
    }

    // Of the latest tahap only: what an older list brings later is no news. Who files for others sees the stage, and that is as before.
    private static void TellOfPayment(Scene scene, Application a)
    {
        foreach (var home in a.Homes.Where(h => !a.IsFiledForOthersBy(h.Chat)))
            Tell(scene, a, home.Chat, [Head(a, home.Chat), .. PaymentWords.Of(a)]);
    }

    /// <summary>What was done in words, and what goes with it.</summary>
    public static IEnumerable<Say> Of(Decided decided, Scene scene) => [Now(decided, scene), .. Details(decided.After, scene)];

    /// <summary>What is to be mended, each with why; after a refusal why, what one can do, and until when one may object.</summary>
    public static IEnumerable<Say> Details(Application a, Scene scene)
    {
        foreach (var line in PaymentWords.Of(a)) yield return line;
        if (a is { Stage: Stage.RefusedByMinistry, MinistryWhy: { } said }) yield return new("CaseNews.MinistryWhy", ("alasan", said));
        if (Corrections.AreOpen(a) && Corrections.InWords(a, CaseForm.Of(scene.Talk, a)) is { IsEmpty: false } items) yield return new("CaseNews.Mend", ("isi", new SayValue.Lines(items, Numbered: true)));
        if (a is { Stage: Stage.Ended, EndedFor: { } end })
        {
            yield return new($"EndedFor.{end}");
            if (end == EndReason.TurnedEighteen)
                foreach (var other in ClockNews.Afterwards(scene, a)) yield return other;
        }

        if (a is not { Stage: Stage.RefusedByOffice, RefusedFor: { } why }) yield break;
        yield return new($"RefusedFor.{why}");
        yield return a.WasAppealed ? new("CaseNews.Final")
            : AppealErrand.IsOpen(a, scene) ? new("CaseNews.AppealUntil", ("tanggal", Deciding.AppealUntil(a, scene.Talk.Office)))
            : new("CaseNews.AppealOver", ("tanggal", Deciding.AppealUntil(a, scene.Talk.Office)));
    }

    private static ImmutableArray<Claim> Held(Application a) => ApplicationLife.IsRunning(a.Stage) ? a.HeldClaims() : [];

    // Who files for others sees the stage only.
    private static ImmutableArray<Say> Told(Scene scene, Decided decided, ChatKey chat)
    {
        var (after, number) = (decided.After, decided.After.Number!.ToString());
        return after.Stage == Stage.Withdrawn ? [new("Withdraw.OtherDone", ("nomor", number))]
            : after.IsFiledForOthersBy(chat) ? [Head(after, chat), Now(decided, scene)]
            : [Head(after, chat), .. Of(decided, scene), .. Elsewhere(after, chat)];
    }

    /// <summary>Of which case; whom it is for stands only in the family's chats.</summary>
    public static Say Head(Application a, ChatKey chat) => a.IsFiledForOthersBy(chat)
        ? new("CaseNews.HeadOfOthers", ("nomor", a.Number!.ToString()))
        : new("CaseNews.Head", ("nomor", a.Number!.ToString()), ("nama", a.NameFor(chat)));

    public static IEnumerable<Say> Elsewhere(Application a, ChatKey chat) => Corrections.AreOpen(a) && !a.IsOwnOf(chat) ? [new Say("CaseNews.MendElsewhere")] : [];

    // How it came to be checked again says more than that it is.
    private static Say Now(Decided decided, Scene scene) => decided is { Act: Act.Corrected or Act.Reopened or Act.AppealTakenUp or Act.AppealRefused, After.PromisedBy: var day }
        ? new($"CaseNews.{decided.Act}", day is { } by ? ImmutableArray.Create<Slot>(("tanggal", by)) : [])
        : Status.StageOf(decided.After, CaseForm.Programme(scene.Talk, decided.After));

    /// <summary>With the button for what the family can do.</summary>
    public static void Tell(Scene scene, Application a, ChatKey chat, ImmutableArray<Say> parts) => scene.News(
        chat,
        parts,
        Corrections.MayBeSentFrom(chat, a) ? NewsChoice.Row(NewsChoice.Correct, new Say("CaseNews.Button.Correct"))
        : AppealErrand.MayBeMadeFrom(chat, a, scene) ? NewsChoice.Row(NewsChoice.Appeal, new Say("CaseNews.Button.Appeal"))
        : []);
}
