using System.Collections.Concurrent;
using System.Collections.Frozen;
using BansosBot.Channels.Telegram;
using BansosBot.Channels.WebChat;
using BansosBot.Configuration;
using BansosBot.Demo;
using BansosBot.Documents;
using BansosBot.Domain;
using BansosBot.Tests.Channels.WebChat;
using BansosBot.Tests.Storage;
using BotApiServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BansosBot.Tests.Transcripts;

/// <summary>Where all askers come to: a hall, and beside it one bot behind a Bot API server and behind the web page.</summary>
public sealed class AskersHouse : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private Hall? hall;
    private BotApi? api;
    private Bot? bot;
    private TelegramDoor? door;
    private WebApplication? web;

    private readonly ConcurrentDictionary<string, FrozenDictionary<string, Task>> held = new();

    internal Hall Hall => hall!;

    /// <summary>Holds the talks of one channel, all at once, when the first is asked for; each is awaited by its own test.</summary>
    internal Task HeldAtOnce(string channel, string name, Func<string, Task> hold) =>
        held.GetOrAdd(channel, _ => Transcript.NamesIn(Asker.Folder).Where(n => channel != WebChatDoor.ChannelName || Asker.Read(n).IsOnPage).ToFrozenDictionary(n => n, n => Task.Run(() => hold(n))))[name];

    internal TelegramPerson AtTelegram(string name) => new(api!.Person(name));

    internal Visit OnPage() => new(new(web!.Urls.First()));

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync(Shipped.Talk, Shipped.Words, Asker.Morning);
        await DemoSchedules.PutAsync(hall.Bot.Store, Shipped.Talk.Office, Asker.Morning);

        api = await BotApi.StartAsync();
        door = new TelegramDoor(api.Token, api.Address);
        var settings = new Settings
        {
            Telegram = new(api.Token, api.Address, MessagesPerSecond: 0, MessagesPerSecondPerChat: 0),
            Storage = new(folder["data"]),
            KeysPath = folder["keys"],
        };
        Directory.CreateDirectory(settings.Storage.Path);
        var clock = new ClockSetTo(Asker.Morning);
        UploadedFiles? uploads = null;
        bot = await Bot.OpenAsync(settings, Shipped.TalkBesideThePage, Shipped.Words, (keys, _) =>
        {
            uploads = new UploadedFiles(WebChatDoor.ChannelName, folder["uploads"], keys, () => Domain.Conversations.Room.Plenty, clock);
            return new([door.Channel], [WebChatDoor.ChannelName], [door.Files, uploads], () => door.Name);
        }, clock, NullLoggerFactory.Instance);
        await DemoSchedules.PutAsync(bot.Store, Shipped.Talk.Office, clock.GetUtcNow());
        bot.Run(stop => door.RunAsync(
            bot.Intake, () => bot.Sender.Backlog, say => bot.Letters.Word(say, Language.Indonesian).Text, settings.Office.Name, clock, NullLoggerFactory.Instance, stop));

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseKestrel();
        builder.Logging.ClearProviders();
        builder.Services.AddWebChat(Path.Combine(settings.KeysPath, "web"));
        web = builder.Build();
        web.MapWebChat(new ChatDesk(bot.Talk, bot.Intake, bot.Store, bot.Letters, uploads!, new(settings.Office.Name, Crowding.Usual), clock, web.Services));
        await web.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (web is not null) await web.DisposeAsync();
        if (bot is not null) await bot.DisposeAsync();
        door?.Dispose();
        if (api is not null) await api.DisposeAsync();
        if (hall is not null) await hall.DisposeAsync();
        folder.Dispose();
    }
}
