using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations;

/// <summary>Going through the steps of a flow: asking, taking an answer, going back, helping.</summary>
internal static class Walking
{
    // design.md: "after three misses another wording and the officer".
    private const int MissesMax = 3;

    /// <summary>Begins a flow, or goes on with its draft.</summary>
    /// <param name="given">Answers that are known already, such as the code of a link, by their keys.</param>
    public static void Begin(Scene scene, Flow flow, params ImmutableArray<(string Key, Answer Answer)> given)
    {
        if (Open(scene, flow, given)) GoOn(scene, flow);
    }

    /// <summary>Begins a flow that keeps no draft, with what was heard already as the answer to its first question.</summary>
    public static void BeginWith(Scene scene, Flow flow, Heard heard, ImmutableArray<(string Key, Answer Answer)> given)
    {
        Open(scene, flow, given);
        scene.Move(Move.Go(StepMap.At(flow, flow.Steps[0].Name)));
        Answered(scene, heard);
    }

    // False where there is no room for a new draft.
    private static bool Open(Scene scene, Flow flow, ImmutableArray<(string Key, Answer Answer)> given)
    {
        if (!scene.Now.Drafts.TryGetValue(flow.Name, out var draft) || !flow.KeepsDraft)
        {
            if (flow.KeepsDraft && scene.Known.Room == Room.NothingNew)
            {
                scene.Note(new Say("Room.NothingNew"));
                Idle.ShowMenu(scene);
                return false;
            }

            scene.Begins = true;
            draft = new Draft { Flow = flow.Name, Version = flow.Version, Id = scene.RandomId(), StartedAt = scene.At };
            if (flow.KeepsDraft)
                scene.Due(DueKind.ForgetUnconsented, draft.Id, scene.At + Reminders.UnconsentedFor);
        }

        draft = draft with { Answers = draft.Answers.SetItems(given.Select(g => KeyValuePair.Create(g.Key, g.Answer))) };
        scene.Keep(draft with { Misses = 0, Unconfirmed = null, Narrowed = null });
        return true;
    }

    /// <summary>Leaves the present flow, or the one that was stepped aside from: what keeps no draft is forgotten.</summary>
    public static void Leave(Scene scene)
    {
        var at = StepMap.FlowOf(scene.Now.Place) is null ? scene.Now.CameFrom : scene.Now.Place;
        if (at is not null && StepMap.FlowOf(at) is { } name && scene.Talk.FindFlow(name) is { KeepsDraft: false }) scene.Forget(name);
    }

    /// <summary>The step one is at, and for which child.</summary>
    public static Stop Here(Scene scene)
    {
        var flow = scene.Talk.FlowAt(scene.Now.Place);
        if (flow.Interview is not null) return new(flow.Find(scene.Draft!.Asked!)!, 0);
        var step = flow.Find(StepMap.StepOf(scene.Now.Place)!)!;
        return new(step, step.PerChild || (step.Name == FlowShape.Verdict && scene.Draft!.Child > 1) ? scene.Draft!.Child : 0);
    }

    /// <summary>On to the first stop that lacks an answer, or to the summary, or to the end.</summary>
    public static void GoOn(Scene scene, Flow flow)
    {
        var draft = scene.Now.Drafts[flow.Name];
        if (Course.Next(flow, draft, scene.Today) is { } next)
        {
            var mending = StepMap.IsMending(scene.Now.Place) && scene.Now.Place != StepMap.At(flow, next.Step.Name);
            var closesAGap = flow.Interview is null && StepMap.StepOf(scene.Now.Place) is not null && Course.IsAGapAway(flow, draft, Here(scene), next, scene.Today);
            scene.Keep(draft with { Asked = flow.Interview is null ? null : next.Step.Name, Child = next.Child > 0 ? next.Child : draft.Child, Narrowed = null, Unconfirmed = null, Misses = 0 });
            var to = mending ? StepMap.Mending(flow, next.Step.Name) : StepMap.At(flow, next.Step.Name);
            var catchesUp = flow.Interview is null && StepMap.FlowOf(scene.Now.Place) == flow.Name && (draft.Version != flow.Version || closesAGap);
            if (to != scene.Now.Place || flow.Interview is not null) scene.Move(new(catchesUp ? MoveKind.CatchUp : MoveKind.Go, to));
            AskHere(scene);
        }
        else if (flow.HasReview)
        {
            scene.Move(Move.Go(StepMap.Review(flow)));
            if (draft.IsSent) scene.Move(Move.Go(StepMap.Filing(flow)));
            Reviewing.Show(scene);
        }
        else
        {
            scene.Talk.ErrandAt(StepMap.At(flow, "")).Finish(scene, draft);
        }
    }

    /// <summary>Asks the question of the present step.</summary>
    /// <param name="isRepeated">See <see cref="Conversations.Asking.IsRepeated"/>.</param>
    public static void AskHere(Scene scene, bool isRepeated = false)
    {
        if (StepMap.StepOf(scene.Now.Place) is null)
        {
            Reviewing.Show(scene);
            return;
        }

        Ask(scene, [], help: false, isRepeated: isRepeated);
    }

