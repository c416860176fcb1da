using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Surveys;

namespace BansosBot.Domain.Tickets;

/// <summary>"Terbantu?", asked once when an officer has closed a message: one tap, kept with the message.</summary>
/// <remarks>"Ya" and "belum" are counted with the other ratings; "sebagian" is neither, and stands with the message alone.</remarks>
public sealed class HelpedErrand : Errand
{
    public const string Called = "helped";

    /// <summary>As which service it is counted: <see cref="Rating.Service"/>.</summary>
    public const string Service = "officer";

    public override string Name => Called;

    public static void Ask(Scene scene, Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(ticket);
        scene.Ask(
            [new Say(ticket.Closed is { ByTelephone: true } ? "Talk.EndedByTelephone" : "Talk.Ended"), new Say("Talk.Helped")],
            [[.. Enum.GetValues<Helped>().Select(h => new Choice($"{Everywhere.Go}{Called}:{h}:{ticket.Id}", new Say($"Talk.Button.Helped.{h}")))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
    }

    public override Needs NeedsToOpen(Conversation before, string argument) => new() { Ticket = Parts(argument).Id };

    public override void Open(Scene scene, string argument)
    {
        ArgumentNullException.ThrowIfNull(scene);
        if (scene.Known.Ticket is not { Closed: not null, Helped: null } ticket || ticket.Chat != scene.Now.Chat || Parts(argument).Helped is not { } helped)
        {
            Idle.ShowMenu(scene);
            return;
        }

        scene.Write(new Write.PutTicket(ticket with { Helped = helped }));
        scene.Audit(Act.TicketRated, ticket.Id, helped.ToString());
        if (helped != Helped.Partly) scene.Write(new Write.CountRating(new(scene.Today.Year, scene.Today.Month, Service, helped == Helped.Yes, Reason: null)));
        if (helped == Helped.Yes)
        {
            scene.Note(new Say("Rating.Thanks"));
            Idle.ShowMenu(scene);
        }
        else scene.Ask([new Say("Talk.NotHelped")], [[new(Everywhere.Officer, new Say("Anywhere.Button.Officer"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
    }

    private static (Helped? Helped, string Id) Parts(string argument) =>
        argument.Split(':', 2) is [var answer, var id] && Enum.TryParse<Helped>(answer, out var helped) ? (helped, id) : (null, "");
}
