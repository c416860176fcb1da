using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Staff;

/// <summary>What is late somewhere, counted: nothing of it names anybody.</summary>
/// <param name="Counts">Where none is late there is no count.</param>
/// <param name="Longest">Numbers of those that are late the longest, that one first.</param>
public sealed record LateCases(ImmutableArray<LateCount> Counts, ImmutableArray<string> Longest)
{
    /// <summary>So many numbers are read to the end.</summary>
    public const int LongestMax = 10;

    public static readonly LateCases None = new([], []);

    public int Total => Counts.Sum(c => c.Cases);
}

/// <summary>So many cases of a kecamatan are late at a stage.</summary>
public sealed record LateCount(Stage Stage, Kecamatan Kecamatan, int Cases);
