using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using BansosBot.Storage.Keys;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>What effects rest on, with both messages in one group; and the numbers that the store gives.</summary>
public abstract partial class StoreContract
{
    public static TheoryData<string> ClaimKinds => ["any", "own", "code"];

    private static Claim ClaimOf(string kind) => kind switch
    {
        "any" => new Claim.AnyChild(Nik(1)),
        "own" => new Claim.ChildFromChat(Nik(1), Chat(1)),
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
            () => SayAsync(Chat(1), "2", e => e with { Writes = [new Write.Free(claim)] }),
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
            Writes = [new Write.Take(new Claim.AnyChild(Nik((i % 30) + 1)), $"case{i}"), new Write.PutCase(Case(i, Chat(i))), .. i == 7 ? [new Write.PutTicket(null!)] : (ReadOnlySpan<Write>)[]],
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

    [Fact]
    public async Task The_place_in_the_queue_moves_up_as_cases_before_it_leave_also_by_erasure_and_after_a_restart()
    {
        for (var i = 1; i <= 4; i++) await SayAsync(Chat(i), "1", e => e with { Writes = [new Write.PutCase(Case(i, Chat(i)))] });
        Assert.Equal([1, 2, 3, 4], await PlacesAsync(1, 2, 3, 4));
        var first = (await Store.LookUpAsync(Chat(1), new() { Cases = ["case1"] }, Stop)).Cases[0];

        await SayAsync(Chat(1), "2", e => e with { Writes = [new Write.PutCase(first with { Stage = Stage.Withdrawn })] });
        await SayAsync(Chat(2), "2", e => e with { Writes = [new Write.EraseCase("case2")] });

        Assert.Equal([1, 2], await PlacesAsync(1, 2, 3, 4));
        await ReopenAsync();
        Assert.Equal([1, 2], await PlacesAsync(1, 2, 3, 4));
    }

    [Fact]
    public async Task Running_cases_of_a_child_are_found_and_say_whether_they_are_ones_own()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [new Write.PutCase(Case(1, Chat(1)))] });
        await SayAsync(Chat(2), "1", e => e with { Writes = [new Write.PutCase(Case(2, Chat(2)) with { ChildNik = Nik(1) }), new Write.PutCase(Case(3, Chat(2), Stage.Ended) with { ChildNik = Nik(1) })] });

        var known = await Store.LookUpAsync(Chat(1), new() { Children = [Nik(1), Nik(2)], Receipt = Code(2), RandomBytes = 12 }, Stop);

        Assert.Equal([new("case1", true), new("case2", false)], known.ByChild[Nik(1).Reveal()].OrderBy(c => c.CaseId));
        Assert.Empty(known.ByChild[Nik(2).Reveal()]);
        Assert.Equal(["case2"], known.ByReceipt.Select(c => c.Id));
        Assert.Equal(12, known.Random.Length);
    }

    [Fact]
    public async Task Who_waits_to_be_proposed_stands_by_the_written_order_whatever_came_first_also_after_a_restart()
    {
        await PutWaitingAsync(1, "2", 2014, Stage.Verified);
        await PutWaitingAsync(2, "2", 2010, Stage.Endorsed);
        await PutWaitingAsync(3, "tidak_tahu", 2009, Stage.Verified);
        await PutWaitingAsync(4, "2", 2014, Stage.Submitted);
        await PutWaitingAsync(5, "2", 2014, Stage.Verified, programme: "lain");
        Assert.Equal("2/3 1/3 3/3 - - -", await StandingsAsync());

        await PutWaitingAsync(6, "1", 2020, Stage.Verified);            // in greater need: everybody else moves back
        Assert.Equal("3/4 2/4 4/4 - - 1/4", await StandingsAsync());
        await ReopenAsync();
        Assert.Equal("3/4 2/4 4/4 - - 1/4", await StandingsAsync());

        await ChangeAsync(2, c => c with { Stage = Stage.Proposed });
        await ChangeAsync(3, c => c with { Answers = c.Answers.SetItem("desil", new Answer.Chosen("1")) });
        await ChangeAsync(4, c => c with { Stage = Stage.Verified });
        await SayAsync(Chat(6), "9", e => e with { Writes = [new Write.EraseCase("case6")] });
        Assert.Equal("2/3 - 1/3 3/3 - -", await StandingsAsync());
        await ReopenAsync();
        Assert.Equal("2/3 - 1/3 3/3 - -", await StandingsAsync());
    }

    private Task<Applied> PutWaitingAsync(int n, string desil, int born, Stage stage, string programme = "yapi") => SayAsync(Chat(n), "1", e => e with
    {
        Writes =
        [
            new Write.PutCase(Case(n, Chat(n), stage) with
            {
                Programme = programme,
                Answers = Answers(n).SetItem("desil", new Answer.Chosen(desil)).SetItem("child_birth_date", new Answer.Day(new(born, 3, 12))),
            }),
        ],
    });

    private async Task ChangeAsync(int n, Func<Domain.Applications.Application, Domain.Applications.Application> change)
    {
        var now = Assert.Single((await Store.LookUpAsync(Chat(n), new() { Cases = [$"case{n}"] }, Stop)).Cases);
        await SayAsync(Chat(n), $"change{now.Revision}", e => e with { Writes = [new Write.PutCase(change(now))] });
    }

    private async Task<string> StandingsAsync()
    {
        var cases = Enumerable.Range(1, 6).Select(i => $"case{i}").ToList();
        var known = await Store.LookUpAsync(Chat(1), new() { Cases = [.. cases], Places = true }, Stop);
        return string.Join(' ', cases.Select(id => known.Standings.TryGetValue(id, out var s) ? $"{s.Place}/{s.Of}" : "-"));
    }

    [Fact]
    public async Task Cases_filed_together_are_found_by_one_of_them()
    {
        await SayAsync(Chat(1), "1", e => e with { Writes = [.. Enumerable.Range(1, 3).Select(i => new Write.PutCase(Case(i, Chat(1)) with { Receipt = Code(1) })), new Write.PutCase(Case(4, Chat(1)))] });
        await SayAsync(Chat(1), "2", e => e with { Writes = [new Write.EraseCase("case3")] });

        var known = await Store.LookUpAsync(Chat(1), new() { Cases = ["case1"], Siblings = true }, Stop);

        Assert.Equal(["case1"], known.Cases.Select(c => c.Id));
        Assert.Equal(["case2"], known.Siblings.Select(c => c.Id));
        Assert.Empty((await Store.LookUpAsync(Chat(1), new() { Cases = ["case1"] }, Stop)).Siblings);
    }

    [Fact]
    public async Task Documents_are_named_by_conversations_and_cases_as_long_as_these_bear_them()
    {
        var draft = Draft("yapi", 1) with { Answers = Answers(1).SetItem("kk_photo", new Answer.Papers([new("w", null), new("w2", "of-draft")], false)) };
        for (var i = 1; i <= 450; i++)
            await SayAsync(Chat(i), "1", e => i == 1 ? e with { After = e.After with { Drafts = e.After.Drafts.Add("yapi", draft) } } : e);
        await SayAsync(Chat(2), "2", e => e with { Writes = [new Write.PutCase(Case(1, Chat(2))), new Write.PutCase(Case(2, Chat(2)) with { Answers = draft.Answers.SetItem("kk_photo", new Answer.Papers([new("w3", "of-case")], false)) })] });

        Assert.Equal(["doc2", "of-case", "of-draft"], (await Store.DocumentsAsync(Stop))!.Order());

        await SayAsync(Chat(2), "3", e => e with { Writes = [new Write.EraseCase("case2")] });
        await EraseAsync(Chat(1), "4");
        Assert.Equal(["doc2"], await Store.DocumentsAsync(Stop));
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

    [Fact]
    public async Task The_quota_counts_cases_that_hold_a_place_and_still_live()
    {
        for (var i = 1; i <= 3; i++) await SayAsync(Chat(i), "1", e => e with { Writes = [new Write.PutCase(Case(i, Chat(i), i == 3 ? Stage.Submitted : Stage.Proposed))] });
        Assert.Equal(2, (await Store.LookUpAsync(Chat(1), new() { Places = true }, Stop)).QuotaUsed);

        await SayAsync(Chat(1), "2", e => e with { Writes = [new Write.EraseCase("case1")] });
        await SayAsync(Chat(1), "3", e => e with { Writes = [new Write.EraseCase("case1"), new Write.EraseCase("never")] });

        Assert.Equal(1, (await Store.LookUpAsync(Chat(1), new() { Places = true }, Stop)).QuotaUsed);
        Assert.Empty((await Store.LookUpAsync(Chat(1), new() { Cases = ["case1"], Receipt = Code(1), Children = [Nik(1)] }, Stop)).Cases);
    }

    private async Task<IEnumerable<int>> PlacesAsync(params int[] cases)
    {
        var known = await Store.LookUpAsync(Chat(1), new() { Cases = [.. cases.Select(i => $"case{i}")], Places = true }, Stop);
        return cases.Where(i => known.Places.ContainsKey($"case{i}")).Select(i => known.Places[$"case{i}"]);
    }

    /// <summary>Does something the first time that what runs lets go of its thread.</summary>
    private sealed class Between(Func<Task> something) : SynchronizationContext
    {
        public bool WasCalled { get; private set; }

        public Task<T> RunAsync<T>(Func<Task<T>> what) => Task.Run(() =>
        {
            SetSynchronizationContext(this);
            return what();
        });

        public override void Post(SendOrPostCallback d, object? state) => _ = Task.Run(async () =>
        {
            if (!WasCalled)
            {
                WasCalled = true;
                await something();
            }

            SetSynchronizationContext(this);
            d(state);
        });
    }
}
