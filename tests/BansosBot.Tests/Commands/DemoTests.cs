using System.Text.RegularExpressions;
using BansosBot.Tests.Storage;

namespace BansosBot.Tests.Commands;

/// <summary>The demo as an office meets it: the real process, an empty folder, and never among real people.</summary>
public sealed partial class DemoTests : IDisposable
{
    private const string Mode = "Mode contoh: semua orang dan pengajuan di sini karangan.";
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_says_what_it_is_shows_cases_to_try_and_goes_on_at_the_next_start()
    {
        var first = await BotProcess.RunAsync(folder.Path, "chat --Demo=true", "/keluar\n");
        Assert.Equal(0, first.Code);
        Assert.Contains(Mode, first.Notes, StringComparison.Ordinal);
        Assert.Contains("Dinas Sosial Kota Serang (contoh)", first.Data, StringComparison.Ordinal);
        var examples = Example().Matches(first.Notes);
        Assert.Equal(["disetujui kantor", "perlu diperbaiki", "berjalan"], examples.Select(e => e.Groups["stage"].Value).OrderBy(s => s != "disetujui kantor").ThenBy(s => s != "perlu diperbaiki"));

        var tried = examples.First(e => e.Groups["stage"].Value == "disetujui kantor");
        var second = await BotProcess.RunAsync(folder.Path, "chat --Demo", $"/status\n{tried.Groups["code"]}\n{tried.Groups["born"]}\nya\n/keluar\n");
        Assert.Equal(0, second.Code);
        Assert.Contains(Mode, second.Notes, StringComparison.Ordinal);
        Assert.Contains("Data cocok.", second.Data, StringComparison.Ordinal);
        Assert.Contains("Sekarang menunggu giliran diusulkan ke Kementerian Sosial.", second.Data, StringComparison.Ordinal);
        Assert.Matches("Hari ini urutan [0-9]+ dari [0-9]+", second.Data);
        Assert.Matches("^whole: [0-9]{2,} entries", (await BotProcess.RunAsync(folder.Path, "audit verify")).Data);

        var real = await BotProcess.RunAsync(folder.Path, "chat", "/keluar\n");
        Assert.Equal((2, ""), (real.Code, real.Data));
        Assert.StartsWith("Demo: \"data\" holds a demo", Assert.Single(real.Notes.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_never_goes_onto_data_that_exists()
    {
        Assert.Equal(0, (await BotProcess.RunAsync(folder.Path, "chat", "/keluar\n")).Code);

        var ended = await BotProcess.RunAsync(folder.Path, "run --Demo");

        Assert.Equal(2, ended.Code);
        Assert.StartsWith("Demo: \"data\" holds data already", Assert.Single(ended.Notes.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_was_cut_off_says_how_to_begin_anew()
    {
        Directory.CreateDirectory(folder["data"]);
        await File.WriteAllTextAsync(folder["data/demo.txt"], "Data contoh, belum lengkap.\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["data/bansosbot.db"], "", TestContext.Current.CancellationToken);

        var ended = await BotProcess.RunAsync(folder.Path, "chat --Demo", "/keluar\n");

        Assert.Equal(1, ended.Code);
        Assert.StartsWith("Demo: its making was cut off. Delete \"data\" and \"keys\"", Assert.Single(ended.Notes.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [GeneratedRegex("Kode: (?<code>[A-Z0-9-]{14}), lahir: (?<born>[^,]+), tahap: (?<stage>.+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Example();
}
