using System.Collections.Immutable;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Tickets;

namespace BansosBot.Domain.Conversations;

/// <summary>Stepping aside from wherever one is: to cancel, or to leave a message for an officer. "No" leads back to the same question.</summary>
internal static class Asides
{
    private const string KeepDraft = "simpan";
    private const string Drop = "hapus";

    private static readonly Choice KeepChoice = new(KeepDraft, new Say("Cancel.Button.Keep"), [.. YesNo.YesWords, "keep", "keep them", "keep it", "save"]);
    private static readonly Choice DropChoice = new(Drop, new Say("Cancel.Button.Drop"), "delete", "delete them", "delete it");

    public static readonly Needs NeedsForTicket = new() { Tickets = true, Officers = true, RandomBytes = Scene.RandomIdBytes };

    /// <summary>Cancels: at once where nothing would be lost, else asks whether to keep the draft.</summary>
    public static void Cancel(Scene scene)
    {
        if (scene.Now.Place == StepMap.Idle)
        {
            scene.Note(new Say("Cancel.NothingOpen"));
            Idle.ShowMenu(scene);
            return;
        }

        if (scene.Now.Place == StepMap.Cancelling)
        {
            AskCancel(scene);
            return;
        }

        var flow = StepMap.FlowOf(scene.Now.Place) is null ? null : scene.Talk.FlowAt(scene.Now.Place);
        if (flow is null || !flow.KeepsDraft || scene.Draft!.Answers.IsEmpty)
        {
            if (flow is not null) DropDraft(scene, flow.Name);
            else Walking.Leave(scene);
            scene.Move(Move.Menu);
            scene.Note(new Say("Cancel.Done"));
            Idle.ShowMenu(scene);
            return;
        }

        scene.Now = scene.Now with { CameFrom = scene.Now.Place };
        scene.Move(Move.Cancel);
        AskCancel(scene);
    }

    public static void AskCancel(Scene scene) => scene.Ask(
        [new Say("Cancel.KeepDraft")],
        [[KeepChoice], [DropChoice],
         [new(Everywhere.Back, new Say("Cancel.Button.GoOn"))]]);

    /// <remarks>"Tidak" erases nothing: it may mean "no, I do not want to stop".</remarks>
    public static void CancelAnswered(Scene scene, Heard heard)
    {
        if (Means(heard, KeepChoice))
        {
            // Who stops while a photo is on its way and keeps the draft has taken "kirim" back.
            if (scene.Now.CameFrom is { } from && StepMap.FlowOf(from) is { } flow && scene.Now.Drafts.TryGetValue(flow, out var draft)) scene.Keep(draft with { IsSent = false });
            scene.Move(Move.Menu);
            scene.Note(Kept(scene));
            Idle.ShowMenu(scene);
        }
        else if (Means(heard, DropChoice))
        {
            if (scene.Now.CameFrom is { } dropped && StepMap.FlowOf(dropped) is { } its) DropDraft(scene, its);
            scene.Move(Move.Menu);
            scene.Note(new Say("Cancel.Dropped"));
            Idle.ShowMenu(scene);
        }
        else
        {
            scene.Note(new Say("Anywhere.NotUnderstood"));
            AskCancel(scene);
        }
    }

    private static bool Means(Heard heard, Choice choice) => heard is Heard.Chosen(var pressed) ? pressed == choice.Name : heard is Heard.Text(var typed) && choice.IsMeantBy(typed);

    // How long it is kept is said as it is: it may be gone by the time somebody answers.
    private static Say Kept(Scene scene) =>
        scene.Now.CameFrom is not { } from || StepMap.FlowOf(from) is not { } flow || !scene.Now.Drafts.TryGetValue(flow, out var draft) ? new("Cancel.KeptNoLonger")
        : Kinds.ConsentKind.IsGiven(draft) ? new("Cancel.Kept", ("sampai", scene.Talk.Office.DayOf(draft.TouchedAt + scene.Talk.Office.ExpireAfter)))
        : new("Cancel.KeptForADay");

