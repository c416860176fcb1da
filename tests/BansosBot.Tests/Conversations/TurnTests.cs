using System.Collections.Concurrent;
using BansosBot.Conversations;
using BansosBot.Domain;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Simulation;
using BansosBot.Storage;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using BansosBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Conversations;

public sealed class TurnTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private readonly FakeTimeProvider clock = new(Tuesday);
    private readonly List<Waiting> said = [];
    private readonly ConcurrentQueue<string> read = new();
    private Action? onFinish;
    private LiteDbStore store = null!;
    private Intake intake = null!;
    private int ids;

    public ValueTask InitializeAsync()
    {
        var keys = KeyFolder.Open(folder["keys"], folder["data"], dataExists: false);
        store = new LiteDbStore(LiteDbFile.Open(folder["data/bansosbot.db"]), keys, new HashSet<string>(), clock);
        store.Committed += group =>
        {
            lock (said) said.AddRange(group.Messages);
        };
        var talk = TinyBot.Talk(new TinyErrand(Reads, () => onFinish?.Invoke()), new StubbornErrand());
        intake = new(new Turn(talk, store, () => Room.Plenty, clock, NullLogger<Turn>.Instance));
        return ValueTask.CompletedTask;

        void Reads(string text)
        {
            read.Enqueue(text);
            if (text == "racun") throw new InvalidOperationException("a mistake in the flow");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        intake.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_repeated_message_changes_nothing()
    {
        await SaysAsync(1, "/daftar");
        var message = new Incoming.Words(Chat(1), "9.1", "kata");
        await intake.TakeAsync(message, Stop);
        var before = await store.ConversationAsync(Chat(1), Stop);

        await intake.TakeAsync(message, Stop);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => intake.TakeAsync(message, Stop)));

        Same(before, await store.ConversationAsync(Chat(1), Stop));
        Assert.Equal(["Tiny.First.Ask", "Tiny.Child.Ask"], Said(1));
    }

    [Fact]
    public async Task Messages_of_a_chat_that_come_together_are_taken_in_order()
    {
        await Task.WhenAll(((string[])["/daftar", "kata", Nik(1).Reveal(), "akhir"]).Select(text => SaysAsync(1, text)));

        Assert.Equal(["Tiny.First.Ask", "Tiny.Child.Ask", "Tiny.Last.Ask", "Tiny.Filed"], Said(1));
    }

    [Fact]
    public async Task Messages_of_a_chat_are_taken_in_order_also_where_the_door_has_no_room_for_a_while()
    {
        using var gate = new ManualResetEventSlim();
        store.Committed += _ => gate.Wait(TimeSpan.FromSeconds(30));      // nobody comes to an end
        var others = Enumerable.Range(2, Intake.InFlightMax).Select(n => SaysAsync(n, "/daftar")).ToList();
        var mine = Enumerable.Range(1, 200).Select(n => $"9.{n}").ToList();
        var goOn = new LastFirst();
        var own = goOn.Start(() => mine.ConvertAll(id => intake.TakeAsync(new Incoming.Words(Chat(1), id, "kata"), Stop)));

        gate.Set();
        goOn.RunUntil(Task.WhenAll(own));

        await Task.WhenAll([.. others, .. own]);
        Assert.Equal(mine, (await store.ConversationAsync(Chat(1), Stop)).Seen.Select(s => s.Id));
    }

    [Fact]
    public async Task A_closed_door_has_brought_to_its_end_what_it_let_in_and_lets_in_nothing_more()
    {
        var let = Enumerable.Range(1, 20).Select(n => SaysAsync(n, "/daftar")).ToList();

        await intake.CloseAsync();

        for (var n = 1; n <= 20; n++) Assert.Equal(1, (await store.ConversationAsync(Chat(n), Stop)).Revision);
        await Task.WhenAll(let);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SaysAsync(21, "/daftar"));
        Assert.Equal(0, (await store.ConversationAsync(Chat(21), Stop)).Revision);
    }

    [Fact]
    public async Task A_message_whose_decision_throws_is_parked_after_three_tries_and_the_chat_goes_on()
    {
        await SaysAsync(1, "/daftar");

        await Task.WhenAll(SaysAsync(1, "racun"), SaysAsync(1, "kata"), SaysAsync(2, "/daftar"));

        Assert.InRange(read.Count(text => text == "racun"), 3, 4);       // the third is made alone in its group: once more if it was not
        Assert.Equal("kata", read.Last());
        Assert.Equal(["Tiny.First.Ask", "Anywhere.OurMistake", "Tiny.Child.Ask"], Said(1));
        Assert.Equal(["Tiny.First.Ask"], Said(2));
        Assert.Equal([Act.MessageParked], store.AuditEntries().Select(e => e.Act));
    }

    [Fact]
    public async Task Of_two_that_decide_on_the_same_child_at_once_the_second_is_decided_anew()
    {
        foreach (var chat in (int[])[1, 2])
            foreach (var text in (string[])["/daftar", $"kata{chat}", Nik(1).Reveal()]) await SaysAsync(chat, text);
        using var both = new Barrier(2);
        var decisions = 0;
        onFinish = () =>
        {
            if (Interlocked.Increment(ref decisions) <= 2) both.SignalAndWait(TimeSpan.FromSeconds(10));
        };

        await Task.WhenAll(SaysAsync(1, "akhir"), SaysAsync(2, "akhir"));

        Assert.Equal(3, decisions);
        Assert.Equal(["Tiny.Filed", "Tiny.FiledDouble"], new[] { Said(1)[^1], Said(2)[^1] }.Order());
        Assert.Null(AuditChain.BreaksAt(store.AuditEntries()));
    }

    [Fact]
    public async Task A_decision_that_can_never_hold_is_parked_and_does_not_turn_for_ever()
    {
        await SaysAsync(1, "/cek");
        Assert.Equal(["Stubborn.Done"], Said(1));

        await SaysAsync(2, "/cek").WaitAsync(TimeSpan.FromSeconds(20), Stop);

        Assert.Equal(["Anywhere.OurMistake"], Said(2));
    }

    [Fact]
    public async Task A_chat_whose_document_does_not_open_parks_its_message_and_harms_no_other()
    {
        await SaysAsync(1, "/daftar");
        var slot = (await store.ConversationAsync(Chat(1), Stop)).KeySlot;
        await store.DisposeAsync();
        using (var keys = KeyFolder.Open(folder["keys"], folder["data"], dataExists: true)) keys.Subjects.Erase(new KeySlot(slot));
        store = new LiteDbStore(
            LiteDbFile.Open(folder["data/bansosbot.db"]), KeyFolder.Open(folder["keys"], folder["data"], dataExists: true), new HashSet<string>(), clock);
        intake.Dispose();
        intake = new(new Turn(TinyBot.Talk(), store, () => Room.Plenty, clock, NullLogger<Turn>.Instance));

        await SaysAsync(1, "kata").WaitAsync(TimeSpan.FromSeconds(20), Stop);
        await SaysAsync(2, "/daftar");

        Assert.Equal(1, (await store.ConversationAsync(Chat(2), Stop)).Revision);
        Assert.Equal([Act.MessageParked], store.AuditEntries().Select(e => e.Act));
    }

    [Fact]
    public async Task A_due_comes_in_by_the_clockwork_once_and_another_at_the_same_instant_too()
    {
        await SaysAsync(1, "/daftar");
        using var clockwork = new Clockwork(store, intake, clock);
        using var stop = new CancellationTokenSource();
        var running = clockwork.RunAsync(stop.Token);
        for (var i = 0; i < 2; i++)
        {
            var applied = Applied.Stale;
            while (applied == Applied.Stale)        // what is read may be a commit behind, as in every turn
            {
                var before = await store.ConversationAsync(Chat(1), Stop);
                applied = await store.ApplyAsync(new Incoming.Words(Chat(1), $"d{i}", ""), new() { After = before, Dues = [new(DueKind.DraftExpiry, "gone", Tuesday.AddMinutes(5))] }, clock.GetUtcNow());
            }

            await UntilAsync(async () => await store.NextDueAsync(Stop) is null, step: TimeSpan.FromMinutes(1));
        }

        await stop.CancelAsync();
        await running;
        Assert.Equal(5, (await store.ConversationAsync(Chat(1), Stop)).Revision);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task SaysAsync(int chat, string text) => intake.TakeAsync(
        text[0] == '/' ? new Incoming.Command(Chat(chat), $"1.{Interlocked.Increment(ref ids)}", text[1..], "") : new Incoming.Words(Chat(chat), $"1.{Interlocked.Increment(ref ids)}", text),
        Stop);

    private List<string> Said(int chat)
    {
        lock (said) return [.. said.Where(w => w.Message.To == Chat(chat)).Select(w => w.Message.Parts[^1].Key)];
    }

    private async Task UntilAsync(Func<Task<bool>> holds, TimeSpan step)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(20), "Not in time.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
            clock.Advance(step);
        }
    }

    /// <summary>Claims what it never looks up: a mistake that decides alike for ever.</summary>
    private sealed class StubbornErrand : Errand
    {
        public override string Name => "check";

        public override void Open(Scene scene, string argument)
        {
            scene.Write(new Write.Take(new Claim.Receipt(Code(1)), scene.Now.Chat.Id));
            scene.Tell(new Say("Stubborn.Done"));
        }
    }

    /// <summary>Of those who were woken lets the last go on first: no order is promised to who waits for the same thing.</summary>
    private sealed class LastFirst : SynchronizationContext
    {
        private readonly ConcurrentStack<Action> woken = new();

        public override void Post(SendOrPostCallback d, object? state) => woken.Push(() => d(state));

        public T Start<T>(Func<T> start)
        {
            var before = Current;
            SetSynchronizationContext(this);
            try
            {
                return start();
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }

        public void RunUntil(Task end)
        {
            Assert.True(SpinWait.SpinUntil(() => woken.Count > 1, TimeSpan.FromSeconds(30)));
            Assert.True(SpinWait.SpinUntil(
                () =>
                {
                    while (woken.TryPop(out var goOn)) goOn();
                    return end.IsCompleted;
                },
                TimeSpan.FromSeconds(30)));
        }
    }
}
