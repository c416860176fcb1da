using System.Text.RegularExpressions;
using BansosBot.Conversations;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using BansosBot.Tests.Transcripts;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>A look-up by NIK is as much work whatever does not fit: what is asked of the database, read, written, hashed and decrypted is counted over the
/// whole turn of its last message.</summary>
public sealed partial class LookUpWorkTests : IAsyncLifetime
{
    private const int Listed = 1, ListedToo = 3, Unknown = 2;

    private readonly TestFolder folder = new();
    private readonly FakeTimeProvider clock = new(Tuesday);
    private readonly List<Outgoing> said = [];
    private WatchedEngine engine = null!;       // these four are set before each test
    private KeyFolder keys = null!;
    private LiteDbStore store = null!;
    private Turn turn = null!;
    private int messages, chats;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        keys = KeyFolder.Open(folder["keys"], folder["data"], dataExists: false);
        Directory.CreateDirectory(folder["data"]);
        var file = LiteDbFile.Open(DiskFile.Open(folder["data/bansosbot.db"]), DiskFile.Open(folder["data/bansosbot.log"]), inner => engine = new WatchedEngine(inner));
        store = new(file, keys, new HashSet<string>(), clock);
        store.Committed += group =>
        {
            lock (said) said.AddRange(group.Messages.Select(m => m.Message));
        };
        turn = new(Shipped.Talk, store, () => Room.Plenty, clock, NullLogger<Turn>.Instance);
        await PutAsync(new Write.PutCase(Case(Listed, Chat(500))), new Write.PutCase(Case(ListedToo, Chat(500))), new Write.PutRecipients([Recipient(Listed), Recipient(ListedToo)]), new Write.PutList(List()));
        await AskAsync(nik: 4, kk: "108888");         // the first of all finds no count of the hour
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_wrong_KK_a_wrong_kelurahan_and_an_unknown_NIK_are_the_same_work_and_words()
    {
        var (wrongKk, wrongKelurahan, unknown) = (await AskAsync(Listed, kk: "109999"), await AskAsync(ListedToo, kelurahan: "unyur"), await AskAsync(Unknown));

        Assert.Equal(wrongKk, unknown);
        Assert.Equal(wrongKelurahan, unknown);
        Assert.Equal("LookUp.NoMatch", unknown.Keys[0]);
    }

    [Fact]
    public async Task What_fits_asks_and_writes_the_same_and_reads_only_what_is_told()
    {
        var (fits, unknown) = (await AskAsync(Listed), await AskAsync(Unknown, kk: "100002"));

        Assert.Equal("LookUp.Match", fits.Keys[0]);
        Assert.Equal(WithoutSizes(unknown.Asked), WithoutSizes(fits.Asked));
        Assert.Equal((unknown.Hashed, unknown.Decrypted), (fits.Hashed, fits.Decrypted));
        Assert.Equal(unknown.DocumentsRead + 2, fits.DocumentsRead);         // the case, the row; which lists hold is read for everybody
    }

    [Fact]
    public async Task A_locked_NIK_is_the_same_work_and_words_whether_or_not_it_is_known_and_the_proof_right()
    {
        foreach (var nik in (int[])[Listed, Unknown])
            await PutAsync([.. Enumerable.Range(0, 5).Select(i => LookedUp(nik, Tuesday.AddSeconds(i - 9)) with { Proof = Proof(nik) with { Kk = KkEnd(7_700 + nik) } })]);

        var (right, wrong, unknown) = (await AskAsync(Listed), await AskAsync(Listed, kk: "109999"), await AskAsync(Unknown));

        Assert.Equal(right, wrong);
        Assert.Equal(right, unknown);
        Assert.Equal(["LookUp.Locked"], right.Keys);
    }

    [Fact]
    public async Task A_locked_household_is_the_same_work_and_words_whether_or_not_the_NIK_is_known()
    {
        await PutAsync([.. Enumerable.Range(0, 5).Select(i => LookedUp(20 + i, Tuesday.AddSeconds(i - 9)) with { Proof = Proof(20 + i) })]);

        var (right, unknown) = (await AskAsync(Listed), await AskAsync(Unknown));

        Assert.Equal(right, unknown);
        Assert.Equal(["LookUp.Locked"], right.Keys);
    }

