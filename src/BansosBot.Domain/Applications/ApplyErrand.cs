using System.Collections.Immutable;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Applications;

/// <summary>Applying for an aid: the pre-check, consent, the form, and at the end one case for each child.</summary>
public sealed class ApplyErrand(Programme programme, Flow flow) : Errand
{
    public override string Name => "apply";

    public override Flow Flow => flow;

    public override Programme Programme => programme;

    public override Say Welcome => new($"Programme.{programme.Name}.Welcome");

    public override Say MenuLabel(Conversation now) =>
        new(now.Drafts.ContainsKey(flow.Name) ? $"Programme.{programme.Name}.Button.GoOn" : $"Programme.{programme.Name}.Button.Apply");

    public override Needs NeedsToOpen(Conversation before) => new() { RandomBytes = Scene.RandomIdBytes };

    public override void Open(Scene scene, string argument)
    {
        if (OtherProgrammes.Names(argument, programme))
        {
            OtherProgrammes.Tell(scene);
            return;
        }

        if (scene.Now.Drafts.ContainsKey(flow.Name)) scene.Note(new Say("Draft.GoingOn"));
        Walking.Begin(scene, flow);
    }

    /// <summary>Sending must know whether a child is under way already, and needs ids and a receipt code.</summary>
    public override Needs NeedsToFinish(Conversation before, Draft draft, Incoming message)
    {
        if (!draft.IsSent && before.Place != StepMap.Review(flow)) return Needs.Nothing;
        return new()
        {
            Children = [.. Children(draft).Select(c => c.Nik)],
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
        var doubled = children.Where(c => scene.Known.ByChild.GetValueOrDefault(c.Nik.Reveal(), []).Any(k => k.IsHomeOfThisChat)).ToList();
        if (doubled.Count > 0)
        {
            Reviewing.NotSent(scene, flow, new Say("Apply.AlreadyFiledHere", ("nama", doubled[0].Name.Reveal())));
            return;
        }

        var receipt = ReceiptCode.Of(scene.Random(ReceiptCode.RandomBytes));
        var consent = scene.Now.Consents.Last(c => c.For == programme.Name && c.WithdrawnAt is null);
        var promised = scene.Talk.Office.WorkingDaysAfter(scene.Today, programme.Standard.CompletenessDays);
        scene.Write(new Write.Take(new Claim.Receipt(receipt), draft.Id));
        var cases = children.Select(child => Case(scene, draft, child, receipt, consent, promised)).ToList();
        foreach (var a in cases)
        {
            scene.Write(new Write.PutCase(a));
            foreach (var claim in a.HeldClaims()) scene.Write(new Write.Take(claim, a.Id));
            scene.Audit(Act.ApplicationSubmitted, a.Id, programme.Name);
        }

        var toBring = Course.Stops(flow, draft, scene.Today).Where(s => draft.Answers.GetValueOrDefault(s.Key) is Answer.Papers { AtOffice: true }).Select(s => Reviewing.Label(draft, s));
        Papers.DropUnfiled(scene, draft, cases.SelectMany(a => a.Answers.Values));
        Reminders.Stop(scene, draft);
        scene.Forget(flow.Name);
        scene.Now = scene.Now with { Cases = scene.Now.Cases.AddRange(cases.Select(c => c.Id)) };
        // Who is being asked whether to keep it need not answer any more: "hapus" would be told that it is gone.
        var isHere = scene.Now.IsIn(flow.Name);
        scene.Now = scene.Now.NotComingBackTo(flow.Name);
        if (isHere) scene.Move(Move.Menu);
        scene.Tell(Receipt.For(cases, [.. toBring], promised, firstAudit: scene.NextAudit - cases.Count, scene.Talk.Office));
        if (isHere) Idle.ShowMenu(scene);
    }

    private Application Case(Scene scene, Draft draft, Child child, ReceiptCode receipt, Consent consent, DateOnly promised)
    {
        var finding = Eligibility.Of(programme, draft.Of(child.Number), scene.Today);
        return new()
        {
            Id = scene.RandomId(),
            NumberPrefix = programme.CasePrefix,
            Programme = programme.Name,
            ProgrammeVersion = programme.Version,
            Stage = Stage.Submitted,
            StageSince = scene.At,
            PromisedBy = promised,
            SubmittedAt = scene.At,
            Receipt = receipt,
            Answers = AnswersOf(scene, draft, child.Number),
            ChildNik = child.Nik,
            ChildName = child.Name,
            ChildBorn = child.Born,
            Kelurahan = ((Answer.InKelurahan)draft.Answers["kelurahan"]).Kelurahan,
            Homes = [new(scene.Now.Chat, scene.At, IsFiler: true)],
            FiledForOthers = FlowShape.IsForOthers(draft),
            MayBeDouble = scene.Known.ByChild.GetValueOrDefault(child.Nik.Reveal(), []).Length > 0,
            ForReview = [.. finding.Reasons.Where(r => r.Gives == Verdict.Review).Select(r => r.Name), .. finding.Unsure],
            Consent = consent,
            History = [new(Stage.Submitted, scene.At)],
        };
    }

    // What a later answer made moot ("menikah lagi" once both are dead) is no part of the case.
    private ImmutableDictionary<string, Answer> AnswersOf(Scene scene, Draft draft, int child) =>
        Course.Stops(flow, draft, scene.Today)
            .Where(s => (s.Child == 0 || s.Child == child) && draft.Answers.ContainsKey(s.Key))
            .ToImmutableDictionary(s => s.Step.Name, s => draft.Answers[s.Key]);

    private static ImmutableArray<Child> Children(Draft draft) =>
        [.. Enumerable.Range(1, draft.Children)
            .Select(n => (Number: n, Nik: draft.Of(n).Of("child_nik"), Name: draft.Of(n).Of(FlowShape.ChildName), Born: draft.Of(n).Of(FlowShape.ChildBirthDate)))
            .Where(c => c is { Nik: Answer.OwnNik, Name: Answer.Name, Born: Answer.Day })
            .Select(c => new Child(c.Number, ((Answer.OwnNik)c.Nik!).Nik, ((Answer.Name)c.Name!).Called, ((Answer.Day)c.Born!).On))];

    private sealed record Child(int Number, Nik Nik, PersonName Name, DateOnly Born);
}
