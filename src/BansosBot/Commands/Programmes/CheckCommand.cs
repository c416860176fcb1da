using System.CommandLine;

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
            Composition.Of(settings);
            call.Notes.WriteLine("No mistakes.");
            return Verbs.Done;
        }
        catch (WrongUseException e)
        {
            call.Out.WriteLine(e.Message);
            return Verbs.Failed;
        }
    }
}
