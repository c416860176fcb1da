using System.Collections.Immutable;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Applications;

/// <summary>Without a receipt code: how far a case is, and whether a name is on a list. Asked once, answered together, for people tell the two not apart.</summary>
/// <remarks>Whoever knows the NIK, the end of the KK number and the kelurahan is told a stage and a list, and nothing that names or opens anything.
/// What does not fit is answered alike whether or not the NIK is known: docs/decisions/0031.</remarks>
public sealed class LookUpErrand : Errand
{
    /// <summary>Argument: who opens it asks after a list. Any other than these is a NIK that was written in the menu.</summary>
    public const string List = "list";

    /// <summary>Argument: who opens it has no receipt code any more.</summary>
    public const string CodeLost = "code-lost";

    /// <summary>Argument: who opens it wrote a KK number, and the NIK is still to come.</summary>
    public const string Kk = "kk";

    private const string NikStep = "nik", KkStep = "kk_last_six", KelurahanStep = "kelurahan";

    private readonly ImmutableDictionary<string, Programme> programmes;

    public LookUpErrand(params ImmutableArray<Programme> programmes) => this.programmes = programmes.ToImmutableDictionary(p => p.Name);

    public override string Name => "lookup";

    public override Flow Flow { get; } = new()
    {
        Name = "lookup",
        Version = 1,
        KeepsDraft = false,
        Steps =
        [
            new() { Name = NikStep, Kind = new NikKind(NikOf.Guardian, BirthDate: null, Sex: null, Kelurahan: null), Part = Part.Form, TextKey = "LookUp.Nik", IsSecret = true },
            new() { Name = KkStep, Kind = new KkLastSixKind(), Part = Part.Form, TextKey = "LookUp.Kk", IsSecret = true },
            new() { Name = KelurahanStep, Kind = new KelurahanKind(), Part = Part.Form, TextKey = "LookUp.Kelurahan", IsSecret = true },
        ],
    };

    public override Say Welcome => new("LookUp.Welcome");

    public override Needs NeedsToOpen(Conversation before) => new() { LookUps = true, RandomBytes = Scene.RandomIdBytes };

    public override void Open(Scene scene, string argument)
    {
        if (Refusal(scene) is { } refusal) Tell(scene, [refusal], Again: false);
        else if (argument == List && !scene.Known.HasLists) scene.Ask([new Say("LookUp.NoListYet")], [[new(Everywhere.Go + Name, new Say("LookUp.Button.CaseOnly"))], .. WaysOn]);
        else
        {
            if (argument == CodeLost) scene.Note(new Say("LookUp.CodeLost"));
            if (argument == Kk) scene.Note(new Say("LookUp.ThatIsKk"));
            if (argument is "" or List or CodeLost or Kk) Walking.Begin(scene, Flow);
            else Walking.BeginWith(scene, Flow, new Heard.Text(argument), []);
            // Who leaves the phone lying between two questions: as answers that nobody agreed to have kept.
            scene.Due(DueKind.ForgetUnconsented, scene.Draft!.Id, scene.At + Reminders.UnconsentedFor);
        }
    }

    public override Needs NeedsToFinish(Conversation before, Draft draft, Incoming message) =>
        ProofOf(before, draft, message) is { } proof ? new() { Proof = proof, LookUps = true } : Needs.Nothing;

    public override void Finish(Scene scene, Draft draft)
    {
        var proof = Proof(draft.Answers.GetValueOrDefault(NikStep), draft.Answers.GetValueOrDefault(KkStep), draft.Answers.GetValueOrDefault(KelurahanStep))!;
        scene.Due(DueKind.ForgetUnconsented, draft.Id, null);
        scene.Forget(Flow.Name);
        scene.Move(Move.Menu);
        if (scene.Known.LookUp is not { } finding || finding.Proof != proof) throw new InvalidOperationException("Something else was looked up than was asked for.");
        if (Refusal(scene) is { } refusal)
        {
            scene.Audit(Act.LookUpLocked, "");
            Tell(scene, [refusal], Again: false);
            return;
        }

        var missed = finding.Found.IsEmpty;
        var alarm = scene.Known.LookUpCounts.AlarmOfNext(scene.At, missed);
        scene.Write(new Write.LookedUp(scene.Now.Chat.Channel, proof, scene.At, missed, finding.Wrong, alarm));
        scene.Audit(Act.LookedUp, finding.Found.FirstOrDefault() switch { Found.OfCase(var id, _, _) => id, Found.OnList(var list) => list.Id, _ => "" });
        scene.Now = scene.Now.WithLookUp(scene.At, missed);
        if (alarm != LookUpAlarm.None) Report(scene, alarm);
        Tell(scene, missed ? [new Say("LookUp.NoMatch"), .. NoLists(scene)] : [new Say("LookUp.Match"), .. finding.Found.Select(InWords), .. NotOnList(scene, finding)], Again: true);
    }

