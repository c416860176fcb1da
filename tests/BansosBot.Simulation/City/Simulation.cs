using BansosBot.Domain.Conversations;

namespace BansosBot.Simulation.City;

/// <summary>
/// Seeded people, faults and clock over the whole program in one process; what must hold is looked at after each event. Idle time
/// is skipped: the measure is events.
/// </summary>
/// <remarks>The plan follows from the seed. Threads are real ones: a fault that hangs on which of two comes first may need the seed more than once.</remarks>
internal sealed class Simulation(int seed, int events, TextWriter output, Offence offence = Offence.None) : IAsyncDisposable
{
    private const int HistoryMax = 30, LookEvery = 25, RepeatableMax = 200;
    private static readonly TimeSpan RepeatedWithin = TimeSpan.FromHours(40);      // ids are kept for 48
    private readonly Town town = new(seed, offence);
    private readonly Queue<string> history = new();
    private readonly List<Sent> sent = [];
    private readonly HashSet<(ChatKey Chat, long Revision)> erased = [];
    private int messages, number, outage;

    public Checks Checks => town.Checks;

    /// <summary>Messages of people that were taken.</summary>
    public int Messages => messages;

    public int Filed => town.Ledger.Receipted.Count;

    public int Moved => town.Moved;

    /// <returns>What broke; null: all holds.</returns>
    public async Task<InvariantBroken?> RunAsync()
    {
        try
        {
            await town.OpenAsync();
            for (number = 1; number <= events; number++) await OnceAsync();
            await EndAsync();
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var broken = e as InvariantBroken ?? new InvariantBroken(Invariant.NoErrors, $"{e}");
            if (offence == Offence.None) Tell(broken);
            return broken;
        }
    }

    public ValueTask DisposeAsync() => town.DisposeAsync();

    private async Task OnceAsync()
    {
        town.Clock.Advance(TimeSpan.FromSeconds(town.Random.Next(2, 40)));
        if (outage > 0 && --outage == 0) Note("the network is back", () => town.Weather.IsDown = false);
        var quiet = town.Weather.IsDown;
        switch (town.Random.Next(1_000))
        {
            case < 400: await SaysAsync(1); break;
            case < 800: await SaysAsync(town.Random.Next(2, 8)); break;
            case < 850: await RepeatsAsync(); break;
            case < 870: Note("letters go astray", () => town.Weather.FailPercent = town.Random.Next(10, 60)); break;
            case < 890: Note("letters arrive", () => town.Weather.FailPercent = 0); break;
            case < 895 when !quiet: Note("the network is down", () => (town.Weather.IsDown, outage) = (true, town.Random.Next(3, 12))); break;
            case < 905: Blocks(); break;
            case < 940: Passes(TimeSpan.FromMinutes(town.Random.Next(1, 300))); break;
            case < 952 when !quiet: Passes(TimeSpan.FromHours(town.Random.Next(5, 70))); break;
            case < 957 when !quiet: Passes(TimeSpan.FromDays(town.Random.Next(3, 40))); break;
            case < 970: Note("the clock is set back", () => town.Clock.SetBack(TimeSpan.FromMinutes(town.Random.Next(1, 15)))); break;
            case < 978: await RestartsAsync(); break;
            case < 990: await CrashesAsync(); break;
            default: await SaysAsync(1); break;
        }

        await town.SettleAsync();
        if (await HaveErasedAsync())
        {
            Remember("the books are looked into, for somebody had all erased");      // which is done between two lives of the program
            await town.RestartAsync();
        }

        if (number % LookEvery == 0) await Inspection.LookAsync(town);
    }

    private async Task<bool> HaveErasedAsync()
    {
        var have = false;
        foreach (var person in town.People)
            have |= await town.Bot.Store.ConversationAsync(person.Chat, CancellationToken.None) is { IsErased: true } c && erased.Add((c.Chat, c.Revision));
        return have;
    }

    private async Task EndAsync()
    {
        town.Weather.Clear();
        await town.SettleAsync();
        Note("all come to rest", () => town.Clock.Advance(TimeSpan.FromMinutes(2)));
        await town.SettleAsync();
        await Inspection.LookAsync(town);
        await town.CloseAsync();
    }

    /// <summary>So many people say something at once.</summary>
    private async Task SaysAsync(int people)
    {
        var batch = await ComposeAsync(people);
        var before = batch.Select(s => s.Who.Chat).Distinct().ToDictionary(chat => chat, town.Ledger.CommittedTo);
        var at = town.Clock.GetUtcNow();
        await Task.WhenAll(Post(batch));
        await town.SettleAsync();
        foreach (var chat in before.Keys) await AnsweredAsync(chat, [.. batch.Where(s => s.Who.Chat == chat)], before[chat], at);
    }

    private async Task AnsweredAsync(ChatKey chat, List<Sent> said, int before, DateTimeOffset at)
    {
        foreach (var s in said) await TakenAsync(s);
        var awaited = said.Count(s => !s.MayBeSilent);
        if (chat.Channel != Town.Web)
        {
            var got = town.Ledger.CommittedTo(chat) - before;
            Checks.Holds(Invariant.Answered, got >= awaited, () => $"{chat} said {said.Count} and got {got} replies");
            return;
        }

        var bubbles = await town.Bot.Store.TranscriptAsync(chat, CancellationToken.None);
        var letters = bubbles.Where(b => b.Ours is not null).Select(b => town.Bot.Letters.Write(b.Ours!)).ToList();
        town.Ledger.Shown(chat, letters);
        Checks.Holds(Invariant.Answered, awaited == 0 || bubbles is [.., { Ours: not null, At: var last }] && last >= at, () => $"{chat} said {said.Count} and sees no reply");
    }

