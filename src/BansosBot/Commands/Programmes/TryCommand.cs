using System.CommandLine;
using System.Text.Json;
using BansosBot.Domain;
using BansosBot.Domain.Programmes;
using BansosBot.Programmes;

namespace BansosBot.Commands.Programmes;

/// <summary>What the interview would say of a family whose answers stand in a file: verdict and reasons for each programme.</summary>
/// <example><c>bansosbot programmes try family.yaml --json</c></example>
internal static class TryCommand
{
    public static Command New(Call call)
    {
        var file = new Argument<string>("ANSWERS.yaml") { Description = "One answer on a line, such as \"desil: 2\". A question that is not in it counts as not known. \"today: 2025-09-23\" sets the day." };
        var json = new Option<bool>("--json") { Description = "Data for scripts: [{\"programme\",\"verdict\",\"reasons\":[]}]; a verdict is likely, review or unlikely." };
        var command = new Command("try", "Says for each programme what the interview would say of a family. A file with no answers shows which questions there are.") { file, json };
        command.SetAction(parsed => Run(call, parsed.GetValue(file)!, parsed.GetValue(json)));
        return command;
    }

    private static int Run(Call call, string path, bool asJson)
    {
        var settings = call.MustSettings();
        var wording = Composition.Of(settings).Wording;
        var read = ProgrammeFiles.Read(settings.ProgrammesPath);
        if (read.Interview?.Interview is not { } interview) throw new FailedException("Programmes:Path: no programme there asks anything, so there is nothing to try.");
        var now = call.Clock.GetUtcNow();
        var office = TimeZoneInfo.FindSystemTimeZoneById(settings.Office.TimeZone);
        var (answers, today, mistakes) = AnswersFile.Read(Path.GetFileName(path), Content(path), interview, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, office).DateTime));
        if (!mistakes.IsEmpty) throw new WrongUseException([.. mistakes.Select(m => m.ToString()), "Questions and their answers:", .. AnswersFile.Wording(interview)]);
        var tried = interview.Findings(answers, today).Select(f => new
        {
            programme = f.Programme.Name,
            verdict = Enum.GetName(f.Finding.Verdict)!.ToLowerInvariant(),
            reasons = new PreCheck(f.Programme.Name, f.Programme.Rules).Reasons(f.Finding).Select(r => wording.Render(r, Language.Indonesian, now).Text).ToList(),
        }).ToList();
        if (asJson)
        {
            call.Out.WriteLine(JsonSerializer.Serialize(tried, Relaxed));
            return Verbs.Done;
        }

        foreach (var one in tried)
        {
            call.Out.WriteLine($"{one.programme}: {one.verdict}");
            foreach (var reason in one.reasons) call.Out.WriteLine($"  {reason}");
        }

        return Verbs.Done;
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Content(string path)
    {
        try
        {
            return new FileInfo(path).Length > YamlTree.LengthMax ? throw new WrongUseException([$"{path}: has more than {YamlTree.LengthMax} bytes. It holds one answer on a line. Example: \"desil: 2\""])
                : File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException([$"{path}: cannot be read ({e.GetType().Name}). Give a file with one answer on a line. Example: \"desil: 2\""]);
        }
    }
}
