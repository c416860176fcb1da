using System.Diagnostics;
using System.Globalization;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Simulation.OfficeWork;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using Process = System.Diagnostics.Process;

namespace BansosBot.Simulation;

/// <summary>
/// <c>bansosbot import answer</c>, and after it <c>import payments</c> of one tahap after the other, killed with SIGKILL while cases move, and begun again with the same file until
/// it ends. After each kill every case has moved, with its line in the audit and its news, or none of it; when a list is through each has moved once.
/// </summary>
internal sealed class CaseListKills(int kills, int seed, TextWriter output) : IAsyncDisposable
{
    private const int Children = 600, Portion = 50, RefusedEach = 7, FailedEach = 5;
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "bansosbot.dll");
    private static readonly TimeSpan EndsWithin = TimeSpan.FromMinutes(1);
    private static readonly DateTimeOffset Monday = new(2025, 9, 22, 2, 0, 0, TimeSpan.Zero);

    private readonly Random random = new(seed);
    private readonly string folder = Directory.CreateTempSubdirectory("bansosbot-case-list-kills-").FullName;
    private int passed, failed, amid;

    /// <returns>How many checks failed.</returns>
    public async Task<int> RunAsync()
    {
        var children = await ProposeAsync();
        var (killed, lists) = (0, 0);
        for (; killed < kills; lists++)
        {
            var list = lists == 0 ? Answer(children) : Payments(children, lists);
            var moves = lists == 0 ? children.Count : children.Count(IsApproved);
            for (var moved = 0; killed < kills && moved < moves; killed++)
            {
                await CallAsync(list, killAtLine: random.Next(1, Math.Max(2, (moves - moved) / Portion)));
                var now = await CheckAsync($"kill {killed + 1}", children, lists);
                if (now > moved && now < moves) amid++;
                moved = now;
            }

            Check(await CallAsync(list, killAtLine: null) == 0, $"list {lists} did not come to its end");
            Check(await CheckAsync($"list {lists}", children, lists) == moves, $"list {lists}: not all have moved");
            Check(await CallAsync(list, killAtLine: null) == 0, $"list {lists} again ended with an error");
            Check(await CheckAsync($"list {lists} again", children, lists) == moves, $"list {lists} again moved somebody");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{killed} kills over {lists} lists, {amid} while some cases had moved and others not."));
        Check(amid > 0, "no kill came while cases moved");
        output.WriteLine($"Passed: {passed}");
        output.WriteLine($"Failed: {failed}");
        return failed;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<List<Application>> ProposeAsync()
    {
        var clock = new City.SimulatedClock(Monday);
        await using var office = await StaffedOffice.OpenAsync(Path.Combine(folder, "data"), Path.Combine(folder, "keys"), new Nowhere(), clock);
        foreach (var some in Enumerable.Range(1, Children).Chunk(100))
        {
            var cases = some.Select(Proposed).ToArray();
            await Task.WhenAll(cases.Select(a => office.Bot.Intake.TakeAsync(new Incoming.Command(a.Homes[0].Chat, "start", "start", ""), CancellationToken.None)));
            await office.FileAsync(cases);
        }

        await office.ApplyAsync("batch", [new Write.PutBatch(new() { Number = "YAPI-U-2025-001", Programme = "yapi", SignedAt = Monday, By = "officer", Cases = [.. Enumerable.Range(1, Children).Select(Applicants.IdOf)], Moved = Children })]);
        return await CasesAsync((LiteDbStore)office.Bot.Store);
    }

    private Application Proposed(int n)
    {
        var a = Applicants.Of(n, random, Monday);
        return a with { Stage = Stage.Proposed, History = a.History.Add(new(Stage.Proposed, Monday)) };
    }

    private static bool IsApproved(Application a) => a.QueueNumber % RefusedEach != 0;

    private string Answer(List<Application> children) => Save("answer", "NIK;Nama;Hasil;Keterangan", children.Select(a => $"{a.ChildNik!.Reveal()};{a.ChildName!.Reveal()};{(IsApproved(a) ? "disetujui" : "ditolak;data tidak padan")}"));

    private string Payments(List<Application> children, int round) => Save("payments", "NIK;Nama;Tahap;Status Salur;Keterangan",
        children.Where(IsApproved).Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.ChildNik!.Reveal()};{a.ChildName!.Reveal()};{round};{((a.QueueNumber + round) % FailedEach == 0 ? "gagal;rekening dorman" : "cair;")}")));

    private string Save(string verb, string heading, IEnumerable<string> rows)
    {
        File.WriteAllLines(Path.Combine(folder, verb + ".csv"), rows.Prepend(heading));
        return verb;
    }

    /// <param name="killAtLine">It is killed at this line of progress, or a moment later; null: it is let be.</param>
    /// <returns>Its exit code.</returns>
    private async Task<int> CallAsync(string verb, int? killAtLine)
    {
        string[] arguments = ["exec", Program, $"--Storage:Path={Path.Combine(folder, "data")}", $"--Keys:Path={Path.Combine(folder, "keys")}", "import", verb, Path.Combine(folder, verb + ".csv"), "--yes", .. verb == "payments" ? (string[])["--period", "2025"] : []];
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        using var call = Process.Start(start)!;
        var said = call.StandardOutput.ReadToEndAsync();
        for (var line = 1; await call.StandardError.ReadLineAsync() is not null; line++)
        {
            if (line != killAtLine) continue;
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(20)), TimeProvider.System);
            call.Kill();        // SIGKILL
        }

        using var patience = new CancellationTokenSource(EndsWithin);
        await call.WaitForExitAsync(patience.Token);
        await said;
        return call.ExitCode;
    }

    /// <returns>How many cases the list has moved.</returns>
    private async Task<int> CheckAsync(string when, List<Application> children, int list)
    {
        var keys = KeyFolder.Open(Path.Combine(folder, "keys"), Path.Combine(folder, "data"), dataExists: true);
        await using var store = new LiteDbStore(LiteDbFile.Open(Path.Combine(folder, "data", "bansosbot.db")), keys, new HashSet<string>(), TimeProvider.System);
        var audit = store.AuditEntries().ToList();
        Check(AuditChain.BreaksAt(audit) is null, $"{when}: the audit chain is broken");
        var acts = audit.Where(e => e.Act is Act.MinistryApproved or Act.MinistryRefused or Act.PayingStarted or Act.PaymentRecorded).ToLookup(e => e.Subject);
        var news = (await store.UnfinishedAsync(CancellationToken.None)).Messages.ToLookup(m => m.Message.To);
        var (moved, wrong) = (0, 0);
        foreach (var a in await CasesAsync(store))
        {
            var steps = a.Stage == Stage.Proposed ? 0 : 1 + a.Payments.Length;
            if (acts[a.Id].Count() != steps || news[a.Homes[0].Chat].Count() != steps) wrong++;
            if (steps > list) moved++;
        }

        Check(wrong == 0, $"{when}: {wrong} of {children.Count} cases have moved otherwise than the audit says or the family was told");
        return moved;
    }

    private static async Task<List<Application>> CasesAsync(LiteDbStore store)
    {
        var cases = new List<Application>();
        foreach (var ids in Enumerable.Range(1, Children).Select(Applicants.IdOf).Chunk(300)) cases.AddRange((await store.LookUpAsync(ChatKey.Office, new() { Cases = [.. ids] }, CancellationToken.None)).Cases);
        return cases;
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
