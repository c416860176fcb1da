using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Ministry;
using BansosBot.Tests.Proposals;
using BansosBot.Tests.Staff;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Ministry;

/// <summary>Whoever brought a list of cases goes away half-way.</summary>
public sealed class CutOffTests : AtTheDesk
{
    [Fact]
    public async Task What_had_moved_until_then_is_in_the_log_with_its_count()
    {
        var cases = Enumerable.Range(1, 60).Select(n => OfficeOnDisk.Proposed(n, Own)).ToArray();
        await PutAsync(Own, cases);
        var office = await ConversationAsync(ChatKey.Office);
        await Hall.Bot.Store.ApplyAsync(new Incoming.Words(ChatKey.Office, "signed", ""), new() { After = office, Writes = [new Write.PutBatch(OfficeOnDisk.Signed(cases))] }, Hall.Clock.GetUtcNow());
        using var folder = new Storage.TestFolder();
        await File.WriteAllLinesAsync(folder["jawaban.csv"], ["NIK;Nama Anak;Hasil", .. Enumerable.Range(1, 60).Select(n => $"{Nik(n).Reveal()};PUTRI AYU LESTARI;Disetujui")], Stop);
        var list = await ReadAsync();
        using var goes = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Hall.Bot.CaseLists.TakeInAsync(list, "", _ => goes.CancelAsync(), goes.Token));

        Assert.Equal(50, (await CasesAsync(Enumerable.Range(1, 60).ToArray())).Count(c => c.Stage == Stage.ApprovedByMinistry));
        Assert.Contains(" moved 50 ", Assert.Single(Audit, e => e.Act == Act.AnswerTakenIn).Detail, StringComparison.Ordinal);
        Assert.Equal((10, 50), ((await ReadAsync()).Plan.Moves.Length, (await ReadAsync()).Plan.Already));

        async Task<ReadCaseList> ReadAsync() =>
            Ok(await Hall.Bot.CaseLists.ReadAsync(new BansosBot.Registry.ListSource.OnDisk(folder["jawaban.csv"]), new(ListUse.Answer, "yapi", null, new(2025, null), ImmutableDictionary<string, Holds>.Empty), Stop));
    }
}
