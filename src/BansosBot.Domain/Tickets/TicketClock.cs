using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Tickets;

/// <summary>What comes by itself to whoever wrote to the officers: the answer, the end, and an apology where the promised day passed.</summary>
internal static class TicketClock
{
    // A page that is closed, and a report that is being told, are not spoken into; the answer waits.
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromHours(1), WaitsAtMost = TimeSpan.FromDays(2);

    /// <summary>Promises an answer, and asks for the instant at which it is late.</summary>
    public static DateOnly Promise(Scene scene, string ticket)
    {
        var by = scene.Talk.Office.WorkingDaysAfter(scene.Today, Ticket.AnswerDays);
        scene.Due(DueKind.TicketLate, ticket, scene.Talk.Office.MorningAfter(by));
        return by;
    }

    public static void Come(Scene scene, Incoming.Due due)
    {
        if (scene.Known.Ticket is not { } ticket || ticket.Chat != scene.Now.Chat) return;
        if (due.Kind == DueKind.TicketLate) Late(scene, ticket);
        else News(scene, ticket);
    }

    /// <summary>They blocked the bot, or left for good: they are called, and who answers is told so.</summary>
    public static void NotReached(Scene scene, Ticket ticket)
    {
        if (ticket.ToCall || ticket.Closed is not null) return;
        scene.Write(new Write.PutTicket(ticket with { ToCall = true }));
        if (scene.Known.Holder is { } holder) WithOfficer.TellDesk(scene, holder, new Say("Message.NotReached", ("kapan", new SayValue.Moment(ticket.LeftAt))));
    }

    private static void News(Scene scene, Ticket ticket)
    {
        var untold = ticket.Lines.Where(l => l is { By: not null, Told: false }).ToList();
        if (untold.Count == 0 && ticket.Closed is null) return;
        if (scene.Now.LeftAt is not null || !scene.Now.IsReachable)
        {
            NotReached(scene, ticket);
            return;
        }

        if (Locking.Holds(scene.Talk, scene.Now, scene.At) || scene.Talk.IsInSecret(scene.Now))
        {
            if (untold.Count > 0 && scene.At - untold[0].At > WaitsAtMost) NotReached(scene, ticket);
            else if (untold.Count > 0) scene.Due(DueKind.TicketNews, ticket.Id, scene.Talk.Office.OutsideQuietHours(scene.At + LookAgainAfter));
            return;
        }

        if (untold.Count > 0) scene.Write(new Write.PutTicket(ticket with { Lines = [.. ticket.Lines.Select(l => l with { Told = true })] }));
        scene.Now = scene.Now with { Ticket = ticket.Closed is null ? ticket.Id : null };
        for (var i = 0; i < untold.Count; i++)
        {
            var said = new Say("Talk.From", ("nama", TicketSheet.NameOf(untold[i].By!, scene)), ("isi", untold[i].Text));
            if (i < untold.Count - 1) scene.Tell(said);
            else scene.Note(said);
        }

        if (ticket.Closed is not null) Ends(scene, ticket);
        else if (scene.Now is { Place: StepMap.WithOfficer }) scene.Ask([], [[new(Everywhere.Menu, new Say("Talk.Button.Menu"))]]);
        else if (scene.Now is { Place: StepMap.Idle or StepMap.ToOfficer, AtDesk: false } && scene.Known.Holder is not null)
        {
            if (scene.Now.Place == StepMap.Idle) scene.Now = scene.Now with { CameFrom = null };
            scene.Move(Move.Answered);
            WithOfficer.Ask(scene);
        }
        else scene.Tell(new Say("Talk.AnswerByWord"));        // a question is open, and what is written is for that
    }

    // The bot is theirs again, with one question where nothing else is open.
    private static void Ends(Scene scene, Ticket ticket)
    {
        if (scene.Now.Place == StepMap.WithOfficer)
        {
            Walking.Leave(scene);
            scene.Move(Move.Menu);
            scene.Now = scene.Now with { CameFrom = null };
        }

        if (scene.Now is { Place: StepMap.Idle, AtDesk: false }) HelpedErrand.Ask(scene, ticket);
        else scene.Tell(new Say("Talk.Ended"));
    }

    private static void Late(Scene scene, Ticket ticket)
    {
        if (!ticket.IsWaiting || ticket.LateSince is not null) return;
        var by = scene.Talk.Office.WorkingDaysAfter(scene.Today, Ticket.AnswerDays);
        scene.Write(new Write.PutTicket(ticket with { LateSince = scene.At, AnswerBy = by }));
        scene.Audit(Act.TicketLate, ticket.Id);
        foreach (var head in scene.Known.Officers.Where(o => o is { WorksHere: true, Role: Role.KepalaBidang } && o.Chat != scene.Now.Chat))
            WithOfficer.TellDesk(scene, head, new Say("Message.LateForHead", ("kapan", new SayValue.Moment(ticket.LeftAt))));
        if (scene.Now.LeftAt is null && !Locking.Holds(scene.Talk, scene.Now, scene.At) && !scene.Talk.IsInSecret(scene.Now)) scene.Tell(new Say("Talk.LateSorry", ("tanggal", by)));
    }
}
