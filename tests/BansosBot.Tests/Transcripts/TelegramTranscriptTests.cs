using System.Collections.Frozen;
using System.Text;
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
        var clock = new ClockSetTo(Transcript.Start(lines));
        var open = await OpenAsync(folder, api, clock);
        if (Transcript.BearsSchedules(lines)) await DemoSchedules.PutAsync(open.Bot.Store, Shipped.Talk.Office, clock.GetUtcNow());
        var people = new Dictionary<string, Reader>();
        var code = "";
        var (spoken, faults) = (0, 0);
        try
        {
            for (var i = 0; i < lines.Length && !lines[i].StartsWith("+ ", StringComparison.Ordinal); i++)      // days cannot pass here
            {
                if (lines[i] == "~ mulai ulang")
                {
                    await open.DisposeAsync();
                    open = await OpenAsync(folder, api, clock);
                }

                if (lines[i].Split(" > ", 2) is not [var who, var said] || who.Contains(' ', StringComparison.Ordinal) || who.Length == 0) continue;
                if (!people.TryGetValue(who, out var person)) people[who] = person = new(api.Person(who));
                if (spoken++ % 3 == 0) Fail(api, faults++);
                var updates = Say(person.Person, said.Replace("{kode}", code, StringComparison.Ordinal));
                foreach (var expected in Replies(lines, i + 1, who))
                {
                    var reply = await people[expected.To].NextAsync();
                    code = Code().Match(reply) is { Success: true } found ? found.Value : code;
                    Assert.Equal(expected.Text, Transcript.WithoutChance(reply, code));
                }

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

    private static IReadOnlyList<int> Say(Person person, string said) => said switch
    {
        "(foto)" => [person.SendsPhoto(new(Pictures.Readable, 1280, 960))],
        "(foto kecil)" => [person.SendsPhoto(new(Pictures.TooSmall, 240, 180))],
        "(PDF)" => [person.SendsFile("%PDF-1.4"u8.ToArray(), "kk.pdf", "application/pdf")],
        "(album 3 foto)" => person.SendsAlbum([.. Enumerable.Repeat(new Picture(Pictures.Readable, 1280, 960), 3)], AlbumArrives.OnePerPoll),
        "(stiker)" => [person.SendsSticker()],
        "(pesan suara)" => [person.SendsVoice([0])],
        "(lokasi)" => [person.SendsLocation(-6.11, 106.15)],
        "(pesan diubah)" => [person.Edits("lain lagi")],
        ['[', .. var label, ']'] => [person.Presses(label)],
        ['(', ..] => throw new NotSupportedException($"Nobody sends {said} over Telegram yet; write how."),
        _ => [person.Says(said.Replace("\\n", "\n", StringComparison.Ordinal))],
    };

    private static IEnumerable<(string To, string Text)> Replies(string[] lines, int from, string speaker)
    {
        for (var i = from; i < lines.Length && !lines[i].Contains(" > ", StringComparison.Ordinal) && !lines[i].StartsWith("+ ", StringComparison.Ordinal); i++)
        {
            if (Reply().Match(lines[i]) is not { Success: true } start) continue;
            var indent = start.Groups["who"].Length;
            var text = new StringBuilder(lines[i][indent..]);
            for (i++; i < lines.Length && (lines[i].Length == 0 || lines[i].StartsWith(new string(' ', indent), StringComparison.Ordinal)); i++)
                text.Append('\n').Append(lines[i].Length == 0 ? "" : lines[i][indent..]);
            i--;
            yield return (start.Groups["to"].Success ? start.Groups["to"].Value : speaker, text.ToString().TrimEnd('\n'));
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

    /// <summary>Somebody who reads what comes, one message after the other, as a transcript writes it.</summary>
    private sealed class Reader(Person person)
    {
        private int read;

        public Person Person => person;

        public async Task<string> NextAsync()
        {
            var seen = await person.WaitUntilAsync(all => all.Count > read, Patience);
            var message = seen[read++];
            var text = new StringBuilder(message.Text);
            foreach (var bold in message.Entities.Where(e => e.Type == "bold").Reverse()) text.Insert(bold.Offset + bold.Length, '*').Insert(bold.Offset, '*');
            foreach (var row in message.Buttons) text.Append('\n').AppendJoin(' ', row.Select(b => $"[{b.Label}]"));
            return message.Kind == "document" ? text.Append("\n(berkas data-saya.json)").ToString() : text.ToString();
        }

        public async Task AssertNothingMoreAsync()
        {
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, TestContext.Current.CancellationToken);     // longer than anything is held back
            Assert.Equal(read, person.Saw().Count);
        }
    }

    /// <summary>Goes on from an instant of its own.</summary>
    private sealed class ClockSetTo(DateTimeOffset start) : TimeProvider
    {
        private readonly TimeSpan ahead = start - System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }

    [GeneratedRegex("^(?<who>bot( ke (?<to>\\w+))? : )", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Reply();

    [GeneratedRegex("(?<=(?:Kode tanda terima|Receipt code): \\*)[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Code();
}
