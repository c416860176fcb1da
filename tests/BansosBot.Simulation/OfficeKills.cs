using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BansosBot.Configuration;
using BansosBot.Delivery;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Registry;

using BansosBot.Simulation.OfficeWork;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using Process = System.Diagnostics.Process;

namespace BansosBot.Simulation;

/// <summary>
/// A process in which officers decide and the head of the office signs batches, killed with SIGKILL at random, time after time on the same folder.
/// After each kill every case stands where the audit says, once, and no batch is half one thing and half another. In the end each family has heard of each step.
/// </summary>
internal sealed class OfficeKills(int kills, int seed, TextWriter output) : IAsyncDisposable
{
    /// <summary>What the process is told that is not killed.</summary>
    public const string Last = "last";

    private const string Began = "began", ToTheEnd = "to the end";
    private const int Waiting = 300, EndorsedEachRun = 60, Families = 40, KilledAfterMax = 1_500;
    private static readonly TimeSpan EndsWithin = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<Act, Stage> LedTo = new()
    {
        [Act.TakenUp] = Stage.InVerification,
        [Act.Verified] = Stage.Verified,
        [Act.Endorsed] = Stage.Endorsed,
        [Act.Refused] = Stage.RefusedByOffice,
        [Act.Proposed] = Stage.Proposed,
    };

    private static readonly Dictionary<string, ProposingOrder> Orders = Bot.OrdersOf(Composition.Of(new Settings { Telegram = new("1:simulated") }).Talk);

    private readonly Random random = new(seed);
    private readonly string folder = Directory.CreateTempSubdirectory("bansosbot-office-kills-").FullName;
    private List<string> acknowledged = [];        // since the last kill
    private int messages, passed, failed, amidBatch;

    /// <returns>How many checks failed.</returns>
    public async Task<int> RunAsync()
    {
        for (var kill = 1; kill <= kills; kill++)
        {
            await RunHostAsync(kill, random.Next(KilledAfterMax));
            await CheckAsync($"kill {kill}", kill, isEnd: false);
        }

        await RunHostAsync(kills + 1, killAfter: null);
        await CheckAsync("at the end", kills, isEnd: true);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills} kills, {messages} messages of officers, {amidBatch} times amid a batch."));
        Check(amidBatch > 0 || kills < 10, "no kill came amid a batch");
        output.WriteLine($"Passed: {passed}");
        output.WriteLine($"Failed: {failed}");
        return failed;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The process that is killed: says on a line each message that was taken.</summary>
    /// <param name="run">Which start of it on this folder, from 1.</param>
    /// <param name="isLast">Files nothing and decides nothing: goes on with what was left, and ends.</param>
    public static async Task HostAsync(string folder, int run, bool isLast)
    {
        var clock = new WorkingHours(run);
        await using var office = await StaffedOffice.OpenAsync(Path.Combine(folder, "data"), Path.Combine(folder, "keys"), new LetterFile(Path.Combine(folder, "letters")), clock);
        var own = new Random(run);
        if (run == 1)
        {
            await office.ComeInAsync();
            for (var n = 0; n < Families; n++) await office.Bot.Intake.TakeAsync(new Incoming.Command(FamilyOf(n), "start", "start", ""), CancellationToken.None);
            await office.FileAsync([.. Enumerable.Range(1, Waiting).Select(n => Waits(n, own, clock.GetUtcNow()))]);
        }

        Console.WriteLine(Began);
        if (isLast)
        {
            while (await office.Bot.Store.NextDueAsync(CancellationToken.None) <= clock.GetUtcNow() || office.Bot.Sender.Backlog > 0) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
            Console.WriteLine(ToTheEnd);
            return;
        }

        await office.FileAsync([.. Enumerable.Range(Waiting + ((run - 1) * EndorsedEachRun) + 1, EndorsedEachRun).Select(n => Endorsed(n, own, clock.GetUtcNow()))]);
        var workers = office.Workers(own, string.Create(CultureInfo.InvariantCulture, $"r{run}-"), Console.WriteLine);
        await workers[^1].SignAsync();
        while (true)
        {
            foreach (var worker in workers.SkipLast(1)) await worker.WorkAsync(CaseNumber.Of("YAPI", 2025, own.Next(1, Waiting)).ToString());
        }
    }

