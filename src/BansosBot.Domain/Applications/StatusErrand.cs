using System.Collections.Immutable;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Surveys;
using BansosBot.Domain.Tickets;

namespace BansosBot.Domain.Applications;

/// <summary>What became of my case: at once in a chat that is its home, by receipt code and a child's birth date from anywhere else.</summary>
public sealed class StatusErrand : Errand
{
    /// <summary>Opens it for a receipt code, also where this chat has a case of its own.</summary>
    public const string OpenByCode = $"{Everywhere.Go}status:{ByCode}";

    private const string ByCode = "code";
    private const string CodeStep = "receipt_code";

    private readonly ImmutableDictionary<string, Programme> programmes;

    public StatusErrand(params ImmutableArray<Programme> programmes) => this.programmes = programmes.ToImmutableDictionary(p => p.Name);

    public override string Name => "status";

    public override Flow Flow { get; } = new()
    {
        Name = "status",
        Version = 1,
        KeepsDraft = false,
        Steps =
        [
            new() { Name = CodeStep, Kind = new ReceiptCodeKind(), Part = Part.Form, TextKey = "Status.Code", IsSecret = true },
            new() { Name = FlowShape.ChildBirthDate, Kind = new DateKind(DateOf.ChildBirth), Part = Part.Form, TextKey = "Status.Birth", IsSecret = true },
        ],
    };

    public override Say MenuLabel(Conversation now) => new("Menu.Button.Status");

    public override Needs NeedsToOpen(Conversation before) => new() { Cases = before.Cases, Places = true, Tickets = true, RandomBytes = Scene.RandomIdBytes };

    public override void Open(Scene scene, string argument)
    {
        if (scene.Known.NotOpened > 0) scene.Note(new Say("Status.NotOpened"));
        if (argument.Length == 0 && (!scene.Known.Cases.IsEmpty || Pledges(scene).Any()))
        {
            Show(scene, scene.Known.Cases);
            return;
        }

        if (argument is "" or ByCode) Walking.Begin(scene, Flow);
        else Walking.BeginWith(scene, Flow, new Heard.Text(argument), []);      // with a slip in it, what is wrong is said
    }

    public override Needs NeedsToFinish(Conversation before, Draft draft, Incoming message) =>
        draft.Answers.GetValueOrDefault(CodeStep) is Answer.Receipt(var code) ? new() { Receipt = code, Places = true, Cases = before.Cases }
        : new() { LookUps = true, RandomBytes = Scene.RandomIdBytes };          // for who has no code

    /// <summary>Who has no code is asked for other proofs, and told less.</summary>
    public override bool Took(Scene scene, Stop stop, Answer answer)
    {
        if (answer is not Answer.Chosen(ReceiptCodeKind.Without)) return false;
        scene.Forget(Flow.Name);
        scene.Move(Move.Menu);
        scene.Talk.Find("lookup")!.Open(scene, "");
        return true;
    }

    /// <summary>Both proofs are given. A wrong one and an unknown one get the same answer from the same work.</summary>
    public override void Finish(Scene scene, Draft draft)
    {
        var code = ((Answer.Receipt)draft.Answers[CodeStep]).Code;
        var born = ((Answer.Day)draft.Answers[FlowShape.ChildBirthDate]).On;
        scene.Forget(Flow.Name);
        scene.Move(Move.Menu);
        if (scene.Now.TakesNoProofUntil(scene.At) is not null || scene.Known.WrongProofsForReceipt.Length >= Conversation.WrongProofsMax)
        {
            scene.Audit(Act.LookUpLocked, "");
            scene.Note(new Say("Status.Locked"));
            Idle.ShowMenu(scene);
            return;
        }

        var found = scene.Known.ByReceipt.Where(c => c.OpensBy(code, scene.At)).ToImmutableArray();
        if (!found.Any(c => c.ChildBorn == born))
        {
            scene.Now = scene.Now.WithWrongProof(scene.At);
            scene.Write(new Write.WrongProof(code, scene.At, scene.Known.WrongProofsForReceipt.Length));
            scene.Note(new Say("Status.NoMatch"));
            Idle.ShowMenu(scene);
            return;
        }

        Join(scene, found, code);
        Show(scene, found);
    }

