using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Applications;

/// <summary>Objecting to a refusal (keberatan): in their own words, with photos if they like, once, within the days that the law gives.</summary>
public sealed class AppealErrand : Errand
{
    /// <summary>Among the case's answers: what was sent along with the objection.</summary>
    public const string PapersStep = "appeal_papers";

    /// <summary>Its name, and its flow's.</summary>
    public const string Called = "appeal";

    private const string CaseKey = "case", TextStep = "objection";
    private const int PagesMost = 3;

    internal static readonly Step PapersAsked = new() { Name = PapersStep, Kind = new DocumentsKind(PagesMost, IsOptional: true), Part = Part.Form, TextKey = "Appeal.Papers" };

    public override string Name => Called;

    public override Flow Flow { get; } = new()
    {
        Name = Called,
        Version = 1,
        KeepsDraft = true,
        HasReview = true,
        Steps =
        [
            new() { Name = TextStep, Kind = new FreeTextKind(FreeTextKind.LettersMax), Part = Part.Form, TextKey = "Appeal.Text" },
            PapersAsked,
        ],
    };

    public override Say? MenuLabel(Conversation now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return now.Drafts.ContainsKey(Flow.Name) ? new Say("Appeal.Button.GoOn") : null;
    }

    public override Needs NeedsToOpen(Conversation before) => new() { Cases = before.Cases, RandomBytes = Scene.RandomIdBytes };

    public override void Open(Scene scene, string argument)
    {
        ArgumentNullException.ThrowIfNull(scene);
        if (scene.Now.Drafts.TryGetValue(Flow.Name, out var begun))
        {
            // Not among the cases: it came with its draft from another chat, in this very message.
            var its = scene.Known.Cases.FirstOrDefault(c => c.Id == IdIn(begun));
            if (its is null || MayBeMadeFrom(scene.Now.Chat, its, scene))
            {
                scene.Note(new Say("Draft.GoingOn"));
                if (its is not null) scene.Note(About(scene, its));         // of which child: they may have pressed under another's news
                Walking.Begin(scene, Flow);
                return;
            }

            Drafts.Drop(scene, begun);
        }

        var open = scene.Known.Cases.Where(c => MayBeMadeFrom(scene.Now.Chat, c, scene)).ToImmutableArray();
        if (open.FirstOrDefault(c => c.Id == argument) is { } chosen) Begin(scene, chosen);
        else if (open is [var only]) Begin(scene, only);
        else if (open.IsEmpty)
        {
            scene.Note(new Say("Appeal.Nothing"));
            Idle.ShowMenu(scene);
        }
        else
        {
            scene.Ask(
                [new Say("Appeal.Which")],
                [.. open.Select(c => ImmutableArray.Create(new Choice($"{Everywhere.Go}{Name}:{c.Id}", new Say("Correct.Button.Case", ("nama", c.NameFor(scene.Now.Chat)))) { NamesSomebody = true })),
                 [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
        }
    }

    /// <summary>Refused by the office for the first time, its days are not over, and it is this chat's own.</summary>
    internal static bool MayBeMadeFrom(ChatKey chat, Application a, Scene scene) => a.IsOwnOf(chat) && IsOpen(a, scene);

    internal static bool IsOpen(Application a, Scene scene) =>
        a is { Stage: Stage.RefusedByOffice, WasAppealed: false } && scene.Today <= Deciding.AppealUntil(a, scene.Talk.Office);

    public override Needs NeedsToFinish(Conversation before, Draft draft, Incoming message)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Reviewing.Files(before, draft, Flow, message) ? new() { Cases = [IdIn(draft)], Rivals = true } : Needs.Nothing;
    }

    public override void Finish(Scene scene, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(draft);
        if (scene.Known.Cases.FirstOrDefault(c => c.Id == IdIn(draft)) is not { } a || !a.IsOwnOf(scene.Now.Chat))
        {
            Drafts.Drop(scene, draft);
            Drafts.Over(scene, Flow, new Say("Appeal.Nothing"));
            return;
        }

        var doing = new Doing.Appeal(((Answer.Free)draft.Answers[TextStep]).Text) { Papers = (Answer.Papers)draft.Answers[PapersStep] };
        switch (Doubles.Looked(Deciding.OfItself(a, doing, CaseForm.Standard(scene.Talk, a), scene.Talk.Office, scene.At), a, scene.Known, scene.Now.Cases))
        {
            case Outcome<Decided>.No(var why):
                Drafts.Drop(scene, draft);
                Drafts.Over(scene, Flow, why.Sentence);
                break;
            case Outcome<Decided>.Ok(var decided):
                CaseNews.Write(scene, a, decided);
                Drafts.Forget(scene, draft);
                Drafts.Over(scene, Flow, new Say("Appeal.Done", ("nomor", a.Number!.ToString()), ("tanggal", decided.After.PromisedBy!.Value)));
                break;
        }
    }

    private void Begin(Scene scene, Application a)
    {
        scene.Note(About(scene, a));
        Walking.Begin(scene, Flow, (CaseKey, new Answer.Free(a.Id)), (ConsentKind.Step, new Answer.Chosen(ConsentKind.Agrees)));
        if (scene.Now.Drafts.TryGetValue(Flow.Name, out var draft)) Reminders.Start(scene, draft);       // they agreed to the keeping when they applied
    }

    private static Say About(Scene scene, Application a) => new("Appeal.About", ("nomor", a.Number!.ToString()), ("nama", a.NameFor(scene.Now.Chat)));

    private static string IdIn(Draft draft) => ((Answer.Free)draft.Answers[CaseKey]).Text;
}
