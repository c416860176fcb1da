using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Applications;

/// <summary>The family mends what the office asked for: only those questions of the form, one after another, a summary, sent. It goes on where it was left, also on another day.</summary>
/// <remarks>
/// The draft bears which items are asked, and the case's other answers beside them, for the kinds look at those too (a child's NIK is not its
/// guardian's). Photos are not among these: a draft that is dropped takes its photos along.
/// </remarks>
public sealed class CorrectErrand : Errand
{
    private const string CaseKey = "case", Asked = "ask:";

    private static readonly ImmutableArray<string> AnyReason = [.. Enum.GetNames<CorrectionReason>()];

    private readonly Programme programme;

    public CorrectErrand(Programme programme, Flow form)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(form);
        this.programme = programme;
        Flow = new()
        {
            Name = NameOf(programme.Name),
            Version = form.Version,
            KeepsDraft = true,
            HasReview = true,
            Steps =
            [
                .. form.Steps.Where(FlowShape.IsMendable)
                    .Select(s => s with { Part = Part.Form, PerChild = false, When = new Condition.Surely(new Condition.Is(Asked + s.Name, AnyReason)) }),
            ],
        };
    }

    public override string Name => NameOf(programme.Name);

    public override Flow Flow { get; }

    public override Say? MenuLabel(Conversation now) => now.Drafts.ContainsKey(Flow.Name) ? new Say("Correct.Button.GoOn") : null;

    public static string NameOf(string programme) => $"correct-{programme}";

    public override Needs NeedsToOpen(Conversation before) => new() { Cases = before.Cases, RandomBytes = Scene.RandomIdBytes };

    public override void Open(Scene scene, string argument)
    {
        if (scene.Now.Drafts.TryGetValue(Flow.Name, out var begun))
        {
            // Not among the cases: it came with its draft from another chat, in this very message.
            var its = scene.Known.Cases.FirstOrDefault(c => c.Id == IdIn(begun));
            if (its is null || (Corrections.MayBeSentFrom(scene.Now.Chat, its) && MarkOf(its) == begun.Answers[CaseKey]))
            {
                scene.Note(its is null || argument.Length == 0 || argument == its.Id ? new Say("Draft.GoingOn") : new Say("Correct.FirstThis", ("nama", its.NameFor(scene.Now.Chat))));
                Walking.Begin(scene, Flow);
                return;
            }

            Drafts.Drop(scene, begun);
        }

        var open = scene.Known.Cases.Where(c => c.Programme == programme.Name && Corrections.MayBeSentFrom(scene.Now.Chat, c)).ToList();
        if ((open.Find(c => c.Id == argument) ?? open.FirstOrDefault()) is not { } a)
        {
            scene.Note(new Say("Correct.Nothing"));
            Idle.ShowMenu(scene);
            return;
        }

        scene.Note(new Say("Correct.What", ("nomor", a.Number!.ToString()), ("nama", a.NameFor(scene.Now.Chat)), ("isi", new SayValue.Lines(Corrections.InWords(a, Flow)))));
        Walking.Begin(scene, Flow, Given(a));
        if (scene.Now.Drafts.TryGetValue(Flow.Name, out var draft)) Reminders.Start(scene, draft);       // they agreed to the keeping when they applied
    }

    /// <summary>Says of the next question why it is asked again.</summary>
    public override bool Took(Scene scene, Stop stop, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(scene);
        if (Course.Next(Flow, scene.Draft!, scene.Today) is { Step: var next } && next.Name != stop.Step.Name && scene.Draft!.Answers.GetValueOrDefault(Asked + next.Name) is Answer.Chosen(var reason))
            scene.Note(new Say($"CorrectFor.{reason}"));
        return false;
    }

    public override Needs NeedsToFinish(Conversation before, Draft draft, Incoming message) =>
        !Reviewing.Files(before, draft, Flow, message) ? Needs.Nothing
        : new() { Cases = [IdIn(draft)], Siblings = true, Children = draft.Answers.GetValueOrDefault(FlowShape.PersonNik) is Answer.OwnNik(var nik) ? [nik] : [] };

    public override void Finish(Scene scene, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(draft);
        if (scene.Known.Cases.FirstOrDefault(c => c.Id == IdIn(draft)) is not { } a || !Corrections.MayBeSentFrom(scene.Now.Chat, a) || MarkOf(a) != draft.Answers[CaseKey])
        {
            Drafts.Drop(scene, draft);
            Drafts.Over(scene, Flow, new Say("Correct.NoLonger"));
            return;
        }

        var given = Course.Stops(Flow, draft, scene.Today).Where(s => draft.Answers.ContainsKey(s.Key)).ToImmutableDictionary(s => s.Step.Name, s => draft.Answers[s.Key]);
        var doing = new Doing.Correct(given) { ForReview = ApplyErrand.ToLookAt(programme, new(a.Answers.SetItems(given), 0), scene.Today) };
        switch (Doubles.Looked(Deciding.OfItself(a, doing, CaseForm.Standard(scene.Talk, a), scene.Talk.Office, scene.At), a, scene.Known, scene.Now.Cases))
        {
            case Outcome<Decided>.No(var why):
                Reviewing.NotSent(scene, Flow, why.Sentence);
                break;
            case Outcome<Decided>.Ok(var decided):
                DropReplaced(scene, a, decided.After);
                Papers.DropUnfiled(scene, draft, decided.After.Answers.Values);
                CaseNews.Write(scene, a, decided);
                Drafts.Forget(scene, draft);
                Drafts.Over(scene, Flow, new Say("Correct.Done", ("nomor", a.Number!.ToString()), ("tanggal", decided.After.PromisedBy!.Value)));
                break;
        }
    }

    // A photo that a sibling's case shares stays; where one does not open, it may be that one's, and the daily sweep sees to it.
    private static void DropReplaced(Scene scene, Application before, Application after)
    {
        if (scene.Known.NotOpened > 0) return;
        var still = scene.Known.Siblings.Append(after).SelectMany(c => c.Documents()).ToHashSet();
        foreach (var document in before.Documents().Where(d => !still.Contains(d))) scene.FileGone(document);
    }

    private ImmutableArray<(string Key, Answer Answer)> Given(Application a)
    {
        var asked = a.ToCorrect.Where(i => Flow.Find(i.Step) is not null).ToImmutableDictionary(i => i.Step, i => i.Reason);
        return
        [
            (CaseKey, MarkOf(a)),
            (ConsentKind.Step, new Answer.Chosen(ConsentKind.Agrees)),
            .. asked.Select(i => (Asked + i.Key, (Answer)new Answer.Chosen(i.Value.ToString()))),
            .. a.Answers.Where(known => known.Value is not Answer.Papers && known.Key != ConsentKind.Step && !asked.ContainsKey(known.Key)).Select(known => (known.Key, known.Value)),
        ];
    }

    // The case, and which time it is that it is asked to mend something.
    private static Answer.Free MarkOf(Application a) => new Answer.Free(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{a.Id}:{Corrections.Round(a)}"));

    private static string IdIn(Draft draft) => ((Answer.Free)draft.Answers[CaseKey]).Text.Split(':')[0];
}
