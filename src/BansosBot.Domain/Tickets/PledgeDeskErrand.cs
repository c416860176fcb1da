using System.Collections.Immutable;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Tickets;

/// <summary>What becomes of a company's offer: noted as one by who answers its message, agreed, handed over with a BAST, or called off; each is told to the company.</summary>
public sealed class PledgeDeskErrand : StaffErrand
{
    public const string Called = "deskpledge";

    private const string TicketId = "ticket", BastStep = "bast", Surely = "!";

    private static readonly ImmutableArray<TicketAct> Acts = [TicketAct.NotePledge, TicketAct.AgreePledge, TicketAct.HandOverPledge, TicketAct.CallOffPledge];

    public override string Name => Called;

    /// <summary>The number of the paper.</summary>
    public override Flow Flow { get; } = new()
    {
        Name = "deskbast",
        Version = 1,
        KeepsDraft = false,
        Steps = [new() { Name = BastStep, Kind = new FreeTextKind(Pledge.BastLettersMax), Part = Part.Form, TextKey = "Pledge.Bast" }],
    };

    /// <summary>Buttons at a message for what may be done with it as an offer.</summary>
    internal static IEnumerable<ImmutableArray<Choice>> Rows(Ticket ticket, Officer officer, DateTimeOffset now) =>
        Acts.Where(act => IsFor(ticket, act) && TicketPermissions.Why(officer, act, ticket, now) is null).Select(act => ImmutableArray.Create(new Choice(Does(act, ticket.Id), new Say($"Pledge.Button.{act}"))));

    /// <summary>How it stands, for who reads the message.</summary>
    internal static IEnumerable<Say> InWords(Ticket ticket, Scene scene)
    {
        if (ticket.Pledge is not { } pledge) yield break;
        yield return new("Pledge.Sheet", ("nama", scene.Known.NameOf(pledge.Owner)), ("keadaan", new Say($"Pledge.State.{pledge.State}")), ("tanggal", scene.Talk.Office.DayOf(pledge.Steps[^1].At)));
        if (pledge.Bast is { } number) yield return new("Pledge.Sheet.Bast", ("bast", number));
    }

    /// <summary>The same for the company that made it.</summary>
    internal static Say Told(Ticket ticket, Office office) => ticket.Pledge is { State: PledgeState.HandedOver, Bast: { } number }
        ? new("Pledge.Told.HandedOver", ("kapan", new SayValue.Moment(ticket.LeftAt)), ("tanggal", office.DayOf(ticket.Pledge.Steps[^1].At)), ("bast", number))
        : new($"Pledge.Told.{ticket.Pledge!.State}", ("kapan", new SayValue.Moment(ticket.LeftAt)));

    protected override Needs NeedsAtDesk(Conversation before, string argument) => new() { Ticket = Parts(argument).Id, Officers = true, RandomBytes = Scene.RandomIdBytes };

    protected override Needs NeedsToEnd(Conversation before, Draft draft) => new() { Ticket = ((Answer.Free)draft.Answers[TicketId]).Text, Officers = true };

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        var (act, id, detail) = Parts(argument);
        if (scene.Known.Ticket is not { } ticket) Gone(scene, officer);
        else if (!Enum.TryParse<TicketAct>(act, out var asked) || !Acts.Contains(asked) || !May(scene, officer, ticket, asked)) return;
        else if (asked == TicketAct.HandOverPledge) Walking.Begin(scene, Flow, (TicketId, new Answer.Free(ticket.Id)));
        else if (asked == TicketAct.CallOffPledge && detail != Surely)
        {
            scene.Ask(
                [new Say("Pledge.SureOff")],
                [[new($"{Does(asked, id)}:{Surely}", new Say("Pledge.Button.CallOffPledge"))], [new(TicketDeskErrand.Opens(id), new Say("Message.Button.All"))]]);
        }
        else
        {
            var (to, audited) = asked switch
            {
                TicketAct.NotePledge => (PledgeState.Noted, Act.PledgeNoted),
                TicketAct.AgreePledge => (PledgeState.Agreed, Act.PledgeAgreed),
                _ => (PledgeState.CalledOff, Act.PledgeCalledOff),
            };
            Comes(scene, officer, ticket with { Pledge = (ticket.Pledge ?? new(officer.Id, [])).Comes(to, scene.At, officer.Id) }, audited);
        }
    }

    protected override void End(Scene scene, Officer officer, Draft draft)
    {
        if (scene.Known.Ticket is not { } ticket) Gone(scene, officer);
        else if (May(scene, officer, ticket, TicketAct.HandOverPledge))
            Comes(scene, officer, ticket with { Pledge = ticket.Pledge!.Comes(PledgeState.HandedOver, scene.At, officer.Id) with { Bast = ((Answer.Free)draft.Answers[BastStep]).Text } }, Act.PledgeHandedOver);
    }

    private static void Comes(Scene scene, Officer officer, Ticket after, Act audited)
    {
        scene.Write(new Write.PutTicket(after));
        scene.Audit(audited, after.Id);
        scene.TellOther(after.Chat, Told(after, scene.Talk.Office));
        scene.Note(new Say("Pledge.Done"));
        Show(scene, officer, after);
    }

    private static bool May(Scene scene, Officer officer, Ticket ticket, TicketAct act)
    {
        if (TicketPermissions.Why(officer, act, ticket, scene.At) is { } why)
        {
            scene.Audit(Act.NotAllowed, ticket.Id, $"{act} {why.GetType().Name}");
            scene.Note(why.Sentence);
            if (TicketPermissions.MaySee(officer, ticket, scene.At)) Show(scene, officer, ticket);
            else DeskErrand.Show(scene, officer);
            return false;
        }

        if (IsFor(ticket, act)) return true;
        scene.Note(new Say("Pledge.MovedMeanwhile"));
        Show(scene, officer, ticket);
        return false;
    }

    private static void Show(Scene scene, Officer officer, Ticket ticket) => scene.Ask(
        [.. TicketSheet.Head(ticket, scene)],
        [.. Rows(ticket, officer, scene.At), [new(TicketDeskErrand.Opens(ticket.Id), new Say("Message.Button.All"))], [new(TicketListErrand.Of(TicketListOf.Pledges), new Say("Messages.Button.Pledges"))], DeskErrand.Row]);

    private static void Gone(Scene scene, Officer officer)
    {
        scene.Note(new Say("Message.Gone"));
        DeskErrand.Show(scene, officer);
    }

    private static bool IsFor(Ticket ticket, TicketAct act) => (act, ticket.Pledge) switch
    {
        (TicketAct.NotePledge, var pledge) => pledge is null,
        (TicketAct.AgreePledge, { State: PledgeState.Noted }) => true,
        (TicketAct.HandOverPledge, { State: PledgeState.Agreed }) => true,
        (TicketAct.CallOffPledge, { IsOpen: true }) => true,
        _ => false,
    };

    private static string Does(TicketAct act, string id) => $"{Everywhere.Go}{Called}:{act}:{id}";

    private static (string Act, string Id, string Detail) Parts(string argument) => argument.Split(':', 3) is var p ? (p[0], p.Length > 1 ? p[1] : "", p.Length > 2 ? p[2] : "") : default;
}
