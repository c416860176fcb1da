using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>What effects rest on, with both messages in one group; and the numbers that the store gives.</summary>
public abstract partial class StoreContract
{
    public static TheoryData<string> ClaimKinds => ["any", "own", "code"];

    private static Claim ClaimOf(string kind) => kind switch
    {
        "any" => new Claim.AnyChild("yapi", Nik(1)),
        "own" => new Claim.ChildFromChat("yapi", Nik(1), Chat(1)),
        "code" => new Claim.Receipt(Code(1)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    [Fact]
    public void Every_kind_of_claim_is_tried() =>
        Assert.Equal(typeof(Claim).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(Claim))).OrderBy(t => t.Name), ClaimKinds.Select(k => ClaimOf(k.Data).GetType()).OrderBy(t => t.Name));

    [Theory]
    [MemberData(nameof(ClaimKinds))]
    public async Task A_claim_is_taken_by_one_only_also_in_one_group(string kind)
    {
        var claim = ClaimOf(kind);

        var results = await InOneGroupAsync(
            () => SayAsync(Chat(1), "1", e => e with { Writes = [new Write.Take(claim, "case1")] }),
            () => SayAsync(Chat(2), "2", e => e with { Writes = [new Write.Take(claim, "case2")], Says = [To(Chat(2))] }));

        Assert.Equal([Applied.Done, Applied.Stale], results);
        Assert.Equal(0, (await ReadAsync(Chat(2))).Revision);
        Assert.Empty(Groups.SelectMany(g => g.Messages));
        Assert.Equal(Applied.Stale, await SayAsync(Chat(2), "3", e => e with { Writes = [new Write.Take(claim, "case2")] }));
        Assert.Equal(Applied.Done, await SayAsync(Chat(1), "4", e => e with { Writes = [new Write.Take(claim, "case1")] }));
    }

