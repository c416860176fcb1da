using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Storage;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>Versions of lists: one of a programme holds, what is staged is nobody's.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task A_list_that_takes_the_place_of_another_holds_alone_also_after_a_restart()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutRecipients([Recipient(1), Recipient(2)]), new Write.PutList(List())] });
        await SayAsync(Chat(1), "2", e => e with { Writes = [new Write.StageList(List("list2") with { Before = "list1" }), new Write.PutRecipients([Recipient(2, "list2")])] });
        Assert.Equal([new Found.OnList(List())], (await FindAsync(Proof(2))).Found);

        await SayAsync(Chat(1), "3", e => e with { Writes = [new Write.PutList(List("list2") with { Before = "list1" })] });
        await ReopenAsync();

        Assert.Empty((await FindAsync(Proof(1))).Found);
        Assert.Equal([new Found.OnList(List("list2") with { Before = "list1" })], (await FindAsync(Proof(2))).Found);
        Assert.Equal([ListState.Past, ListState.Valid], (await Store.Registry.ListsAsync(Stop)).OrderBy(l => l.List.Id, StringComparer.Ordinal).Select(l => l.State));
    }

    [Fact]
    public async Task Two_lists_that_take_the_place_of_the_same_one_are_not_both_made_to_hold()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutList(List())] });

        var results = await InOneGroupAsync(
            () => SayAsync(Chat(1), "2", e => e with { Writes = [new Write.PutList(List("list2") with { Before = "list1" })] }),
            () => SayAsync(Chat(2), "1", e => e with { Writes = [new Write.PutList(List("list3") with { Before = "list1" })] }),
            () => SayAsync(Chat(3), "1", e => e with { Writes = [new Write.PutList(List("list4"))] }));

        Assert.Equal([Applied.Done, Applied.Stale, Applied.Stale], results);
    }

    [Fact]
    public async Task A_staged_list_is_no_list_yet_and_goes_piece_by_piece()
    {
        var rows = Enumerable.Range(1, Write.OfLists.RowsMax).Select(n => Recipient(n)).ToArray();
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.StageList(List()), new Write.PutRecipients([.. rows])] });
        await SayAsync(Chat(1), "2", e => e with { Writes = [new Write.PutRowChanges("list1", 1, [new(Moved.Came, 1, null)]), new Write.PutDecisions([new("list1", 1, Undecided.HeldBack, new("Daftar", 7), ListRule.NumberCell)])] });
        Assert.False((await LookUpsAsync()).HasLists);
        Assert.Empty((await FindAsync(Proof(1))).Found);
        Assert.Equal([new RowChange(Moved.Came, 1, null)], await Store.Registry.ChangesAsync("list1", 1, Stop));

        for (var i = 3; (await Store.Registry.ListsAsync(Stop)).Count > 0; i++)
        {
            Assert.True(i < 9, "It does not end.");
            await SayAsync(Chat(1), $"{i}", e => e with { Writes = [new Write.DropStaged("list1")] });
        }

        await ReopenAsync();
        Assert.Empty(await Store.Registry.RowsAsync("list1", [1, 2, 500], Stop));
        Assert.Empty(await Store.Registry.ChangesAsync("list1", 1, Stop));
        Assert.Empty(await Store.Registry.DecisionsAsync("list1", 9, Stop));
    }

    [Fact]
    public async Task A_list_that_holds_cannot_be_dropped()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutRecipients([Recipient(1)]), new Write.PutList(List())] });

        await SayAsync(Chat(1), "2", e => e with { Writes = [new Write.DropStaged("list1")] });

        Assert.Single((await FindAsync(Proof(1))).Found);
    }

    [Fact]
    public async Task Rows_are_compared_by_their_keys_in_portions_and_columns_are_remembered()
    {
        RowKeys Keys(int n) => new($"n{n}", "c", "b", n == 1 ? null : "p");
        await SayAsync(Chat(1), "1", e => e with
        {
            Writes = [new Write.PutRecipients([Recipient(1), Recipient(2), Recipient(3)]) { Keys = [Keys(1), Keys(2), Keys(3)] }, new Write.PutRecipients([Recipient(4)]), new Write.RememberColumns(new Dictionary<string, Holds> { ["nomer"] = Holds.Nik }.ToImmutableDictionary())],
        });
        await ReopenAsync();

        Assert.Equal([Keys(1) with { Row = 1 }, Keys(2) with { Row = 2 }], (await KeysAsync(0, 2)).Keys);
        Assert.Equal([Keys(3) with { Row = 3 }], (await KeysAsync(2, 9)).Keys);
        Assert.Equal((4, 4), ((await KeysAsync(2, 9)).Last, (await KeysAsync(4, 9)).Last));
        Assert.Empty((await KeysAsync(4, 9)).Keys);
        Assert.Equal(Holds.Nik, (await Store.Registry.ColumnsAsync(Stop))["nomer"]);

        async Task<(IReadOnlyList<RowKeys> Keys, int Last)> KeysAsync(int after, int most) => await Store.Registry.RowKeysAsync("list1", after, most, Stop);
    }
}
