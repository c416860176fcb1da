using System.Net;
using BansosBot.Channels.WebChat;

namespace BansosBot.Tests.Channels.WebChat;

/// <summary>Who sends without end is told so, and keeps nobody else out.</summary>
public sealed class CrowdingTests
{
    // Far fewer than are sent at once, however slow the machine is.
    private static readonly Rate Few = new(Burst: 4, PerSecond: 1);

    [Fact]
    public async Task A_session_that_sends_too_fast_hears_it_and_keeps_what_it_typed()
    {
        await using var counter = await Counter.OpenAsync(session: Few);
        using var siti = counter.Visitor();
        var page = await siti.BeginAsync();

        var refused = (await TogetherAsync(40, n => siti.WriteAsync(page, $"kata {n}"))).First(p => p.Status != HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("Terlalu cepat", refused.Text, StringComparison.Ordinal);
        Assert.Matches("value=\"kata [0-9]+\"", refused.Html);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Contains("default-src 'none'", refused.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Empty(refused.Bubbles);
        Assert.NotEmpty((await siti.OpenAsync()).Bubbles);
    }

    [Fact]
    public async Task A_photo_that_is_refused_is_answered_with_a_page_too()
    {
        await using var counter = await Counter.OpenAsync(session: Few);
        using var siti = counter.Visitor();
        var page = await siti.BeginAsync();

        var refused = (await TogetherAsync(40, _ => siti.SendPhotoAsync(page, new byte[200_000]))).First(p => p.Status != HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("Terlalu cepat", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_sends_too_fast_hinders_no_other_behind_the_same_address()
    {
        await using var counter = await Counter.OpenAsync(session: Few, address: new(60, 1));
        using var busy = counter.Visitor();
        using var siti = counter.Visitor();
        var (busyPage, page) = (await busy.BeginAsync(), await siti.BeginAsync());

        var busyAnswers = await TogetherAsync(100, n => busy.PostAsync("/pesan", [.. busyPage.Hidden("/pesan"), ("teks", $"kata {n}")]));

        Assert.Contains(busyAnswers, a => a.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Contains("> halo", (await siti.WriteAsync(page, "halo")).Bubbles);
    }

    [Fact]
    public async Task An_address_that_asks_for_pages_without_end_is_refused()
    {
        await using var counter = await Counter.OpenAsync(address: Few);
        using var stranger = counter.Visitor();

        var answers = await TogetherAsync(40, _ => stranger.OpenAsync());

        var refused = answers.First(p => p.Status != HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("Terlalu cepat", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/chat.css")).StatusCode);
    }

    [Fact]
    public async Task A_whole_household_behind_one_address_presses_as_it_likes()
    {
        await using var counter = await Counter.OpenAsync();

        var pages = await TogetherAsync(20, async n =>
        {
            using var visitor = counter.Visitor();
            var page = await visitor.BeginAsync();
            for (var i = 0; i < 5; i++) page = await visitor.WriteAsync(page, $"kata {n} {i}");
            return page;
        });

        Assert.All(pages, p => Assert.Equal(HttpStatusCode.OK, p.Status));
    }

    [Theory]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("192.0.2.7", "192.0.2.7")]
    public void An_address_is_a_household(string address, string household) =>
        Assert.Equal(IPAddress.Parse(household), Crowding.Household(IPAddress.Parse(address)));

    private static Task<T[]> TogetherAsync<T>(int times, Func<int, Task<T>> act) => Task.WhenAll(Enumerable.Range(0, times).Select(act));
}
