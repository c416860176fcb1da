using System.Net;
using BansosBot.Domain.Conversations;

namespace BansosBot.Tests.Channels.WebChat;

public sealed class WebChatTests
{
    private const string OldButton = "Tombol itu";

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
    public async Task A_form_sent_twice_is_one_message()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await siti.BeginAsync();
        var once = await siti.WriteAsync(page, "halo");

        var twice = await siti.WriteAsync(page, "halo");

        Assert.Equal(once.Bubbles, twice.Bubbles);
    }

    [Fact]
    public async Task Going_back_and_writing_something_else_is_another_message()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await siti.BeginAsync();
        await siti.WriteAsync(page, "halo");

        var after = await siti.WriteAsync(page, "selamat pagi");

        Assert.Contains("> halo", after.Bubbles);
        Assert.Contains("> selamat pagi", after.Bubbles);
    }

    [Fact]
    public async Task A_button_of_a_page_that_is_past_gets_one_sentence_and_the_question_again()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var menu = await siti.BeginAsync();
        await siti.PressAsync(menu, "Kirim surat");

        var page = await siti.PressAsync(menu, "Berkas saya");

        Assert.Contains(OldButton, page.Bubbles[^1], StringComparison.Ordinal);
        Assert.Contains("Surat apa itu?", page.Bubbles[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x:y")]
    [InlineData("99999999999999999999:0")]
    public async Task A_press_that_no_page_of_ours_has_is_an_old_button(string press)
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await siti.BeginAsync();

        page = await siti.SendAsync(page, "/tombol", ("pilih", press));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(OldButton, page.Bubbles[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_our_token_changes_nothing_and_keeps_what_was_typed()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await siti.BeginAsync();
        var fields = page.Hidden("/pesan").Where(f => f.Name != "kunci").Append(("teks", "jalan \"Melati\"")).ToArray();

        var refused = await siti.FollowAsync(await siti.PostAsync("/pesan", fields));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(page.Bubbles, refused.Bubbles);
        Assert.Contains("terlalu lama terbuka", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"jalan &quot;Melati&quot;\"", refused.Html, StringComparison.Ordinal);
        Assert.Equal("> jalan \"Melati\"", (await siti.WriteAsync(refused, "jalan \"Melati\"")).Bubbles[^2]);
    }

    [Fact]
    public async Task A_form_of_another_browser_is_not_taken()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        using var stranger = counter.Visitor();
        var page = await siti.BeginAsync();
        var theirs = await stranger.BeginAsync();

        var refused = await siti.WriteAsync(theirs, "halo");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(page.Bubbles, refused.Bubbles);
    }

    [Theory]
    [InlineData("kurang")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA\nA")]
    public async Task An_id_that_no_form_of_ours_has_is_not_taken(string id)
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await siti.BeginAsync();
        var fields = page.Hidden("/pesan").Where(f => f.Name != "id").Append(("id", id)).Append(("teks", "halo")).ToArray();

        Assert.Equal(HttpStatusCode.BadRequest, (await siti.PostAsync("/pesan", fields)).StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_too_large_gets_a_sentence_and_changes_nothing()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await siti.BeginAsync();

        var refused = await siti.WriteAsync(page, new string('a', 70_000));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
        Assert.Contains("terlalu panjang", refused.Text, StringComparison.Ordinal);
        Assert.Equal(page.Bubbles, refused.Bubbles);
    }

    [Fact]
    public async Task An_empty_message_gets_one_sentence()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await siti.BeginAsync();

        var after = await siti.WriteAsync(page, "   ");

        Assert.Equal(page.Bubbles.Count + 1, after.Bubbles.Count);
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

    [Fact]
    public async Task Leaving_shows_the_introduction_and_the_conversation_no_more()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await siti.WriteAsync(await siti.BeginAsync(), "halo");

        var left = await siti.SendAsync(page, "/keluar");

        Assert.Contains("sudah keluar", left.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("halo", left.Bubbles);
        Assert.False((await siti.OpenAsync()).HasForm("/pesan"));
        Assert.Equal(HttpStatusCode.Forbidden, (await siti.WriteAsync(page, "masih di sini?")).Status);
    }

    [Fact]
    public async Task The_command_to_leave_leaves()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();

        var left = await siti.WriteAsync(await siti.BeginAsync(), "/keluar");

        Assert.True(left.HasForm("/mulai"));
        Assert.False((await siti.OpenAsync()).HasForm("/pesan"));
    }

    [Fact]
    public async Task Who_has_everything_erased_reads_the_last_word_and_the_session_is_over()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var asked = await siti.WriteAsync(await siti.BeginAsync(), "/hapus_data");

        var page = await siti.PressAsync(asked, "Ya, hapus");

        Assert.Contains("Data Bapak/Ibu sudah kami hapus.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Bubbles);
        Assert.False(page.HasForm("/pesan"));
        var later = await siti.OpenAsync();
        Assert.DoesNotContain("sudah kami hapus", later.Text, StringComparison.Ordinal);
        Assert.NotEmpty((await siti.BeginAsync()).Bubbles);
    }

    [Fact]
    public async Task After_half_an_hour_nothing_is_shown_until_the_childs_birth_date_is_given()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await siti.PressAsync(await siti.BeginAsync(), "Berkas saya");
        var file = page.Html.Split("href=\"").Single(h => h.StartsWith("/berkas/", StringComparison.Ordinal)).Split('"')[0];
        page = await siti.WriteAsync(await siti.PressAsync(await siti.WriteAsync(page, "menu"), "Anak saya"), "3/12/14");
        page = await siti.WriteAsync(await siti.PressAsync(page, "Benar"), "surat dari Bu Siti");
        counter.Clock.Advance(Locking.IdleMax - TimeSpan.FromSeconds(1));
        Assert.Contains("> surat dari Bu Siti", (await siti.OpenAsync()).Bubbles);
        counter.Clock.Advance(TimeSpan.FromSeconds(1));
        var stored = counter.Stored().ToArray();

        var closed = await siti.OpenAsync();

        Assert.Contains("""http-equiv="refresh" content="1801;url=/""", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv", closed.Html, StringComparison.Ordinal);
        Assert.Contains("kami tutup", Assert.Single(closed.Bubbles), StringComparison.Ordinal);
        Assert.Empty(closed.Buttons);
        Assert.False(closed.HasForm("/foto"));
        Assert.Equal(HttpStatusCode.NotFound, (await siti.GetAsync(file)).StatusCode);
        Assert.Equal(stored, counter.Stored());
        closed = await siti.PressAsync(page, "Menu");           // the page was left open on the screen
        Assert.Contains("kami tutup", Assert.Single(closed.Bubbles), StringComparison.Ordinal);
        closed = await siti.WriteAsync(closed, "4/12/14");
        Assert.StartsWith("Tanggal lahirnya tidak cocok.", Assert.Single(closed.Bubbles), StringComparison.Ordinal);

        var open = await siti.WriteAsync(closed, "3 desember 2014");

        Assert.Contains("> surat dari Bu Siti", open.Bubbles);
        Assert.Contains("Kirim fotonya.", open.Bubbles[^1], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await siti.GetAsync(file)).StatusCode);
    }

    [Fact]
    public async Task A_page_closed_by_five_misses_says_until_when_and_where_the_officers_are()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await siti.WriteAsync(await siti.PressAsync(await siti.BeginAsync(), "Anak saya"), "3/12/14");
        page = await siti.WriteAsync(await siti.PressAsync(page, "Benar"), "surat dari Bu Siti");
        counter.Clock.Advance(Locking.IdleMax);
        page = await siti.WriteAsync(await siti.OpenAsync(), "petugas");
        Assert.Contains("Telepon: 0254-000000", Assert.Single(page.Bubbles), StringComparison.Ordinal);
        Assert.Equal(["Bicara dengan petugas"], page.Buttons);
        Assert.Contains("Telepon: 0254-000000", (await siti.PressAsync(page, "Bicara dengan petugas")).Bubbles[^1], StringComparison.Ordinal);
        for (var miss = 1; miss <= 5; miss++) page = await siti.WriteAsync(page, $"{miss}/5/15");

        page = await siti.WriteAsync(page, "3 desember 2014");

        var until = TimeZoneInfo.ConvertTime(counter.Clock.GetUtcNow() + TimeSpan.FromHours(24) + TimeSpan.FromMinutes(1), TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));
        Assert.Contains($"pukul {until:HH.mm} WIB", Assert.Single(page.Bubbles), StringComparison.Ordinal);
        Assert.Contains("Telepon: 0254-000000", page.Bubbles[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Siti", page.Bubbles[0], StringComparison.Ordinal);
        counter.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Contains("tulis tanggal lahir anak", Assert.Single((await siti.OpenAsync()).Bubbles), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_gave_no_birth_date_is_not_asked_for_one()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        await siti.WriteAsync(await siti.BeginAsync(), "halo");
        counter.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Contains("> halo", (await siti.OpenAsync()).Bubbles);
    }

    [Fact]
    public async Task A_file_of_a_message_is_for_this_session_only()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        using var stranger = counter.Visitor();
        var page = await siti.PressAsync(await siti.BeginAsync(), "Berkas saya");
        await stranger.BeginAsync();
        var address = page.Html.Split("href=\"").Single(h => h.StartsWith("/berkas/", StringComparison.Ordinal)).Split('"')[0];

        var mine = await siti.GetAsync(address);

        Assert.Equal("application/json", mine.Content.Headers.ContentType!.MediaType);
        Assert.Equal("data-saya.json", mine.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("Siti Contoh", await mine.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(mine.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
    }
}
