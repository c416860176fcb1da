using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;
using BansosBot.Storage;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>Who works at the office, how they came in, and their lists.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task An_officer_comes_back_as_they_were_also_after_a_restart()
    {
        var rina = Works(1, Role.Verifikator) with { Area = [Kelurahan.Kecamatan], LeftAt = Tuesday };
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutOfficer(rina), new Write.PutOfficer(Works(2))] });
        await ReopenAsync();

        var known = await Store.LookUpAsync(Chat(1), new() { Officer = "officer1", Officers = true }, Stop);

        Assert.Equal((rina.CalledAs, rina.Chat, rina.Role, rina.LeftAt, 1L), (known.Officer!.CalledAs, known.Officer.Chat, known.Officer.Role, known.Officer.LeftAt, known.Officer.Revision));
        Assert.Equal(rina.Area, known.Officer.Area);
        Assert.Equal(["officer1", "officer2"], known.Officers.Select(o => o.Id));
        Assert.Null((await Store.LookUpAsync(Chat(1), new() { Officer = "none" }, Stop)).Officer);
    }

    [Fact]
    public async Task An_invitation_is_used_by_one_only_also_in_one_group()
    {
        var code = Joining(1);
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.Invite(code, new(Role.Petugas, "Bu Rina", [], "", Tuesday.AddHours(24)))] });
        Assert.Equal("Bu Rina", (await Store.LookUpAsync(Chat(2), new() { Invitation = code }, Stop)).Invitation!.CalledAs);

        var results = await InOneGroupAsync(
            () => SayAsync(Chat(2), "2", e => e with { Writes = [new Write.UseInvitation(code), new Write.PutOfficer(Works(1))] }),
            () => SayAsync(Chat(3), "3", e => e with { Writes = [new Write.UseInvitation(code), new Write.PutOfficer(Works(2))] }));

        Assert.Equal([Applied.Done, Applied.Stale], results);
        var known = await Store.LookUpAsync(Chat(2), new() { Invitation = code, Officers = true }, Stop);
        Assert.Null(known.Invitation);
        Assert.Equal("officer1", Assert.Single(known.Officers).Id);
    }

    [Fact]
    public async Task What_rests_on_an_officer_is_decided_anew_where_they_were_put_out_also_in_one_group()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutOfficer(Works(1)), new Write.PutCase(Case(1, Chat(1)))] });
        var (rina, read) = (await Store.LookUpAsync(Chat(1), new() { Officer = "officer1", Cases = ["case1"] }, Stop)) is var known ? (known.Officer!, known.Cases[0]) : default;

        var results = await InOneGroupAsync(
            () => SayAsync(Chat(2), "2", e => e with { Writes = [new Write.PutOfficer(rina with { LeftAt = Tuesday })] }),
            () => SayAsync(Chat(3), "3", e => e with { Writes = [new Write.PutCase(read with { Held = new("officer1", Tuesday) }), new Write.RestOn(rina)] }));

        Assert.Equal([Applied.Done, Applied.Stale], results);
        Assert.Null((await Store.LookUpAsync(Chat(1), new() { Cases = ["case1"] }, Stop)).Cases[0].Held);
    }

    [Theory]
    [MemberData(nameof(ClaimKinds))]
    public async Task A_claim_is_not_freed_by_who_held_it_before(string kind)
    {
        var claim = ClaimOf(kind);
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.Take(claim, "case2")] });

        await SayAsync(Chat(1), "2", e => e with { Writes = [new Write.Free(claim, "case1")] });

        Assert.Equal(Applied.Stale, await SayAsync(Chat(2), "3", e => e with { Writes = [new Write.Take(claim, "case3")] }));
    }

    [Fact]
    public async Task Lists_show_what_waits_in_order_without_what_is_held_or_lies_elsewhere()
    {
        var elsewhere = Domain.Registry.Wilayah.AllKelurahan.First(k => !k.Kecamatan.Equals(Kelurahan.Kecamatan));
        var now = Clock.GetUtcNow();
        await SayAsync(Chat(1), "1", e => e with
        {
            Writes =
            [
                new Write.PutOfficer(Works(1) with { Area = [Kelurahan.Kecamatan] }),
                new Write.PutCase(Case(1, Chat(1)) with { Held = new("officer1", now) }), new Write.PutCase(Case(2, Chat(1)) with { Kelurahan = elsewhere }),
                new Write.PutCase(Case(3, Chat(1), Stage.Verified)), new Write.PutCase(Case(4, Chat(1)) with { Held = new("officer2", now - Holding.IdleMax) }),
                .. Enumerable.Range(5, 8).Select(n => new Write.PutCase(Case(n, Chat(1), Stage.InVerification) with { PromisedBy = new(2025, 9, 22 - (n % 3)) })),
            ],
        });

        async Task<QueuePage> ListAsync(QueueOf of) => (await Store.LookUpAsync(Chat(1), new() { Officer = "officer1", Queue = of }, Stop)).Queue;

        var (nobodys, theirs, late) = (await ListAsync(QueueOf.Nobodys), await ListAsync(QueueOf.Theirs), await ListAsync(QueueOf.Late));
        Assert.Equal(Enumerable.Range(4, 8).Select(n => $"case{n}"), nobodys.Lines.Select(l => l.Id));
        Assert.Equal("case1", Assert.Single(theirs.Lines).Id);
        Assert.Equal((true, false, false), (nobodys.HasMore, theirs.HasMore, late.HasMore));
        Assert.Equal(["case5", "case8", "case11", "case7", "case10", "case6", "case9", "case12"], late.Lines.Select(l => l.Id));
    }

    [Fact]
    public async Task Messages_left_at_one_instant_are_all_found_behind_those_that_others_answer()
    {
        var held = new Holding("officer2", Clock.GetUtcNow());
        await SayAsync(Chat(1), "1", e => e with
        {
            Writes = [new Write.PutOfficer(Works(1)), .. Enumerable.Range(1, 120).Select(n => new Write.PutTicket(new($"ticket{n:D3}", Chat(1), "idle", "rahasia", Tuesday) { Held = n <= 115 ? held : null }))],
        });

        var page = (await Store.LookUpAsync(Chat(2), new() { Officer = "officer1", TicketList = TicketListOf.Waiting }, Stop)).TicketPage;

        Assert.Equal(Enumerable.Range(116, 5).Select(n => $"ticket{n}"), page.Lines.Select(l => l.Id));
    }

    [Fact]
    public async Task Whose_turn_it_is_is_told_of_what_waits_to_be_taken_up_whatever_else_waits()
    {
        await SayAsync(Chat(1), "1", e => e with
        {
            Writes =
            [
                new Write.PutOfficer(Works(1)), .. Enumerable.Range(1, 60).Select(n => new Write.PutCase(Case(n, Chat(1), Stage.InVerification))),
                new Write.PutCase(Case(61, Chat(1)) with { Programme = "lain" }), .. Enumerable.Range(62, 60).Select(n => new Write.PutCase(Case(n, Chat(1)) with { Held = new("officer2", Clock.GetUtcNow()) })),
                new Write.PutCase(Case(122, Chat(1))), new Write.PutCase(Case(123, Chat(1))), new Write.PutCase(Case(124, Chat(1))),
            ],
        });

        async Task<string?> BeforeAsync(int n, params string[] notThese) => (await Store.LookUpAsync(Chat(1), new() { Officer = "officer1", BeforeIt = new($"case{n}", [.. notThese]) }, Stop)).BeforeIt;

        Assert.Equal("YAPI-2025-000122", await BeforeAsync(124));
        Assert.Equal("YAPI-2025-000123", await BeforeAsync(124, "case122"));
        Assert.Null(await BeforeAsync(122));
        Assert.Null(await BeforeAsync(124, "case122", "case123"));
        Assert.Null(await BeforeAsync(61));
        Assert.Null(await BeforeAsync(1));
        Assert.Null(await BeforeAsync(999));
    }
}
