using System.Net;

namespace BansosBot.Tests.Channels.WebChat;

/// <summary>What a form brings: sent twice, gone back to, of another page or another browser, too large.</summary>
public sealed class FormTests
{
    private const string OldButton = "Tombol itu";

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
}
