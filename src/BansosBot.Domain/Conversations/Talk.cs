using System.Collections.Immutable;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;
using BansosBot.Domain.Understanding;

namespace BansosBot.Domain.Conversations;

/// <summary>
/// The conversation as a value: load it, resume it with one message, save it. It neither sends nor stores; a turn
/// gives back the new state and all that is to happen.
/// </summary>
public sealed class Talk
{
    private readonly ImmutableDictionary<string, Errand> errands;
    private readonly ImmutableDictionary<string, Errand> byFlow;

    /// <param name="errands">What people can come for, in the order of the menu.</param>
    public Talk(Office office, params ImmutableArray<Errand> errands)
    {
        Office = office;
        Errands = errands;
        this.errands = errands.ToImmutableDictionary(e => e.Name);
        byFlow = errands.Where(e => e.Flow is not null).ToImmutableDictionary(e => e.Flow!.Name);
        Map = new StepMap([.. errands.Select(e => e.Flow).OfType<Flow>()]);
    }

    public Office Office { get; }

    public StepMap Map { get; }

    /// <summary>Channels on whose devices others may sit down after: see <see cref="Locking"/>.</summary>
    public ImmutableHashSet<string> SharedChannels { get; init; } = [];

    /// <summary>Reads what people write of themselves.</summary>
    public PhraseBook Words { get => words ?? PhraseBook.OfTheProgram; init => words = value; }

    private readonly PhraseBook? words;

    /// <summary>What stands on a button; null: nobody says, and of a button only the press and the number are understood.</summary>
    public Func<Say, Language, string>? Labels { get; init; }

    public ImmutableArray<Errand> Errands { get; }

    /// <summary>The errand of this name; null where there is none.</summary>
    public Errand? Find(string name) => errands.GetValueOrDefault(name);

    /// <summary>What must be known before <see cref="Decide"/>; mostly nothing. At an officer's desk always who sits there; where an officer answers somebody's
    /// message, that message.</summary>
    public Needs Needs(Conversation before, Incoming message, DateTimeOffset now)
    {
        before = Mapped(before);
        var needs = NeedsOf(before, message, now);
        if (before.Ticket is { } ticket && needs.Ticket is null && message is not Incoming.Due) needs = needs with { Ticket = ticket, Officers = true };
        return before.AtDesk ? needs with { Officer = before.Officer } : needs;
    }

    private Needs NeedsOf(Conversation before, Incoming message, DateTimeOffset now)
    {
        if (message is Incoming.FileKept && before.Drafts.Values.FirstOrDefault(d => d.IsSent && byFlow.ContainsKey(d.Flow)) is { } sent) return ErrandOf(sent.Flow).NeedsToFinish(before, sent, message);
        if (message is Incoming.Due due) return Dues.Needs(before, due);
        if (message is Incoming.CasesListed listed) return Ministry.CasesMoved.Needs(listed);
        if (message is Incoming.ProposalsDrawn or Incoming.NotDrawn) return Proposals.ProposalFileErrand.NeedsOfDrawn(before, (message as Incoming.ProposalsDrawn)?.Batch);
        if (message is Incoming.RecapDrawn) return Figures.RecapErrand.NeedsOfDrawn(before);
        if (message is Incoming.ListKept or Incoming.ListGoesOn or Incoming.ListTold) return ListComes.Needs(before);
        if (!message.IsByPerson) return Conversations.Needs.Nothing;
        if (before.LeftAt is not null || Leaving.IsMeant(this, message)) return Conversations.Needs.Nothing;
        if (Locking.Holds(this, before, now)) return Locking.Needs(before);

        var heard = HeardBy(before, message, now);
        if (heard is Heard.Chosen(var name))
        {
            if (Opening.Of(this, before, name) is var (errand, argument)) return errand.NeedsToOpen(before, argument);
            if (name == Everywhere.Officer || before.Place == StepMap.ToOfficer) return Asides.NeedsForTicket;
        }

        if (before.Place is StepMap.ToOfficer or StepMap.WithOfficer) return Asides.NeedsForTicket;
        if (heard is Heard.Text text && before.Place == StepMap.Idle) return Wanted.Needs(this, before, text.Typed);
        return StepMap.FlowOf(before.Place) is null ? Conversations.Needs.Nothing
            : ErrandAt(before.Place).NeedsToFinish(before, DraftAt(before), message);
    }

