using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Tests.Conversations;

/// <summary>When a conversation is closed. What is said then is in the transcript hp-bersama.</summary>
public sealed class LockingTests
{
    private static readonly DateTimeOffset Now = new(2025, 9, 23, 9, 0, 0, TimeSpan.FromHours(7));

    private static readonly Talk Talk = new(new Office("Dinas Sosial Kota Serang", TimeZoneInfo.Utc, new(20, 0), new(7, 0)), []) { SharedChannels = ["web"] };

    private static readonly Conversation WithCase = new() { Chat = new("web", "w1"), TouchedAt = Now - Locking.IdleMax, Cases = ["c1"] };

    private static readonly Conversation WithDraft = WithCase with
    {
        Cases = [],
        Drafts = WithCase.Drafts.Add("yapi", new()
        {
            Flow = "yapi",
            Version = 1,
            Id = "d1",
            Answers = ImmutableDictionary<string, Answer>.Empty.Add(Answers.Key(FlowShape.ChildBirthDate, 2), new Answer.Day(new(2014, 12, 3))),
        }),
    };

    [Fact]
    public void After_half_an_hour_what_holds_a_case_or_a_childs_birth_date_is_closed()
    {
        Assert.True(Locking.Holds(Talk, WithCase, Now));
        Assert.True(Locking.Holds(Talk, WithDraft, Now));
    }

    [Fact]
    public void A_second_earlier_it_is_open() => Assert.False(Locking.Holds(Talk, WithCase, Now - TimeSpan.FromSeconds(1)));

    [Fact]
    public void Somebodys_own_telephone_is_never_closed() =>
        Assert.False(Locking.Holds(Talk, WithCase with { Chat = new("telegram", "1") }, Now + TimeSpan.FromDays(100)));

    [Fact]
    public void Where_there_is_nothing_to_prove_it_stays_open() => Assert.False(Locking.Holds(Talk, WithCase with { Cases = [] }, Now));

    [Fact]
    public void Pages_of_a_childs_paper_that_are_still_collected_are_nothing_to_prove()
    {
        var draft = WithDraft.Drafts["yapi"] with { Answers = ImmutableDictionary<string, Answer>.Empty.Add("birth_certificate#1+", new Answer.Papers([new("w1", null)], AtOffice: false)) };

        Assert.False(Locking.Holds(Talk, WithDraft with { Drafts = WithDraft.Drafts.SetItem("yapi", draft) }, Now));
    }

    [Fact]
    public void Once_asked_it_is_closed_until_the_proof_however_soon_the_next_message_comes() =>
        Assert.True(Locking.Holds(Talk, WithCase with { Place = StepMap.Locked, TouchedAt = Now }, Now));

    [Fact]
    public void A_case_that_cannot_be_opened_opens_no_conversation()
    {
        var message = new Incoming.Words(WithCase.Chat, "1", "halo");

        Assert.Equal(StepMap.Locked, Talk.Decide(WithCase, message, new() { NotOpened = 1 }, Now).After.Place);
        Assert.Equal(StepMap.Idle, Talk.Decide(WithCase, message, Known.Nothing, Now).After.Place);       // erased meanwhile
    }

    [Fact]
    public void From_there_no_move_leads_on_but_those_of_the_proof()
    {
        foreach (var move in (Move[])[Move.Cancel, Move.Officer, Move.Expire, Move.Lock, Move.Go(StepMap.Idle)])
            Assert.Null(Talk.Map.After(StepMap.Locked, move));
        Assert.Equal(StepMap.Idle, Talk.Map.After(StepMap.Locked, Move.Menu));
        foreach (var place in (string[])[StepMap.Idle, StepMap.Cancelling, StepMap.ToOfficer]) Assert.Equal(StepMap.Locked, Talk.Map.After(place, Move.Lock));
    }
}
