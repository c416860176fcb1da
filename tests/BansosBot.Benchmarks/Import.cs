using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Registry;
using BansosBot.Simulation.Lists;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;

namespace BansosBot.Benchmarks;

/// <summary>Time and peak memory of taking a list in, each in a process of its own: 100,000 rows as workbook and as text, dirty as well, the list after
/// it, and a million as text. Meanwhile somebody writes, and waits for the commit of the answer.</summary>
internal static class Import
{
    private const int Rows = 100_000, Many = 1_000_000;
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromMilliseconds(50);

    /// <param name="withMany">The million too: minutes, and a gigabyte or two.</param>
    public static async Task RunAsync(bool withMany)
    {
        var folder = Directory.CreateTempSubdirectory("bansosbot-lists-").FullName;
        foreach (var (name, rows, isDirty, store) in new[] { ("bersih.xlsx", Rows, false, "a"), ("bersih.csv", Rows, false, "b"), ("kotor.xlsx", Rows, true, "c"), ("berikut.csv", Rows, true, "b"), ("sejuta.csv", Many, false, "d") })
        {
            if (rows == Many && !withMany) continue;
            var path = Path.Combine(folder, name);
            Make(path, rows, isDirty);
            await MeasureAsync(path, Path.Combine(folder, store));
            File.Delete(path);
        }
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>In the child: takes it in, and says what it took.</summary>
    public static async Task TakeInAsync(string path, string folder)
    {
        var database = Path.Combine(folder, "data", "bansosbot.db");
        var keys = KeyFolder.Open(Path.Combine(folder, "keys"), Path.Combine(folder, "data"), dataExists: File.Exists(database));
        await using var store = new LiteDbStore(LiteDbFile.Open(database), keys, new HashSet<string>(), TimeProvider.System);
        var import = new ListImport(store, new("", TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"), default, default), TimeProvider.System);
        using var enough = new CancellationTokenSource();
        var writing = WriteAsync(store, enough.Token);

        var since = Stopwatch.StartNew();
        if (await import.ReadAsync(new ListSource.OnDisk(path), new("yapi", new(2025, null), ImmutableDictionary<string, Holds>.Empty), CancellationToken.None) is not Outcome<ListPlan>.Ok { Value: var plan }) throw new InvalidOperationException("not read");
        var read = since.Elapsed.TotalSeconds;
        if (await import.TakeInAsync(plan, "", _ => Task.CompletedTask, CancellationToken.None) is not Outcome<RecipientList>.Ok { Value: var list }) throw new InvalidOperationException("not taken in");
        var all = since.Elapsed.TotalSeconds;
        await enough.CancelAsync();
        var waits = await writing;

        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(path),-12} {list.Count,9} people, {plan.List.Lines.Length,7} notes, {list.Counts.Changed,6} changed: {all,5:F1} s ({read:F1} to read and compare), {self.TotalProcessorTime.TotalSeconds,5:F1} CPU s, peak {self.PeakWorkingSet64 / (1024 * 1024)} MiB, meanwhile an answer took {waits[waits.Count / 2]:F0} ms, p99 {waits[waits.Count * 99 / 100]:F0} ms; load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
    }

    /// <returns>How long each commit took, in milliseconds, in order of size.</returns>
    private static async Task<List<double>> WriteAsync(LiteDbStore store, CancellationToken enough)
    {
        var waits = new List<double>();
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var chat = new ChatKey("telegram", $"{i % 50}");
            var at = Stopwatch.GetTimestamp();
            var before = await store.ConversationAsync(chat, CancellationToken.None);
            await store.ApplyAsync(new Incoming.Words(chat, $"m{i}", "halo"), new() { After = before, Says = [new() { To = chat, Language = Language.Indonesian, Parts = [new Say("LookUp.NoMatch")] }] }, TimeProvider.System.GetUtcNow());
            waits.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            await Task.Delay(BetweenMessages, TimeProvider.System, CancellationToken.None);
        }

        waits.Sort();
        return waits;
    }

    private static async Task MeasureAsync(string path, string folder)
    {
        using var child = Process.Start(new ProcessStartInfo("dotnet", [typeof(Import).Assembly.Location, "import", path, folder]))!;
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
