using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Tickets;

/// <summary>One message at an officer's desk: what was written, and the answer to it.</summary>
/// <remarks>What an officer writes goes on by the clockwork, as a message of the other chat's own (<see cref="DueKind.TicketNews"/>): only there is known what
/// stands open, and whether anybody is reached.</remarks>
public sealed class TicketDeskErrand : StaffErrand
{
    public const string Called = "message";

    private const string TicketId = "ticket", AnswerStep = "answer";

    private const string See = "see", Take = "take", LetGo = "letgo", Write = "write", Close = "close", WasCalled = "called";

    public override string Name => Called;

    public override Flow Flow { get; } = new()
    {
        Name = "deskanswer",
        Version = 1,
        KeepsDraft = false,
        Steps = [new() { Name = AnswerStep, Kind = new FreeTextKind(FreeTextKind.LettersMax), Part = Part.Form, TextKey = "Message.Answer" }],
    };

    /// <summary>The choice that opens a message.</summary>
    public static string Opens(string id) => Does(See, id);

    private static string Does(string act, string id) => $"{Everywhere.Go}{Called}:{act}:{id}";

    protected override Needs NeedsAtDesk(Conversation before, string argument) => new() { Ticket = Parts(argument).Id, Officers = true, RandomBytes = Scene.RandomIdBytes };

    protected override Needs NeedsToEnd(Conversation before, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new() { Ticket = ((Answer.Free)draft.Answers[TicketId]).Text, Officers = true };
    }

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(officer);
        if (scene.Known.Ticket is not { } ticket)
        {
            Gone(scene, officer);
            return;
        }

