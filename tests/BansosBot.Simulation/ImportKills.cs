using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using BansosBot.Domain;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Registry;
using BansosBot.Simulation.Lists;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using Process = System.Diagnostics.Process;

namespace BansosBot.Simulation;

/// <summary>
/// A process that takes a list in, killed with SIGKILL at random, time after time on the same folder, with two lists in turn. After each kill
/// the old list is whole or the new one is; what was staged is nobody's, and gone after the next start.
/// </summary>
internal sealed class ImportKills(int kills, int seed, TextWriter output) : IAsyncDisposable
{
    private const int People = 3_000, Moved = 1_500, LookedUpEach = 97;
    private const string Began = "began";

    private static readonly ListChoice Choice = new("yapi", new(2025, null), ImmutableDictionary<string, Holds>.Empty);
    private static readonly Office Office = new("", TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"), default, default);

    private readonly Random random = new(seed);
    private readonly string folder = Directory.CreateTempSubdirectory("bansosbot-import-kills-").FullName;
    private int passed, failed, finished, cutOff;

    /// <returns>How many checks failed.</returns>
    public async Task<int> RunAsync()
    {
        var files = new[] { Make("a.csv", 1), Make("b.csv", 1 + Moved) };
        var whole = Stopwatch.StartNew();
        Check(await RunHostAsync(files[0], killAfter: null), "the first list did not come in");
        var longest = (int)Math.Min(whole.ElapsedMilliseconds, 10_000);
        for (var kill = 1; kill <= kills; kill++)
        {
            var before = await HoldsAsync();
            var file = files.Single(f => HashOf(f) != before.List.File);
            if (await RunHostAsync(file, random.Next(longest))) finished++;
            await CheckAsync(kill, before.List, file);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills} kills: {cutOff} before the list held, {finished} after."));
        Check(cutOff > 0, "no kill came before a list held");
        output.WriteLine($"Passed: {passed}");
        output.WriteLine($"Failed: {failed}");
        return failed;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The process that is killed.</summary>
    public static async Task HostAsync(string folder, string file)
    {
        await using var store = Open(folder);
        var import = new ListImport(store, Office, TimeProvider.System);
        var plan = await import.ReadAsync(new ListSource.OnDisk(file), Choice, CancellationToken.None) is Outcome<ListPlan>.Ok { Value: var read } ? read : throw new InvalidOperationException("not read");
        Console.WriteLine(Began);
        if (await import.TakeInAsync(plan, "", _ => Task.CompletedTask, CancellationToken.None) is not Outcome<RecipientList>.Ok) throw new InvalidOperationException("not taken in");
    }

    /// <param name="killAfter">Milliseconds from when it begins to write; null: it is let be.</param>
    /// <returns>Whether it came to its end.</returns>
    private async Task<bool> RunHostAsync(string file, int? killAfter)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(ImportKills).Assembly.Location);
        foreach (var argument in (string[])["importhost", folder, file]) start.ArgumentList.Add(argument);
        using var host = Process.Start(start)!;
        await host.StandardOutput.ReadLineAsync();
        if (killAfter is { } after)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(after));
            try
            {
                await host.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                host.Kill();        // SIGKILL
            }
        }

        await host.WaitForExitAsync();
        return host.ExitCode == 0;
    }

    private async Task CheckAsync(int kill, RecipientList before, string file)
    {
        await using var store = Open(folder);
        var lists = await store.Registry.ListsAsync(CancellationToken.None);
        var valid = lists.Where(l => l.State == ListState.Valid).Select(l => l.List).ToList();
        Check(valid.Count == 1, $"kill {kill}: {valid.Count} lists hold");
        if (valid is not [var list]) return;
        var isNew = list.Id != before.Id;
        if (!isNew) cutOff++;
        Check(!isNew || (list.Before == before.Id && list.File == HashOf(file)), $"kill {kill}: another list holds");
        await CheckWholeAsync(kill, store, list);

        await new ListImport(store, Office, TimeProvider.System).ClearAsync(CancellationToken.None);
        var kept = await store.Registry.ListsAsync(CancellationToken.None);
        Check(kept.All(l => l.State != ListState.Staged), $"kill {kill}: a staged list is left");
        foreach (var gone in lists.Where(l => l.State == ListState.Staged)) Check(await CountAsync(store, gone.List.Id) == 0, $"kill {kill}: rows of a staged list are left");
        foreach (var one in kept) Check(await CountAsync(store, one.List.Id) == People, $"kill {kill}: a kept list is not whole");
        await CheckWholeAsync(kill, store, list);

        var audit = store.AuditEntries().ToList();
        Check(AuditChain.BreaksAt(audit) is null, $"kill {kill}: the audit chain is broken");
        Check(audit.Count(e => e.Act == Act.ListTakenIn) == kept.Count, $"kill {kill}: {kept.Count} lists, and not as many in the audit");
    }

    private async Task CheckWholeAsync(int kill, LiteDbStore store, RecipientList list)
    {
        var first = list.File == HashOf(Path.Combine(folder, "a.csv")) ? 1 : 1 + Moved;
        var wrong = 0;
        for (var n = 1; n <= People + Moved; n += LookedUpEach)
        {
            var found = (await store.LookUpAsync(ChatKey.Office, new() { Proof = MadePerson.Of(n).Proof }, CancellationToken.None)).LookUp!.Found;
            if (found.OfType<Found.OnList>().Count(f => f.List.Id == list.Id) != (n >= first && n < first + People ? 1 : 0) || found.Length > 1) wrong++;
        }

        Check(wrong == 0, $"kill {kill}: {wrong} look-ups are answered wrongly");
    }

    private static async Task<int> CountAsync(LiteDbStore store, string list)
    {
        var (count, at) = (0, 0);
        while (await store.Registry.RowKeysAsync(list, at, 1_000, CancellationToken.None) is var (keys, last) && last > at) (count, at) = (count + keys.Count, last);
        return count;
    }

    private async Task<KeptList> HoldsAsync()
    {
        await using var store = Open(folder);
        return (await store.Registry.ListsAsync(CancellationToken.None)).Single(l => l.State == ListState.Valid);
    }

    private string Make(string name, int first)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllLines(path, Enumerable.Range(first, People).Select(n => string.Join(';', MadePerson.Of(n).Cells)).Prepend(string.Join(';', MadePerson.Columns)));
        return path;
    }

    private static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private static LiteDbStore Open(string folder)
    {
        var path = Path.Combine(folder, "data", "bansosbot.db");
        var keys = KeyFolder.Open(Path.Combine(folder, "keys"), Path.Combine(folder, "data"), dataExists: File.Exists(path) && new FileInfo(path).Length > 0);
        return new(LiteDbFile.Open(path), keys, new HashSet<string>(), TimeProvider.System);
    }

    private void Check(bool holds, string otherwise)
    {
        if (holds) passed++;
        else
        {
            failed++;
            output.WriteLine($"FAILED (seed {seed}): {otherwise}");
        }
    }
}
