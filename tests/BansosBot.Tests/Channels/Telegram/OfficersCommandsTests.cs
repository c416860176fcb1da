using System.Collections.Immutable;
using BansosBot.Channels.Telegram;
using BansosBot.Configuration;
using BansosBot.Delivery;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Staff;
using BansosBot.Storage;
using BansosBot.Tests.Storage;
using BansosBot.Tests.Transcripts;
using BotApiServer;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace BansosBot.Tests.Channels.Telegram;

/// <summary>Officers' commands stand in the lists of their own chats alone, for as long as they work here: over Telegram's protocol.</summary>
public sealed class OfficersCommandsTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private BotApi api = null!;
    private TelegramBotClient client = null!;
    private TelegramDoor door = null!;
    private Bot bot = null!;
    private CommandLists lists = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        api = await BotApi.StartAsync();
        client = new TelegramBotClient(new TelegramBotClientOptions(api.Token, api.Address.GetLeftPart(UriPartial.Authority)));
        await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await api.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task They_come_with_who_comes_in_and_go_with_who_leaves()
    {
        var (rina, warga) = (api.Person("Bu Rina"), api.Person("Bu Aminah"));
        warga.Says("/menu");
        rina.Says("/start " + await Inviting.InviteAsync(bot.Store, Role.Petugas, "Bu Rina", TimeProvider.System));

        Assert.Equal(["petugas", "antrean", "telepon", "rekap", "menu"], (await UntilAsync(rina, c => c.Contains("petugas")))[..5]);
        var everybodys = (await client.GetMyCommands(BotCommandScope.Default(), cancellationToken: Stop)).Select(c => c.Command).ToList();
        Assert.Contains("menu", everybodys);
        Assert.Empty(everybodys.Intersect(["petugas", "antrean", "telepon", "rekap"]));
        Assert.Empty(await ListOf(warga));

        var rinas = (await bot.Store.LookUpAsync(ChatKey.Office, new() { Officers = true }, Stop)).Officers.Single();
        await PutAsync(rinas with { LeftAt = DateTimeOffset.UnixEpoch });

        Assert.Empty(await UntilAsync(rina, c => c.IsEmpty));
    }

    [Fact]
    public async Task What_was_lost_is_shown_again_at_the_next_start_and_an_auditor_sees_the_desk_alone()
    {
        var ani = api.Person("Bu Ani");
        ani.Says("/start " + await Inviting.InviteAsync(bot.Store, Role.Auditor, "Bu Ani", TimeProvider.System));
        Assert.Equal(["petugas", "menu"], (await UntilAsync(ani, c => c.Contains("petugas")))[..2]);
        await CloseAsync();
        await client.DeleteMyCommands(BotCommandScope.Chat(ani.Id), cancellationToken: Stop);

        await OpenAsync();

        Assert.Contains("petugas", await UntilAsync(ani, c => c.Contains("petugas")));
    }

    [Fact]
    public async Task Where_Telegram_does_not_answer_it_is_asked_again_and_what_is_so_by_then_is_shown()
    {
        var clock = new FakeTimeProvider();
        List<ImmutableArray<string>> shown = [];
        Queue<Delivered> answers = new([new Delivered.Outage(), new Delivered.Slower(TimeSpan.FromSeconds(7)), new Delivered.Sent(), new Delivered.Unreachable()]);
        using var retried = new CommandLists(bot.Store, "other", (_, names, _) =>
        {
            lock (shown) shown.Add(names);
            return Task.FromResult(answers.Dequeue());
        }, clock, NullLogger<CommandLists>.Instance);
        bot.Run(retried.RunAsync);
        var officer = new Officer { Id = "o9", Chat = new("other", "9"), CalledAs = "Pak Hadi", Role = Role.KepalaBidang, Since = DateTimeOffset.UnixEpoch };

        await PutAsync(officer);
        await ShownAsync(1);
        await PutAsync(officer with { Revision = 1, LeftAt = DateTimeOffset.UnixEpoch, KeySlot = (await bot.Store.LookUpAsync(ChatKey.Office, new() { Officer = "o9" }, Stop)).Officer!.KeySlot });
        clock.Advance(TimeSpan.FromSeconds(30));
        await ShownAsync(2);
        clock.Advance(TimeSpan.FromSeconds(7));
        await ShownAsync(4);

        Assert.Equal([4, 0, 0, 0], shown.Select(s => s.Length));

        async Task ShownAsync(int count)
        {
            for (var i = 0; i < 2_000 && count > Shown(); i++) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
            Assert.Equal(count, Shown());
        }

        int Shown()
        {
            lock (shown) return shown.Count;
        }
    }

    private async Task OpenAsync()
    {
        var settings = new Settings { Telegram = new(api.Token, api.Address, MessagesPerSecond: 0, MessagesPerSecondPerChat: 0), Storage = new(folder["data"]), KeysPath = folder["keys"] };
        door = new TelegramDoor(api.Token, api.Address);
        bot = await Bot.OpenAsync(settings, Shipped.Talk, Shipped.Words, (_, _) => new([door.Channel], [], [door.Files]), TimeProvider.System, NullLoggerFactory.Instance);
        lists = new CommandLists(bot.Store, door.Channel.Name, (chat, names, stop) => door.Commands.ShowAsync(chat, names, Word, stop), TimeProvider.System, NullLogger<CommandLists>.Instance);
        bot.Run(lists.RunAsync);
        bot.Run(stop => door.RunAsync(bot.Intake, () => bot.Sender.Backlog, Word, settings.Office.Name, TimeProvider.System, NullLoggerFactory.Instance, stop));
    }

    private async Task CloseAsync()
    {
        await bot.DisposeAsync();
        lists.Dispose();
        door.Dispose();
    }

    private string Word(Domain.Say say) => bot.Letters.Word(say, Domain.Language.Indonesian).Text;

    private async Task PutAsync(Officer officer)
    {
        var office = await bot.Store.ConversationAsync(ChatKey.Office, Stop);
        Assert.Equal(Applied.Done, await bot.Store.ApplyAsync(new Incoming.Words(ChatKey.Office, $"put{office.Revision}", ""), new() { After = office, Writes = [new Write.PutOfficer(officer)] }, TimeProvider.System.GetUtcNow()));
    }

    private async Task<ImmutableArray<string>> ListOf(Person person) => [.. (await client.GetMyCommands(BotCommandScope.Chat(person.Id), cancellationToken: Stop)).Select(c => c.Command)];

    private async Task<ImmutableArray<string>> UntilAsync(Person person, Func<ImmutableArray<string>, bool> isSo)
    {
        for (var i = 0; i < 2_000; i++)
        {
            if (await ListOf(person) is var list && isSo(list)) return list;
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
        }

        throw new TimeoutException("The list of commands stays as it was.");
    }
}
