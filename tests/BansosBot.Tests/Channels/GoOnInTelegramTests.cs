using System.Diagnostics;
using System.Text.RegularExpressions;
using BansosBot.Tests.Channels.WebChat;
using BansosBot.Tests.Commands;
using BansosBot.Tests.Storage;
using BansosBot.Tests.Transcripts;
using BotApiServer;

namespace BansosBot.Tests.Channels;

/// <summary>From the web page to Telegram by a link for one use: the whole program, a browser without script, Telegram's protocol.</summary>
public sealed partial class GoOnInTelegramTests : IAsyncLifetime
{
    private static readonly string[] UpToTheName =
    [
        "[Daftar bantuan anak yatim]", "[Ayah dan ibu]", "3/12/2014", "[Benar]", "[Ya, KK-nya Kota Serang]", "[Tidak ada]", "1", "[Tidak ada]", "[Tidak]", "[Kakek atau nenek]", "[Boleh]",
        "(foto)", "[Sudah semua]", "[Anak yang saya asuh]", "aminah binti karta",
    ];

    private static readonly string[] FromTheNik =
    [
        "3604014508720003", "3673012509120002", "0812 3456 7890", "kasemen", "margaluyu", "kp kebon rt 2/5", "[Saya tunjukkan di kantor]", "Rizki Maulana", "laki", "Serang", "3673020312140001",
        "[Saya tunjukkan di kantor]", "lewati", "[Tidak ada]", "[Saya tunjukkan di kantor]", "[Saya tunjukkan di kantor]", "[Saya tunjukkan di kantor]", "[Saya tunjukkan di kantor]",
        "[Saya tunjukkan di kantor]", "lewati", "[Sudah benar, kirim]",
    ];

    private readonly TestFolder folder = new();
    private BotApi api = null!;         // set before each test
    private Process bot = null!;
    private Uri site = null!;

