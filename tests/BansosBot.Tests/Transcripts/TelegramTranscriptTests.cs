using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BansosBot.Channels.Telegram;
using BansosBot.Configuration;
using BansosBot.Demo;
using BansosBot.Tests.Storage;
using BotApiServer;
using Microsoft.Extensions.Logging.Abstractions;

namespace BansosBot.Tests.Transcripts;

/// <summary>
/// The approved conversations once more, over Telegram's protocol with its real client, while the network and Telegram fail in
/// every way from which nothing may be lost and nothing said twice.
/// </summary>
public sealed partial class TelegramTranscriptTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // A conversation waits most of its time, for a retry_after or for silence: all are held at once, each with a bot and a server of its own.
    private static readonly Lazy<FrozenDictionary<string, Task>> Held = new(() => Transcript.NamesOnOwnPhone().ToFrozenDictionary(name => name, name => Task.Run(() => HoldAsync(name))));

    public static TheoryData<string> All => [.. Transcript.NamesOnOwnPhone()];

    [Theory]
    [MemberData(nameof(All))]
    public Task Says_the_same_over_Telegram_whatever_fails(string name) => Held.Value[name];

    private static async Task HoldAsync(string name)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Transcript.Folder(), name + ".approved.txt"), TestContext.Current.CancellationToken);
        using var folder = new TestFolder();
        await using var api = await BotApi.StartAsync();
        await using var running = new RunningClock(Transcript.Start(lines));
        var clock = running.Time;
        var open = await OpenAsync(folder, api, clock);
        if (Transcript.BearsSchedules(lines)) await DemoSchedules.PutAsync(open.Bot.Store, Shipped.Talk.Office, clock.GetUtcNow());
        var people = new Dictionary<string, TelegramPerson>();
        var code = "";
        var (spoken, faults) = (0, 0);
        try
        {
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i] == "~ mulai ulang")
                {
                    await open.DisposeAsync();
                    open = await OpenAsync(folder, api, clock);
                }
                else if (await Transcript.InvitedAsync(lines[i], open.Bot.Store, clock) is var (officer, invitation))
                {
                    await (people[officer] = new(api.Person(officer))).StartsAsync(invitation, Patience);
                }
                else if (Transcript.Passes(lines[i]) is { } time)
                {
                    await api.AllConfirmedAsync(Patience);
                    clock.Advance(time);
                    await AllComeAsync(i, people.Keys.First());
                }

                if (lines[i].Split(" > ", 2) is not [var who, var said] || who.Contains(' ', StringComparison.Ordinal) || who.Length == 0) continue;
                if (!people.TryGetValue(who, out var person)) people[who] = person = new(api.Person(who));
                if (spoken++ % 3 == 0) Fail(api, faults++);
                var updates = person.Says(said.Replace("{kode}", code, StringComparison.Ordinal));
                await AllComeAsync(i, who);
                if (said.Contains("foto", StringComparison.Ordinal)) await open.KeptAsync();
                if (faults % 3 == 0) api.ServeAgain(updates[^1]);
            }

            await api.AllConfirmedAsync(Patience);
            await Task.WhenAll(people.Values.Select(p => p.AssertNothingMoreAsync()));
            Assert.True(faults > 2);
        }
        finally
        {
            await open.DisposeAsync();
        }

        async Task AllComeAsync(int line, string speaker)
        {
            foreach (var expected in Transcript.Replies(lines, line + 1, speaker))
            {
                var reply = await people[expected.To].NextAsync(Patience);
                code = Code().Match(reply) is { Success: true } found ? found.Value : code;
                Assert.Equal(expected.Text, Transcript.WithoutChance(reply, code));
            }
        }
    }

    // One after the other: each of these must be survived without a word lost or said twice.
    private static void Fail(BotApi api, int which)
    {
        switch (which % 7)
        {
            case 0: api.Next("sendMessage").AnswersTooManyRequests(1); break;
            case 1: api.Next("getUpdates").IsTruncated(); break;
            case 2: api.Next("sendMessage").IsCutBefore(); break;
            case 3: api.Next("answerCallbackQuery").AnswersServerError(); break;
            case 4: api.Next("sendMessage").AnswersBadGateway(); break;
            case 5: api.Next("getUpdates").LosesItsResponse(); break;
            default: api.Next("getUpdates").AnswersTooManyRequests(1); break;
        }
    }

    private static async Task<Open> OpenAsync(TestFolder folder, BotApi api, TimeProvider clock)
    {
        var settings = new Settings
        {
            Telegram = new(api.Token, api.Address, MessagesPerSecond: 0, MessagesPerSecondPerChat: 0),
            Storage = new(folder["data"]),
            KeysPath = folder["keys"],
        };
        var door = new TelegramDoor(api.Token, api.Address);
        var bot = await Bot.OpenAsync(settings, Shipped.Talk, Shipped.Words, (_, _) => new([door.Channel], [], [door.Files]), clock, NullLoggerFactory.Instance);
        bot.Run(stop => door.RunAsync(
            bot.Intake, () => bot.Sender.Backlog, say => bot.Letters.Word(say, Domain.Language.Indonesian).Text, settings.Office.Name, clock, NullLoggerFactory.Instance, stop));
        return new(bot, door);
    }

    private sealed record Open(Bot Bot, TelegramDoor Door) : IAsyncDisposable
    {
        /// <summary>Photos are kept in the background; the transcripts are of people who take their time.</summary>
        public async Task KeptAsync()
        {
            for (var i = 0; i < 2_000 && Bot.PhotoBacklog > 0; i++) await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            await Bot.DisposeAsync();
            Door.Dispose();
        }
    }

    [GeneratedRegex("(?<=(?:Kode tanda terima|Receipt code): \\*)[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Code();
}
