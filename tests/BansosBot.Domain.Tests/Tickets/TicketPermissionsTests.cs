using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;

namespace BansosBot.Domain.Tests.Tickets;

/// <summary>Role x act x kind of message x whose: every cell.</summary>
public sealed class TicketPermissionsTests
{
    private static readonly DateTimeOffset Tuesday = new(2025, 9, 23, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Written from the office's issue ("Talking to an officer"), without the code's table: who does which act on what people wrote (m), the bot
    /// reports (r), or people tell of money that was asked for (l); t theirs to answer, a another's, n nobody's. What does not stand here is forbidden.</summary>
    private const string Expected = """
        Petugas Verifikator KepalaBidang KepalaDinas | See        | m r | tan
        Petugas Verifikator KepalaBidang KepalaDinas | Take       | m r | n
        Petugas Verifikator KepalaBidang KepalaDinas | LetGo      | m r | t
        Petugas Verifikator KepalaBidang KepalaDinas | Answer     | m   | t
        Petugas Verifikator KepalaBidang KepalaDinas | Close      | m r | t
        Petugas Verifikator KepalaBidang KepalaDinas | RecordCall | m   | t
        Petugas Verifikator KepalaBidang KepalaDinas | NotePledge | m   | t
        Petugas Verifikator KepalaDinas              | AgreePledge | m   | t
        Petugas Verifikator KepalaDinas              | HandOverPledge | m   | t
        Petugas Verifikator KepalaDinas              | CallOffPledge | m   | t
        KepalaBidang                                 | AgreePledge | m   | ta
        KepalaBidang                                 | HandOverPledge | m   | ta
        KepalaBidang                                 | CallOffPledge | m   | ta
        KepalaBidang KepalaDinas Auditor             | See        | l   | tan
        KepalaBidang KepalaDinas Auditor             | Take       | l   | n
        KepalaBidang KepalaDinas Auditor             | LetGo      | l   | t
        KepalaBidang KepalaDinas Auditor             | Answer     | l   | t
        KepalaBidang KepalaDinas Auditor             | Close      | l   | t
        KepalaBidang KepalaDinas Auditor             | RecordCall | l   | t
        """;

    [Fact]
    public void Every_cell_is_as_it_was_written_and_all_others_are_forbidden()
    {
        var allowed = Cells().ToHashSet();
        List<string> wrong = [];
        foreach (var role in Enum.GetValues<Role>())
            foreach (var act in Enum.GetValues<TicketAct>())
                foreach (var kind in Enum.GetValues<TicketKind>())
                    foreach (var whose in Enum.GetValues<Whose>())
                        if (TicketPermissions.Allows(role, act, kind, whose) != allowed.Contains((role, act, kind, whose))) wrong.Add($"{role} {act} {kind} {whose}");

        Assert.Empty(wrong);
        Assert.Equal(Enum.GetValues<TicketAct>().Order(), allowed.Select(c => c.Item2).Distinct().Order());
        Assert.Equal([Role.Petugas, Role.Verifikator, Role.KepalaBidang, Role.KepalaDinas], Enum.GetValues<Role>().Where(r => TicketPermissions.Lists(r).Contains(TicketListOf.Waiting)));
        Assert.Equal([Role.KepalaBidang, Role.KepalaDinas, Role.Auditor], Enum.GetValues<Role>().Where(r => TicketPermissions.Lists(r).Contains(TicketListOf.Sealed)));
        Assert.Empty(TicketPermissions.Lists(Role.Admin));
    }

    [Fact]
    public void What_stands_in_the_way_is_named()
    {
        var (rina, dedi) = (Of("rina", Role.Petugas), Of("dedi", Role.Petugas));
        var ticket = new Ticket("t1", new("telegram", "1"), StepMap.Idle, "x", Tuesday);
        var hers = ticket with { Held = new("rina", Tuesday) };

        Assert.IsType<MayNot.AnotherHoldsIt>(TicketPermissions.Why(dedi, TicketAct.Take, hers, Tuesday));
        Assert.Null(TicketPermissions.Why(dedi, TicketAct.Take, hers, Tuesday.AddMinutes(30)));
        Assert.IsType<MayNot.MessageIsTheirs>(TicketPermissions.Why(rina, TicketAct.Take, hers, Tuesday));
        Assert.IsType<MayNot.MessageNotTaken>(TicketPermissions.Why(rina, TicketAct.Answer, hers, Tuesday.AddMinutes(30)));
        Assert.IsType<MayNot.MessageIsClosed>(TicketPermissions.Why(rina, TicketAct.Answer, hers with { Closed = new(Tuesday, "rina", ByTelephone: false) }, Tuesday));
        Assert.IsType<MayNot.OwnMessage>(TicketPermissions.Why(rina, TicketAct.See, ticket with { Chat = rina.Chat }, Tuesday));
        Assert.IsType<MayNot.NotTheirRole>(TicketPermissions.Why(Of("a", Role.Auditor), TicketAct.See, ticket, Tuesday));
        Assert.IsType<MayNot.NotTheirRole>(TicketPermissions.Why(rina, TicketAct.Answer, hers with { Report = new("A") }, Tuesday));
        Assert.IsType<MayNot.NotHere>(TicketPermissions.Why(rina with { LeftAt = Tuesday }, TicketAct.See, ticket, Tuesday));
    }

    [Fact]
    public void It_waits_until_an_officer_wrote_last_and_of_many_lines_the_latest_are_kept()
    {
        var ticket = new Ticket("t1", new("telegram", "1"), StepMap.Idle, "x", Tuesday);
        Assert.True(ticket.IsWaiting);
        Assert.False(ticket.With(new("rina", "y", Tuesday)).IsWaiting);
        Assert.True(ticket.With(new("rina", "y", Tuesday)).With(new(null, "z", Tuesday)) is { IsWaiting: true, MayEnd: true });
        Assert.False(ticket.MayEnd);

        var many = Enumerable.Range(0, Ticket.LinesMax + 5).Aggregate(ticket, (t, n) => t.With(new(null, $"{n}", Tuesday)));
        Assert.Equal((Ticket.LinesMax, "5", "204"), (many.Lines.Length, many.Lines[0].Text, many.Lines[^1].Text));
    }

    /// <summary>Whom it names, in their role, and who then still reads it: each cell of named role x reader's role, and the named one alone.</summary>
    [Fact]
    public void Who_is_named_in_a_sealed_one_and_their_team_do_not_read_it()
    {
        Dictionary<Role, Role[]> readers = new()
        {
            [Role.Petugas] = [Role.KepalaBidang, Role.KepalaDinas, Role.Auditor],
            [Role.Verifikator] = [Role.KepalaBidang, Role.KepalaDinas, Role.Auditor],
            [Role.KepalaBidang] = [Role.KepalaDinas, Role.Auditor],
            [Role.KepalaDinas] = [Role.Auditor],
            [Role.Admin] = [Role.KepalaBidang, Role.KepalaDinas, Role.Auditor],
            [Role.Auditor] = [Role.KepalaBidang, Role.KepalaDinas],
        };
        foreach (var named in Enum.GetValues<Role>())
        {
            var hadi = Of("hadi", named) with { CalledAs = "Pak Hadi" };
            var ticket = new Ticket("t1", new("telegram", "1"), StepMap.Idle, "Hadi minta 50 ribu", Tuesday) { Sealed = true }.Naming("Hadi minta 50 ribu", [hadi, Of("rina", Role.Petugas)]);
            Assert.Equal(new NamedOfficer("hadi", named), Assert.Single(ticket.Named));
            Assert.Equal(readers[named], Enum.GetValues<Role>().Where(r => TicketPermissions.MaySee(Of("other", r), ticket, Tuesday)));
            foreach (var act in Enum.GetValues<TicketAct>()) Assert.IsType<MayNot.SealedMessage>(TicketPermissions.Why(hadi, act, ticket, Tuesday));
        }
    }

    [Fact]
    public void A_sealed_one_is_not_there_for_who_checks_cases_or_invites()
    {
        var ticket = new Ticket("t1", new("telegram", "1"), StepMap.Idle, "Pak RT minta 50 ribu", Tuesday) { Sealed = true };
        foreach (var role in (Role[])[Role.Petugas, Role.Verifikator, Role.Admin])
            foreach (var act in Enum.GetValues<TicketAct>()) Assert.IsType<MayNot.SealedMessage>(TicketPermissions.Why(Of("a", role), act, ticket, Tuesday));
        Assert.IsType<MayNot.OwnMessage>(TicketPermissions.Why(Of("a", Role.Auditor), TicketAct.See, ticket with { Chat = Of("a", Role.Auditor).Chat }, Tuesday));
    }

    private static IEnumerable<(Role, TicketAct, TicketKind, Whose)> Cells() =>
        from line in Expected.ReplaceLineEndings("\n").Split('\n')
        let part = line.Split('|', StringSplitOptions.TrimEntries)
        from role in part[0].Split(' ').Select(Enum.Parse<Role>)
        from kind in part[2].Split(' ')
        from whose in part[3]
        select (role, Enum.Parse<TicketAct>(part[1]), kind switch { "m" => TicketKind.Message, "r" => TicketKind.Report, _ => TicketKind.Levy }, whose switch { 't' => Whose.Theirs, 'a' => Whose.Anothers, _ => Whose.Nobodys });

    private static Officer Of(string id, Role role) => new() { Id = id, Chat = new("telegram", "officer-" + id), CalledAs = id, Role = role, Since = Tuesday };
}
