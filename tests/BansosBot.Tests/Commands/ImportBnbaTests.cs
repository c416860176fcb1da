using System.Text.Json;
using BansosBot.Simulation.Lists;
using BansosBot.Tests.Storage;

namespace BansosBot.Tests.Commands;

/// <summary>The verb as an operator and a script meet it.</summary>
public sealed class ImportBnbaTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Scripts_read_counts_and_a_row_for_each_note()
    {
        new XlsxFile().Sheet("Kasemen", [["NIK", "NAMA"], ["3673025203140001", "SITI"], ["#:3673025203140002", "DEWI"], ["3673025203140001", "SITI"], ["3673025203140003", "AYU"]]).Save(folder["baru.xlsx"]);
        new XlsxFile().Sheet("Kasemen", [["NIK", "NAMA"], ["3673025203140001", "SITI A"], ["3673025203140009", "RINA"]]).Save(folder["lama.xlsx"]);

        var ended = await BotProcess.RunAsync(folder.Path, "import bnba baru.xlsx --dry-run --json --before lama.xlsx");

        Assert.Equal((0, ""), (ended.Code, ended.Notes));
        var root = JsonDocument.Parse(ended.Data).RootElement;
        Assert.Equal(["people", "new", "changed", "same", "duplicate", "refused", "gone", "lookalike", "rows"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal([2, 1, 1, 0, 1, 1, 1, 0], root.EnumerateObject().SkipLast(1).Select(p => p.Value.GetInt32()));
        var rows = root.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(["sheet", "row", "column", "rule", "action"], rows[0].EnumerateObject().Select(p => p.Name));
        Assert.Contains(rows, r => r.GetRawText() == """{"sheet":"Kasemen","row":3,"column":"A","rule":"numberCell","action":"heldBack"}""");
        Assert.DoesNotContain("3673025203140002", ended.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_read_a_preview_in_which_nobody_is_shown()
    {
        var made = new MadeList();
        foreach (var dirt in Dirt.All) dirt.PutOn(made);
        made.SaveAsText(folder["daftar.csv"]);

        var ended = await BotProcess.RunAsync(folder.Path, "import bnba daftar.csv --dry-run");

        Assert.Equal((0, ""), (ended.Code, ended.Notes));
        Assert.Contains("B: NIK ANAK = NIK", ended.Data, StringComparison.Ordinal);
        Assert.EndsWith("Ini baru pratinjau. Daftar lama tidak berubah.", ended.Data.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain(made.Persons.Select(p => p[MadePerson.Nik]).Where(n => n?.Length == 16), n => ended.Data.Contains(n!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_no_list_is_one_sentence_and_exit_code_1()
    {
        await File.WriteAllBytesAsync(folder["foto.xlsx"], [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], TestContext.Current.CancellationToken);

        var ended = await BotProcess.RunAsync(folder.Path, "import bnba foto.xlsx --dry-run --json");

        Assert.Equal((1, "", "foto.xlsx: Berkas ini gambar, bukan daftar. Kirim berkas Excel (.xlsx) atau CSV. Daftar lama tidak berubah."), (ended.Code, ended.Data, ended.Notes.Trim()));
    }
}
