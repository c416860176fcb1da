using System.Diagnostics;
using BotApiServer;

namespace BansosBot.Benchmarks;

/// <summary>People who walk the first messages of the orphan application, so many at a time, each waiting for the reply before going on.</summary>
internal sealed class Crowd(BotApi api, int people, int atATime)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // What each person does in turn: words, a press on a button that bears this label, or the photo.
    private readonly List<double> milliseconds = [];
    private readonly Lock gate = new();

    public IReadOnlyList<Person> People { get; } = [.. Enumerable.Range(0, people).Select(i => api.Person($"Orang {i}"))];

    /// <summary>Time from each message to the first reply, in milliseconds, sorted.</summary>
    public IReadOnlyList<double> Replies
    {
        get { lock (gate) return [.. milliseconds.Order()]; }
    }

    /// <summary>Walks all of them; returns the time it took.</summary>
    public async Task<TimeSpan> WalkAsync(IReadOnlyList<string> steps, Picture photo)
    {
        using var room = new SemaphoreSlim(atATime);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(People.Select(async person =>
        {
            await room.WaitAsync();
            try
            {
                await WalkAsync(person, steps, photo);
            }
            finally
            {
                room.Release();
            }
        }));
        return clock.Elapsed;
    }

    private async Task WalkAsync(Person person, IReadOnlyList<string> steps, Picture photo)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var before = Stopwatch.GetTimestamp();
            var step = steps[i];
            if (step == "(foto)") person.SendsPhoto(photo);
            else if (step.StartsWith('[')) person.Presses(step[1..^1]);
            else person.Says(step);
            await person.WaitUntilAsync(seen => seen.Count > i, Patience);
            lock (gate) milliseconds.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }
    }
}
