using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Programmes;

namespace BansosBot.Domain.Staff;

/// <summary>One case at an officer's desk: what is written in it, and what they may do with it now.</summary>
/// <param name="others">What else is done with a case, each with a button at it.</param>
public sealed class CaseDeskErrand(ImmutableArray<Programme> programmes, ImmutableArray<Flow> forms, (PrecedenceDeskErrand First, HandOverErrand HandOver, PapersDeskErrand Papers, NoteDeskErrand Note, CodeDeskErrand Code, GuardianDeskErrand Guardian) others) : StaffErrand
{
    public const string Called = "deskcase";

    private const string CaseId = "case", FoundStep = "found";

    private const string Hold = "hold", LetGo = "letgo", TakeUp = "takeup", VisitToday = "visit", Verify = "verify", Refuse = "refuse", Endorse = "endorse", Reopen = "reopen", TakeUpAppeal = "takeupappeal", ProposeAgain = "proposeagain", RefuseAppeal = "refuseappeal", Surely = "!";

    private const int FoundLettersMax = 500;

    private readonly ImmutableDictionary<string, Programme> programmes = programmes.ToImmutableDictionary(p => p.Name);
    private readonly ImmutableDictionary<string, Flow> forms = forms.ToImmutableDictionary(f => f.Programme!.Name);

    public override string Name => Called;

    /// <summary>What was seen at the home.</summary>
    public override Flow Flow { get; } = new()
    {
        Name = "deskvisit",
        Version = 1,
        KeepsDraft = false,
        Steps = [new() { Name = FoundStep, Kind = new FreeTextKind(FoundLettersMax), Part = Part.Form, TextKey = "DeskCase.Visit" }],
    };

    /// <summary>The choice that opens a case.</summary>
    public static string Opens(string id) => $"{Everywhere.Go}{Called}:{id}";

    protected override Needs NeedsAtDesk(Conversation before, string argument)
    {
        var (id, act, _) = Parts(argument);
        return new() { Cases = [id], Rivals = true, Officers = true, BeforeIt = act == Hold ? new(id, before.Cases) : null, RandomBytes = Scene.RandomIdBytes };
    }

    protected override Needs NeedsToEnd(Conversation before, Draft draft) => new() { Cases = [((Answer.Free)draft.Answers[CaseId]).Text], Officers = true };

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        var (id, act, detail) = Parts(argument);
        if (scene.Known.Cases.FirstOrDefault(c => c.Id == id) is not { } a)
        {
            DeskErrand.CaseGone(scene, officer);
            return;
        }

