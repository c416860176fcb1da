using System.CommandLine;

namespace BansosBot.Commands.Import;

/// <summary>Shows who came, left and changed between the list that holds and the one before it.</summary>
/// <example><c>bansosbot import difference</c></example>
internal static class DifferenceCommand
{
    public static Command New(Call call)
    {
        var options = new ListOptions();
        var command = new Command(
            "difference",
            """
            Shows the list that holds beside the one before it: how many came, left and changed, and why, and some of the rows.

            No name or number is shown whole. Example: bansosbot import difference
            """)
        {
            options.Programme,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var programme = options.ProgrammeIn(parsed);
            await using var place = await ListPlace.OpenAsync(call, makesStore: false, stop) ?? throw new FailedException("There is no list yet. Example: bansosbot import bnba daftar.xlsx");
            ListOptions.MustKnow(place.Talk, programme);
            foreach (var line in await place.Desk.DifferenceAsync(programme, stop)) await call.Out.WriteLineAsync(line);
            return Verbs.Done;
        });
        return command;
    }
}
