using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Proposals;
using BansosBot.Storage;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>Batches of proposals, and who could be proposed.</summary>
public abstract partial class StoreContract
{
    private static readonly Batch Signed = new() { Number = "YAPI-U-2025-001", Programme = "yapi", SignedAt = Tuesday, By = "officer1", Cases = ["case1", "case2"] };

    [Fact]
    public async Task Two_who_sign_at_once_are_one_batch()
    {
        var results = await InOneGroupAsync(
            () => SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutBatch(Signed)] }),
            () => SayAsync(Chat(2), "2", e => e with { Writes = [new Write.PutBatch(Signed with { By = "officer2" })] }));

        Assert.Equal([Applied.Done, Applied.Stale], results);
        await ReopenAsync();
        Assert.Equal("officer1", (await Store.LookUpAsync(Chat(1), new() { Batch = Signed.Number }, Stop)).Batch!.By);
    }

    [Fact]
    public async Task A_batch_brings_its_next_cases_and_who_signed_it()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutOfficer(Works(1)), new Write.PutBatch(Signed), new Write.PutCase(Case(1, Chat(1), Stage.Endorsed)), new Write.PutCase(Case(2, Chat(1), Stage.Endorsed) with { Receipt = Code(2) })] });

        var known = await Store.LookUpAsync(ChatKey.Office, new() { Batch = Signed.Number }, Stop);

        Assert.Equal(["case1", "case2"], known.Cases.Select(c => c.Id));
        Assert.Equal(("officer1", 1L), (known.Officer!.Id, known.Batch!.Revision));
        Assert.Null((await Store.LookUpAsync(ChatKey.Office, new() { Batch = "YAPI-U-2025-009" }, Stop)).Batch);
    }

    [Fact]
    public async Task Only_the_endorsed_could_be_proposed_and_who_stands_before_them_is_counted()
    {
        await SayAsync(Chat(1), "1", e => e with
        {
            Writes =
            [
                new Write.PutCase(Case(1, Chat(1), Stage.Verified)), new Write.PutCase(Case(2, Chat(1), Stage.Endorsed) with { Receipt = Code(2) }), new Write.PutCase(Case(3, Chat(1), Stage.Verified) with { Receipt = Code(3) }),
                new Write.PutCase(Case(4, Chat(1), Stage.Active) with { Receipt = Code(4) }), new Write.PutBatch(Signed),
            ],
        });

        var could = (await Store.LookUpAsync(ChatKey.Office, new() { Proposable = "yapi" }, Stop)).Proposable;

        Assert.Equal(("case2", 1, 1, "YAPI", Signed.Number), (Assert.Single(could.Cases), could.Ahead, could.QuotaUsed, could.Prefix, Assert.Single(could.Batches).Number));
        Assert.Empty((await Store.LookUpAsync(ChatKey.Office, new() { Proposable = "lain" }, Stop)).Proposable.Cases);
    }
}
