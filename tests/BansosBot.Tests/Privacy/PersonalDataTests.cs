using System.Diagnostics;
using System.Text;
using System.Text.Json;
using BansosBot.Storage.LiteDb;
using BansosBot.Tests.Channels.WebChat;
using BansosBot.Tests.Commands;
using BansosBot.Tests.Storage;
using BansosBot.Tests.Transcripts;
using BotApiServer;

namespace BansosBot.Tests.Privacy;

/// <summary>A whole application through the real process, mistakes and all; then no byte of it is in the clear anywhere that somebody could look.</summary>
/// <remarks>
/// That the scan could find it is shown by a control value, in the clear on purpose in each place itself and not in a copy of it. What goes to
/// the console the program writes there by itself, in its own sentences: the name of a folder (out), what Telegram says of a message
/// that it refuses (log), a wrong setting. Into database, log and documents it goes afterwards, by the program's own transaction and keeping,
/// with only the encryption left out; no setting of the program does that. Files of keys have no way by which a value could come in.
/// </remarks>
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
        "[Sudah benar, kirim]", "/data_saya", "/status", Family.Report, Family.ReportPlace, Family.ReportContact, Family.Report, "/data_saya", "petugas", "[Lapor anak disakiti]", Family.ReportPlace,
        "petugas", Family.Message, "menu",
    ];

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_of_a_family_is_in_the_clear_in_what_is_stored_printed_or_logged()
    {
        var leaks = new Leaks(folder[Control], folder["keys"]);
        await using var api = await BotApi.StartAsync();
        var guardian = api.Person(Family.Guardian);

        var console = await LiveAsync(api, "a life", BotProcess.StopAsync, async site =>
        {
            await ApplyAsync(guardian);
            api.Inject(JsonSerializer.Serialize(new { message = new { message_id = 1, date = 0, text = Family.Message, from = new { id = 7, is_bot = false, first_name = Family.Guardian } } }));   // no chat
            await VisitAsync(site);
            await SayTwiceAsync(api, guardian, "menu", "menu");
        });
        console.Add(await StartWronglyAsync());
        var found = Found(Family.Traces, [.. console, .. Files()]).ToList();
        leaks.DamageConversations();
        console.AddRange(await LiveAsync(api, "a life after damage", KillAsync, _ => SayTwiceAsync(api, guardian, Family.Message, Family.Long)));
        found.AddRange(Found(Family.Traces, [.. console, .. Files()]));

        Assert.Empty(found);
        Assert.Equal([Family.Message, Family.Long], leaks.Parked());        // so the parked list was among what was searched
        leaks.IntoEachCollection(name => $"{Control} {name}");
        leaks.IntoDocuments(Control);
        var files = Files();
        string[] places = [.. console.Select(c => c.Name), "bansosbot.db", "bansosbot.log", "documents"];
        Assert.Equal(places.Order(), Found([Control], [.. console, .. files]).Select(f => f.Place.Split(Path.DirectorySeparatorChar)[0]).Order());
        foreach (var place in (string[])["bansosbot.db", "bansosbot.log"])
            Assert.Equal(Rows.All.Order(), Found(Rows.All.Select(name => $"{Control} {name}"), files.Where(f => f.Name == place)).Select(f => f.Value[(Control.Length + 1)..]).Order());
    }

    private static IEnumerable<(string Place, string Form, string Value)> Found(IEnumerable<string> values, IEnumerable<(string Name, byte[] Bytes)> places) =>
        from place in places from value in values from form in Traces.In(place.Bytes, value) select (place.Name, form, value);

    // Read anew each time: what lies there now, also of the keys. The socket that a killed bot leaves behind has no bytes.
    private List<(string Name, byte[] Bytes)> Files() => [.. from root in (string[])[folder[Control], folder["keys"]]
        from file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) != ".sock") select (Path.GetRelativePath(root, file), File.ReadAllBytes(file))];

    /// <summary>A life of the bot, from its start until it is ended; returns what it printed.</summary>
    private async Task<List<(string Name, byte[] Bytes)>> LiveAsync(BotApi api, string name, Func<Process, Task> endAsync, Func<Uri, Task> liveAsync)
    {
        using var bot = BotProcess.Start(
            folder.Path,
            $"\"--Storage:Path={Control}\" --Web:Urls=http://127.0.0.1:0 --Web:OperationsUrls=http://127.0.0.1:{BotProcess.FreePort()} --Telegram:ApiBaseUrl={api.Address} --Telegram:MessagesPerSecond=0 --Telegram:MessagesPerSecondPerChat=0",
            ("Telegram__Token", api.Token));
        var lines = await BotProcess.StartedAsync(bot);
        var isTold = new TaskCompletionSource();
        var notes = NotesAsync(bot.StandardError, isTold);
        var rest = bot.StandardOutput.ReadToEndAsync();

        await liveAsync(new(lines.Single(l => l.StartsWith("Obrolan web: ", StringComparison.Ordinal))["Obrolan web: ".Length..]));
        await api.AllConfirmedAsync();
        await isTold.Task.WaitAsync(Patience);         // the console is written behind the work, and a kill takes along what is not on it yet
        await endAsync(bot);
        return [($"console of {name}: out", Encoding.UTF8.GetBytes(string.Join('\n', lines) + await rest)), ($"console of {name}: error", Encoding.UTF8.GetBytes(await notes))];
    }

    private static async Task<string> NotesAsync(StreamReader from, TaskCompletionSource isTold)
    {
        var notes = new StringBuilder();
        while (await from.ReadLineAsync() is { } line)
        {
            notes.AppendLine(line);
            if (line.Contains(Control, StringComparison.Ordinal)) isTold.TrySetResult();
        }

        return notes.ToString();
    }

    // The last commits are in the log only, then.
    private static Task KillAsync(Process bot)
    {
        bot.Kill();
        return BotProcess.EndAsync(bot);
    }

    private async Task<(string Name, byte[] Bytes)> StartWronglyAsync()
    {
        var wrong = await BotProcess.RunAsync(folder.Path, "run", "", ("Telegram__Token", Family.ChildNik), ("Office__Phone", Family.Phone + "x"), ("Programmes__Path", $"{Control} tidak ada"));
        return ("console of a wrong start", Encoding.UTF8.GetBytes(wrong.All));
    }

    /// <summary>The first answer Telegram refuses, in words of its own; the second shows that the first was tried.</summary>
    private static async Task SayTwiceAsync(BotApi api, Person guardian, string first, string second)
    {
        api.Next("sendMessage").Answers(400, $"Bad Request: {Control}");
        var before = guardian.Saw().Count;
        guardian.Says(first);
        guardian.Says(second);
        await guardian.WaitUntilAsync(seen => seen.Count > before, Patience);
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
        page = await visit.WriteAsync(page, Family.ReportOnPage);
        page = await visit.WriteAsync(page, Family.ReportPlace);
        Assert.DoesNotContain("Kaujon", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Lontarbaru", page.Html, StringComparison.Ordinal);
    }
}
