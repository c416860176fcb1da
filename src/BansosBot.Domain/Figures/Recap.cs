using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Figures;

/// <summary>Who reads a recap.</summary>
public enum RecapFor
{
    /// <summary>Who works here: every number as it is.</summary>
    Staff,

    /// <summary>Anybody: small numbers are hidden, the others rounded.</summary>
    Public,
}

/// <summary>The figures of an area at one instant, as they are told, drawn and written into a sheet.</summary>
/// <remarks>What anybody may read has no number under <see cref="ShownFrom"/>, and is rounded, so that no small one can be worked out from a sum.</remarks>
/// <param name="Area">Kecamatan; never empty.</param>
/// <param name="Cells">One for each kecamatan and each stage of <see cref="OpenWork.Counted"/>.</param>
public sealed record Recap(DateTimeOffset At, RecapFor For, ImmutableArray<Kecamatan> Area, ImmutableArray<Figure> Cells)
{
    /// <summary>The issue: "cells under five hidden in anything public".</summary>
    public const int ShownFrom = 5;

    /// <summary>Cells of open work.</summary>
    public IEnumerable<Figure> Open => Cells.Where(c => c.Stage != Stage.Active);

    /// <summary>Families that aid is paid to now.</summary>
    public int Active => Cells.Where(c => c.Stage == Stage.Active).Sum(c => c.Open);

    public bool IsOfWholeCity => Area.Length == Wilayah.AllKecamatan.Length;

    public Sums Total => Sums.Of(Open);

    public Sums Of(Kecamatan kecamatan) => Sums.Of(Open.Where(c => c.Kecamatan == kecamatan));

    public Sums Of(Stage stage) => Sums.Of(Open.Where(c => c.Stage == stage));

    public Sums Of(Kecamatan kecamatan, Stage stage) => Sums.Of(Open.Where(c => c.Kecamatan == kecamatan && c.Stage == stage));

    /// <summary>The number as whoever reads it may see it; null: it is hidden.</summary>
    public int? Shown(int n) =>
        For == RecapFor.Staff || n == 0 ? n
        : n < ShownFrom ? null
        : (n + (ShownFrom / 2)) / ShownFrom * ShownFrom;

    public bool Equals(Recap? other) => other is not null && (At, For) == (other.At, other.For) && Area.AsSpan().SequenceEqual(other.Area.AsSpan()) && Cells.AsSpan().SequenceEqual(other.Cells.AsSpan());

    public override int GetHashCode() => HashCode.Combine(At, For, Cells.Length);
}

/// <summary>Several figures together.</summary>
public readonly record struct Sums(int Open, int Late, int Done)
{
    internal static Sums Of(IEnumerable<Figure> cells) => cells.Aggregate(default(Sums), (s, c) => new(s.Open + c.Open, s.Late + c.Late, s.Done + c.Done));

    public bool IsNothing => this == default;
}
