using System.CommandLine;
using System.Net.Sockets;
using BansosBot.Channels.Telegram;
using BansosBot.Channels.WebChat;
using BansosBot.Documents;
using BansosBot.Domain;
using BansosBot.Staff;
using BansosBot.Storage;
using BansosBot.Storage.Keys;
using BansosBot.Web;

namespace BansosBot.Commands;

/// <summary>Runs the bot until it is told to stop (Ctrl+C, SIGTERM) or the disk fails.</summary>
/// <example><c>bansosbot run --Telegram:Token=...</c></example>
internal static partial class RunCommand
{
    public static Command New(Call call)
    {
        var command = new Command("run", "Runs the bot: the web chat on Web:Urls, and Telegram where Telegram:Token is set. This is what happens without a verb.");
        command.SetAction((_, stop) => RunAsync(call, stop));
        return command;
    }

    public static async Task<int> RunAsync(Call call, CancellationToken stop)
    {
        var (settings, parts) = call.Prepare();
        using var logs = Logs.ToErrorStream(LogLevel.Information);
        using var telegram = settings.Telegram.Token.Length == 0 ? null : new TelegramDoor(settings.Telegram.Token, settings.Telegram.ApiBaseUrl);
        KeyFolder? keys = null;
        UploadedFiles? uploads = null;
        var space = new FreeSpace(settings.Storage.Path, settings.Storage.FreeMegabytesMin, call.Clock, logs.CreateLogger<FreeSpace>());
        await using var bot = await Bot.OpenAsync(
            settings, parts.Talk, parts.Wording,
            (folder, _) =>
            {
                keys = folder;
                uploads = new UploadedFiles(WebChatDoor.ChannelName, Path.Combine(settings.Storage.Path, "uploads"), folder, () => space.Room, call.Clock);
                return Open(telegram, uploads);
            },
            call.Clock, logs, space: space);
        string Word(Say say) => bot.Letters.Word(say, Language.Indonesian).Text;

        await using var chat = ChatSite.Build(settings, bot, uploads!, call.Clock);
        await using var operations = OperationsSite.Build(settings, bot);
        await using var commands = CommandSite.Build(settings, bot, call.Clock);
        if (commands is not null) await commands.StartAsync(stop);
        await StartAsync(operations, "Web:OperationsUrls", settings.Web.OperationsUrls, stop);
        await StartAsync(chat, "Web:Urls", settings.Web.Urls, stop);
        bot.Run(until => uploads!.SweepAsync(bot.Store, until));
        using var lists = telegram is null ? null : new CommandLists(bot.Store, telegram.Channel.Name, (to, names, until) => telegram.Commands.ShowAsync(to, names, Word, until), call.Clock, logs.CreateLogger<CommandLists>());
        if (lists is not null) bot.Run(lists.RunAsync);
        if (telegram is not null) bot.Run(until => telegram.RunAsync(bot.Intake, () => bot.Sender.Backlog, Word, settings.Office.Name, call.Clock, logs, until));

        StartLines.Store(call.Out, Word, settings, keys!);
        if (settings.Demo) await StartLines.DemoAsync(call.Out, Word, bot, call.Clock);
        StartLines.Run(call.Out, Word, settings, chat.Urls);
        await call.Out.FlushAsync(stop);

        var told = chat.WaitForShutdownAsync(stop);
        var ended = await Task.WhenAny(told, bot.Failed);
        await chat.StopAsync(CancellationToken.None);
        await operations.StopAsync(CancellationToken.None);
        if (commands is not null) await commands.StopAsync(CancellationToken.None);
        await ended;            // what failed the store is thrown here, and is one line
        var log = logs.CreateLogger("BansosBot");
        LogStopping(log, bot.Store.Groups, bot.Store.Flushes);
        return Verbs.Done;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopping, after {Commits} commits and {Flushes} flushes of the disk.")]
    private static partial void LogStopping(ILogger log, long commits, long flushes);

    private static Doors Open(TelegramDoor? telegram, UploadedFiles uploads) => telegram is null
        ? new([], [WebChatDoor.ChannelName], [uploads])
        : new([telegram.Channel], [WebChatDoor.ChannelName], [telegram.Files, uploads], () => telegram.Name);

    private static async Task StartAsync(WebApplication site, string setting, string urls, CancellationToken stop)
    {
        try
        {
            await site.StartAsync(stop);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            var why = e.GetBaseException() switch
            {
                SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } => "another program listens there, perhaps another bot",
                SocketException { SocketErrorCode: SocketError.AccessDenied } => "this user may not listen there; ports below 1024 need a right of their own",
                SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => "this machine has no such address",
                _ => "another program listens there, perhaps another bot",
            };
            throw new FailedException($"{setting}: cannot listen on {urls}: {why}. Example: --{setting}=http://127.0.0.1:8090");
        }
    }
}
