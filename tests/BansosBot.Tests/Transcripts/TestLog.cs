using Microsoft.Extensions.Logging;

namespace BansosBot.Tests.Transcripts;

/// <summary>Shows warnings and errors of the program in the test's output.</summary>
internal sealed class TestLog : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        if (IsEnabled(logLevel)) TestContext.Current.TestOutputHelper?.WriteLine(formatter(state, exception));
    }

    public void Dispose()
    {
    }
}
