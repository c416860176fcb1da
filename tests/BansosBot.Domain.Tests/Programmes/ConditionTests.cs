using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using CsCheck;

namespace BansosBot.Domain.Tests.Programmes;

public sealed class ConditionTests
{
    private static readonly DateOnly Today = new(2025, 9, 23);
    private static readonly Condition Yes = new Condition.Is("a", ["x"]);
    private static readonly Condition No = new Condition.Is("a", ["y"]);
    private static readonly Condition Open = new Condition.Is("unasked", ["x"]);
    private static readonly Answers Given = new(ImmutableDictionary<string, Answer>.Empty.Add("a", new Answer.Chosen("x")).Add("b", new Answer.Chosen(Answer.DoNotKnow)), 1);

    [Fact]
    public void An_open_part_is_open_only_while_it_matters()
    {
        Assert.Equal(Truth.No, Holds(new Condition.All([Open, No])));
        Assert.Equal(Truth.Open, Holds(new Condition.All([Open, Yes])));
        Assert.Equal(Truth.Yes, Holds(new Condition.Any([Open, Yes])));
        Assert.Equal(Truth.Open, Holds(new Condition.Any([Open, No])));
        Assert.Equal(Truth.Open, Holds(new Condition.Not(Open)));
        Assert.Equal(Truth.No, Holds(new Condition.Surely(Open)));
        Assert.Equal(Truth.Yes, Holds(new Condition.Surely(Yes)));
    }

    [Fact]
    public void Not_knowing_is_open_but_can_itself_be_asked_for()
    {
        Assert.Equal(Truth.Open, Holds(new Condition.Is("b", ["x"])));
        Assert.Equal(Truth.Yes, Holds(new Condition.Is("b", ["x", Answer.DoNotKnow])));
    }

    [Theory]
    [InlineData("2007-09-24", Truth.No)]
    [InlineData("2007-09-23", Truth.Yes)]
    [InlineData("2007-09-22", Truth.Yes)]
    public void Eighteen_begins_on_the_birthday(string born, Truth isEighteen) =>
        Assert.Equal(isEighteen, Age(DateOnly.ParseExact(born, "yyyy-MM-dd"), Today));

    [Fact]
    public void Born_on_29_February_eighteen_begins_on_1_March()
    {
        Assert.Equal(Truth.No, Age(new(2008, 2, 29), new(2026, 2, 28)));
        Assert.Equal(Truth.Yes, Age(new(2008, 2, 29), new(2026, 3, 1)));
    }

    [Fact]
    public void An_age_agrees_with_the_age_that_is_said() =>
        Gen.Select(Gen.Int[0, 40_000], Gen.Int[0, 40_000]).Sample((born, later) =>
        {
            var birth = new DateOnly(1950, 1, 1).AddDays(born);
            var day = birth.AddDays(later);

            Assert.Equal(BansosBot.Domain.Reading.Years.Age(birth, day) >= 18, Age(birth, day) == Truth.Yes);
        });

    [Fact]
    public void More_answers_never_turn_a_yes_or_no_around()
    {
        var step = Gen.Int[0, 2].Select(n => "abc"[n..(n + 1)]);
        var leaf = Gen.Select(step, Gen.Bool.Select(b => b ? "x" : "y")).Select((s, c) => (Condition)new Condition.Is(s, [c]));
        var any = Gen.Recursive<Condition>((depth, inner) => depth > 3 ? leaf : Gen.OneOf(
            leaf,
            inner.Array[1, 3].Select(i => (Condition)new Condition.All([.. i])),
            inner.Array[1, 3].Select(i => (Condition)new Condition.Any([.. i])),
            inner.Select(i => (Condition)new Condition.Not(i))));
        Gen.Select(any, step, Gen.Bool.Select(b => b ? "x" : "y"), Gen.Bool).Sample((condition, name, choice, known) =>
        {
            var before = new Answers(known ? ImmutableDictionary<string, Answer>.Empty.Add("a", new Answer.Chosen("x")) : ImmutableDictionary<string, Answer>.Empty, 0);
            if (before.All.ContainsKey(name)) return;
            var after = before with { All = before.All.Add(name, new Answer.Chosen(choice)) };

            var was = condition.Holds(before, Today);

            if (was != Truth.Open) Assert.Equal(was, condition.Holds(after, Today));
        });
    }

    private static Truth Holds(Condition condition) => condition.Holds(Given, Today);

    private static Truth Age(DateOnly born, DateOnly today) => new Condition.Age("born", 18 * 12, Condition.MonthsMax)
        .Holds(new(ImmutableDictionary<string, Answer>.Empty.Add("born", new Answer.Day(born)), 0), today);
}
