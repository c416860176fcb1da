using System.Collections.Immutable;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Surveys;

namespace BansosBot.Domain.Applications;

/// <summary>Applying for one aid, or saying that one is interested: the pre-check, consent, the form, and at the end one case for each child.</summary>
public sealed class ApplyErrand(Programme programme, Flow flow) : Errand
{
    /// <summary>Argument: with the answers of the interview.</summary>
    public const string WithAnswers = "jawaban";

    private const string WithoutAnswers = "baru";

    /// <summary>Among what an officer is to look at: the NIK is to be found with the family.</summary>
    public const string NoNik = "nik_belum_ada";

    public override string Name => NameOf(programme.Name);

    public override Flow Flow => flow;

    public override Programme Programme => programme;

    public override Say Welcome => programme.Says(ProgrammeTexts.Welcome);

    /// <summary>What can be applied for stands in the menu; a note of interest that was begun, too.</summary>
    public override Say? MenuLabel(Conversation now) =>
        now.Drafts.ContainsKey(flow.Name) || programme.Service == Service.Application ? ButtonLabel(now) : null;

    /// <summary>On the button that opens it.</summary>
    public Say ButtonLabel(Conversation now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return programme.Says(now.Drafts.ContainsKey(flow.Name) ? ProgrammeTexts.ButtonGoOn : ProgrammeTexts.ButtonApply);
    }

    /// <summary>Of the errand that applies for this programme.</summary>
    public static string NameOf(string programme) => $"apply-{programme}";

    public override Needs NeedsToOpen(Conversation before) => new() { RandomBytes = Scene.RandomIdBytes };

