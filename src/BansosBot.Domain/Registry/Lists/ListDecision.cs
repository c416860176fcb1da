namespace BansosBot.Domain.Registry.Lists;

/// <summary>What a list leaves to a person.</summary>
public enum Undecided
{
    /// <summary>Two rows may be one person: never made one in silence.</summary>
    Lookalike,

    /// <summary>A row was held back: a spreadsheet may have rounded its NIK, say. It is not on the list.</summary>
    HeldBack,
}

/// <summary>A decision about a list that waits for a person. It names nobody.</summary>
/// <param name="List">Id of the list.</param>
/// <param name="Number">Within the list, from 1.</param>
/// <param name="At">Where it stands in the file.</param>
/// <param name="Rule">Why it waits.</param>
public sealed record ListDecision(string List, int Number, Undecided What, RowAt At, ListRule Rule)
{
    /// <summary>Its row of the list; null: it is not on it.</summary>
    public int? Row { get; init; }

    /// <summary>Id of the list of the other row; null: there is none.</summary>
    public string? OtherList { get; init; }

    /// <summary>The row that it resembles; null: none.</summary>
    public int? OtherRow { get; init; }

    public override string ToString() => $"ListDecision {List}:{Number}, {What}";
}
