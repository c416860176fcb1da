using System.Collections.Concurrent;
using BansosBot.Configuration;
using BansosBot.Delivery;
using BansosBot.Documents;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using BansosBot.Texts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BansosBot.Tests.Transcripts;

/// <summary>The whole bot in one process over a real store, with people who speak through a channel of the test's own.</summary>
public sealed class Hall : IAsyncDisposable
{
    public const string ChannelName = "test";

    /// <summary>A channel that fetches its messages.</summary>
    public const string PageName = "page";

    private readonly string folder = Directory.CreateTempSubdirectory("bansosbot-test-").FullName;
    private readonly Mouth mouth = new();
    private readonly Album album = new();
    private Bot? bot;
    private int messages;

    private Hall(FakeTimeProvider clock, Talk talk, Wording wording) => (Clock, Talk, Wording) = (clock, talk, wording);

    /// <summary>Megabytes free on the disk, as the bot sees it.</summary>
    public long FreeMegabytes { get; set; } = 10_000;

    public FakeTimeProvider Clock { get; }

    public Talk Talk { get; }

    public Wording Wording { get; }

    public Bot Bot => bot ?? throw new InvalidOperationException("It is closed.");

    public static async Task<Hall> OpenAsync(Talk talk, Wording wording, DateTimeOffset start)
    {
        var hall = new Hall(new FakeTimeProvider(start), talk, wording);
        await hall.OpenAgainAsync();
        return hall;
    }

    /// <summary>Closes the bot and opens it over the same folder: a restart.</summary>
    public async Task OpenAgainAsync()
    {
        if (bot is not null) await bot.DisposeAsync();
        var settings = new Settings
        {
            Storage = new(Path.Combine(folder, "data")),
            KeysPath = Path.Combine(folder, "keys"),
            Telegram = new(MessagesPerSecond: 0, MessagesPerSecondPerChat: 0),
        };
        bot = await Bot.OpenAsync(settings, Talk, Wording, (_, _) => new([mouth], [PageName], [album]), Clock, LoggerFactory.Create(b => b.AddProvider(new TestLog())), space: new(settings.Storage.Path, 500, Clock, NullLogger<FreeSpace>.Instance, _ => FreeMegabytes * 1_000_000));
    }

    /// <summary>Messages of this person come in, one right after the other; returns the letters they got.</summary>
    public async Task<IReadOnlyList<Letter>> SaysAsync(string person, params IReadOnlyList<Func<ChatKey, string, Incoming>> said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var chat = new ChatKey(ChannelName, person);
        foreach (var message in said) await Bot.Intake.TakeAsync(message(chat, $"m{++messages}"), TestContext.Current.CancellationToken);
        await SettleAsync();
        return mouth.TakeAll(chat);
    }

    /// <summary>Time passes; returns what everybody got meanwhile, by person.</summary>
    public async Task<IReadOnlyList<Letter>> WaitsAsync(string person, TimeSpan time)
    {
        Clock.Advance(time);
        await SettleAsync();
        return mouth.TakeAll(new ChatKey(ChannelName, person));
    }

    /// <summary>A picture that this person could send.</summary>
    public FileRef Picture(byte[] content, SentAs sentAs = SentAs.Picture, string? type = null) => new(album.Add(content), content.Length, sentAs, type);

    public async ValueTask DisposeAsync()
    {
        if (bot is not null) await bot.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    // What is due has come in, photos are kept, letters are out: asked in this order, each hands over to the next before it is done.
    // What is held back a moment needs the clock to go on.
    private async Task SettleAsync()
    {
        for (var i = 0; i < 4_000 && (await IsDueAsync() || Bot.Intake.Backlog > 0 || Bot.PhotoBacklog > 0 || Bot.DrawingBacklog > 0 || Bot.ListBacklog > 0 || Bot.Sender.Backlog > 0); i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
            if (Bot.PhotoBacklog == 0 && i % 5 == 4) Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(0, Bot.PhotoBacklog + Bot.ListBacklog + Bot.Sender.Backlog);
    }

    // What the clock asked for has not been taken in yet.
    private async Task<bool> IsDueAsync() => await Bot.Store.NextDueAsync(TestContext.Current.CancellationToken) <= Clock.GetUtcNow();

    private sealed class Mouth : IChannel
    {
        private readonly ConcurrentDictionary<ChatKey, ConcurrentQueue<Letter>> letters = new();

        public string Name => ChannelName;

        public Task<Delivered> SendAsync(Letter letter, CancellationToken stop)
        {
            letters.GetOrAdd(letter.To, _ => new()).Enqueue(letter);
            return Task.FromResult<Delivered>(new Delivered.Sent());
        }

        public List<Letter> TakeAll(ChatKey chat)
        {
            var taken = new List<Letter>();
            if (letters.TryGetValue(chat, out var waiting))
                while (waiting.TryDequeue(out var letter)) taken.Add(letter);
            return taken;
        }
    }

    private sealed class Album : IFileSource
    {
        private readonly ConcurrentDictionary<string, byte[]> pictures = new();

        public string Channel => ChannelName;

        public string Add(byte[] content)
        {
            var name = $"picture{pictures.Count}";
            pictures[name] = content;
            return name;
        }

        public async Task<bool> FetchAsync(FileRef file, Stream into, CancellationToken stop)
        {
            if (!pictures.TryGetValue(file.At, out var content)) return false;
            await into.WriteAsync(content, stop);
            return true;
        }
    }
}
