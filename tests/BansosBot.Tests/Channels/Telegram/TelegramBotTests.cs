using BansosBot.Domain.Conversations;
using BansosBot.Simulation;
using BansosBot.Tests.Storage;
using BansosBot.Tests.Transcripts;
using BotApiServer;
using Microsoft.Extensions.Logging;

namespace BansosBot.Tests.Channels.Telegram;

/// <summary>The whole bot against the test server: what is fetched, when it is confirmed, what people see.</summary>
public sealed class TelegramBotTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private readonly TestLog log = new();
    private readonly ILoggerFactory logs;
    private readonly ManualResetEventSlim goOn = new(initialState: true);
    private BotApi api = null!;
    private TinyBot tiny = null!;
    private Person wali = null!;
    private int reads;

    public TelegramBotTests() => logs = LoggerFactory.Create(b => b.AddProvider(log));

    public async ValueTask InitializeAsync()
    {
        api = await BotApi.StartAsync();
        wali = api.Person("Bu Aminah");
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        goOn.Set();
        await tiny.DisposeAsync();
        await api.DisposeAsync();
        goOn.Dispose();
        logs.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_whole_application_by_chat()
    {
        await FiledAsync(wali, 1);

        await api.AllConfirmedAsync();
        Assert.Equal(4, wali.Saw().Count);
    }

    [Fact]
    public async Task The_offset_moves_on_only_when_everything_of_the_poll_is_on_the_disk()
    {
        wali.Says("/daftar");
        await wali.NextAsync();
        await api.AllConfirmedAsync();
        goOn.Reset();

        var slow = wali.Says("kata");
        await UntilAsync(() => Volatile.Read(ref reads) > 0);
        var other = api.Person("Pak Jaya");
        var late = other.Says("/daftar");
        Assert.Equal([slow, late], api.WaitingUpdates());
        goOn.Set();

        await api.AllConfirmedAsync();
        Assert.Equal(1, (await ConversationAsync(other)).Revision);
        Assert.Equal(2, (await ConversationAsync(wali)).Revision);
    }

    [Fact]
    public async Task A_stop_in_the_middle_of_a_message_takes_it_once_after_the_start()
    {
        wali.Says("/daftar");
        await wali.NextAsync();
        goOn.Reset();
        wali.Says("kata");
        await UntilAsync(() => Volatile.Read(ref reads) > 0);

        var stopping = tiny.DisposeAsync();
        goOn.Set();
        await stopping;
        await StartAsync();

        await api.AllConfirmedAsync();
        await wali.WaitUntilAsync(all => all.Count >= 2);
        Assert.Equal(2, (await ConversationAsync(wali)).Revision);
        Assert.Equal(2, wali.Saw().Count);
    }

    [Fact]
    public async Task A_poisoned_message_in_a_batch_is_parked_and_the_others_go_on()
    {
        var others = Enumerable.Range(0, 5).Select(i => api.Person($"Orang {i}")).ToList();
        wali.Says("/daftar");
        await wali.NextAsync();

        await tiny.DisposeAsync();
        wali.Says("racun");
        foreach (var other in others) other.Says("/daftar");
        wali.Says("kata");
        await StartAsync();

        await api.AllConfirmedAsync();
        foreach (var other in others) Assert.Equal("Kata pertama?", (await other.NextAsync()).Text);
        await wali.WaitUntilAsync(all => all.Count == 3);
        Assert.Equal("/daftar kata", string.Join(' ', "/daftar", (await ConversationAsync(wali)).Drafts["apply"].Answers.Values.OfType<Answer.Free>().Single().Text));
    }

    [Fact]
    public async Task Odd_and_unknown_updates_hold_nothing_up()
    {
        string[] odd =
        [
            """{"telepathy":{"from":{"id":1}}}""",
            """{"message":{"message_id":7,"date":1,"text":"tanpa chat"}}""",
            """{"message":{"message_id":8,"date":1,"chat":{"id":9,"type":"cave"},"text":"gua"}}""",
            """{"message":{"message_id":8,"date":1,"chat":{"id":9,"type":"private"}}}""",
            """{"message":{"message_id":8,"date":1,"chat":{"id":9,"type":"private"},"photo":[]}}""",
            """{"message":{"message_id":8,"date":1,"chat":{"id":9,"type":"private"},"document":{}}}""",
            """{"message":{"message_id":8,"date":1,"chat":{"id":9,"type":"private"},"text":"\u0000"}}""",
            """{"edited_message":{"message_id":8,"date":1}}""",
            """{"callback_query":{"id":"1"}}""",
            """{"callback_query":{"id":"1","from":{"id":9,"is_bot":false,"first_name":"X"},"data":"9:9:9:9"}}""",
            """{"my_chat_member":{"date":1}}""",
        ];
        foreach (var update in odd) api.Inject(update);

        await FiledAsync(wali, 1);

        await api.AllConfirmedAsync();
    }

    /// <summary>Each makes Telegram.Bot throw for the whole answer that it stands in.</summary>
    [Theory]
    [InlineData("""{"message":"a text in place of a message"}""")]
    [InlineData("""{"message":{"message_id":8,"date":"yesterday","chat":{"id":9,"type":"private"},"text":"gua"}}""")]
    [InlineData("""{"my_chat_member":{"date":1,"chat":{"id":9,"type":"private"},"new_chat_member":{"status":"levitating","user":{"id":9}}}}""")]
    public async Task An_update_that_the_library_cannot_read_is_skipped_and_those_around_it_are_taken_in_order(string unread)
    {
        await tiny.DisposeAsync();
        wali.Says("/daftar");
        wali.Says("kata1");
        var id = api.Inject(unread);
        wali.Says(Invented.Nik(1).Reveal());
        wali.Says("akhir");

        await StartAsync();

        await wali.WaitForAsync(m => m.Text.Contains("untuk kata1,", StringComparison.Ordinal));
        await api.AllConfirmedAsync();
        var line = Assert.Single(log.Lines, l => l.Contains("is skipped", StringComparison.Ordinal));
        Assert.Contains($"Update {id} of Telegram is skipped", line, StringComparison.Ordinal);
        Assert.DoesNotContain("gua", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeated_updates_and_updates_out_of_order_take_effect_once()
    {
        wali.Says("/daftar");
        await wali.NextAsync();
        var kata = wali.Says("kata");
        await wali.NextAsync();
        await api.AllConfirmedAsync();

        for (var i = 0; i < 3; i++)
        {
            api.ServeAgain(kata);
            await UntilServedAsync();
        }

        Assert.Equal(2, (await ConversationAsync(wali)).Revision);
        Assert.Equal(2, wali.Saw().Count);

        await tiny.DisposeAsync();
        var others = Enumerable.Range(0, 3).Select(i => api.Person($"Orang {i}")).ToList();
        foreach (var other in others) other.Says("/daftar");
        api.ServeNextReversed();
        await StartAsync();
        await api.AllConfirmedAsync();
        foreach (var other in others) Assert.Equal(1, (await ConversationAsync(other)).Revision);
    }

    [Fact]
    public async Task Update_ids_that_begin_anew_lower_down_are_taken()
    {
        await FiledAsync(wali, 1);
        await api.AllConfirmedAsync();
        await tiny.DisposeAsync();
        await StartAsync();
        api.RestartUpdateIdsAt(4_711);

        await FiledAsync(wali, 2);

        await api.AllConfirmedAsync();
        Assert.Equal(2, (await ConversationAsync(wali)).Cases.Length);
    }

    [Theory]
    [InlineData("sendMessage")]
    [InlineData("getUpdates")]
    public async Task An_outage_delays_and_loses_nothing(string method)
    {
        api.Next(method, times: 2).AnswersBadGateway();
        api.Next(method, times: 1, after: 2).IsCutBefore();

        await FiledAsync(wali, 1);

        Assert.Equal(4, wali.Saw().Count);
    }

    [Fact]
    public async Task A_person_who_blocks_the_bot_is_known_to_have_gone_and_to_be_back()
    {
        await FiledAsync(wali, 1);
        wali.Blocks();
        await api.AllConfirmedAsync();
        Assert.False((await ConversationAsync(wali)).IsReachable);

        wali.Unblocks();
        await api.AllConfirmedAsync();

        Assert.True((await ConversationAsync(wali)).IsReachable);
    }

    private async Task StartAsync() => tiny = await TinyBot.OpenAsync(folder.Path, api.Address, api.Token, TimeProvider.System, logs, new TinyErrand(text =>
    {
        Interlocked.Increment(ref reads);
        if (text == "racun") throw new InvalidOperationException("a mistake in the flow");
        goOn.Wait(TimeSpan.FromSeconds(20));
    }));

    private static async Task FiledAsync(Person person, int n)
    {
        foreach (var text in (string[])["/daftar", $"kata{n}", Invented.Nik(n).Reveal(), "akhir"]) person.Says(text);
        await person.WaitForAsync(m => m.Text.Contains($"untuk kata{n},", StringComparison.Ordinal));
    }

    private async Task<Conversation> ConversationAsync(Person person) => await tiny.Bot.Store.ConversationAsync(
        new("telegram", person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), TestContext.Current.CancellationToken);

    private static async Task UntilAsync(Func<bool> holds)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(20), "Not in time.");
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Until another poll has been answered: a message of somebody else's has been taken behind it.</summary>
    private async Task UntilServedAsync()
    {
        var marker = api.Person("Penanda");
        marker.Says("/daftar");
        await marker.NextAsync();
    }
}
