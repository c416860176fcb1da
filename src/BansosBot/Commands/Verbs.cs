using System.CommandLine;
using System.Diagnostics;
using BansosBot.Domain.Reading;
using BansosBot.Configuration;
using BansosBot.Storage;
using BansosBot.Storage.Keys;

namespace BansosBot.Commands;

/// <summary>All verbs; what comes out of them as exit codes and lines, never as a stack trace.</summary>
internal static class Verbs
{
    public const int Done = 0, Failed = 1, WrongUse = 2;

    private const int WordShownMax = 20;

    public static async Task<int> RunAsync(IReadOnlyList<string> words, Call call)
    {
        var parsed = Root(call).Parse(words);
        if (parsed.Errors.Count > 0) return Refuse(parsed, call);
        try
        {
            // No handler of its own: it prints stack traces. No time-out: the host stops on SIGTERM by itself.
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = call.Out, Error = call.Notes });
        }
        catch (WrongUseException e)
        {
            await call.Notes.WriteLineAsync(e.Message);
            return WrongUse;
        }
        catch (Exception e) when (e is FailedException or KeyFolderException or StoreBusyException or StoreBrokenException)
        {
            await call.Notes.WriteLineAsync(e.Message.ReplaceLineEndings(" "));
            return Failed;
        }
        catch (Exception e)     // a mistake of ours: its place, not its text, which could bear what somebody wrote
        {
            var at = new StackTrace(e).GetFrames().Select(f => f.GetMethod()).FirstOrDefault(m => m?.DeclaringType?.FullName?.StartsWith("BansosBot", StringComparison.Ordinal) == true);
            await call.Notes.WriteLineAsync($"A mistake in the program: {e.GetType().Name} in {at?.DeclaringType?.Name}.{at?.Name}. What was acknowledged is safe. Please report this line.");
            return Failed;
        }
    }

    private static RootCommand Root(Call call)
    {
        var root = new RootCommand(
            """
            BansosBot, the chat bot of the social-affairs office. Without a verb it runs the bot.

            Settings: appsettings.json in the working directory, the environment (Telegram__Token), or the command
            line (--Telegram:Token=...); see appsettings.example.json. `bansosbot doctor` looks at all of them.
            Exit codes: 0 done, 1 failed, 2 wrong use or configuration.
            """)
        {
            RunCommand.New(call),
            ChatCommand.New(call),
            new Command("programmes", "The programme files: which aid exists, for whom, what is asked.") { Programmes.CheckCommand.New(call), Programmes.TryCommand.New(call) },
            new Command("audit", "The audit log: a hash chain of acts on cases, consent and personal data.") { Audit.VerifyCommand.New(call) },
            InviteCommand.New(call),
            new Command("import", "Lists that come from outside: shows what would come in, and takes it in once that is confirmed.") { Import.BnbaCommand.New(call), Import.DifferenceCommand.New(call), Import.CaseListCommand.Answer(call), Import.CaseListCommand.Payments(call) },
            new Command("export", "Lists that go out, each with its place in the log.") { Export.ProposalsCommand.New(call) },
            UnderstandCommand.New(call),
            DoctorCommand.New(call),
        };
        root.SetAction((_, stop) => RunCommand.RunAsync(call, stop));
        return root;
    }

    // Our own words instead of the parser's, which print what was typed: it may be a token.
    private static int Refuse(ParseResult parsed, Call call)
    {
        var command = parsed.CommandResult.Command;
        var path = PathOf(command);
        if (parsed.UnmatchedTokens.Count == 0)
        {
            var verbs = command.Subcommands.Select(c => c.Name);
            call.Notes.WriteLine(command.Subcommands.Count > 0 ? $"{path}: which one? {string.Join(", ", verbs)}. Example: {path} {verbs.First()}" : $"{path}: {parsed.Errors[0].Message}");
            return WrongUse;
        }

        var isValue = false;
        foreach (var token in parsed.UnmatchedTokens)
        {
            if (token.StartsWith('-')) call.Notes.WriteLine($"{Option(token, command)} See {path} --help.");
            else if (!isValue) call.Notes.WriteLine($"{Word(token, command)} See {path} --help.");
            isValue = token.StartsWith('-') && !token.Contains('=', StringComparison.Ordinal);
        }

        return WrongUse;
    }

    private static string PathOf(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : "bansosbot";

    private static string Option(string token, Command command)
    {
        var name = token.Split('=')[0];
        var shown = SettingChecks.Shown(name);
        if (Nearest(name, [.. command.Options.Select(o => o.Name), "--help", "--version"]) is { } option) return $"{shown}: not an option; did you mean {option}?";
        return SettingNames.Meant(name.TrimStart('-')) is { } setting ? $"{shown}: not an option; did you mean --{setting}=...?" : $"{shown}: not an option.";
    }

    private static string Word(string token, Command command)
    {
        if (token.Length > WordShownMax || token.Contains(':', StringComparison.Ordinal)) return "There is a word too many.";
        return Nearest(token, command.Subcommands.Select(c => c.Name)) is { } verb ? $"{token}: not a command; did you mean {verb}?" : $"{token}: not a command.";
    }

    private static string? Nearest(string written, IEnumerable<string> names) =>
        names.Where(n => EditDistance.Within(2, n, written) is not null).MinBy(n => EditDistance.Between(n, written));
}
