using BotApiServer;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;
using Telegram.Bot.Types.Enums;

namespace BansosBot.Tests.BotApiServerTests;

public sealed class PollingTests : IAsyncLifetime
{
    private BotApi api = null!;
    private TelegramBotClient bot = null!;

    public async ValueTask InitializeAsync()
    {
        api = await BotApi.StartAsync();
        bot = Client.Of(api);
    }

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task A_poll_waits_for_the_first_update()
    {
        var poll = bot.GetUpdates(timeout: 50, cancellationToken: Stop);
        api.Person("Bu Aminah").Says("daftar yatim");

        var update = Assert.Single(await poll);

        Assert.Equal("daftar yatim", update.Message!.Text);
        Assert.Equal("Bu Aminah", update.Message.From!.FirstName);
        Assert.Equal(ChatType.Private, update.Message.Chat.Type);
    }

    [Fact]
    public async Task A_poll_ends_empty_after_its_time()
    {
        var clock = new FakeTimeProvider();
        await using var slow = await BotApi.StartAsync(new BotApiOptions { Time = clock });
        var poll = Client.Of(slow).GetUpdates(timeout: 30, cancellationToken: Stop);
        while (!poll.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(31));
            await Task.Yield();
        }

        Assert.Empty(await poll);
    }

    [Fact]
    public async Task An_offset_confirms_what_is_below_it_and_repeats_what_is_not()
    {
        var wali = api.Person("Bu Aminah");
        int[] ids = [wali.Says("satu"), wali.Says("dua"), wali.Says("tiga")];

        var all = await bot.GetUpdates(cancellationToken: Stop);
        var again = await bot.GetUpdates(ids[1], limit: 1, cancellationToken: Stop);

        Assert.Equal(ids, all.Select(u => u.Id));
        Assert.Equal(ids[1], Assert.Single(again).Id);
        Assert.Equal(ids[1..], api.WaitingUpdates());
    }

    [Fact]
    public async Task A_negative_offset_keeps_that_many_from_the_end()
    {
        var wali = api.Person("Bu Aminah");
        wali.Says("satu");
        wali.Says("dua");
        var last = wali.Says("tiga");

        Assert.Equal(last, Assert.Single(await bot.GetUpdates(-1, cancellationToken: Stop)).Id);
        Assert.Equal([last], api.WaitingUpdates());
    }

    [Fact]
    public async Task The_first_of_two_polls_is_ended_with_a_conflict()
    {
        var first = bot.GetUpdates(timeout: 50, cancellationToken: Stop);
        await Task.WhenAny(first, WaitingAsync(1));
        var second = bot.GetUpdates(timeout: 50, cancellationToken: Stop);

        await Client.RefusedAsync(409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", first);

        api.Person("Bu Aminah").Says("halo");
        Assert.Single(await second);
    }

    [Fact]
    public async Task The_kinds_asked_for_are_remembered_and_others_are_dropped()
    {
        var wali = api.Person("Bu Aminah");
        await bot.GetUpdates(allowedUpdates: [UpdateType.Message], cancellationToken: Stop);

        Assert.Equal(0, wali.Blocks());
        wali.Unblocks();
        wali.Says("halo");

        Assert.Equal(UpdateType.Message, Assert.Single(await bot.GetUpdates(cancellationToken: Stop)).Type);
    }

    [Fact]
    public async Task A_confirmed_update_can_come_again()
    {
        var id = api.Person("Bu Aminah").Says("halo");
        await bot.GetUpdates(id + 1, cancellationToken: Stop);

        api.ServeAgain(id);

        Assert.Equal(id, Assert.Single(await bot.GetUpdates(id + 1, cancellationToken: Stop)).Id);
        Assert.Empty(await bot.GetUpdates(id + 1, cancellationToken: Stop));
    }

    [Fact]
    public async Task Updates_can_come_out_of_order()
    {
        var wali = api.Person("Bu Aminah");
        int[] ids = [wali.Says("satu"), wali.Says("dua")];

        api.ServeNextReversed();

        Assert.Equal(ids.Reverse(), (await bot.GetUpdates(cancellationToken: Stop)).Select(u => u.Id));
        Assert.Equal(ids, (await bot.GetUpdates(cancellationToken: Stop)).Select(u => u.Id));
    }

    [Fact]
    public async Task Ids_that_start_anew_below_the_offset_are_served()
    {
        var wali = api.Person("Bu Aminah");
        var old = wali.Says("minggu lalu");
        await bot.GetUpdates(old + 1, cancellationToken: Stop);

        api.RestartUpdateIdsAt(4_711);
        wali.Says("hari ini");

        Assert.Equal(4_711, Assert.Single(await bot.GetUpdates(old + 1, cancellationToken: Stop)).Id);
        Assert.Empty(await bot.GetUpdates(4_712, cancellationToken: Stop));
    }

    [Fact]
    public async Task Any_update_can_be_injected_however_odd()
    {
        var unknown = api.Inject("""{"telepathy":{"from":{"id":1}}}""");
        api.Inject("""{"message":{"message_id":7,"date":1,"text":"tanpa chat"}}""");
        api.Inject($$"""{"update_id":{{unknown + 50}},"message":{"message_id":8,"date":1,"chat":{"id":9,"type":"cave"},"text":"gua"} }""");

        var updates = await bot.GetUpdates(cancellationToken: Stop);

        Assert.Equal([UpdateType.Unknown, UpdateType.Message, UpdateType.Message], updates.Select(u => u.Type));
        Assert.Null(updates[1].Message!.Chat);
        Assert.Equal(unknown + 50, updates[2].Id);
    }

    [Fact]
    public async Task Who_writes_by_an_injected_update_can_be_answered()
    {
        var wali = api.Person("Bu Aminah", id: 9);
        api.Inject("""{"message":{"message_id":8,"date":1,"chat":{"id":9,"type":"private"},"text":"halo"} }""");

        await bot.SendMessage(9, "Halo, Bu.", cancellationToken: Stop);

        Assert.Equal("Halo, Bu.", (await wali.NextAsync()).Text);
    }

    [Fact]
    public async Task A_bot_that_goes_away_leaves_no_poll_behind()
    {
        using var crash = new CancellationTokenSource();
        var poll = bot.GetUpdates(timeout: 50, cancellationToken: crash.Token);
        await crash.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);

        var id = api.Person("Bu Aminah").Says("halo");
        Assert.Equal(id, Assert.Single(await bot.GetUpdates(timeout: 50, cancellationToken: Stop)).Id);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Until so many polls wait in the server.</summary>
    private async Task WaitingAsync(int polls)
    {
        while (api.PollsWaiting < polls)
        {
            await Task.Yield();
        }
    }
}