    /// <summary>What the message does. Pure: the same values give the same effects.</summary>
    /// <exception cref="InvalidOperationException">A mistake of ours; the message is parked, nothing is written.</exception>
    public Effects Decide(Conversation before, Incoming message, Known known, DateTimeOffset now)
    {
        before = Mapped(before);
        var scene = new Scene(this, before, message, known, now) { AskedAt = Scene.WhereAsked(before) };
        switch (message)
        {
            case Incoming.InGroup group:
                if (group.IsCommand) scene.Send(new() { To = before.Chat, Language = before.Language, Parts = [new Say("Group.OnlyPrivate")], Buttons = [[new(new Say("Group.Button.Private"), 0, Start: "menu")]] });
                break;
            case Incoming.Reachable r:
                scene.Now = scene.Now with { IsReachable = r.Is };
                if (!r.Is && known.Ticket is { } ticket) TicketClock.NotReached(scene, ticket);
                break;
            case Incoming.Due due:
                Dues.Come(scene, due);
                break;
            case Incoming.FileKept kept:
                Papers.Kept(scene, kept);
                break;
            case Incoming.FileDelayed delayed:
                Papers.Delayed(scene, delayed);
                break;
            case Incoming.FileRefused refused:
                Papers.Refused(scene, refused);
                break;
            case Incoming.ProposalsDrawn drawn:
                Proposals.ProposalFileErrand.Drawn(scene, drawn);
                break;
            case Incoming.CasesListed listed:
                Ministry.CasesMoved.Come(scene, listed);
                break;
            case Incoming.RecapDrawn recap:
                Figures.RecapErrand.Drawn(scene, recap);
                break;
            case Incoming.ListKept list:
                ListComes.Kept(scene, list);
                break;
            case Incoming.ListGoesOn list:
                ListComes.GoesOn(scene, list);
                break;
            case Incoming.ListTold list:
                ListComes.Told(scene, list);
                break;
            case Incoming.NotDrawn notDrawn:
                Proposals.ProposalFileErrand.NotDrawn(scene, notDrawn);
                break;
            case var _ when before.LeftAt is not null:
                break;              // it was on its way just then; nobody waits for an answer
            case var _ when Leaving.IsMeant(this, message):
                Leaving.Leave(scene);
                break;
            default:
                scene.Now = scene.Now with { TouchedAt = now, IsReachable = true };
                if (before.AtDesk && !Desk.Sits(scene)) Desk.Leave(scene);
                else if (Locking.Holds(this, before, now)) Locking.Hears(scene, HeardBy(before, message, now));
                else Person.Says(scene, HeardBy(before, message, now));
                TicketClock.ComesBack(scene);
                break;
        }

        if (Unshown.Since(this, before, scene.Now, now, message.IsByPerson) is { } since) scene.ForgetTranscript(since);
        var effects = scene.Effects();
        return message.IsByPerson && Leaving.OutgrowsItsName(this, before, effects) ? effects with { After = effects.After with { SessionName = message.Id } } : effects;
    }