    private static readonly ImmutableArray<ImmutableArray<Choice>> WaysOn =
        [[new(StatusErrand.OpenByCode, new Say("LookUp.Button.ByCode"))], [new(Everywhere.Officer, new Say("Anywhere.Button.Officer"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]];

    private void Tell(Scene scene, ImmutableArray<Say> parts, bool Again) =>
        scene.Ask(parts, Again ? [[new(Everywhere.Go + Name, new Say("LookUp.Button.Again"))], .. WaysOn] : WaysOn);

    // The pause before the lock of a NIK, for it is everybody's; of a lock no hour is told: it would be the hour of somebody else's guess.
    private static Say? Refusal(Scene scene) =>
        scene.Now.MissedTooManyLookUps(scene.At) ? new("LookUp.Locked")
        : scene.Now.LookedUpEnough(scene.At) ? new("LookUp.Enough", ("jumlah", Conversation.LookUpsMax))
        : scene.Known.LookUpCounts is { PausedUntil: { } until } all && all.IsPaused(scene.At) ? new("LookUp.Paused", ("sampai", new SayValue.Moment(until.AddMinutes(1))))    // shown without its seconds: not before it is over
        : scene.Known.LookUp is { Wrong.IsTooMany: true } ? new("LookUp.Locked")
        : null;

    private Say InWords(Found found) => found switch
    {
        Found.OfCase(_, var programme, var stage) => new("LookUp.Case", ("bantuan", Title(programme)), ("tahap", new Say($"LookUp.Stage.{stage}"))),
        Found.OnList({ Period: var period } list) => new("LookUp.OnList", ("bantuan", Title(list.Programme)), ("masa", InWords(period))),
        _ => throw new InvalidOperationException("Something found of a kind that nobody wrote."),
    };

    private static Say InWords(Period period)
    {
        var year = period.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);     // a name, not a number: "2025", not "2.025"
        return period.Round is { } round ? new("LookUp.Round", ("tahap", round), ("tahun", year)) : new("LookUp.Year", ("tahun", year));
    }

    private Say Title(string programme) => programmes.GetValueOrDefault(programme)?.Says(ProgrammeTexts.Title) ?? new("LookUp.OtherAid");

    private static ImmutableArray<Say> NotOnList(Scene scene, LookUpFinding finding) =>
        finding.Found.Any(f => f is Found.OnList) ? [] : scene.Known.HasLists ? [new("LookUp.NotOnList")] : NoLists(scene);

    private static ImmutableArray<Say> NoLists(Scene scene) => scene.Known.HasLists ? [] : [new("LookUp.NoLists")];

    // A ticket from the office to its officers; the log says it too (Turn).
    private static void Report(Scene scene, LookUpAlarm alarm)
    {
        var (act, report) = alarm == LookUpAlarm.Pause
            ? (Act.LookUpsPaused, new Say("LookUp.Report", ("jumlah", LookUpCounts.MissesMax), ("saluran", scene.Now.Chat.Channel), ("sampai", new SayValue.Moment(scene.At + LookUpCounts.PauseFor))))
            : (Act.ManyLookUps, new Say("LookUp.ReportMany", ("jumlah", LookUpCounts.DayMax), ("saluran", scene.Now.Chat.Channel)));
        scene.Audit(act, scene.Now.Chat.Channel);
        scene.Write(new Write.PutTicket(new($"lookups:{scene.Now.Chat.Channel}:" + scene.At.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture), ChatKey.Office, StepMap.Idle, "", scene.At) { Report = report }));
    }

    /// <summary>The whole proof where this message is its last part.</summary>
    private LookUpProof? ProofOf(Conversation before, Draft draft, Incoming message)
    {
        if (StepMap.StepOf(before.Place) != KelurahanStep) return null;
        var asked = new Asking(Flow.Find(KelurahanStep)!, draft.Current, default, draft.Narrowed);      // a kelurahan is read the same on any day
        return Heard.By(before, message) is (Heard.Text or Heard.Chosen) and var heard && Walking.Read(asked, draft.Unconfirmed, heard) is Conversations.Reading.Taken(var last, _)
            ? Proof(draft.Answers.GetValueOrDefault(NikStep), draft.Answers.GetValueOrDefault(KkStep), last)
            : null;
    }

    private static LookUpProof? Proof(Answer? nik, Answer? kk, Answer? kelurahan) =>
        (nik, kk, kelurahan) is (Answer.OwnNik(var of), Answer.KkEnd(var six), Answer.InKelurahan(var there)) ? new(of, six, there) : null;
}
