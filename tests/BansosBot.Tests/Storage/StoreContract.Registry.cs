using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Tickets;
using BansosBot.Storage;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>Look-ups by NIK: what is found by the whole proof, what is counted, when it is paused; lists of recipients.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task A_case_is_found_by_the_whole_proof_and_by_no_part_of_it_also_after_a_restart()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutCase(Case(1, Chat(1), Stage.Verified)), new Write.PutCase(Case(2, Chat(1)))] });
        await ReopenAsync();

        Assert.Equal([new Found.OfCase("case1", "yapi", Stage.Verified)], (await FindAsync(Proof(1))).Found);
        Assert.Empty((await FindAsync(Proof(1) with { Kk = KkEnd(2) })).Found);
        Assert.Empty((await FindAsync(Proof(1) with { Kelurahan = Wilayah.AllKelurahan[0] })).Found);
        Assert.Empty((await FindAsync(Proof(3))).Found);
    }

    [Fact]
    public async Task The_latest_case_of_a_programme_is_told_and_an_erased_one_is_not()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutCase(Case(1, Chat(1), Stage.Withdrawn)), new Write.PutCase(Case(2, Chat(1)) with { ChildNik = Nik(1), SubmittedAt = Tuesday.AddDays(1) })] });
        Assert.Equal([new Found.OfCase("case2", "yapi", Stage.Submitted)], (await FindAsync(Proof(1))).Found);

        await SayAsync(Chat(1), "2", e => e with { Writes = [new Write.EraseCase("case2"), new Write.EraseCase("case1")] });

        Assert.Empty((await FindAsync(Proof(1))).Found);
    }

    [Fact]
    public async Task A_row_is_found_once_its_list_is_there_and_only_where_the_list_gives_the_whole_proof()
    {
        Assert.False((await LookUpsAsync()).HasLists);
        await SayAsync(Chat(1), "1", e => e with
        {
            Writes = [new Write.PutRecipients([Recipient(1), Recipient(2) with { Kk = null }, Recipient(3) with { Kelurahan = null }, Recipient(4) with { Nik = null }, Recipient(1) with { Row = 9, List = "list2" }])],
        });
        Assert.Empty((await FindAsync(Proof(1))).Found);
        Assert.False((await LookUpsAsync()).HasLists);

        await SayAsync(Chat(1), "2", e => e with { Writes = [new Write.PutList(List("list2", 2024, null) with { Programme = "sembako" }), new Write.PutList(List())] });
        await ReopenAsync();

        Assert.Equal([new Found.OnList(List()), new Found.OnList(List("list2", 2024, null) with { Programme = "sembako" })], (await FindAsync(Proof(1))).Found);
        Assert.True((await LookUpsAsync()).HasLists);
        foreach (var lacking in (LookUpProof[])[Proof(2), Proof(3), Proof(1) with { Kk = KkEnd(2) }]) Assert.Empty((await FindAsync(lacking)).Found);
    }

    [Fact]
    public async Task The_same_row_again_takes_the_place_of_the_first()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutRecipients([Recipient(1)]), new Write.PutList(List())] });

        await SayAsync(Chat(1), "2", e => e with { Writes = [new Write.PutRecipients([Recipient(1) with { Nik = Nik(2) }])] });

        Assert.Empty((await FindAsync(Proof(1))).Found);
        Assert.Single((await FindAsync(Proof(2))).Found);
    }

    [Fact]
    public async Task More_rows_than_one_commit_takes_are_refused()
    {
        var rows = Enumerable.Range(1, Write.OfLists.RowsMax + 1).Select(n => Recipient(n)).ToArray();

        await Assert.ThrowsAsync<InvalidOperationException>(() => SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutRecipients([.. rows])] }));
    }

    [Fact]
    public async Task Five_wrong_look_ups_of_a_NIK_lock_it_whether_or_not_it_is_known()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutCase(Case(1, Chat(1)))] });
        for (var i = 0; i < 5; i++)
        {
            await MissAsync(Proof(1) with { Kk = KkEnd(2) }, i);
            await MissAsync(Proof(2) with { Kk = KkEnd(3) }, i);
        }

        foreach (var proof in (LookUpProof[])[Proof(1), Proof(2)])
        {
            var finding = await FindAsync(proof);
            Assert.Equal(new WrongBefore(5, 0), finding.Wrong);
            Assert.Empty(finding.Found);
        }

        Clock.Advance(TimeSpan.FromHours(24));
        Assert.Single((await FindAsync(Proof(1))).Found);
        Assert.Equal(default, (await FindAsync(Proof(1))).Wrong);
    }

    [Fact]
    public async Task Five_made_up_NIKs_lock_the_household_that_they_were_tried_with_and_no_other()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutCase(Case(1, Chat(1)))] });
        for (var i = 0; i < 5; i++)
            await SayAsync(Chat(7), $"{i}", e => e with { Writes = [new Write.LookedUp(Chat(7).Channel, Proof(10 + i), Clock.GetUtcNow(), Missed: true, new(0, i), LookUpAlarm.None)] });

        Assert.Equal((new WrongBefore(0, 5), 0), ((await FindAsync(Proof(1))).Wrong, (await FindAsync(Proof(1))).Found.Length));
        Assert.Equal(default, (await FindAsync(Proof(1) with { Kk = KkEnd(2) })).Wrong);
        Assert.Equal(default, (await FindAsync(Proof(1) with { Kelurahan = Wilayah.AllKelurahan[4] })).Wrong);
        Clock.Advance(TimeSpan.FromHours(24));
        Assert.Single((await FindAsync(Proof(1))).Found);
    }

    [Fact]
    public async Task Look_ups_of_one_channel_are_no_look_ups_of_another()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [LookedUp(1, Tuesday), LookedUp(2, Tuesday, missed: false)] });

        var counts = (await LookUpsAsync()).LookUpCounts;
        Assert.Equal((1, 2), (counts.Misses, counts.InDay));
        Assert.Equal(LookUpCounts.None, (await Store.LookUpAsync(new("elsewhere", "1"), new() { LookUps = true }, Stop)).LookUpCounts);
    }

    [Fact]
    public async Task Two_look_ups_of_a_NIK_that_rest_on_the_same_count_are_not_both_answered()
    {
        var results = await InOneGroupAsync(
            () => SayAsync(Chat(1), "1", e => e with { Writes = [LookedUp(1, Tuesday)] }),
            () => SayAsync(Chat(2), "2", e => e with { Writes = [LookedUp(1, Tuesday, missed: false)] }),
            () => SayAsync(Chat(3), "3", e => e with { Writes = [LookedUp(2, Tuesday)] }));

        Assert.Equal([Applied.Done, Applied.Stale, Applied.Done], results);
        Assert.Equal(2, (await LookUpsAsync()).LookUpCounts.Misses);
    }

    [Fact]
    public async Task What_fits_counts_nothing()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [LookedUp(1, Tuesday, missed: false)] });

        Assert.Equal(default, (await FindAsync(Proof(1))).Wrong);
        Assert.Equal(0, (await LookUpsAsync()).LookUpCounts.Misses);
    }

    [Fact]
    public async Task The_miss_that_is_one_too_many_pauses_for_everybody_once_also_within_one_group_and_after_a_restart()
    {
        await SayAsync(Chat(1), "0", e => e with { Writes = [new Write.PutCase(Case(9, Chat(1)))] });
        for (var i = 0; i < LookUpCounts.MissesMax - 1; i += 100)
            await SayAsync(Chat(1), $"f{i}", e => e with { Writes = [.. Enumerable.Range(i, Math.Min(100, LookUpCounts.MissesMax - 1 - i)).Select(n => LookedUp(n + 10, Tuesday))] });
        Assert.Equal(LookUpAlarm.Pause, (await LookUpsAsync()).LookUpCounts.AlarmOfNext(Tuesday, missed: true));

        var results = await InOneGroupAsync(
            () => SayAsync(Chat(2), "1", e => e with { Writes = [LookedUp(1, Tuesday, alarm: LookUpAlarm.Pause)] }),
            () => SayAsync(Chat(3), "1", e => e with { Writes = [LookedUp(2, Tuesday, alarm: LookUpAlarm.Pause)] }),
            () => SayAsync(Chat(4), "1", e => e with { Writes = [LookedUp(9, Tuesday, missed: false)] }));

        Assert.Equal([Applied.Done, Applied.Stale, Applied.Stale], results);
        await ReopenAsync();
        var paused = (await LookUpsAsync()).LookUpCounts;
        Assert.Equal(Tuesday + LookUpCounts.PauseFor, paused.PausedUntil);
        Assert.Empty((await FindAsync(Proof(9))).Found);
        Clock.Advance(LookUpCounts.PauseFor);
        Assert.Single((await FindAsync(Proof(9))).Found);
        Assert.Equal(LookUpAlarm.None, (await LookUpsAsync()).LookUpCounts.AlarmOfNext(Clock.GetUtcNow(), missed: true));
    }

    [Fact]
    public async Task A_miss_that_does_not_say_that_it_begins_the_pause_is_decided_anew()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [.. Enumerable.Range(1, LookUpCounts.MissesMax - 1).Select(n => LookedUp(n, Tuesday))] });

        Assert.Equal(Applied.Stale, await SayAsync(Chat(2), "1", e => e with { Writes = [LookedUp(700, Tuesday)] }));
        Assert.Equal(Applied.Done, await SayAsync(Chat(2), "1", e => e with { Writes = [LookedUp(700, Tuesday, missed: false)] }));
    }

    [Fact]
    public async Task What_the_bot_reports_is_no_message_of_whoever_was_there()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutTicket(new Ticket("t1", ChatKey.Office, "", "", Tuesday) { Report = new("LookUp.Report") })] });

        Assert.Empty((await Store.LookUpAsync(Chat(1), new() { Tickets = true }, Stop)).Tickets);
        Assert.Equal("LookUp.Report", Assert.Single((await Store.LookUpAsync(ChatKey.Office, new() { Tickets = true }, Stop)).Tickets).Report!.Key);
        await EraseAsync(Chat(1), "2");
        Assert.Single((await Store.LookUpAsync(ChatKey.Office, new() { Tickets = true }, Stop)).Tickets);
    }

    private Task<Applied> MissAsync(LookUpProof proof, int before) =>
        SayAsync(Chat(7), $"{proof.Nik.Reveal()}.{before}", e => e with { Writes = [new Write.LookedUp(Chat(7).Channel, proof, Clock.GetUtcNow(), Missed: true, new(before, before), LookUpAlarm.None)] });

    private async Task<LookUpFinding> FindAsync(LookUpProof proof) => (await Store.LookUpAsync(Chat(99), new() { Proof = proof, LookUps = true }, Stop)).LookUp!;

    private async Task<Known> LookUpsAsync() => await Store.LookUpAsync(Chat(99), new() { LookUps = true }, Stop);
}
