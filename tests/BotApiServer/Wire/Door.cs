using System.Buffers;

namespace BotApiServer;

/// <summary>Where requests come in: methods, downloads, control. One delegate behind Kestrel, nothing in between.</summary>
internal sealed class Door(World world, Polling polling, Webhook webhook, Downloads downloads, ControlRoutes control)
{
    private const string BotPrefix = "/bot";
    private const string FilePrefix = "/file/bot";

    public Task ServeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.StartsWith(BotPrefix, StringComparison.Ordinal))
        {
            var slash = path.IndexOf('/', BotPrefix.Length);
            return slash < 0 ? RefuseAsync(context, Refusals.NotFound)
                : TokenRefusal(path.AsSpan(BotPrefix.Length, slash - BotPrefix.Length)) is { } refused ? RefuseAsync(context, refused)
                : CallAsync(context, path[(slash + 1)..]);
        }

        if (path.StartsWith(FilePrefix, StringComparison.Ordinal))
        {
            var slash = path.IndexOf('/', FilePrefix.Length);
            return slash < 0 ? RefuseAsync(context, Refusals.NotFound)
                : TokenRefusal(path.AsSpan(FilePrefix.Length, slash - FilePrefix.Length)) is { } refused ? RefuseAsync(context, refused)
                : downloads.ServeAsync(context, path[(slash + 1)..]);
        }

        return ControlRoutes.Owns(path) ? control.ServeAsync(context, path) : RefuseAsync(context, Refusals.NotFound);
    }

    private async Task CallAsync(HttpContext context, string name)
    {
        var method = Method.Find(name);
        using var call = new Call(method?.Name ?? name);
        bool readable;
        try
        {
            readable = await CallReader.ReadAsync(context, call, world.Options.BodyBytesMax);
        }
        catch (BadHttpRequestException e)
        {
            await RefuseAsync(context, e.StatusCode == 413 ? Refusals.BodyTooLarge : Refusals.BodyUnreadable);
            return;
        }
        catch (InvalidDataException)
        {
            readable = false;
        }

        var refusal = method is null ? Refusals.MethodNotFound : readable ? null : Refusals.BodyUnreadable;
        Fault? fault;
        var chatId = call.ChatId;
        lock (world.Gate)
        {
            fault = world.Faults.Count > 0 ? world.Faults.Take(call.Method, chatId) : null;
            if (fault is null || fault.Kind > FaultKind.CutBefore)
            {
                refusal ??= method!.IsSend ? world.TakeAllowance(chatId) : null;
            }
        }

        if (fault is not null)
        {
            await FaultyAsync(context, call, method, refusal, fault);
            return;
        }

        List<WaitingUpdate>? updates = null;
        if (refusal is null && method!.Name == Method.GetUpdates)
        {
            try
            {
                (updates, refusal) = await polling.TakeAsync(call, context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                Note(call, 0, "the bot went away");
                return;
            }
        }

        var answer = Answer(call, method, updates, ref refusal);
        Note(call, refusal?.Code ?? 200, refusal?.Description);
        await WriteAsync(context, refusal?.Code ?? 200, answer);
    }

    /// <summary>The answer lies in the thread's buffer: it is to be written before anything is awaited.</summary>
    private ReadOnlyMemory<byte> Answer(Call call, Method? method, List<WaitingUpdate>? updates, ref ApiRefusal? refusal)
    {
        if (refusal is not null)
        {
            return Reply.Of(refusal);
        }

        switch (method!.Name)
        {
            case Method.GetUpdates:
                return Reply.Of(updates!, static (served, json) =>
                {
                    json.WriteStartArray();
                    foreach (var update in served)
                    {
                        json.WriteRawValue(update.Json, skipInputValidation: true);
                    }

                    json.WriteEndArray();
                    return null;
                }, out refusal);
            case Method.SetWebhook or Method.DeleteWebhook:
                return Reply.Of((webhook, call, polling), static (at, json) =>
                {
                    json.WriteBooleanValue(true);
                    return at.webhook.Set(at.call, at.polling);
                }, out refusal);
            case Method.GetWebhookInfo:
                return Reply.Of(webhook, static (hook, json) =>
                {
                    hook.WriteInfoTo(json);
                    return null;
                }, out refusal);
            default:
                return Reply.Of((world, call), method.Run, out refusal);
        }
    }

    private async Task FaultyAsync(HttpContext context, Call call, Method? method, ApiRefusal? refusal, Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.Refused:
                Note(call, fault.Code, fault.Description);
                await WriteAsync(context, fault.Code, Reply.Of(fault.Code, fault.Description, fault.RetryAfterSeconds));
                return;
            case FaultKind.BadGateway:
                Note(call, 502, "planned");
                context.Response.ContentType = "text/html";
                await WriteAsync(context, 502, "<html><head><title>502 Bad Gateway</title></head><body></body></html>"u8.ToArray());
                return;
            case FaultKind.CutBefore:
                Note(call, 0, "planned: cut before");
                context.Abort();
                return;
        }

        List<WaitingUpdate>? updates = null;
        if (refusal is null && method!.Name == Method.GetUpdates)
        {
            (updates, refusal) = await polling.TakeAsync(call, context.RequestAborted);
        }

        var answer = Answer(call, method, updates, ref refusal).ToArray();
        var status = refusal?.Code ?? 200;
        Note(call, fault.Kind == FaultKind.Delayed ? status : 0, $"planned: {fault.Kind}");
        switch (fault.Kind)
        {
            case FaultKind.Delayed:
                await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMilliseconds), world.Options.Time, context.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await WriteAsync(context, status, answer);
                return;
            case FaultKind.Truncated:
                context.Response.ContentType = "application/json";
                context.Response.ContentLength = answer.Length;
                await context.Response.Body.WriteAsync(answer.AsMemory(0, answer.Length / 2), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                context.Abort();
                return;
            default:
                context.Abort();
                return;
        }
    }

    private ApiRefusal? TokenRefusal(ReadOnlySpan<char> token)
    {
        if (token.SequenceEqual(world.Options.Token))
        {
            return null;
        }

        var colon = token.IndexOf(':');
        return colon > 0 && long.TryParse(token[..colon], out _) && token.Length > colon + 1 ? Refusals.Unauthorized : Refusals.MalformedToken;
    }

    private void Note(Call call, int status, string? detail)
    {
        lock (world.Gate)
        {
            world.NoteRequest(call.Method, call.ChatId, status, detail);
        }
    }

    internal static Task RefuseAsync(HttpContext context, ApiRefusal refusal) => WriteAsync(context, refusal.Code, Reply.Of(refusal));

    internal static Task WriteAsync(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType ??= "application/json";
        response.ContentLength = body.Length;
        response.BodyWriter.Write(body.Span); // copied here, before the thread's buffer is used again
        return response.BodyWriter.FlushAsync(context.RequestAborted).AsTask();
    }
}