        switch (act)
        {
            case "":
                Show(scene, officer, a);
                break;
            case Hold:
                Holds(scene, officer, a);
                break;
            case LetGo:
                Does(scene, officer, a, StaffAct.LetGo, Act.CaseLetGo, a with { Held = null });
                break;
            case TakeUp:
                Does(scene, officer, a, new Doing.TakeUp());
                break;
            case VisitToday:
                if (MayNot(scene, officer, a, StaffAct.RecordVisit) is { } why)
                {
                    Refused(scene, officer, a, StaffAct.RecordVisit, why);
                    break;
                }

                scene.Write(new Write.PutCase(a with { Held = new(officer.Id, scene.At) }));        // the half hour is there for writing it down
                Walking.Begin(scene, Flow, (CaseId, new Answer.Free(a.Id)));
                break;
            case Verify:
                AskSurely(scene, officer, a, detail, Verify, StaffAct.Verify, new Doing.Verify());
                break;
            case Endorse:
                AskSurely(scene, officer, a, detail, Endorse, StaffAct.Endorse, new Doing.Endorse());
                break;
            case Reopen:
                AskSurely(scene, officer, a, detail, Reopen, StaffAct.Reopen, new Doing.Reopen());
                break;
            case TakeUpAppeal:
                AskSurely(scene, officer, a, detail, TakeUpAppeal, StaffAct.TakeUpAppeal, new Doing.TakeUpAppeal());
                break;
            case ProposeAgain:
                AskSurely(scene, officer, a, detail, ProposeAgain, StaffAct.ProposeAgain, new Doing.ProposeAgain());
                break;
            case RefuseAppeal:
                AskSurely(scene, officer, a, detail, RefuseAppeal, StaffAct.RefuseAppeal, new Doing.RefuseAppeal());
                break;
            case Refuse:
                Refuses(scene, officer, a, detail);
                break;
            default:
                Show(scene, officer, a);
                break;
        }
    }

    protected override void End(Scene scene, Officer officer, Draft draft)
    {
        var id = ((Answer.Free)draft.Answers[CaseId]).Text;
        if (scene.Known.Cases.FirstOrDefault(c => c.Id == id) is { } a) Does(scene, officer, a, new Doing.RecordVisit(scene.Today, ((Answer.Free)draft.Answers[FoundStep]).Text));
        else DeskErrand.Show(scene, officer);
    }

    /// <param name="isBrief">Right after an act: the answers were read before it.</param>
    private void Show(Scene scene, Officer officer, Application a, bool isBrief = false)
    {
        if (MayNot(scene, officer, a, StaffAct.See) is { } why)
        {
            Refused(scene, officer, a, StaffAct.See, why);
            return;
        }

        if (!isBrief) scene.Audit(Act.CaseSeen, a.Id);
        var buttons = ImmutableArray.CreateBuilder<ImmutableArray<Choice>>();
        foreach (var (act, choice) in Acts)
        {
            if (MayNot(scene, officer, a, act) is null && IsFor(officer, a, act)) buttons.Add([new(choice(a.Id), new Say($"DeskCase.Button.{act}"))]);
        }

        var sheet = new CaseSheet(programmes.GetValueOrDefault(a.Programme), forms.GetValueOrDefault(a.Programme));
        foreach (var row in (ReadOnlySpan<Choice?>)[others.First.Row(officer, a, scene.At), others.HandOver.Row(officer, a, scene.At), others.Papers.Row(officer, a, scene.At), others.Note.Row(officer, a, scene.At), others.Code.Row(officer, a, scene.At), others.Guardian.Row(officer, a, scene.At)])
        {
            if (row is not null) buttons.Add([row]);
        }

        if (isBrief) buttons.Add([new(Opens(a.Id), new Say("DeskCase.Button.All"))]);
        scene.Ask([.. isBrief ? sheet.Head(a, scene) : sheet.Of(a, scene)], [.. buttons, [new(QueueErrand.Of(QueueOf.Nobodys), new Say("Desk.Button.Nobodys"))], DeskErrand.Row]);
    }

    private static readonly ImmutableArray<StaffAct> OfInterests = [StaffAct.Contact, StaffAct.Refer, StaffAct.RecordReferral, StaffAct.CloseInterest];

    private static readonly ImmutableArray<(StaffAct Act, Func<string, string> Choice)> Acts =
    [
        (StaffAct.Hold, Here(Hold)), (StaffAct.TakeUp, Here(TakeUp)), (StaffAct.RecordVisit, Here(VisitToday)), (StaffAct.AskForCorrection, CorrectionDeskErrand.Opens),
        (StaffAct.Verify, Here(Verify)), (StaffAct.Endorse, Here(Endorse)), (StaffAct.Refuse, Here(Refuse)), (StaffAct.Reopen, Here(Reopen)),
        (StaffAct.TakeUpAppeal, Here(TakeUpAppeal)), (StaffAct.RefuseAppeal, Here(RefuseAppeal)), (StaffAct.ProposeAgain, Here(ProposeAgain)), (StaffAct.End, EndDeskErrand.Opens),
        .. OfInterests.Select(act => (act, InterestDeskErrand.Opens(act))), (StaffAct.LetGo, Here(LetGo)),
    ];

    private static Func<string, string> Here(string name) => id => $"{Opens(id)}:{name}";

    /// <summary>Whether they may do it to this case; where not, they are told.</summary>
    internal bool Offers(Scene scene, Officer officer, Application a, StaffAct act)
    {
        if (MayNot(scene, officer, a, act) is { } why) Refused(scene, officer, a, act, why);
        else if (!IsFor(officer, a, act)) Show(scene, officer, a);
        else return true;
        return false;
    }

    // What is only an interest is not verified: it has no rules of a form. And nobody takes what they can do nothing with.
    private bool IsFor(Officer officer, Application a, StaffAct act) => act switch
    {
        StaffAct.LetGo => true,
        StaffAct.Hold => Permissions.Allows(officer.Role, StaffAct.ChangeGuardian, a.Stage, Whose.Theirs) || Acts.Any(other => other.Act is not (StaffAct.Hold or StaffAct.LetGo) && IsFor(officer, a, other.Act) && Permissions.Allows(officer.Role, other.Act, a.Stage, Whose.Theirs)),
        StaffAct.RecordReferral when a.Interest?.Referral is null => false,        // nobody was asked
        _ when OfInterests.Contains(act) => programmes.GetValueOrDefault(a.Programme) is { Service: Service.Interest },
        _ => programmes.GetValueOrDefault(a.Programme) is { Service: Service.Application },
    };

    /// <summary>First come, first served: of what waits to be taken up, only the first of its programme is taken.</summary>
    private void Holds(Scene scene, Officer officer, Application a)
    {
        if (MayNot(scene, officer, a, StaffAct.Hold) is null && a.GoesFirst is null && scene.Known.BeforeIt is { } first)
        {
            scene.Note(new Say("DeskCase.NotItsTurn", ("nomor", first)));
            Show(scene, officer, a, isBrief: true);
            return;
        }

        Does(scene, officer, a, StaffAct.Hold, Act.CaseHeld, a with { Held = new(officer.Id, scene.At) });
    }

    private void Refuses(Scene scene, Officer officer, Application a, string detail)
    {
        if (MayNot(scene, officer, a, StaffAct.Refuse) is { } why) Refused(scene, officer, a, StaffAct.Refuse, why);
        else if (!Enum.TryParse<RefusalReason>(detail.TrimEnd(Surely[0]), out var reason))
        {
            scene.Ask(
                [new Say("DeskCase.RefuseWhy")],
                [.. Enum.GetValues<RefusalReason>().Select(r => ImmutableArray.Create(new Choice($"{Opens(a.Id)}:{Refuse}:{r}", new Say($"RefusedFor.{r}.Name")))), [new(Opens(a.Id), new Say("DeskCase.Button.BackToCase"))]]);
        }
        else AskSurely(scene, officer, a, detail.EndsWith(Surely[0]) ? Surely : "", $"{Refuse}:{reason}", StaffAct.Refuse, new Doing.Refuse(reason));
    }

    // What cannot be taken back is asked about once more, with what the family will read.
    private void AskSurely(Scene scene, Officer officer, Application a, string detail, string act, StaffAct needs, Doing doing)
    {
        if (MayNot(scene, officer, a, needs) is { } why) Refused(scene, officer, a, needs, why);
        else if (detail == Surely) Does(scene, officer, a, doing);
        else
        {
            Does(scene, officer, a, doing, would => scene.Ask(
                [new Say("DeskCase.Sure", ("nomor", a.Number!.ToString())), .. CaseNews.Of(would, scene)],
                [[new($"{Opens(a.Id)}:{act}{(act.Contains(':', StringComparison.Ordinal) ? "" : ":")}{Surely}", new Say($"DeskCase.Button.{needs}"))], [new(Opens(a.Id), new Say("DeskCase.Button.BackToCase"))]]));
        }
    }

    internal void Does(Scene scene, Officer officer, Application a, Doing doing) => Does(scene, officer, a, doing, decided =>
    {
        CaseNews.Write(scene, a, decided);
        Done(scene, officer, decided.After);
    });

    private void Does(Scene scene, Officer officer, Application a, Doing doing, Action<Decided> then)
    {
        switch (Doubles.Looked(Deciding.By(officer, Permissions.WhoseIs(a, officer, scene.At), a, doing, CaseForm.Standard(scene.Talk, a), scene.Talk.Office, scene.At), a, scene.Known, own: []))
        {
            case Outcome<Decided>.Ok(var decided):
                then(decided);
                break;
            case Outcome<Decided>.No(MayNot why):
                Refused(scene, officer, a, doing.GetType().Name, why);
                break;
            case Outcome<Decided>.No(var why):
                scene.Note(why.Sentence);
                Show(scene, officer, a, isBrief: true);
                break;
        }
    }

    private void Does(Scene scene, Officer officer, Application a, StaffAct act, Act audited, Application after)
    {
        if (MayNot(scene, officer, a, act) is { } why)
        {
            Refused(scene, officer, a, act, why);
            return;
        }

        scene.Write(new Write.PutCase(after));
        scene.Audit(audited, a.Id);
        Done(scene, officer, after);
    }

    private void Done(Scene scene, Officer officer, Application after)
    {
        scene.Note(new Say("DeskCase.Done"));
        Show(scene, officer, after, isBrief: true);
    }

    private void Refused(Scene scene, Officer officer, Application a, StaffAct act, MayNot why) => Refused(scene, officer, a, act.ToString(), why);

    private void Refused(Scene scene, Officer officer, Application a, string act, MayNot why)
    {
        scene.Audit(Act.NotAllowed, a.Id, $"{act} {why.GetType().Name}");
        scene.Note(why.Sentence);
        if (MayNot(scene, officer, a, StaffAct.See) is null) Show(scene, officer, a, isBrief: true);        // how it stands by now, and what is open
        else DeskErrand.Show(scene, officer);
    }

    private static MayNot? MayNot(Scene scene, Officer officer, Application a, StaffAct act) => Permissions.Why(officer, act, a, Permissions.WhoseIs(a, officer, scene.At));

    private static (string Id, string Act, string Detail) Parts(string argument) =>
        argument.Split(':', 3) is var p ? (p[0], p.Length > 1 ? p[1] : "", p.Length > 2 ? p[2] : "") : default;
}