    /// <summary>What a message means. Who tells of a child in danger is heard wherever they are, and before the question that is open.</summary>
    private Heard HeardBy(Conversation before, Incoming message, DateTimeOffset now)
    {
        var heard = Desk.Hears(this, before, message, Heard.By(before, message));
        if (heard is Heard.SameButton && NewsChoice.MeantAgain((Incoming.Press)message, now - before.TouchedAt) is { } news) heard = new Heard.Chosen(news);
        var isWithOfficer = before.Place == StepMap.WithOfficer;
        if (isWithOfficer) heard = WithOfficer.Hears(message, heard);
        if (before.AtDesk) return heard;        // what an officer writes of a home is no report of somebody who asks for help
        if (heard is not Heard.Text(var typed) || StepMap.FlowOf(before.Place) == Protection.ProtectErrand.FlowName || Find(Protection.ProtectErrand.FlowName) is null) return heard;

        // In a form, or to an officer, only what is beyond doubt: that a child was left alone may also be what the form asks about.
        return Words.TellsOfAChildInDanger(typed, onlyHarm: isWithOfficer || StepMap.FlowOf(before.Place) is not null) ? new Heard.Chosen(Everywhere.ChildInDanger) : heard;
    }

    /// <summary>Whether the person is within an errand of which nothing is to be seen afterwards, or stepped aside from it.</summary>
    internal bool IsInSecret(Conversation c) => SecretIn(c) is not null;

    /// <summary>The draft of that errand; null: the person is in none.</summary>
    internal Draft? SecretIn(Conversation c) => byFlow.Values.Where(e => e.IsSecret && Unshown.IsInOrBeside(c, e.Flow!.Name)).Select(e => c.Drafts.GetValueOrDefault(e.Flow!.Name)).FirstOrDefault(d => d is not null);

    /// <summary>The errand whose flow a place belongs to.</summary>
    public Errand ErrandAt(string place) => ErrandOf(StepMap.FlowOf(place)!);

    /// <summary>The errand whose flow has this name.</summary>
    public Errand ErrandOf(string flow) => byFlow[flow];

    /// <summary>The flow of this name; null where there is none any more.</summary>
    public Flow? FindFlow(string name) => byFlow.GetValueOrDefault(name)?.Flow;

    internal Flow FlowAt(string place) => ErrandAt(place).Flow!;

    internal static Draft DraftAt(Conversation c) => c.Drafts[StepMap.FlowOf(c.Place)!];

    // A question of an interview that its programme files lack now is a place that is gone.
    private static bool IsAsked(Flow flow, Draft draft) => flow.Interview is null || (draft.Asked is { } asked && flow.Find(asked) is not null);

    /// <summary>
    /// Maps a stored place that the present flows lack: a draft of an older version goes on at the nearest step that lacks
    /// an answer, a place of a flow that is gone becomes idle. Before the machine sees it: it would add an unknown state.
    /// </summary>
    private Conversation Mapped(Conversation c)
    {
        if (Map.Has(c.Place) && (StepMap.FlowOf(c.Place) is not { } flow || (c.Drafts.TryGetValue(flow, out var there) && IsAsked(FindFlow(flow)!, there)))) return c;
        if (StepMap.FlowOf(c.Place) is { } name && FindFlow(name) is { } known && c.Drafts.GetValueOrDefault(name) is { } draft)
        {
            var today = Office.DayOf(c.TouchedAt);
            var next = Course.Next(known, draft, today);
            if (next is not null || known.HasReview)
            {
                var asks = known.Interview is null ? draft : draft with { Asked = next!.Value.Step.Name };
                var place = next is { } stop ? StepMap.At(known, stop.Step.Name) : StepMap.Review(known);
                return c with { Place = place, Question = c.Question + 1, Choices = [], Labels = [], CameFrom = null, Drafts = c.Drafts.SetItem(name, asks) };
            }
        }

        return c with { Place = StepMap.Idle, Question = c.Question + 1, Choices = [], Labels = [], CameFrom = null };
    }
}

/// <summary>What opens an errand: <c>go:name</c> or <c>go:name:argument</c>.</summary>
internal static class Opening
{
    public static (Errand Errand, string Argument)? Of(Talk talk, Conversation before, string choice)
    {
        if (!choice.StartsWith(Everywhere.Go, StringComparison.Ordinal)) return null;
        var parts = choice[Everywhere.Go.Length..].Split(':', 2);
        return talk.Find(parts[0]) is { } errand ? (errand, parts.Length > 1 ? parts[1] : "") : null;
    }
}
