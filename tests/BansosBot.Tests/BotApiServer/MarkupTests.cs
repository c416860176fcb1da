using BotApiServer;
using Telegram.Bot;
using Telegram.Bot.Types.Enums;

namespace BansosBot.Tests.BotApiServerTests;

public sealed class MarkupTests
{
    [Theory]
    [InlineData(ParseMode.Html, "<b>Bu &lt;A&gt;</b> <i>ya</i>", "Bu <A> ya", "bold 0 6", "italic 7 2")]
    [InlineData(ParseMode.Html, "<a href=\"https://serangkota.go.id\">laman</a>", "laman", "text_link 0 5 https://serangkota.go.id")]
    [InlineData(ParseMode.Html, "<pre><code class=\"language-cs\">x</code></pre>", "x", "pre 0 1 cs")]
    [InlineData(ParseMode.Html, "<b>a<i>b</i></b> <blockquote>c</blockquote>", "ab c", "bold 0 2", "italic 1 1", "blockquote 3 1")]
    [InlineData(ParseMode.MarkdownV2, "*Rp200\\.000* _per_ __bulan__", "Rp200.000 per bulan", "bold 0 9", "italic 10 3", "underline 14 5")]
    [InlineData(ParseMode.MarkdownV2, "[laman](https://a\\.id) `k.o.d.e`", "laman k.o.d.e", "text_link 0 5 https://a.id", "code 6 7")]
    [InlineData(ParseMode.MarkdownV2, ">satu\n>dua\ntiga", "satu\ndua\ntiga", "blockquote 0 8")]
    [InlineData(ParseMode.MarkdownV2, "||r|| ~c~", "r c", "spoiler 0 1", "strikethrough 2 1")]
    [InlineData(ParseMode.Markdown, "*a* _b_ [c](https://c.id)", "a b c", "bold 0 1", "italic 2 1", "text_link 4 1 https://c.id")]
    [InlineData(ParseMode.Html, "  <b> x</b>  ", "x", "bold 0 1")]
    public async Task Markup_becomes_entities(ParseMode mode, string written, string text, params string[] entities)
    {
        await using var api = await BotApi.StartAsync();
        var bot = Client.Of(api);
        var wali = await bot.MetAsync(api);

        await bot.SendMessage(wali.Id, written, mode, cancellationToken: TestContext.Current.CancellationToken);

        var seen = await wali.NextAsync();
        Assert.Equal(text, seen.Text);
        Assert.Equal(entities, seen.Entities.Select(e => $"{e.Type} {e.Offset} {e.Length} {e.Argument}".TrimEnd()));
    }
}
