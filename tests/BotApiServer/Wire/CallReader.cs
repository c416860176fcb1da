using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace BotApiServer;

/// <summary>Reads a request into a <see cref="Call"/>: JSON, form, multipart, and the query.</summary>
internal static class CallReader
{
    /// <returns>False when the body cannot be read as what it says it is.</returns>
    public static async Task<bool> ReadAsync(HttpContext context, Call call, int bodyBytesMax)
    {
        var request = context.Request;
        var ok = true;
        var type = request.ContentType;
        if (type is null || HttpMethods.IsGet(request.Method))
        {
            ok = true;
        }
        else if (type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            ok = await ReadJsonAsync(request.BodyReader, call, bodyBytesMax, context.RequestAborted);
        }
        else if (type.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            ok = await ReadMultipartAsync(type, request.Body, call, context.RequestAborted);
        }
        else if (type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            using var reader = new FormReader(request.Body);
            foreach (var (name, values) in await reader.ReadFormAsync(context.RequestAborted))
            {
                call.Put(name, values.ToString());
            }
        }

        if (request.QueryString.HasValue)
        {
            foreach (var (name, values) in request.Query)
            {
                call.Put(name, values.ToString());
            }
        }

        return ok;
    }

    private static async ValueTask<bool> ReadJsonAsync(PipeReader body, Call call, int bytesMax, CancellationToken stop)
    {
        ReadResult read;
        while (true)
        {
            read = await body.ReadAsync(stop);
            if (read.IsCompleted)
            {
                break;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        var size = (int)Math.Min(read.Buffer.Length, bytesMax);
        var rented = ArrayPool<byte>.Shared.Rent(Math.Max(1, size));
        read.Buffer.Slice(0, size).CopyTo(rented);
        body.AdvanceTo(read.Buffer.End);
        return call.TakeJson(rented, size) || size == 0;
    }

    private static async Task<bool> ReadMultipartAsync(string type, Stream body, Call call, CancellationToken stop)
    {
        if (!MediaTypeHeaderValue.TryParse(type, out var media)
            || HeaderUtilities.RemoveQuotes(media.Boundary).Value is not { Length: > 0 } boundary)
        {
            return false;
        }

        var reader = new MultipartReader(boundary, body);
        while (await reader.ReadNextSectionAsync(stop) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                return false;
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, stop);
            if (disposition.FileName.HasValue)
            {
                var fileName = HeaderUtilities.RemoveQuotes(disposition.FileName).ToString();
                call.Uploads.Add(new Upload(name, fileName, section.ContentType ?? "application/octet-stream", content.ToArray()));
            }
            else
            {
                call.Put(name, Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length));
            }
        }

        return true;
    }
}
