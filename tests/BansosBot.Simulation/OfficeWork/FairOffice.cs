using BansosBot.Configuration;
using BansosBot.Delivery;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;
using BansosBot.Simulation.City;
using BansosBot.Staff;
using Microsoft.Extensions.Logging.Abstractions;

namespace BansosBot.Simulation.OfficeWork;

/// <summary>Weeks of an office: applications come in, officers work them off by the desk, some of them try to take one before its turn. Then the audit
/// is read: was anybody overtaken, in the checking or in the proposing?</summary>
/// <param name="overtakes">Planted: once a case is taken that is not the next, past the desk.</param>
internal sealed class FairOffice(int applications, int seed, TextWriter output, bool overtakes = false)
{
    private const string Channel = "office";
    private const int WeekDays = 5, Weeks = 6;
    private static readonly DateTimeOffset Monday = new(2025, 9, 22, 1, 0, 0, TimeSpan.Zero);       // 08.00 WIB

    private readonly Random random = new(seed);
    private readonly SimulatedClock clock = new(Monday);
    private int filed;

    /// <returns>How many rules were broken, or never looked at.</returns>
    public async Task<int> RunAsync()
    {
        using var folder = new Folder();
        var composition = Composition.Of(new Settings { Telegram = new("1:simulated") });
        await using var bot = await Bot.OpenAsync(
            new Settings { Storage = new(folder.Data), KeysPath = folder.Keys }, composition.Talk, composition.Wording, (_, _) => new([new Nowhere()], [], []), clock, NullLoggerFactory.Instance);
        var workers = await ComeInAsync(bot);
        for (var day = 0; day < Weeks * WeekDays; day++) await WorkDayAsync(bot, workers, day);
        var queues = new Overtaking([.. bot.Store.AuditEntries()], await CasesAsync(bot), await OfficersAsync(bot));
        output.WriteLine($"{filed} applications, {workers.Sum(w => w.Tries)} tries to take another than the next, {queues.Taken} taken up, {queues.Proposed} proposed in {queues.Batches} batches.");
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

    private async Task<List<Worker>> ComeInAsync(Bot bot)
    {
        var workers = new List<Worker>();
        (Role Role, Kecamatan[] Area)[] office =
        [
            (Role.Petugas, [Wilayah.AllKecamatan[0]]), (Role.Petugas, [Wilayah.AllKecamatan[1], Wilayah.AllKecamatan[2]]), (Role.Petugas, []), (Role.Petugas, []),
            (Role.Verifikator, []), (Role.Verifikator, []), (Role.KepalaBidang, []), (Role.KepalaDinas, []),
        ];
        foreach (var (role, area) in office)
        {
            var chat = new ChatKey(Channel, $"officer{workers.Count}");
            var worker = new Worker(bot, chat, role, new(random.Next()));
            await worker.SaysAsync("start", await Inviting.InviteAsync(bot.Store, role, $"Petugas {workers.Count}", clock));
            if (area.Length > 0)
            {
                var officer = (await bot.Store.LookUpAsync(ChatKey.Office, new() { Officer = (await bot.Store.ConversationAsync(chat, CancellationToken.None)).Officer }, CancellationToken.None)).Officer!;
                await ApplyAsync(bot, "area" + officer.Id, new Write.PutOfficer(officer with { Area = [.. area] }));
            }

            workers.Add(worker);
        }

        return workers;
    }

    // All come in within the first four weeks; the rest of the time works off what lies there.
    private async Task WorkDayAsync(Bot bot, List<Worker> workers, int day)
    {
        var until = Math.Min(applications, applications * (day + 1) / ((Weeks - 2) * WeekDays));
        var pieces = 2 + (2 * applications / (Weeks * WeekDays * 4));
        for (var piece = 0; piece < pieces; piece++)
        {
            var come = until - filed <= 0 ? 0 : Math.Max(1, (until - filed) / (pieces - piece));
            for (var i = 0; i < come; i++) await FileAsync(bot);
            if (filed == 0) continue;
            foreach (var worker in workers.Where(w => w.Role != Role.KepalaDinas))
            {
                clock.Advance(TimeSpan.FromSeconds(random.Next(5, 60)));
                await worker.WorkAsync(CaseNumber.Of("YAPI", 2025, random.Next(1, filed + 1)).ToString());
            }

            if (overtakes && day == 2 && piece == 0) await OvertakeAsync(bot);
            if (random.Next(40) == 0) clock.Advance(Holding.IdleMax);
        }

        if (day % WeekDays == WeekDays - 1) await workers[^1].SignAsync();
        while (await bot.Store.NextDueAsync(CancellationToken.None) <= clock.GetUtcNow()) await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        clock.Advance(Monday.AddDays((day / WeekDays * 7) + (day % WeekDays) + 1) - clock.GetUtcNow() is { Ticks: > 0 } night ? night : TimeSpan.FromHours(1));
    }

    private async Task FileAsync(Bot bot)
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        var a = Applicants.Of(++filed, random, clock.GetUtcNow());
        await ApplyAsync(bot, a.Id, new Write.PutCase(a));
    }

    private async Task OvertakeAsync(Bot bot)
    {
        for (var i = 0; i < 2; i++) await FileAsync(bot);
        var last = (await CasesAsync(bot))[^1];
        var by = (await OfficersAsync(bot))[3];
        var office = await bot.Store.ConversationAsync(ChatKey.Office, CancellationToken.None);
        await bot.Store.ApplyAsync(
            new Incoming.Words(ChatKey.Office, "overtake" + last.Id, ""),
            new() { After = office, Writes = [new Write.PutCase(last with { Held = new(by.Id, clock.GetUtcNow()) })], Audit = [new(Act.CaseHeld, last.Id, "", by.Id)] },
            clock.GetUtcNow());
    }

    private async Task ApplyAsync(Bot bot, string id, Write write)
    {
        var office = await bot.Store.ConversationAsync(ChatKey.Office, CancellationToken.None);
        await bot.Store.ApplyAsync(new Incoming.Words(ChatKey.Office, id, ""), new() { After = office, Writes = [write] }, clock.GetUtcNow());
    }

    private async Task<List<Application>> CasesAsync(Bot bot)
    {
        var cases = new List<Application>();
        foreach (var ids in Enumerable.Range(1, filed).Select(Applicants.IdOf).Chunk(500))
            cases.AddRange((await bot.Store.LookUpAsync(ChatKey.Office, new() { Cases = [.. ids] }, CancellationToken.None)).Cases);
        return cases;
    }

    private static async Task<IReadOnlyList<Officer>> OfficersAsync(Bot bot) => (await bot.Store.LookUpAsync(ChatKey.Office, new() { Officers = true }, CancellationToken.None)).Officers;

    private sealed class Nowhere : IChannel
    {
        public string Name => Channel;

        public Task<Delivered> SendAsync(Letter letter, CancellationToken stop) => Task.FromResult<Delivered>(new Delivered.Sent());
    }
}
