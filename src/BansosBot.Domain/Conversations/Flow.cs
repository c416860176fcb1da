using System.Collections.Immutable;
using BansosBot.Domain.Programmes;

namespace BansosBot.Domain.Conversations;

/// <summary>A conversation in order: steps, each with the kind of its question. Made from a programme file or written in code.</summary>
public sealed record Flow
{
    /// <summary>Name in lower case: <c>yapi</c>, <c>status</c>.</summary>
    public required string Name { get; init; }

    public required int Version { get; init; }

    public required ImmutableArray<Step> Steps { get; init; }

    /// <summary>A draft is kept when the person leaves; others are forgotten.</summary>
    public required bool KeepsDraft { get; init; }

    /// <summary>The programme it applies for; null for the bot's own flows.</summary>
    public Programme? Programme { get; init; }

    /// <summary>Chooses the next question by what is open, instead of going through them in order; null: in order.</summary>
    public Interview? Interview { get; init; }

    /// <summary>Ends with a summary, each answer editable from it.</summary>
    public bool HasReview { get; init; }

    /// <summary>Photos may be on their way when it is sent.</summary>
    public bool HasDocuments => Steps.Any(s => s.Kind is Kinds.DocumentsKind);

    public Step? Find(string name)
    {
        foreach (var step in Steps)
        {
            if (step.Name == name) return step;
        }

        return null;
    }

    public int IndexOf(string name)
    {
        for (var i = 0; i < Steps.Length; i++)
        {
            if (Steps[i].Name == name) return i;
        }

        return -1;
    }
}

/// <summary>One question of a flow.</summary>
public sealed record Step
{
    /// <summary>Lower case with underscores; what answers are kept by.</summary>
    public required string Name { get; init; }

    /// <summary>How it is asked and read.</summary>
    public required QuestionKind Kind { get; init; }

    public required Part Part { get; init; }

    /// <summary>Key prefix of its texts; <c>.Ask</c>, <c>.Again</c>, <c>.Help</c>, <c>.Name</c> and <c>.Choice.x</c> hang on it.</summary>
    public required string TextKey { get; init; }

    /// <summary>Its name as people may write it, in each language: a line of the summary is opened by it.</summary>
    public ImmutableArray<string> Spoken { get; init; } = [];

    /// <summary>Which of its texts name people, and whom.</summary>
    public ImmutableArray<Naming> Names { get; init; } = [];

    /// <summary>Answers that most people give: an interview asks first what settles most for most.</summary>
    public ImmutableArray<string> Often { get; init; } = [];

    /// <summary>Asked for each child anew.</summary>
    public bool PerChild { get; init; }

    /// <summary>What is typed here proves something and is not kept: a page that others may look at shows that something was written, a
    /// confirmation shows it masked.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Asked only while this is not refuted.</summary>
    public Condition When { get; init; } = new Condition.Always();

    public bool IsConditional => When is not Condition.Always;
}

/// <summary>A person that a text of a step names.</summary>
/// <param name="In"><c>Ask</c>, <c>Again</c> or <c>Help</c>.</param>
/// <param name="Who">One of the placeholders of <see cref="Called"/>.</param>
public readonly record struct Naming(string In, string Who);

/// <summary>Parts of a flow, in the order in which they are gone through.</summary>
public enum Part
{
    /// <summary>What decides whether the aid fits; nothing here names a person.</summary>
    Criteria,

    /// <summary>The pre-check's word, and consent.</summary>
    Threshold,

    /// <summary>What an application needs.</summary>
    Form,
}
