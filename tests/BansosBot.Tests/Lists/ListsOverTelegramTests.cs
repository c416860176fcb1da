using System.Diagnostics;
using System.Text;
using BansosBot.Domain.Registry;
using BansosBot.Simulation.Lists;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using BansosBot.Tests.Commands;
using BansosBot.Tests.Storage;
using BotApiServer;

namespace BansosBot.Tests.Lists;

/// <summary>The whole program as a process, over Telegram's protocol: an officer sends a list, and the machine fails in the middle of it.</summary>
public sealed class ListsOverTelegramTests : IAsyncLifetime
{
    private const int People = 6_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly TestFolder folder = new();
    private BotApi api = null!;         // both are set before each test
    private Person rina = null!;

    public async ValueTask InitializeAsync()
    {
        api = await BotApi.StartAsync();
        rina = api.Person("Bu Rina");
    }

    public async ValueTask DisposeAsync()
    {
        await api.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Killed_twice_while_a_list_is_taken_in_it_is_taken_in_once_and_whole_and_the_officer_hears_it()
    {
        var bot = await StartAsync();
        try
        {
            var invited = await BotProcess.RunAsync(folder.Path, "invite --role verifikator --name Rina");
            rina.Says(invited.Data.Trim());
            await HearsAsync("Meja petugas", buttons: true);
            rina.SendsFile(Encoding.UTF8.GetBytes(Csv()), "bnba tahap 2.csv", "text/csv");
            Assert.Contains("bnba tahap 2.csv", (await HearsAsync("Ini daftar apa?")).Text, StringComparison.Ordinal);
            rina.Presses("Penerima bantuan (BNBA)");
            var which = await HearsAsync("bantuan yang mana?");
            rina.Presses(which.Labels.First(l => l.Contains("yatim", StringComparison.OrdinalIgnoreCase)));
            await HearsAsync("masa yang mana?");
            rina.Presses((await HearsAsync("masa yang mana?")).Labels.First());
            Assert.Contains("Baru: 6.000.", (await HearsAsync("Masukkan daftar ini?")).Text, StringComparison.Ordinal);
            rina.Presses("Masukkan");
            await HearsAsync("Daftarnya sedang dimasukkan.");

            for (var kill = 1; kill <= 2; kill++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1_500 * kill), TimeProvider.System, TestContext.Current.CancellationToken);
                bot.Kill();
                await bot.WaitForExitAsync(TestContext.Current.CancellationToken);
                bot.Dispose();
                bot = await StartAsync();
            }

            await HearsAsync("Program sempat berhenti.");
            await rina.WaitUntilAsync(all => all.Any(m => m.Text.Contains("Daftar ini sekarang berlaku, 6.000 orang.", StringComparison.Ordinal) || m.Text.Contains("Berkas ini sudah dimasukkan", StringComparison.Ordinal)), Patience);
        }
        finally
        {
            await BotProcess.StopAsync(bot);
            bot.Dispose();
        }

        await using var store = new LiteDbStore(LiteDbFile.Open(folder["data/bansosbot.db"]), KeyFolder.Open(folder["keys"], folder["data"], dataExists: true), new HashSet<string>(), TimeProvider.System);
        var kept = Assert.Single(await store.Registry.ListsAsync(TestContext.Current.CancellationToken));
        Assert.Equal((ListState.Valid, People), (kept.State, kept.List.Count));
        Assert.NotNull((await store.Registry.RowsAsync(kept.List.Id, [People], TestContext.Current.CancellationToken)).GetValueOrDefault(People));
        Assert.Empty((await store.UnfinishedAsync(TestContext.Current.CancellationToken)).Orders);
        Assert.Empty(Directory.GetFiles(folder["data/documents"], "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_Telegram_would_not_pass_on_is_told_with_the_way_to_do_it()
    {
        var bot = await StartAsync();
        try
        {
            rina.Says((await BotProcess.RunAsync(folder.Path, "invite --role verifikator --name Rina")).Data.Trim());
            await HearsAsync("Meja petugas", buttons: true);

            rina.SendsFile([1, 2, 3], "besar.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sizeClaimed: 21 * 1024 * 1024);

            Assert.Contains("bansosbot import", (await HearsAsync("lebih besar dari 20 MB")).Text, StringComparison.Ordinal);
        }
        finally
        {
            await BotProcess.StopAsync(bot);
            bot.Dispose();
        }
    }

    private async Task<Process> StartAsync()
    {
        var bot = BotProcess.Start(folder.Path, $"run --Telegram:Token={api.Token} --Telegram:ApiBaseUrl={api.Address} --Telegram:MessagesPerSecondPerChat=0 --Web:Urls=http://127.0.0.1:{BotProcess.FreePort()} --Web:OperationsUrls=http://127.0.0.1:{BotProcess.FreePort()}");
        await BotProcess.StartedAsync(bot);
        return bot;
    }

    private async Task<SeenMessage> HearsAsync(string words, bool buttons = false)
    {
        bool Is(SeenMessage m) => m.Text.Contains(words, StringComparison.OrdinalIgnoreCase) && (!buttons || m.Labels.Any());
        return (await rina.WaitUntilAsync(all => all.Any(Is), Patience)).Last(Is);
    }

    private static string Csv() => "NIK;Nama\n" + string.Concat(Enumerable.Range(1, People).Select(n => $"{MadePerson.Of(n)[MadePerson.Nik]};{MadePerson.Of(n)[MadePerson.Name]}\n"));
}
