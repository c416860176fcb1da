using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Tickets;

/// <summary>A message for the officers, and what was written back and forth since: somebody left it, or the bot reports something (from <see cref="ChatKey.Office"/>).</summary>
/// <param name="Place">Where in the conversation it was left: an officer sees the question that was too hard.</param>
public sealed record Ticket(string Id, ChatKey Chat, string Place, string Text, DateTimeOffset LeftAt)
{
    /// <summary>So many lines are kept besides the first message; of more, the latest.</summary>
    public const int LinesMax = 200;

    /// <summary>The first answer comes within so many working days: Perpres 76/2013 and PermenPANRB 24/2014, domain.md section 6.</summary>
    public const int AnswerDays = 3;

    /// <summary>What the bot reports; null: somebody wrote <see cref="Text"/>.</summary>
    public Say? Report { get; init; }

    /// <summary>Counts its commits; 0: new.</summary>
    public long Revision { get; init; }

    /// <summary>What was written since, oldest first.</summary>
    public ImmutableArray<TicketLine> Lines { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who answers it; whether they still do: <see cref="HeldBy"/>.</summary>
    public Holding? Held { get; init; }

    /// <summary>The day by which it is to be answered; null: nobody waits, or it was left before such a day was promised.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>When the first such day passed without an answer; null: it did not. Where a second one passed too, nothing is promised any more, and <see cref="AnswerBy"/> is null.</summary>
    public DateTimeOffset? LateSince { get; init; }

    /// <summary>Id of the latest case of whoever wrote; null: they had none.</summary>
    public string? Case { get; init; }

    /// <summary>In their chat nobody can be reached: it is answered by telephone.</summary>
    public bool ToCall { get; init; }

    /// <summary>Null: it is open.</summary>
    public TicketEnd? Closed { get; init; }

    /// <summary>What whoever wrote it said in the end; null: they did not say.</summary>
    public Helped? Helped { get; init; }

    /// <summary>It is a company's offer, and what became of it; null: it is none, or nobody has said so far that it is.</summary>
    public Pledge? Pledge { get; init; }

    /// <summary>It tells that somebody asked for money: who reads it, says <see cref="TicketPermissions"/>.</summary>
    public bool Sealed { get; init; }

    /// <summary>Who works here and is named in it (<see cref="NamedOfficer.In"/>); of a message that is not sealed: nobody.</summary>
    public ImmutableArray<NamedOfficer> Named { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Something is to be told to whoever wrote it, and could not be when it was due: their page was closed, or they were gone.</summary>
    public bool OwesWord => (OwesSorry && IsWaiting) || Lines.Any(l => l is { By: not null, Told: false });

    /// <summary>The day passed, and whoever waits could not be told then.</summary>
    public bool OwesSorry { get; init; }

    /// <summary>Somebody waits for an answer: to what they wrote last none was written.</summary>
    public bool IsWaiting => Closed is null && Report is null && Lines is not [.., { By: not null }];

    /// <summary>An officer wrote something, or there is nobody to write to: it may be closed, also where the last word was "terima kasih".</summary>
    public bool MayEnd => Report is not null || Lines.Any(l => l.By is not null);

    public TicketKind Kind => Report is not null ? TicketKind.Report : Sealed ? TicketKind.Levy : TicketKind.Message;

    /// <summary>Id of the officer who answers it now; null: nobody.</summary>
    public string? HeldBy(DateTimeOffset now) => Closed is null && Held is { } held && held.Holds(now) ? held.Officer : null;

    /// <summary>The same, also with those who are named in what was written just now.</summary>
    public Ticket Naming(string text, IEnumerable<Officer> officers) => this with { Named = [.. Named.Concat(NamedOfficer.In(text, officers)).DistinctBy(n => n.Officer)] };

    public Ticket With(TicketLine line) => this with { Lines = [.. Lines.Length < LinesMax ? Lines : Lines.RemoveAt(0), line] };
}

/// <summary>Something written in answer to what was there.</summary>
/// <param name="By">Id of the officer; null: whoever left the ticket.</param>
public sealed record TicketLine(string? By, string Text, DateTimeOffset At)
{
    /// <summary>Whoever is meant has been told. Only what an officer wrote waits for it.</summary>
    public bool Told { get; init; }
}

/// <summary>How it ended.</summary>
/// <param name="By">Id of the officer.</param>
/// <param name="ByTelephone">They were called; else it was answered here.</param>
public sealed record TicketEnd(DateTimeOffset At, string By, bool ByTelephone);

/// <summary>Whether an officer's answer helped.</summary>
public enum Helped
{
    Yes,
    Partly,
    No,
}

public enum TicketKind
{
    /// <summary>Somebody wrote it, and waits.</summary>
    Message,

    /// <summary>The bot reports something; nobody waits.</summary>
    Report,

    /// <summary>Somebody tells that money was asked for (pungli), and waits.</summary>
    Levy,
}