    private static ChatKey FamilyOf(int n) => new(StaffedOffice.Channel, string.Create(CultureInfo.InvariantCulture, $"family{n % Families}"));

    private static Application Waits(int n, Random random, DateTimeOffset at) => Applicants.Of(n, random, at) with { Homes = [new(FamilyOf(n), at, IsFiler: true)] };

    private static Application Endorsed(int n, Random random, DateTimeOffset at)
    {
        var a = Waits(n, random, at);
        return a with { Stage = Stage.Endorsed, History = a.History.Add(new(Stage.Endorsed, at)) };
    }

    /// <param name="killAfter">Milliseconds from when it begins to work; null: it is let be, and ends by itself.</param>
    private async Task RunHostAsync(int run, int? killAfter)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(OfficeKills).Assembly.Location);
        foreach (var argument in (string[])["officehost", folder, run.ToString(CultureInfo.InvariantCulture), killAfter is null ? Last : "on"]) start.ArgumentList.Add(argument);
        using var host = Process.Start(start)!;
        Check(await host.StandardOutput.ReadLineAsync() == Began, $"start {run}: the process ended by itself");
        var reading = ReadAsync(host);
        using var patience = new CancellationTokenSource(killAfter is { } after ? TimeSpan.FromMilliseconds(after) : EndsWithin);
        try
        {
            await host.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            host.Kill();        // SIGKILL
        }

        await host.WaitForExitAsync();
        var said = await reading;
        if (killAfter is null) Check(said is [.., ToTheEnd], "what was left did not come to its end");
        acknowledged = killAfter is null ? [] : said;
        messages += acknowledged.Count;
    }

    // A line that the kill cut off was not said.
    private static async Task<List<string>> ReadAsync(Process host)
    {
        var text = await host.StandardOutput.ReadToEndAsync();
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private async Task CheckAsync(string when, int runs, bool isEnd)
    {
        await using var store = Open(folder);
        var audit = store.AuditEntries().ToList();
        Check(AuditChain.BreaksAt(audit) is null, $"{when}: the audit chain is broken");
        var cases = await CasesAsync(store, Waiting + (runs * EndorsedEachRun));
        var moves = audit.Where(e => LedTo.ContainsKey(e.Act)).ToLookup(e => e.Subject);
        var wrong = cases.Count(a => !StandsWhereTheAuditSays(a, [.. moves[a.Id]]));
        Check(cases.Count >= Waiting && wrong == 0, $"{when}: {wrong} of {cases.Count} cases stand where the audit does not say");
        await CheckSeenAsync(store, when);
        await CheckBatchesAsync(store, when, audit, cases, isEnd);
        if (isEnd) CheckLetters(cases, moves);
    }

    private static bool StandsWhereTheAuditSays(Application a, List<AuditEntry> moves)
    {
        var filed = a.History.Length - moves.Count;
        return filed is 1 or 2 && moves.Select(e => LedTo[e.Act]).SequenceEqual(a.History.Skip(filed).Select(h => h.Stage)) && a.Stage == a.History[^1].Stage;
    }

    private async Task CheckSeenAsync(LiteDbStore store, string when)
    {
        var lost = 0;
        foreach (var chat in acknowledged.Select(line => line.Split(' ')).GroupBy(said => said[0], said => said[1]))
        {
            var c = await store.ConversationAsync(new(StaffedOffice.Channel, chat.Key), CancellationToken.None);
            lost += chat.TakeLast(Seen.Max).Count(id => !c.HasSeen(id));
        }

        Check(lost == 0, $"{when}: {lost} acknowledged messages are gone");
    }

    private async Task CheckBatchesAsync(LiteDbStore store, string when, List<AuditEntry> audit, List<Application> cases, bool isEnd)
    {
        var batches = (await store.LookUpAsync(ChatKey.Office, new() { Proposable = "yapi" }, CancellationToken.None)).Proposable.Batches;
        var byId = cases.ToDictionary(c => c.Id);
        Check(audit.Where(e => e.Act == Act.BatchSigned).Select(e => e.Subject).SequenceEqual(batches.Select(b => b.Number)), $"{when}: {batches.Length} batches, and others in the audit");
        Check(audit.Where(e => e.Act == Act.BatchComplete).Select(e => e.Subject).Order(StringComparer.Ordinal).SequenceEqual(batches.Where(b => b.IsComplete).Select(b => b.Number)), $"{when}: complete batches are others than in the audit");
        Check(batches.SelectMany(b => b.Cases).GroupBy(id => id).All(g => g.Count() == 1), $"{when}: a case stands in two batches");
        Check(batches.All(b => b.Proposed().All(id => byId[id].Stage == Stage.Proposed)), $"{when}: a batch names a case that is not proposed");
        Check(batches.All(b => b.Cases.Skip(b.Moved).All(id => byId[id].Stage == Stage.Endorsed)), $"{when}: a case was proposed before its batch came to it");
        Check(audit.Where(e => e.Act == Act.Proposed).Select(e => (e.Detail, e.Subject)).ToHashSet().SetEquals(batches.SelectMany(b => b.Proposed().Select(id => (b.Number, id)))), $"{when}: the audit proposes others than the batches");
        if (batches.Any(b => !b.IsComplete)) amidBatch++;
        Check(!isEnd || (batches.Length > 0 && batches.All(b => b.IsComplete)), $"{when}: a batch is not complete");
    }

    private void CheckLetters(List<Application> cases, ILookup<string, AuditEntry> moves)
    {
        var letters = File.ReadAllLines(Path.Combine(folder, "letters")).Select(l => l.Split(' ')).ToLookup(l => l[0], l => l[1]);
        var (missing, doubles) = (0, 0);
        foreach (var family in cases.GroupBy(a => a.Homes[0].Chat.Id))
        {
            var heard = letters[family.Key].ToList();
            doubles += heard.Count - heard.Distinct().Count();
            missing += Math.Abs(family.Sum(a => moves[a.Id].Count()) - heard.Distinct().Count());
        }

        Check(missing == 0, $"{missing} steps were told to no family, or were none");
        Check(doubles <= kills * Sender.InFlightMax, $"{doubles} doubles, more than {Sender.InFlightMax} for each of {kills} kills");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{letters.Sum(l => l.Count())} letters, {doubles} came twice."));
    }

    private static async Task<List<Application>> CasesAsync(LiteDbStore store, int filed)
    {
        var cases = new List<Application>();
        foreach (var ids in Enumerable.Range(1, filed).Select(Applicants.IdOf).Chunk(500)) cases.AddRange((await store.LookUpAsync(ChatKey.Office, new() { Cases = [.. ids] }, CancellationToken.None)).Cases);
        return cases;
    }

    private static LiteDbStore Open(string folder)
    {
        var keys = KeyFolder.Open(Path.Combine(folder, "keys"), Path.Combine(folder, "data"), dataExists: true);
        return new(LiteDbFile.Open(Path.Combine(folder, "data", "bansosbot.db")), keys, new HashSet<string>(), TimeProvider.System, Orders);
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

    /// <summary>Each start of the process falls on another working morning, so that nobody holds a case for ever, and time goes on as it does.</summary>
    private sealed class WorkingHours(int run) : TimeProvider
    {
        private static readonly DateTimeOffset Monday = new(2025, 9, 22, 2, 0, 0, TimeSpan.Zero);       // 09.00 WIB

        private readonly long started = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => Monday.AddDays(run / 50).AddHours(run % 50 / 5.0) + System.GetElapsedTime(started);
    }

    /// <summary>One line for each letter to a family about its case, with what it says as a hash.</summary>
    private sealed class LetterFile(string path) : IChannel
    {
        private readonly Lock writing = new();

        public string Name => StaffedOffice.Channel;

        public Task<Delivered> SendAsync(Letter letter, CancellationToken stop)
        {
            if (!letter.Words.Text.StartsWith("Kabar pengajuan", StringComparison.Ordinal)) return Task.FromResult<Delivered>(new Delivered.Sent());
            var said = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letter.Words.Text)));
            lock (writing) File.AppendAllText(path, $"{letter.To.Id} {said}\n");
            return Task.FromResult<Delivered>(new Delivered.Sent());
        }
    }
}