    [Fact]
    public async Task A_pause_is_the_same_work_and_words_for_all()
    {
        var before = new[] { await BeginAsync(Listed, "100001"), await BeginAsync(Listed, "109999"), await BeginAsync(Unknown, "100001") };
        await PutAsync([.. Enumerable.Range(1, LookUpCounts.MissesMax - 2).Select(n => LookedUp(n + 10, Tuesday))]);
        await PutAsync(LookedUp(9_000, Tuesday, alarm: LookUpAlarm.Pause));

        var ends = new List<Work>();
        foreach (var chat in before) ends.Add(await EndAsync(chat, Kelurahan.Name));

        Assert.Equal(ends[0], ends[1]);
        Assert.Equal(ends[0], ends[2]);
        Assert.Equal(["LookUp.Paused"], ends[0].Keys);
    }

    [Fact]
    public async Task A_planted_look_up_that_finds_by_NIK_first_is_noticed()
    {
        await AskAsync(Unknown);
        var asks = await MeasuredAsync(() => LookAsync(Unknown));
        var planted = await MeasuredAsync(async () =>
        {
            await LookAsync(Listed);
            if ((await store.LookUpAsync(Chat(1), new() { Children = [Nik(Listed)] }, Stop)).ByChild[Nik(Listed).Reveal()].Length > 0) await LookAsync(Listed);
        });

        Assert.NotEqual(asks, planted);

        Task LookAsync(int nik) => store.LookUpAsync(Chat(1), new() { Proof = Proof(nik) with { Kk = KkEnd(7) }, LookUps = true }, Stop).AsTask();
    }

    private async Task<Work> AskAsync(int nik, string kk = "100001", string? kelurahan = null) => await EndAsync(await BeginAsync(nik, kk), kelurahan ?? Kelurahan.Name);

    /// <summary>Up to the last question.</summary>
    private async Task<ChatKey> BeginAsync(int nik, string kk)
    {
        var chat = Chat(600 + chats++);
        foreach (var text in (string[])["nama saya di daftar?", Nik(nik).Reveal(), kk]) await SayAsync(chat, text);
        return chat;
    }

    private async Task<Work> EndAsync(ChatKey chat, string kelurahan)
    {
        lock (said) said.Clear();
        var work = await MeasuredAsync(() => SayAsync(chat, kelurahan));
        lock (said) return work with { Keys = [.. said.SelectMany(s => s.Parts).Select(p => p.Key)] };
    }

    private async Task<Work> MeasuredAsync(Func<Task> what)
    {
        engine.Take();
        var (hashed, decrypted) = (keys.Hashes.Made, keys.Cipher.Opened);
        await what();
        var (asked, read) = engine.Take();
        return new([.. asked], read, keys.Hashes.Made - hashed, keys.Cipher.Opened - decrypted, []);
    }

    private Task SayAsync(ChatKey chat, string text) => turn.TakeAsync(new Incoming.Words(chat, $"m{++messages:D4}", text), Stop);

    private async Task PutAsync(params Write[] writes)
    {
        // One after the other, as they would come: each rests on what the one before left.
        var at = 0;
        foreach (var write in writes)
        {
            var one = write is Write.LookedUp l ? l with { Before = (await store.LookUpAsync(Chat(500), new() { Proof = l.Proof }, Stop)).LookUp!.Wrong } : write;
            var before = await store.ConversationAsync(Chat(500), Stop);
            Assert.Equal(Applied.Done, await store.ApplyAsync(new Incoming.Words(Chat(500), $"put{++at}", ""), new() { After = before, Writes = [one] }, clock.GetUtcNow()));
        }
    }

    private static IEnumerable<string> WithoutSizes(IEnumerable<string> asked) => asked.Select(a => Sizes().Replace(a, ""));

    [GeneratedRegex(@" [\d+]+ bytes", RegexOptions.None, 1_000)]
    private static partial Regex Sizes();

    /// <param name="Asked">Of the database, in order, with the bytes of each document that is written.</param>
    /// <param name="Keys">What was said.</param>
    private sealed record Work(IReadOnlyList<string> Asked, int DocumentsRead, long Hashed, long Decrypted, IReadOnlyList<string> Keys)
    {
        public bool Equals(Work? other) =>
            other is not null && Asked.SequenceEqual(other.Asked) && (DocumentsRead, Hashed, Decrypted) == (other.DocumentsRead, other.Hashed, other.Decrypted) && Keys.SequenceEqual(other.Keys);

        public override int GetHashCode() => Asked.Count;

        public override string ToString() => $"{DocumentsRead} read, {Hashed} hashed, {Decrypted} decrypted, said {string.Join(", ", Keys)}:\n{string.Join('\n', Asked)}";
    }
}
