using System.Net;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Protection;

namespace BansosBot.Tests.Channels.WebChat;

/// <summary>A telephone that others use: leaving, what is shown to whom, and what is closed after half an hour.</summary>
public sealed class SharedPhoneTests
{
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

    [Theory]
    [InlineData("button")]
    [InlineData("/keluar")]
    public async Task A_cookie_that_was_copied_before_opens_nothing_once_the_person_has_left(string way)
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await siti.PressAsync(await siti.BeginAsync(), "Berkas saya");
        var file = page.Html.Split("href=\"").Single(h => h.StartsWith("/berkas/", StringComparison.Ordinal)).Split('"')[0];
        using var stranger = siti.Copied();
        Assert.Contains("> Berkas saya", (await stranger.OpenAsync()).Bubbles);           // a control: the copy is good so far
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(file)).StatusCode);

        _ = way == "button" ? await siti.SendAsync(page, "/keluar") : await siti.WriteAsync(page, way);

        var after = await stranger.OpenAsync();
        Assert.True(after.HasForm("/mulai"));
        Assert.Empty(after.Bubbles);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(file)).StatusCode);
    }

    [Fact]
    public async Task A_form_that_was_open_elsewhere_when_the_person_left_is_not_taken()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await siti.BeginAsync();
        using var stranger = siti.Copied();
        using var pressing = siti.Copied();
        using var again = siti.Copied();
        await siti.SendAsync(page, "/keluar");

        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.WriteAsync(page, "masih di sini?")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await pressing.PressAsync(page, "Berkas saya")).Status);
        var begun = await again.SendAsync(await again.OpenAsync(), "/mulai");
        Assert.Equal(2, begun.Bubbles.Count);                        // a conversation of its own
        Assert.True((await siti.OpenAsync()).HasForm("/mulai"));
    }

    [Fact]
    public async Task A_cookie_that_was_copied_before_begins_nothing_where_everything_was_erased()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var asked = await siti.WriteAsync(await siti.BeginAsync(), "/hapus_data");
        using var stranger = siti.Copied();
        using var later = siti.Copied();
        await siti.PressAsync(asked, "Ya, hapus");

        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.WriteAsync(asked, "halo")).Status);
        counter.Clock.Advance(Seen.For + TimeSpan.FromMinutes(1));      // nothing is left of it, not even the ids of its messages
        Assert.Equal(HttpStatusCode.Forbidden, (await later.WriteAsync(asked, "halo")).Status);
    }

    [Fact]
    public async Task A_cookie_that_was_planted_before_opens_nothing_once_consent_is_given()
    {
        await using var counter = await Counter.OpenAsync();
        using var planter = counter.Visitor();
        var prepared = await planter.BeginAsync();
        using var siti = planter.Copied();
        await planter.PressAsync(prepared, "Saya setuju");               // a consent of the planter's own prepares nothing
        using var later = planter.Copied();

        var page = await later.PressAsync(await later.OpenAsync(), "Saya setuju");
        page = await later.WriteAsync(page, "nama saya siti");

        Assert.Contains("> nama saya siti", page.Bubbles);
        Assert.Empty((await planter.OpenAsync()).Bubbles);
        Assert.Equal(HttpStatusCode.Forbidden, (await planter.WriteAsync(prepared, "halo")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await siti.PressAsync(prepared, "Berkas saya")).Status);
        Assert.Contains("> nama saya siti", (await later.OpenAsync()).Bubbles);      // nor did they take the newer cookie away
    }

    [Fact]
    public async Task A_browser_that_lost_the_answer_to_the_consent_sends_the_form_again_and_goes_on()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await siti.BeginAsync();
        using var lost = siti.Copied();
        using var other = siti.Copied();
        await siti.PressAsync(page, "Saya setuju");

        Assert.Equal(HttpStatusCode.Forbidden, (await other.PressAsync(page, "Berkas saya")).Status);
        var again = await lost.PressAsync(page, "Saya setuju");

        Assert.Contains("Terima kasih.", again.Bubbles[^1], StringComparison.Ordinal);
        Assert.Contains("> halo", (await lost.WriteAsync(again, "halo")).Bubbles);
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(0, true)]
    public async Task That_form_names_nobody_any_more_after_a_while_or_once_more_was_said(int minutes, bool saysMore)
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await siti.BeginAsync();
        using var prepared = siti.Copied();
        var consented = await siti.PressAsync(page, "Saya setuju");
        counter.Clock.Advance(TimeSpan.FromMinutes(minutes));
        if (saysMore) await siti.WriteAsync(consented, "halo");

        Assert.Equal(HttpStatusCode.Forbidden, (await prepared.PressAsync(page, "Saya setuju")).Status);
        Assert.Empty((await prepared.OpenAsync()).Bubbles);
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
        Assert.Contains("tulis tanggal lahir orang yang didaftarkan", Assert.Single((await siti.OpenAsync()).Bubbles), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_with_a_report_is_loaded_anew_when_the_report_is_over_and_ends_as_it_began()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var before = await siti.PressAsync(await siti.BeginAsync(), "Berkas saya");
        counter.Clock.Advance(TimeSpan.FromMinutes(1));

        var told = await siti.WriteAsync(before, "lapor anak");
        Assert.Contains("""http-equiv="refresh" content="901;url=/""", told.Html, StringComparison.Ordinal);
        counter.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Contains("""http-equiv="refresh" content="301;url=/""", (await siti.OpenAsync()).Html, StringComparison.Ordinal);      // opened again it stands no longer

        counter.Clock.Advance(TimeSpan.FromSeconds(301));
        Page after;
        do after = await siti.OpenAsync();
        while (after.Bubbles.Count == before.Bubbles.Count + 1 && after.Text.Contains("110", StringComparison.Ordinal));        // the clockwork runs beside us
        Assert.Equal(before.Bubbles, after.Bubbles.SkipLast(1));
        Assert.Contains("Apa yang bisa kami bantu?", after.Bubbles[^1], StringComparison.Ordinal);
        Assert.Contains("Ini berkasnya.", (await siti.PressAsync(after, "Berkas saya")).Bubbles[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_told_of_a_child_at_a_closed_page_is_shown_for_a_quarter_of_an_hour_and_never_once_it_is_open()
    {
        await using var counter = await Counter.OpenAsync();
        using var siti = counter.Visitor();
        var page = await siti.WriteAsync(await siti.PressAsync(await siti.BeginAsync(), "Anak saya"), "3/12/14");
        page = await siti.PressAsync(page, "Benar");
        counter.Clock.Advance(Locking.IdleMax);
        page = await siti.WriteAsync(page, "lapor anak");
        Assert.Contains("110", Assert.Single(page.Bubbles), StringComparison.Ordinal);
        Assert.Contains("""http-equiv="refresh" content="901;url=/""", page.Html, StringComparison.Ordinal);

        counter.Clock.Advance(ProtectErrand.OpenFor);
        page = await siti.OpenAsync();
        Assert.DoesNotContain("110", Assert.Single(page.Bubbles), StringComparison.Ordinal);

        page = await siti.WriteAsync(page, "3 desember 2014");
        Assert.DoesNotContain("110", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tidak ditampilkan", page.Text, StringComparison.Ordinal);
        Assert.Contains("> Benar", page.Bubbles);
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
