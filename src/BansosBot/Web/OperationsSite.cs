using BansosBot.Commands;
using BansosBot.Configuration;

namespace BansosBot.Web;

/// <summary>What is served on <c>Web:OperationsUrls</c>, for those who watch the program: never on the address that people reach.</summary>
internal static class OperationsSite
{
    public static WebApplication Build(Settings settings, Bot bot)
    {
        var builder = WebApplication.CreateSlimBuilder();
        Logs.Set(builder.Logging, LogLevel.Information);
        builder.WebHost.UseUrls(settings.Web.OperationsUrls.Split(';'));
        builder.WebHost.UseKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();

        // The process is there; and: it takes messages.
        app.MapGet("/healthz", () => Results.Text("ok\n"));
        app.MapGet("/readyz", () => bot.Failed.IsCompleted
            ? Results.Text("the store failed\n", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ready\n"));
        return app;
    }
}
