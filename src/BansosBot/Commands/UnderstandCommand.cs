using System.CommandLine;
using BansosBot.Commands.Understand;
using BansosBot.Conversations;
using BansosBot.Domain.Understanding;
using BansosBot.Programmes;

namespace BansosBot.Commands;

/// <summary>Reads a phrase, or a list of them, as the bot would, and says what it understood. Nothing is stored or sent.</summary>
/// <example><c>bansosbot understand "bansos sy kpn cair"</c></example>
internal static class UnderstandCommand
{
    public static Command New(Call call)
    {
        var text = new Argument<string[]>("TEXT") { Description = "What a person wrote.", Arity = ArgumentArity.ZeroOrMore };
        var file = new Option<string?>("--file")
        {
            HelpName = "CSV",
            Description = "A list with a column text, and if it has them language and intent (what is meant).",
        };
        var json = new Option<bool>("--json") { Description = "With --file: for scripts." };
        var phrases = new Option<bool>("--phrases") { Description = "With --file: also the phrases that were taken wrongly or asked about." };
        var command = new Command(
            "understand",
            """
            Says what the bot understands of a phrase: intent, place, programme, and each word with its concept.

            With --file it reads a list and, where the list says what is meant, counts how many were right at once, how many
            were wrong without asking, and of how many the bot asks. Words and rules: src/BansosBot.Domain/Understanding/Data;
            words of the office's own programmes: "called" in the files of Programmes:Path.
            Examples: bansosbot understand "bansos sy kpn cair"    bansosbot understand --file phrases.csv --json
            """)
        {
            text,
            file,
            json,
            phrases,
        };
        command.SetAction(parsed => Run(call, string.Join(' ', parsed.GetValue(text) ?? []), parsed.GetValue(file), parsed.GetValue(json), parsed.GetValue(phrases)));
        return command;
    }

    private static int Run(Call call, string text, string? file, bool isJson, bool isPhraseShown)
    {
        if (string.IsNullOrWhiteSpace(text) == string.IsNullOrEmpty(file) || (file is null && (isJson || isPhraseShown)))
            throw new WrongUseException(["understand: a phrase, or --file with a list; --json and --phrases go with --file. Example: bansosbot understand \"bansos sy kpn cair\""]);
        var book = BookOf(call);
        if (file is null)
        {
            foreach (var line in Explanation.Of(book, text)) call.Out.WriteLine(line);
            return Verbs.Done;
        }

        var read = ReadList.Of(book, PhraseFile.Read(file));
        if (isJson) call.Out.WriteLine(read.ToJson());
        else
            foreach (var line in read.Lines(isPhraseShown)) call.Out.WriteLine(line);
        return Verbs.Done;
    }

    private static PhraseBook BookOf(Call call)
    {
        var files = ProgrammeFiles.Read(call.MustSettings().ProgrammesPath);
        if (!files.Mistakes.IsEmpty) throw new WrongUseException(files.Mistakes.Select(m => m.ToString()));
        return Reception.WordsOf(files.All);
    }
}