    private async Task TakenAsync(Sent s)
    {
        var now = await town.Bot.Store.ConversationAsync(s.Who.Chat, CancellationToken.None);
        town.Cases.UnionWith(now.Cases);
        var seen = now.Seen.Count(id => id.Id == s.Message.Id);
        Checks.Holds(Invariant.TakenOnce, seen == 1, () => $"{s.Message.Id} of {s.Who} was acknowledged and took effect {seen} times");
    }

    /// <summary>The channel hands over once more what was acknowledged.</summary>
    private async Task RepeatsAsync()
    {
        await town.SettleAsync();
        if (sent.Count == 0) return;
        var s = sent[town.Random.Next(sent.Count)];
        if (town.Clock.Gone - s.At > RepeatedWithin) return;
        var message = offence == Offence.RepeatsLookNew ? s.Message with { Id = $"{s.Message.Id}-lagi" } : s.Message;
        var (before, replies) = ((await town.Bot.Store.ConversationAsync(s.Who.Chat, CancellationToken.None)).Revision, town.Ledger.CommittedTo(s.Who.Chat));
        Remember($"{s.Who}: {s.Message.Id} comes once more");
        await town.Bot.Intake.TakeAsync(message, CancellationToken.None);
        var (after, now) = ((await town.Bot.Store.ConversationAsync(s.Who.Chat, CancellationToken.None)).Revision, town.Ledger.CommittedTo(s.Who.Chat));
        Checks.Holds(Invariant.RepeatChangesNothing, before == after && replies == now, () => $"{s.Message.Id} of {s.Who} came again: revision {before} to {after}, {now - replies} replies");
    }

    private async Task RestartsAsync()
    {
        await town.SettleAsync();
        var batch = await ComposeAsync(town.Random.Next(0, 4));
        Remember("the program is restarted");
        var posted = Post(batch);
        await town.RestartAsync();
        foreach (var task in posted) await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await AgainAsync(batch, [.. batch.Where((_, i) => posted[i].IsCompletedSuccessfully)]);
    }

    private async Task CrashesAsync()
    {
        await town.SettleAsync();
        var before = sent.TakeLast(5).Where(s => town.Clock.Gone - s.At < RepeatedWithin).ToList();
        var batch = await ComposeAsync(town.Random.Next(3, 9));
        Remember("the power goes");
        town.WillForget();
        var posted = Post(batch);
        for (var i = town.Random.Next(40); i > 0; i--) await Task.Yield();
        if (town.Random.Next(2) == 0) await Task.WhenAny(posted);
        var acknowledged = batch.Where((_, i) => posted[i].IsCompletedSuccessfully).ToList();
        await town.CrashAsync();
        foreach (var s in acknowledged.Concat(before))
        {
            var c = await town.Bot.Store.ConversationAsync(s.Who.Chat, CancellationToken.None);
            Checks.Holds(Invariant.AcknowledgedIsKept, c.HasSeen(s.Message.Id), () => $"{s.Message.Id} of {s.Who} was acknowledged and is gone");
        }

        await AgainAsync(batch, acknowledged);
    }

    /// <summary>What was not acknowledged comes again, in its order.</summary>
    private async Task AgainAsync(List<Sent> batch, List<Sent> acknowledged)
    {
        await Task.WhenAll(batch.Except(acknowledged).Select(s => town.Bot.Intake.TakeAsync(s.Message, CancellationToken.None)));
        await town.SettleAsync();
        foreach (var s in batch) await TakenAsync(s);
        foreach (var person in town.People.Where(p => p.Chat.Channel == Town.Web))
            await AnsweredAsync(person.Chat, [], 0, default);
    }

    private void Blocks()
    {
        var who = town.People[town.Random.Next(town.People.Count)];
        if (who.Chat.Channel == Town.Web) return;
        if (town.Weather.Blocked.TryRemove(who.Chat, out _)) Remember($"{who} lets the bot in again");
        else Note($"{who} blocks the bot", () => town.Weather.Blocked[who.Chat] = true);
    }

    private void Passes(TimeSpan time) => Note($"{time} pass", () => town.Clock.Advance(time));

    private async Task<List<Sent>> ComposeAsync(int people)
    {
        var batch = new List<Sent>();
        foreach (var who in town.People.OrderBy(p => town.Random.Next(p.IsInAHurry ? 30 : 100)).Take(people))
        {
            if (town.Weather.Blocked.TryRemove(who.Chat, out _)) Remember($"{who} lets the bot in again");
            var now = await town.Bot.Store.ConversationAsync(who.Chat, CancellationToken.None);
            foreach (var said in who.Next(now, town.Ledger.InboxOf(who.Chat), town.Today))
            {
                batch.Add(new(who, said.As($"u{++messages}"), said.MayBeSilent, town.Clock.Gone));
                Remember($"{who} at {now.Place} {said.InWords} (u{messages})");
            }
        }

        sent.AddRange(batch);
        if (sent.Count > RepeatableMax) sent.RemoveRange(0, sent.Count - RepeatableMax);
        return batch;
    }

    private Task[] Post(List<Sent> batch) => [.. batch.Select(s => town.Bot.Intake.TakeAsync(s.Message, CancellationToken.None))];

    private void Note(string what, Action act)
    {
        Remember(what);
        act();
    }

    private void Remember(string what)
    {
        history.Enqueue($"  {number,5} {town.Clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} {what}");
        if (history.Count > HistoryMax) history.Dequeue();
    }

    private void Tell(InvariantBroken broken)
    {
        output.WriteLine($"FAILED (simulate --seed {seed} --events {events}) at event {number}: {broken.Message}");
        foreach (var line in history) output.WriteLine(line);
    }

    private sealed record Sent(Resident Who, Incoming Message, bool MayBeSilent, TimeSpan At);
}
