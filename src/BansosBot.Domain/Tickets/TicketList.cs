using System.Collections.Immutable;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Tickets;

/// <summary>Which messages an officer's list shows.</summary>
public enum TicketListOf
{
    /// <summary>Open ones that nobody answers just now: the late ones on top, then the oldest.</summary>
    Waiting,

    /// <summary>Those that they answer, the one touched last on top.</summary>
    Theirs,

    /// <summary>Those whose people are called, in the order in which they wrote.</summary>
    ToCall,

    /// <summary>Companies' offers of which something is still to be done, the oldest on top, also where the talk is closed.</summary>
    Pledges,

    /// <summary>Open ones that tell of money that was asked for: of these only what the officer may read.</summary>
    Sealed,
}

/// <summary>A page of such a list.</summary>
/// <param name="By">Whose list it is.</param>
public sealed record TicketQuery(TicketListOf Of, Officer By)
{
    /// <summary>So many lines fit a small screen.</summary>
    public const int LinesMax = 8;
}

/// <summary>How a message stands in a list.</summary>
public enum TicketState
{
    Late,
    Waiting,

    /// <summary>The bot reports something.</summary>
    Report,

    /// <summary>An officer wrote last, and did not close it.</summary>
    Answered,
}

/// <summary>One message in a list: all of it stands in the clear, and nothing of it is what anybody wrote.</summary>
/// <param name="HeldBy">Id of the officer who answers it; null: nobody.</param>
public sealed record ListedTicket(string Id, DateTimeOffset LeftAt, TicketState State, string? HeldBy)
{
    /// <summary>Of an open one.</summary>
    public static TicketState StateOf(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return ticket.Report is not null ? TicketState.Report : !ticket.IsWaiting ? TicketState.Answered : ticket.LateSince is null ? TicketState.Waiting : TicketState.Late;
    }
}

/// <summary>Lines of a list.</summary>
/// <param name="HasMore">There are more than these.</param>
public sealed record TicketPage(ImmutableArray<ListedTicket> Lines, bool HasMore)
{
    public static readonly TicketPage Empty = new([], false);
}
