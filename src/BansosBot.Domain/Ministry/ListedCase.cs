using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Domain.Ministry;

/// <summary>What a list that came back says of one case: the ministry's decision, or a payment.</summary>
/// <param name="Case">Its id.</param>
public sealed record ListedCase(string Case)
{
    /// <summary>Null: the list is about payments.</summary>
    public Ruling? Ruling { get; init; }

    /// <summary>Why it was refused, in the ministry's words; null: it gives no reason.</summary>
    public string? Why { get; init; }

    /// <summary>Null: the list is about decisions.</summary>
    public CasePayment? Payment { get; init; }

    internal Doing Doing() => this switch
    {
        { Payment: { } payment } => new Doing.RecordPayment(payment),
        { Ruling: Registry.Lists.Ruling.Approved } => new Doing.RecordApproval(),
        _ => new Doing.RecordMinistryRefusal(Why ?? ""),
    };

    public override string ToString() => $"ListedCase {Case}";
}

/// <summary>Why a row moves nothing; said by the text <c>Mismatch.</c> + its name.</summary>
public enum Mismatch
{
    /// <summary>No case of this child is where the list speaks of.</summary>
    NoSuchChild,

    /// <summary>The NIK is known, under a name that is quite another.</summary>
    OtherName,

    /// <summary>The row names the number of another case.</summary>
    OtherNumber,

    /// <summary>The row names a batch that the child is not of, or not any more.</summary>
    OtherBatch,

    /// <summary>The child was proposed twice, and the row names no batch.</summary>
    WhichBatch,

    /// <summary>Nothing is decided yet, or not readably.</summary>
    NoResult,

    /// <summary>It was decided otherwise before.</summary>
    OtherResult,

    /// <summary>The case is at another stage.</summary>
    OtherStage,

    /// <summary>No tahap is named.</summary>
    NoRound,

    /// <summary>Two cases of this child run.</summary>
    TwoCases,

    /// <summary>Two rows tell of the same payment, and not the same.</summary>
    TwoPayments,
}

/// <summary>A row that moves nothing, for a person to look at.</summary>
/// <param name="At">Null: the case is at no stage of which it is said.</param>
public sealed record Unmatched(RowAt Row, Registry.Nik Nik, Mismatch Why, Stage? At = null);

/// <summary>What a list that came back would do.</summary>
/// <param name="Moves">In the order of the list.</param>
/// <param name="Already">Rows that say what is known: the same list again is all of these.</param>
/// <param name="Unmatched">Rows that do nothing.</param>
public sealed record CaseListPlan(ImmutableArray<ListedCase> Moves, int Already, ImmutableArray<Unmatched> Unmatched);
