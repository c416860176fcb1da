using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace BotApiServer;

/// <summary>
/// A Telegram Bot API server for tests: real HTTP on 127.0.0.1 for the bot, and invented people for whom this class is the
/// way in. The same can be done over HTTP from another process: see <c>Control/</c>.
/// </summary>
/// <example><code>
/// await using var api = await BotApi.StartAsync();
/// var wali = api.Person("Bu Aminah");
/// wali.Says("/start");
/// var greeting = await wali.NextAsync();
/// </code></example>
public sealed class BotApi : IAsyncDisposable
{
    private readonly World world;
    private readonly WebApplication app;
    private readonly Webhook webhook;
    private readonly Polling polling;
    private readonly CancellationTokenSource stopping;

    private BotApi(World world, WebApplication app, Webhook webhook, Polling polling, CancellationTokenSource stopping)
    {
        (this.world, this.app, this.webhook, this.polling, this.stopping) = (world, app, webhook, polling, stopping);
        Address = new Uri(app.Urls.First());
    }

    /// <summary>For <c>TelegramBotClientOptions.BaseUrl</c> and <c>Telegram:ApiBaseUrl</c>.</summary>
    public Uri Address { get; }

    public string Token => world.Options.Token;

    /// <summary>May be changed at any time; takes effect with the next call.</summary>
    public SendLimits Limits
    {
        get
        {
            lock (world.Gate)
            {
                return world.Limits;
            }
        }

        set
        {
            lock (world.Gate)
            {
                world.Limits = value;
            }
        }
    }

    public static async Task<BotApi> StartAsync(BotApiOptions? options = null)
    {
        var chosen = options ?? new BotApiOptions();
        var city = new World(chosen);
        var deliveries = new Webhook(city);
        var polls = new Polling(city, deliveries);
        var stop = new CancellationTokenSource();
        var door = new Door(city, polls, deliveries, new Downloads(city), new ControlRoutes(city, deliveries, stop.Token));

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = chosen.BodyBytesMax;
            kestrel.Limits.MinRequestBodyDataRate = null; // a debugger may stand in the middle of a request
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, chosen.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        var server = builder.Build();
        server.Run(door.ServeAsync);
        await server.StartAsync();
        return new BotApi(city, server, deliveries, polls, stop);
    }

    /// <summary>An invented person. Until they write or press something, the bot cannot find their chat.</summary>
    public Person Person(string name, long? id = null, string? languageCode = "id", string? username = null)
    {
        lock (world.Gate)
        {
            return world.AddPerson(name, id, languageCode, username);
        }
    }

    /// <summary>The person with this id; null when nobody invented them.</summary>
    public Person? FindPerson(long id)
    {
        lock (world.Gate)
        {
            return world.People.GetValueOrDefault(id);
        }
    }

    public Group Group(string title, params IReadOnlyList<Person> members)
    {
        lock (world.Gate)
        {
            return new Group(world, world.AddChat(null, title, null), title, members);
        }
    }

    /// <summary>Names what goes wrong with the next calls that match.</summary>
    /// <param name="method">Null: any; <c>file</c>: a download.</param>
    /// <param name="chatId">Null: any.</param>
    /// <param name="after">So many matching calls go well before.</param>
    public Planned Next(string? method = null, int times = 1, long? chatId = null, int after = 0) =>
        new(new Fault(FaultKind.Refused, method, chatId, times, after), Plan);

    public void Plan(Fault fault)
    {
        lock (world.Gate)
        {
            world.Faults.Add(fault);
        }
    }

    /// <summary>An update as written here, however odd, past the kinds the bot asked for. Without update_id it gets the next one.</summary>
    /// <returns>Its id.</returns>
    public int Inject(string updateJson)
    {
        var update = JsonNode.Parse(updateJson) as JsonObject ?? throw new ArgumentException("An update is a JSON object.", nameof(updateJson));
        lock (world.Gate)
        {
            return world.Inject(update);
        }
    }

    /// <summary>Serves an update once more with the next poll, confirmed or not.</summary>
    public void ServeAgain(int updateId)
    {
        lock (world.Gate)
        {
            if (!world.Updates.ServeAgain(updateId))
            {
                throw new ArgumentException($"Update {updateId} is not remembered.", nameof(updateId));
            }
        }
    }

    /// <summary>The next updates that are served together (at least two) come newest first; with a webhook the newest goes first.</summary>
    public void ServeNextReversed()
    {
        lock (world.Gate)
        {
            world.Updates.ReverseNext();
        }
    }

    /// <summary>The next update gets this id: Telegram picks a random one after a week without updates.</summary>
    public void RestartUpdateIdsAt(int updateId)
    {
        lock (world.Gate)
        {
            world.Updates.RestartIdsAt(updateId);
        }
    }

    /// <summary>1 while a getUpdates of the bot waits, else 0.</summary>
    public int PollsWaiting
    {
        get
        {
            lock (world.Gate)
            {
                return polling.Waiting;
            }
        }
    }

    /// <summary>Ids of updates that the bot has not confirmed.</summary>
    public IReadOnlyList<int> WaitingUpdates()
    {
        lock (world.Gate)
        {
            return [.. world.Updates.WaitingIds];
        }
    }

    /// <summary>Waits until the bot has confirmed every update that was there.</summary>
    /// <exception cref="TimeoutException">It did not.</exception>
    public async Task AllConfirmedAsync(TimeSpan? within = null)
    {
        using var limit = new CancellationTokenSource(within ?? TimeSpan.FromSeconds(10));
        while (true)
        {
            Task confirmed;
            int left;
            lock (world.Gate)
            {
                left = world.Updates.Count;
                if (left == 0)
                {
                    return;
                }

                confirmed = world.Updates.Confirmed.Next();
            }

            try
            {
                await confirmed.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException e)
            {
                throw new TimeoutException($"{left} updates are not confirmed.", e);
            }
        }
    }

    /// <summary>What the bot did, each executed call once, numbered; those above the number, oldest first.</summary>
    public IReadOnlyList<Sent> Sent(long after = 0)
    {
        lock (world.Gate)
        {
            return world.Sent.After(after);
        }
    }

    /// <summary>All HTTP requests that are remembered, oldest first.</summary>
    public IReadOnlyList<RequestSeen> Requests()
    {
        lock (world.Gate)
        {
            return world.Requests.After(0);
        }
    }

    /// <summary>How many requests of a method came, refused and faulty ones too.</summary>
    public long CountOf(string method)
    {
        lock (world.Gate)
        {
            return world.Counts.GetValueOrDefault(method);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await webhook.DisposeAsync();
        await app.StopAsync(new CancellationToken(canceled: true)); // polls that wait are cut, as at a crash
        await app.DisposeAsync();
        stopping.Dispose();
    }

    internal Task UntilStoppedAsync(CancellationToken stop) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
}
