using BansosBot.Channels.WebChat;
using BansosBot.Commands;
using BansosBot.Configuration;
using BansosBot.Documents;
using Microsoft.AspNetCore.HttpOverrides;

namespace BansosBot.Web;

/// <summary>What is served on <c>Web:Urls</c>: the web chat.</summary>
internal static class ChatSite
{
    // A browser opens up to six; a thousand idle ones cost some 10 MB. Kestrel closes those above it at once.
    private const int ConnectionsMax = 1_000;

    public static WebApplication Build(Settings settings, Bot bot, UploadedFiles uploads, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        Logs.Set(builder.Logging, LogLevel.Information);
        builder.WebHost.UseUrls(settings.Web.Urls.Split(';'));
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = ConnectionsMax;
        });
        builder.Services.AddWebChat(Path.Combine(settings.KeysPath, "web"));
        var app = builder.Build();
        app.UseForwardedHeaders(Forwarded(settings.Web));
        app.MapWebChat(new ChatDesk(bot.Talk, bot.Intake, bot.Store, bot.Letters, uploads, new(settings.Office.Name, Crowding.Usual), clock, app.Services));
        return app;
    }

    private static ForwardedHeadersOptions Forwarded(WebSettings web)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = web.TrustedProxies.IsEmpty ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in web.TrustedProxies) options.KnownProxies.Add(proxy);
        return options;
    }
}
