using BansosBot.Delivery;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using BansosBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Delivery;

public sealed class SenderTests : IAsyncLifetime
{
    private static readonly SendingLimits NoLimits = new(0, 0);
    private readonly TestFolder folder = new();
    private readonly FakeTimeProvider clock = new(Tuesday);
    private readonly List<Incoming> cameIn = [];
    private ScriptedChannel channel = null!;
    private LiteDbStore store = null!;
    private Sender sender = null!;

    public ValueTask InitializeAsync()
    {
        Start(NoLimits);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Each_chat_gets_its_messages_in_order()
    {
        for (var i = 0; i < 20; i++)
            for (var chat = 0; chat < 10; chat++) await SayAsync(chat, $"{i}");

        await UntilAsync(() => channel.Tries.Count == 200 && sender.Backlog == 0);

        for (var chat = 0; chat < 10; chat++) Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), channel.To(Chat(chat)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_chat_that_is_asked_to_slow_down_waits_and_no_other(double perChat)
    {
        await RestartAsync(new(0, perChat));
        channel.Next(Chat(1), new Delivered.Slower(TimeSpan.FromSeconds(30)));

        await SayAsync(1, "A");
        await UntilAsync(() => channel.Tries.Count == 1);
        await SayAsync(1, "B");
        await SayAsync(2, "C");
        await UntilAsync(() => channel.To(Chat(2)).Any());
        await UntilAsync(() => channel.Tries.Count == 4, step: TimeSpan.FromSeconds(1));

        Assert.Equal(["A", "A", "B"], channel.To(Chat(1)));
        Assert.Equal(Tuesday, channel.Tries.Single(t => t.Text == "C").At);
        Assert.InRange(channel.Tries.Last(t => t.Text == "A").At - Tuesday, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(31));
    }

    [Fact]
    public async Task What_may_have_arrived_is_sent_once_more_at_most()
    {
        channel.Next(Chat(1), new Delivered.Uncertain(), new Delivered.Uncertain(), new Delivered.Sent());
        channel.Next(Chat(2), new Delivered.Uncertain(), new Delivered.Outage(), new Delivered.Sent());

        await SayAsync(1, "A");
        await SayAsync(1, "B");
        await SayAsync(2, "C");
        await UntilAsync(() => sender.Backlog == 0 && channel.Tries.Count >= 6, step: TimeSpan.FromSeconds(1));

        Assert.Equal(["A", "A", "B"], channel.To(Chat(1)));
        Assert.Equal(["C", "C", "C"], channel.To(Chat(2)));
        Assert.Equal(2, sender.UncertainSends);
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task Who_has_blocked_the_bot_is_told_of_by_the_one_door()
    {
        channel.Next(Chat(1), new Delivered.Unreachable());

        await SayAsync(1, "A");
        await UntilAsync(() => cameIn.Count == 1);

        var reach = Assert.IsType<Incoming.Reachable>(cameIn[0]);
        Assert.Equal((Chat(1), false), (reach.Chat, reach.Is));
        Assert.Single(channel.Tries);
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task A_message_that_is_refused_or_cannot_be_written_is_given_up_and_the_next_one_goes()
    {
        channel.Next(Chat(1), new Delivered.NotAccepted("400 Bad Request"));
        channel.Next(Chat(1), () => throw new FormatException("a mistake of ours"));

        await SayAsync(1, "A");
        await SayAsync(1, "B");
        await SayAsync(1, "no-such-text");
        await SayAsync(1, "C");
        await UntilAsync(() => channel.To(Chat(1)).Contains("C"));

        Assert.Equal(["A", "B", "C"], channel.To(Chat(1)));
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task After_an_outage_it_goes_on_in_order_after_pauses_that_grow_to_a_minute()
    {
        for (var i = 0; i < 9; i++) channel.Next(Chat(1), new Delivered.Outage());

        await SayAsync(1, "A");
        await SayAsync(1, "B");
        await UntilAsync(() => channel.Tries.Count == 11, step: TimeSpan.FromSeconds(2));

        Assert.Equal([.. Enumerable.Repeat("A", 10), "B"], channel.To(Chat(1)));
        var pauses = channel.Tries.Take(10).Zip(channel.Tries.Skip(1).Take(9), (a, b) => (b.At - a.At).TotalSeconds).ToList();
        Assert.InRange(pauses[0], 0, 4);
        Assert.All(pauses, p => Assert.InRange(p, 0, 80));
        Assert.True(pauses[^1] > 40, $"{pauses[^1]}");
    }

    [Fact]
    public async Task After_three_days_nobody_waits_for_a_reply()
    {
        channel.Next(Chat(1), () =>
        {
            clock.Advance(TimeSpan.FromHours(73));
            return Task.FromResult<Delivered>(new Delivered.Outage());
        });

        await SayAsync(1, "A");
        await SayAsync(1, "B");
        await UntilAsync(() => channel.Tries.Count == 2);

        Assert.Equal(["A", "B"], channel.To(Chat(1)));
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task A_message_that_is_held_back_goes_at_its_instant()
    {
        await SayAsync(1, "A", Tuesday.AddSeconds(1.5));
        await SayAsync(2, "B");
        await UntilAsync(() => channel.Tries.Count == 1);

        await UntilAsync(() => channel.Tries.Count == 2, step: TimeSpan.FromSeconds(0.1));

        Assert.Equal(["B", "A"], channel.Tries.Select(t => t.Text));
        Assert.InRange(channel.Tries[1].At - Tuesday, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(1.7));
    }

    [Fact]
    public async Task A_message_that_was_withdrawn_is_not_sent_and_the_one_in_its_place_is()
    {
        await SayAsync(1, "A", Tuesday.AddSeconds(1.5));
        await SayAsync(1, "B", Tuesday.AddSeconds(3));
        await SayAsync(1, "C");

        await UntilAsync(() => channel.To(Chat(1)).Any() && sender.Backlog == 0);
        clock.Advance(TimeSpan.FromSeconds(9));

        Assert.Equal(["C"], channel.To(Chat(1)));
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task A_message_that_is_withdrawn_in_the_air_is_not_sent_again()
    {
        var lands = new TaskCompletionSource<Delivered>();
        channel.Next(Chat(1), () => lands.Task);
        await SayAsync(1, "A", Tuesday.AddTicks(-1));
        await UntilAsync(() => channel.Tries.Count == 1);

        await SayAsync(1, "B");
        lands.SetResult(new Delivered.Outage());

        await UntilAsync(() => sender.Backlog == 0, step: TimeSpan.FromSeconds(1));
        Assert.Equal(["A", "B"], channel.To(Chat(1)));
    }

    [Fact]
    public async Task The_limit_over_all_chats_is_kept()
    {
        await RestartAsync(new(PerSecond: 10, PerSecondPerChat: 0));
        for (var i = 0; i < 31; i++) await SayAsync(i, "A");

        await UntilAsync(() => channel.Tries.Count == 31, step: TimeSpan.FromMilliseconds(50));

        AssertAtMost(10, TimeSpan.FromSeconds(1), channel.Tries.Select(t => t.At));
        Assert.InRange(channel.Tries[^1].At - Tuesday, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task The_limit_of_a_chat_is_kept_with_its_burst()
    {
        await RestartAsync(new(PerSecond: 0, PerSecondPerChat: 1));
        for (var i = 0; i < 8; i++) await SayAsync(1, $"{i}");

        await UntilAsync(() => channel.Tries.Count == 5);
        await UntilAsync(() => channel.Tries.Count == 8, step: TimeSpan.FromMilliseconds(100));

        Assert.Equal([0, 0, 0, 0, 0, 1, 2, 3], channel.Tries.Select(t => Math.Floor((t.At - Tuesday).TotalSeconds)));
    }

    [Fact]
    public async Task A_stop_waits_for_what_is_in_the_air_and_leaves_the_rest_in_the_store()
    {
        var lands = new TaskCompletionSource<Delivered>();
        channel.Next(Chat(1), () => lands.Task);
        await SayAsync(1, "A");
        await SayAsync(1, "B");
        await SayAsync(2, "C", Tuesday.AddHours(1));
        await UntilAsync(() => channel.Tries.Count == 1);

        var stop = sender.StopAsync();
        Assert.False(stop.IsCompleted);
        lands.SetResult(new Delivered.Sent());
        await stop;
        await store.DisposeAsync();
        Start(NoLimits, resume: false);

        var left = (await store.UnfinishedAsync(Stop)).Messages;
        Assert.Equal(["B", "C"], left.Select(m => m.Message.Parts[0].Key));
        sender.Resume(left);
        await UntilAsync(() => channel.Tries.Count == 1);
        Assert.Equal("B", channel.Tries[0].Text);
    }

    [Theory]
    [InlineData("album", 1.5, 0, false)]
    [InlineData("album", 1.5, 6, true)]
    [InlineData(null, 11 * 3_600, 6, false)]
    [InlineData(null, 11 * 3_600, 72, true)]
    public async Task What_is_held_back_is_due_where_the_clock_was_set_back_before_the_start(string? place, double seconds, int hoursBack, bool isDue)
    {
        await SayAsync(1, "A", Tuesday.AddSeconds(seconds), place);
        clock.AdjustTime(Tuesday.AddHours(-hoursBack));
        await RestartAsync(NoLimits);
        await SayAsync(2, "B");

        await UntilAsync(() => channel.To(Chat(2)).Any() && (!isDue || channel.To(Chat(1)).Any()));

        Assert.Equal(isDue, channel.To(Chat(1)).Any());
    }

    [Fact]
    public async Task A_message_of_a_channel_that_is_switched_off_waits_in_the_store()
    {
        var other = Chat(1, "whatsapp");
        var before = await store.ConversationAsync(other, Stop);
        await store.ApplyAsync(new Incoming.Words(other, "1", ""), new() { After = before, Says = [To(other, "A")] }, Tuesday);

        await RestartAsync(NoLimits);

        Assert.Equal("A", Assert.Single((await store.UnfinishedAsync(Stop)).Messages).Message.Parts[0].Key);
        Assert.Empty(channel.Tries);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private void Start(SendingLimits limits, bool resume = true)
    {
        var keys = KeyFolder.Open(folder["keys"], folder["data"], dataExists: File.Exists(folder["data/bansosbot.db"]));
        store = new LiteDbStore(LiteDbFile.Open(folder["data/bansosbot.db"]), keys, new HashSet<string>(), clock);
        channel = new(clock);
        sender = new(store, Write, [channel], ComeInAsync, limits, clock, NullLogger<Sender>.Instance);
        if (resume) sender.Resume(store.UnfinishedAsync(Stop).AsTask().GetAwaiter().GetResult().Messages);
    }

    private async Task StopAsync()
    {
        await sender.StopAsync();
        await store.DisposeAsync();
        sender.Dispose();
    }

    private async Task RestartAsync(SendingLimits limits)
    {
        await StopAsync();
        Start(limits);
    }

    private static Letter Write(Outgoing message) => message.Parts[0].Key == "no-such-text"
        ? throw new KeyNotFoundException()
        : new(message.To, Worded.Plain(message.Parts[0].Key), [], 0, null);

    private Task ComeInAsync(Incoming message)
    {
        lock (cameIn) cameIn.Add(message);
        return Task.CompletedTask;
    }

    private async Task SayAsync(int chat, string text, DateTimeOffset? notBefore = null, string? place = null)
    {
        var before = await store.ConversationAsync(Chat(chat), Stop);
        var effects = new Effects { After = before, Says = [To(Chat(chat), text) with { NotBefore = notBefore, Place = place }] };
        Assert.Equal(Applied.Done, await store.ApplyAsync(new Incoming.Words(Chat(chat), text, ""), effects, clock.GetUtcNow()));
    }

    private async Task NothingIsLeftAsync()
    {
        await UntilAsync(() => sender.Backlog == 0);
        await RestartAsync(NoLimits);
        Assert.Empty((await store.UnfinishedAsync(Stop)).Messages);
    }

    /// <summary>Waits by the true clock; the test's clock moves on by steps meanwhile, each once everything that could run has.</summary>
    private async Task UntilAsync(Func<bool> holds, TimeSpan? step = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(20), $"Not in time. Tries: {string.Join(' ', channel.Tries.Select(t => t.Text))}");
            for (var i = 0; i < 5 && !holds(); i++) await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Stop);
            if (step is { } by && !holds()) clock.Advance(by);
        }
    }

    private static void AssertAtMost(int most, TimeSpan within, IEnumerable<DateTimeOffset> at)
    {
        var all = at.Order().ToList();
        for (var i = 0; i + most < all.Count; i++) Assert.True(all[i + most] - all[i] >= within - TimeSpan.FromMilliseconds(60), $"{all[i]:O} {all[i + most]:O}");
    }
}
