using System.Collections.Concurrent;
using BansosBot.Conversations;
using CsCheck;

namespace BansosBot.Tests.Conversations;

public sealed class LanesTests
{
    [Fact]
    public void Each_key_runs_in_order_and_never_twice_at_once() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, 7].Array[1, 200]).Sample((keys, posts) =>
        {
            var ran = new ConcurrentDictionary<int, ConcurrentQueue<int>>();
            var inside = new int[keys];
            var together = 0;
            var lanes = new Lanes<int, int>(async (key, item) =>
            {
                if (Interlocked.Increment(ref inside[key]) > 1) Interlocked.Increment(ref together);
                if (item % 3 == 0) await Task.Yield();
                ran.GetOrAdd(key, _ => new()).Enqueue(item);
                Interlocked.Decrement(ref inside[key]);
            });

            for (var i = 0; i < posts.Length; i++) lanes.Post(posts[i] % keys, i);

            Assert.True(SpinWait.SpinUntil(() => lanes.Count == 0, TimeSpan.FromSeconds(10)));
            Assert.Equal(0, together);
            foreach (var (key, items) in ran) Assert.Equal(Enumerable.Range(0, posts.Length).Where(i => posts[i] % keys == key), items);
            Assert.Equal(posts.Length, ran.Values.Sum(q => q.Count));
        }, iter: 300);

    [Fact]
    public async Task A_key_that_waits_holds_up_no_other()
    {
        var waits = new TaskCompletionSource();
        var ran = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var lanes = new Lanes<string, string>((key, item) =>
        {
            if (key == "slow") return waits.Task;
            ran.TrySetResult(item);
            return Task.CompletedTask;
        });
        for (var i = 0; i < 100; i++) lanes.Post("slow", "x");

        lanes.Post("fast", "y");

        Assert.Equal("y", await ran.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        Assert.True(SpinWait.SpinUntil(() => lanes.Count == 100, TimeSpan.FromSeconds(10)), $"{lanes.Count}");
        waits.SetResult();
        Assert.True(SpinWait.SpinUntil(() => lanes.Count == 0, TimeSpan.FromSeconds(10)));
    }
}
