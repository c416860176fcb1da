using System.Diagnostics;
using System.Globalization;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;

namespace BansosBot.Benchmarks;

/// <summary>What a look-up by NIK costs in a registry of few and of very many rows, and what such a registry costs besides.</summary>
internal static class LookUp
{
    private const int Few = 1_000, Batch = Write.PutRecipients.RowsMax, PerKind = 2_000, Turns = 300;
    private static readonly PersonName Name = Ok(PersonName.Parse("Putri Ayu Lestari"));
    private static readonly NomorKk Kk = Ok(NomorKk.Parse("3673010101100001"));
    private static readonly ChatKey Import = new("office", "import");

    private enum Kind
    {
        Fits,
        WrongKk,
        Unknown,
    }

    public static async Task RunAsync(int many)
    {
        var folder = Directory.CreateTempSubdirectory("bansosbot-lookup-").FullName;
        try
        {
            var few = await MeasureAsync(folder, 0, Few);
            var large = await MeasureAsync(folder, Few, many);
            Console.WriteLine();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a status look-up, {many} rows / {Few} rows: {large.Look / few.Look:F2} in the store's reading alone, {large.Turn / few.Turn:F2} with its commit on the disk (wanted: at most 1.30)"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Fills the registry up to so many rows, then measures with a store that was just opened.</summary>
    private static async Task<(double Look, double Turn)> MeasureAsync(string folder, int from, int rows)
    {
        var filling = Stopwatch.StartNew();
        await using (var store = Open(folder)) await FillAsync(store, from, rows);
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows: {rows - from} more were taken in within {filling.Elapsed.TotalSeconds:F1} s, {(rows - from) / filling.Elapsed.TotalSeconds:F0} a second; database {Size(folder, "data")} MiB, keys {Size(folder, "keys")} MiB"));
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var starting = Stopwatch.StartNew();
        await using var opened = Open(folder);
        var start = starting.Elapsed.TotalMilliseconds;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  opened in {start:F0} ms, {held / 1024.0 / 1024.0:F1} MiB in memory"));
        var kinds = new Dictionary<Kind, double>();
        foreach (var kind in Enum.GetValues<Kind>())
        {
            var cold = await LookAsync(opened, rows, kind, seed: 1);
            var times = await LookAsync(opened, rows, kind, seed: 2);
            kinds[kind] = times[PerKind / 2];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind}: median {times[PerKind / 2]:F0} us, p99 {times[PerKind * 99 / 100]:F0} us (first {PerKind}: median {cold[PerKind / 2]:F0} us, p99 {cold[PerKind * 99 / 100]:F0} us)"));
        }

        var turn = await TurnsAsync(opened, rows);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  with the commit of its answer: median {turn:F0} us; memory after all {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / 1024.0:F1} MiB managed, process {Process.GetCurrentProcess().WorkingSet64 >> 20} MiB"));
        return (kinds.Values.Average(), turn);
    }

    private static async Task<double[]> LookAsync(LiteDbStore store, int rows, Kind kind, int seed)
    {
        var random = new Random(seed + (10 * (int)kind));
        var times = new double[PerKind];
        for (var i = 0; i < times.Length; i++)
        {
            var needs = new Needs { Proof = Proof(random, rows, kind), LookUps = true };
            var at = Stopwatch.GetTimestamp();
            var known = await store.LookUpAsync(Import, needs, CancellationToken.None);
            times[i] = Stopwatch.GetElapsedTime(at).TotalMicroseconds;
            if (known.LookUp!.Found.IsEmpty == (kind == Kind.Fits)) throw new InvalidOperationException($"{kind} found {known.LookUp.Found.Length}.");
        }

        return [.. times.Order()];
    }

    /// <summary>The last message of a look-up: read, written, on the disk. A miss, for those are what is counted.</summary>
    private static async Task<double> TurnsAsync(LiteDbStore store, int rows)
    {
        var random = new Random(7);
        var times = new double[Turns];
        var who = new ChatKey("telegram", rows.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < times.Length; i++)
        {
            var proof = Proof(random, rows, Kind.WrongKk);
            var at = Stopwatch.GetTimestamp();
            var now = TimeProvider.System.GetUtcNow();
            var before = await store.ConversationAsync(who, CancellationToken.None);
            var finding = (await store.LookUpAsync(who, new() { Proof = proof, LookUps = true }, CancellationToken.None)).LookUp!;
            var effects = new Effects
            {
                After = before with { Seen = [new($"m{i}", now)], TouchedAt = now },
                Writes = [new Write.LookedUp(proof.Nik, now, Missed: true, finding.WrongProofs.Length, BeginsPause: false)],
                Says = [new() { To = who, Language = Language.Indonesian, Parts = [new Say("LookUp.NoMatch")] }],
            };
            await store.ApplyAsync(new Incoming.Words(who, $"m{i}", ""), effects, now);
            times[i] = Stopwatch.GetElapsedTime(at).TotalMicroseconds;
        }

        Array.Sort(times);
        return times[Turns / 2];
    }

    private static LookUpProof Proof(Random random, int rows, Kind kind)
    {
        var n = random.Next(rows) + (kind == Kind.Unknown ? 1_200_000 : 0);
        return new(Nik(n), kind == Kind.WrongKk ? Ok(KkLastSix.Parse("999999")) : KkLastSix.Of(Kk), Place(n));
    }

    private static async Task FillAsync(LiteDbStore store, int from, int rows)
    {
        var conversation = await store.ConversationAsync(Import, CancellationToken.None);
        var shown = Stopwatch.StartNew();
        foreach (var batch in Enumerable.Range(from, rows - from).Chunk(Batch))
        {
            var now = TimeProvider.System.GetUtcNow();
            Write[] writes = [new Write.PutRecipients([.. batch.Select(Row)]), .. batch[^1] == rows - 1 ? Enumerable.Range(0, 10).Select(l => new Write.PutList(new($"list{l}", "yapi", new(2016 + l, 1), now, rows / 10))) : []];
            await store.ApplyAsync(new Incoming.Words(Import, $"{batch[0]}", ""), new() { After = conversation, Writes = [.. writes] }, now);
            conversation = await store.ConversationAsync(Import, CancellationToken.None);
            if (shown.Elapsed < TimeSpan.FromSeconds(30)) continue;
            shown.Restart();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ... {batch[^1] + 1} rows"));
        }
    }

    // Ten lists, one after the other, as they would come over the years.
    private static Recipient Row(int n) => new($"list{n / 100_000}", n, Name, Nik(n), Kk, Place(n), new("0000000000000000000000000000000000000000000000000000000000000000", n));

    private static Kelurahan Place(int n) => Wilayah.AllKelurahan[n % Wilayah.AllKelurahan.Length];

    // 28 days, 12 months, 30 years, 6 kecamatan: some 60,000 beginnings, each with serials up to 99.
    private static Nik Nik(int n)
    {
        var (serial, rest) = (1 + (n / 60_480), n % 60_480);
        return Ok(Domain.Registry.Nik.Parse(string.Create(CultureInfo.InvariantCulture, $"3673{1 + (rest % 6):D2}{1 + (rest / 6 % 28):D2}{1 + (rest / 168 % 12):D2}{(rest / 2_016) % 30:D2}{serial:D4}")));
    }

    private static LiteDbStore Open(string folder)
    {
        var database = Path.Combine(folder, "data", "bansosbot.db");
        var keys = KeyFolder.Open(Path.Combine(folder, "keys"), Path.Combine(folder, "data"), dataExists: File.Exists(database));
        return new(LiteDbFile.Open(database), keys, new HashSet<string>(), TimeProvider.System);
    }

    private static long Size(string folder, string part) => Directory.EnumerateFiles(Path.Combine(folder, part)).Sum(f => new FileInfo(f).Length) >> 20;

    private static T Ok<T>(Outcome<T> outcome) => ((Outcome<T>.Ok)outcome).Value;
}