    public static void Help(Scene scene)
    {
        if (StepMap.StepOf(scene.Now.Place) is null) Reviewing.Show(scene);
        else Ask(scene, [Called.Says(Here(scene), "Help", scene.Draft!)], help: true);
    }

    /// <summary>Takes an answer to the present step.</summary>
    public static void Answered(Scene scene, Heard heard)
    {
        var stop = Here(scene);
        if (heard is Heard.Picture && scene.Known.Room != Room.Plenty && stop.Step.Kind is Kinds.DocumentsKind)
        {
            scene.Note(new Say("Room.NoFiles"));
            AskHere(scene);
            return;
        }

        var q = Asking(scene, stop);
        var reading = heard is Heard.Picture picture ? stop.Step.Kind.ReadPicture(q, picture.File, Papers.WorkId(scene)) : Read(q, scene.Draft!.Unconfirmed, heard);
        Take(scene, stop, reading, heard);
    }

    /// <summary>What is made of words or a choice, before anything is done about it.</summary>
    /// <param name="unconfirmed">An answer that waits for "benar"; null: none.</param>
    public static Reading Read(Asking q, Answer? unconfirmed, Heard heard) => heard switch
    {
        Heard.Chosen(Yes) when unconfirmed is not null => new Reading.Taken(unconfirmed),
        Heard.Chosen(No) when unconfirmed is not null => new Reading.Miss(new Say("Anywhere.TypeAgain")),
        Heard.Text(var typed) when unconfirmed is not null && YesNo.Of(typed) is { } yes =>
            yes ? new Reading.Taken(unconfirmed) : new Reading.Miss(new Say("Anywhere.TypeAgain")),
        _ => q.Step.Kind.Hear(q, heard),
    };

    /// <summary>Back to the step before, its answer open again; from the first step to the menu.</summary>
    public static void Back(Scene scene)
    {
        var flow = scene.Talk.FlowAt(scene.Now.Place);
        var draft = scene.Draft!;
        if (StepMap.IsMending(scene.Now.Place))
        {
            scene.Keep(draft with { Unconfirmed = null, Narrowed = null, Misses = 0 });
            scene.Move(new(MoveKind.Back, StepMap.Review(flow)));
            Reviewing.Show(scene);
            return;
        }

        if (StepMap.StepOf(scene.Now.Place) is null)
        {
            Reviewing.Show(scene);
            return;
        }

        // Half an answer is taken back first; a notice that was only read is none.
        if (draft.Unconfirmed is not null || (draft.Narrowed is not null && Here(scene).Step.Part != Part.Threshold))
        {
            scene.Keep(draft with { Unconfirmed = null, Narrowed = null, Misses = 0 });
            AskHere(scene);
            return;
        }

        // A step that is open again, for its photo was refused, was gone through before: what lies before it is meant, not it itself.
        var earlier = draft.Trail.IndexOf(Here(scene).Key);
        var until = earlier >= 0 ? earlier : draft.Trail.Length;
        if (until == 0)
        {
            Leave(scene);
            scene.Move(Move.Menu);
            Idle.ShowMenu(scene);
            return;
        }

        // Its answer goes, so that the next step is the one that follows it: what was open before lies further on than the map permits.
        var back = draft.Trail[until - 1];
        var (name, child) = Trail.Read(back);
        Papers.Drop(scene, draft, back);
        scene.Keep(draft with
        {
            Asked = flow.Interview is null ? null : name,
            Answers = draft.Answers.Remove(back).Remove(Papers.Collecting(back)),
            Trail = draft.Trail.RemoveRange(until - 1, earlier >= 0 ? 2 : 1),
            Child = child > 0 ? child : draft.Child,
            Unconfirmed = null,
            Narrowed = null,
            Misses = 0,
        });
        scene.Move(new(MoveKind.Back, StepMap.At(flow, name)));
        AskHere(scene);
    }

    private const string Yes = "benar";
    private const string No = "ubah";

