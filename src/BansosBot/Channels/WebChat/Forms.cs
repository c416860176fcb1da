using System.Text;
using BansosBot.Documents;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace BansosBot.Channels.WebChat;

/// <summary>What was sent by a form, within its bounds.</summary>
/// <param name="IsOurs">It is a form that we gave to this browser.</param>
/// <param name="Photo">Null where none was sent, or none was to be taken.</param>
internal sealed record SentForm(IFormCollection Fields, bool IsOurs, Uploaded? Photo)
{
    public string this[string field] => Fields[field].ToString();
}

/// <summary>Reads forms. A body over its bound is a value too: null.</summary>
internal sealed class Forms(IAntiforgery antiforgery, UploadedFiles uploads)
{
    // 4,096 characters of text, each up to 12 bytes as a form sends it, and some fields.
    private const int FormBytesMax = 65_536;

    // Read to its end though it is too large, for a browser that is cut off while it sends shows no answer.
    private const int PhotoFormBytesMax = 64_000_000;
    private const int FieldBytesMax = 4_096, FieldsMax = 8;

    public async Task<SentForm?> ReadAsync(HttpContext http)
    {
        Bound(http, FormBytesMax);
        if (!http.Request.HasFormContentType || IsMultipart(http)) return Nothing;
        try
        {
            var fields = await http.Request.ReadFormAsync(new FormOptions { BufferBodyLengthLimit = FormBytesMax, ValueLengthLimit = FormBytesMax }, http.RequestAborted);
            return new(fields, await antiforgery.IsRequestValidAsync(http), null);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The framework's own reader writes large files to the disk as they are; this one encrypts them on their way.</summary>
    /// <param name="mayKeep">Asked before the file, with the fields that came before it.</param>
    public async Task<SentForm?> ReadPhotoAsync(HttpContext http, Func<bool> mayKeep)
    {
        Bound(http, PhotoFormBytesMax);
        if (!IsMultipart(http) || Boundary(http) is not { } boundary) return Nothing;
        var (fields, photo, isOurs) = (new Dictionary<string, StringValues>(), (Uploaded?)null, (bool?)null);
        try
        {
            var reader = new MultipartReader(boundary, http.Request.Body);
            while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
            {
                if (section.GetContentDispositionHeader() is not { } about) continue;
                if (about.IsFileDisposition())
                {
                    isOurs ??= await IsOursAsync(http, fields);
                    if (isOurs == true && photo is null && mayKeep()) photo = await uploads.TakeAsync(section.Body, http.RequestAborted);
                }
                else if (fields.Count < FieldsMax && about.Name.Value is { } name)
                {
                    fields[HeaderUtilities.RemoveQuotes(name).ToString()] = await TextAsync(section.Body, http.RequestAborted);
                }

                await section.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            }

            return new(new FormCollection(fields), isOurs ?? await IsOursAsync(http, fields), photo);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        catch (InvalidDataException)
        {
            return Nothing;
        }
    }

    private static SentForm Nothing => new(FormCollection.Empty, false, null);

    private async Task<bool> IsOursAsync(HttpContext http, Dictionary<string, StringValues> fields)
    {
        http.Request.Form = new FormCollection(fields);         // where the check looks
        return await antiforgery.IsRequestValidAsync(http);
    }

    private static async Task<string> TextAsync(Stream from, CancellationToken stop)
    {
        var bytes = new byte[FieldBytesMax];
        return Encoding.UTF8.GetString(bytes, 0, await from.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop));
    }

    private static void Bound(HttpContext http, long bytesMax)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = bytesMax;
    }

    private static bool IsMultipart(HttpContext http) =>
        http.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    private static string? Boundary(HttpContext http) =>
        MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 70 } boundary
            ? boundary
            : null;
}
