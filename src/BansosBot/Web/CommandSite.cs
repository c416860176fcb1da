using System.Net.Sockets;
using BansosBot.Commands;
using BansosBot.Configuration;
using BansosBot.Domain.Staff;
using BansosBot.Staff;

namespace BansosBot.Web;

/// <summary>What other verbs ask of the bot that runs, for two processes never open one LiteDB file: over a socket in the storage folder that only the bot's own user reaches.</summary>
internal static class CommandSite
{
    /// <summary>Longer ones do not fit a socket's address (sun_path, 108 bytes on Linux).</summary>
    private const int PathBytesMax = 107;

    private static string FolderOf(Settings settings) => Path.Combine(Path.GetFullPath(settings.Storage.Path), "commands");

    /// <summary>Null: the path of the storage folder is too long for a socket.</summary>
    public static string? SocketOf(Settings settings) =>
        Path.Combine(FolderOf(settings), "bot.sock") is var path && System.Text.Encoding.UTF8.GetByteCount(path) <= PathBytesMax ? path : null;

    /// <param name="clock">For what is good for a time.</param>
    public static WebApplication? Build(Settings settings, Bot bot, TimeProvider clock)
    {
        if (SocketOf(settings) is not { } socket) return null;
        var folder = Directory.CreateDirectory(FolderOf(settings));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Delete(socket);            // of a process that was killed; a running one holds the database, and this one would not be here

        var builder = WebApplication.CreateSlimBuilder();
        Logs.Set(builder.Logging, LogLevel.Information);
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ListenUnixSocket(socket);
        });
        var app = builder.Build();
        app.MapPost("/invite", async (string role, string name) => Enum.TryParse<Role>(role, out var invited) && Enum.IsDefined(invited)
            ? Results.Text(await Inviting.InviteAsync(bot.Store, invited, name, clock))
            : Results.BadRequest());
        ImportSite.Map(app, bot);
        ExportSite.Map(app, bot);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        });
        return app;
    }

    /// <summary>A client of the bot that runs; null: none does.</summary>
    public static async Task<HttpClient?> ConnectAsync(Settings settings, CancellationToken stop)
    {
        if (SocketOf(settings) is not { } path || !File.Exists(path)) return null;
        using (var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            try
            {
                await probe.ConnectAsync(new UnixDomainSocketEndPoint(path), stop);
            }
            catch (SocketException)
            {
                return null;            // left behind by one that was killed
            }
        }

        return new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancelled) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancelled);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = new("http://bot/") };
    }
}
