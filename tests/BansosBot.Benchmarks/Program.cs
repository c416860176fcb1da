using System.Globalization;
using BansosBot.Benchmarks;
using BansosBot.Benchmarks.Understanding;
using BotApiServer;

// dotnet run -c Release --project tests/BansosBot.Benchmarks [-- --people 1500 --at-a-time 200 --only shipped]
// dotnet run -c Release --project tests/BansosBot.Benchmarks -- lookup     a look-up by NIK in a registry of 1,000 and of 1,000,000 rows [--rows n]
// dotnet run -c Release --project tests/BansosBot.Benchmarks -- growth     start and cost of a message, with few and with many chats stored
// dotnet run -c Release --project tests/BansosBot.Benchmarks -- interview  questions asked of 10,000 families, and time to find the next
if (args is ["interview"])
{
    InterviewLength.Run();
    return 0;
}

// dotnet run -c Release --project tests/BansosBot.Benchmarks -- understand          time and memory of reading a phrase
// dotnet run -c Release --project tests/BansosBot.Benchmarks -- understand learn LIST.csv ... [--into WEIGHTS.txt] [--on LIST.csv]
// dotnet run -c Release --project tests/BansosBot.Benchmarks -- understand across LIST.csv LIST.csv ...     each list with weights learned from the others
if (args is ["understand", "learn", .. var lists]) return Lessons.Run(lists);
if (args is ["understand", "across", .. var left]) return Across.Run(left);

if (args is ["understand"])
{
    ReadingSpeed.Measure();
    return 0;
}

if (args is ["echo", var token, var address])
{
    await Echo.RunAsync(token, address);
    return 0;
}

if (args is ["bot", ..])
{
    await OwnBot.RunAsync(args[1], args[2], args[3], int.Parse(args[4], CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["growth", ..])
{
    await Growth.RunAsync(Publish.Bot());
    return 0;
}

// dotnet run -c Release --project tests/BansosBot.Benchmarks -- import     time and memory of taking in lists of 100,000 rows, and of 1,000,000 with --million
if (args is ["import", var list, var into])
{
    await Import.TakeInAsync(list, into);
    return 0;
}

if (args is ["import", ..])
{
    await Import.RunAsync(withMany: args.Contains("--million"));
    return 0;
}

// dotnet run -c Release --project tests/BansosBot.Benchmarks -- queue      /antrean among 1,000 and among 100,000 cases
if (args is ["queue"])
{
    await BansosBot.Benchmarks.Queue.RunAsync();
    return 0;
}

if (args is ["lookup", ..])
{
    await LookUp.RunAsync(Option("--rows", 1_000_000));
    return 0;
}

var people = Option("--people", 1_500);
var atATime = Option("--at-a-time", 200);
var published = Publish.Bot();
var only = Array.IndexOf(args, "--only") is >= 0 and var at ? args[at + 1] : null;
Console.WriteLine($"{people} people, {atATime} at a time, {Steps.Walk.Count} messages each, one photo among them; {Environment.ProcessorCount} cores, .NET {Environment.Version}.");

if (only == "shipped") return (await ShippedAsync()).IsWhole ? 0 : 1;      // for whoever profiles it

var echo = await MeasureAsync("echo without store", folder: null, (api, _) => Child.Start("dotnet", Self(), "echo", api.Token, api.Address.ToString()));
var shipped = await ShippedAsync();
var ones = await MeasureAsync("groups of one", NewFolder(), (api, folder) => Child.Start("dotnet", Self(), "bot", api.Token, api.Address.ToString(), folder!, "1"));

Console.WriteLine();
Console.WriteLine($"as shipped / echo: {shipped.PerSecond / echo.PerSecond:F2}; as shipped / groups of one: {shipped.PerSecond / ones.PerSecond:F2}");
return shipped.IsWhole && ones.IsWhole ? 0 : 1;

Task<Result> ShippedAsync() => MeasureAsync("as shipped", NewFolder(), (api, folder) => Child.Start(["dotnet", .. Publish.Command(published, api, folder!)]));

int Option(string name, int otherwise) =>
    Array.IndexOf(args, name) is >= 0 and var i ? int.Parse(args[i + 1], CultureInfo.InvariantCulture) : otherwise;

static string Self() => typeof(Echo).Assembly.Location;

static string NewFolder() => Directory.CreateTempSubdirectory("bansosbot-bench-").FullName;

async Task<Result> MeasureAsync(string name, string? folder, Func<BotApi, string?, Child> start)
{
    await using var api = await BotApi.StartAsync(new BotApiOptions { MessagesKeptPerChat = 40, SentKept = 50_000, RequestsKept = 1_000 });
    using var child = start(api, folder);
    while (api.PollsWaiting == 0)
    {
        if (child.HasExited) throw new InvalidOperationException($"{name} ended: {child.Output}");
        await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
    }

    // The first messages of a process pay for its compilation; a small crowd walks before those that count.
    if (folder is not null) await new Crowd(api, people / 10, atATime).WalkAsync(Steps.Walk, Steps.Photo);
    var cpuBefore = child.CpuSeconds;
    var crowd = new Crowd(api, people, atATime);
    var elapsed = await crowd.WalkAsync(folder is null ? Steps.ForEcho : Steps.Walk, Steps.Photo);
    var cpu = child.CpuSeconds - cpuBefore;
    var replies = crowd.Replies;
    var perSecond = people * Steps.Walk.Count / elapsed.TotalSeconds;
    Console.WriteLine();
    Console.WriteLine($"{name}: {perSecond:F0} updates/s; first reply p50 {At(replies, 0.50):F1} ms, p99 {At(replies, 0.99):F1} ms; {cpu:F1} CPU seconds");
    var photosSince = System.Diagnostics.Stopwatch.StartNew();
    var whole = folder is null || await Check.AllThereAsync(child, folder, crowd);
    if (folder is not null) Console.WriteLine($"  peak memory {child.LastPeakMebibytes:F0} MiB; all photos kept {photosSince.Elapsed.TotalSeconds:F1} s after the last reply");
    foreach (var line in child.Output.Split('\n').Where(l => l.Contains("flushes", StringComparison.Ordinal))) Console.WriteLine($"  {line.Trim()}");
    if (folder is not null) Directory.Delete(folder, recursive: true);
    return new(perSecond, whole);
}

static double At(IReadOnlyList<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];