    [Theory]
    [MemberData(nameof(ClaimKinds))]
    public async Task A_claim_that_is_free_again_can_be_taken_also_in_the_same_group(string kind)
    {
        var claim = ClaimOf(kind);
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.Take(claim, "case1")] });

        var results = await InOneGroupAsync(
            () => SayAsync(Chat(1), "2", e => e with { Writes = [new Write.Free(claim, "case1")] }),
            () => SayAsync(Chat(2), "3", e => e with { Writes = [new Write.Take(claim, "case2")] }));

        Assert.Equal([Applied.Done, Applied.Done], results);
    }

    [Fact]
    public async Task A_case_is_changed_by_one_only_of_those_who_read_it_alike_also_in_one_group()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutCase(Case(1, Chat(1)))] });
        var read = Assert.Single((await Store.LookUpAsync(Chat(1), new() { Cases = ["case1"] }, Stop)).Cases);

        var results = await InOneGroupAsync(
            () => SayAsync(Chat(1), "2", e => e with { Writes = [new Write.PutCase(read with { Stage = Stage.Withdrawn })] }),
            () => SayAsync(Chat(2), "3", e => e with { Writes = [new Write.PutCase(read with { Homes = read.Homes.Add(new(Chat(2), Tuesday, false)) })] }));

        Assert.Equal([Applied.Done, Applied.Stale], results);
        var now = Assert.Single((await Store.LookUpAsync(Chat(1), new() { Cases = ["case1"] }, Stop)).Cases);
        Same(read with { Stage = Stage.Withdrawn, Revision = 2 }, now);
    }

    [Fact]
    public async Task A_new_case_is_not_new_twice()
    {
        var results = await InOneGroupAsync(
            () => SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutCase(Case(1, Chat(1)))] }),
            () => SayAsync(Chat(2), "2", e => e with { Writes = [new Write.PutCase(Case(1, Chat(2)))] }));

        Assert.Equal([Applied.Done, Applied.Stale], results);
    }

    [Fact]
    public async Task Two_guesses_that_rest_on_the_same_count_of_wrong_proofs_are_not_both_taken()
    {
        var results = await InOneGroupAsync(
            () => SayAsync(Chat(1), "1", e => e with { Writes = [new Write.WrongProof(Code(1), Tuesday, 0)] }),
            () => SayAsync(Chat(2), "2", e => e with { Writes = [new Write.WrongProof(Code(1), Tuesday, 0)] }));

        Assert.Equal([Applied.Done, Applied.Stale], results);
        Assert.Single((await Store.LookUpAsync(Chat(3), new() { Receipt = Code(1) }, Stop)).WrongProofsForReceipt);
        Assert.Empty((await Store.LookUpAsync(Chat(3), new() { Receipt = Code(2) }, Stop)).WrongProofsForReceipt);
    }

    [Fact]
    public async Task A_wrong_proof_counts_for_24_hours_and_a_new_one_is_taken_after()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.WrongProof(Code(1), Clock.GetUtcNow(), 0)] });
        Clock.Advance(TimeSpan.FromHours(24));

        var known = await Store.LookUpAsync(Chat(1), new() { Receipt = Code(1) }, Stop);
        var next = await SayAsync(Chat(1), "2", e => e with { Writes = [new Write.WrongProof(Code(1), Clock.GetUtcNow(), known.WrongProofsForReceipt.Length)] });

        Assert.Empty(known.WrongProofsForReceipt);
        Assert.Equal(Applied.Done, next);
        Assert.Single((await Store.LookUpAsync(Chat(1), new() { Receipt = Code(1) }, Stop)).WrongProofsForReceipt);
    }

    [Fact]
    public async Task Numbers_are_given_without_a_gap_and_without_a_double_also_where_some_submissions_fail()
    {
        var posts = Enumerable.Range(1, 40).Select(i => SayAsync(Chat(i), $"{i}", e => e with
        {
            Writes = [new Write.Take(new Claim.AnyChild("yapi", Nik((i % 30) + 1)), $"case{i}"), new Write.PutCase(Case(i, Chat(i))), .. i == 7 ? [new Write.PutTicket(null!)] : (ReadOnlySpan<Write>)[]],
        }));

        var done = (await Task.WhenAll(posts.Select(async p =>
        {
            try
            {
                return await p;
            }
            catch (NullReferenceException)
            {
                return Applied.Before;
            }
        }))).Count(r => r == Applied.Done);

        Assert.InRange(done, 28, 30);
        await ReopenAsync();
        Assert.Equal(Applied.Done, await SayAsync(Chat(100), "100", e => e with { Writes = [new Write.PutCase(Case(100, Chat(100)))] }));
        var cases = (await Store.LookUpAsync(Chat(1), new() { Cases = [.. Enumerable.Range(1, 100).Select(i => $"case{i}")], Places = true }, Stop)).Cases;
        Assert.Equal(Enumerable.Range(1, done + 1), cases.Select(c => c.Number!.Sequence).Order());
        Assert.Equal(Enumerable.Range(1, done + 1).Select(n => (long)n), cases.Select(c => c.QueueNumber).Order());
        Assert.All(cases, c => Assert.Equal(("YAPI", 2025), (c.Number!.Programme, c.Number.Year)));
    }

    [Fact]
    public async Task The_year_of_a_number_is_that_of_the_city_and_each_year_counts_anew()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutCase(Case(1, Chat(1)))] });

        await SayAsync(Chat(1), "2", e => e with { Writes = [new Write.PutCase(Case(2, Chat(1)) with { SubmittedAt = new(2025, 12, 31, 17, 30, 0, TimeSpan.Zero) })] });

        var numbers = (await Store.LookUpAsync(Chat(1), new() { Cases = ["case1", "case2"] }, Stop)).Cases.Select(c => c.Number!.ToString());
        Assert.Equal(["YAPI-2025-000001", "YAPI-2026-000001"], numbers);
    }

    [Fact]
    public async Task What_only_the_store_knows_is_filled_into_the_messages()
    {
        await SayAsync(Chat(1), "1", e => e with
        {
            Writes = [new Write.PutCase(Case(1, Chat(1))), new Write.PutCase(Case(2, Chat(1)))],
            Audit = [new(Act.ConsentGiven, "", ""), new(Act.ApplicationSubmitted, "case1", "")],
            Says =
            [
                To(Chat(1), "Receipt", ("all", new SayValue.Lines([new("Line", ("no", new SayValue.Assigned(Given.CaseNumber, 0))), new("Line", ("no", new SayValue.Assigned(Given.CaseNumber, 1)))]))),
                To(Chat(1), "Anchor", ("seq", new SayValue.Assigned(Given.AuditSequence, 1)), ("hash", new SayValue.Assigned(Given.AuditHash, 1)), ("in", new Say("In", ("no", new SayValue.Assigned(Given.CaseNumber, 1))))),
            ],
        });

        var entry = Audit().Last();
        Outgoing[] expected =
        [
            To(Chat(1), "Receipt", ("all", new SayValue.Lines([new("Line", ("no", "YAPI-2025-000001")), new("Line", ("no", "YAPI-2025-000002"))]))),
            To(Chat(1), "Anchor", ("seq", 2), ("hash", entry.Hash[..12]), ("in", new Say("In", ("no", "YAPI-2025-000002")))),
        ];
        Assert.Equal(expected.Select(o => o.Parts[0]), Groups.SelectMany(g => g.Messages).Select(m => m.Message.Parts[0]));
        await ReopenAsync();
        Assert.Equal(expected.Select(o => o.Parts[0]), (await Store.UnfinishedAsync(Stop)).Messages.Select(m => m.Message.Parts[0]));
    }
}
