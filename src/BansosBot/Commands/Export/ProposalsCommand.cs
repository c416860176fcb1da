using System.CommandLine;
using BansosBot.Proposals;
using BansosBot.Web;

namespace BansosBot.Commands.Export;

/// <summary>Writes the file of a complete batch of proposals, for the ministry.</summary>
/// <example><c>bansosbot export proposals usulan.xlsx</c></example>
internal static class ProposalsCommand
{
    private const string Example = "Example: bansosbot export proposals usulan.xlsx";

    public static Command New(Call call)
    {
        var file = new Argument<string>("FILE") { Description = "The workbook (.xlsx) to write; one that is there already is not written over." };
        var batch = new BatchOption("Which batch, such as YAPI-U-2026-001; without it, the latest.");
        var columns = new Option<string?>("--columns") { HelpName = "FILE", Description = $"Which columns: a line heading;source;values each. Without it, PROGRAMME{ColumnsFile.Ending} beside the programme files." };
        var command = new Command(
            "proposals",
            $"""
            Writes the batch that the head of the office has signed, once all of its cases are through: a row for each child, and a
            second sheet with number, count, SHA-256 and the head of the audit log. It is in the log.

            The file holds whole numbers and names. It is readable by this user only; hand it on encrypted. {Example}
            """)
        {
            file,
            batch.Option,
            columns,
        };
        command.SetAction((parsed, stop) => RunAsync(
            call, new(Path.GetFullPath(parsed.GetValue(file)!), batch.In(parsed), parsed.GetValue(columns) is { } given ? Path.GetFullPath(given) : null), stop));
        return command;
    }

    private static async Task<int> RunAsync(Call call, ExportAsk ask, CancellationToken stop)
    {
        if (!ask.Path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)) throw new WrongUseException([$"export proposals: FILE ends in .xlsx. {Example}"]);
        await using var place = await StorePlace.OpenAsync(call, makesStore: false, stop) ?? throw new FailedException("There is no data yet, so no batch was signed.");
        var told = place is { Store: { } store, Parts: { } parts }
            ? await new ExportDesk(new(store, parts.Talk, place.Settings.ProgrammesPath, call.Clock), place.Word).ExportAsync(ask, stop)
            : await BotCall.AskAsync<ExportAsk, ExportTold>(place.Bot!, ExportSite.Proposals, ask, call.Notes.WriteLineAsync, "No file was handed over unless it says otherwise.", stop);
        foreach (var line in told.Lines) await (told.Code == Verbs.Done ? call.Out : call.Notes).WriteLineAsync(line);
        return told.Code;
    }
}

/// <summary>A file, as it is asked for.</summary>
/// <param name="Path">The whole path.</param>
/// <param name="Batch">Null: the latest.</param>
/// <param name="Columns">The whole path; null: the programme's own.</param>
internal sealed record ExportAsk(string Path, string? Batch, string? Columns);

/// <summary>What became of it.</summary>
/// <param name="Code">The verb's exit code.</param>
internal sealed record ExportTold(int Code, IReadOnlyList<string> Lines);
