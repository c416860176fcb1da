using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;
using BansosBot.Simulation.City;

namespace BansosBot.Simulation.OfficeWork;

/// <summary>Weeks of an office: applications come in, officers work them off by the desk, some of them try to take one before its turn. Then the audit
/// is read: was anybody overtaken, in the checking or in the proposing?</summary>
/// <param name="overtakes">Planted: once a case is taken that is not the next, past the desk.</param>
internal sealed class FairOffice(int applications, int seed, TextWriter output, bool overtakes = false)
{
    private const int WeekDays = 5, Weeks = 6;
    private static readonly DateTimeOffset Monday = new(2025, 9, 22, 1, 0, 0, TimeSpan.Zero);       // 08.00 WIB

    private readonly Random random = new(seed);
    private readonly SimulatedClock clock = new(Monday);
    private int filed;

    /// <returns>How many rules were broken, or never looked at.</returns>
    public async Task<int> RunAsync()
    {
        using var folder = new Folder();
        await using var office = await StaffedOffice.OpenAsync(folder.Data, folder.Keys, new Nowhere(), clock);
        await office.ComeInAsync();
        var (bot, workers) = (office.Bot, office.Workers(random));
        for (var day = 0; day < Weeks * WeekDays; day++) await WorkDayAsync(office, workers, day);
        var queues = new Overtaking([.. bot.Store.AuditEntries()], await CasesAsync(bot), await OfficersAsync(bot));
        output.WriteLine($"{filed} applications, {workers.Sum(w => w.Tries)} tries to take another than the next, {queues.Taken} taken up, {queues.WentFirst} before others for a reason, {queues.Proposed} proposed in {queues.Batches} batches.");
        var (passed, failed) = (0, 0);
        foreach (var (rule, looked, broken) in queues.Rules())
        {
            var holds = looked > 0 && broken.Count == 0;
            if (holds) passed++;
            else failed++;
            output.WriteLine($"  {(holds ? "holds" : "FAILED")}: {rule}: {looked} times");
            foreach (var line in broken.Take(5)) output.WriteLine("    " + line);
        }

        output.WriteLine($"Passed: {passed}");
        output.WriteLine($"Failed: {failed}");
        return failed;
    }

    // All come in within the first four weeks; the rest of the time works off what lies there.
    private async Task WorkDayAsync(StaffedOffice office, List<Worker> workers, int day)
    {
        var until = Math.Min(applications, applications * (day + 1) / ((Weeks - 2) * WeekDays));
        var pieces = 2 + (2 * applications / (Weeks * WeekDays * 4));
        for (var piece = 0; piece < pieces; piece++)
        {
            var come = until - filed <= 0 ? 0 : Math.Max(1, (until - filed) / (pieces - piece));
            for (var i = 0; i < come; i++) await FileAsync(office);
            if (filed == 0) continue;
            foreach (var worker in workers.Where(w => w.Role != Role.KepalaDinas))
            {
                clock.Advance(TimeSpan.FromSeconds(random.Next(5, 60)));
                await worker.WorkAsync(CaseNumber.Of("YAPI", 2025, random.Next(1, filed + 1)).ToString());
            }

            if (random.Next(20) == 0) await workers.First(w => w.Role == Role.KepalaBidang).LetGoFirstAsync(CaseNumber.Of("YAPI", 2025, random.Next(1, filed + 1)).ToString());
            if (overtakes && day == 2 && piece == 0) await OvertakeAsync(office);
            if (random.Next(40) == 0) clock.Advance(Holding.IdleMax);
        }

        if (day % WeekDays == WeekDays - 1) await workers[^1].SignAsync();
        while (await office.Bot.Store.NextDueAsync(CancellationToken.None) <= clock.GetUtcNow()) await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        clock.Advance(Monday.AddDays((day / WeekDays * 7) + (day % WeekDays) + 1) - clock.GetUtcNow() is { Ticks: > 0 } night ? night : TimeSpan.FromHours(1));
    }

    private async Task FileAsync(StaffedOffice office)
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        var a = Applicants.Of(++filed, random, clock.GetUtcNow());
        await office.FileAsync(a);
    }

    private async Task OvertakeAsync(StaffedOffice office)
    {
        for (var i = 0; i < 2; i++) await FileAsync(office);
        var last = (await CasesAsync(office.Bot))[^1];
        var by = (await OfficersAsync(office.Bot))[3];
        await office.ApplyAsync("overtake" + last.Id, [new Write.PutCase(last with { Held = new(by.Id, clock.GetUtcNow()) })], new AuditAct(Act.CaseHeld, last.Id, "", by.Id));
    }

    private async Task<List<Application>> CasesAsync(Bot bot)
    {
        var cases = new List<Application>();
        foreach (var ids in Enumerable.Range(1, filed).Select(Applicants.IdOf).Chunk(500))
            cases.AddRange((await bot.Store.LookUpAsync(ChatKey.Office, new() { Cases = [.. ids] }, CancellationToken.None)).Cases);
        return cases;
    }

    private static async Task<IReadOnlyList<Officer>> OfficersAsync(Bot bot) => (await bot.Store.LookUpAsync(ChatKey.Office, new() { Officers = true }, CancellationToken.None)).Officers;
}
