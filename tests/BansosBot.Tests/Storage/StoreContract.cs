using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Storage;
using Microsoft.Extensions.Time.Testing;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>What every store promises. One subclass for each.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private readonly List<CommittedGroup> groups = [];

    protected FakeTimeProvider Clock { get; } = new(Tuesday);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected IStore Store { get; private set; } = null!;       // set before each test

    /// <summary>The poorest first, then the eldest.</summary>
    protected static IReadOnlyDictionary<string, ProposingOrder> Orders { get; } = new Dictionary<string, ProposingOrder>
    {
        ["yapi"] = new([new ProposingKey.Listed("desil", ["1", "2"]), new ProposingKey.EarlierDay("birth_date")]),
    };

    /// <summary>Opens the store where the last one left it. Channel "web" pulls; those who wait to be proposed stand by <see cref="Orders"/>.</summary>
    protected abstract IStore Open();

    /// <summary>The audit chain from its first entry.</summary>
    protected abstract IEnumerable<AuditEntry> Audit();

    public ValueTask InitializeAsync()
    {
        Store = Open();
        Store.Committed += Remember;
        return ValueTask.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Everything committed by the present process, oldest first.</summary>
    protected IReadOnlyList<CommittedGroup> Groups
    {
        get { lock (groups) return [.. groups]; }
    }

    protected async Task ReopenAsync(Action? meanwhile = null)
    {
        await Store.DisposeAsync();
        meanwhile?.Invoke();
        lock (groups) groups.Clear();
        await InitializeAsync();
    }

    protected async Task<Conversation> ReadAsync(ChatKey chat) => await Store.ConversationAsync(chat, Stop);

    /// <summary>The least effect of a message: it is seen.</summary>
    protected Effects Takes(Conversation before, string id) =>
        new() { After = before with { Seen = before.Seen.Add(new(id, Clock.GetUtcNow())), TouchedAt = Clock.GetUtcNow() } };

    protected static Incoming.Words Words(ChatKey chat, string id) => new(chat, id, "halo");

    protected Task<Applied> ApplyAsync(Incoming message, Effects effects) => Store.ApplyAsync(message, effects, Clock.GetUtcNow());

    /// <summary>A message of a chat with an effect of its own on top of being seen.</summary>
    protected async Task<Applied> SayAsync(ChatKey chat, string id, Func<Effects, Effects>? also = null)
    {
        var effects = Takes(await ReadAsync(chat), id);
        return await ApplyAsync(Words(chat, id), also?.Invoke(effects) ?? effects);
    }

    /// <summary>Posts all of it while the writer is held, so that one group takes it.</summary>
    protected async Task<T[]> InOneGroupAsync<T>(params Func<Task<T>>[] posts)
    {
        var before = Groups.Count;
        var results = await TogetherAsync(posts);
        Assert.InRange(Groups.Count - before, 1, 2);        // the holder's own, and one for all
        return results;
    }

    /// <summary>As <see cref="InOneGroupAsync"/>, also where the group is expected to fall apart.</summary>
    private async Task<T[]> TogetherAsync<T>(params Func<Task<T>>[] posts)
    {
        using var go = new ManualResetEventSlim();
        var holds = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = Store.ApplyAloneAsync(Words(Chat(999), "holds"), (_, _) =>
        {
            holds.SetResult();      // the holder's own group takes nothing more: else it would take what comes first
            go.Wait(TimeSpan.FromSeconds(30));
            return null;
        }, Clock.GetUtcNow());
        await holds.Task;
        var all = posts.Select(post => post()).ToList();
        go.Set();
        Assert.Equal(Applied.Before, await held);
        return await Task.WhenAll(all);
    }

    private void Remember(CommittedGroup group)
    {
        lock (groups) groups.Add(group);
    }

    [Fact]
    public async Task A_chat_that_was_never_stored_is_new()
    {
        var c = await ReadAsync(Chat(1));

        Assert.Equal((0, Chat(1), true), (c.Revision, c.Chat, c.IsReachable));
    }

    [Fact]
    public async Task A_conversation_comes_back_as_it_was_stored_also_after_a_restart()
    {
        var full = StoredJsonTests.Full(Chat(1));
        Assert.Equal(Applied.Done, await ApplyAsync(Words(Chat(1), "1.5"), new() { After = full }));

        var here = await ReadAsync(Chat(1));
        await ReopenAsync();
        var there = await ReadAsync(Chat(1));

        Assert.Equal(1, here.Revision);
        Same(full with { Revision = 1, KeySlot = here.KeySlot }, here);
        Same(here, there);
    }

    [Fact]
    public async Task What_rests_on_an_older_conversation_is_stale_and_writes_nothing()
    {
        var before = await ReadAsync(Chat(1));
        await ApplyAsync(Words(Chat(1), "1"), Takes(before, "1"));

        var late = await ApplyAsync(Words(Chat(1), "2"), Takes(before, "2") with { Says = [To(Chat(1))], Audit = [new(Act.DataShown, "", "")] });

        Assert.Equal(Applied.Stale, late);
        var now = await ReadAsync(Chat(1));
        Assert.Equal(["1"], now.Seen.Select(s => s.Id));
        Assert.Empty(Groups.SelectMany(g => g.Messages));
        Assert.Empty(Audit());
    }

    [Fact]
    public async Task Two_messages_of_one_chat_in_one_group_that_rest_on_the_same_reading_are_not_both_taken()
    {
        var before = await ReadAsync(Chat(1));

        var results = await InOneGroupAsync(
            () => ApplyAsync(Words(Chat(1), "1"), Takes(before, "1")),
            () => ApplyAsync(Words(Chat(1), "2"), Takes(before, "2")));

        Assert.Equal([Applied.Done, Applied.Stale], results);
        Assert.Equal(["1"], (await ReadAsync(Chat(1))).Seen.Select(s => s.Id));
    }

    [Fact]
    public async Task Who_decides_alone_sees_the_latest_also_of_the_same_group()
    {
        await SayAsync(Chat(1), "1");
        var before = await ReadAsync(Chat(1));
        IReadOnlyList<string>? seen = null;

        var results = await InOneGroupAsync(
            () => ApplyAsync(Words(Chat(1), "2"), Takes(before, "2")),
            () => Store.ApplyAloneAsync(Words(Chat(1), "3"), (latest, _) =>
            {
                seen = [.. latest.Seen.Select(s => s.Id)];
                return Takes(latest, "3");
            }, Clock.GetUtcNow()));

        Assert.Equal([Applied.Done, Applied.Done], results);
        Assert.Equal(["1", "2"], seen);
        Assert.Equal(["1", "2", "3"], (await ReadAsync(Chat(1))).Seen.Select(s => s.Id));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(63)]
    public async Task Effects_that_throw_harm_only_themselves_wherever_they_stand_in_the_group(int at)
    {
        var posts = Enumerable.Range(0, 64).Select<int, Func<Task<string>>>(i => async () =>
        {
            var effects = Takes(new Conversation { Chat = Chat(i) }, $"{i}") with { Says = [To(Chat(i))], Audit = [new(Act.DataShown, $"{i}", "")], Dues = [new(DueKind.EraseCase, "x", Tuesday.AddDays(i))] };
            if (i == at) effects = effects with { Writes = [new Write.PutTicket(null!)] };
            try
            {
                return $"{await ApplyAsync(Words(Chat(i), $"{i}"), effects)}";
            }
            catch (NullReferenceException)
            {
                return "threw";
            }
        }).ToArray();

        var results = await TogetherAsync(posts);

        Assert.Equal(Enumerable.Range(0, 64).Select(i => i == at ? "threw" : "Done"), results);
        Assert.Equal(63, Groups.Sum(g => g.Messages.Count));
        Assert.Equal(0, (await ReadAsync(Chat(at))).Revision);
        Assert.Equal(63, Audit().Count());
        Assert.Null(AuditChain.BreaksAt(Audit()));
        await ReopenAsync();
        Assert.Equal(63, (await Store.UnfinishedAsync(Stop)).Messages.Count);
        Assert.Equal(63, (await Store.DuesAsync(Tuesday.AddDays(99), 100, Stop)).Count);
    }
}
