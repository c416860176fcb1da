using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;

namespace BansosBot.Tests.Walk;

/// <summary>Messages for the officers, walked from both sides: at the desk in every state, and in the chat of whoever wrote.</summary>
internal static class WalkedMessages
{
    private static readonly ChatKey Own = World.Empty.Chat.Chat, Desk = new("walk", "2"), Head = new("walk", "3"), Someone = new("walk", "9");

    private static readonly ImmutableDictionary<string, Officer> Office = new Officer[]
    {
        Works("o1", Role.Petugas, Own), Works("o2", Role.Petugas, Desk), Works("o3", Role.KepalaBidang, Head),
    }.ToImmutableDictionary(o => o.Id);

    private static readonly Ticket Asked = new("t1", Own, StepMap.Idle, "KTP saya hilang, bagaimana?", World.Start.AddHours(-2)) { Revision = 1, AnswerBy = new(2025, 9, 22) };

    private static readonly Ticket Answered = Asked.With(Says("o2", "Bawa surat kehilangan dari polisi.")) with { Held = new("o2", World.Start) };

    private static readonly Ticket Closed = Answered with { Held = null, Closed = new(World.Start, "o2", ByTelephone: false) };

    /// <param name="inForm">Somebody at a question of a form.</param>
    public static void Explore(Explorer walk, World inForm, string except)
    {
        AtDesk(walk, except);
        walk.Explore(Offers(Asked, "o2").Select(t => With(World.Empty with { Officers = Office, Chat = World.Empty.Chat with { Question = 1, Choices = [$"{Everywhere.Go}status", Everywhere.Menu] } }, t)), Sending.WhatLeads, except: except);
        var told = Told(walk, World.Empty, Answered);
        walk.Explore([told], except: except);

        // Somewhere in a form it is said and asked for nothing; who then asks for an officer comes back to the same question.
        var beside = Told(walk, inForm, Answered);
        World[] asides = [Says(walk, beside, "petugas"), Says(walk, Says(walk, inForm, "batal") is var stops ? Told(walk, stops, Answered) : stops, "petugas"), Told(walk, Says(walk, inForm, "petugas"), Answered)];
        walk.Explore(asides, except: except);
        walk.Explore([Says(walk, beside with { Kept = beside.Kept.SetItem("t1", Answered with { Held = null }) }, "petugas"), Told(walk, inForm, Closed)], Sending.WhatLeads, except: except);

        // Over, closed meanwhile, the officer gone home or let go, several lines at once.
        walk.Explore([Told(walk, World.Empty, Closed), Told(walk, World.Empty, Closed with { Closed = new(World.Start, "o2", ByTelephone: true) }), Told(walk, told, Closed), Told(walk, World.Empty, Answered.With(Says("o2", "Atau telepon kami.")))], Sending.WhatLeads, except: except);
        foreach (var kept in (Ticket?[])[null, Closed, Answered with { Held = null }, Answered with { Held = new("gone", World.Start) }])
        {
            var now = told with { Kept = kept is null ? told.Kept.Clear() : told.Kept.SetItem("t1", kept) };
            Says(walk, now, "Terima kasih, Bu");
            Says(walk, now, "petugas");
            walk.Send(new(now, null, ""), Inputs.Command(now, "petugas"));
            walk.Send(new(now, null, ""), Inputs.Odd(now, OddKind.Voice));
        }

        // Money was asked for: told in words, by the button, to the officers; in a form; with one that is open; by whom it names.
        var tellers = World.Empty with { Officers = Office };
        var asksWho = Says(walk, tellers, "ada pungli");
        walk.Explore([asksWho, Says(walk, tellers, "Pak RT minta uang 50 ribu"), Says(walk, Says(walk, tellers, "petugas"), "Pak RT minta uang 50 ribu"), Says(walk, inForm with { Officers = Office }, "Pak RT minta uang")], Sending.WhatLeads, except: except);
        var sealedBefore = Answered with { Sealed = true, LeftAt = World.Start.AddHours(-2) };
        Says(walk, With(tellers, sealedBefore), "Pak RT minta uang 50 ribu");
        Says(walk, With(told, Answered with { Sealed = true }), "Bu Rina juga minta uang");
        Told(walk, World.Empty, Answered with { Sealed = true });

        // Late; the chat blocked, left, closed, at a desk, in a report that nobody sees.
        foreach (var late in (Ticket[])[Asked, Asked with { LateSince = World.Start }, Asked with { Sealed = true }, Asked with { OwesSorry = true, LateSince = World.Start }, Asked with { OwesSorry = true, LateSince = World.Start, AnswerBy = null }])
            foreach (var kind in (DueKind[])[DueKind.TicketLate, DueKind.TicketNews]) Told(walk, World.Empty, late, kind);
        World[] unreached =
        [
            World.Empty with { Chat = World.Empty.Chat with { IsReachable = false } }, World.Empty with { Chat = World.Empty.Chat with { LeftAt = World.Start } }, inForm with { Chat = inForm.Chat with { Chat = new("shared", "1"), TouchedAt = World.Start - Locking.IdleMax } },
            World.Empty with { Chat = World.Empty.Chat with { Officer = "o1", AtDesk = true, Question = 1, Choices = [Everywhere.Menu] } }, Says(walk, World.Empty, "lapor anak"),
        ];
        foreach (var world in unreached)
            foreach (var kept in (Ticket[])[Answered, Closed, Answered with { Lines = [Says("o2", "Silakan datang.") with { At = World.Start.AddDays(-3) }] }])
                foreach (var kind in (DueKind[])[DueKind.TicketNews, DueKind.TicketLate]) Told(walk, world, kept with { Chat = world.Chat.Chat }, kind);
        foreach (var kept in (Ticket[])[Answered, Closed, Answered with { ToCall = true }])
            walk.Send(new(With(told, kept), null, ""), new("(memblokir)", new Incoming.Reachable(Own, told.NextId, Is: false)));
    }

