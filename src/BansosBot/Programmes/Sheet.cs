using System.Collections.Immutable;
using BansosBot.Domain;
using BansosBot.Domain.Programmes;
using BansosBot.Texts;

namespace BansosBot.Programmes;

/// <summary>A programme file as it was read: names are still words and everything knows its line. Checks run on it; what passes
/// them all is made into a <see cref="Programme"/>.</summary>
internal sealed record Sheet
{
    public required string File { get; init; }

    public required Word Name { get; init; }

    public required Service Service { get; init; }

    /// <summary>Empty where it takes no cases.</summary>
    public Word CasePrefix { get; init; } = new(1, "");

    public required int Version { get; init; }

    public int ConsentVersion { get; init; }

    public ServiceStandard? Standard { get; init; }

    /// <summary>Empty where it takes no cases.</summary>
    public Word Owner { get; init; } = new(1, "");

    public ImmutableArray<Word> Called { get; init; } = [];

    public ConditionSheet? MentionedWhen { get; init; }

    public Rupiah? PerMonth { get; init; }

    public int? EndsAtAge { get; init; }

    public ImmutableArray<Word> Afterwards { get; init; } = [];

    public Quota? Quota { get; init; }

    public ImmutableArray<string> Laws { get; init; } = [];

    public ImmutableArray<OrderSheet> Proposing { get; init; } = [];

    public ImmutableArray<StepSheet> Criteria { get; init; } = [];

    public ImmutableArray<RuleSheet> Rules { get; init; } = [];

    public ImmutableArray<StepSheet> Threshold { get; init; } = [];

    public ImmutableArray<StepSheet> Form { get; init; } = [];

    /// <summary>Every text of the file, with the full key under which the program says it.</summary>
    public ImmutableArray<TextEntry> Texts { get; init; } = [];

    /// <summary>Those that are written in this file, and not in <see cref="SharedQuestions.FileName"/>.</summary>
    public IEnumerable<TextEntry> OwnTexts => Texts.Where(t => t.Where.StartsWith(File + ":", StringComparison.Ordinal));

    /// <summary>It takes cases, so it asks for consent and for what a case is made of.</summary>
    public bool TakesCases => Service != Service.Information;

    /// <summary>In the order in which they are asked.</summary>
    public IEnumerable<StepSheet> Steps => [.. Criteria, .. Threshold, .. Form];
}

/// <summary>A word of the file, with its line.</summary>
internal readonly record struct Word(int Line, string Value)
{
    public override string ToString() => Value;
}

/// <summary>A step as it was written.</summary>
internal sealed record StepSheet
{
    public required Word Name { get; init; }

    public required Word Kind { get; init; }

    public required SheetPart Part { get; init; }

    /// <summary>It is the shared question of this name (<c>use</c>), and not one of the file's own.</summary>
    public bool IsShared { get; init; }

    public bool PerChild { get; init; }

    /// <summary>A case has to know it, so that its form does not offer "tidak tahu"; the interview always does.</summary>
    public bool AlwaysKnown { get; init; }

    public ConditionSheet? When { get; init; }

    /// <summary>Answers that most people give.</summary>
    public ImmutableArray<Word> Often { get; init; } = [];

    public ImmutableArray<ChoiceSheet> Choices { get; init; } = [];

    /// <summary>Options of its kind (<see cref="Kinds"/>), by name.</summary>
    public ImmutableDictionary<string, Word> Options { get; init; } = ImmutableDictionary<string, Word>.Empty;

    /// <summary>Texts it has: ask, again, help, name.</summary>
    public ImmutableHashSet<string> Texts { get; init; } = [];

    public string? Option(string name) => Options.TryGetValue(name, out var word) ? word.Value : null;

    /// <summary>As if all of it stood on one line: what is wrong with a shared question here is wrong where it is used.</summary>
    public StepSheet At(int line) => this with
    {
        Name = Name with { Line = line },
        Kind = Kind with { Line = line },
        When = When?.At(line),
        Choices = [.. Choices.Select(c => c with { Name = c.Name with { Line = line }, Also = [.. c.Also.Select(a => a with { Line = line })] })],
        Options = Options.ToImmutableDictionary(o => o.Key, o => o.Value with { Line = line }),
    };
}

internal enum SheetPart
{
    Criteria,
    Threshold,
    Form,
}

/// <summary>A choice as it was written.</summary>
/// <param name="Labels">Its label in each language.</param>
/// <param name="Also">Other ways to write it.</param>
internal sealed record ChoiceSheet(Word Name, ImmutableArray<string> Labels, ImmutableArray<Word> Also);

/// <summary>A rule as it was written.</summary>
internal sealed record RuleSheet(Word Name, Verdict Gives, ConditionSheet When, string? Law);

/// <summary>A key of the proposing order as it was written: a list of answers, or the earlier day.</summary>
internal sealed record OrderSheet(Word Step, ImmutableArray<Word> First, bool IsEarlierDay);

/// <summary>A condition as it was written.</summary>
internal abstract record ConditionSheet(int Line)
{
    public sealed record Is(int Line, Word Step, ImmutableArray<Word> Choices) : ConditionSheet(Line);

    public sealed record Age(int Line, Word Step, int FromMonths, int BelowMonths) : ConditionSheet(Line);

    public sealed record All(int Line, ImmutableArray<ConditionSheet> Inner) : ConditionSheet(Line);

    public sealed record Any(int Line, ImmutableArray<ConditionSheet> Inner) : ConditionSheet(Line);

    public sealed record Not(int Line, ConditionSheet Inner) : ConditionSheet(Line);

    /// <summary>It and all within it.</summary>
    public IEnumerable<ConditionSheet> Parts => this switch
    {
        All(_, var inner) => inner.SelectMany(i => i.Parts).Prepend(this),
        Any(_, var inner) => inner.SelectMany(i => i.Parts).Prepend(this),
        Not(_, var inner) => inner.Parts.Prepend(this),
        _ => [this],
    };

    /// <summary>As if all of it stood on one line.</summary>
    public ConditionSheet At(int line) => this switch
    {
        Is(_, var step, var choices) => new Is(line, step with { Line = line }, [.. choices.Select(c => c with { Line = line })]),
        Age(_, var step, var from, var below) => new Age(line, step with { Line = line }, from, below),
        All(_, var inner) => new All(line, [.. inner.Select(i => i.At(line))]),
        Any(_, var inner) => new Any(line, [.. inner.Select(i => i.At(line))]),
        Not(_, var inner) => new Not(line, inner.At(line)),
        _ => throw new InvalidOperationException("A condition that nobody wrote."),
    };

    /// <summary>The steps it speaks about, where they stand.</summary>
    public IEnumerable<Word> Steps => Parts.Select(p => p switch { Is(_, var s, _) => s, Age(_, var s, _, _) => s, _ => default }).Where(s => s.Value is not null);

    public Condition Made => this switch
    {
        Is(_, var step, var choices) => new Condition.Is(step.Value, [.. choices.Select(c => c.Value)]),
        Age(_, var step, var from, var below) => new Condition.Age(step.Value, from, below),
        All(_, var inner) => new Condition.All([.. inner.Select(i => i.Made)]),
        Any(_, var inner) => new Condition.Any([.. inner.Select(i => i.Made)]),
        Not(_, var inner) => new Condition.Not(inner.Made),
        _ => throw new InvalidOperationException("A condition that nobody wrote."),
    };
}
