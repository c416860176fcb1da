using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using BansosBot.Commands.Export;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Proposals;
using BansosBot.Registry;
using BansosBot.Tests.Commands;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Proposals;

/// <summary>A complete batch goes out as a file: by the verb, alone and beside a bot that runs.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly OfficeOnDisk office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Every_cell_is_text_no_formula_can_begin_and_the_log_knows_who_which_and_how_many()
    {
        await SignedAsync(3);

        var ended = await CallAsync("usulan.xlsx");

        Assert.Equal((0, ""), (ended.Code, ended.Notes));
        Assert.Contains($"usulan.xlsx: usulan {OfficeOnDisk.Number}, 3 anak.", ended.Data, StringComparison.Ordinal);
        var (rows, about) = (Cells("usulan.xlsx", ProposalWorkbook.Rows), Cells("usulan.xlsx", ProposalWorkbook.About));
        Assert.Equal(["No", "Nomor Usulan", "NIK Anak", "No KK", "Nama Anak", "JK", "Tempat Lahir", "Tanggal Lahir", "Umur", "Status"], rows[0].Take(10));
        Assert.Equal(["1", "YAPI-2025-000001", Nik(1).Reveal(), "3673010101100001", "Putri Ayu Lestari", "P", "'=HYPERLINK(\"http://jahat\") Serang", "12/03/2014", "11", "Yatim"], rows[1].Take(10));
        Assert.Equal("081234567890", rows[1][rows[0].IndexOf("No HP Wali")]);
        Assert.Equal(("002", "6-10", "Kakek/Nenek", "23/09/2025", "Bu Rina 1"), (rows[1][rows[0].IndexOf("RT")], rows[1][rows[0].IndexOf("Desil")], rows[1][rows[0].IndexOf("Hubungan")], rows[1][rows[0].IndexOf("Tanggal Verifikasi")], rows[1][rows[0].IndexOf("Verifikator")]));
        Assert.Equal(["No", "1", "2", "3"], rows.Select(r => r[0]));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(rows.Select(r => string.Join('\t', r) + "\n")))));
        Assert.Equal(hash, about.Single(l => l[0] == "SHA-256 baris")[1]);
        Assert.Equal((OfficeOnDisk.Number, "3"), (about.Single(l => l[0] == "Nomor usulan")[1], about.Single(l => l[0] == "Jumlah anak")[1]));

        var audit = await office.AuditAsync();
        Assert.Equal((OfficeOnDisk.Number, $"count 3 sha256 {hash}", ""), audit[^1] is { Act: Act.ProposalsExported } e ? (e.Subject, e.Detail, e.By) : default);
        Assert.Equal($"{audit.Count - 1} entries in chain 1, head {audit[^2].Hash}", about.Single(l => l[0] == "Ujung catatan audit")[1]);
        Assert.All(TypesOf("usulan.xlsx"), t => Assert.Equal("str", t));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(office["usulan.xlsx"]));
    }

    [Fact]
    public async Task A_batch_whose_cases_are_still_led_on_and_one_that_nobody_signed_are_a_sentence()
    {
        var none = await CallAsync("usulan.xlsx");
        var cases = new[] { OfficeOnDisk.Proposed(1, Chat(1)), OfficeOnDisk.Proposed(2, Chat(1)) };
        await office.PutAsync(OfficeOnDisk.Signed(cases) with { Moved = 1 }, cases);

        Assert.Equal((1, "There is no data yet, so no batch was signed."), (none.Code, none.Notes.Trim()));
        Assert.Equal((1, $"Usulan {OfficeOnDisk.Number} belum selesai dicatat: 1 dari 2 anak.\nTunggu sampai selesai, lalu ambil lagi."), await FailsAsync("usulan.xlsx"));
        Assert.Equal((1, "Tidak ada usulan bernomor YAPI-U-2025-009. Contoh nomor: YAPI-U-2026-001."), await FailsAsync("usulan.xlsx", "--batch", "YAPI-U-2025-009"));
        Assert.False(File.Exists(office["usulan.xlsx"]));
        Assert.DoesNotContain(await office.AuditAsync(), e => e.Act == Act.ProposalsExported);
    }

    [Fact]
    public async Task Nothing_is_written_over_and_a_child_whose_data_was_erased_is_said_to_be_missing()
    {
        Application[] cases = [OfficeOnDisk.Proposed(1, Chat(1)), OfficeOnDisk.Proposed(2, Chat(1))];
        await office.PutAsync(OfficeOnDisk.Signed([.. cases, OfficeOnDisk.Proposed(3, Chat(1))]), cases);
        await CallAsync("usulan.xlsx");

        Assert.StartsWith($"'{office["usulan.xlsx"]}' is there already", (await FailsAsync("usulan.xlsx")).Said, StringComparison.Ordinal);
        Assert.Contains("1 anak tidak ada di berkas", (await CallAsync("lagi.xlsx")).Data, StringComparison.Ordinal);
        Assert.Equal(3, Cells("lagi.xlsx", ProposalWorkbook.Rows).Count);
        Assert.Equal(2, (await office.AuditAsync()).Count(e => e.Act == Act.ProposalsExported));
    }

    [Fact]
    public async Task What_a_process_left_that_was_killed_while_it_wrote_goes_with_the_next_and_nothing_of_others()
    {
        await SignedAsync(1);
        string[] left = ["usulan.xlsx.0123456789abcdef0123456789abcdef.tmp", "usulan.xlsx.tmp", "usulan.xlsx.lama.tmp", "lain.xlsx.0123456789abcdef0123456789abcdef.tmp"];
        foreach (var name in left) await File.WriteAllTextAsync(office[name], Nik(1).Reveal(), TestContext.Current.CancellationToken);

        Assert.Equal(0, (await CallAsync("usulan.xlsx")).Code);

        Assert.Equal([false, true, true, true], left.Select(name => File.Exists(office[name])));
        Assert.Equal(["lain.xlsx.0123456789abcdef0123456789abcdef.tmp", "usulan.xlsx.lama.tmp", "usulan.xlsx.tmp"], Directory.GetFiles(office.Path, "*.tmp").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_that_came_while_it_was_drawn_stays_as_it_is()
    {
        using (var unfinished = await UnfinishedFile.WriteAsync(office["usulan.xlsx"], [1, 2]))
        {
            await File.WriteAllTextAsync(office["usulan.xlsx"], "lain", TestContext.Current.CancellationToken);

            Assert.False(unfinished.TryBecome(office["usulan.xlsx"]));
        }

        Assert.Equal(office["usulan.xlsx"], Assert.Single(Directory.GetFiles(office.Path)));
        Assert.Equal("lain", await File.ReadAllTextAsync(office["usulan.xlsx"], TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("NIK Anak,child_nik", "kolom.csv:1: A line has two or three parts with \";\" between them")]
    [InlineData("NIK;nik_anak", "kolom.csv:1: \"nik_anak\" is no source. One of row, batch,")]
    [InlineData("# ini\n\nHubungan;answer:hubungan", "kolom.csv:3: The form of yapi has no step \"hubungan\". One of")]
    [InlineData("Status;answer:parent_status;bapak=Yatim", "kolom.csv:1: \"parent_status\" has no choice \"bapak\". One of ayah, ibu, keduanya")]
    [InlineData("Status;answer:parent_status;Yatim", "kolom.csv:1: \"Yatim\" is no value: a choice, \"=\" and what is written for it")]
    [InlineData("NIK;child_nik\nnik;kk", "kolom.csv:2: \"nik\" is there already. Give each column a heading of its own.")]
    [InlineData("Kota;fixed", "kolom.csv:1: What stands in every row is missing. Example: \"Kota;fixed;Kota Serang\"")]
    [InlineData("Nama;child_name;x=y", "kolom.csv:1: Only answers that are chosen have values")]
    [InlineData(";child_nik", "kolom.csv:1: The heading before the first \";\" has 1 to 100 letters")]
    [InlineData("# nothing", "kolom.csv:1: It names no column.")]
    public async Task A_wrong_columns_file_is_named_with_line_what_is_wrong_and_an_example(string file, string line)
    {
        await SignedAsync(1);
        await File.WriteAllTextAsync(office["kolom.csv"], file, TestContext.Current.CancellationToken);

        var ended = await CallAsync("usulan.xlsx", "--columns", office["kolom.csv"]);

        Assert.Equal(2, ended.Code);
        Assert.StartsWith(line, ended.Notes, StringComparison.Ordinal);
        Assert.Contains("Example", ended.Notes, StringComparison.Ordinal);
        Assert.False(File.Exists(office["usulan.xlsx"]));
    }

    [Fact]
    public async Task Columns_of_ones_own_are_written_in_their_order()
    {
        await SignedAsync(1);
        await File.WriteAllTextAsync(office["kolom.csv"], "NAMA;child_name\nNIK;child_nik\nKOTA;fixed;Kota Serang\nCATATAN;empty\n", TestContext.Current.CancellationToken);

        await CallAsync("usulan.xlsx", "--columns", office["kolom.csv"]);

        Assert.Equal(["NAMA;NIK;KOTA;CATATAN", $"Putri Ayu Lestari;{Nik(1).Reveal()};Kota Serang;"], Cells("usulan.xlsx", ProposalWorkbook.Rows).Select(r => string.Join(';', r)));
    }

    [Fact]
    public async Task Beside_a_running_bot_it_goes_through_it()
    {
        await SignedAsync(2);
        var (page, operations) = (BotProcess.FreePort(), BotProcess.FreePort());
        using var bot = BotProcess.Start(office.Path, $"run --Web:Urls=http://127.0.0.1:{page} --Web:OperationsUrls=http://127.0.0.1:{operations}");
        try
        {
            await BotProcess.StartedAsync(bot);

            var ended = await BotProcess.RunAsync(office.Path, "export proposals usulan.xlsx");

            Assert.Equal((0, ""), (ended.Code, ended.Notes));
            Assert.Equal(3, Cells("usulan.xlsx", ProposalWorkbook.Rows).Count);
        }
        finally
        {
            await BotProcess.StopAsync(bot);
        }
    }

    private async Task SignedAsync(int count)
    {
        var cases = Enumerable.Range(1, count).Select(n => OfficeOnDisk.Proposed(n, Chat(1))).ToArray();
        await office.PutAsync(OfficeOnDisk.Signed(cases), cases);
    }

    private Task<BotProcess.Ended> CallAsync(string file, params string[] options) => VerbCall.RunAsync(office.Path, ["export", "proposals", office[file], .. options]);

    private async Task<(int Code, string Said)> FailsAsync(string file, params string[] options)
    {
        var ended = await CallAsync(file, options);
        return (ended.Code, ended.Notes.Trim().Replace("'" + file, $"'{office[file]}", StringComparison.Ordinal));
    }

    private List<List<string>> Cells(string file, string sheet)
    {
        using var open = new ListSource.OnDisk(office[file]).Open();
        return [.. new Workbook(open).All.First(s => s.Name == sheet).Rows.Select(r => r.Cells.Select(c => c.AsText).ToList())];
    }

    private List<string?> TypesOf(string file)
    {
        using var zip = ZipFile.OpenRead(office[file]);
        return [.. zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).SelectMany(e =>
        {
            using var part = e.Open();
            return System.Xml.Linq.XDocument.Load(part).Descendants().Where(c => c.Name.LocalName == "c" && c.HasElements).Select(c => c.Attribute("t")?.Value).ToList();
        })];
    }
}
