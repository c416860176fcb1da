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

    /// <summary>It is a company's offer: who says so follows it up.</summary>
    NotePledge,

    /// <summary>What, for whom and when is agreed with the company.</summary>
    AgreePledge,

    /// <summary>It was handed over, with a BAST.</summary>
    HandOverPledge,

    /// <summary>Nothing comes of the offer.</summary>
    CallOffPledge,
}

/// <summary>Who may do what to which message: one table, and what does not stand in it is not allowed.</summary>
/// <remarks>A message has no stage and no kecamatan, so that it does not stand in the table of cases (<see cref="Permissions"/>).</remarks>
public static class TicketPermissions
{
    private static readonly ImmutableArray<Role>
        Desk = [Role.Petugas, Role.Verifikator, Role.KepalaBidang, Role.KepalaDinas],
        Trusted = [Role.KepalaBidang, Role.KepalaDinas, Role.Auditor];          // each alone sees it to the end: the others may be whom it names

    private static readonly ImmutableArray<TicketKind>
        Any = [TicketKind.Message, TicketKind.Report],
        OfPeople = [TicketKind.Message],
        Levies = [TicketKind.Levy];

    // Theirs is an offer that they follow up, whoever answers the message.
    private static readonly ImmutableArray<TicketAct> OfPledges = [TicketAct.AgreePledge, TicketAct.HandOverPledge, TicketAct.CallOffPledge];

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
        new(TicketAct.See, Trusted, Levies, NotOwn),
        new(TicketAct.Take, Trusted, Levies, Nobodys),
        new(TicketAct.LetGo, Trusted, Levies, Held),
        new(TicketAct.Answer, Trusted, Levies, Held),
        new(TicketAct.Close, Trusted, Levies, Held),
        new(TicketAct.RecordCall, Trusted, Levies, Held),
        new(TicketAct.NotePledge, Desk, OfPeople, Held),
        .. OfPledges.SelectMany(act => (Rule[])[new(act, Desk, OfPeople, Held), new(act, [Role.KepalaBidang], OfPeople, [Whose.Anothers])]),      // whose owner is ill
    ];

    /// <summary>Whether the table has it.</summary>
    public static bool Allows(Role role, TicketAct act, TicketKind kind, Whose whose)
    {
        foreach (var rule in Table.AsSpan())
            if (rule.Act == act && rule.Roles.Contains(role) && rule.Kinds.Contains(kind) && rule.Whose.Contains(whose)) return true;
        return false;
    }

    /// <summary>The lists that there are for this role, the first on top; empty: none.</summary>
    public static ImmutableArray<TicketListOf> Lists(Role role)
    {
        bool Sees(TicketKind kind) => Allows(role, TicketAct.See, kind, Whose.Nobodys);
        return (Sees(TicketKind.Message), Sees(TicketKind.Levy)) switch
        {
            (true, true) => [TicketListOf.Waiting, TicketListOf.Theirs, TicketListOf.ToCall, TicketListOf.Pledges, TicketListOf.Sealed],
            (true, false) => [TicketListOf.Waiting, TicketListOf.Theirs, TicketListOf.ToCall, TicketListOf.Pledges],
            (false, true) => [TicketListOf.Sealed, TicketListOf.Theirs],
            _ => [],
        };
    }

    /// <summary>Whether they may read it: for whom it is sealed, it is not there.</summary>
    public static bool MaySee(Officer officer, Ticket ticket, DateTimeOffset now) => Why(officer, TicketAct.See, ticket, now) is null;

    /// <summary>Whose a message is to an officer.</summary>
    public static Whose WhoseIs(Ticket ticket, Officer officer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(officer);
        return ticket.Chat == officer.Chat ? Whose.OwnHousehold
            : ticket.HeldBy(now) is not { } holder ? Whose.Nobodys
            : holder == officer.Id ? Whose.Theirs : Whose.Anothers;
    }

    private static Whose WhosePledge(Ticket ticket, Officer officer) =>
        ticket.Chat == officer.Chat ? Whose.OwnHousehold : ticket.Pledge is not { Owner: var owner } ? Whose.Nobodys : owner == officer.Id ? Whose.Theirs : Whose.Anothers;

    /// <summary>Null: the officer may. The reason names what stands in the way first.</summary>
    public static MayNot? Why(Officer officer, TicketAct act, Ticket ticket, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(officer);
        ArgumentNullException.ThrowIfNull(ticket);
        var whose = OfPledges.Contains(act) ? WhosePledge(ticket, officer) : WhoseIs(ticket, officer, now);
        if (!officer.WorksHere) return new MayNot.NotHere();
        if (whose == Whose.OwnHousehold) return new MayNot.OwnMessage();
        if (ticket.Sealed && (!Trusted.Contains(officer.Role) || ticket.Named.Any(n => n.Bars(officer)))) return new MayNot.SealedMessage();
        if (!Table.Any(r => r.Act == act && r.Roles.Contains(officer.Role) && r.Kinds.Contains(ticket.Kind))) return new MayNot.NotTheirRole(officer.Role);
        if (act != TicketAct.See && !OfPledges.Contains(act) && ticket.Closed is not null) return new MayNot.MessageIsClosed();
        if (Allows(officer.Role, act, ticket.Kind, whose)) return null;
        return whose switch { Whose.Anothers => new MayNot.AnotherHoldsIt(), Whose.Theirs => new MayNot.MessageIsTheirs(), _ => new MayNot.MessageNotTaken() };
    }

    private readonly record struct Rule(TicketAct Act, ImmutableArray<Role> Roles, ImmutableArray<TicketKind> Kinds, ImmutableArray<Whose> Whose);
}
