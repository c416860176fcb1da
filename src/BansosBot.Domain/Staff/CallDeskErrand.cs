using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary>One family to be called: the number, what to say, and whether it was said.</summary>
public sealed class CallDeskErrand : CaseErrand
{
    private const string Said = "said", NobodyAnswered = "nobody";

    public override string Name => Called;

    /// <summary>The choice that opens it.</summary>
    public static string Opens(string id) => $"{Everywhere.Go}{Called}:{id}";

    protected override StaffAct Act => StaffAct.CallFamily;

    private const string Called = "deskcall";

    private protected override void AtCase(Scene scene, Officer officer, Application a, string chosen)
    {
        var (what, step) = chosen.Split(':') is [var w, var s] ? (w, s) : ("", "");
        if (a.ToCall is not { } call)
        {
            scene.Note(new Say("Call.NoMore", ("nomor", a.Number!.ToString())));
            DeskErrand.Show(scene, officer);
        }
        else if (what.Length > 0 && step != StepOf(call))
        {
            scene.Note(new Say("Call.MovedMeanwhile"));       // what was said on the telephone is not how it stands
            Show(scene, a, call);
        }
        else if (what == Said) Keep(scene, officer, a with { ToCall = null }, Audit.Act.FamilyCalled, call, new Say("Call.Done", ("nomor", a.Number!.ToString())));
        else if (what == NobodyAnswered) Keep(scene, officer, a with { ToCall = call with { Unanswered = call.Unanswered.Add(scene.At) } }, Audit.Act.CallNotAnswered, call, new Say("Call.Again", ("nomor", a.Number!.ToString())));
        else Show(scene, a, call);
    }

    private static void Keep(Scene scene, Officer officer, Application after, Act act, ToCall call, Say done)
    {
        scene.Write(new Write.PutCase(after));
        scene.Audit(act, after.Id, StepOf(call));
        scene.Note(done);
        DeskErrand.Show(scene, officer);
    }

    private void Show(Scene scene, Application a, ToCall call)
    {
        var (programme, form) = (CaseForm.Programme(scene.Talk, a), CaseForm.Of(scene.Talk, a));
        scene.Audit(Audit.Act.CaseSeen, a.Id);
        var whom = Whom(a, form).ToImmutableArray();
        scene.Ask(
            [
                .. new CaseSheet(programme, form).Head(a, scene),
                whom.IsEmpty ? new Say("Call.NoNumber") : new Say("Call.Whom", ("isi", new SayValue.Lines(whom))),
                new Say("Call.CheckFirst"),
                new Say("Call.Say"), Status.StageOf(a, programme), .. CaseNews.Details(a, scene), .. ClockNews.WhereItEndsSoon(scene, a),
                .. call.Unanswered.Length >= ToCall.CallsMax ? [new Say("Call.BetterByLetter", ("kali", call.Unanswered.Length))] : (ReadOnlySpan<Say>)[],
            ],
            [
                [new(Opens(a, $"{Said}:{StepOf(call)}"), new Say("Call.Button.Said"))],
                [new(Opens(a, $"{NobodyAnswered}:{StepOf(call)}"), new Say("Call.Button.NobodyAnswered"))],
                Back(a),
                [new(QueueErrand.Of(QueueOf.ToCall), new Say("Desk.Button.ToCall"))],
                DeskErrand.Row,
            ]);
    }

    // Names and numbers as they were given; whose each is says the question.
    private static IEnumerable<Say> Whom(Application a, Flow? form) =>
        from step in form?.Steps ?? []
        let answer = a.Answers.GetValueOrDefault(step.Name)
        where answer is Answer.Phone || (answer is Answer.Name && step.Name != FlowShape.ChildName)
        select new Say("Review.Line", ("nama", new Say($"{step.TextKey}.Name")), ("isi", step.Kind.Shown(step, answer)));

    private static string StepOf(ToCall call) => call.Step.ToString(CultureInfo.InvariantCulture);
}
