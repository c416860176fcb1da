using System.Collections.Concurrent;

namespace BansosBot.Simulation.City;

/// <summary>Every line that the program logs, at any level.</summary>
internal sealed class LogBook : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> lines = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));

    /// <summary>Reads what came since the last time.</summary>
    public void Read(Checks checks, IReadOnlyCollection<string> planted)
    {
        while (lines.TryDequeue(out var entry))
        {
            checks.Holds(Invariant.LogsBearNobody, planted.FirstOrDefault(p => entry.Line.Contains(p, StringComparison.OrdinalIgnoreCase)) is null, () => $"a line bears personal data: {entry.Line}");
            checks.Holds(Invariant.NoErrors, entry.Level < LogLevel.Error, () => entry.Line);
        }
    }

    public void Dispose()
    {
    }
}
