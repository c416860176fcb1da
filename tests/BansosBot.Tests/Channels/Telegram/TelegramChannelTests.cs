using System.Collections.Immutable;
using BansosBot.Channels.Telegram;
using BansosBot.Delivery;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BotApiServer;

namespace BansosBot.Tests.Channels.Telegram;

/// <summary>The real Telegram.Bot against the test server: what a person sees, and what each failure is called.</summary>
public sealed class TelegramChannelTests : IAsyncLifetime
{
    private BotApi api = null!;
    private TelegramDoor door = null!;
    private Person wali = null!;

    public async ValueTask InitializeAsync()
    {
        api = await BotApi.StartAsync();
        door = new(api.Token, api.Address);
        wali = api.Person("Bu Aminah");
        wali.Says("/start");
    }

    public async ValueTask DisposeAsync()
    {
        door.Dispose();
        await api.DisposeAsync();
    }

    [Fact]
    public async Task Words_bold_parts_and_buttons_arrive_as_they_were_meant()
    {
        var letter = Letter("Nomor *tidak* <b>tebal</b> & _aman_ 😀 tebal") with
        {
            Words = new("Nomor *tidak* <b>tebal</b> & _aman_ 😀 tebal", [new(0, 5), new(39, 5)]),
            Buttons = [[new("Ya", 0, null), new("Tidak", 1, null)], [new("Buka", -1, "https://example.org/a")]],
            Question = 7,
        };

        Assert.IsType<Delivered.Sent>(await SendAsync(letter));

        var seen = await wali.NextAsync();
        Assert.Equal(letter.Words.Text, seen.Text);
        Assert.Equal([("bold", 0, 5), ("bold", 39, 5)], seen.Entities.Select(e => (e.Type, e.Offset, e.Length)));
        Assert.Equal([["1:7:0", "1:7:1"], [null]], seen.Buttons.Select(row => row.Select(b => b.Data).ToArray()));
        Assert.Equal("https://example.org/a", seen.Buttons[1][0].Url);
    }

    [Theory]
    [InlineData(1_024, "document")]
    [InlineData(1_025, "document,text")]
    public async Task A_file_bears_its_words_where_they_fit_under_it_and_else_goes_before_them(int length, string kinds)
    {
        var words = new string('a', length);
        Assert.IsType<Delivered.Sent>(await SendAsync(Letter(words) with { File = new("data-saya.json", "{}"u8.ToArray()) }));

        var seen = await wali.WaitUntilAsync(all => all.Any(m => m.Text.Length > 0));
        Assert.Equal(kinds, string.Join(',', seen.Select(m => m.Kind)));
        Assert.Equal(words, seen[^1].Text);
    }

    public static TheoryData<string, string> Failures => new()
    {
        { "429", nameof(Delivered.Slower) }, { "403", nameof(Delivered.Unreachable) }, { "400", nameof(Delivered.NotAccepted) }, { "chat not found", nameof(Delivered.Unreachable) },
        { "401", nameof(Delivered.Outage) }, { "500", nameof(Delivered.Outage) }, { "502 html", nameof(Delivered.Outage) },
        { "cut before", nameof(Delivered.Uncertain) }, { "response lost", nameof(Delivered.Uncertain) }, { "truncated", nameof(Delivered.Uncertain) },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Each_failure_is_told_by_its_kind_and_the_next_message_goes_through(string failure, string kind)
    {
        var next = api.Next("sendMessage");
        switch (failure)
        {
            case "429": next.AnswersTooManyRequests(3); break;
            case "403": next.AnswersBlocked(); break;
            case "400": next.Answers(400, "Bad Request: message text is empty"); break;
            case "chat not found": next.Answers(400, "Bad Request: chat not found"); break;
            case "401": next.Answers(401, "Unauthorized"); break;
            case "500": next.AnswersServerError(); break;
            case "502 html": next.AnswersBadGateway(); break;
            case "cut before": next.IsCutBefore(); break;
            case "response lost": next.LosesItsResponse(); break;
            case "truncated": next.IsTruncated(); break;
            default: throw new ArgumentOutOfRangeException(nameof(failure));
        }

        var delivered = await SendAsync(Letter("Halo"));

        Assert.Equal(kind, delivered.GetType().Name);
        if (delivered is Delivered.Slower slower) Assert.Equal(TimeSpan.FromSeconds(3), slower.RetryAfter);
        Assert.IsType<Delivered.Sent>(await SendAsync(Letter("Halo lagi")));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_outage()
    {
        var gone = await BotApi.StartAsync();
        await gone.DisposeAsync();
        using var nowhere = new TelegramDoor(gone.Token, gone.Address);

        Assert.IsType<Delivered.Outage>(await nowhere.Channel.SendAsync(Letter("Halo"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_has_blocked_the_bot_or_never_wrote_is_unreachable()
    {
        wali.Blocks();
        Assert.IsType<Delivered.Unreachable>(await SendAsync(Letter("Halo")));

        Assert.IsType<Delivered.Unreachable>(await SendAsync(Letter("Halo") with { To = new("telegram", "424242") }));
    }

    private Letter Letter(string text) => new(
        new(UpdateReader.ChannelName, wali.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), Worded.Plain(text), ImmutableArray<ImmutableArray<LetterButton>>.Empty, 0, null);

    private Task<Delivered> SendAsync(Letter letter) => door.Channel.SendAsync(letter, TestContext.Current.CancellationToken);
}