    public override void Open(Scene scene, string argument)
    {
        if (scene.Now.Drafts.ContainsKey(flow.Name))
        {
            scene.Note(new Say("Draft.GoingOn"));
            Walking.Begin(scene, flow);
            return;
        }

        var told = FromInterview(scene.Now);
        if (argument == WithAnswers && !told.IsEmpty) scene.Note(new Say("Apply.AnswersTaken"));
        if (argument is WithAnswers or WithoutAnswers || told.IsEmpty) Walking.Begin(scene, flow, argument == WithAnswers ? told : []);
        else
        {
            // They may be of somebody else: the interview asks for no name.
            scene.Ask(
                [new Say("Apply.UseAnswers")],
                [[new($"{Everywhere.Go}{Name}:{WithAnswers}", new Say("Apply.Button.UseAnswers"))], [new($"{Everywhere.Go}{Name}:{WithoutAnswers}", new Say("Apply.Button.AskAnew"))],
                 [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
        }
    }

    /// <summary>What the interview knows already of this programme's criteria. "Tidak tahu" is asked again where a case needs the answer.</summary>
    private ImmutableArray<(string Key, Answer Answer)> FromInterview(Conversation now) =>
        now.Drafts.GetValueOrDefault(InterviewErrand.FlowName) is not { } told ? []
        : [.. from step in flow.Steps
              where step.Part == Part.Criteria
              let answer = told.Answers.GetValueOrDefault(step.Name)
              where answer is not null && (step.Kind is not DateKind || answer is Answer.Day)
              select (Answers.Key(step.Name, step.PerChild ? 1 : 0), answer)];

    /// <summary>Sending must know whether a child is under way already, and needs ids and a receipt code.</summary>
    /// <remarks>Asked only where the message files it: a child that is known takes longer to look up, and who may ask for nothing and as
    /// often as they like could measure it. What is filed is seen by officers.</remarks>
    public override Needs NeedsToFinish(Conversation before, Draft draft, Incoming message)
    {
        if (!Reviewing.Files(before, draft, flow, message)) return Needs.Nothing;
        return new()
        {
            Children = [.. Children(draft).Select(c => c.Nik).OfType<Nik>()],
            RandomBytes = (draft.Children * Scene.RandomIdBytes) + ReceiptCode.RandomBytes,
        };
    }

    public override bool Took(Scene scene, Stop stop, Answer answer)
    {
        if (stop.Step.Name != ConsentKind.Step) return false;
        var draft = scene.Draft!;
        switch (answer)
        {
            case Answer.Chosen(ConsentKind.Agrees):
                scene.Now = scene.Now with { Consents = scene.Now.Consents.Add(new(programme.Name, programme.ConsentVersion, scene.At, WithdrawnAt: null)) };
                scene.Audit(Act.ConsentGiven, draft.Id, $"{programme.Name} v{programme.ConsentVersion}");
                Reminders.Start(scene, draft);
                return false;
            default:
                scene.Audit(Act.ConsentRefused, draft.Id, $"{programme.Name} v{programme.ConsentVersion}");
                Asides.DropDraft(scene, flow.Name);
                scene.Move(Move.Menu);
                scene.Note(new Say("Consent.Refused"));
                Idle.ShowMenu(scene);
                return true;
        }
    }

    /// <summary>Sends it: one case for each child, one receipt code for the sitting.</summary>
    public override void Finish(Scene scene, Draft draft)
    {
        var children = Children(draft);
        var doubled = children.Where(c => RunningFor(scene, c).Any(k => scene.Now.Cases.Contains(k.CaseId))).ToList();
        if (doubled.Count > 0)
        {
            Reviewing.NotSent(scene, flow, new Say("Apply.AlreadyFiledHere", ("nama", doubled[0].Name.Reveal())));
            return;
        }

        var receipt = ReceiptCode.Of(scene.Random(ReceiptCode.RandomBytes));
        var consent = scene.Now.Consents.Last(c => c.For == programme.Name && c.WithdrawnAt is null);
        var promised = scene.Talk.Office.WorkingDaysAfter(scene.Today, programme.Standard!.AnswerDays);
        scene.Write(new Write.Take(new Claim.Receipt(receipt), draft.Id));
        var cases = children.Select(child => Case(scene, draft, child, receipt, consent, promised)).ToList();
        foreach (var a in cases)
        {
            scene.Write(new Write.PutCase(a));
            foreach (var claim in a.HeldClaims()) scene.Write(new Write.Take(claim, a.Id));
            scene.Audit(Act.ApplicationSubmitted, a.Id, programme.Name);
            CaseClock.Start(scene, a);
        }

        var toBring = Course.Stops(flow, draft, scene.Today).Where(s => draft.Answers.GetValueOrDefault(s.Key) is Answer.Papers { AtOffice: true }).Select(s => Reviewing.Label(draft, s));
        Papers.DropUnfiled(scene, draft, cases.SelectMany(a => a.Answers.Values));
        Drafts.Forget(scene, draft);
        scene.Now = scene.Now with { Cases = scene.Now.Cases.AddRange(cases.Select(c => c.Id)) };
        // Who is being asked whether to keep it need not answer any more: "hapus" would be told that it is gone.
        var isHere = scene.Now.IsIn(flow.Name);
        scene.Now = scene.Now.NotComingBackTo(flow.Name);
        if (isHere) scene.Move(Move.Menu);
        scene.Tell(Receipt.For(programme, cases, [.. toBring], promised, firstAudit: scene.NextAudit - cases.Count, scene.Talk.Office));
        if (isHere) RatingErrand.AskOrShowMenu(scene, programme.Name);
    }

    private Application Case(Scene scene, Draft draft, Child child, ReceiptCode receipt, Consent consent, DateOnly promised) => new()
    {
        Id = scene.RandomId(),
        NumberPrefix = programme.CasePrefix,
        Programme = programme.Name,
        ProgrammeVersion = programme.Version,
        Stage = Stage.Submitted,
        StageSince = scene.At,
        PromisedBy = promised,
        Owner = programme.Owner,
        SubmittedAt = scene.At,
        Receipt = receipt,
        Answers = AnswersOf(scene, draft, child.Number),
        ChildNik = child.Nik,
        ChildName = child.Name,
        ChildBorn = child.Born,
        Kelurahan = ((Answer.InKelurahan)draft.Answers[FlowShape.Kelurahan]).Kelurahan,
        Homes = [new(scene.Now.Chat, scene.At, IsFiler: true)],
        FiledForOthers = FlowShape.IsForOthers(draft),
        MayBeDouble = RunningFor(scene, child).Any(),
        ForReview = ToLookAt(programme, draft.Of(child.Number), scene.Today),
        Consent = consent,
        History = [new(Stage.Submitted, scene.At)],
    };

    /// <summary>What an officer is to look at: the NIK that nobody knows yet, rules that say so, steps answered by "tidak tahu".</summary>
    internal static ImmutableArray<string> ToLookAt(Programme programme, Answers answers, DateOnly today)
    {
        var finding = Eligibility.Of(programme, answers, today);
        return [.. answers.Of(FlowShape.PersonNik) is Answer.OwnNik ? [] : (ReadOnlySpan<string>)[NoNik], .. finding.Reasons.Where(r => r.Gives == Verdict.Review).Select(r => r.Name), .. finding.Unsure];
    }

    // What a later answer made moot ("menikah lagi" once both are dead) is no part of the case.
    private ImmutableDictionary<string, Answer> AnswersOf(Scene scene, Draft draft, int child) =>
        Course.Stops(flow, draft, scene.Today)
            .Where(s => (s.Child == 0 || s.Child == child) && draft.Answers.ContainsKey(s.Key))
            .ToImmutableDictionary(s => s.Step.Name, s => draft.Answers[s.Key]);

    private static ImmutableArray<Child> Children(Draft draft) =>
        [.. Enumerable.Range(1, draft.Children)
            .Select(n => (Number: n, Nik: draft.Of(n).Of(FlowShape.PersonNik), Name: draft.Of(n).Of(FlowShape.ChildName), Born: draft.Of(n).Of(FlowShape.ChildBirthDate)))
            .Where(c => c is { Nik: not null, Name: Answer.Name, Born: Answer.Day })
            .Select(c => new Child(c.Number, (c.Nik as Answer.OwnNik)?.Nik, ((Answer.Name)c.Name!).Called, ((Answer.Day)c.Born!).On))];

    // Cases of the same child that run in this programme; one whose NIK nobody knows yet is compared by the office.
    private IEnumerable<ChildCase> RunningFor(Scene scene, Child child) =>
        child.Nik is { } nik ? scene.Known.ByChild.GetValueOrDefault(nik.Reveal(), []).Where(k => k.Programme == programme.Name) : [];

    /// <param name="Nik">Null: not known yet.</param>
    private sealed record Child(int Number, Nik? Nik, PersonName Name, DateOnly Born);
}
