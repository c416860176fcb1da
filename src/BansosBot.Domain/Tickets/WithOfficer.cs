using System.Collections.Immutable;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Tickets;

/// <summary>While an officer answers: the bot is silent in this chat, and what is written goes on to them. Menu, cancel and back lead out.</summary>
internal static class WithOfficer
{
    private static readonly ImmutableArray<ImmutableArray<Choice>> WayOut = [[new(Everywhere.Menu, new Say("Talk.Button.Menu"))]];

    /// <summary>What is written here is for the officer, also where it would ask the bot for help or for an officer elsewhere; a command and a button still do.</summary>
    public static Heard Hears(Incoming message, Heard heard) =>
        message is Incoming.Words(_, _, var typed) && heard is Heard.Chosen(Everywhere.Help or Everywhere.Officer) ? new Heard.Text(typed) : heard;

    /// <summary>Who has an open message and asks for an officer is with the one who answers it.</summary>
    /// <returns>False: nobody does.</returns>
    public static bool Joins(Scene scene)
    {
        if (scene.Known.Ticket is not { Closed: null } ticket || scene.Known.Holder is not { } holder || scene.ActsAs is not null || scene.Talk.IsInSecret(scene.Now)) return false;
        if (scene.Now.Place != StepMap.WithOfficer)
        {
            if (scene.Now.Place is not (StepMap.Cancelling or StepMap.ToOfficer)) scene.Now = scene.Now with { CameFrom = scene.Now.Place };
            scene.Move(Move.Answered);
        }

        scene.Now = scene.Now with { Ticket = ticket.Id };
        Ask(scene, new Say("Talk.With", ("nama", holder.CalledAs)));
        return true;
    }

    public static void Ask(Scene scene, params ImmutableArray<Say> parts) => scene.Ask(parts.IsEmpty ? [WriteHere(scene)] : parts, WayOut);

    private static Say WriteHere(Scene scene) => new(scene.Known.Ticket is { Sealed: true } ? "Talk.WriteHereSealed" : "Talk.WriteHere");

    /// <summary>Something is written here.</summary>
    public static void Said(Scene scene, Heard heard)
    {
        switch (heard)
        {
            case Heard.Text(var text):
                Passes(scene, text);
                break;
            case Heard.Picture:
                CannotPass(scene, "Picture");
                break;
            default:
                Ask(scene);
                break;
        }
    }

    /// <summary>What is no text does not reach the officer, and both are told so.</summary>
    /// <param name="kind">Name of the kind: <c>Picture</c>, or an <see cref="OddKind"/>.</param>
    public static void CannotPass(Scene scene, string kind)
    {
        var what = new Say($"Talk.Kind.{kind}");
        scene.Note(new Say("Talk.NotPassed", ("apa", what)));
        if (scene.Known.Holder is { } holder && scene.Known.Ticket is { } ticket) TellDesk(scene, holder, new Say("Message.Tried", ("kapan", new SayValue.Moment(ticket.LeftAt)), ("apa", what)));
        Ask(scene);
    }

    public static void Help(Scene scene) => Ask(scene, new Say("Talk.Help"), WriteHere(scene));

    /// <summary>Out of it by one's own will: what the officer still writes is told all the same.</summary>
    public static void StepOut(Scene scene)
    {
        Walking.Leave(scene);
        scene.Move(Move.Menu);
        scene.Now = scene.Now with { CameFrom = null };
        scene.Note(new Say("Talk.SteppedOut"));
        Idle.ShowMenu(scene);
    }

    /// <summary>One more line of a message that is open, and the day by which it is answered.</summary>
    /// <param name="holder">Who answers it now; null: nobody.</param>
    /// <returns>That day, and whether who answers it hears the line now.</returns>
    public static (DateOnly By, bool IsHeard) Adds(Scene scene, Ticket ticket, Officer? holder, string text)
    {
        var after = ticket.With(new(null, text, scene.At) { Told = true }) with { ToCall = false };
        if (ticket.Sealed) after = after.Naming(text, scene.Known.Officers);
        if (!ticket.IsWaiting || ticket.AnswerBy is null) after = after with { AnswerBy = TicketClock.Promise(scene, ticket.Id), LateSince = null };
        var hears = holder is not null && TicketPermissions.MaySee(holder, after, scene.At) ? holder : null;
        scene.Write(new Write.PutTicket(hears is null ? after with { Held = null } : after));
        scene.Audit(Act.TicketAddedTo, ticket.Id);
        if (hears is not null)
        {
            TellDesk(scene, hears, new Say("Message.FromResident", ("kapan", new SayValue.Moment(ticket.LeftAt)), ("isi", text)));
            scene.Write(new Write.RestOn(hears));       // who was let go in this instant hears nothing more
        }

        return (after.AnswerBy!.Value, hears is not null);
    }

    public static void TellDesk(Scene scene, Officer officer, Say news) => scene.TellOther(officer.Chat, new Say("Desk.Office"), news);

    private static void Passes(Scene scene, string text)
    {
        if (scene.Known.Ticket is not { Closed: null } ticket)
        {
            scene.Now = scene.Now with { Ticket = null };
            scene.Note(new Say("Talk.Over"));
            Asides.Leave(scene, text);
            Asides.Return(scene);
            return;
        }

        if (!ticket.Sealed && LevyWords.AreIn(text, scene.Known.Officers))
        {
            // Perhaps of the very officer who answers here.
            LevyErrand.Kept(scene, text).ForEach(scene.Note);
            Ask(scene);
            return;
        }

        var (by, isHeard) = Adds(scene, ticket, scene.Known.Holder, text);
        if (isHeard) return;
        scene.Note(new Say("Talk.NobodyThere", ("tanggal", by)));
        Asides.Return(scene);
    }
}
