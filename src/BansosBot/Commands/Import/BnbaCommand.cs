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
    private const string Example = "Example: bansosbot import bnba daftar.xlsx --dry-run", Yes = "ya";

    private static readonly string[] Meanings = [.. Enum.GetNames<Holds>().Where(n => n != nameof(Holds.Unknown)).Select(n => char.ToLowerInvariant(n[0]) + n[1..])];

    public static Command New(Call call)
    {
        var options = new ListOptions();
        var file = new Argument<string>("FILE") { Description = "An Excel workbook (.xlsx) or CSV, as SIKS-NG or the city writes it." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Reads and shows; the registry stays as it is." };
        var before = new Option<string?>("--before") { HelpName = "FILE", Description = "With --dry-run: the list to compare with, instead of the one that holds." };
        var yes = new Option<bool>("--yes") { Description = "Takes it in without asking." };
        var json = new Option<bool>("--json") { Description = "For scripts: counts, and a row for each note." };
        var columns = new Option<string[]>("--column") { HelpName = "HEADING=MEANING", Description = $"What a column holds where it was read wrongly; it is remembered. One of {string.Join(", ", Meanings)}." };
        var command = new Command(
            "bnba",
            $"""
            Reads a list of recipients by name and address and shows the preview: columns, counts, and what was done with which row.
            Who types "{Yes}" then makes it the list that holds: residents find themselves on it, and no more on the one before.

            No name or number is shown whole. {Example}
            """)
        {
            file,
            dryRun,
            yes,
            before,
            options.Programme,
            options.Period,
            columns,
            json,
        };
        command.SetAction((parsed, stop) =>
        {
            var (programme, period) = (options.ProgrammeIn(parsed), options.PeriodIn(parsed, call.Clock));
            var ask = new ListAsk(Path.GetFullPath(parsed.GetValue(file)!), programme, period.Year, period.Round, ColumnsOf(parsed.GetValue(columns) ?? []));
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
        ListOptions.MustKnow(place, asked.List.Programme);

        if (asked.IsDryRun) return await TellAsync(call, asked, await place.Desk.ShowAsync(asked.List, stop), place);
        if (asked.IsConfirmed) return await TellAsync(call, asked, await place.Desk.TakeInAsync(asked.List, shown: null, call.Notes.WriteLineAsync, stop), place);

        var shown = await place.Desk.ShowAsync(asked.List, stop);
        if (shown.Fate != ListFate.CanCome) return await TellAsync(call, asked, shown, place);
        foreach (var line in shown.Lines) await call.Out.WriteLineAsync(line);
        await call.Notes.WriteLineAsync(place.Word(new("ListImport.Confirm", ("ya", Yes))));
        if ((await call.In.ReadLineAsync(stop))?.Trim().Equals(Yes, StringComparison.OrdinalIgnoreCase) != true) throw new FailedException(place.Word(new("ListImport.NotConfirmed")));
        return await TellAsync(call, asked, await place.Desk.TakeInAsync(asked.List, shown, call.Notes.WriteLineAsync, stop) with { Lines = [] }, place);
    }

    /// <summary>Data on stdout; what could not be on stderr, with exit code 1.</summary>
    private static async Task<int> TellAsync(Call call, Asked asked, ListShown shown, ListPlace place)
    {
        if (shown.Fate == ListFate.Refused && (shown.Lines.Count == 0 || !asked.IsDryRun)) throw new FailedException($"{Path.GetFileName(asked.List.Path)}: {shown.Closing}");
        if (asked.IsJson) await call.Out.WriteLineAsync(shown.Json);
        else foreach (var line in shown.Lines) await call.Out.WriteLineAsync(line);
        var closing = shown.Closing.Length > 0 ? shown.Closing : place.Word(new("ListPreview.NothingStored"));
        await (asked.IsJson ? call.Notes : call.Out).WriteLineAsync(closing);
        return Verbs.Done;
    }

    /// <summary>Without a registry: two files, or one for itself. The hashes live as long as this call, with a key that nobody keeps.</summary>
    private static int CompareFiles(Call call, Asked asked, string? before)
    {
        if (!asked.IsDryRun) throw new WrongUseException([$"import bnba: --before goes with --dry-run only. {Example}"]);
        var settings = call.MustSettings();
        var wording = Composition.Of(settings).Wording;
        var now = call.Clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(settings.Office.TimeZone)).DateTime);
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
        ReadList Read(string path) => ListFile.Read(path, Path.GetFileName(path), today, meanings) switch
        {
            Outcome<ReadList>.Ok ok => ok.Value,
            Outcome<ReadList>.No no => throw new FailedException($"{Path.GetFileName(path)}: {Word(no.Why.Sentence)}"),
            _ => throw new InvalidOperationException(),
        };
    }

    private static Dictionary<string, Holds> ColumnsOf(IEnumerable<string> said)
    {
        var columns = new Dictionary<string, Holds>();
        foreach (var one in said)
        {
            var at = one.LastIndexOf('=');
            var key = at > 0 ? ColumnMeanings.KeyOf(one[..at]) : "";
            if (key.Length == 0 || !Meanings.Contains(one[(at + 1)..], StringComparer.OrdinalIgnoreCase))
                throw new WrongUseException([$"--column: a heading, \"=\" and one of {string.Join(", ", Meanings)}. Example: --column \"NO INDUK=nik\""]);
            columns[key] = Enum.Parse<Holds>(one[(at + 1)..], ignoreCase: true);
        }

        return columns;
    }
}
