using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;

namespace BansosBot.Domain.Tickets;

/// <summary>Somebody tells that money was asked for (pungli): a sealed message, and plain words about who reads it.</summary>
/// <remarks>Who came by words of their own has told it: they are kept at once. More may follow; it stands with the same message while that is open.</remarks>
public sealed class LevyErrand : Errand
{
    internal const string Called = "levy";

    private const string WhatStep = "what";

    // In words: "ada pungli" alone tells nothing yet.
    private const int StoryFrom = 5;

    public override string Name => Called;

    public override Flow Flow { get; } = new()
    {
        Name = Called,
        Version = 1,
        KeepsDraft = false,
        Steps = [new() { Name = WhatStep, Kind = new FreeTextKind(FreeTextKind.LettersMax), Part = Part.Form, TextKey = "Levy.What" }],
    };

    public override Needs NeedsToOpen(Conversation before) => Asides.NeedsForTicket;

    public override Needs NeedsToFinish(Conversation before, Draft draft, Incoming message) => Asides.NeedsForTicket;

    public override void Open(Scene scene, string argument)
    {
        ArgumentNullException.ThrowIfNull(scene);
        if (scene.Message is Incoming.Words(_, _, var said) && LevyWords.AreIn(said) && Everywhere.Plain(said).Count(c => c == ' ') + 1 >= StoryFrom) Tells(scene, said);
        else Walking.Begin(scene, Flow);
    }

    public override void Finish(Scene scene, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(draft);
        scene.Forget(Flow.Name);
        scene.Move(Move.Menu);
        Tells(scene, ((Answer.Free)draft.Answers[WhatStep]).Text);
    }

    /// <summary>Keeps it for those whom it is for, tells them that there is one, and never what stands in it.</summary>
    /// <returns>What is to be said of it: the day, who reads it, who does not.</returns>
    internal static List<Say> Kept(Scene scene, string text) =>
        scene.Known.Tickets.LastOrDefault(t => t is { Sealed: true, Closed: null }) is { } open
            ? [new("Levy.Added", ("tanggal", WithOfficer.Adds(scene, open, scene.Known.OfficerOf(open.HeldBy(scene.At)), text).By)), new("Levy.WhoReads")]
            : [new("Levy.Kept", ("tanggal", Keep(scene, text))), new("Levy.WhoReads"), new("Levy.Elsewhere")];

    private static void Tells(Scene scene, string text) => scene.Ask(
        [.. Kept(scene, text)],
        [[new(Everywhere.Go + Called, new Say("Levy.Button.Add"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);

    private static DateOnly Keep(Scene scene, string text)
    {
        var ticket = new Ticket(scene.RandomId(), scene.Now.Chat, StepMap.Idle, text, scene.At) { Sealed = true, Case = scene.Now.Cases.LastOrDefault() }.Naming(text, scene.Known.Officers);
        var by = TicketClock.Promise(scene, ticket.Id);
        scene.Write(new Write.PutTicket(ticket with { AnswerBy = by }));
        scene.Audit(Act.TicketLeft, ticket.Id, nameof(TicketKind.Levy));
        foreach (var reader in scene.Known.Officers.Where(o => TicketPermissions.MaySee(o, ticket, scene.At))) scene.TellOther(reader.Chat, new Say("Desk.Office"), new Say("Message.LevyCame"));
        return by;
    }
}