    public async ValueTask InitializeAsync()
    {
        api = await BotApi.StartAsync();
        bot = BotProcess.Start(
            folder.Path, $"--Telegram:Token={api.Token} --Telegram:ApiBaseUrl={api.Address} --Telegram:MessagesPerSecondPerChat=0 --Web:Urls=http://127.0.0.1:0 --Web:OperationsUrls=http://127.0.0.1:{BotProcess.FreePort()}");
        site = new((await BotProcess.StartedAsync(bot)).Single(l => l.StartsWith("Obrolan web: ", StringComparison.Ordinal))["Obrolan web: ".Length..]);
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Equal(0, await BotProcess.StopAsync(bot));
        bot.Dispose();
        await api.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_draft_moves_with_its_photo_and_is_filed_from_there()
    {
        using var browser = new Visit(site);
        var page = await AnswerAsync(browser, await browser.BeginAsync(), UpToTheName);
        var (link, _) = await LinkAsync(browser, page);
        var aminah = new Hand(api.Person("Aminah"));

        Assert.Contains("tanggal lahir", await aminah.SayAsync(link), StringComparison.Ordinal);
        Assert.Contains("Berapa NIK", await aminah.ProveAsync("3 desember 2014"), StringComparison.Ordinal);
        page = await browser.OpenAsync();
        Assert.Contains("sudah dilanjutkan di Telegram", page.Bubbles[^1], StringComparison.Ordinal);
        Assert.Equal(["Menu"], page.Buttons);
        page = await browser.PressAsync(page, "Menu");
        Assert.Contains("Daftar bantuan anak yatim", page.Buttons);                 // not "go on": nothing is left of it here
        foreach (var answer in FromTheNik) await aminah.SayAsync(answer, answer == FromTheNik[^1] ? 2 : 1);
        Assert.Contains("Rizki", await aminah.SayAsync("status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_comes_to_Telegram_too_and_both_can_do_everything()
    {
        using var browser = new Visit(site);
        var page = await AnswerAsync(browser, await browser.BeginAsync(), [.. UpToTheName, .. FromTheNik]);
        var (link, _) = await LinkAsync(browser, page);
        var aminah = new Hand(api.Person("Aminah"));

        await aminah.SayAsync(link);
        Assert.Contains("YAPI-", await aminah.ProveAsync("3/12/2014"), StringComparison.Ordinal);
        Assert.Contains("Rizki Maulana", await aminah.SayAsync("status"), StringComparison.Ordinal);      // the whole name: who filed it there files it here
        Assert.Contains("juga dibuka di Telegram", (await browser.OpenAsync()).Bubbles[^1], StringComparison.Ordinal);
        await aminah.SayAsync("tarik pengajuan");
        Assert.Contains("ditarik", await aminah.SayAsync("ya"), StringComparison.Ordinal);
        page = await browser.OpenAsync();
        Assert.Contains("ditarik", page.Bubbles[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_good_once_and_a_wrong_date_uses_it_up()
    {
        using var browser = new Visit(site);
        var page = await AnswerAsync(browser, await browser.BeginAsync(), UpToTheName);
        var (first, _) = await LinkAsync(browser, page);
        var stranger = new Hand(api.Person("Orang lain"));
        var aminah = new Hand(api.Person("Aminah"));

        await stranger.SayAsync(first);
        var guessed = await stranger.ProveAsync("1/2/2014");
        await aminah.SayAsync(first);
        var late = await aminah.ProveAsync("3/12/2014");
        Assert.Equal(guessed, late);                                                    // a link that is gone and a wrong date are told alike
        Assert.Contains("tidak berlaku lagi", late, StringComparison.Ordinal);

        var (second, _) = await LinkAsync(browser, await browser.OpenAsync());
        await aminah.SayAsync(second);
        Assert.Contains("Berapa NIK", await aminah.ProveAsync("3/12/2014"), StringComparison.Ordinal);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task With_nothing_to_take_along_the_link_opens_the_menu()
    {
        using var browser = new Visit(site);
        var page = await browser.BeginAsync();

        page = await browser.WriteAsync(page, "saya mau lanjut di telegram bu");

        Assert.Contains($"https://t.me/{new BotApiOptions().BotUsername}?start=menu\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Belum ada isian", page.Bubbles[^1], StringComparison.Ordinal);
    }

    private static async Task<Page> AnswerAsync(Visit browser, Page page, IEnumerable<string> answers)
    {
        foreach (var answer in answers)
        {
            page = answer switch
            {
                "(foto)" => await browser.SendPhotoAsync(page, Pictures.Readable),
                ['[', .. var label, ']'] => await browser.PressAsync(page, label),
                _ => await browser.WriteAsync(page, answer),
            };
        }

        return page;
    }

    private static async Task<(string Start, string Said)> LinkAsync(Visit browser, Page page)
    {
        if (!page.Buttons.Contains("Lanjut di Telegram")) page = await browser.WriteAsync(page, "menu");
        page = await browser.PressAsync(page, "Lanjut di Telegram");
        return ($"/start {Payload().Match(page.Html).Value}", page.Bubbles[^1]);
    }

    [GeneratedRegex("(?<=\\?start=)w_[0-9a-f]{32}(?=\")", RegexOptions.None, 1_000)]
    private static partial Regex Payload();

    /// <summary>A person at Telegram who waits for each answer.</summary>
    private sealed class Hand(Person person)
    {
        private int read;

        /// <summary>Gives the birth date, again as often as a photo is still on its way.</summary>
        public async Task<string> ProveAsync(string birth)
        {
            string said;
            do
            {
                await SayAsync(birth);
                said = await SayAsync("[Benar]");
            }
            while (said.Contains("masih kami simpan", StringComparison.Ordinal));

            return said;
        }

        /// <returns>The last of the messages that answer.</returns>
        public async Task<string> SayAsync(string said, int replies = 1)
        {
            if (said is ['[', .. var label, ']']) person.Presses(label);
            else person.Says(said);
            read += replies;
            return (await person.WaitUntilAsync(all => all.Count >= read, TimeSpan.FromSeconds(20)))[read - 1].Text;
        }
    }
}
