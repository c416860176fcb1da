using BansosBot.Conversations;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using BansosBot.Tests.Storage;
using BansosBot.Tests.Transcripts;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Applications;

/// <summary>Whatever who lacks the end of the KK number says, in whichever order, from several chats, over days: they hear the same where the child has
/// applied and is on a list, and where nobody knows it.</summary>
public sealed class LookUpTellsNothingTests
{
    // All that a neighbour with a copy of the child's papers knows, and some guesses.
    private static readonly string[] Sayings =
    [
        "/status", "/cek", "/menu", "/daftar", "/data_saya", "/hapus_data", "go:lookup", "go:lookup:list", "go:status:code", "tidak punya kode", "nama saya di daftar", "!back", "!help",
        Nik(1).Reveal(), Nik(1).Reveal(), Nik(1).Reveal(), Nik(2).Reveal(), Nik(1).Reveal()[^6..], "109999", "109998", "3673010101109999", "6", "benar", "ubah", "ya",
        Kelurahan.Name, Kelurahan.Name, Kelurahan.Name, "unyur", "serang", Code(2).Reveal(), "12-3-2014", "(satu jam)", "(sehari)",
    ];

    private static readonly string[][] Whole =
    [
        ["go:lookup", Nik(1).Reveal(), "109999", Kelurahan.Name], ["go:lookup", Nik(1).Reveal(), "109998", Kelurahan.Name], ["go:lookup", Nik(2).Reveal(), "100001", Kelurahan.Name],
        ["go:status:code", "tidak punya kode", Nik(1).Reveal(), "109997", "unyur"], ["go:status:code", Code(2).Reveal(), "12-3-2014", "benar"],
    ];

    private static readonly Gen<(int Chat, string[] Said)> Step =
        Gen.Select(Gen.Int[1, 3], Gen.Frequency((2, Gen.Int[0, Sayings.Length - 1].Select(i => new[] { Sayings[i] })), (3, Gen.Int[0, Whole.Length - 1].Select(i => Whole[i]))), (chat, said) => (chat, said));

    [Fact]
    public void Two_cities_that_differ_in_one_child_answer_alike() =>
        Step.Array[1, 40].Sample(steps =>
        {
            var (here, there) = (Hear(steps, isKnown: true), Hear(steps, isKnown: false));
            Assert.Equal(there, here);
        }, iter: 25, threads: 1);

    [Fact]
    public void Who_does_know_it_hears_the_difference() =>
        Assert.NotEqual(Hear([(1, ["go:lookup", Nik(1).Reveal(), "100001", Kelurahan.Name])], isKnown: false), Hear([(1, ["go:lookup", Nik(1).Reveal(), "100001", Kelurahan.Name])], isKnown: true));

    private static IReadOnlyList<string> Hear((int Chat, string[] Said)[] steps, bool isKnown) => HearAsync(steps, isKnown).GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<string>> HearAsync((int Chat, string[] Said)[] steps, bool isKnown)
    {
        var stop = CancellationToken.None;
        using var folder = new TestFolder();
        var clock = new FakeTimeProvider(Tuesday);
        List<string> heard = [];
        var keys = KeyFolder.Open(folder["keys"], folder["data"], dataExists: false);
        await using var store = new LiteDbStore(LiteDbFile.Open(folder["data/bansosbot.db"]), keys, new HashSet<string>(), clock);
        store.Committed += group => heard.AddRange(group.Messages.Select(m => $"{m.Message.To.Id}: {string.Join(' ', m.Message.Parts.Select(p => $"{p.Key}{string.Concat(p.Values.Select(v => v.Value is SayValue.Words w ? w.As : v.Value is SayValue.Moment t ? t.At.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture) : ""))}"))} {string.Join(' ', m.Message.Buttons.SelectMany(r => r).Select(b => b.Label.Key))}"));
        var turn = new Turn(Shipped.Talk, store, () => Room.Plenty, clock, NullLogger<Turn>.Instance);
        Write[] city = [new Write.PutList(List()), new Write.PutRecipients([Recipient(7)]), new Write.PutCase(Case(8, Chat(9)))];
        if (isKnown) city = [.. city, new Write.PutCase(Case(1, Chat(9))), new Write.PutRecipients([Recipient(1)])];
        Assert.Equal(Applied.Done, await store.ApplyAsync(new Incoming.Words(Chat(9), "0", ""), new() { After = new Conversation { Chat = Chat(9) }, Writes = [.. city] }, Tuesday));
        var messages = 0;
        foreach (var (who, said) in steps)
        {
            foreach (var saying in said)
            {
                clock.Advance(saying == "(satu jam)" ? TimeSpan.FromHours(1) : saying == "(sehari)" ? TimeSpan.FromHours(24) : TimeSpan.FromSeconds(5));
                if (saying[0] == '(') continue;
                var chat = Chat(who);
                var now = await store.ConversationAsync(chat, stop);
                await turn.TakeAsync(Message(chat, $"m{++messages}", saying, now), stop);
            }
        }

        return heard;
    }

    // A choice is pressed where it is offered, and opened by its command where not.
    private static Incoming Message(ChatKey chat, string id, string saying, Conversation now) =>
        saying[0] == '/' ? new Incoming.Command(chat, id, saying[1..], "")
        : now.Choices.IndexOf(saying) is >= 0 and var at ? new Incoming.Press(chat, id, now.Question, at)
        : saying == "go:lookup" ? new Incoming.Words(chat, id, now.Place == StepMap.Idle ? "nama saya di daftar" : "menu")
        : saying == "go:status:code" ? new Incoming.Words(chat, id, now.Place == StepMap.Idle ? "status pakai kode" : "menu")
        : new Incoming.Words(chat, id, saying);
}