    /// <summary>Asks for the message to be left; the question that was open waits.</summary>
    public static void Officer(Scene scene)
    {
        if (WithOfficer.Joins(scene)) return;
        if (scene.Now.Place == StepMap.ToOfficer)
        {
            AskForMessage(scene);
            return;
        }

        if (scene.Now.Place is not (StepMap.Cancelling or StepMap.WithOfficer)) scene.Now = scene.Now with { CameFrom = scene.Now.Place };
        scene.Move(Move.Officer);
        AskForMessage(scene);
    }

    public static void AskForMessage(Scene scene) => scene.Ask(
        [new Say("Officer.AskMessage")],
        [[new(Everywhere.ChildInDanger, new Say("Officer.Button.ChildInDanger"))], [new(Everywhere.Back, new Say("Officer.Button.NoMessage"))]]);

    public static void MessageForOfficer(Scene scene, Heard heard)
    {
        if (heard is not Heard.Text(var text))
        {
            scene.Note(new Say("Officer.OnlyWords"));
            AskForMessage(scene);
            return;
        }

        if (scene.Talk.IsInSecret(scene.Now))
        {
            // Whoever steps aside from a report goes on to tell it: any officer reads a ticket, and /data_saya shows it.
            Protection.ProtectErrand.TakeDown(scene, text);
            scene.Note(new Say("Protect.Added"));
            Return(scene);
            return;
        }

        Leave(scene, text);
        Return(scene);
    }

    /// <summary>Keeps it for the officers, and says until when they answer. What tells of money that was asked for is not for every officer's eyes.</summary>
    public static void Leave(Scene scene, string text)
    {
        if (LevyWords.AreIn(text, scene.Known.Officers)) LevyErrand.Kept(scene, text).ForEach(scene.Note);
        else scene.Note(new Say("Officer.Left", ("tanggal", Keep(scene, text))));
    }

    /// <summary>Keeps for an officer what somebody told in the menu, at once, so that nobody has to say it twice; more may follow.</summary>
    /// <param name="kept">Says so.</param>
    public static void LeaveForOfficer(Scene scene, string text, Say kept)
    {
        ImmutableArray<Say> said = [kept];
        if (LevyWords.AreIn(text, scene.Known.Officers)) said = [.. LevyErrand.Kept(scene, text)];
        else Keep(scene, text);
        scene.Now = scene.Now with { CameFrom = scene.Now.Place };
        scene.Move(Move.Officer);
        scene.Ask(
            said,
            [[new(Everywhere.ChildInDanger, new Say("Officer.Button.ChildInDanger"))], [new(Everywhere.Back, new Say("Officer.Button.NoMore"))]]);
    }

    /// <returns>The day by which it is answered.</returns>
    private static DateOnly Keep(Scene scene, string text)
    {
        if (scene.Known.Ticket is { Closed: null, Sealed: false } open && open.Chat == scene.Now.Chat) return WithOfficer.Adds(scene, open, scene.Known.Holder, text).By;
        var ticket = new Ticket(scene.RandomId(), scene.Now.Chat, scene.Now.CameFrom ?? StepMap.Idle, text, scene.At) { Case = scene.Now.Cases.LastOrDefault() };
        var by = TicketClock.Promise(scene, ticket.Id);
        scene.Write(new Write.PutTicket(ticket with { AnswerBy = by }));
        scene.Audit(Act.TicketLeft, ticket.Id);
        return by;
    }

    /// <summary>Back to where one was; to the menu where that is gone.</summary>
    public static void Return(Scene scene)
    {
        var to = scene.Now.CameFrom;
        scene.Now = scene.Now with { CameFrom = null };
        if (to is null || to == StepMap.Idle || !scene.Talk.Map.Has(to) || StepMap.FlowOf(to) is not { } flow || !scene.Now.Drafts.ContainsKey(flow))
        {
            scene.Move(Move.Menu);
            Idle.ShowMenu(scene);
            return;
        }

        scene.Move(new(MoveKind.Resume, to));
        Person.AskAgain(scene);
    }

    /// <summary>Forgets a draft with its files and dues, and what a page showed of it.</summary>
    public static void DropDraft(Scene scene, string flow)
    {
        if (!scene.Now.Drafts.TryGetValue(flow, out var draft)) return;
        Drafts.Drop(scene, draft);
        scene.ForgetTranscript();
    }
}
