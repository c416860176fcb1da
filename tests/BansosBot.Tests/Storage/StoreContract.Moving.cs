using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using BansosBot.Storage.Keys;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>What goes from one chat to another, by a joining link: in one commit, once, or not at all.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task A_joining_link_is_used_once_also_in_one_group_and_opens_what_its_chat_is()
    {
        await SayAsync(Chat(1), "1", e => e with { After = e.After with { Cases = ["case1"] }, Writes = [new Write.PutCase(Case(1, Chat(1))), new Write.OfferJoining(Joining(1), Tuesday.AddMinutes(15))] });
        var offer = (await Store.LookUpAsync(Chat(2), new() { Joining = Joining(1) }, Stop)).Offer!;
        Assert.Equal((Chat(1), "case1", Tuesday.AddMinutes(15)), (offer.From.Chat, Assert.Single(offer.Cases).Id, offer.Until));

        var results = await InOneGroupAsync(
            () => SayAsync(Chat(2), "2", e => e with { Writes = [new Write.UseJoining(Joining(1))] }),
            () => SayAsync(Chat(3), "3", e => e with { Writes = [new Write.UseJoining(Joining(1))] }));

        Assert.Equal([Applied.Done, Applied.Stale], results);
        Assert.Null((await Store.LookUpAsync(Chat(3), new() { Joining = Joining(1) }, Stop)).Offer);
    }

    [Fact]
    public async Task A_new_joining_link_ends_the_one_before_and_an_erased_chat_offers_none()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.OfferJoining(Joining(1), Tuesday.AddMinutes(15))] });
        await SayAsync(Chat(2), "2", e => e with { Writes = [new Write.OfferJoining(Joining(2), Tuesday.AddMinutes(15))] });
        await SayAsync(Chat(1), "3", e => e with { Writes = [new Write.OfferJoining(Joining(3), Tuesday.AddMinutes(15))] });
        await SayAsync(Chat(2), "4", e => e with { ErasesChat = true });

        async Task<bool> OpensAsync(int n) => (await Store.LookUpAsync(Chat(9), new() { Joining = Joining(n) }, Stop)).Offer is not null;

        Assert.Equal((false, false, true), (await OpensAsync(1), await OpensAsync(2), await OpensAsync(3)));
        Assert.Equal(Applied.Stale, await SayAsync(Chat(9), "5", e => e with { Writes = [new Write.UseJoining(Joining(2))] }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_moves_to_another_chat_leaves_its_own_in_the_same_commit_or_not_at_all(bool ownSpeaksFirst)
    {
        await SayAsync(Chat(1), "1", e => e with { After = e.After with { Question = 7 } });
        var read = await ReadAsync(Chat(1));
        Task<Applied> Takes() => SayAsync(Chat(2), "2", e => e with { After = e.After with { Question = 7 }, Others = [read with { Question = 0 }] });
        Task<Applied> Speaks() => SayAsync(Chat(1), "3", e => e with { After = e.After with { Question = 8 } });

        var results = ownSpeaksFirst ? await InOneGroupAsync(Speaks, Takes) : await InOneGroupAsync(Takes, Speaks);

        Assert.Equal([Applied.Done, Applied.Stale], results);
        Assert.Equal(ownSpeaksFirst ? (8, 0) : (0, 7), ((await ReadAsync(Chat(1))).Question, (await ReadAsync(Chat(2))).Question));
        await ReopenAsync();
        Assert.Equal(ownSpeaksFirst ? (8, 0) : (0, 7), ((await ReadAsync(Chat(1))).Question, (await ReadAsync(Chat(2))).Question));
        Assert.Equal(2, (await ReadAsync(Chat(1))).Revision);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_comes_from_a_chat_that_was_erased_meanwhile_and_it_stays_erased(bool inOneGroup)
    {
        await SayAsync(Chat(1), "1");
        var read = await ReadAsync(Chat(1));
        async Task<Applied> Takes()
        {
            try
            {
                return await SayAsync(Chat(2), "2", e => e with { Others = [read with { Question = 9 }] });
            }
            catch (ErasedException)
            {
                return Applied.Stale;           // its key is gone: decided anew, like what is stale
            }
        }

        async Task<Applied> Goes()
        {
            await EraseAsync(Chat(1), "3");
            return Applied.Done;
        }

        Applied[] results = inOneGroup ? await InOneGroupAsync(Goes, Takes) : [await Goes(), await Takes()];

        Assert.Equal([Applied.Done, Applied.Stale], results);
        Assert.True((await ReadAsync(Chat(1))).IsErased);
        Assert.Equal(0, (await ReadAsync(Chat(2))).Revision);
    }

    [Fact]
    public async Task What_moves_is_also_decided_alone_behind_the_page_that_spoke_in_the_same_group()
    {
        await SayAsync(Chat(1), "1", e => e with { After = e.After with { Cases = ["case1"], Question = 7 }, Writes = [new Write.PutCase(Case(1, Chat(1))), new Write.OfferJoining(Joining(1), Tuesday.AddMinutes(15))] });
        var seen = 0;

        var results = await InOneGroupAsync(
            () => SayAsync(Chat(1), "2", e => e with { After = e.After with { Question = 8 } }),
            () => Store.ApplyAloneAsync(Words(Chat(2), "3"), (c, lookUp) =>
            {
                var there = lookUp(new() { Joining = Joining(1) }).Offer!.From;
                seen = there.Question;
                return Takes(c, "3") with { Others = [there with { Question = 0 }], Writes = [new Write.UseJoining(Joining(1))] };
            }, Clock.GetUtcNow()));

        Assert.Equal([Applied.Done, Applied.Done], results);
        Assert.Equal((8, 0, 3), (seen, (await ReadAsync(Chat(1))).Question, (await ReadAsync(Chat(1))).Revision));
        await ReopenAsync();
        Assert.Equal((0, 1), ((await ReadAsync(Chat(1))).Question, (await ReadAsync(Chat(2))).Revision));
    }

    [Fact]
    public async Task A_chat_is_not_its_own_other()
    {
        await SayAsync(Chat(1), "1");
        var read = await ReadAsync(Chat(1));

        await Assert.ThrowsAsync<InvalidOperationException>(() => SayAsync(Chat(1), "2", e => e with { Others = [read] }));

        Assert.Equal(1, (await ReadAsync(Chat(1))).Revision);
    }

    [Fact]
    public async Task A_document_whose_draft_moves_to_another_chat_while_they_are_read_is_still_named()
    {
        var draft = Draft("yapi", 1) with { Answers = Answers(1).Remove("kk_photo").SetItem("ktp_photo", new Answer.Papers([new("w", "moved")], false)) };
        for (var i = 1; i <= 450; i++) await SayAsync(Chat(i), "1");
        var chats = Enumerable.Range(1, 450).Select(i => Chat(i)).ToList();

        // Whatever the order they are read in: from each of some to each of some others, between the first portion and the second.
        for (var n = 0; n < 12; n++)
        {
            var (from, to) = (chats[n * 7], chats[440 - (n * 11)]);
            await SayAsync(from, $"has{n}", e => e with { After = e.After with { Drafts = e.After.Drafts.SetItem("yapi", draft) } });
            var between = new Between(async () =>
            {
                var there = await ReadAsync(from);
                await SayAsync(to, $"takes{n}", e => e with { After = e.After with { Drafts = e.After.Drafts.SetItem("yapi", draft) }, Others = [there with { Drafts = there.Drafts.Clear() }] });
            });

            Assert.Contains("moved", (await between.RunAsync(() => Store.DocumentsAsync(Stop).AsTask()))!);

            Assert.True(between.WasCalled);
            await SayAsync(to, $"gone{n}", e => e with { After = e.After with { Drafts = e.After.Drafts.Clear() } });
        }
    }
}
