using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using BansosBot.Domain;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Registry;

namespace BansosBot.Commands.Import;

/// <summary>Reads a list of recipients (BNBA) and shows what would come in and what was done with each row. Nothing is stored.</summary>
/// <example><c>bansosbot import bnba daftar.xlsx --dry-run</c></example>
internal static class BnbaCommand
{
    private const string Example = "Example: bansosbot import bnba daftar.xlsx --dry-run";

    public static Command New(Call call)
    {
        var file = new Argument<string>("FILE") { Description = "An Excel workbook (.xlsx) or CSV, as SIKS-NG or the city writes it." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Reads and shows; the registry stays as it is." };
        var before = new Option<string?>("--before") { HelpName = "FILE", Description = "The list to compare with: who is new, changed, same, gone." };
        var json = new Option<bool>("--json") { Description = "For scripts: counts, and a row for each note." };
        var command = new Command(
            "bnba",
            $"""
            Reads a list of recipients by name and address and shows the preview: columns, counts, and what was done with which row.

            No name or number is shown whole. {Example}
            """)
        {
            file,
            dryRun,
            before,
            json,
        };
        command.SetAction(parsed => Run(call, parsed.GetValue(file)!, parsed.GetValue(dryRun), parsed.GetValue(before), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Call call, string path, bool isDryRun, string? before, bool isJson)
    {
        if (!isDryRun) throw new WrongUseException([$"import bnba: add --dry-run; the list is then read and shown, and the registry stays as it is. {Example}"]);
        var settings = call.MustSettings();
        var wording = Composition.Of(settings).Wording;
        var now = call.Clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(settings.Office.TimeZone)).DateTime);
        string Word(Say say) => wording.Render(say, Language.Indonesian, now).Text;
        ReadList Read(string list) => ListFile.Read(list, Path.GetFileName(list), today) switch
        {
            Outcome<ReadList>.Ok ok => ok.Value,
            Outcome<ReadList>.No no => throw new FailedException($"{Path.GetFileName(list)}: {Word(no.Why.Sentence)}"),
            _ => throw new InvalidOperationException(),
        };

        var list = Read(path);
        var compared = Compare(list, before is null ? null : Read(before), today);
        if (isJson) call.Out.WriteLine(ListPreview.Json(list, compared));
        else
            foreach (var line in ListPreview.Lines(list, compared)) call.Out.WriteLine(Word(line));
        return Verbs.Done;
    }

    /// <summary>The hashes live as long as this call, with a key that nobody keeps.</summary>
    private static Comparison Compare(ReadList list, ReadList? before, DateOnly today)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        string Hash(string use, string value) => Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{use}\n{value}")));
        return Comparison.Of(list, before is null ? [] : [.. before.Rows.Select(r => RowKeys.Of(r, Hash, today))], Hash, today);
    }
}
