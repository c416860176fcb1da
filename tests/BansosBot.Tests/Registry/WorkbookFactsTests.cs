using System.Text;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Registry;
using BansosBot.Simulation.Lists;
using BansosBot.Tests.Storage;
using MiniExcelLibs;

namespace BansosBot.Tests.Registry;

/// <summary>What MiniExcel 1.46 gives of a cell, and what it does not tell. docs/decisions/0040.</summary>
public sealed class WorkbookFactsTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_value_of_a_cell_comes_and_not_what_is_displayed()
    {
        new XlsxFile().Sheet("A & B", [["#:3673011203140001", "d:41710", "#:41710", "i:3673", "e:#N/A", "f:A1|teks", "f:A1"], [], ["bawah"]]).Save(folder["a.xlsx"]);

        var rows = MiniExcel.Query(folder["a.xlsx"], useHeaderRow: false, sheetName: "A & B").Select(r => ((IDictionary<string, object?>)r).Values.ToList()).ToList();

        Assert.Equal([3673011203140001d, new DateTime(2014, 3, 12), 41710d, "3673", "#N/A", "teks", null], rows[0]);
        Assert.Equal(3, rows.Count);        // blank rows come too, so that rows can be counted
        Assert.Equal("bawah", rows[2][0]);
    }

    [Fact]
    public void The_library_would_write_the_texts_of_a_large_list_into_the_temporary_folder_and_ours_are_never_there()
    {
        var secret = $"RAHASIA {Guid.NewGuid():N}";
        new XlsxFile().Sheet("Daftar", Enumerable.Range(1, 30_000).Select(n => (string?[])["NIK", $"{secret} {n} {new string('x', 160)}"])).Save(folder["a.xlsx"]);       // 6 MiB of texts
        bool IsInTemp() => Directory.EnumerateFiles(Path.GetTempPath(), "*miniexcel*").Any(f => Bears(f, secret));

        using (var rows = MiniExcel.Query(folder["a.xlsx"]).GetEnumerator())
        {
            Assert.True(rows.MoveNext());
            Assert.True(IsInTemp());
        }

        using var file = new ListSource.OnDisk(folder["a.xlsx"]).Open();
        using var ours = new Workbook(file).All.First().Rows.GetEnumerator();
        Assert.True(ours.MoveNext());
        Assert.StartsWith(secret, ours.Current.Cells[1].AsText, StringComparison.Ordinal);
        Assert.False(IsInTemp());
    }

    [Fact]
    public void Rows_and_columns_before_the_first_cell_are_counted()
    {
        new XlsxFile().Sheet("Daftar", [[], [], [null, "NIK", "NAMA"], [null, "3673025203140001", "SITI"]]).Save(folder["a.xlsx"]);

        var list = ListReport.Read(folder["a.xlsx"]);

        Assert.Equal((4, "B"), (Assert.Single(list.Rows).At.Row, list.Sheets[0].Columns[0].Letters));
    }

    [Fact]
    public void A_sheet_for_each_kecamatan_is_one_list()
    {
        new XlsxFile().Sheet("Kasemen", [["NIK", "NAMA"], ["3673025203140001", "SITI"]]).Sheet("Rekap", [["Kecamatan", "Jumlah"], ["Kasemen", "#:1"]]).Sheet("Curug", [["NAMA", "NIK"], ["DEWI", "3673025203140002"]]).Save(folder["a.xlsx"]);

        var list = ListReport.Read(folder["a.xlsx"]);

        Assert.Equal(["Kasemen:2", "Curug:2"], list.Rows.Select(r => r.At.ToString()));
        Assert.Equal("Rekap", list.Lines.Single(l => l.Rule == ListRule.SheetWithoutHeading).At.Sheet);
    }

    private static bool Bears(string path, string value)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            file.CopyTo(content);
            return content.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(value)) >= 0;
        }
        catch (FileNotFoundException)
        {
            return false;           // of another process, and gone meanwhile
        }
    }
}
