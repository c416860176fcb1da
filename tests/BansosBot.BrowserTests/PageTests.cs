using BansosBot.Tests.Transcripts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BansosBot.BrowserTests;

/// <summary>What the page is as a page: small screens, keyboard, leaving, forms that are not ours.</summary>
public sealed class PageTests(RunningBot bot)
{
    private const int ButtonHeightMin = 44;      // CSS pixels; WCAG 2.2, target size (enhanced)

    [Fact]
    public async Task The_keyboard_alone_begins_chooses_and_writes()
    {
        await using var siti = await bot.VisitorAsync();
        await siti.OpenAsync();
        await Expect(siti.ButtonLabelled("Mulai")).ToBeFocusedAsync();
        await siti.Page.Keyboard.PressAsync("Enter");
        await Expect(siti.Words).ToBeVisibleAsync();

        await siti.AnsweredAsync(() => TabToAsync(siti, siti.ButtonLabelled("Daftar bantuan anak yatim"), "Enter"));
        await siti.IsAskedAsync("Siapa orang tua anak yang sudah meninggal?");
        await siti.AnsweredAsync(() => TabToAsync(siti, siti.ButtonLabelled("Ayah"), "Space"));
        await siti.IsAskedAsync("Kapan tanggal lahir anak?");
        await siti.AnsweredAsync(async () =>
        {
            await TabToAsync(siti, siti.Words, "3");
            await siti.Page.Keyboard.TypeAsync("/12/14");
            await siti.Page.Keyboard.PressAsync("Enter");
        });
        await siti.IsAskedAsync("3 Desember 2014");
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1000)]
    public async Task Nothing_is_wider_than_the_screen_and_every_button_is_high_enough(int width)
    {
        await using var siti = await bot.VisitorAsync(width);
        await siti.OpenAsync();
        await siti.ShootAsync($"{width}-1-pembuka");
        await FitsAsync(siti);
        await siti.BeginAsync();
        await FitsAsync(siti);
        Assert.Equal(1, await siti.Page.GetByRole(AriaRole.Log).CountAsync());
        await siti.PressAsync("Daftar bantuan anak yatim");
        await FitsAsync(siti);
        await siti.WriteAsync(new string('x', 300));
        await FitsAsync(siti);
        await siti.ShootAllAsync($"{width}-8-kata-panjang");
    }

    [Fact]
    public async Task It_is_readable_in_the_dark()
    {
        await using var siti = await bot.VisitorAsync(colours: ColorScheme.Dark);
        await siti.BeginAsync();
        await FitsAsync(siti);
        await siti.ShootAllAsync("320-9-gelap");
    }

    [Fact]
    public async Task Looking_at_the_page_without_a_cookie_writes_nothing()
    {
        await using var alone = new RunningBot();        // nobody else writes there
        await alone.InitializeAsync();
        await using var siti = await alone.VisitorAsync();
        var before = alone.Stored();

        await siti.OpenAsync("?start=daftar_yapi");
        await siti.Page.ReloadAsync();

        Assert.Equal(before, alone.Stored());
        Assert.DoesNotContain(await siti.Context.CookiesAsync(), c => c.Name == "bansosbot");

        await siti.BeginAsync();
        Assert.NotEqual(before, alone.Stored());
        Assert.Contains(await siti.Context.CookiesAsync(), c => c.Name == "bansosbot");
    }

    [Fact]
    public async Task Keluar_shows_the_introduction_and_the_back_button_shows_no_conversation()
    {
        await using var siti = await bot.VisitorAsync();
        await siti.BeginAsync();
        await siti.WriteAsync("halo rahasia");

        await siti.ButtonLabelled("Keluar").ClickAsync();
        await Expect(siti.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("sudah keluar");
        await siti.ShootAsync("320-10-keluar");
        await siti.Page.GoBackAsync();

        await Expect(siti.ButtonLabelled("Mulai")).ToBeVisibleAsync();
        await Expect(siti.Page.Locator("body")).Not.ToContainTextAsync("halo rahasia");
    }

    [Fact]
    public async Task A_form_that_is_not_ours_is_refused_with_a_sentence_and_what_was_typed_is_kept()
    {
        await using var siti = await bot.VisitorAsync();
        await siti.BeginAsync();
        await siti.Context.ClearCookiesAsync(new() { Name = "bansosbot-form" });

        await siti.WriteAsync("jawaban saya");

        await Expect(siti.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Silakan kirim sekali lagi.");
        await Expect(siti.Page.GetByRole(AriaRole.Alert)).ToBeInViewportAsync();
        await Expect(siti.Words).ToBeInViewportAsync();
        await Expect(siti.Words).ToHaveValueAsync("jawaban saya");
        await siti.ShootAsync("320-11-formulir-lama");
        await siti.AnsweredAsync(() => siti.ButtonLabelled("Kirim").ClickAsync());
        await Expect(siti.Page.GetByRole(AriaRole.Log)).ToContainTextAsync("jawaban saya");
    }

    [Fact]
    public async Task A_photo_that_cannot_be_read_is_refused_in_words_that_fit_a_web_page()
    {
        await using var siti = await bot.VisitorAsync();
        await siti.BeginAsync();
        await siti.AnsweredAsync(() => siti.ButtonLabelled("Kirim foto").ClickAsync());
        await Expect(siti.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Fotonya belum dipilih.");

        await siti.SendPhotoAsync(Pictures.Readable);

        await siti.IsAskedAsync("Foto tadi tidak kami simpan.");
    }

    // Tab goes to everything that can be used; forty stops are more than any of our pages has.
    private static async Task TabToAsync(Visitor siti, ILocator target, string key)
    {
        for (var i = 0; i < 40 && !await target.EvaluateAsync<bool>("e => e === document.activeElement"); i++) await siti.Page.Keyboard.PressAsync("Tab");
        await Expect(target).ToBeFocusedAsync();
        await siti.Page.Keyboard.PressAsync(key);
    }

    private static async Task FitsAsync(Visitor siti)
    {
        Assert.True(await siti.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page can be scrolled sideways.");
        foreach (var button in await siti.Page.Locator("button, a.button, a.file, input:not([type=hidden])").AllAsync())
        {
            var box = await button.BoundingBoxAsync();
            Assert.True(box is { Height: >= ButtonHeightMin }, $"{await button.InnerTextAsync()} is {box?.Height} high.");
        }
    }
}
