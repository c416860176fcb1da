using System.Collections.Immutable;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>A list of the office's that an officer sent into their chat, and how far it has come.</summary>
public sealed record BroughtList
{
    /// <summary>The work order that was given for it last: what comes of an earlier one is not wanted any more.</summary>
    public required string Work { get; init; }

    /// <summary>Somebody works at it just now, outside the turn.</summary>
    public bool IsUnderWay { get; init; }

    /// <summary>Id of the officer who sent it: in the log what comes of it is theirs.</summary>
    public required string By { get; init; }

    /// <summary>As they call the file.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the kept file; null: it is still to be fetched.</summary>
    public string? Document { get; init; }

    /// <summary>Null: not said yet.</summary>
    public ListUse? Use { get; init; }

    /// <summary>Of which programme; null: not said yet.</summary>
    public string? Programme { get; init; }

    /// <summary>Null: not said yet.</summary>
    public Period? Period { get; init; }

    /// <summary>What is said of columns besides, by <see cref="ColumnMeanings.KeyOf"/>.</summary>
    public ImmutableDictionary<string, Holds> Columns { get; init; } = ImmutableDictionary<string, Holds>.Empty;

    /// <summary>The columns as they were shown last.</summary>
    public ImmutableArray<ListColumn> Shown { get; init; } = [];

    /// <summary>SHA-256 of the file as it was shown; null: it was not.</summary>
    public string? File { get; init; }

    /// <summary>What would become of it when it was shown; it must still be so. Null: there was no list before.</summary>
    public string? Before { get; init; }

    /// <summary>They have seen it and said yes.</summary>
    public bool IsConfirmed { get; init; }

    public override string ToString() => $"BroughtList, {Use}";
}

/// <summary>What became of a list.</summary>
public enum ListFate
{
    /// <summary>It cannot be read, or not be taken in.</summary>
    Refused,

    /// <summary>It says nothing that is not known: nothing changes.</summary>
    SameAgain,

    /// <summary>It can be taken in.</summary>
    CanCome,

    TakenIn,
}
