using System.Text;
using System.Text.Json;
using BansosBot.Tests.Channels.WebChat;
using BansosBot.Tests.Commands;
using BansosBot.Tests.Storage;
using BansosBot.Tests.Transcripts;
using BotApiServer;

namespace BansosBot.Tests.Privacy;

/// <summary>A whole application through the real process, mistakes and all; then no byte of it is in the clear anywhere that somebody could look.</summary>
public sealed class PersonalDataTests : IDisposable
{
    private const string Control = "Nilai Kendali 4711";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Words, a press on a button that bears this label, or a photo.
    private static readonly string[] Said =
    [
        "/daftar", "[Ayah dan ibu]", "12 Maret 2014", "[Benar]", "[Ya, KK-nya Kota Serang]", "[Tidak ada]", "[1]", "[Tidak ada]", "[Tidak]", "[Kakek atau nenek]", "[Boleh]", "(foto)", "[Sudah semua]",
        "[Anak yang saya asuh]", Family.GuardianNik, Family.Guardian, Family.WrongNik, $"otp saya {Family.Otp}", Family.Long + new string('.', 3_000), Family.GuardianNik, Family.Kk, Family.Phone, "unyur",
        $"{Family.Street} RT 2 RW 5", Family.Message, "petugas", Family.Message, "[Saya tunjukkan di kantor]", Family.Child, "[Laki-laki]", Family.BirthPlace, Family.ChildNik, "[Saya tunjukkan di kantor]",
        "[Lewati]", "[Tidak ada]", "[Saya tunjukkan di kantor]", "[Saya tunjukkan di kantor]", "[Saya tunjukkan di kantor]", "[Saya tunjukkan di kantor]", "[Saya tunjukkan di kantor]", "[Lewati]",
        "[Sudah benar, kirim]", "/data_saya", "/status",
    ];

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_of_a_family_is_in_the_clear_in_what_is_stored_printed_or_logged()
    {
        var places = await LiveAsync();

        Assert.Contains(places, p => p.Name.EndsWith(".db", StringComparison.Ordinal));
        Assert.Contains(places, p => p.Name.Contains("documents", StringComparison.Ordinal));
        Assert.All(places, p => Assert.Equal(Traces.Of(Control).Select(f => f.Form), Traces.Of(Control).Where(f => Traces.In(Planted(p.Bytes, f.Bytes), Control).Contains(f.Form)).Select(f => f.Form)));
        Assert.Empty(from place in places from value in Family.Traces from form in Traces.In(place.Bytes, value) select $"{place.Name}: {form} of {value}");
    }

    /// <summary>The bot's life with that family; returns everything that is left of it.</summary>
    private async Task<List<(string Name, byte[] Bytes)>> LiveAsync()
    {
        await using var api = await BotApi.StartAsync();
        var port = BotProcess.FreePort();
        using var bot = BotProcess.Start(
            folder.Path, $"--Web:Urls=http://127.0.0.1:0 --Web:OperationsUrls=http://127.0.0.1:{port} --Telegram:ApiBaseUrl={api.Address} --Telegram:MessagesPerSecond=0 --Telegram:MessagesPerSecondPerChat=0",
            ("Telegram__Token", api.Token));
        var (lines, notes) = (await BotProcess.StartedAsync(bot), bot.StandardError.ReadToEndAsync());
        var rest = bot.StandardOutput.ReadToEndAsync();

        await ApplyAsync(api.Person(Family.Guardian));
        api.Inject(JsonSerializer.Serialize(new { message = new { message_id = 1, date = 0, text = Family.Message, from = new { id = 7, is_bot = false, first_name = Family.Guardian } } }));   // no chat
        await api.AllConfirmedAsync();
        await VisitAsync(new(lines.Single(l => l.StartsWith("Obrolan web: ", StringComparison.Ordinal))["Obrolan web: ".Length..]));

        Assert.Equal(0, await BotProcess.StopAsync(bot));
        var wrong = await BotProcess.RunAsync(folder.Path, "run", "", ("Telegram__Token", Family.ChildNik), ("Office__Phone", Family.Phone + "x"));
        return
        [
            ("console out", Encoding.UTF8.GetBytes(string.Join('\n', lines) + await rest)), ("console error", Encoding.UTF8.GetBytes(await notes)),
            ("console of a wrong start", Encoding.UTF8.GetBytes(wrong.All)),
            .. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(f => (Path.GetRelativePath(folder.Path, f), File.ReadAllBytes(f))),
        ];
    }

    private static async Task ApplyAsync(Person guardian)
    {
        foreach (var said in Said)
        {
            var before = guardian.Saw().Count;
            if (said == "(foto)") guardian.SendsPhoto(new(Pictures.Readable, 1280, 960));
            else if (said.StartsWith('[')) guardian.Presses(said[1..^1]);
            else guardian.Says(said);
            await guardian.WaitUntilAsync(seen => seen.Count > before, Patience);

            // A photo may still be on its way; who goes elsewhere meanwhile has not sent it.
            if (said == "[Sudah benar, kirim]") await guardian.WaitForAsync(m => m.Text.Contains("YAPI-", StringComparison.Ordinal), Patience);
        }

        guardian.SendsFile(Encoding.UTF8.GetBytes(Family.Long), Family.Guardian + ".jpg", "image/jpeg");
        guardian.SendsVoice([1, 2, 3]);
        guardian.Edits(Family.Message);
        await guardian.WaitUntilAsync(seen => seen.Count > Said.Length + 2, Patience);
    }

    private static async Task VisitAsync(Uri site)
    {
        using var visit = new Visit(site);
        var page = await visit.BeginAsync();
        page = await visit.WriteAsync(page, Family.WebName);
        page = await visit.WriteAsync(page, "petugas");
        page = await visit.WriteAsync(page, $"{Family.WebName}, {Family.Message}, {Family.ChildNik}");
        Assert.NotEmpty(page.Bubbles);
    }

    // In the middle, as a value would stand among others.
    private static byte[] Planted(byte[] bytes, byte[] value) => [.. bytes.AsSpan(0, bytes.Length / 2), .. value, .. bytes.AsSpan(bytes.Length / 2)];
}
