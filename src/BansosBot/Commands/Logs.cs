using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace BansosBot.Commands;

/// <summary>Logs on the error stream: one line each, our own at Information, the libraries' from Warning on.</summary>
internal static class Logs
{
    private const string Ours = "BansosBot";

    public static ILoggerFactory ToErrorStream(LogLevel ours) => LoggerFactory.Create(logging => Set(logging, ours));

    public static void Set(ILoggingBuilder logging, LogLevel ours)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter(Ours, ours);
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);               // says with a stack trace what we say in a line
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);       // its keys are for cookies only: libraries facts
        logging.AddConsole(console =>
        {
            console.FormatterName = LineFormatter.FormatterName;
            console.LogToStandardErrorThreshold = LogLevel.Trace;
        });
        logging.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
    }

    /// <summary>Of an exception the type only: its text could bear what somebody wrote.</summary>
    private sealed class LineFormatter() : ConsoleFormatter(FormatterName)
    {
        public const string FormatterName = "bansosbot";

        public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
        {
            var at = TimeProvider.System.GetUtcNow();
            var text = logEntry.Formatter(logEntry.State, null).ReplaceLineEndings(" ");
            var why = logEntry.Exception is { } e ? $" [{e.GetType().Name}]" : "";
            textWriter.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd'T'HH:mm:ss'Z'} {Level(logEntry.LogLevel)} {text}{why}"));
        }

        private static string Level(LogLevel level) => level switch
        {
            LogLevel.Critical or LogLevel.Error => "ERROR",
            LogLevel.Warning => "warning",
            _ => "info",
        };
    }
}
