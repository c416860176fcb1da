using System.Collections.Immutable;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Tickets;

/// <summary>What officers do with a message.</summary>
public enum TicketAct
{
    /// <summary>What was written; each time is in the log.</summary>
    See,

    /// <summary>It is theirs to answer, until they let it go, close it, or write nothing for half an hour.</summary>
    Take,
    LetGo,
    Answer,
    Close,

    /// <summary>Whoever wrote it cannot be reached in their chat, and was called.</summary>
    RecordCall,
}

/// <summary>Who may do what to which message: one table, and what does not stand in it is not allowed.</summary>
/// <remarks>A message has no stage and no kecamatan, so that it does not stand in the table of cases (<see cref="Permissions"/>).</remarks>
public static class TicketPermissions
{
    private static readonly ImmutableArray<Role> Desk = [Role.Petugas, Role.Verifikator, Role.KepalaBidang, Role.KepalaDinas];

    private static readonly ImmutableArray<TicketKind>
        Any = [TicketKind.Message, TicketKind.Report],
        OfPeople = [TicketKind.Message];

    private static readonly ImmutableArray<Whose>
        NotOwn = [Whose.Theirs, Whose.Anothers, Whose.Nobodys],
        Nobodys = [Whose.Nobodys],
        Held = [Whose.Theirs];

    private static readonly ImmutableArray<Rule> Table =
    [
        new(TicketAct.See, Desk, Any, NotOwn),
        new(TicketAct.Take, Desk, Any, Nobodys),
        new(TicketAct.LetGo, Desk, Any, Held),
        new(TicketAct.Answer, Desk, OfPeople, Held),
        new(TicketAct.Close, Desk, Any, Held),
        new(TicketAct.RecordCall, Desk, OfPeople, Held),
    ];

    /// <summary>Whether the table has it.</summary>
    public static bool Allows(Role role, TicketAct act, TicketKind kind, Whose whose)
    {
        foreach (var rule in Table.AsSpan())
            if (rule.Act == act && rule.Roles.Contains(role) && rule.Kinds.Contains(kind) && rule.Whose.Contains(whose)) return true;
        return false;
    }

    /// <summary>Whether there is a list for this role at all.</summary>
    public static bool Reads(Role role) => Allows(role, TicketAct.See, TicketKind.Message, Whose.Nobodys);

    /// <summary>Whose a message is to an officer.</summary>
    public static Whose WhoseIs(Ticket ticket, Officer officer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(officer);
        return ticket.Chat == officer.Chat ? Whose.OwnHousehold
            : ticket.HeldBy(now) is not { } holder ? Whose.Nobodys
            : holder == officer.Id ? Whose.Theirs : Whose.Anothers;
    }

    /// <summary>Null: the officer may. The reason names what stands in the way first.</summary>
    public static MayNot? Why(Officer officer, TicketAct act, Ticket ticket, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(officer);
        ArgumentNullException.ThrowIfNull(ticket);
        var whose = WhoseIs(ticket, officer, now);
        if (!officer.WorksHere) return new MayNot.NotHere();
        if (whose == Whose.OwnHousehold) return new MayNot.OwnMessage();
        if (!Table.Any(r => r.Act == act && r.Roles.Contains(officer.Role) && r.Kinds.Contains(ticket.Kind))) return new MayNot.NotTheirRole(officer.Role);
        if (act != TicketAct.See && ticket.Closed is not null) return new MayNot.MessageIsClosed();
        if (Allows(officer.Role, act, ticket.Kind, whose)) return null;
        return whose switch { Whose.Anothers => new MayNot.AnotherHoldsIt(), Whose.Theirs => new MayNot.MessageIsTheirs(), _ => new MayNot.MessageNotTaken() };
    }

    private readonly record struct Rule(TicketAct Act, ImmutableArray<Role> Roles, ImmutableArray<TicketKind> Kinds, ImmutableArray<Whose> Whose);
}
