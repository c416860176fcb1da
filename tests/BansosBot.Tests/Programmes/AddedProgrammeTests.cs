using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BansosBot.Programmes;
using BansosBot.Tests.Channels.WebChat;
using BansosBot.Tests.Commands;
using BansosBot.Tests.Storage;
using BansosBot.Tests.Transcripts;
using BotApiServer;

namespace BansosBot.Tests.Programmes;

/// <summary>A programme of an invented kind, added as one file (<c>Data/alat-nelayan.yaml</c>) beside the shipped ones: with the real process, over
/// every channel, from the list of programmes to the receipt.</summary>
public sealed partial class AddedProgrammeTests : IDisposable
{
    private const string Name = "Sukinah Contoh";

    private readonly TestFolder folder = new();

    public AddedProgrammeTests()
    {
        Directory.CreateDirectory(folder["programmes"]);
        foreach (var file in Directory.GetFiles(ProgrammeFiles.ShippedFolder, "*.yaml")) File.Copy(file, Path.Combine(folder["programmes"], Path.GetFileName(file)));
        File.Copy(Path.Combine(Here(), "Data", "alat-nelayan.yaml"), folder["programmes/alat-nelayan.yaml"]);
        File.WriteAllBytes(folder["kartu.jpg"], Pictures.Readable);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>What somebody presses, <c>[so]</c>, writes, or sends, from the menu on.</summary>
    private static readonly string[] Told =
    [
        "[Bantuan yang ada]", "[Alat nelayan]", "[Catat minat alat nelayan]",
        "[Ya]", "[Perahu kecil]", "12 maret 1980", "[Benar]", "[2]", "[Boleh]",
        Name, "unyur", "[Belum punya atau tidak tahu]", "0812-3456-7890", "900.000", "(foto)", "[Sudah semua]", "[Sudah benar, kirim]",
    ];

    [Fact]
    public async Task Check_finds_no_mistake_and_try_judges_it()
    {
        var check = await BotProcess.RunAsync(folder.Path, "programmes check --Programmes:Path=programmes");
        Assert.Equal((0, "", "No mistakes."), (check.Code, check.Data, check.Notes.TrimEnd()));

        foreach (var (told, verdict, reason) in ((string, string, string)[])
            [
                ("works_at_sea: ya\nboat: kecil\nbirth_date: 1980-03-12\ndesil: 2", "likely", ""),
                ("works_at_sea: ya\nboat: tanpa\nbirth_date: 1980-03-12\ndesil: 2", "likely", "Yang tanpa perahu mendapat pelampung saja."),
                ("works_at_sea: ya\nboat: besar\nbirth_date: 1980-03-12\ndesil: 2", "unlikely", "Kapal besar tidak termasuk."),
                ("works_at_sea: ya\nboat: kecil\nbirth_date: 1980-03-12", "review", "Perlu dipastikan petugas: Tingkat kesejahteraan (desil)."),
            ])
        {
            await File.WriteAllTextAsync(folder["family.yaml"], told, TestContext.Current.CancellationToken);
            var tried = await VerbCall.RunAsync(folder.Path, ["programmes", "try", folder["family.yaml"], "--json", $"--Programmes:Path={folder["programmes"]}"]);
            Assert.Contains($"{{\"programme\":\"alat-nelayan\",\"verdict\":\"{verdict}\",\"reasons\":[{(reason.Length == 0 ? "" : $"\"{reason}\"")}]}}", tried.Data, StringComparison.Ordinal);
        }

        var asProcess = await BotProcess.RunAsync(folder.Path, "programmes try family.yaml --Programmes:Path=programmes");
        Assert.Equal((0, true), (asProcess.Code, asProcess.Data.Contains("alat-nelayan", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task In_the_terminal_it_goes_from_the_list_to_the_receipt()
    {
        using var process = BotProcess.Start(folder.Path, "chat --Programmes:Path=programmes");
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        enough.CancelAfter(TimeSpan.FromSeconds(90));
        foreach (var told in Told)
        {
            // The letter is on the screen once its question is; what was on it before was read then.
            var line = told;
            while (told is ['[', .. var label, ']'])
            {
                line = await process.StandardOutput.ReadLineAsync(enough.Token) ?? throw new InvalidOperationException($"It ended before {told}.");
                if (Button().Match(line) is not { Success: true } button || button.Groups["label"].Value != label) continue;
                line = button.Groups["letter"].Value;
                break;
            }

            await process.StandardInput.WriteLineAsync(told == "(foto)" ? "/foto kartu.jpg" : line);
        }

        process.StandardInput.Close();
        Assert.Matches($"NLY-[0-9]{{4}}-000001 untuk {Name}", await process.StandardOutput.ReadToEndAsync(enough.Token));
        await BotProcess.EndAsync(process);
    }

    [Fact]
    public async Task On_the_page_and_over_Telegram_it_goes_from_the_list_to_the_receipt_and_the_interview_asks_and_judges_it()
    {
        await using var api = await BotApi.StartAsync();
        using var process = BotProcess.Start(
            folder.Path,
            $"run --Programmes:Path=programmes --Telegram:Token={api.Token} --Telegram:ApiBaseUrl={api.Address} --Telegram:MessagesPerSecondPerChat=0 --Web:Urls=http://127.0.0.1:0 --Web:OperationsUrls=http://127.0.0.1:{BotProcess.FreePort()}");
        try
        {
            var site = (await BotProcess.StartedAsync(process)).Single(l => l.StartsWith("Obrolan web: ", StringComparison.Ordinal))["Obrolan web: ".Length..];
            using var visit = new Visit(new(site));

            Assert.Matches($"NLY-[0-9]{{4}}-000001 untuk {Name}", await OnThePageAsync(visit));
            await TheInterviewAsync(visit);
            Assert.Matches($"NLY-[0-9]{{4}}-000002 untuk {Name}", await OverTelegramAsync(api.Person("Bu Aminah")));
        }
        finally
        {
            await BotProcess.StopAsync(process);
        }
    }

    private static async Task<string> OnThePageAsync(Visit visit)
    {
        var page = await visit.BeginAsync();
        foreach (var told in Told)
            page = told is ['[', .. var label, ']'] ? await visit.PressAsync(await ShownAsync(visit, page, p => p.Buttons.Contains(label)), label)
                : told == "(foto)" ? await visit.SendPhotoAsync(page, Pictures.Readable, "kartu.jpg")
                : await visit.WriteAsync(page, told);
        page = await ShownAsync(visit, page, p => p.Text.Contains("NLY-", StringComparison.Ordinal));
        return page.Text;
    }

    // Photos are looked at and kept in the background; the page shows what came of it when it is opened again.
    private static async Task<Page> ShownAsync(Visit visit, Page page, Func<Page, bool> shown)
    {
        for (var i = 0; i < 200 && !shown(page); i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
            page = await visit.OpenAsync();
        }

        Assert.True(shown(page), string.Join('\n', page.Bubbles.TakeLast(3)));
        return page;
    }

    private static async Task TheInterviewAsync(Visit visit)
    {
        var page = await visit.OpenAsync();
        if (page.Bubbles[^1].Contains("terbantu", StringComparison.Ordinal)) page = await visit.PressAsync(page, "Menu");
        page = await visit.PressAsync(page, "Cek bantuan yang cocok");
        var asked = 0;
        for (; asked < 30 && !page.Bubbles[^1].Contains("Hasil cek sementara", StringComparison.Ordinal); asked++)
        {
            var question = page.Bubbles[^1];
            page = question.Contains("Apakah orang ini nelayan?", StringComparison.Ordinal) ? await visit.PressAsync(page, "Ya")
                : question.Contains("Perahu apa yang dipakai?", StringComparison.Ordinal) ? await visit.PressAsync(page, "Kapal besar")
                : await visit.WriteAsync(page, question.Contains("Siapa yang mengasuh", StringComparison.Ordinal) ? "nenek" : "tidak tahu");
        }

        Assert.Contains("> Kapal besar", page.Bubbles);
        Assert.Matches("Alat nelayan: kemungkinan belum memenuhi\\.\\s*Kapal besar tidak termasuk\\.", page.Bubbles[^1]);
    }

    private static async Task<string> OverTelegramAsync(Person person)
    {
        person.Says("/start");
        foreach (var told in Told)
        {
            if (told is ['[', .. var label, ']'])
            {
                await person.WaitUntilAsync(all => all.Count > 0 && all[^1].Labels.Contains(label), TimeSpan.FromSeconds(30));
                person.Presses(label);
            }
            else if (told == "(foto)")
            {
                await person.WaitForAsync(m => m.Text.Contains("Kirim foto kartu nelayan.", StringComparison.Ordinal), TimeSpan.FromSeconds(30));
                person.SendsPhoto(new(Pictures.Readable, 1280, 960));
            }
            else
            {
                person.Says(told);
            }
        }

        var receipt = await person.WaitForAsync(m => m.Text.Contains("NLY-", StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        person.Says("jaring nelayan itu bantuan apa ya");
        await person.WaitForAsync(m => m.Text.Contains("Jaring dan pelampung, satu kali.", StringComparison.Ordinal) && m.Id > receipt.Id, TimeSpan.FromSeconds(30));
        return receipt.Text;
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    [GeneratedRegex("^  (?<letter>[a-z]+)\\. (?<label>.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Button();
}
