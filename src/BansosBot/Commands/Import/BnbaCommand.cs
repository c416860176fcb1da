using BansosBot.Lists;
using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using BansosBot.Domain;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Registry;

namespace BansosBot.Commands.Import;

/// <summary>Reads a list of recipients (BNBA), shows what would come in and what was done with each row, and takes it in once that is confirmed.</summary>
/// <example><c>bansosbot import bnba daftar.xlsx</c></example>
internal static class BnbaCommand
{
    private const string Example = "Example: bansosbot import bnba daftar.xlsx --dry-run";

    public static Command New(Call call)
    {
        var options = new ListOptions();
        var file = new Argument<string>("FILE") { Description = "An Excel workbook (.xlsx) or CSV, as SIKS-NG or the city writes it." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Reads and shows; the registry stays as it is." };
        var before = new Option<string?>("--before") { HelpName = "FILE", Description = "With --dry-run: the list to compare with, instead of the one that holds." };
        var yes = new Option<bool>("--yes") { Description = "Takes it in without asking." };
        var json = new Option<bool>("--json") { Description = "For scripts: counts, and a row for each note." };
        var columns = new ColumnOption();
        var command = new Command(
            "bnba",
            $"""
            Reads a list of recipients by name and address and shows the preview: columns, counts, and what was done with which row.
            Who types "{ShownFirst.Yes}" then makes it the list that holds: residents find themselves on it, and no more on the one before.

            No name or number is shown whole. {Example}
            """)
        {
            file,
            dryRun,
            yes,
            before,
            options.Programme,
            options.Period,
            columns.Option,
            json,
        };
        command.SetAction((parsed, stop) =>
        {
            var (programme, period) = (options.ProgrammeIn(parsed), options.PeriodIn(parsed, call));
            var ask = new ListAsk(Path.GetFullPath(parsed.GetValue(file)!), programme, period.Year, period.Round, columns.In(parsed));
            var asked = new Asked(ask, parsed.GetValue(dryRun), parsed.GetValue(yes), parsed.GetValue(json));
            return parsed.GetValue(before) is { } other ? Task.FromResult(CompareFiles(call, asked, other)) : RunAsync(call, asked, stop);
        });
        return command;
    }

    private sealed record Asked(ListAsk List, bool IsDryRun, bool IsConfirmed, bool IsJson);

    private static async Task<int> RunAsync(Call call, Asked asked, CancellationToken stop)
    {
        if (asked is { IsJson: true, IsDryRun: false, IsConfirmed: false }) throw new WrongUseException([$"import bnba: --json asks nothing; add --yes, or --dry-run. {Example}"]);
        await using var place = await ListPlace.OpenAsync(call, makesStore: !asked.IsDryRun, stop);
        if (place is null) return CompareFiles(call, asked, before: null);
        ListOptions.MustKnow(place.Talk, asked.List.Programme);
        return await new ShownFirst(call, place.Word, asked.List.Path, asked.IsDryRun, asked.IsConfirmed, asked.IsJson, "ListImport.Confirm", "ListImport.NotConfirmed", "ListPreview.NothingStored")
            .RunAsync(() => place.Desk.ShowAsync(asked.List, stop), shown => place.Desk.TakeInAsync(asked.List, shown, call.Notes.WriteLineAsync, stop), stop);
    }

    /// <summary>Without a registry: two files, or one for itself. The hashes live as long as this call, with a key that nobody keeps.</summary>
    private static int CompareFiles(Call call, Asked asked, string? before)
    {
        if (!asked.IsDryRun) throw new WrongUseException([$"import bnba: --before goes with --dry-run only. {Example}"]);
        var settings = call.MustSettings();
        var (talk, wording, _) = Composition.Of(settings);
        var now = call.Clock.GetUtcNow();
        var today = talk.Office.DayOf(now);
        var meanings = new ColumnMeanings(asked.List.Columns);
        var key = RandomNumberGenerator.GetBytes(32);
        var list = Read(asked.List.Path);
        var compared = Comparison.Of(list, before is null ? [] : [.. Read(before).Rows.Select(r => RowKeys.Of(r, Hash, today))], Hash, today);
        if (asked.IsJson) call.Out.WriteLine(ListPreview.Json(list, compared));
        else
            foreach (var line in (Say[])[.. ListPreview.Lines(list, compared, showsColumns: true), new("ListPreview.NothingStored")]) call.Out.WriteLine(Word(line));
        return Verbs.Done;

        string Word(Say say) => wording.Render(say, Language.Indonesian, now).Text;
        string Hash(string use, string value) => Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{use}\n{value}")));
        ReadList Read(string path) => ListFile.Read(new ListSource.OnDisk(path), today, meanings) switch
        {
            Outcome<ListInFile>.Ok ok => ok.Value.List,
            Outcome<ListInFile>.No no => throw new FailedException($"{Path.GetFileName(path)}: {Word(no.Why.Sentence)}"),
            _ => throw new InvalidOperationException(),
        };
    }
}
