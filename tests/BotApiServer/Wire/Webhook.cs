using System.Net.Http.Headers;
using System.Text.Json;

namespace BotApiServer;

/// <summary>Delivers updates by POST: chats side by side, one after the other within a chat, again until the answer is 2xx.</summary>
internal sealed class Webhook(World world) : IAsyncDisposable
{
    private static readonly TimeSpan RetryAfterMax = TimeSpan.FromMinutes(1);

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(60) };
    private readonly HashSet<long> busyChats = [];
    private Uri? url;
    private string secret = "";
    private int connectionsMax;
    private int underWay;
    private string? lastError;
    private DateTimeOffset lastErrorAt;
    private CancellationTokenSource stop = new();
    private Task pump = Task.CompletedTask;

    /// <summary>Under the world's lock.</summary>
    public bool IsSet => url is not null;

    public ApiRefusal? Set(Call call, Polling polling)
    {
        var address = call.Text("url"u8) ?? "";
        var newSecret = call.Text("secret_token"u8) ?? "";
        Uri? target = null;
        if (address.Length > 0 && (!Uri.TryCreate(address, UriKind.Absolute, out target) || target.Scheme is not ("http" or "https")))
        {
            return Refusals.WebhookUrlWrong; // Telegram demands https; a test server lets http pass
        }

        if (newSecret.Length > 256)
        {
            return Refusals.SecretTooLong;
        }

        if (!newSecret.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        {
            return Refusals.SecretWrong;
        }

        lock (world.Gate)
        {
            Stop();
            if (call.Flag("drop_pending_updates"u8))
            {
                world.Updates.Drop();
            }

            if (target is not null)
            {
                world.Updates.Allow(call.Json("allowed_updates"u8));
                polling.Terminate(Refusals.WebhookWasSet);
                (url, secret) = (target, newSecret);
                connectionsMax = (int)Math.Clamp(call.Number("max_connections"u8) ?? 40, 1, 100);
                stop = new CancellationTokenSource();
                pump = Task.Run(() => PumpAsync(target, newSecret, stop.Token));
            }
        }

        return null;
    }

    /// <summary>No more deliveries. Under the world's lock.</summary>
    public void Stop()
    {
        stop.Cancel();
        (url, lastError) = (null, null);
        busyChats.Clear();
        underWay = 0;
    }

    public void WriteInfoTo(Utf8JsonWriter json)
    {
        lock (world.Gate)
        {
            json.WriteStartObject();
            json.WriteString("url"u8, url?.OriginalString ?? "");
            json.WriteBoolean("has_custom_certificate"u8, false);
            json.WriteNumber("pending_update_count"u8, world.Updates.Count);
            if (url is not null)
            {
                json.WriteNumber("max_connections"u8, connectionsMax);
            }

            if (lastError is not null)
            {
                json.WriteNumber("last_error_date"u8, lastErrorAt.ToUnixTimeSeconds());
                json.WriteString("last_error_message"u8, lastError);
            }

            if (world.Updates.Allowed.Count > 0)
            {
                json.WriteStartArray("allowed_updates"u8);
                foreach (var kind in world.Updates.Allowed)
                {
                    json.WriteStringValue(kind);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (world.Gate)
        {
            Stop();
        }

        await pump;
        client.Dispose();
        stop.Dispose();
    }

    private async Task PumpAsync(Uri to, string withSecret, CancellationToken stopped)
    {
        while (!stopped.IsCancellationRequested)
        {
            WaitingUpdate? next;
            Task changed;
            lock (world.Gate)
            {
                changed = world.Updates.Added.Next();
                next = underWay < connectionsMax ? world.Updates.NextFor(u => !busyChats.Contains(u.ChatId)) : null;
                if (next is not null)
                {
                    busyChats.Add(next.ChatId);
                    underWay++;
                }
            }

            if (next is not null)
            {
                _ = DeliverAsync(next, to, withSecret, stopped);
            }
            else
            {
                await changed.WaitAsync(stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task DeliverAsync(WaitingUpdate update, Uri to, string withSecret, CancellationToken stopped)
    {
        var pause = world.Options.WebhookRetryAfter;
        while (!stopped.IsCancellationRequested)
        {
            var error = await PostAsync(update, to, withSecret, stopped);
            lock (world.Gate)
            {
                if (stopped.IsCancellationRequested)
                {
                    return;
                }

                if (error is null)
                {
                    world.Updates.Confirm(update);
                    busyChats.Remove(update.ChatId);
                    underWay--;
                    world.Updates.Added.Pulse(); // the chat's next one may go
                    return;
                }

                (lastError, lastErrorAt) = (error, world.Now);
            }

            await Task.Delay(pause, world.Options.Time, stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < RetryAfterMax ? pause * 2 : RetryAfterMax;
        }
    }

    /// <returns>Null when it was taken, else what went wrong.</returns>
    private async Task<string?> PostAsync(WaitingUpdate update, Uri to, string withSecret, CancellationToken stopped)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, to);
            request.Content = new ByteArrayContent(update.Json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            if (withSecret.Length > 0)
            {
                request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", withSecret);
            }

            using var response = await client.SendAsync(request, stopped);
            return response.IsSuccessStatusCode
                ? null
                : $"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}";
        }
        catch (HttpRequestException e)
        {
            return e.HttpRequestError == HttpRequestError.ConnectionError ? "Connection refused" : "Connection closed";
        }
        catch (OperationCanceledException)
        {
            return "Read timeout expired";
        }
    }
}
