using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace BotApiServer;

/// <summary>
/// The scripting API over HTTP, for drivers in another process. Requests and answers are JSON; 400 with plain words when
/// something is not understood.
/// <list type="table">
/// <item><term>POST people</term><description><see cref="NewPerson"/>[] gives <see cref="PersonMade"/>[]</description></item>
/// <item><term>GET people/ID/saw</term><description><see cref="SeenMessage"/>[]</description></item>
/// <item><term>POST acts</term><description><see cref="Act"/>[] gives <see cref="UpdatesMade"/></description></item>
/// <item><term>POST updates</term><description>raw updates, an array, gives <see cref="UpdatesMade"/></description></item>
/// <item><term>GET updates</term><description>ids that are not confirmed</description></item>
/// <item><term>POST updates/again?id=N, updates/restart?at=N, updates/reversed</term><description></description></item>
/// <item><term>GET sent?after=N&amp;wait=SECONDS&amp;max=N</term><description><see cref="SentPage"/>; waits for the first</description></item>
/// <item><term>GET requests?after=N</term><description><see cref="RequestSeen"/>[]</description></item>
/// <item><term>POST faults, DELETE faults</term><description><see cref="Fault"/>[]</description></item>
/// <item><term>POST limits</term><description><see cref="SendLimits"/></description></item>
/// <item><term>PUT files/NAME</term><description>the bytes</description></item>
/// <item><term>GET stats, POST reset</term><description><see cref="Stats"/></description></item>
/// </list>
/// </summary>
internal sealed class ControlRoutes(World world, Webhook webhook, CancellationToken stopping)
{
    private const string Prefix = "/control/";
    private const int FilesMax = 1_000;
    private const int WaitSecondsMax = 60;

    private readonly ConcurrentDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public static bool Owns(string path) => path.StartsWith(Prefix, StringComparison.Ordinal);

    public async Task ServeAsync(HttpContext context, string path)
    {
        var route = path[Prefix.Length..];
        try
        {
            var served = (context.Request.Method, route.Split('/')) switch
            {
                ("POST", ["people"]) => PeopleAsync(context),
                ("GET", ["people", var id, "saw"]) => SawAsync(context, id),
                ("POST", ["acts"]) => ActsAsync(context),
                ("POST", ["updates"]) => UpdatesAsync(context),
                ("GET", ["updates"]) => AnswerAsync(context, Locked(() => world.Updates.WaitingIds.ToArray()), ControlJson.Default.Int32Array),
                ("POST", ["updates", "again"]) => DoneAsync(context, () => Again((int)Number(context, "id", 0))),
                ("POST", ["updates", "restart"]) => DoneAsync(context, () => world.Updates.RestartIdsAt((int)Number(context, "at", 1))),
                ("POST", ["updates", "reversed"]) => DoneAsync(context, world.Updates.ReverseNext),
                ("GET", ["sent"]) => SentAsync(context),
                ("GET", ["requests"]) => AnswerAsync(context,
                    Locked(() => world.Requests.After(Number(context, "after", 0)).ToArray()), ControlJson.Default.RequestSeenArray),
                ("POST", ["faults"]) => FaultsAsync(context),
                ("DELETE", ["faults"]) => DoneAsync(context, world.Faults.Clear),
                ("POST", ["limits"]) => LimitsAsync(context),
                ("PUT", ["files", var name]) => FileAsync(context, name),
                ("GET", ["stats"]) => AnswerAsync(context, Locked(Figures), ControlJson.Default.Stats),
                ("POST", ["reset"]) => DoneAsync(context, Reset),
                _ => Door.WriteAsync(context, 404, "{}"u8.ToArray()),
            };
            await served;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await Door.WriteAsync(context, 400, System.Text.Encoding.UTF8.GetBytes(e.Message));
        }
        catch (OperationCanceledException)
        {
            context.Abort(); // whoever asked is gone, or the server ends
        }
    }

    private async Task PeopleAsync(HttpContext context)
    {
        var wanted = await ReadAsync(context, ControlJson.Default.NewPersonArray);
        var made = Locked(() => wanted.Select(p => world.AddPerson(p.Name, p.Id, p.LanguageCode, p.Username))
            .Select(p => new PersonMade(p.Id, p.Name)).ToArray());
        await AnswerAsync(context, made, ControlJson.Default.PersonMadeArray);
    }

