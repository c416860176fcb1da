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

    /// <summary>They blocked the bot, or left for good: they are called, and who answers is told so. What they may not have read is told again should they come back.</summary>
    public static void NotReached(Scene scene, Ticket ticket)
    {
        if (ticket.Closed is not null) return;
        if (scene.Now.LeftAt is null) scene.Now = scene.Now with { Ticket = ticket.Id };
        if (ticket.ToCall) return;
        var read = ticket.Lines.ToList().FindLastIndex(l => l.By is null);
        scene.Write(new Write.PutTicket(ticket with { ToCall = true, Lines = [.. ticket.Lines.Select((l, i) => i > read ? l with { Told = false } : l)] }));
        if (scene.Known.Holder is { } holder) WithOfficer.TellDesk(scene, holder, new Say("Message.NotReached", ("kapan", new SayValue.Moment(ticket.LeftAt))));
    }

    /// <summary>Who says something is there: what is owed to them is told next.</summary>
    public static void ComesBack(Scene scene)
    {
        if (scene.Known.Ticket is { OwesWord: true } ticket && ticket.Chat == scene.Now.Chat && !scene.ErasesChat && scene.Now.LeftAt is null && !IsClosedOrSecret(scene)) scene.Due(DueKind.TicketNews, ticket.Id, scene.At);
    }

    private static bool IsClosedOrSecret(Scene scene) => scene.Now.Place == StepMap.Locked || Locking.Holds(scene.Talk, scene.Now, scene.At) || scene.Talk.IsInSecret(scene.Now);

    private static void News(Scene scene, Ticket ticket)
    {
        var untold = ticket.Lines.Where(l => l is { By: not null, Told: false }).ToList();
        if (untold.Count == 0 && ticket.Closed is null && !ticket.OwesWord) return;
        if (scene.Now.LeftAt is not null || !scene.Now.IsReachable)
        {
            NotReached(scene, ticket);
            return;
        }

        if (IsClosedOrSecret(scene))
        {
            scene.Now = scene.Now with { Ticket = ticket.Id };
            if (untold.Count > 0 && scene.At - untold[0].At > WaitsAtMost) NotReached(scene, ticket);
            else if (untold.Count > 0) scene.Due(DueKind.TicketNews, ticket.Id, scene.Talk.Office.OutsideQuietHours(scene.At + LookAgainAfter));
            return;
        }

        if (ticket.OwesWord) scene.Write(new Write.PutTicket(ticket with { Lines = [.. ticket.Lines.Select(l => l with { Told = true })], ToCall = false, OwesSorry = false }));
        scene.Now = scene.Now with { Ticket = ticket.Closed is null ? ticket.Id : null };
        if (ticket is { OwesSorry: true, IsWaiting: true }) Apologise(scene, ticket);
        if (untold.Count == 0 && ticket.Closed is null) return;
        for (var i = 0; i < untold.Count; i++)
        {
            var said = new Say("Talk.From", ("nama", scene.Known.NameOf(untold[i].By!)), ("peran", TicketSheet.RoleOf(untold[i].By!, scene)), ("isi", untold[i].Text));
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

    // The first time an apology with a new date, and the head of division; the second time no date any more, and the head of the office.
    private static void Late(Scene scene, Ticket ticket)
    {
        if (!ticket.IsWaiting || ticket.AnswerBy is not { } by || scene.Today <= by) return;        // answered meanwhile, or promised anew
        var isFirst = ticket.LateSince is null;
        var isGone = scene.Now.LeftAt is not null || !scene.Now.IsReachable;
        var after = ticket with { LateSince = ticket.LateSince ?? scene.At, AnswerBy = isFirst ? Promise(scene, ticket.Id) : null, ToCall = ticket.ToCall || isGone, OwesSorry = true };
        if (!isGone && !IsClosedOrSecret(scene)) after = after with { OwesSorry = false };
        scene.Write(new Write.PutTicket(after));
        if (scene.Now.LeftAt is null) scene.Now = scene.Now with { Ticket = ticket.Id };
        scene.Audit(Act.TicketLate, ticket.Id);
        foreach (var above in Above(scene, after, isFirst ? Role.KepalaBidang : Role.KepalaDinas))
            WithOfficer.TellDesk(scene, above, new Say(ticket.Sealed ? "Message.LevyLate" : "Message.LateForHead", ("kapan", new SayValue.Moment(ticket.LeftAt))));
        if (!after.OwesSorry) Apologise(scene, after);
    }

    private static void Apologise(Scene scene, Ticket ticket)
    {
        if (ticket.AnswerBy is { } by) scene.Tell(new Say("Talk.LateSorry", ("tanggal", by)));
        else scene.Tell([new Say("Talk.LateAgain"), .. scene.Talk.Office.Contact]);
    }

    // Of a sealed one everybody who may read it; else the other head where there is none of that role.
    private static IEnumerable<Officer> Above(Scene scene, Ticket ticket, Role role)
    {
        var readers = scene.Known.Officers.Where(o => TicketPermissions.MaySee(o, ticket, scene.At)).ToList();
        if (ticket.Sealed) return readers;
        var heads = readers.Where(o => o.Role is Role.KepalaBidang or Role.KepalaDinas).ToList();
        return heads.Exists(h => h.Role == role) ? heads.Where(h => h.Role == role) : heads;
    }
}
