namespace BotApiServer;

/// <summary><c>/file/bot{token}/{path}</c>. Faults are planned for it under the name <c>file</c>.</summary>
internal sealed class Downloads(World world)
{
    public async Task ServeAsync(HttpContext context, string path)
    {
        StoredFile? file;
        Fault? fault;
        lock (world.Gate)
        {
            file = world.Files.ByPath(path);
            fault = world.Faults.Count > 0 ? world.Faults.Take("file", 0) : null;
            world.NoteRequest("file", 0, fault is null ? file is null ? 404 : 200 : fault.Kind == FaultKind.Refused ? fault.Code : 0, path);
        }

        if (fault is { Kind: FaultKind.Refused })
        {
            await Door.WriteAsync(context, fault.Code, Reply.Of(fault.Code, fault.Description, fault.RetryAfterSeconds));
            return;
        }

        if (fault is { Kind: FaultKind.CutBefore or FaultKind.ResponseLost or FaultKind.BadGateway })
        {
            context.Abort();
            return;
        }

        if (file is null)
        {
            await Door.RefuseAsync(context, Refusals.NotFound);
            return;
        }

        if (fault is { Kind: FaultKind.Delayed })
        {
            await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMilliseconds), world.Options.Time, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = file.Bytes.Length;
        var part = fault is { Kind: FaultKind.Truncated } ? file.Bytes.Length / 2 : file.Bytes.Length;
        await context.Response.Body.WriteAsync(file.Bytes.AsMemory(0, part), context.RequestAborted);
        if (part < file.Bytes.Length)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }
    }
}
