using System.CommandLine;
using BansosBot.Channels.Terminal;
using BansosBot.Domain;
using BansosBot.Storage.Keys;

namespace BansosBot.Commands;

/// <summary>Talks in the terminal, with the same engine and the same store.</summary>
/// <example><c>bansosbot chat</c>, or piped: <c>printf '/menu\na\n' | bansosbot chat</c></example>
internal static class ChatCommand
{
    public static Command New(Call call)
    {
        var command = new Command("chat", "Talks with the bot in the terminal. A letter presses that button, /foto FILE sends a photo, /keluar or Ctrl+D leaves.");
        command.SetAction((_, stop) => RunAsync(call, stop));
        return command;
    }

    private static async Task<int> RunAsync(Call call, CancellationToken stop)
    {
        var (settings, parts) = call.Prepare();
        var screen = new TerminalScreen(call.Out, styled: !Console.IsOutputRedirected);
        KeyFolder? keys = null;
        using var logs = Logs.ToErrorStream(LogLevel.Warning);

        // The limits are Telegram's; a terminal keeps up.
        var unlimited = settings with { Telegram = settings.Telegram with { MessagesPerSecond = 0, MessagesPerSecondPerChat = 0 } };
        await using var bot = await Bot.OpenAsync(
            unlimited, parts.Talk, parts.Wording,
            (folder, _) =>
            {
                keys = folder;
                return new Doors([new TerminalChannel(screen)], [Channels.WebChat.WebChatDoor.ChannelName], [new TerminalFiles()]);
            },
            call.Clock, logs);
        string Word(Say say) => bot.Letters.Word(say, Language.Indonesian).Text;
        StartLines.Store(call.Notes, Word, settings, keys!);
        if (settings.Demo) await StartLines.DemoAsync(call.Notes, Word, bot, call.Clock);
        await call.Notes.WriteLineAsync(Word(new Say("Terminal.Hint")));

        var talking = new TerminalChat(bot.Intake, screen, () => bot.Sender.Backlog + bot.PhotoBacklog + bot.DrawingBacklog, path => call.Notes.WriteLine(Word(new Say("Terminal.NoFile", ("berkas", path)))), call.Clock);
        var isNew = (await bot.Store.ConversationAsync(TerminalChat.Chat, stop)).Revision == 0;
        var talk = talking.RunAsync(call.In, begin: isNew, prompt: !Console.IsInputRedirected && !Console.IsOutputRedirected, stop);
        await await Task.WhenAny(talk, bot.Failed);
        return Verbs.Done;
    }
}
