using System.Collections.Immutable;
using BansosBot.Domain;
using BansosBot.Registry;
using BansosBot.Storage;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using BansosBot.Web;

namespace BansosBot.Commands.Import;

/// <summary>Where a verb finds the registry: at the bot that runs, or in its files.</summary>
internal sealed class ListPlace : IAsyncDisposable
{
    private readonly IAsyncDisposable? store;
    private readonly IDisposable? bot;

    private ListPlace(IListDesk desk, Func<Say, string> word, ImmutableHashSet<string> programmes, IAsyncDisposable? store, IDisposable? bot) =>
        (Desk, Word, Programmes, this.store, this.bot) = (desk, word, programmes, store, bot);

    public IListDesk Desk { get; }

    /// <summary>A sentence in words.</summary>
    public Func<Say, string> Word { get; }

    /// <summary>Names of programmes.</summary>
    public ImmutableHashSet<string> Programmes { get; }

    /// <param name="makesStore">Where there is none yet; else null is returned then.</param>
    /// <exception cref="FailedException">Another program has it that takes no commands.</exception>
    public static async Task<ListPlace?> OpenAsync(Call call, bool makesStore, CancellationToken stop)
    {
        var (settings, parts) = call.Prepare();
        var programmes = parts.Talk.Errands.Select(e => e.Programme?.Name).OfType<string>().ToImmutableHashSet();
        string Word(Say say) => parts.Wording.Render(say, Language.Indonesian, call.Clock.GetUtcNow()).Text;
        if (await CommandSite.ConnectAsync(settings, stop) is { } running) return new(new ListDeskOfBot(running), Word, programmes, null, running);

        var path = Call.DatabaseOf(settings);
        var exists = File.Exists(path) && new FileInfo(path).Length > 0;
        if (!exists && !makesStore) return null;
        var keys = KeyFolder.Open(settings.KeysPath, settings.Storage.Path, exists);
        try
        {
            var own = new LiteDbStore(LiteDbFile.Open(path), keys, new HashSet<string>(), call.Clock);
            return new(new ListDesk(new ListImport(own, call.Clock, TimeZoneInfo.FindSystemTimeZoneById(settings.Office.TimeZone)), own, Word), Word, programmes, own, null);
        }
        catch (StoreBusyException)
        {
            throw new FailedException($"'{path}' is open in another program that takes no commands. Stop it, or try again when it is done.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        bot?.Dispose();
        if (store is not null) await store.DisposeAsync();
    }
}