    private Task SawAsync(HttpContext context, string id)
    {
        var person = Locked(() => PersonOf(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture)));
        return AnswerAsync(context, person.Saw().ToArray(), ControlJson.Default.SeenMessageArray);
    }

    /// <summary>All acts or, when one is not understood, those before it.</summary>
    private async Task ActsAsync(HttpContext context)
    {
        var acts = await ReadAsync(context, ControlJson.Default.ActArray);
        var ids = Locked(() => acts.SelectMany(act => act.By(PersonOf(act.Person), FileOf)).ToArray());
        await AnswerAsync(context, new UpdatesMade(ids), ControlJson.Default.UpdatesMade);
    }

    private async Task UpdatesAsync(HttpContext context)
    {
        var updates = await ReadAsync(context, ControlJson.Default.JsonArray);
        var ids = Locked(() => updates.Select(u => world.Inject(u as JsonObject ?? throw new InvalidOperationException("An update is an object."))).ToArray());
        await AnswerAsync(context, new UpdatesMade(ids), ControlJson.Default.UpdatesMade);
    }

    private async Task SentAsync(HttpContext context)
    {
        var (after, max) = (Number(context, "after", 0), (int)Number(context, "max", 10_000));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var wait = TimeSpan.FromSeconds(Math.Clamp(Number(context, "wait", 0), 0, WaitSecondsMax));
        var startedAt = TimeProvider.System.GetTimestamp();
        while (true)
        {
            List<Sent> sent;
            Task changed;
            lock (world.Gate)
            {
                sent = world.Sent.After(after, max);
                changed = world.SentChanged.Next();
            }

            var left = wait - TimeProvider.System.GetElapsedTime(startedAt);
            if (sent.Count > 0 || left <= TimeSpan.Zero)
            {
                await AnswerAsync(context, new SentPage(sent.Count > 0 ? sent[^1].Number : after, sent), ControlJson.Default.SentPage);
                return;
            }

            try
            {
                await changed.WaitAsync(left, limit.Token);
            }
            catch (TimeoutException)
            {
                wait = TimeSpan.Zero; // look once more, then answer with what there is
            }
        }
    }

    private async Task FaultsAsync(HttpContext context)
    {
        var faults = await ReadAsync(context, ControlJson.Default.FaultArray);
        await DoneAsync(context, () => Array.ForEach(faults, world.Faults.Add));
    }

    private async Task LimitsAsync(HttpContext context)
    {
        var limits = await ReadAsync(context, ControlJson.Default.SendLimits);
        await DoneAsync(context, () => world.Limits = limits);
    }

    private async Task FileAsync(HttpContext context, string name)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        if (files.Count >= FilesMax)
        {
            throw new InvalidOperationException($"{FilesMax} files are enough.");
        }

        files[name] = bytes.ToArray();
        await Door.WriteAsync(context, 200, "{}"u8.ToArray());
    }

    private void Again(int id)
    {
        if (!world.Updates.ServeAgain(id))
        {
            throw new InvalidOperationException($"Update {id} is not remembered.");
        }
    }

    private void Reset()
    {
        webhook.Stop();
        world.Forget();
    }

    private Stats Figures() => new(world.Updates.Count, world.Updates.ConfirmedCount, world.Updates.LastConfirmedId, world.Sent.Last,
        world.RequestsRefused, world.People.Count, world.Files.Count, world.Faults.Count, new Dictionary<string, long>(world.Counts));

    private Person PersonOf(long id) => world.People.GetValueOrDefault(id) ?? throw new InvalidOperationException($"Nobody invented person {id}.");

    private byte[] FileOf(string name) => files.GetValueOrDefault(name) ?? throw new InvalidOperationException($"No file {name} was put here.");

    private T Locked<T>(Func<T> look)
    {
        lock (world.Gate)
        {
            return look();
        }
    }

    private Task DoneAsync(HttpContext context, Action act)
    {
        lock (world.Gate)
        {
            act();
        }

        return Door.WriteAsync(context, 200, "{}"u8.ToArray());
    }

    private static long Number(HttpContext context, string name, long otherwise) =>
        context.Request.Query[name].FirstOrDefault() is { } text
            ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : otherwise;

    private static async Task<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type) =>
        await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted) ?? throw new InvalidOperationException("A body is needed.");

    private static Task AnswerAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type) =>
        Door.WriteAsync(context, 200, JsonSerializer.SerializeToUtf8Bytes(value, type));
}