    // Whoever holds code and birth date sees the case from now on without them; the other homes are told.
    private static void Join(Scene scene, ImmutableArray<Application> found, ReceiptCode code)
    {
        var chat = scene.Now.Chat;
        var joined = found.Where(c => !c.Homes.Any(h => h.Chat == chat) || (c.IsHanded(code, scene.At) && !c.IsOwnOf(chat))).ToList();
        if (joined.Count == 0) return;
        foreach (var c in joined)
        {
            var here = Here(scene, c, code);
            scene.Write(new Write.PutCase(here));
            if (ApplicationLife.IsRunning(c.Stage))
                foreach (var claim in here.HeldClaims().Except(c.HeldClaims())) scene.Write(new Write.Take(claim, c.Id));
            if (c.IsHanded(code, scene.At)) scene.Write(new Write.Free(new Claim.Receipt(code), c.Id));
            scene.Audit(Act.HomeJoined, c.Id, c.IsHanded(code, scene.At) ? "handed" : "");
        }

        scene.Now = scene.Now with { Cases = [.. scene.Now.Cases.Union(joined.Select(c => c.Id))] };
        scene.Note(new Say("Status.Joined"));
        foreach (var home in joined.SelectMany(c => c.Homes).Select(h => h.Chat).Distinct().Where(h => h != chat))
            scene.TellOther(home, new Say("Status.OtherJoined", ("nomor", joined[0].Number!.ToString())));
    }

    // By a code that the office gave to the guardian it is their own, as if they had filed it, and the code is used up. Where this chat has another one for the
    // child under way, that one stays the one.
    private static Application Here(Scene scene, Application c, ReceiptCode code)
    {
        var chat = scene.Now.Chat;
        if (!c.IsHanded(code, scene.At)) return c with { Homes = c.Homes.Add(new(chat, scene.At, IsFiler: false)) };
        var isElsewhere = scene.Known.NotOpened > 0 || scene.Known.Cases.Any(own => own.Id != c.Id && own.Programme == c.Programme && own.ChildNik is { } nik && nik == c.ChildNik && ApplicationLife.IsRunning(own.Stage));
        return c with { Homes = [.. c.Homes.Where(h => h.Chat != chat), new(chat, scene.At, IsFiler: !c.FiledForOthers && !isElsewhere)], Handed = null };
    }

    private static bool IsOnItsWay(Stage stage) =>
        stage is Stage.Submitted or Stage.InVerification or Stage.Verified or Stage.Endorsed or Stage.Proposed or Stage.ApprovedByMinistry or Stage.Active;

    private void Show(Scene scene, ImmutableArray<Application> cases)
    {
        var parts = cases.SelectMany(c => (Say[])[
            Status.InWords(c, programmes.GetValueOrDefault(c.Programme), scene.Known, scene.Now.Chat),
            .. c.IsFiledForOthersBy(scene.Now.Chat) ? [] : CaseNews.Details(c, scene)]);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Choice>>();
        if (cases.Any(c => Corrections.MayBeSentFrom(scene.Now.Chat, c))) rows.Add([new(NewsChoice.Correct, new Say("CaseNews.Button.Correct"))]);
        if (cases.Any(c => AppealErrand.MayBeMadeFrom(scene.Now.Chat, c, scene))) rows.Add([new(NewsChoice.Appeal, new Say("CaseNews.Button.Appeal"))]);
        if (cases.Any(c => WithdrawErrand.MayWithdraw(c, scene.Now.Chat)))
            rows.Add([new($"{Everywhere.Go}withdraw", new Say("Status.Button.Withdraw"))]);
        rows.Add([new(OpenByCode, new Say("Status.Button.ByCode"))]);
        rows.Add([new(Everywhere.Officer, new Say("Anywhere.Button.Officer"))]);
        // Who has just read that nothing comes of it is not asked whether it helped.
        rows.Add([new(cases.All(c => IsOnItsWay(c.Stage)) ? RatingErrand.ThenMenu(Name) : Everywhere.Menu, new Say("Anywhere.Button.Menu"))]);
        scene.Ask([.. parts, .. Pledges(scene)], rows.ToImmutable());
    }

    // What became of what a company offered in this chat.
    private static IEnumerable<Say> Pledges(Scene scene) => scene.Known.Tickets.Where(t => t.Pledge is not null).Select(t => PledgeDeskErrand.Told(t, scene.Talk.Office));
}
