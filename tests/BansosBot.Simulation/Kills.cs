using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using BansosBot.Delivery;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using BotApiServer;
using Process = System.Diagnostics.Process;

namespace BansosBot.Simulation;

/// <summary>
/// The real process, killed with SIGKILL at random while people write to it, and started again on the same folder. After each
/// kill: what was acknowledged is there. At the end: everything took effect once, every reply has come.
/// </summary>
internal sealed partial class Kills(int kills, int seed, TextWriter output) : IAsyncDisposable
{
    private const int AtATime = 40;
    private const int UpdatesPerRound = 4;
    private const int RoundsMax = 70;           // a chat remembers 300 ids; below that each can be looked for
    private static readonly TimeSpan KilledAfterMax = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(60);

    private readonly Random random = new(seed);
    private readonly string folder = Directory.CreateTempSubdirectory("bansosbot-kills-").FullName;
    private readonly List<Person> people = [];
    private readonly ConcurrentDictionary<long, int> rounds = new();
    private readonly ConcurrentDictionary<int, long> posted = new();        // update id -> person
    private BotApi api = null!;     // set before anything else
    private int passed, failed;

    /// <returns>How many checks failed.</returns>
    public async Task<int> RunAsync()
    {
        api = await BotApi.StartAsync();
        using var enough = new CancellationTokenSource();
        var writing = Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => WriteOnAsync(enough.Token)));
        for (var kill = 1; kill <= kills; kill++) await KillOnceAsync(kill);
        await enough.CancelAsync();
        await FinishAsync(writing);
        output.WriteLine($"Passed: {passed}");
        output.WriteLine($"Failed: {failed}");
        return failed;
    }

    public async ValueTask DisposeAsync()
    {
        await api.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>One person after the other, so that no kill meets an idle bot.</summary>
    private async Task WriteOnAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            Person person;
            int index;
            lock (people)
            {
                index = people.Count;
                people.Add(person = api.Person($"Orang {index}"));
            }

            rounds[person.Id] = 0;
            await WriteAsync(person, index, enough);
        }
    }

    /// <summary>Round after round of four messages; some at once, some each after its reply.</summary>
    private async Task WriteAsync(Person person, int index, CancellationToken enough)
    {
        var own = new Random(seed + index);
        for (var round = 1; round <= RoundsMax && !enough.IsCancellationRequested; round++)
        {
            rounds[person.Id] = round;
            string[] texts = ["/daftar", WordOf(person, round), Nik(index, round), $"akhir-{round}"];
            foreach (var text in texts)
            {
                posted[person.Says(text)] = person.Id;
                if (own.Next(3) == 0) await Task.Delay(TimeSpan.FromMilliseconds(own.Next(30)), TimeProvider.System, CancellationToken.None);
            }

            var filed = $"untuk {WordOf(person, round)},";
            await person.WaitForAsync(m => m.Text.Contains(filed, StringComparison.Ordinal), TimeSpan.FromMinutes(10));
        }
    }

    private async Task KillOnceAsync(int kill)
    {
        using var host = Start();
        if (random.Next(6) > 0) await PolledAsync();        // the others are killed while they start
        var after = TimeSpan.FromMilliseconds(random.Next((int)KilledAfterMax.TotalMilliseconds));
        await Task.Delay(after, TimeProvider.System, CancellationToken.None);
        Check(!host.HasExited, $"kill {kill}: the process had ended by itself");
        if (!host.HasExited) host.Kill();       // SIGKILL
        await host.WaitForExitAsync();

        var before = posted.ToArray();          // first: people go on writing, and what they write now was never acknowledged
        var waiting = api.WaitingUpdates().ToHashSet();
        var acknowledged = before.Where(p => !waiting.Contains(p.Key)).ToList();
        var lost = await NotFoundAsync(acknowledged);
        Check(lost == 0, $"kill {kill}, {after.TotalMilliseconds:0} ms: {lost} of {acknowledged.Count} acknowledged messages are gone");
    }

    // A poll counts when it is answered; where nobody writes just then, it waits.
    private async Task PolledAsync()
    {
        var (polls, since) = (api.CountOf("getUpdates"), TimeProvider.System.GetTimestamp());
        while (api.CountOf("getUpdates") == polls && api.PollsWaiting == 0 && TimeProvider.System.GetElapsedTime(since) < EndsWithin)
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
    }

    private async Task FinishAsync(Task writing)
    {
        using var host = Start();
        try
        {
            await writing.WaitAsync(EndsWithin);
            await api.AllConfirmedAsync(EndsWithin);
            Check(true, "");
        }
        catch (TimeoutException e)
        {
            Check(false, $"people still wait: {e.Message}");
        }

        host.Kill();
        await host.WaitForExitAsync();
        CheckReplies();
        await CheckStoreAsync();
    }

    private void CheckReplies()
    {
        var (doubles, missing) = (0, 0);
        foreach (var (index, person) in people.Index())
        {
            var texts = person.Saw().Select(m => m.Text).ToList();
            for (var round = 1; round <= rounds[person.Id]; round++)
            {
                string[] replies = [$"Sesudah {WordOf(person, round)}:", $"Sesudah {Nik(index, round)}:", $"untuk {WordOf(person, round)},"];
                foreach (var reply in replies)
                {
                    var times = texts.Count(t => t.Contains(reply, StringComparison.Ordinal));
                    if (times == 0) missing++;
                    else doubles += times - 1;
                }
            }

            var asked = texts.Count(t => t.Contains("Kata pertama?", StringComparison.Ordinal)) - rounds[person.Id];
            if (asked < 0) missing -= asked;
            else doubles += asked;
            var order = texts.Select(t => Filed().Match(t)).Where(m => m.Success).Select(m => int.Parse(m.Groups["round"].Value, CultureInfo.InvariantCulture)).Distinct().ToList();
            Check(order.SequenceEqual(order.Order()), $"{person.Name}: replies out of order");
        }

        Check(missing == 0, $"{missing} replies never came");
        Check(doubles <= kills * Sender.InFlightMax, $"{doubles} doubles, more than {Sender.InFlightMax} for each of {kills} kills");
        output.WriteLine($"{kills} kills, {posted.Count} messages, {doubles} replies came twice.");
    }

    private async Task CheckStoreAsync()
    {
        await using var store = Open();
        var numbers = new List<int>();
        for (var i = 0; i < people.Count; i++)
        {
            var chat = ChatOf(people[i].Id);
            var c = await store.ConversationAsync(chat, CancellationToken.None);
            var cases = (await store.LookUpAsync(chat, new() { Cases = c.Cases }, CancellationToken.None)).Cases;
            var expected = Enumerable.Range(1, rounds[people[i].Id]).Select(round => $"{WordOf(people[i], round)} {Nik(i, round)} akhir-{round}");
            var found = cases.Select(a => $"{((Answer.Free)a.Answers[TinyErrand.First]).Text} {a.ChildNik!.Reveal()} {((Answer.Free)a.Answers[TinyErrand.Last]).Text}");
            Check(expected.SequenceEqual(found), $"{people[i].Name}: {cases.Length} applications, {rounds[people[i].Id]} were made");
            Check(c.Place == StepMap.Idle && c.Drafts.IsEmpty, $"{people[i].Name} is still at {c.Place}");
            Check(c.Seen.Length == rounds[people[i].Id] * UpdatesPerRound && c.Seen.Distinct().Count() == c.Seen.Length, $"{people[i].Name}: {c.Seen.Length} messages took effect");
            numbers.AddRange(cases.Select(a => a.Number!.Sequence));
        }

        Check(numbers.Order().SequenceEqual(Enumerable.Range(1, numbers.Count)), "case numbers have gaps or doubles");
        var audit = store.AuditEntries().ToList();
        Check(AuditChain.BreaksAt(audit) is null, "the audit chain is broken");
        Check(audit.Count == numbers.Count, $"{audit.Count} audit entries for {numbers.Count} applications");
    }

    private async Task<int> NotFoundAsync(List<KeyValuePair<int, long>> acknowledged)
    {
        if (acknowledged.Count == 0) return 0;
        await using var store = Open();
        var lost = 0;
        foreach (var person in acknowledged.GroupBy(a => a.Value))
        {
            var c = await store.ConversationAsync(ChatOf(person.Key), CancellationToken.None);
            var seen = c.Seen.Select(s => s.Id[(s.Id.IndexOf('.', StringComparison.Ordinal) + 1)..]).ToHashSet();
            lost += person.Count(a => !seen.Contains(a.Key.ToString(CultureInfo.InvariantCulture)));
        }

        return lost;
    }

    private LiteDbStore Open()
    {
        var keys = KeyFolder.Open(Path.Combine(folder, "keys"), Path.Combine(folder, "data"), dataExists: true);
        return new(LiteDbFile.Open(Path.Combine(folder, "data", "bansosbot.db")), keys, new HashSet<string>(), TimeProvider.System);
    }

    private Process Start() => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, HostArguments()) { UseShellExecute = false })!;

    private IEnumerable<string> HostArguments()
    {
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") yield return typeof(Kills).Assembly.Location;
        yield return "host";
        yield return folder;
        yield return api.Address.ToString();
        yield return api.Token;
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

    private static ChatKey ChatOf(long person) => new(Channels.Telegram.UpdateReader.ChannelName, person.ToString(CultureInfo.InvariantCulture));

    private static string WordOf(Person person, int round) => string.Create(CultureInfo.InvariantCulture, $"kata-{person.Id}-{round}");

    // Another child for each round of each of the first 2,016 people: by day, month and kecamatan the person, by serial the round.
    private static string Nik(int person, int round) => string.Create(
        CultureInfo.InvariantCulture, $"3673{1 + (person / 336 % 6):D2}{1 + (person % 28):D2}{1 + (person / 28 % 12):D2}14{round:D4}");

    [GeneratedRegex(@"untuk kata-[0-9]+-(?<round>[0-9]+),", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Filed();
}
