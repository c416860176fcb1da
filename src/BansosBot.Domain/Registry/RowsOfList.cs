using System.Collections.Immutable;
using BansosBot.Domain.Applications;

namespace BansosBot.Domain.Registry;

/// <summary>The next rows of a list of recipients, with what is known here of whom they name.</summary>
/// <param name="List">Id of the list.</param>
/// <param name="After">Rows behind this number; 0: from the first.</param>
public sealed record RowsQuery(string List, int After)
{
    /// <summary>At most so many: each may become a case, and between two commits people are answered.</summary>
    public const int Most = 50;
}

/// <summary>Rows of a list.</summary>
/// <param name="Rows">In the order of their numbers; empty: there are no more.</param>
public sealed record RowsOfList(RecipientList List, ListState State, ImmutableArray<PersonOfList> Rows);

/// <summary>A row, and the cases of whom it names in the programme of its list.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Person">Null: the row does not open.</param>
/// <param name="Cases">Where each of their cases stands; empty: there is none.</param>
public sealed record PersonOfList(int Row, Recipient? Person, ImmutableArray<Stage> Cases);
