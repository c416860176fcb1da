using System.Collections.Immutable;
using BansosBot.Configuration;
using BansosBot.Conversations;
using BansosBot.Delivery;
using BansosBot.Demo;
using BansosBot.Documents;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Figures;
using BansosBot.Lists;
using BansosBot.Ministry;
using BansosBot.Proposals;
using BansosBot.Registry;
using BansosBot.Storage;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using BansosBot.Texts;

namespace BansosBot;

/// <summary>What the program is made of, but for the ways in and out that it is opened with.</summary>
/// <param name="Channels">Ways out that are sent to.</param>
/// <param name="Pulling">Names of channels that fetch their messages.</param>
/// <param name="Files">Where those channels keep files.</param>
/// <param name="TelegramName">The bot's name at Telegram once it is known; null: Telegram is off.</param>
public sealed record Doors(ImmutableArray<IChannel> Channels, ImmutableHashSet<string> Pulling, ImmutableArray<IFileSource> Files, Func<string?>? TelegramName = null);

/// <summary>The whole bot: store, door, sender, clockwork, photo worker. Opened once; what a former process left is gone on with.</summary>
public sealed partial class Bot : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly List<Task> running = [];
    private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Clockwork clockwork;
    private readonly PhotoWorker photos;
    private readonly ProposalWorker drawing;
    private readonly RecapWorker counting;
    private readonly ListWorker brought;
    private readonly ILogger<Bot> log;

    private Bot(LiteDbStore store, Talk talk, Letters letters, DocumentKeeper documents, Doors doors, SendingLimits limits, FreeSpace space, string? programmes, TimeProvider clock, ILoggerFactory logs)
    {
        (Store, Talk, Letters, Documents, log) = (store, talk, letters, documents, logs.CreateLogger<Bot>());
        var turn = new Turn(talk, store, () => space.Room, clock, logs.CreateLogger<Turn>());
        Intake = new(turn);
        Sender = new(store, letters.Write, doors.Channels, message => Intake.TakeAsync(message, stopping.Token), limits, clock, logs.CreateLogger<Sender>());
        clockwork = new(store, Intake, clock);
        Lists = new(store, talk.Office, clock);
        photos = new(store, Intake, doors.Files, documents, clock, logs.CreateLogger<PhotoWorker>());
        Proposals = new(store, talk, programmes, clock);
        CaseLists = new(store, talk, turn, clock);
        drawing = new(Proposals, store, Intake, documents, logs.CreateLogger<ProposalWorker>());
        counting = new(store, Intake, documents, say => letters.Word(say, Language.Indonesian).Text);
        brought = new(store, Intake, doors.Files, documents, Lists, CaseLists, say => letters.Word(say, Language.Indonesian).Text, clock);
        Failed = Task.WhenAny(store.Failed, failed.Task).Unwrap();      // one for all who ask: each new one hangs on the two for ever
    }

    public LiteDbStore Store { get; }

    public Talk Talk { get; }

    public Letters Letters { get; }

    public DocumentKeeper Documents { get; }

    /// <summary>The one door for messages.</summary>
    public Intake Intake { get; }

    public Sender Sender { get; }

    /// <summary>Takes lists of recipients in.</summary>
    public ListImport Lists { get; }

    /// <summary>Photos that wait to be kept.</summary>
    public int PhotoBacklog => photos.Backlog;

    /// <summary>Files of batches, and figures, that wait to be drawn.</summary>
    public int DrawingBacklog => drawing.Backlog + counting.Backlog;

    /// <summary>Lists that officers sent and that wait to be fetched, read or taken in.</summary>
    public int ListBacklog => brought.Backlog;

    /// <summary>Takes in lists that move cases.</summary>
    internal CaseListImport CaseLists { get; }

    /// <summary>Draws the files of batches of proposals.</summary>
    internal ProposalExport Proposals { get; }

    /// <summary>Ends, with what happened, when the disk failed or something that must run does not: the process must stop.</summary>
    public Task Failed { get; }

    /// <summary>Opens keys and store, and goes on with what was left. With <see cref="Settings.Demo"/> an empty store is filled with invented people first.</summary>
    /// <param name="groupMax">See <see cref="LiteDbStore"/>.</param>
    /// <param name="space">Null: that of the settings.</param>
    /// <exception cref="KeyFolderException">One line for the operator.</exception>
    /// <exception cref="StoreBusyException">Another process has the files.</exception>
    /// <exception cref="StoreBrokenException">The files cannot be relied on.</exception>
    public static async Task<Bot> OpenAsync(
        Settings settings, Talk talk, Wording wording, Func<KeyFolder, DocumentFiles, Doors> doors, TimeProvider clock, ILoggerFactory logs, int groupMax = int.MaxValue, FreeSpace? space = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        talk.Words.MakeReady();
        var path = Path.Combine(settings.Storage.Path, "bansosbot.db");
        var keys = KeyFolder.Open(settings.KeysPath, settings.Storage.Path, dataExists: File.Exists(path) && new FileInfo(path).Length > 0);
        var files = new DocumentFiles(Path.Combine(settings.Storage.Path, "documents"), clock);
        var open = doors(keys, files);
        var makesDemo = settings.Demo && !File.Exists(path);
        if (makesDemo) DemoMark.Begin(settings.Storage.Path);
        var store = new LiteDbStore(LiteDbFile.Open(path), keys, PullingIn(settings, open.Pulling), clock, OrdersOf(talk), groupMax);
        if (makesDemo)
        {
            await DemoData.MakeAsync(store, talk, clock.GetUtcNow());
            DemoMark.End(settings.Storage.Path);
        }

        var limits = new SendingLimits(settings.Telegram.MessagesPerSecond, settings.Telegram.MessagesPerSecondPerChat);
        var documents = new DocumentKeeper(files, keys);
        var bot = new Bot(store, talk, new Letters(wording, clock, open.TelegramName ?? (() => null), documents.Find), documents, open, limits, space ?? new(settings.Storage.Path, settings.Storage.FreeMegabytesMin, clock, logs.CreateLogger<FreeSpace>()), settings.ProgrammesPath, clock, logs);
        bot.TellWhatDoesNotOpen();
        var unfinished = await store.UnfinishedAsync(CancellationToken.None);
        bot.Sender.Resume(unfinished.Messages);
        bot.photos.Resume(unfinished.Orders);
        bot.drawing.Resume(unfinished.Orders);
        bot.counting.Resume(unfinished.Orders);
        bot.brought.Resume(unfinished.Orders);
        bot.Run(bot.clockwork.RunAsync);
        bot.Run(bot.photos.RunAsync);
        bot.Run(bot.drawing.RunAsync);
        bot.Run(bot.counting.RunAsync);
        bot.Run(bot.brought.RunAsync);
        bot.Run(new DocumentSweep(bot.Documents, store, clock, logs.CreateLogger<DocumentSweep>()).RunAsync);
        return bot;
    }

    /// <summary>Runs something as long as the bot is open: a poll, say.</summary>
    public void Run(Func<CancellationToken, Task> work) => running.Add(Task.Run(async () =>
    {
        try
        {
            await work(stopping.Token);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            failed.TrySetException(e);      // a bot that no longer polls, or whose clock stands still, must not look alive
        }
    }));

    /// <summary>Which channels fetch their messages, those of the demo's people too: news for them lie where they are fetched, whichever process writes them.</summary>
    internal static ImmutableHashSet<string> PullingIn(Settings settings, ImmutableHashSet<string> doors) => settings.Demo ? doors.Add(DemoTalk.ChannelName) : doors;

    /// <summary>In which order each programme proposes.</summary>
    internal static Dictionary<string, ProposingOrder> OrdersOf(Talk talk) =>
        talk.Errands.Select(e => e.Programme).OfType<Programme>().Where(p => p.Proposing is not null).ToDictionary(p => p.Name, p => p.Proposing!);

    private void TellWhatDoesNotOpen()
    {
        if (Store.KeysAreOlder) LogKeysAreOlder();
        if (Store.SetAside > 0) LogSetAside(Store.SetAside);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The keys are older than the data: the keys of some people are lost, and what was encrypted with them. Put back the latest backup of the key folder; what is new gets keys of its own.")]
    private partial void LogKeysAreOlder();

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} messages or photo orders do not open and are set aside: damaged, or their keys are lost. They are tried again at the next start, e.g. after the keys were put back; all else goes on.")]
    private partial void LogSetAside(int count);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        foreach (var work in running) await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Sender.StopAsync();
        await Intake.CloseAsync();          // after the sender, which tells it who has gone
        photos.Dispose();
        drawing.Dispose();
        counting.Dispose();
        brought.Dispose();
        await Store.DisposeAsync();
        clockwork.Dispose();
        Sender.Dispose();
        Intake.Dispose();
        stopping.Dispose();
    }
}
