using System.Diagnostics;
using System.Globalization;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Staff;
using BansosBot.Simulation.OfficeWork;

namespace BansosBot.Benchmarks;

/// <summary>What <c>/antrean</c> costs an officer in an office of few and of very many cases: the message, its answer and their commit, and the store's reading alone.</summary>
internal static class Queue
{
    private const int Few = 1_000, Many = 100_000, Portion = 500, Rounds = 40;

    // Of twenty cases at an office that has worked for years most are paid; the others wait for one or another.
    private static readonly Stage[] Stages =
        [Stage.Submitted, Stage.Submitted, Stage.InVerification, Stage.Verified, Stage.Endorsed, Stage.NeedsCorrection, Stage.Appealed, Stage.Proposed, .. Enumerable.Repeat(Stage.Active, 10), Stage.Ended, Stage.RefusedByOffice];

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bansosbot-queue-").FullName;
        try
        {
            await using var few = await OpenAsync(Path.Combine(folder, "few"), Few);
            await using var many = await OpenAsync(Path.Combine(folder, "many"), Many);

            // Turn and turn about, so that whatever else the machine does falls on both.
            StaffedOffice[] both = [few, many];
            List<Worker>[] workers = [few.Workers(new(1)), many.Workers(new(1))];
            foreach (var of in Enum.GetValues<QueueOf>())
            {
                await MeasureAsync(both, workers, of);         // the first pay for compilation
                var (whole, reading) = await MeasureAsync(both, workers, of);
                for (var i = 0; i < both.Length; i++) Say($"{of} among {(i == 0 ? Few : Many),7} cases: median {Middle(whole[i]):F1} ms, p99 {Late(whole[i]):F1} ms; reading alone {Middle(reading[i]):F2} ms, p99 {Late(reading[i]):F2} ms");
                Say($"  {Many} / {Few}: {Middle(whole[1]) / Middle(whole[0]):F2}, reading alone {Middle(reading[1]) / Middle(reading[0]):F2}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(List<double>[] Whole, List<double>[] Reading)> MeasureAsync(StaffedOffice[] offices, List<Worker>[] workers, QueueOf of)
    {
        List<double>[] whole = [[], []], reading = [[], []];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < offices.Length; i++)
            {
                foreach (var worker in workers[i])
                {
                    var at = Stopwatch.GetTimestamp();
                    await offices[i].Bot.Store.LookUpAsync(worker.Chat, new() { Queue = of, Officers = true }, CancellationToken.None);
                    reading[i].Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
                    if (of != QueueOf.Nobodys) await worker.SaysAsync("antrean");
                    at = Stopwatch.GetTimestamp();
                    if (of == QueueOf.Nobodys) await worker.SaysAsync("antrean");
                    else await worker.PressAsync(QueueErrand.Of(of));       // a button under it
                    whole[i].Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
                }
            }
        }

        foreach (var times in whole.Concat(reading)) times.Sort();
        return (whole, reading);
    }

    private static async Task<StaffedOffice> OpenAsync(string folder, int cases)
    {
        var office = await StaffedOffice.OpenAsync(Path.Combine(folder, "data"), Path.Combine(folder, "keys"), new Nowhere(), TimeProvider.System);
        await office.ComeInAsync();
        var (random, filling) = (new Random(cases), Stopwatch.StartNew());
        var now = TimeProvider.System.GetUtcNow();
        foreach (var portion in Enumerable.Range(1, cases).Chunk(Portion)) await office.FileAsync([.. portion.Select(n => Case(n, random, now))]);
        Say($"{cases} cases filed within {filling.Elapsed.TotalSeconds:F1} s");
        return office;
    }

    private static Application Case(int n, Random random, DateTimeOffset now)
    {
        var at = now.AddDays(-random.Next(1, 400));
        var stage = Stages[n % Stages.Length];
        return Applicants.Of(n, random, at) with { Stage = stage, StageSince = at, PromisedBy = DateOnly.FromDateTime(now.AddDays(random.Next(-20, 20)).Date), History = [new(Stage.Submitted, at), new(stage, at)] };
    }

    private static double Middle(List<double> sorted) => sorted[sorted.Count / 2];

    private static double Late(List<double> sorted) => sorted[sorted.Count * 99 / 100];

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
