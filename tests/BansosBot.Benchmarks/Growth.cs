using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using BotApiServer;

namespace BansosBot.Benchmarks;

/// <summary>What a message costs, and how long a start takes, as the store grows.</summary>
internal static class Growth
{
    private const int Few = 1_000;
    private const int FewCases = 200;
    private const int Many = 100_000;
    private const int ManyCases = 20_000;
    private const int Walkers = 1_000;
    private const int AtATime = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(string published)
    {
        // One server for all of it: a chat keeps the ids that it has seen.
        await using var api = await BotApi.StartAsync(new BotApiOptions { MessagesKeptPerChat = 40, SentKept = 50_000, RequestsKept = 1_000 });
        var folder = Directory.CreateTempSubdirectory("bansosbot-growth-").FullName;
        var (empty, walker) = await MeasureAsync("empty store", published, api, folder);
        var template = await TemplateAsync(folder, walker);
        await FillAsync(folder, template, 0, Few, FewCases);
        var (few, _) = await MeasureAsync($"{Few} chats, {FewCases} cases", published, api, folder);
        await FillAsync(folder, template, Few, Many, ManyCases);
        var (many, _) = await MeasureAsync($"{Many} chats, {ManyCases} cases", published, api, folder);
        Console.WriteLine($"cost of a message, many / few: {many / few:F2} in CPU time (the walks warm the program: {few / empty:F2} for few / empty)");
        Directory.Delete(folder, recursive: true);
    }

    /// <returns>CPU microseconds for each message, and one who walked.</returns>
    private static async Task<(double Each, Person Walker)> MeasureAsync(string name, string published, BotApi api, string folder)
    {
        var first = api.Person("Orang pertama");
        first.Says("/menu");
        var clock = Stopwatch.StartNew();
        using var child = Child.Start(["dotnet", .. Publish.Command(published, api, folder)]);
        await first.WaitUntilAsync(seen => seen.Count > 0, Patience);
        var start = clock.Elapsed;

        // No photo among them: its work goes on after the reply and would be counted with whatever comes then.
        IReadOnlyList<string> steps = [.. Steps.Walk.Where(s => s != "(foto)")];
        await new Crowd(api, Walkers / 2, AtATime).WalkAsync(steps, Steps.Photo);
        var before = child.CpuSeconds;
        var crowd = new Crowd(api, Walkers, AtATime);
        var elapsed = await crowd.WalkAsync(steps, Steps.Photo);
        var each = (child.CpuSeconds - before) * 1_000_000 / (Walkers * steps.Count);
        var peak = child.PeakMebibytes;
        await child.StopAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: first answer {start.TotalSeconds:F2} s after the process began; {Walkers * steps.Count / elapsed.TotalSeconds:F0} updates/s, {each:F0} CPU us each; peak {peak:F0} MiB; database {new FileInfo(Database(folder)).Length >> 20} MiB"));
        return (each, crowd.People[^1]);
    }

    private static string Database(string folder) => Path.Combine(folder, "data", "bansosbot.db");

    // A conversation as twelve messages leave it.
    private static async Task<Conversation> TemplateAsync(string folder, Person walker)
    {
        await using var store = Open(folder);
        return await store.ConversationAsync(new("telegram", walker.Id.ToString(CultureInfo.InvariantCulture)), CancellationToken.None);
    }

    private static LiteDbStore Open(string folder)
    {
        var keys = KeyFolder.Open(Path.Combine(folder, "keys"), Path.Combine(folder, "data"), dataExists: true);
        return new(LiteDbFile.Open(Database(folder)), keys, new HashSet<string>(), TimeProvider.System);
    }

    private static async Task FillAsync(string folder, Conversation template, int from, int chats, int cases)
    {
        await using var store = Open(folder);
        var at = TimeProvider.System.GetUtcNow();
        foreach (var portion in Enumerable.Range(from, chats - from).Chunk(2_000))
        {
            await Task.WhenAll(portion.Select(n =>
            {
                var chat = new ChatKey("telegram", $"9{n:D9}");
                var after = template with { Chat = chat, Revision = 0, KeySlot = 0 };
                ImmutableArray<Write> writes = n < cases ? [new Write.PutCase(Case(n, chat, template, at))] : [];
                return store.ApplyAsync(new Incoming.Words(chat, $"fill:{n}", "isi"), new() { After = after, Writes = writes }, at);
            }));
        }
    }

    private static Application Case(int n, ChatKey chat, Conversation template, DateTimeOffset at)
    {
        var nik = ((Outcome<Nik>.Ok)Nik.Parse($"3673{1 + (n / 9_999):D2}120314{1 + (n % 9_999):D4}")).Value;
        return new()
        {
            Id = $"growth{n}",
            NumberPrefix = "YAPI",
            Programme = "yapi",
            ProgrammeVersion = 1,
            Stage = Stage.Submitted,
            StageSince = at,
            SubmittedAt = at,
            Receipt = ReceiptCode.Of([1, 2, 3, 4, (byte)((n >> 16) & 255), (byte)((n >> 8) & 255), (byte)(n & 255)]),
            Answers = template.Drafts.Values.First().Answers,
            ChildNik = nik,
            ChildName = ((Outcome<PersonName>.Ok)PersonName.Parse("Putri Ayu Lestari")).Value,
            ChildBorn = new(2014, 3, 12),
            Kelurahan = Wilayah.AllKelurahan[n % Wilayah.AllKelurahan.Length],
            Homes = [new(chat, at, IsFiler: true)],
            FiledForOthers = false,
            Consent = new("yapi", 1, at, null),
            History = [new(Stage.Submitted, at)],
        };
    }
}
