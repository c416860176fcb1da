using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Surveys;
using BansosBot.Tests.Applications;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Surveys;

/// <summary>"Apakah terbantu?": when it is asked, what is counted, and that it stands in nobody's way.</summary>
public sealed class RatingTests : CasesAtHand
{
    private const string FromStatus = "go:rate:tanya:status";

    [Fact]
    public async Task Two_taps_are_counted_and_lead_back_to_nobody()
    {
        await AskedAsync(Stage.Verified);

        await PressAsync("1", "go:rate:belum:status");
        var thanks = await PressAsync("1", "go:rate:belum:status:jawaban");

        Assert.Contains(thanks[0].Buttons.SelectMany(r => r), b => b.Label == "Bicara dengan petugas");
        Assert.Equal(["status False : 1", "status False jawaban: 1"], await CountsAsync());
        Assert.DoesNotContain("jawaban", System.Text.Json.JsonSerializer.Serialize(await ConversationAsync(Own), BansosBot.Storage.StoredJson.Conversation)
            .Replace("status:jawaban", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ya", "status True : 1")]
    [InlineData("sudah", "status True : 1")]
    [InlineData("belum", "status False : 1")]
    [InlineData("tidak", "status False : 1")]
    public async Task It_is_answered_in_words_too(string said, string counted)
    {
        await AskedAsync(Stage.Verified);

        await SaysAsync("1", said);

        Assert.Equal([counted], await CountsAsync());
    }

    [Theory]
    [InlineData("bansos sy kpn cair", "Di kelurahan mana Bapak/Ibu tinggal?")]
    [InlineData("menu", "Apa yang bisa kami bantu?")]
    [InlineData("status", "YAPI-2025-000001")]
    [InlineData("halo", "Apa yang bisa kami bantu?")]
    public async Task Whatever_else_is_written_is_understood_as_ever(string said, string answer)
    {
        await AskedAsync(Stage.Verified);

        var letter = Assert.Single(await SaysAsync("1", said));

        Assert.Contains(answer, letter.Words.Text, StringComparison.Ordinal);
        Assert.Empty(await CountsAsync());
    }

    [Fact]
    public async Task A_button_of_it_that_is_past_counts_nothing()
    {
        await AskedAsync(Stage.Verified);
        var asked = await ConversationAsync(Own);
        await SaysAsync("1", "menu");

        await Hall.SaysAsync("1", (chat, id) => new Incoming.Press(chat, id, asked.Question, 0));

        Assert.Empty(await CountsAsync());
    }

    [Fact]
    public async Task A_chat_is_asked_once_in_thirty_days_whether_or_not_it_answered()
    {
        await AskedAsync(Stage.Verified);
        await SaysAsync("1", "status");
        Assert.StartsWith("Apa yang bisa kami bantu?", (await PressAsync("1", FromStatus))[0].Words.Text, StringComparison.Ordinal);

        await Hall.WaitsAsync("1", RatingErrand.AskedEvery);
        await SaysAsync("1", "status");
        Assert.StartsWith("Apakah Bapak/Ibu terbantu?", (await PressAsync("1", FromStatus))[0].Words.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Stage.RefusedByOffice)]
    [InlineData(Stage.RefusedByMinistry)]
    [InlineData(Stage.NeedsCorrection)]
    [InlineData(Stage.Lapsed)]
    [InlineData(Stage.Ended)]
    public async Task Bad_news_is_not_followed_by_the_question(Stage stage)
    {
        await PutAsync(Own, Filed(Own) with { Stage = stage });

        await SaysAsync("1", "status");

        Assert.DoesNotContain(FromStatus, (await ConversationAsync(Own)).Choices);
    }

    [Fact]
    public async Task A_report_of_a_child_in_danger_is_not_followed_by_it()
    {
        await SaysAsync("1", "bapak mukulin saya");
        await SaysAsync("1", "Kp. Cilowong");
        await SaysAsync("1", "tidak mau");

        var menu = await PressAsync("1", Everywhere.Menu);

        Assert.StartsWith("Apa yang bisa kami bantu?", menu[0].Words.Text, StringComparison.Ordinal);
    }

    private async Task AskedAsync(Stage stage)
    {
        await PutAsync(Own, Filed(Own) with { Stage = stage });
        await SaysAsync("1", "status");
        Assert.StartsWith("Apakah Bapak/Ibu terbantu?", (await PressAsync("1", FromStatus))[0].Words.Text, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> CountsAsync() =>
        (await Hall.Bot.Store.RatingsAsync(2025, Tuesday.Month, Stop)).Select(r => $"{r.Rating.Service} {r.Rating.Helped} {r.Rating.Reason}: {r.Times}");
}
