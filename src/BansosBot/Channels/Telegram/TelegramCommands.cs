using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Delivery;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace BansosBot.Channels.Telegram;

/// <summary>The lists of commands that people see at Telegram: everybody's, and another one in the chats of who works at the office.</summary>
public sealed class TelegramCommands(ITelegramBotClient bot)
{
    // Those of design.md that exist; each is only another way to what the buttons do.
    private static readonly ImmutableArray<(string Name, string Text)> Everybodys =
    [
        ("menu", "Menu"), ("daftar", "Apply"), ("status", "Status"), ("syarat", "Conditions"), ("cek", "Check"), ("jadwal", "Schedule"), ("resmi", "Official"),
        ("bantuan", "Help"), ("batal", "Cancel"), ("data_saya", "MyData"), ("hapus_data", "EraseMyData"),
    ];

    private static readonly ImmutableArray<(string Name, string Text)> Desks = [("petugas", "Desk"), ("antrean", "Queue"), ("telepon", "ToCall"), ("rekap", "Recap")];

    /// <summary>In every chat that has no list of its own.</summary>
    /// <param name="word">Makes words of a text.</param>
    public Task ShowEverybodyAsync(Func<Say, string> word, CancellationToken stop) => bot.SetMyCommands(Of(Everybodys, word), cancellationToken: stop);

    /// <summary>In one chat.</summary>
    /// <param name="names">Of the desk, on top of everybody's; none: the chat has no list of its own any more.</param>
    public Task<Delivered> ShowAsync(ChatKey chat, ImmutableArray<string> names, Func<Say, string> word, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(chat);
        var scope = BotCommandScope.Chat(long.Parse(chat.Id, CultureInfo.InvariantCulture));
        return TelegramChannel.TryAsync(() => names.IsEmpty
            ? bot.DeleteMyCommands(scope, cancellationToken: stop)
            : bot.SetMyCommands(Of([.. Desks.Where(d => names.Contains(d.Name)), .. Everybodys], word), scope, cancellationToken: stop));
    }

    private static IEnumerable<BotCommand> Of(IEnumerable<(string Name, string Text)> commands, Func<Say, string> word) => commands.Select(c => new BotCommand(c.Name, word(new Say($"Command.{c.Text}"))));
}
