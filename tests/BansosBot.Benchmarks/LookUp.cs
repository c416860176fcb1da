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
    private const int Few = 1_000, Batch = Write.OfLists.RowsMax, PerKind = 2_000, Turns = 300;
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
        var (small, large) = (Path.Combine(folder, "few"), Path.Combine(folder, "many"));
        try
        {
            await FillAsync(small, Few);
            await FillAsync(large, many);
            await using var few = Start(small, Few);
            await using var all = Start(large, many);

            // Turn and turn about, so that whatever else the machine does falls on both.
            (LiteDbStore Store, int Rows)[] both = [(few, Few), (all, many)];
            var look = new List<double>();
            foreach (var kind in Enum.GetValues<Kind>())
            {
                await LookAsync(both, kind, seed: 1);
                var times = await LookAsync(both, kind, seed: 2);
                look.Add(times[1][PerKind / 2] / times[0][PerKind / 2]);
                for (var i = 0; i < both.Length; i++)
                    Say($"{kind} among {both[i].Rows} rows: median {times[i][PerKind / 2]:F0} us, p99 {times[i][PerKind * 99 / 100]:F0} us");
                Say($"  ratio {look[^1]:F2}");
            }

            var turns = await TurnsAsync(both);
            Say($"with the commit of the answer: median {turns[0]:F0} us and {turns[1]:F0} us; the process holds {Process.GetCurrentProcess().WorkingSet64 >> 20} MiB");
            Say($"a status look-up, {many} rows / {Few} rows: {look.Average():F2} in the store's reading alone, {turns[1] / turns[0]:F2} with its commit on the disk (wanted: at most 1.30)");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static LiteDbStore Start(string folder, int rows)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var starting = Stopwatch.StartNew();
        var store = Open(folder);
        var start = starting.Elapsed.TotalMilliseconds;
        Say($"{rows} rows: opened in {start:F0} ms, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / 1024.0:F1} MiB in memory; database {Size(folder, "data")} MiB, keys {Size(folder, "keys")} MiB");
        return store;
    }

    private static async Task<double[][]> LookAsync((LiteDbStore Store, int Rows)[] stores, Kind kind, int seed)
    {
        var random = new Random(seed + (10 * (int)kind));
        double[][] times = [.. stores.Select(_ => new double[PerKind])];
        for (var i = 0; i < PerKind; i++)
        {
            for (var s = 0; s < stores.Length; s++)
            {
                var needs = new Needs { Proof = Proof(random, stores[s].Rows, kind), LookUps = true };
                var at = Stopwatch.GetTimestamp();
                var known = await stores[s].Store.LookUpAsync(Import, needs, CancellationToken.None);
                times[s][i] = Stopwatch.GetElapsedTime(at).TotalMicroseconds;
                if (known.LookUp!.Found.IsEmpty == (kind == Kind.Fits)) throw new InvalidOperationException($"{kind} found {known.LookUp.Found.Length}.");
            }
        }

        foreach (var some in times) Array.Sort(some);
        return times;
    }

    /// <summary>The last message of a look-up: read, written, on the disk. A miss, for those are what is counted.</summary>
    private static async Task<double[]> TurnsAsync((LiteDbStore Store, int Rows)[] stores)
    {
        var random = new Random(7);
        var who = new ChatKey("telegram", "1");
        double[][] times = [.. stores.Select(_ => new double[Turns])];
        for (var i = 0; i < Turns; i++)
        {
            for (var s = 0; s < stores.Length; s++)
            {
                var store = stores[s].Store;
                var proof = Proof(random, stores[s].Rows, Kind.WrongKk);
                var at = Stopwatch.GetTimestamp();
                var now = TimeProvider.System.GetUtcNow();
                var before = await store.ConversationAsync(who, CancellationToken.None);
                var finding = (await store.LookUpAsync(who, new() { Proof = proof, LookUps = true }, CancellationToken.None)).LookUp!;
                var effects = new Effects
                {
                    After = before with { Seen = [new($"m{i}", now)], TouchedAt = now },
                    Writes = [new Write.LookedUp(who.Channel, proof, now, Missed: true, finding.Wrong, LookUpAlarm.None)],
                    Says = [new() { To = who, Language = Language.Indonesian, Parts = [new Domain.Say("LookUp.NoMatch")] }],
                };
                await store.ApplyAsync(new Incoming.Words(who, $"m{i}", ""), effects, now);
                times[s][i] = Stopwatch.GetElapsedTime(at).TotalMicroseconds;
            }
        }

        foreach (var some in times) Array.Sort(some);
        return [.. times.Select(t => t[Turns / 2])];
    }

    private static LookUpProof Proof(Random random, int rows, Kind kind)
    {
        var n = random.Next(rows) + (kind == Kind.Unknown ? 1_200_000 : 0);
        return new(Nik(n), kind == Kind.WrongKk ? Ok(KkLastSix.Parse("999999")) : KkLastSix.Of(Kk), Place(n));
    }

    private static async Task FillAsync(string folder, int rows)
    {
        await using var store = Open(folder);
        var conversation = await store.ConversationAsync(Import, CancellationToken.None);
        var (filling, shown) = (Stopwatch.StartNew(), Stopwatch.StartNew());
        foreach (var batch in Enumerable.Range(0, rows).Chunk(Batch))
        {
            var now = TimeProvider.System.GetUtcNow();
            Write[] writes = [new Write.PutRecipients([.. batch.Select(Row)]), .. batch[^1] == rows - 1 ? Enumerable.Range(0, 10).Select(l => new Write.PutList(new($"list{l}", $"bantuan{l}", new(2016 + l, 1), now, rows / 10))) : []];
            await store.ApplyAsync(new Incoming.Words(Import, $"{batch[0]}", ""), new() { After = conversation, Writes = [.. writes] }, now);
            conversation = await store.ConversationAsync(Import, CancellationToken.None);
            if (shown.Elapsed < TimeSpan.FromSeconds(60)) continue;
            shown.Restart();
            Say($"  ... {batch[^1] + 1} rows");
        }

        Say($"{rows} rows were taken in within {filling.Elapsed.TotalSeconds:F1} s, {rows / filling.Elapsed.TotalSeconds:F0} a second");
    }

    // Lists of ten programmes.
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
