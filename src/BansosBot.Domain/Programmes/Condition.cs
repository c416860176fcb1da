using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Programmes;

/// <summary>Yes, no, or not known: unanswered, or answered by "tidak tahu".</summary>
public enum Truth
{
    No,
    Yes,
    Open,
}

/// <summary>A condition on answers, three-valued. What a programme file writes under <c>when</c>.</summary>
public abstract record Condition
{
    private Condition() { }

    /// <summary>Whether it holds.</summary>
    /// <param name="answers">Answers of the child in question and the shared ones.</param>
    /// <param name="today">The day in Serang.</param>
    public Truth Holds(Answers answers, DateOnly today) => this switch
    {
        Always => Truth.Yes,
        Is(var step, var choices) => answers.Of(step) switch
        {
            Answer.Chosen(var choice) when choices.Contains(choice) => Truth.Yes,
            Answer.Chosen(Answer.DoNotKnow) => Truth.Open,
            null => Truth.Open,
            _ => Truth.No,
        },
        Age(var step, var from, var below) => answers.Of(step) is Answer.Day(var born)
            ? Of(Reaches(from, born) <= today && today < Reaches(below, born))
            : Truth.Open,
        All(var inner) => AllOf(inner, answers, today),
        Any(var inner) => AnyOf(inner, answers, today),
        Surely(var inner) => Of(inner.Holds(answers, today) == Truth.Yes),
        Not(var inner) => inner.Holds(answers, today) switch { Truth.Yes => Truth.No, Truth.No => Truth.Yes, _ => Truth.Open },
        _ => throw new InvalidOperationException("A condition of a kind that nobody wrote."),
    };

    /// <summary>The steps it speaks about.</summary>
    public IEnumerable<string> Steps => this switch
    {
        Is(var step, _) => [step],
        Age(var step, _, _) => [step],
        All(var inner) => inner.SelectMany(c => c.Steps),
        Any(var inner) => inner.SelectMany(c => c.Steps),
        Not(var inner) => inner.Steps,
        Surely(var inner) => inner.Steps,
        _ => [],
    };

    /// <summary>Ages in months at which what it says of a step's date changes.</summary>
    public IEnumerable<int> Bounds(string step) => this switch
    {
        Age(var s, var from, var below) when s == step => [from, below],
        All(var inner) => inner.SelectMany(c => c.Bounds(step)),
        Any(var inner) => inner.SelectMany(c => c.Bounds(step)),
        Not(var inner) => inner.Bounds(step),
        Surely(var inner) => inner.Bounds(step),
        _ => [],
    };

    /// <summary>No condition.</summary>
    public sealed record Always : Condition;

    /// <summary>The step was answered with one of these choices.</summary>
    public sealed record Is(string Step, ImmutableArray<string> Choices) : Condition;

    /// <summary>Age in whole months, counted by calendar: from (inclusive) to below (exclusive). The 18th birthday is the first day of 216 months.
    /// Born on 29 February, a birthday is 1 March in other years, so that a child's aid is never cut a day early.</summary>
    public sealed record Age(string Step, int FromMonths, int BelowMonths) : Condition;

    public sealed record All(ImmutableArray<Condition> Inner) : Condition;

    public sealed record Any(ImmutableArray<Condition> Inner) : Condition;

    public sealed record Not(Condition Inner) : Condition;

    /// <summary>Known to hold; open counts as no. For a step that is asked only once something is certain.</summary>
    public sealed record Surely(Condition Inner) : Condition;

    private static Truth Of(bool b) => b ? Truth.Yes : Truth.No;

    private static Truth AllOf(ImmutableArray<Condition> inner, Answers answers, DateOnly today)
    {
        var all = Truth.Yes;
        foreach (var condition in inner)
        {
            var holds = condition.Holds(answers, today);
            if (holds == Truth.No) return Truth.No;
            if (holds == Truth.Open) all = Truth.Open;
        }

        return all;
    }

    private static Truth AnyOf(ImmutableArray<Condition> inner, Answers answers, DateOnly today)
    {
        var any = Truth.No;
        foreach (var condition in inner)
        {
            var holds = condition.Holds(answers, today);
            if (holds == Truth.Yes) return Truth.Yes;
            if (holds == Truth.Open) any = Truth.Open;
        }

        return any;
    }

    // A day that the month lacks (29 February, 31 April) counts as the first of the next one: never a day early.
    private static DateOnly Reaches(int months, DateOnly born)
    {
        if (months >= MonthsMax) return DateOnly.MaxValue;
        var day = born.AddMonths(months);
        return day.Day == born.Day ? day : day.AddDays(1);
    }

    /// <summary>More than anybody lives: an age without an upper end.</summary>
    public const int MonthsMax = 200 * 12;
}