    private static void AtDesk(Explorer walk, string except)
    {
        string[] lists = [TicketListErrand.Of(TicketListOf.Waiting), TicketListErrand.Of(TicketListOf.Theirs), TicketListErrand.Of(TicketListOf.ToCall), TicketListErrand.Of(TicketListOf.Pledges), TicketListErrand.Of(TicketListOf.Sealed)];
        Ticket of = Asked with { Chat = Someone, Place = "yapi/guardian_ktp", Case = "case1" }, mine = of with { Held = new("o1", World.Start) }, tells = of with { Sealed = true, Text = "Pak RT minta 50 ribu" }, over = of with { Closed = new(World.Start, "o2", ByTelephone: false) };
        Ticket[] standing =
        [
            of, of with { LateSince = World.Start }, mine, mine.With(Says("o1", "Sudah.")) with { Held = new("o1", World.Start) }, of with { Held = new("o2", World.Start) }, of with { Held = new("gone", World.Start) }, of.With(Says("o2", "Sudah.")),
            of.With(Says("o2", "a")).With(Says(null, "b")).With(Says("o2", "c")), over, over with { Helped = Helped.Yes }, over with { Helped = Helped.Partly, Closed = new(World.Start, "o1", ByTelephone: true) }, over with { Helped = Helped.No },
            tells, tells with { Named = [new("o9", Role.Petugas)] }, tells with { Held = new("o1", World.Start) }, tells with { Held = new("o2", World.Start) }, tells with { LateSince = World.Start, AnswerBy = null },
            .. Offers(mine, "o1"), .. Offers(over, "o1"), .. Offers(of, "o2"),
            of with { ToCall = true }, mine with { ToCall = true }, mine with { ToCall = true, Case = null }, Asked, Asked with { Chat = ChatKey.Office, Report = new("LookUp.ReportMany", ("jumlah", 2_000), ("saluran", "telegram")) },
        ];
        Ticket[] pledged = [.. Offers(mine, "o1")];
        foreach (var role in Enum.GetValues<Role>())
        {
            var desk = World.Empty with { Officers = Office.SetItem("o1", Office["o1"] with { Role = role }), Chat = World.Empty.Chat with { Officer = "o1", AtDesk = true, Question = 1 } };
            World Offers(World w) => w with { Chat = w.Chat with { Choices = [.. lists, .. ((string[])["see", "take", "write", "letgo", "close", "called"]).Select(act => $"{Everywhere.Go}{TicketDeskErrand.Called}:{act}:t1"), .. ((string[])["NotePledge", "AgreePledge", "HandOverPledge", "CallOffPledge"]).Select(act => $"{Everywhere.Go}{PledgeDeskErrand.Called}:{act}:t1"), $"{Everywhere.Go}{PledgeDeskErrand.Called}:CallOffPledge:t1:!", Everywhere.Menu] } };
            walk.Explore(standing.Select(t => Offers(With(desk, t))), Sending.WhatLeads, except: except);
            if (role == Role.Petugas) walk.Explore(pledged.Select(t => Offers(With(desk, t))), except: except, within: "deskbast");
            walk.Explore([Offers(desk), Offers(desk with { Kept = Enumerable.Range(1, 10).Select(n => of with { Id = $"t{n}" }).ToImmutableDictionary(t => t.Id) })], Sending.WhatLeads, except: except);
        }

        // The answer, with everything that can come in there; and the message gone, or let go by the half hour, when it is written.
        var writes = World.Empty with { Officers = Office, Chat = World.Empty.Chat with { Officer = "o1", AtDesk = true, Question = 1, Choices = [$"{Everywhere.Go}{TicketDeskErrand.Called}:write:t1", Everywhere.Menu] } };
        var asked = walk.Send(new(With(writes, mine), null, ""), Inputs.Press(writes, writes.Chat.Choices[0]))!.World;
        walk.Explore([asked], except: except);
        Says(walk, asked with { Kept = asked.Kept.Clear() }, "Silakan datang.");
        Says(walk, With(asked, of with { Revision = 2 }), "Silakan datang.");
        Says(walk, With(asked, mine with { ToCall = true }), "Silakan datang.");
    }

    // A company's offer at each point.
    private static IEnumerable<Ticket> Offers(Ticket ticket, string owner)
    {
        var noted = new Pledge(owner, [new(PledgeState.Noted, World.Start, owner)]);
        return Enum.GetValues<PledgeState>().Select(s => ticket with { Pledge = s == PledgeState.Noted ? noted : noted with { Steps = noted.Steps.Add(new(s, World.Start, owner)), Bast = s == PledgeState.HandedOver ? "460/12" : null } });
    }

    private static World Told(Explorer walk, World world, Ticket ticket, DueKind kind = DueKind.TicketNews)
    {
        var now = With(world with { Officers = Office }, ticket);
        return walk.Send(new(now, null, ""), new($"({kind})", new Incoming.Due(now.Chat.Chat, now.NextId, kind, ticket.Id)))!.World;
    }

    private static World Says(Explorer walk, World world, string words) => walk.Send(new(world, null, ""), Inputs.Words(world, words))!.World;

    private static TicketLine Says(string? by, string text) => new(by, text, World.Start);

    private static World With(World world, Ticket ticket) => world with { Kept = world.Kept.SetItem(ticket.Id, ticket) };

    private static Officer Works(string id, Role role, ChatKey chat) => new() { Id = id, Chat = chat, CalledAs = "Bu Rina", Role = role, Since = World.Start };
}
