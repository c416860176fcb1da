using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BansosBot.BrowserTests;

/// <summary>A person at a page: sees what stands there, presses, writes, sends photos.</summary>
public sealed class Visitor(IBrowserContext context, IPage page, RunningBot bot) : IAsyncDisposable
{
    public IPage Page => page;

    public IBrowserContext Context => context;

    /// <summary>The latest message of the bot.</summary>
    public ILocator Answer => page.Locator(".bubble:not(.own)").Last;

    /// <summary>The bubble that answers one's last message.</summary>
    public ILocator Newest => page.Locator("#baru");

    public ILocator Words => page.GetByLabel("Tulis pesan");

    public async Task OpenAsync(string address = "") => await page.GotoAsync(new Uri(bot.Site, address).ToString());

    /// <summary>Opens the page and begins.</summary>
    public async Task BeginAsync()
    {
        await OpenAsync();
        await ButtonLabelled("Mulai").ClickAsync();
        await Expect(Words).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync();
    }

    public ILocator ButtonLabelled(string label) => page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true });

    public Task PressAsync(string label) => AnsweredAsync(() => ButtonLabelled(label).ClickAsync());

    public Task WriteAsync(string text) => AnsweredAsync(async () =>
    {
        await Words.FillAsync(text);
        await Words.PressAsync("Enter");
    });

    public Task SendPhotoAsync(byte[] content) => AnsweredAsync(async () =>
    {
        await page.GetByLabel("Pilih foto").SetInputFilesAsync(new FilePayload { Name = "IMG_0001.jpg", MimeType = "image/jpeg", Buffer = content });
        await ButtonLabelled("Kirim foto").ClickAsync();
    });

    /// <summary>As a person reads a page out: the question that is asked must be this one.</summary>
    public Task IsAskedAsync(string words) => Expect(Answer).ToContainTextAsync(words);

    /// <summary>Loads anew until the bot has said this: without script nothing comes by itself.</summary>
    public async Task HearsAsync(string words)
    {
        for (var i = 0; i < 100 && !(await page.InnerTextAsync("[role=log]")).Contains(words, StringComparison.Ordinal); i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
            await page.ReloadAsync();
        }

        await Expect(page.Locator("[role=log]")).ToContainTextAsync(words);
    }

    /// <summary>Keeps a picture of what stands on the screen, to be looked at.</summary>
    public Task ShootAsync(string name) => page.ScreenshotAsync(new() { Path = Path.Combine(RunningBot.Screenshots, name + ".png") });

    /// <summary>Keeps a picture of the whole page. The last thing a visitor does: it moves the page under a click that comes after it.</summary>
    public Task ShootAllAsync(string name) => page.ScreenshotAsync(new() { Path = Path.Combine(RunningBot.Screenshots, name + ".png"), FullPage = true });

    /// <summary>Waits for the page that answers, which has a form id of its own, and until it stands still at the newest message.</summary>
    public async Task AnsweredAsync(Func<Task> act)
    {
        var id = page.Locator("form.write input[name=id]").First;
        var before = await id.InputValueAsync();
        await act();
        await Expect(id).Not.ToHaveValueAsync(before);
        await page.WaitForLoadStateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await bot.IsWellAsync();
    }
}
