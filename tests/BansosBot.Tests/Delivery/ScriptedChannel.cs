using System.Collections.Concurrent;
using BansosBot.Delivery;
using BansosBot.Domain.Conversations;

namespace BansosBot.Tests.Delivery;

/// <summary>A channel that remembers what it was handed and when, and answers as a test wrote down for each chat; otherwise it sends.</summary>
internal sealed class ScriptedChannel(TimeProvider clock) : IChannel
{
    private readonly ConcurrentDictionary<ChatKey, ConcurrentQueue<Func<Task<Delivered>>>> scripts = new();
    private readonly List<(DateTimeOffset At, ChatKey Chat, string Text)> sent = [];

    public string Name => "telegram";

    /// <summary>Every try, in order.</summary>
    public IReadOnlyList<(DateTimeOffset At, ChatKey Chat, string Text)> Tries
    {
        get { lock (sent) return [.. sent]; }
    }

    public IEnumerable<string> To(ChatKey chat) => Tries.Where(t => t.Chat == chat).Select(t => t.Text);

    public void Next(ChatKey chat, params ReadOnlySpan<Delivered> answers)
    {
        foreach (var answer in answers) Next(chat, () => Task.FromResult(answer));
    }

    public void Next(ChatKey chat, Func<Task<Delivered>> answer) => scripts.GetOrAdd(chat, _ => new()).Enqueue(answer);

    public Task<Delivered> SendAsync(Letter letter, CancellationToken stop)
    {
        lock (sent) sent.Add((clock.GetUtcNow(), letter.To, letter.Words.Text));
        return scripts.TryGetValue(letter.To, out var script) && script.TryDequeue(out var answer) ? answer() : Task.FromResult<Delivered>(new Delivered.Sent());
    }
}