        switch (Parts(argument).Act)
        {
            case Take:
                Acts(scene, officer, ticket, TicketAct.Take, Act.TicketTaken, ticket with { Held = new(officer.Id, scene.At) }, taken => Begins(scene, officer, taken));
                break;
            case Write when TicketPermissions.Why(officer, TicketAct.Answer, ticket, scene.At) is { } why:
                Refused(scene, officer, ticket, TicketAct.Answer, why);
                break;
            case Write:
                scene.Write(new Conversations.Write.PutTicket(ticket with { Held = new(officer.Id, scene.At) }));       // the half hour is there for writing
                Walking.Begin(scene, Flow, (TicketId, new Answer.Free(ticket.Id)));
                break;
            case LetGo:
                Acts(scene, officer, ticket, TicketAct.LetGo, Act.TicketLetGo, ticket with { Held = null }, after => Done(scene, officer, after));
                break;
            case Close when !ticket.MayEnd:
                scene.Note(new Say("Message.AnswerFirst"));
                Show(scene, officer, ticket, isBrief: true);
                break;
            case Close:
                Ends(scene, officer, ticket, TicketAct.Close, Act.TicketClosed, byTelephone: false);
                break;
            case WasCalled:
                Ends(scene, officer, ticket, TicketAct.RecordCall, Act.TicketCalled, byTelephone: true);
                break;
            default:
                Show(scene, officer, ticket);
                break;
        }
    }

    protected override void End(Scene scene, Officer officer, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(draft);
        if (scene.Known.Ticket is not { } ticket)
        {
            Gone(scene, officer);
            return;
        }

        if (TicketPermissions.Why(officer, TicketAct.Answer, ticket, scene.At) is { } why)
        {
            scene.Note(new Say("Message.NotSent"));
            Refused(scene, officer, ticket, TicketAct.Answer, why);
            return;
        }

        var after = ticket.With(new(officer.Id, ((Answer.Free)draft.Answers[AnswerStep]).Text, scene.At)) with { Held = new(officer.Id, scene.At) };
        scene.Write(new Conversations.Write.PutTicket(after));
        scene.Audit(Act.TicketAnswered, ticket.Id);
        Tells(scene, after, scene.At);
        scene.Note(new Say(ticket.ToCall ? "Message.KeptToCall" : "Message.Sent"));
        Show(scene, officer, after, isBrief: true);
    }

    // Who took one means to answer it; of what the bot reports there is nobody to answer, and who is called is not written to.
    private void Begins(Scene scene, Officer officer, Ticket taken)
    {
        if (taken.Report is null && !taken.ToCall) Walking.Begin(scene, Flow, (TicketId, new Answer.Free(taken.Id)));
        else Done(scene, officer, taken);
    }

    private static void Ends(Scene scene, Officer officer, Ticket ticket, TicketAct act, Act audited, bool byTelephone) =>
        Acts(scene, officer, ticket, act, audited, ticket with { Closed = new(scene.At, officer.Id, byTelephone), Held = null }, after =>
        {
            if (after.Report is null) Tells(scene, after, scene.At);
            Done(scene, officer, after);
        });

    // Who wrote just now waits for it; who wrote yesterday does not want to be woken.
    private static void Tells(Scene scene, Ticket ticket, DateTimeOffset now)
    {
        var wrote = ticket.Lines.LastOrDefault(l => l.By is null)?.At ?? ticket.LeftAt;
        scene.DueOf(ticket.Chat, DueKind.TicketNews, ticket.Id, now - wrote < Holding.IdleMax ? now : scene.Talk.Office.OutsideQuietHours(now));
    }

    private static void Acts(Scene scene, Officer officer, Ticket ticket, TicketAct act, Act audited, Ticket after, Action<Ticket> then)
    {
        if (TicketPermissions.Why(officer, act, ticket, scene.At) is { } why)
        {
            Refused(scene, officer, ticket, act, why);
            return;
        }

        scene.Write(new Conversations.Write.PutTicket(after));
        scene.Audit(audited, ticket.Id);
        then(after);
    }

    private static void Done(Scene scene, Officer officer, Ticket after)
    {
        scene.Note(new Say("DeskCase.Done"));
        Show(scene, officer, after, isBrief: true);
    }

    private static void Refused(Scene scene, Officer officer, Ticket ticket, TicketAct act, MayNot why)
    {
        scene.Audit(Act.NotAllowed, ticket.Id, $"{act} {why.GetType().Name}");
        scene.Note(why.Sentence);
        if (TicketPermissions.Why(officer, TicketAct.See, ticket, scene.At) is null) Show(scene, officer, ticket, isBrief: true);
        else DeskErrand.Show(scene, officer);
    }

    private static void Gone(Scene scene, Officer officer)
    {
        scene.Note(new Say("Message.Gone"));
        DeskErrand.Show(scene, officer);
    }

    /// <param name="isBrief">Right after an act: it was read before.</param>
    private static void Show(Scene scene, Officer officer, Ticket ticket, bool isBrief = false)
    {
        if (TicketPermissions.Why(officer, TicketAct.See, ticket, scene.At) is { } why)
        {
            Refused(scene, officer, ticket, TicketAct.See, why);
            return;
        }

        if (!isBrief) scene.Audit(Act.TicketSeen, ticket.Id);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Choice>>();
        foreach (var (act, name) in Offered)
        {
            if (TicketPermissions.Why(officer, act, ticket, scene.At) is null && IsFor(ticket, act)) rows.Add([new(Does(name, ticket.Id), new Say($"Message.Button.{act}"))]);
        }

        if (ticket is { ToCall: true, Case: { } its } && TicketPermissions.WhoseIs(ticket, officer, scene.At) == Whose.Theirs && !Turns.Of(officer.Role).IsEmpty) rows.Add([new(CaseDeskErrand.Opens(its), new Say("Message.Button.Case"))]);
        rows.AddRange(PledgeDeskErrand.Rows(ticket, officer, scene.At));
        if (isBrief) rows.Add([new(Opens(ticket.Id), new Say("Message.Button.All"))]);
        scene.Ask([.. isBrief ? TicketSheet.Head(ticket, scene) : TicketSheet.Of(ticket, scene)], [.. rows, [TicketListErrand.Back(ticket)], DeskErrand.Row]);
    }

    private static readonly ImmutableArray<(TicketAct Act, string Name)> Offered =
    [
        (TicketAct.Take, Take), (TicketAct.Answer, Write), (TicketAct.RecordCall, WasCalled), (TicketAct.Close, Close), (TicketAct.LetGo, LetGo),
    ];

    private static bool IsFor(Ticket ticket, TicketAct act) => act switch
    {
        TicketAct.RecordCall => ticket.ToCall,
        TicketAct.Close => ticket.MayEnd,
        _ => true,
    };

    private static (string Act, string Id) Parts(string argument) => argument.Split(':', 2) is [var act, var id] ? (act, id) : ("", argument);
}
