using BansosBot.Channels.WebChat;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Ministry;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Registry;
using BansosBot.Simulation.Lists;
using BansosBot.Tests.Commands;
using BansosBot.Tests.Proposals;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Ministry;

/// <summary>The ministry's answer comes back as a list: each case of the batch moves once, and what does not fit moves nobody.</summary>
public sealed class AnswerTests : IDisposable
{
    private const string Name = "PUTRI AYU LESTARI";

    private readonly OfficeOnDisk office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Each_case_moves_and_its_family_hears_once_and_the_same_file_again_changes_nothing()
    {
        await SignedAsync(3);
        Save("jawaban.csv", $"{Nik(1).Reveal()};{Name};YAPI-2025-000001;Disetujui;", $"{Nik(2).Reveal()};{Name};YAPI-2025-000002;TIDAK DISETUJUI;Data tidak padan dengan 3604014508720003", $"{Nik(3).Reveal()};{Name};YAPI-2025-000003;Belum diproses;");

        var no = await CallAsync("jawaban.csv", "tidak\n");
        Assert.Equal((1, "Batal. Tidak ada yang berubah."), (no.Code, no.Notes.Trim().Split('\n')[^1]));
        Assert.All(await office.CasesAsync(1, 2, 3), c => Assert.Equal(Stage.Proposed, c.Stage));

        var yes = await CallAsync("jawaban.csv", "ya\n");
        Assert.Equal(0, yes.Code);
        Assert.Contains("Disetujui: 1. Ditolak: 1.", yes.Data, StringComparison.Ordinal);
        Assert.Contains("jawaban.csv!4: 3673**********03. Hasilnya belum ditulis", yes.Data, StringComparison.Ordinal);
        Assert.EndsWith("2 pengajuan tercatat. Keluarganya dikabari.", yes.Data.Trim(), StringComparison.Ordinal);
        var cases = await office.CasesAsync(1, 2, 3);
        Assert.Equal([(Stage.ApprovedByMinistry, null), (Stage.RefusedByMinistry, "Data tidak padan dengan 3604****"), (Stage.Proposed, null)], cases.Select(c => (c.Stage, c.MinistryWhy)));

        var again = await CallAsync("jawaban.csv", "");
        Assert.Equal(0, again.Code);
        Assert.Contains("Sudah tercatat: 2", again.Data, StringComparison.Ordinal);
        Assert.EndsWith("Tidak ada yang berubah.", again.Data.Trim(), StringComparison.Ordinal);
        Assert.Equal(["Stage.ApprovedByMinistry"], await KeysAsync(1));
        Assert.Equal(["Stage.RefusedByMinistry", "CaseNews.MinistryWhy"], await KeysAsync(2));
        Assert.Empty(await KeysAsync(3));
        var audit = await office.AuditAsync();
        Assert.Equal([(Act.MinistryApproved, "case1"), (Act.MinistryRefused, "case2")], audit.Where(e => e.Act is Act.MinistryApproved or Act.MinistryRefused).Select(e => (e.Act, e.Subject)));
        Assert.EndsWith(" moved 2 known 0 unmatched 1", Assert.Single(audit, e => e.Act == Act.AnswerTakenIn).Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(audit, e => e.Detail.Contains("padan", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("9;PUTRI AYU LESTARI;;Disetujui;", "Anak ini tidak ada di pengajuan kami.")]
    [InlineData("1;BUDI SANTOSO;;Disetujui;", "NIK-nya ada, tetapi namanya lain.")]
    [InlineData("1;PUTRI AYU LESTARI;YAPI-2025-000002;Disetujui;", "Nomor pengajuan di baris ini milik anak lain")]
    [InlineData("1;PUTRI AYU LESTARI;;;", "Hasilnya belum ditulis")]
    [InlineData("2;PUTRI AYU LESTARI;;Disetujui;", "Pengajuannya di tahap lain: disetujui kantor.")]
    [InlineData("3;PUTRI AYU LESTARI;;Ditolak;", "Dulu tercatat hasil yang lain.")]
    public async Task What_does_not_fit_moves_nobody_and_is_told_masked(string row, string why)
    {
        Application[] cases = [OfficeOnDisk.Proposed(1, Chat(1)), OfficeOnDisk.Proposed(2, Chat(2)) with { Stage = Stage.Endorsed }, OfficeOnDisk.Proposed(3, Chat(3)) with { Stage = Stage.Active }];
        await office.PutAsync(OfficeOnDisk.Signed(cases), cases);
        Save("jawaban.csv", Nik(int.Parse(row[..1], System.Globalization.CultureInfo.InvariantCulture)).Reveal() + row[1..]);

        var ended = await CallAsync("jawaban.csv", "ya\n");

        Assert.Contains(why, ended.Data, StringComparison.Ordinal);
        Assert.DoesNotContain(Nik(1).Reveal()[4..14], ended.Data + ended.Notes, StringComparison.Ordinal);
        Assert.Equal([Stage.Proposed, Stage.Endorsed, Stage.Active], (await office.CasesAsync(1, 2, 3)).Select(c => c.Stage));
        Assert.DoesNotContain(await office.AuditAsync(), e => e.Act == Act.AnswerTakenIn);
    }

    [Fact]
    public async Task A_family_on_a_page_finds_the_news_there()
    {
        var page = Chat(1, WebChatDoor.ChannelName);
        var a = OfficeOnDisk.Proposed(1, page);
        await office.PutAsync(OfficeOnDisk.Signed(a), a);
        Save("jawaban.csv", $"{Nik(1).Reveal()};{Name};;Disetujui;");

        Assert.Equal(0, (await CallAsync("jawaban.csv", "ya\n")).Code);

        var shown = await office.SeesAsync(async store => await store.TranscriptAsync(page, TestContext.Current.CancellationToken));
        Assert.Contains(shown.SelectMany(b => b.Ours?.Parts ?? []), p => p.Key == "Stage.ApprovedByMinistry");
        Assert.Empty(await office.NewsAsync(page));
    }

    [Fact]
    public async Task Of_a_batch_that_is_not_complete_or_of_none_it_says_so_and_its_number_may_be_typed_small()
    {
        Application[] cases = [OfficeOnDisk.Proposed(1, Chat(1)), OfficeOnDisk.Proposed(2, Chat(2))];
        await office.PutAsync(OfficeOnDisk.Signed(cases) with { Moved = 1 }, cases);
        Save("jawaban.csv", $"{Nik(1).Reveal()};{Name};;Disetujui;");

        Assert.Contains("YAPI-U-2025-001 belum selesai dicatat: 1 dari 2 anak.", (await CallAsync("jawaban.csv", "ya\n", "--batch", "yapi-u-2025-001")).All, StringComparison.Ordinal);
        Assert.Contains("Tidak ada usulan bernomor YAPI-U-2025-009.", (await CallAsync("jawaban.csv", "ya\n", "--batch", "YAPI-U-2025-009")).All, StringComparison.Ordinal);
        Assert.All(await office.CasesAsync(1, 2), c => Assert.Equal(Stage.Proposed, c.Stage));
    }

    [Fact]
    public async Task Two_results_for_one_child_and_a_rounded_number_wait_for_a_person()
    {
        await SignedAsync(2);
        new XlsxFile().Sheet("Hasil", [["NIK", "Nama", "Hasil"], [Nik(1).Reveal(), Name, "Disetujui"], [Nik(1).Reveal(), Name, "Ditolak"], ["#:" + Nik(2).Reveal(), Name, "Disetujui"]]).Save(office["jawaban.xlsx"]);

        var ended = await CallAsync("jawaban.xlsx", "ya\n");

        Assert.Contains("dengan hasil yang berbeda", ended.Data, StringComparison.Ordinal);
        Assert.Contains("Nomor tersimpan sebagai bilangan", ended.Data, StringComparison.Ordinal);
        Assert.All(await office.CasesAsync(1, 2), c => Assert.Equal(Stage.Proposed, c.Stage));
    }

    [Fact]
    public async Task The_file_that_went_out_comes_back_filled_in_beside_a_running_bot()
    {
        await SignedAsync(60);
        await VerbCall.RunAsync(office.Path, ["export", "proposals", office["usulan.xlsx"]]);
        List<string?[]> rows;
        using (var file = new ListSource.OnDisk(office["usulan.xlsx"]).Open())
            rows = [.. new Workbook(file).All.First().Rows.Select((r, i) => (string?[])[.. r.Cells.Select(c => c.AsText), i == 0 ? "Hasil Kemensos" : i % 2 == 0 ? "DITOLAK" : "SETUJU"])];
        new XlsxFile().Sheet("Usulan", rows).Save(office["kembali.xlsx"]);
        var (page, operations) = (BotProcess.FreePort(), BotProcess.FreePort());
        using var bot = BotProcess.Start(office.Path, $"run --Web:Urls=http://127.0.0.1:{page} --Web:OperationsUrls=http://127.0.0.1:{operations}");
        try
        {
            await BotProcess.StartedAsync(bot);

            var ended = await BotProcess.RunAsync(office.Path, "import answer kembali.xlsx --batch YAPI-U-2025-001", "ya\n");

            Assert.Equal(0, ended.Code);
            Assert.Contains("Disetujui: 30. Ditolak: 30.", ended.Data, StringComparison.Ordinal);
            Assert.EndsWith("60 pengajuan tercatat. Keluarganya dikabari.", ended.Data.Trim(), StringComparison.Ordinal);
        }
        finally
        {
            await BotProcess.StopAsync(bot);
        }

        Assert.Equal(30, (await office.CasesAsync([.. Enumerable.Range(1, 60)])).Count(c => c.Stage == Stage.ApprovedByMinistry));
    }

    [Fact]
    public void A_child_that_was_proposed_again_is_answered_for_the_new_batch_only()
    {
        var a = OfficeOnDisk.Proposed(1, Chat(1));
        const string old = "YAPI-U-2025-001", anew = "YAPI-U-2025-002";
        CaseListPlan Answered(string? batch, string? asked = null) => AnswerMatching.Of([new ListRow(new("jawaban", 2), Nik(1), a.ChildName) { Result = Ruling.Refused, Batch = batch }], [(a, old), (a, anew)], asked);

        Assert.Equal(Mismatch.WhichBatch, Assert.Single(Answered(null).Unmatched).Why);
        Assert.Equal([Mismatch.OtherBatch, Mismatch.OtherBatch], [Assert.Single(Answered(old).Unmatched).Why, Assert.Single(Answered(null, asked: old).Unmatched).Why]);
        Assert.Equal(["case1", "case1"], [Assert.Single(Answered(anew).Moves).Case, Assert.Single(Answered(null, asked: anew).Moves).Case]);
    }

    private async Task SignedAsync(int count)
    {
        var cases = Enumerable.Range(1, count).Select(n => OfficeOnDisk.Proposed(n, Chat(n))).ToArray();
        await office.PutAsync(OfficeOnDisk.Signed(cases), cases);
    }

    private void Save(string name, params string[] rows) => File.WriteAllLines(office[name], rows.Prepend("NIK;Nama Anak;Nomor Usulan;Hasil;Keterangan"));

    private Task<BotProcess.Ended> CallAsync(string file, string input, params string[] options) => VerbCall.RunAsync(office.Path, ["import", "answer", office[file], .. options], input);

    // What the family was told, behind the head line.
    private async Task<List<string>> KeysAsync(int n) => [.. (await office.NewsAsync(Chat(n))).SelectMany(m => m.Parts).Select(p => p.Key).Where(k => k != "CaseNews.Head")];
}
