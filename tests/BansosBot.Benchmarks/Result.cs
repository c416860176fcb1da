namespace BansosBot.Benchmarks;

/// <summary>What one run came to.</summary>
internal sealed record Result(double PerSecond, bool IsWhole);
