using System.Net;

namespace BansosBot.Tests.Channels.WebChat;

/// <summary>Sessions, and the page as it stands.</summary>
public sealed class WebChatTests
{
    [Fact]
    public async Task Who_comes_first_sees_an_introduction_and_nothing_is_begun()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();

        var page = await siti.OpenAsync();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.HasForm("/mulai"));
        Assert.False(page.HasForm("/pesan"));
        Assert.Null(siti.Cookies.GetCookies(counter.Site)["bansosbot"]);
    }

    [Fact]
    public async Task Beginning_gives_a_strict_cookie_and_shows_the_menu()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var intro = await siti.OpenAsync();

        var answer = await siti.PostAsync("/mulai", intro.Hidden("/mulai"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/#baru", answer.Headers.Location!.ToString());
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("bansosbot=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", cookie, StringComparison.Ordinal);          // plain http on this machine
        var page = await siti.FollowAsync(answer);
        Assert.Equal("> Mulai", page.Bubbles[0]);
        Assert.Contains("Dinas Sosial Kota Serang", page.Bubbles[1], StringComparison.Ordinal);
        Assert.Contains("Kirim surat", page.Buttons);
    }

    [Fact]
    public async Task What_is_written_and_pressed_stands_in_the_log_with_the_buttons_words()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await siti.BeginAsync();

        page = await siti.PressAsync(page, "Kirim surat");
        page = await siti.WriteAsync(page, "surat kematian");

        Assert.Equal(["> Kirim surat", "Surat apa itu?", "> surat kematian", "Kirim fotonya."], page.Bubbles.TakeLast(4));
        Assert.Contains("<strong class=\"whole\">apa</strong>", page.Html, StringComparison.Ordinal);
        Assert.Contains("Saya tunjukkan di kantor", page.Buttons);
        Assert.DoesNotContain("Kirim surat", page.Buttons);
    }

    [Fact]
    public async Task One_address_begins_so_many_conversations_in_an_hour_and_no_more()
    {
        await using var counter = await Counter.OpenAsync(newSessionsPerHour: 2);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var earlier = counter.Visitor();
            Assert.True((await earlier.BeginAsync()).HasForm("/pesan"));
        }

        using var siti = counter.Visitor();
        var refused = await siti.BeginAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.False(refused.HasForm("/pesan"));

        counter.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await siti.SendAsync(refused, "/mulai")).HasForm("/pesan"));
    }

    [Fact]
    public async Task Beginning_twice_goes_on_with_the_same_conversation()
    {
        await using var counter = await Counter.OpenAsync(newSessionsPerHour: 1);
        using var siti = counter.Visitor();
        var intro = await siti.OpenAsync();
        var page = await siti.SendAsync(intro, "/mulai");

        var again = await siti.SendAsync(intro, "/mulai");

        Assert.Equal(page.Bubbles, again.Bubbles);
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%%%")]
    public async Task A_made_up_session_is_none(string cookie)
    {
        await using var counter = await Counter.OpenAsync();
        using var stranger = counter.Visitor();
        stranger.Cookies.Add(counter.Site, new Cookie("bansosbot", cookie));

        Assert.False((await stranger.OpenAsync()).HasForm("/pesan"));
    }

    [Fact]
    public async Task Showing_the_page_writes_nothing()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        using var stranger = counter.Visitor();
        await siti.BeginAsync();
        await stranger.OpenAsync();
        var commits = 0;
        counter.Bot.Store.Committed += _ => commits++;
        var before = counter.Stored().ToList();

        await siti.OpenAsync();
        await siti.OpenAsync("/?start=daftar_yapi");
        await stranger.OpenAsync();
        await stranger.OpenAsync("/berkas/1");

        Assert.Equal(0, commits);
        Assert.Equal(before, counter.Stored());
    }

    [Fact]
    public async Task What_people_write_is_never_read_as_markup()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await siti.BeginAsync();
        const string Attack = "</div><script>alert(1)</script><img src=x onerror=alert(2)> *tebal* \"'&amp;";

        page = await siti.WriteAsync(page, Attack);

        Assert.Contains("> " + Attack, page.Bubbles);
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("tebal</strong>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_allow_the_browser_nothing_but_our_style_and_our_forms()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();

        foreach (var page in new[] { await siti.OpenAsync(), await siti.BeginAsync(), await siti.OpenAsync("/berkas/1") })
        {
            Assert.Equal(
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                page.Headers.GetValues("Content-Security-Policy").Single());
            Assert.True(page.Headers.CacheControl!.NoStore);
            Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", page.Html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task An_address_that_is_not_there_gets_a_page_and_one_of_a_form_leads_to_the_conversation()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        await siti.BeginAsync();

        var nothing = await siti.OpenAsync("/tidak-ada");
        var form = await siti.GetAsync("/pesan");

        Assert.Equal(HttpStatusCode.NotFound, nothing.Status);
        Assert.Contains("Halaman ini tidak ada.", nothing.Text, StringComparison.Ordinal);
        Assert.True(nothing.HasForm("/pesan"));
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (form.StatusCode, form.Headers.Location!.ToString()));
    }
}