    private static void Take(Scene scene, Stop stop, Reading reading, Heard heard)
    {
        var flow = scene.Talk.FlowAt(scene.Now.Place);
        var draft = scene.Draft!;
        switch (reading)
        {
            case Reading.Taken(var answer, var notes):
                foreach (var note in notes) scene.Note(note);
                var answered = Answer(flow, draft, stop, answer);
                Papers.DropLost(scene, draft, answered);
                scene.Keep(answered with
                {
                    Unconfirmed = null,
                    Narrowed = null,
                    Misses = 0,
                    Trail = StepMap.IsMending(scene.Now.Place) || !answered.Answers.ContainsKey(stop.Key) ? answered.Trail : answered.Trail.Add(stop.Key),
                });
                if (scene.Talk.ErrandAt(scene.Now.Place).Took(scene, stop, answer)) return;
                GoOn(scene, flow);
                break;
            case Reading.Confirm(var answer, var question):
                scene.Keep(draft with { Unconfirmed = answer, Misses = 0 });
                Ask(scene, [], help: false, question);
                break;
            case Reading.Narrow(var to, var why):
                if (why is not null) scene.Note(why);
                scene.Keep(draft with { Narrowed = to, Unconfirmed = null, Misses = 0 });
                AskHere(scene);
                break;
            case Reading.Collected(var papers, var reply):
                var file = ((Heard.Picture)heard).File;
                scene.Keep(draft with { Answers = draft.Answers.SetItem(Papers.Collecting(stop.Key), papers), Misses = 0 });
                scene.Order(new(papers.Pages[^1].Work, scene.Now.Chat, file));
                Papers.Reply(scene, stop, reply, ((Heard.Picture)heard).Album);
                break;
            case Reading.Miss(var why):
                Missed(scene, stop, why, heard);
                break;
        }
    }

    private static Draft Answer(Flow flow, Draft draft, Stop stop, Answer answer)
    {
        var answers = draft.Answers.SetItem(stop.Key, answer).Remove(Papers.Collecting(stop.Key));
        if (answer is Answer.Chosen(Kinds.VerdictKind.WithoutChild)) return Siblings.Without(draft, stop.Child);
        var children = draft.Children;
        if (stop.Step.Name == FlowShape.MoreChildren)
            children = answer is Answer.Chosen(Kinds.YesNoKind.Yes) ? Math.Max(children, stop.Child + 1) : stop.Child;
        return draft with { Answers = answers, Children = children };
    }

    private static void Missed(Scene scene, Stop stop, Say why, Heard heard)
    {
        var misses = scene.Draft!.Misses + 1;
        scene.Keep(scene.Draft! with { Misses = misses, Unconfirmed = null });
        ImmutableArray<Say> before = misses < MissesMax ? [why] : [why, Called.Says(stop, "Again", scene.Draft!)];
        Ask(scene, [.. before, .. OtherMatter.Offered(scene, heard)], help: misses >= MissesMax);
    }

    /// <summary>The question of the present step with what goes before it, which makes it a repeated one.</summary>
    private static void Ask(Scene scene, ImmutableArray<Say> before, bool help, Say? toConfirm = null, bool isRepeated = false)
    {
        var stop = Here(scene);
        var flow = scene.Talk.FlowAt(scene.Now.Place);
        var q = Asking(scene, stop) with { IsRepeated = isRepeated || !before.IsEmpty };
        var parts = ImmutableArray.CreateBuilder<Say>();
        if (scene.Begins && scene.Talk.ErrandAt(scene.Now.Place).Welcome is { } welcome) parts.Add(welcome);
        parts.AddRange(before);
        ImmutableArray<Choice> own;
        if (scene.Draft!.Unconfirmed is { } unconfirmed)
        {
            parts.Add(toConfirm ?? stop.Step.Kind.ToConfirm(q, unconfirmed));
            own = [new(Yes, new Say("Anywhere.Button.Right")), new(No, new Say("Anywhere.Button.Change"))];
        }
        else
        {
            parts.Add(Headed(scene, flow, stop, stop.Step.Kind.Ask(q) ?? Called.Says(stop, "Ask", scene.Draft!)));
            own = stop.Step.Kind.Choices(q);
        }

        scene.Ask(parts.ToImmutable(), [.. Rows.Of(own), .. Rows.Everywhere(help, own)]);
    }

    private static Say Headed(Scene scene, Flow flow, Stop stop, Say question)
    {
        if (flow.Interview is not null) return new("Interview.Numbered", ("ke", scene.Draft!.Trail.Length + 1), ("tanya", question));
        if (!flow.HasReview) return question;
        if (stop.Step.Part == Part.Threshold)
            return stop.Child > 1 ? new("Anywhere.AboutChild", ("anak", new SayValue.Ordinal(stop.Child)), ("tanya", question)) : question;
        if (StepMap.IsMending(scene.Now.Place) && stop.Step.Name != FlowShape.MoreChildren) return new("Anywhere.Mended", ("nama", Reviewing.Label(scene.Draft!, stop)), ("tanya", question));
        var (number, of) = Course.Progress(flow, scene.Draft!, stop, scene.Today);
        return stop.Child > 1
            ? new("Anywhere.NumberedForChild", ("ke", number), ("dari", of), ("anak", new SayValue.Ordinal(stop.Child)), ("tanya", question))
            : new("Anywhere.Numbered", ("ke", number), ("dari", of), ("tanya", question));
    }

    private static Asking Asking(Scene scene, Stop stop) =>
        new(stop.Step, new Answers(scene.Draft!.Answers, Math.Max(stop.Child, stop.Step.Part == Part.Criteria ? 1 : 0)), scene.Today, scene.Draft.Narrowed)
        {
            SoFar = scene.Draft.Answers.GetValueOrDefault(Papers.Collecting(stop.Key)) as Answer.Papers,
        };
}
