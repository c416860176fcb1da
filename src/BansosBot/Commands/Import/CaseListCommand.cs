using BansosBot.Lists;
using System.CommandLine;
using BansosBot.Conversations;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Ministry;
using BansosBot.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace BansosBot.Commands.Import;

/// <summary>Lists that come back and move cases: shows what would move and what does not match, and moves the cases once that is confirmed.</summary>
/// <example><c>bansosbot import answer jawaban.xlsx</c>, <c>bansosbot import payments tahap-2.xlsx --period 2025/2</c></example>
internal static class CaseListCommand
{
    public static Command Answer(Call call)
    {
        var batch = new BatchOption("Of which batch; without it, whichever its children are of.");
        return New(
            call, ListUse.Answer, batch, "answer",
            """
            Reads the ministry's answer: NIK, name, result (disetujui, ditolak), the reason, and the number of case or batch where it names one.
            Each child of a complete batch is moved, and its family told, once; a row that does not fit in every part moves nobody.

            The same file again changes nothing. No number is shown whole. Example: bansosbot import answer jawaban.xlsx
            """);
    }

    public static Command Payments(Call call) => New(
        call, ListUse.Payments, null, "payments",
        """
        Reads a list of payments: NIK, name, tahap, months, paid or gagal salur with its cause, amount, until when and where to fetch.
        The first that came makes a case active; the family is told of each tahap once, and of one that failed what to do.

        The same file again changes nothing. No number is shown whole. Example: bansosbot import payments tahap-2.xlsx --period 2025/2
        """);

    private static Command New(Call call, ListUse use, BatchOption? batch, string name, string description)
    {
        var (options, columns) = (new ListOptions(), new ColumnOption());
        var file = new Argument<string>("FILE") { Description = "An Excel workbook (.xlsx) or CSV." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Reads and shows; no case moves." };
        var yes = new Option<bool>("--yes") { Description = "Moves them without asking." };
        var command = new Command(name, description) { file, dryRun, yes, options.Programme, columns.Option };
        if (batch is not null) command.Add(batch.Option);
        else command.Add(options.Period);
        command.SetAction((parsed, stop) =>
        {
            var period = batch is null ? options.PeriodIn(parsed, call) : new(call.Today().Year, null);
            var ask = new CaseListAsk(use, Path.GetFullPath(parsed.GetValue(file)!), options.ProgrammeIn(parsed), batch?.In(parsed), period.Year, period.Round, columns.In(parsed));
            return RunAsync(call, ask, parsed.GetValue(dryRun), parsed.GetValue(yes), stop);
        });
        return command;
    }

    private static async Task<int> RunAsync(Call call, CaseListAsk ask, bool isDryRun, bool isConfirmed, CancellationToken stop)
    {
        await using var place = await StorePlace.OpenAsync(call, makesStore: false, stop) ?? throw new FailedException("There is no data yet, so no case can move.");
        ListOptions.MustKnow(place.Parts.Talk, ask.Programme);
        var first = new ShownFirst(call, place.Word, ask.Path, isDryRun, isConfirmed, IsJson: false, "CaseList.Confirm", "CaseList.NotConfirmed", "CaseList.NothingMoved");
        if (place.Store is { } store)
        {
            var turn = new Turn(place.Parts.Talk, store, () => Room.Plenty, call.Clock, NullLogger<Turn>.Instance);
            var desk = new CaseListDesk(new CaseListImport(store, place.Parts.Talk, turn, call.Clock), place.Word);
            return await first.RunAsync(() => desk.ShowAsync(ask, stop), shown => desk.TakeInAsync(ask, shown, call.Notes.WriteLineAsync, stop), stop);
        }

        Task<ListShown> AskAsync(bool takesIn, ListShown? shown) =>
            BotCall.AskAsync<CaseListRequest, ListShown>(place.Bot!, ImportSite.Cases, new(ask, takesIn, shown is null ? null : shown with { Lines = [] }), call.Notes.WriteLineAsync, "Some cases may have moved; the same list again moves the others.", stop);
        return await first.RunAsync(() => AskAsync(takesIn: false, null), shown => AskAsync(takesIn: true, shown), stop);
    }
}
