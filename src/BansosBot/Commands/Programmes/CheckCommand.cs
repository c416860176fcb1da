using System.Collections.Immutable;
using System.CommandLine;
using BansosBot.Domain;
using BansosBot.Texts;
using BansosBot.Texts.Linting;

namespace BansosBot.Commands.Programmes;

/// <summary>Reads the programme files and all sentences, and names each mistake with its file and line.</summary>
/// <example><c>bansosbot programmes check --Programmes:Path=/srv/bansosbot/programmes</c></example>
internal static class CheckCommand
{
    public static Command New(Call call)
    {
        var command = new Command("check", "Reads the programme files and names every mistake with its file and line. Exit code 1 where there is one.");
        command.SetAction(_ => Run(call));
        return command;
    }

    private static int Run(Call call)
    {
        var settings = call.MustSettings();
        try
        {
            var mistakes = Sentences(Composition.Of(settings).Book);
            foreach (var mistake in mistakes) call.Out.WriteLine(mistake);
            if (!mistakes.IsEmpty) return Verbs.Failed;
            call.Notes.WriteLine("No mistakes.");
            return Verbs.Done;
        }
        catch (WrongUseException e)
        {
            call.Out.WriteLine(e.Message);
            return Verbs.Failed;
        }
    }

    /// <summary>What a person could not read well, in any file, and what the program's own texts lack in English.</summary>
    internal static ImmutableArray<TextMistake> Sentences(TextBook book) =>
        [.. Linter.Check(book), .. Linter.Untranslated(book, Language.English, own: key => !key.StartsWith("Programme.", StringComparison.Ordinal) && !key.StartsWith("Question.", StringComparison.Ordinal))];
}
