using BansosBot.Channels.WebChat;
using BansosBot.Configuration;
using BansosBot.Domain;
using BansosBot.Storage;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using BansosBot.Web;

namespace BansosBot.Commands;

/// <summary>Where a verb finds what the office keeps: at the bot that runs, or in its files. Two processes never open one LiteDB file.</summary>
internal sealed class StorePlace : IAsyncDisposable
{
    private readonly TimeProvider clock;

    private StorePlace(Settings settings, Composition parts, HttpClient? bot, LiteDbStore? store, TimeProvider clock) => (Settings, Parts, Bot, Store, this.clock) = (settings, parts, bot, store, clock);

    public Settings Settings { get; }

    public Composition Parts { get; }

    /// <summary>The bot that runs; null: none does, and <see cref="Store"/> is open here.</summary>
    public HttpClient? Bot { get; }

    /// <summary>Null: the bot that runs has it.</summary>
    public LiteDbStore? Store { get; }

    /// <param name="makesStore">Where there is none yet; else null is returned then.</param>
    /// <exception cref="FailedException">Another program has it that takes no commands.</exception>
    public static async Task<StorePlace?> OpenAsync(Call call, bool makesStore, CancellationToken stop)
    {
        var (settings, parts) = call.Prepare();
        if (await CommandSite.ConnectAsync(settings, stop) is { } running)
        {
            running.Timeout = Timeout.InfiniteTimeSpan;         // a million rows take minutes, and its end is seen by the socket
            return new(settings, parts, running, null, call.Clock);
        }

        var path = Call.DatabaseOf(settings);
        var exists = File.Exists(path) && new FileInfo(path).Length > 0;
        if (!exists && !makesStore) return null;
        var keys = KeyFolder.Open(settings.KeysPath, settings.Storage.Path, exists);
        try
        {
            return new(settings, parts, null, new LiteDbStore(LiteDbFile.Open(path), keys, BansosBot.Bot.PullingIn(settings, [WebChatDoor.ChannelName]), call.Clock), call.Clock);
        }
        catch (StoreBusyException)
        {
            throw new FailedException($"'{path}' is open in another program that takes no commands. Stop it, or try again when it is done.");
        }
    }

    /// <summary>A sentence in words.</summary>
    public string Word(Say say) => Parts.Wording.Render(say, Language.Indonesian, clock.GetUtcNow()).Text;

    public async ValueTask DisposeAsync()
    {
        Bot?.Dispose();
        if (Store is not null) await Store.DisposeAsync();
    }
}
