using BansosBot.Conversations;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Documents;
using BansosBot.Storage;

namespace BansosBot.Documents;

/// <summary>Where a channel keeps the files that people send.</summary>
public interface IFileSource
{
    /// <summary>As in <see cref="ChatKey.Channel"/>.</summary>
    string Channel { get; }

    /// <summary>Writes the file's content; the target bounds it.</summary>
    /// <returns>False: it is gone, or never was.</returns>
    /// <exception cref="IOException">Not reached; it may work later.</exception>
    Task<bool> FetchAsync(FileRef file, Stream into, CancellationToken stop);

    /// <summary>The file is kept or refused and is not needed any more.</summary>
    void Done(FileRef file)
    {
    }
}

/// <summary>
/// Fetches photos, checks and re-encodes them, keeps them encrypted, and tells the conversation: one at a time, for a
/// picture takes a core for a moment and tens of megabytes. Each try to read one is counted on the disk before it is made,
/// so that a picture that kills the process does not do so for ever. An outage of the channel's files is no try: the photo
/// waits, with growing pauses, however long it takes.
/// </summary>
public sealed partial class PhotoWorker : IDisposable
{
    private const int TriesMax = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseMax = TimeSpan.FromMinutes(10);

    // Shorter outages nobody notices: the answer was taken and the questions go on.
    private static readonly TimeSpan ToldAfter = TimeSpan.FromMinutes(15);

    private readonly IStore store;
    private readonly Intake intake;
    private readonly Dictionary<string, IFileSource> sources;
    private readonly DocumentKeeper keeper;
    private readonly TimeProvider clock;
    private readonly ILogger<PhotoWorker> log;
    private readonly OrderLine orders;
    private readonly QuietThread quiet = new("photos");
    private readonly Dictionary<string, Outage> outages = [];     // by work order, as long as it waits; each stands in the store
    private readonly HashSet<ChatKey> told = [];                  // of an outage, until files are reached again

    public PhotoWorker(IStore store, Intake intake, IEnumerable<IFileSource> sources, DocumentKeeper keeper, TimeProvider clock, ILogger<PhotoWorker> log)
    {
        (this.store, this.intake, this.keeper, this.clock, this.log) = (store, intake, keeper, clock, log);
        this.sources = sources.ToDictionary(s => s.Channel);
        orders = new(store, order => order is { File: not null, List: null } && this.sources.ContainsKey(order.Chat.Channel), TakeAsync);
        store.Committed += EraseGone;
    }

    /// <summary>Orders that wait for their turn or are under way; not those put off by an outage.</summary>
    public int Backlog => orders.Backlog;

    public void Resume(IReadOnlyList<WorkOrder> unfinished) => orders.Resume(unfinished);

    public Task RunAsync(CancellationToken stop) => orders.RunAsync(stop);

    public void Dispose()
    {
        orders.Dispose();
        store.Committed -= EraseGone;
        quiet.Dispose();
    }

    private void EraseGone(CommittedGroup group)
    {
        foreach (var document in group.FilesGone) keeper.Erase(document);
    }

    private async Task TakeAsync(WorkOrder order, CancellationToken stop)
    {
        var file = order.File!;
        var content = new BoundedStream();
        bool isThere;
        try
        {
            isThere = await sources[order.Chat.Channel].FetchAsync(file, content, stop);
        }
        catch (IOException)
        {
            await WaitAsync(order, stop);
            return;
        }

        outages.Remove(order.Id);
        told.Clear();
        var tries = await store.TryOrderAsync(order.Chat, order.Id);
        if (tries == 0)                             // taken back, or done before
        {
            sources[order.Chat.Channel].Done(file);
            return;
        }

        if (!isThere || tries > TriesMax)
        {
            await RefuseAsync(order, isThere ? new PhotoRefusal.PhotoDamaged() : new PhotoRefusal.PhotoCutOff(), stop);
            return;
        }

        switch (await quiet.RunAsync(() => PhotoReader.Read(content.Content.Span)))
        {
            case Outcome<KeptPhoto>.Ok(var photo):
                var document = keeper.Keep(photo.Jpeg);
                await intake.TakeAsync(new Incoming.FileKept(order.Chat, $"kept-{order.Id}", order.Id, document, photo.Doubts.HasFlag(PhotoDoubts.Dark), photo.Doubts.HasFlag(PhotoDoubts.Blurred)), stop);
                sources[order.Chat.Channel].Done(file);
                break;
            case Outcome<KeptPhoto>.No(var why):
                await RefuseAsync(order, why, stop);
                break;
        }
    }

    private async Task RefuseAsync(WorkOrder order, Refusal why, CancellationToken stop)
    {
        await intake.TakeAsync(new Incoming.FileRefused(order.Chat, $"refused-{order.Id}", order.Id, why), stop);
        sources[order.Chat.Channel].Done(order.File!);
    }

    /// <summary>Puts off a photo whose channel is not reached; after a while the person is told, once for all their photos.</summary>
    private async Task WaitAsync(WorkOrder order, CancellationToken stop)
    {
        if (!outages.TryGetValue(order.Id, out var outage)) outage = new(clock.GetTimestamp(), FirstPause);
        LogNotFetched(outage.Pause);
        if (clock.GetElapsedTime(outage.Since) >= ToldAfter && told.Add(order.Chat))
            await intake.TakeAsync(new Incoming.FileDelayed(order.Chat, $"delayed-{order.Id}", order.Id), stop);
        outages[order.Id] = outage with { Pause = outage.Pause * 2 < PauseMax ? outage.Pause * 2 : PauseMax };
        _ = AgainAsync(order, outage.Pause, stop);
    }

    private async Task AgainAsync(WorkOrder order, TimeSpan pause, CancellationToken stop)
    {
        await Task.Delay(pause, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stop.IsCancellationRequested) orders.Post(order);
    }

    /// <param name="Since">A timestamp.</param>
    private sealed record Outage(long Since, TimeSpan Pause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A photo could not be fetched from its channel. The next try is in {After}.")]
    private partial void LogNotFetched(TimeSpan after);
}
