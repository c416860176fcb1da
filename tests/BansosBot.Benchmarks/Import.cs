using System.Diagnostics;
using System.Globalization;
using BansosBot.Domain;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Registry;
using BansosBot.Simulation.Lists;

namespace BansosBot.Benchmarks;

/// <summary>Time and peak memory of reading a list, each in a process of its own: 100,000 rows as workbook and as text, dirty as well, and a million as
/// text.</summary>
internal static class Import
{
    private const int Rows = 100_000, Many = 1_000_000;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bansosbot-lists-").FullName;
        foreach (var (name, rows, isDirty) in new[] { ("bersih.xlsx", Rows, false), ("bersih.csv", Rows, false), ("kotor.xlsx", Rows, true), ("sejuta.csv", Many, false) })
        {
            var path = Path.Combine(folder, name);
            Make(path, rows, isDirty);
            await MeasureAsync(path);
        }
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>In the child: reads, and says what it took.</summary>
    public static void Read(string path)
    {
        var since = Stopwatch.StartNew();
        if (ListFile.Read(path, Path.GetFileName(path), new DateOnly(2025, 9, 23)) is not Outcome<ReadList>.Ok { Value: var list }) throw new InvalidOperationException("not read");
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(path),-12} {list.Rows.Length,9} people, {list.Lines.Length,7} notes: {since.Elapsed.TotalSeconds,5:F1} s, {self.TotalProcessorTime.TotalSeconds,5:F1} CPU s, peak {self.PeakWorkingSet64 / (1024 * 1024)} MiB"));
    }

    private static async Task MeasureAsync(string path)
    {
        using var child = Process.Start(new ProcessStartInfo("dotnet", [typeof(Import).Assembly.Location, "import", path]))!;
        await child.WaitForExitAsync();
    }

    // One row in five of a dirty list is odd in one way or another.
    private static void Make(string path, int rows, bool isDirty)
    {
        var persons = Enumerable.Range(1, rows).Select(i => (Number: i, MadePerson.Of(i).Cells)).Select(p =>
        {
            if (!isDirty) return p.Cells;
            switch (p.Number % 20)
            {
                case 1: p.Cells[MadePerson.Nik] = $"#:{p.Cells[MadePerson.Nik]}"; break;
                case 6: p.Cells[MadePerson.Kelurahan] = "idem"; break;
                case 11: p.Cells[MadePerson.Address] = "LINK. KEBON RT 02/05"; break;
                case 16: p.Cells[MadePerson.Phone] = $"f:A1|{p.Cells[MadePerson.Phone]}"; break;
            }
            return p.Cells;
        });
        IEnumerable<string?[]> all = [["DAFTAR PENERIMA BANTUAN"], [], [.. MadePerson.Columns], .. persons];
        if (Path.GetExtension(path) == ".xlsx") new XlsxFile().Sheet("Daftar", all).Save(path);
        else File.WriteAllLines(path, all.Select(r => string.Join(';', r)));
    }
}
