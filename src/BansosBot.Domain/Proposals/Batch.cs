using System.Collections.Immutable;

namespace BansosBot.Domain.Proposals;

/// <summary>Cases that are proposed to the ministry together: which, and in which order, is settled once, when the head of the office signs.</summary>
/// <remarks>It is one small commit; the cases follow in portions, and a stop in between loses none of them (docs/decisions/0043).</remarks>
public sealed record Batch
{
    /// <summary>So many cases are led on in one commit, between which people are answered.</summary>
    public const int Portion = 50;

    /// <summary><c>YAPI-U-2026-001</c>: the programme's letters, U for usulan, the year of signing, counted from 1. Also its id.</summary>
    public required string Number { get; init; }

    /// <summary>Counts its commits; 0: new.</summary>
    public long Revision { get; init; }

    /// <summary>What it is a list of.</summary>
    public BatchOf Of { get; init; }

    public required string Programme { get; init; }

    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>Id of the officer who signed.</summary>
    public required string By { get; init; }

    /// <summary>Ids of its cases, in the programme's written order.</summary>
    public required ImmutableArray<string> Cases { get; init; }

    /// <summary>How many of them were looked at since; all of them: it is complete.</summary>
    public int Moved { get; init; }

    /// <summary>Ids of those that are not proposed after all: taken back meanwhile, or of the signer's own household.</summary>
    public ImmutableArray<string> Left { get; init; } = [];

    public bool IsComplete => Moved == Cases.Length;

    /// <summary>Those that are proposed, in order, as far as it has come.</summary>
    public IEnumerable<string> Proposed() => Cases.Take(Moved).Except(Left);

    /// <summary>The next ones.</summary>
    public ImmutableArray<string> Next() => [.. Cases.Skip(Moved).Take(Portion)];

    /// <param name="sequence">In the year and programme, from 1.</param>
    public static string NumberOf(string prefix, int year, int sequence) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}-U-{year}-{sequence:D3}");

    /// <summary>The same of a list of interests, M for minat: <c>KJP-M-2026-001</c>.</summary>
    public static string NumberOfInterests(string prefix, int year, int sequence) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}-M-{year}-{sequence:D3}");
}

/// <summary>What a batch is a list of.</summary>
public enum BatchOf
{
    /// <summary>Cases that are proposed to the ministry.</summary>
    Proposals,

    /// <summary>Interests, from which the list of recipients of something that others give is made. It moves no case.</summary>
    Interests,
}

/// <summary>What could be proposed of a programme now.</summary>
/// <param name="Cases">Ids of those that are endorsed, in the written order; at most <see cref="Most"/>.</param>
/// <param name="Ahead">How many stand before the last of these and are not endorsed yet: they come with a later batch.</param>
/// <param name="QuotaUsed">Places that are taken.</param>
/// <param name="Prefix">Letters before its cases' numbers; null: it has none yet.</param>
/// <param name="Batches">All so far, the newest last.</param>
public sealed record Proposable(ImmutableArray<string> Cases, int Ahead, int QuotaUsed, string? Prefix, ImmutableArray<Batch> Batches)
{
    /// <summary>A batch is a list that a person signs and a ministry reads.</summary>
    public const int Most = 2_000;

    public static readonly Proposable Nothing = new([], 0, 0, null, []);
}
