using BansosBot.Conversations;
using BansosBot.Documents;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Proposals;
using BansosBot.Storage;

namespace BansosBot.Proposals;

/// <summary>Draws the files of batches that were asked for in a chat, one at a time and outside the turn; keeps each encrypted until it is sent.</summary>
/// <remarks>Nothing names the kept file once it is sent: the sweep takes it within a day (<see cref="DocumentSweep"/>).</remarks>
internal sealed partial class ProposalWorker : IDisposable
{
    private const int TriesMax = 3;

    private readonly ProposalExport export;
    private readonly IStore store;
    private readonly Intake intake;
    private readonly DocumentKeeper keeper;
    private readonly ILogger<ProposalWorker> log;
    private readonly OrderLine orders;

    public ProposalWorker(ProposalExport export, IStore store, Intake intake, DocumentKeeper keeper, ILogger<ProposalWorker> log)
    {
        (this.export, this.store, this.intake, this.keeper, this.log) = (export, store, intake, keeper, log);
        orders = new(store, order => order.Batch is not null, DrawAsync);
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
        await intake.TakeAsync(tries > TriesMax ? NotDrawn(order, new ProposalFileFailed()) : await AnswerAsync(order, stop), stop);
    }

    private async Task<Incoming> AnswerAsync(WorkOrder order, CancellationToken stop)
    {
        try
        {
            return await export.DrawAsync(order.Batch, columns: null, stop) switch
            {
                Outcome<DrawnProposals>.Ok(var drawn) => new Incoming.ProposalsDrawn(order.Chat, $"drawn-{order.Id}", order.Id, keeper.Keep(drawn.Workbook), drawn.Sheet.Batch.Number, drawn.Sheet.Rows.Length, drawn.Sheet.Hash),
                Outcome<DrawnProposals>.No(var why) => NotDrawn(order, why),
                _ => throw new InvalidOperationException(),
            };
        }
        catch (ColumnsWrongException e)
        {
            LogColumnsWrong(e.Message);         // names lines of a file of the office's, and nobody
            return NotDrawn(order, new ProposalColumnsWrong());
        }
    }

    private static Incoming.NotDrawn NotDrawn(WorkOrder order, Refusal why) => new(order.Chat, $"notdrawn-{order.Id}", order.Id, why);

    [LoggerMessage(Level = LogLevel.Error, Message = "The columns of the list for the ministry are wrong, and no file was drawn: {Mistakes}")]
    private partial void LogColumnsWrong(string mistakes);
}
