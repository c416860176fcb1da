using System.Collections.Immutable;
using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Proposals;
using BansosBot.Programmes;
using BansosBot.Storage;

namespace BansosBot.Proposals;

/// <summary>Draws the file of a complete batch of proposals.</summary>
/// <param name="folder"><c>Programmes:Path</c>; empty: the shipped ones.</param>
internal sealed class ProposalExport(IStore store, Talk talk, string? folder, TimeProvider clock)
{
    // Cases that are read at once: as short as a turn's reading.
    private const int PortionMax = 100;

    /// <param name="number">Of the batch; null: the latest of all.</param>
    /// <param name="columns">A file with the columns; null: the programme's own.</param>
    /// <exception cref="ColumnsWrongException">A line for each mistake.</exception>
    public async Task<Outcome<DrawnProposals>> DrawAsync(string? number, string? columns, CancellationToken stop)
    {
        if (await FindAsync(number, stop) is not { } batch) return new NoSuchBatch(number);
        if (talk.FindFlow(batch.Programme) is not { } form) return new ProposalColumnsWrong();
        var (read, mistakes) = ColumnsFile.Read(columns ?? ColumnsFile.Of(folder, batch.Programme), form);
        if (!mistakes.IsEmpty) throw new ColumnsWrongException(mistakes);
        if (!batch.IsComplete) return new BatchNotComplete(batch.Number, batch.Moved, batch.Cases.Length);

        var (cases, notOpened) = (new List<Application>(batch.Cases.Length), 0);
        foreach (var some in batch.Proposed().Chunk(PortionMax))
        {
            var known = await store.LookUpAsync(ChatKey.Office, new() { Cases = [.. some] }, stop);
            cases.AddRange(known.Cases);
            notOpened += known.NotOpened;
        }

        if (notOpened > 0) return new BatchDoesNotOpen(batch.Number, notOpened);
        var officers = (await store.LookUpAsync(ChatKey.Office, new() { Officers = true }, stop)).Officers;
        return ProposalSheet.Of(batch, cases, read, officers, talk.Office) switch
        {
            Outcome<ProposalSheet>.Ok(var sheet) => new DrawnProposals(sheet, ProposalWorkbook.Of(sheet, (await store.LookUpAsync(ChatKey.Office, new() { AuditHead = true }, stop)).AuditHead, talk.Office.DayOf(batch.SignedAt))),
            Outcome<ProposalSheet>.No(var why) => why,
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>Enters in the log that somebody at the machine took it out.</summary>
    /// <exception cref="StoreBrokenException">It may or may not be kept.</exception>
    public Task TakenOutAsync(ProposalSheet sheet) => store.ApplyAloneAsync(
        new Incoming.Command(ChatKey.Office, $"export:{Guid.NewGuid():N}", "export", ""),
        (office, _) => new Effects { After = office, Audit = [new(Act.ProposalsExported, sheet.Batch.Number, ProposalExported.Detail(sheet.Rows.Length, sheet.Hash))] },
        clock.GetUtcNow());

    private async Task<Batch?> FindAsync(string? number, CancellationToken stop)
    {
        if (number is not null) return (await store.LookUpAsync(ChatKey.Office, new() { Batch = number }, stop)).Batch;
        var latest = new List<Batch>();
        foreach (var programme in talk.Errands.Select(e => e.Programme).OfType<Domain.Programmes.Programme>().Where(p => p.Proposing is not null))
            if ((await store.LookUpAsync(ChatKey.Office, new() { Proposable = programme.Name }, stop)).Proposable.Batches is [.., var last]) latest.Add(last);
        return latest.MaxBy(b => b.SignedAt);
    }
}

/// <summary>A batch and its file.</summary>
internal sealed record DrawnProposals(ProposalSheet Sheet, byte[] Workbook);

/// <summary>The file that names the columns is wrong: a line for each mistake.</summary>
internal sealed class ColumnsWrongException(ImmutableArray<ProgrammeMistake> mistakes) : Exception(string.Join('\n', mistakes))
{
    public ImmutableArray<ProgrammeMistake> Mistakes => mistakes;
}
