using BansosBot.Domain;
using BansosBot.Proposals;

namespace BansosBot.Commands.Export;

/// <summary>Writes the file of a batch here, in the process that has the store. The log has it before anybody can read it.</summary>
/// <param name="word">A sentence in words.</param>
internal sealed class ExportDesk(ProposalExport export, Func<Say, string> word)
{
    public async Task<ExportTold> ExportAsync(ExportAsk ask, CancellationToken stop)
    {
        if (!Directory.Exists(Path.GetDirectoryName(ask.Path))) return Failed($"There is no folder '{Path.GetDirectoryName(ask.Path)}'. Make it first, or give another.");
        try
        {
            UnfinishedFile.Clear(ask.Path);
            if (File.Exists(ask.Path)) return Failed($"'{ask.Path}' is there already, and is not written over. Give another name.");
            return await export.DrawAsync(ask.Batch, ask.Columns, stop) switch
            {
                Outcome<DrawnProposals>.Ok(var drawn) => await WriteAsync(ask.Path, drawn),
                Outcome<DrawnProposals>.No(var why) => Failed(word(why.Sentence)),
                _ => throw new InvalidOperationException(),
            };
        }
        catch (ColumnsWrongException e)
        {
            return new(Verbs.WrongUse, [.. e.Mistakes.Select(m => m.ToString())]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed($"'{ask.Path}' could not be written: the disk is full, or this user may not. Nobody got it.");
        }
    }

    private async Task<ExportTold> WriteAsync(string path, DrawnProposals drawn)
    {
        using (var unfinished = await UnfinishedFile.WriteAsync(path, drawn.Workbook))
        {
            await export.TakenOutAsync(drawn.Sheet);
            if (!unfinished.TryBecome(path)) return Failed($"'{path}' came while it was drawn, and is not written over. Nobody got this one, though the log has it as taken out. Give another name.");
        }

        var sheet = drawn.Sheet;
        return new(Verbs.Done,
        [
            word(new("ProposalExport.Written", ("berkas", Path.GetFileName(path)), ("nomor", sheet.Batch.Number), ("jumlah", sheet.Rows.Length))),
            .. sheet.Erased > 0 ? [word(new("ProposalExport.Erased", ("jumlah", sheet.Erased)))] : (string[])[],
            $"sha256 {sheet.Hash}",
        ]);
    }

    private static ExportTold Failed(string line) => new(Verbs.Failed, [line]);
}
