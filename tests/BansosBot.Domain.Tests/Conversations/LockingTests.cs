using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Tests.Conversations;

/// <summary>When a conversation is closed. What is said then is in the transcript hp-bersama.</summary>
public sealed class LockingTests
{
    private static readonly DateTimeOffset Now = new(2025, 9, 23, 9, 0, 0, TimeSpan.FromHours(7));

    private static readonly Talk Talk = new(new Office("Dinas Sosial Kota Serang", TimeZoneInfo.Utc, new(20, 0), new(7, 0)) { Contact = [new Say("Office.Phone", ("telepon", "0254-000000"))] }, []) { SharedChannels = ["web"] };

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
    public void After_five_misses_it_says_until_when_no_proof_is_taken_and_then_takes_one()
    {
        var c = WithDraft;
        var at = Now;
        for (var miss = 1; miss <= 5; miss++, at += TimeSpan.FromMinutes(1)) c = Says(c, $"{miss} mei 2015", at).After;

        var right = Says(c, "3 desember 2014", at);
        Assert.Equal(["Locked.TooMany", "Locked.Officer", "Office.Phone"], right.Says[0].Parts.Select(p => p.Key));
        Assert.Equal(new SayValue.Moment(Now + TimeSpan.FromHours(24) + TimeSpan.FromMinutes(1)), right.Says[0].Parts[0].Values[0].Value);
        Assert.Equal(right.Says[0].Parts, Locking.Notice(Talk, right.After, at));
        Assert.True(Locking.StillHolds(right.Says[0], right.After, at));

        at = Now + TimeSpan.FromHours(24);
        Assert.False(Locking.StillHolds(right.Says[0], right.After, at));
        Assert.Equal(StepMap.Idle, Says(right.After, "3 desember 2014", at).After.Place);
    }

    [Theory]
    [InlineData("petugas")]
    [InlineData("bicara dengan petugas")]
    public void Who_asks_for_an_officer_is_told_where_and_nothing_is_left_in_the_others_name(string said)
    {
        var told = Says(WithDraft, said, Now);

        Assert.Equal(["Locked.Officer", "Office.Phone", "Locked.Ask"], told.Says[0].Parts.Select(p => p.Key));
        Assert.Equal(StepMap.Locked, told.After.Place);
        Assert.Equal([Everywhere.Officer], told.After.Choices);
        Assert.Empty(told.Writes);
        var pressed = Talk.Decide(told.After, new Incoming.Press(told.After.Chat, "2", told.After.Question, 0), Known.Nothing, Now);
        Assert.Equal(["Locked.Officer", "Office.Phone", "Locked.Again"], pressed.Says[0].Parts.Select(p => p.Key));
    }

    private static Effects Says(Conversation c, string words, DateTimeOffset at) =>
        Talk.Decide(c, new Incoming.Words(c.Chat, words, words), Known.Nothing, at);

    [Fact]
    public void From_there_no_move_leads_on_but_those_of_the_proof()
    {
        foreach (var move in (Move[])[Move.Cancel, Move.Officer, Move.Expire, Move.Lock, Move.Go(StepMap.Idle)])
            Assert.Null(Talk.Map.After(StepMap.Locked, move));
        Assert.Equal(StepMap.Idle, Talk.Map.After(StepMap.Locked, Move.Menu));
        foreach (var place in (string[])[StepMap.Idle, StepMap.Cancelling, StepMap.ToOfficer]) Assert.Equal(StepMap.Locked, Talk.Map.After(place, Move.Lock));
    }
}
