using BansosBot.Conversations;
using BansosBot.Documents;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Figures;
using BansosBot.Storage;

namespace BansosBot.Figures;

/// <summary>Draws the figures that were asked for in a chat, as a picture and as a workbook; keeps both encrypted until they are sent.</summary>
/// <remarks>Nothing names a kept file once it is sent: the sweep takes it within a day (<see cref="DocumentSweep"/>).</remarks>
internal sealed class RecapWorker : IDisposable
{
    private const int TriesMax = 3;

    private readonly IStore store;
    private readonly Intake intake;
    private readonly DocumentKeeper keeper;
    private readonly Func<Say, string> word;
    private readonly OrderLine orders;

    /// <param name="word">Makes words of a text: the office's papers are Indonesian.</param>
    public RecapWorker(IStore store, Intake intake, DocumentKeeper keeper, Func<Say, string> word)
    {
        (this.store, this.intake, this.keeper, this.word) = (store, intake, keeper, word);
        orders = new(store, order => order.Recap is not null, DrawAsync);
    }

    /// <summary>Orders that wait for their turn or are under way.</summary>
    public int Backlog => orders.Backlog;

    public void Resume(IReadOnlyList<WorkOrder> unfinished) => orders.Resume(unfinished);

    public Task RunAsync(CancellationToken stop) => orders.RunAsync(stop);

    public void Dispose() => orders.Dispose();

    private async Task DrawAsync(WorkOrder order, CancellationToken stop)
    {
        var tries = await store.TryOrderAsync(order.Chat, order.Id);
        if (tries == 0) return;
        await intake.TakeAsync(tries > TriesMax ? new Incoming.NotDrawn(order.Chat, $"norecap-{order.Id}", order.Id, new RecapFailed()) : Drawn(order, order.Recap!), stop);
    }

    private Incoming.RecapDrawn Drawn(WorkOrder order, Recap recap) =>
        new(order.Chat, $"recap-{order.Id}", order.Id, keeper.Keep(RecapPicture.Of(recap, word)), keeper.Keep(RecapWorkbook.Of(recap, word)), recap.For, recap.At);
}
