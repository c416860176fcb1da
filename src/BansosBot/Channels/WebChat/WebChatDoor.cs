using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace BansosBot.Channels.WebChat;

/// <summary>The way in by a web page: what the host must know of it. The addresses are in docs/WEB.md.</summary>
public static class WebChatDoor
{
    /// <summary>A channel that fetches its messages: the store keeps its transcripts.</summary>
    public const string ChannelName = "web";

    private static readonly byte[] Style = ReadStyle();

    /// <summary>Changes with the style, so that browsers may keep it.</summary>
    internal static string StyleAddress { get; } = $"/chat.css?v={Convert.ToHexStringLower(SHA256.HashData(Style))[..8]}";

    /// <param name="cookieKeysPath">Folder of the keys that sign cookies and forms; made with mode 0700. Below <c>Keys:Path</c>.</param>
    public static IServiceCollection AddWebChat(this IServiceCollection services, string cookieKeysPath)
    {
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(cookieKeysPath);
        else Directory.CreateDirectory(cookieKeysPath, ownerOnly);
        services.AddDataProtection().SetApplicationName("BansosBot").PersistKeysToFileSystem(new DirectoryInfo(cookieKeysPath));
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = FormFields.Token;
            options.SuppressXFrameOptionsHeader = true;        // SecurityHeaders says it more strictly
            options.Cookie.Name = "bansosbot-form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.MaxAge = Sessions.KeptFor;          // else a telephone that closes the browser makes every open page old
        });
        services.AddRazorComponents();
        services.AddRateLimiter(_ => { });

        // It warns at each start that its keys are not encrypted: they lie beside the master key, which is not either.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));

        // A form that is not ours is answered in words; whoever sends such ones must not fill the log.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error));
        return services;
    }

    /// <summary>Adds the chat's addresses, behind their limits.</summary>
    public static void MapWebChat(this WebApplication routes, ChatDesk desk)
    {
        routes.UseRateLimiter(desk.Crowding.Limiter(desk));

        // As a Delegate: as a RequestDelegate its result would be dropped (ASP0016).
        var pages = routes.MapGroup("").AddEndpointFilter(SecurityHeaders.Add).AddEndpointFilter(desk.AnswerAsync);
        pages.MapGet("/", (Delegate)desk.ShowAsync);
        pages.MapPost("/mulai", (Delegate)desk.StartAsync);
        pages.MapPost("/pesan", (Delegate)desk.WriteAsync);
        pages.MapPost("/tombol", (Delegate)desk.PressAsync);
        pages.MapPost("/foto", (Delegate)desk.PhotoAsync);
        pages.MapPost("/keluar", (Delegate)desk.LeaveAsync);
        pages.MapGet("/berkas/{at:long}", (Delegate)desk.FileAsync);
        foreach (var form in (string[])["/mulai", "/pesan", "/tombol", "/foto", "/keluar"]) pages.MapGet(form, ChatDesk.ToThePage);
        pages.MapFallback((Delegate)desk.NotFoundAsync);
        routes.MapGet("/chat.css", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=604800";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            return Results.Bytes(Style, MediaTypeNames.Text.Css);
        }).DisableRateLimiting();
        routes.MapGet("/favicon.ico", () => Results.NoContent()).DisableRateLimiting();
    }

    private static byte[] ReadStyle()
    {
        using var style = typeof(WebChatDoor).Assembly.GetManifestResourceStream("WebChat/chat.css")!;
        var bytes = new byte[style.Length];
        style.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>What a browser is allowed to do with our pages: show them, with our own style, and send forms back to us.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static ValueTask<object?> Add(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        Set(context.HttpContext.Response.Headers);
        return next(context);
    }

    public static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers.CacheControl = "no-cache, no-store";        // as the form's token asks for it: it warns where it finds less
    }
}

internal static class FormFields
{
    public const string Token = "kunci";
    public const string Id = "id";
    public const string Text = "teks";
    public const string Press = "pilih";
    public const string Photo = "foto";
    public const string Start = "start";
}
