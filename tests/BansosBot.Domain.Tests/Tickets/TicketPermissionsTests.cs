using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;

namespace BansosBot.Domain.Tests.Tickets;

/// <summary>Role x act x kind of message x whose: every cell.</summary>
public sealed class TicketPermissionsTests
{
    private static readonly DateTimeOffset Tuesday = new(2025, 9, 23, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Written from the office's issue ("Talking to an officer"), without the code's table: which acts, on what people wrote (m) or the bot
    /// reports (r), for the four roles that check and decide; t theirs to answer, a another's, n nobody's. What does not stand here is forbidden.</summary>
    private const string Expected = """
        See        | m r | tan
        Take       | m r | n
        LetGo      | m r | t
        Answer     | m   | t
        Close      | m r | t
        RecordCall | m   | t
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
        Assert.Equal([Role.Petugas, Role.Verifikator, Role.KepalaBidang, Role.KepalaDinas], Enum.GetValues<Role>().Where(TicketPermissions.Reads));
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

    private static IEnumerable<(Role, TicketAct, TicketKind, Whose)> Cells() =>
        from line in Expected.ReplaceLineEndings("\n").Split('\n')
        let part = line.Split('|', StringSplitOptions.TrimEntries)
        from role in (Role[])[Role.Petugas, Role.Verifikator, Role.KepalaBidang, Role.KepalaDinas]
        from kind in part[1].Split(' ')
        from whose in part[2]
        select (role, Enum.Parse<TicketAct>(part[0]), kind == "m" ? TicketKind.Message : TicketKind.Report, whose switch { 't' => Whose.Theirs, 'a' => Whose.Anothers, _ => Whose.Nobodys });

    private static Officer Of(string id, Role role) => new() { Id = id, Chat = new("telegram", "officer-" + id), CalledAs = id, Role = role, Since = Tuesday };
}
