using BansosBot.Channels.Telegram;
using BansosBot.Channels.WebChat;
using BansosBot.Configuration;

namespace BansosBot.Simulation.City;

/// <summary>The whole program over files of its own, with its clock, its people and their telephones.</summary>
internal sealed class Town : IAsyncDisposable
{
    public const string Telegram = UpdateReader.ChannelName, Web = WebChatDoor.ChannelName;

    private const int TelegramPeople = 7, WebPeople = 3;
    private static readonly TimeSpan StuckAfter = TimeSpan.FromMinutes(2);      // of the real clock: the program hangs
    private static readonly TimeSpan SoonMax = TimeSpan.FromMinutes(2);
    private readonly Composition composition = Composition.Of(new Settings { Telegram = new("1:simulated") });
    private readonly Offence offence;
    private readonly LogBook log = new();
    private readonly ILoggerFactory logs;
    private Folder folder = new();
    private Network network = null!;        // set by OpenAsync
    private Folder? earlier;
    private Bot? bot;
    private bool wasRough;

    public Town(int seed, Offence offence)
    {
        this.offence = offence;
        Random = new(seed);
        Weather = new(seed);
        Ledger = new(Checks);
        logs = LoggerFactory.Create(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        for (var i = 0; i < TelegramPeople + WebPeople; i++)
        {
            var random = new Random(unchecked((seed * 1_000) + i));
            People.Add(new(new(i < TelegramPeople ? Telegram : Web, $"{7_000 + i}"), new Household(random, i), random, this));
        }

        foreach (var (web, i) in People.Where(p => p.Chat.Channel == Web).ToList().Select((p, i) => (p, i)))
            People.Add(new(new(Telegram, $"{7_900 + i}"), web.Family, new Random(unchecked((seed * 1_000) + 900 + i)), this, opensLinks: true));
        for (var i = 1; i < TelegramPeople + WebPeople; i += 3) People[i].Family.Share(People[i - 1].Family.Of(1, new(2025, 9, 23)));      // a child with two carers
    }

    public Checks Checks { get; } = new();

    public Random Random { get; }

    public Weather Weather { get; }

    public Ledger Ledger { get; }

    public SimulatedClock Clock { get; } = new(new(2025, 9, 23, 2, 0, 0, TimeSpan.Zero));

    public List<Resident> People { get; } = [];

    /// <summary>Every case that ever was in somebody's conversation: one may lose its last home and go on.</summary>
    public HashSet<string> Cases { get; } = [];

    /// <summary>Receipt codes with a birth date that proves them.</summary>
    public List<(string Code, DateOnly Born)> Receipts { get; } = [];

    /// <summary>Drafts that went on at Telegram.</summary>
    public int Moved { get; set; }

    /// <summary>Payloads of links that go on at Telegram, with a birth date that proves whose they are; the used ones too.</summary>
    public List<(string Payload, DateOnly Born, TimeSpan Since)> Links { get; } = [];

    public Bot Bot => bot ?? throw new InvalidOperationException("It is closed.");

    public DateOnly Today => Bot.Talk.Office.DayOf(Clock.GetUtcNow());

    public (string Payload, DateOnly Born)? SomeLink(Random random) => Links.Count == 0 ? null : Links[^(random.Next(6) == 0 && Links.Count > 1 ? 2 : 1)] is var link ? (link.Payload, link.Born) : null;

    public (string Code, DateOnly Born)? SomeReceipt(Random random) => Receipts.Count == 0 ? null : Receipts[random.Next(Receipts.Count)];

    public async Task OpenAsync(int doublesMax = 0, bool mayBeNew = false)
    {
        var isOpen = new TaskCompletionSource();        // until the ledger is at the right page nothing goes out and no photo comes in
        network = new(Telegram, Weather, Ledger, offence, isOpen.Task);
        var settings = new Settings { Storage = new(folder.Data), KeysPath = folder.Keys };
        bot = await Bot.OpenAsync(
            settings, composition.Talk, composition.Wording, (_, _) => new([network], [Web], [new Shelf(Telegram, Weather, isOpen.Task), new Shelf(Web, Weather, isOpen.Task)], () => "simulated_bot"), Clock, logs);
        var opened = bot;
        try
        {
            var unsent = (await opened.Store.UnfinishedAsync(CancellationToken.None)).Messages;
            Ledger.Reopen(unsent, opened.Letters, doublesMax, mayBeNew);
            var life = Ledger.Life;
            opened.Store.Committed = (group => Ledger.Committed(life, group, opened.Letters)) + opened.Store.Committed;     // before the sender hears of it
        }
        finally
        {
            isOpen.SetResult();     // also where something does not hold: it must be possible to close it
        }
    }

    /// <summary>Ends the program as an operator does, looks into its books, and starts it again.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    /// <summary>Planted: what comes from now on will not be there when the power goes, whatever was acknowledged.</summary>
    public void WillForget()
    {
        if (offence == Offence.AcknowledgesEarly) earlier = folder.Left();
    }

    /// <summary>The power goes this instant: what is on the disk now is what the next start finds.</summary>
    public async Task CrashAsync()
    {
        network.Cut();
        Ledger.EndLife();
        Ledger.Compare(allOutAt: null);
        var left = earlier ?? folder.Left();
        earlier = null;
        await Bot.DisposeAsync();
        folder.Dispose();
        folder = left;
        await OpenAsync(doublesMax: Delivery.Sender.InFlightMax, mayBeNew: true);
    }

    public async Task CloseAsync()
    {
        if (bot is null) return;
        await bot.DisposeAsync();
        bot = null;
        Ledger.Compare(allOutAt: null);
        if (offence == Offence.Miscounts) Books.Miscount(folder);
        if (offence == Offence.LeavesADue) Books.LeaveADue(folder);
        Books.Check(folder, Checks, Ledger.Receipted);
    }

    /// <summary>Waits until nothing moves; where something waits for the clock, the clock goes on.</summary>
    public async Task SettleAsync()
    {
        var (since, began) = (TimeProvider.System.GetTimestamp(), Clock.Gone);
        var (quiet, before) = (0, default((int, int, int, int, long)));
        while (await IsBusyAsync() || (!Weather.IsDown && Bot.Sender.Backlog > 0))
        {
            var now = (Clock.AlarmsMade, Bot.Intake.Backlog, Bot.PhotoBacklog, Bot.Sender.Backlog, Bot.Store.Groups);
            quiet = now == before ? quiet + 1 : 0;
            before = now;
            if (Bot.Failed.IsCompleted) await Bot.Failed;
            if (TimeProvider.System.GetElapsedTime(since) > StuckAfter) throw new InvariantBroken(Invariant.AnsweredSoon, $"it hangs: {now}");
            if (now is { Item2: 0, Item3: 0 } && Clock.UntilNext is { } next && quiet > QuietPolls(next)) Clock.Advance(next);
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }

        var calm = !Weather.IsDown && Weather.FailPercent == 0;
        Checks.Holds(Invariant.AnsweredSoon, !calm || wasRough || Clock.Gone - began < SoonMax, () => $"what was to be said took {Clock.Gone - began} though the network works");
        wasRough = !calm;
        Ledger.Compare(Weather.IsDown ? null : Clock.GetUtcNow());
        if (offence == Offence.LogsANik) log.Log(LogLevel.Information, default, People[0].Family.GuardianNik, null, (nik, _) => $"planted: {nik}");
        log.Read(Checks, [.. People.SelectMany(p => p.Family.Planted)]);
    }

    public async ValueTask DisposeAsync()
    {
        if (bot is not null) await bot.DisposeAsync();
        logs.Dispose();
        earlier?.Dispose();
        folder.Dispose();
    }

    // Of a millisecond. What does not move for so long waits for the clock and not for a busy machine; the further the clock would go, the surer.
    private static int QuietPolls(TimeSpan next) => next < TimeSpan.FromSeconds(2) ? 3 : next < TimeSpan.FromSeconds(80) ? 15 : 2_000;

    private async Task<bool> IsBusyAsync() =>
        Bot.Intake.Backlog > 0 || Bot.PhotoBacklog > 0 || Bot.DrawingBacklog > 0 || await Bot.Store.NextDueAsync(CancellationToken.None) <= Clock.GetUtcNow();
}
