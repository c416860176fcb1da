using System.Text.RegularExpressions;
using BansosBot.Domain.Audit;
using BansosBot.Storage.LiteDb;
using BansosBot.Tests.Storage;
using LiteDB;

namespace BansosBot.Tests.Commands;

/// <summary>What somebody could do to the audit who has the database, and what `audit verify` says of it with and without what was written down outside.</summary>
/// <remarks>A guardian files by the terminal, as a process; three entries are made: consent, application, own data shown. The receipt is what was said to them.</remarks>
public sealed partial class AuditVerifyTests(AuditVerifyTests.Filed filed) : IClassFixture<AuditVerifyTests.Filed>, IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_receipt_and_an_earlier_head_are_held_by_the_chain_they_are_of()
    {
        await FileAsync();
        var before = await VerifyAsync("");
        Assert.Matches("^whole: 3 entries in chain 1, head [0-9a-f]{64}\n$", before.Data);
        await KeepAsync("head.txt", before.Data);
        await BotProcess.RunAsync(folder.Path, "chat", "/data_saya\n/keluar\n");
        var receipt = await File.ReadAllTextAsync(folder["receipt.txt"], Stop);
        await KeepAsync("two.txt", $"Bu Siti:\n{ReceiptLine().Match(receipt).Value.ToUpperInvariant()}\n\nnomor 5, tanda tangan\n{ReceiptLine().Match(receipt).Value.Replace(" tanda", "\ntanda", StringComparison.Ordinal)}");

        var ended = await BotProcess.RunAsync(folder.Path, "audit verify --receipt receipt.txt --receipt two.txt --anchor head.txt");

        Assert.Equal((0, ""), (ended.Code, ended.Notes));
        Assert.Equal(
            ["whole: 4 entries", "held      receipt.txt", "held      two.txt:2, entry 2", "held      two.txt:5, entry 2", "held      head.txt:1, entry 3"],
            ended.Data.TrimEnd().Split('\n').Zip([16, 21, 28, 28, 29], (line, length) => line[..length]));
    }

    [Fact]
    public async Task A_cut_tail_is_whole_by_itself_and_missed_by_what_was_written_down()
    {
        await FileAsync();
        await KeepAsync("head.txt", (await VerifyAsync("")).Data);
        Tamper(audit => audit.DeleteMany("_id >= @0", 2));

        Assert.Equal((0, "whole: 1 entries"), Start(await VerifyAsync(""), 16));
        var ended = await VerifyAsync("--receipt receipt.txt --anchor head.txt");
        Assert.Equal(1, ended.Code);
        Assert.Matches("^whole: 1 .*\nMISSING   receipt\\.txt:[0-9]+, entry 2: the chain ends at entry 1; .*\nMISSING   head\\.txt:1, entry 3: .*\n$", ended.Data);
        Assert.StartsWith("2 of 2 not held.", ended.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_written_anew_is_whole_by_itself_and_another_one_by_what_was_written_down()
    {
        await FileAsync();
        await KeepAsync("head.txt", (await VerifyAsync("")).Data);
        Tamper(audit =>
        {
            // The application a day earlier, and all hashes from there on made to fit.
            var last = Rows.Entry(audit.FindById(1L));
            foreach (var entry in new[] { 2L, 3L }.Select(n => Rows.Entry(audit.FindById(n))))
                audit.Update(Rows.Entry(last = AuditChain.Next(last.Sequence, last.Hash, new(entry.Act, entry.Subject, entry.Detail, entry.By), entry.At.AddDays(-1))));
        });

        Assert.Equal((0, "whole: 3 entries"), Start(await VerifyAsync(""), 16));
        var ended = await VerifyAsync("--receipt receipt.txt --anchor head.txt");
        Assert.Equal(1, ended.Code);
        Assert.Matches("^whole: 3 .*\nDIFFERENT receipt\\.txt:[0-9]+, entry 2: another hash stands there.*\nDIFFERENT head\\.txt:1, entry 3: .*\n$", ended.Data);
    }

    [Theory]
    [InlineData("what", "version 9")]
    [InlineData("at", 1L)]
    [InlineData("at", long.MaxValue)]
    [InlineData("at", "yesterday")]
    [InlineData("act", "NothingOfOurs")]
    [InlineData("hash", null)]
    public async Task An_entry_changed_in_the_middle_breaks_the_chain_there(string field, object? value)
    {
        await FileAsync();
        var first = AtEntry1(await KeepAsync("head.txt", (await VerifyAsync("")).Data));
        Tamper(audit =>
        {
            var entry = audit.FindById(2L);
            entry[field] = new BsonValue(value);
            audit.Update(entry);
        });
        await KeepAsync("first.txt", first);

        var bare = await VerifyAsync("");
        Assert.Equal((1, "BROKEN at entry 2: it was changed, dropped or put in between. The 1 before it are whole.\n", ""), (bare.Code, bare.Data, bare.Notes));
        var ended = await VerifyAsync("--receipt receipt.txt --anchor head.txt --anchor first.txt");
        Assert.Equal(1, ended.Code);
        Assert.Matches("^BROKEN at entry 2: .*\nDIFFERENT receipt\\.txt:[0-9]+, entry 2: .*\nDIFFERENT head\\.txt:1, entry 3: .*\nheld      first\\.txt:1, entry 1: .*\n$", ended.Data);
        Assert.StartsWith("2 of 3 not held.", ended.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_of_before_there_were_officers_and_their_receipts_are_held()
    {
        await FileAsync();
        Tamper(audit =>
        {
            foreach (var entry in audit.FindAll().ToList())
            {
                entry.Remove("by");
                audit.Update(entry);
            }
        });

        Assert.Equal((0, "whole: 3 entries"), Start(await VerifyAsync("--receipt receipt.txt"), 16));
    }

    [Theory]
    [InlineData("--receipt none.txt", "--receipt: there is no file 'none.txt'. ")]
    [InlineData("--anchor none.txt", "--anchor: there is no file 'none.txt'. ")]
    [InlineData("--receipt .", "--receipt: '.' is a folder. ")]
    [InlineData("--receipt head.txt", "--receipt: 'head.txt' has no such line. ")]
    [InlineData("--anchor receipt.txt", "--anchor: 'receipt.txt' has no such line. ")]
    [InlineData("--receipt short.txt", "--receipt: short.txt:2: the line is not whole, ")]
    [InlineData("--receipt receipt.txt --anchor long.txt", "--anchor: long.txt:1: the line is not whole, ")]
    [InlineData("--anchor many.txt", "--anchor: many.txt:1: the line is not whole, ")]
    public async Task A_file_in_which_nothing_is_to_be_had_is_wrong_use_with_an_example(string options, string line)
    {
        await KeepAsync("receipt.txt", "Bukti catatan: nomor 2, tanda 0a1b2c3d4e5f.\n");
        await KeepAsync("short.txt", "Bukti catatan: nomor 2, tanda 0a1b2c3d4e5f.\nBukti catatan: nomor 3, tanda 0a1b2c3.\n");
        await KeepAsync("head.txt", $"whole: 2 entries in chain 1, head {AuditChain.Root}\n");
        await KeepAsync("long.txt", $"whole: 2 entries in chain 1, head {AuditChain.Root}0\n");
        await KeepAsync("many.txt", $"whole: 99999999999999999999 entries in chain 1, head {AuditChain.Root}\n");

        var ended = await VerifyAsync(options);

        Assert.Equal((2, ""), (ended.Code, ended.Data));
        Assert.StartsWith(line, Assert.Single(ended.Notes.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains(" is expected. Example of its line: \"", ended.Notes, StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static (int Code, string Start) Start(BotProcess.Ended ended, int length) => (ended.Code, ended.Data[..length]);

    private async Task FileAsync()
    {
        filed.CopyTo(folder.Path);
        Assert.Matches(ReceiptLine(), await KeepAsync("receipt.txt", filed.Receipt));
    }

    private async Task<string> KeepAsync(string name, string text)
    {
        await File.WriteAllTextAsync(folder[name], text, Stop);
        return text;
    }

    // The head as it was when the chain had one entry only.
    private string AtEntry1(string head)
    {
        using var file = LiteDbFile.Open(folder["data/bansosbot.db"]);
        return Head().Replace(head, $"1 entries in chain 1, head {Rows.Entry(file.Db.GetCollection(Rows.Audit).FindById(1L)).Hash}");
    }

    private Task<BotProcess.Ended> VerifyAsync(string options) =>
        VerbCall.RunAsync(folder.Path, ["audit", "verify", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(o => o.StartsWith("--", StringComparison.Ordinal) ? o : folder[o])]);

    private void Tamper(Action<ILiteCollection<BsonDocument>> change)
    {
        using var file = LiteDbFile.Open(folder["data/bansosbot.db"]);
        file.Begin();
        change(file.Db.GetCollection(Rows.Audit));
        file.Commit();
    }

    [GeneratedRegex("Bukti catatan: nomor 2, tanda [0-9a-f]{12}\\.", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ReceiptLine();

    [GeneratedRegex("3 entries in chain 1, head [0-9a-f]{64}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Head();

    /// <summary>The data folder after the guardian filed: told once, and copied for each who tampers with it.</summary>
    public sealed class Filed : IAsyncLifetime
    {
        private static readonly string[] Said =
        [
            "/daftar", "ayah dan ibu", "12 maret 2014", "benar", "ya", "tidak ada", "1", "tidak ada", "tidak", "kakek atau nenek", "boleh", "saya tunjukkan di kantor", "anak yang saya asuh",
            "Siti Contoh", "3604015508690017", "3673012509120297", "0812-0000-1111", "unyur", "Kp. Contoh RT 2 RW 5", "saya tunjukkan di kantor", "Budi Contoh", "laki-laki", "Serang",
            "3673011203140023", "saya tunjukkan di kantor", "lewati", "tidak ada", "saya tunjukkan di kantor", "saya tunjukkan di kantor", "saya tunjukkan di kantor", "saya tunjukkan di kantor",
            "saya tunjukkan di kantor", "lewati", "a", "/data_saya", "/keluar",
        ];

        private readonly TestFolder folder = new();

        /// <summary>What was said to the guardian.</summary>
        public string Receipt { get; private set; } = "";

        public async ValueTask InitializeAsync() => Receipt = (await BotProcess.RunAsync(folder.Path, "chat", string.Join('\n', Said) + "\n")).Data;

        public void CopyTo(string other)
        {
            foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(other, Path.GetRelativePath(folder.Path, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
        }

        public ValueTask DisposeAsync()
        {
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
