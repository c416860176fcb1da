using System.Collections.Immutable;

namespace BansosBot.Domain.Proposals;

/// <summary>A column of the list that goes to the ministry: its heading, and what of a case stands in it.</summary>
/// <param name="Source">One of <see cref="Facts"/>, or <see cref="OfAnswer"/> and the name of a step of the programme's form.</param>
/// <param name="Values">What is written in place of a choice, by its name; what is not in it is written as it is called. Empty: all of them.</param>
/// <param name="Fixed">The same in every row, of <see cref="FixedText"/>; null for all others.</param>
public sealed record ProposalColumn(string Heading, string Source, ImmutableDictionary<string, string> Values, string? Fixed = null)
{
    /// <summary>Before the name of a step: <c>answer:relation</c>.</summary>
    public const string OfAnswer = "answer:";

    /// <summary>The office fills it in by hand.</summary>
    public const string Nothing = "empty";

    public const string FixedText = "fixed";

    /// <summary>What can stand in a column besides answers.</summary>
    public static ImmutableArray<string> Facts { get; } =
    [
        "row", "batch", "number", "child_name", "child_nik", "kk", "birth_date", "age", "street", "rt", "rw", "kelurahan", "kelurahan_code", "kecamatan", "submitted_on", "verified_on", "verified_by", FixedText, Nothing,
    ];

    /// <summary>The step whose answer stands in it; null: it is no answer's.</summary>
    public string? Step => Source.StartsWith(OfAnswer, StringComparison.Ordinal) ? Source[OfAnswer.Length..] : null;
}
