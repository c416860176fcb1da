using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;

namespace BansosBot.Benchmarks;

/// <summary>The run counts only if every draft is complete, every reply came once and the audit chain is whole.</summary>
internal static class Check
{
    private static readonly TimeSpan PhotosWithin = TimeSpan.FromMinutes(3);

    public static async Task<bool> AllThereAsync(Child child, string folder, Crowd crowd)
    {
        var kept = Path.Combine(folder, "data", "documents");
        var expected = crowd.People.Count + (crowd.People.Count / 10);
        var until = TimeProvider.System.GetUtcNow() + PhotosWithin;
        while (Directory.Exists(kept) && CountFiles(kept) < expected && TimeProvider.System.GetUtcNow() < until) await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);     // the last photo's own commit
        child.LastPeakMebibytes = child.PeakMebibytes;
        await child.StopAsync();

        var wrong = crowd.People.Count(p => p.Saw().Count != Steps.Walk.Count);
        var keys = KeyFolder.Open(Path.Combine(folder, "keys"), Path.Combine(folder, "data"), dataExists: true);
        await using var store = new LiteDbStore(LiteDbFile.Open(Path.Combine(folder, "data", "bansosbot.db")), keys, new HashSet<string>(), TimeProvider.System);
        var incomplete = 0;
        foreach (var person in crowd.People)
        {
            var chat = new ChatKey("telegram", person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var conversation = await store.ConversationAsync(chat, CancellationToken.None);
            if (!conversation.Drafts.Values.Any(IsComplete)) incomplete++;
        }

        var breaks = AuditChain.BreaksAt(store.AuditEntries());
        Console.WriteLine($"  {crowd.People.Count - incomplete} drafts complete, {incomplete} not; {wrong} people with a reply missing or double; audit {(breaks is null ? "whole" : $"breaks at {breaks}")}");
        return incomplete == 0 && wrong == 0 && breaks is null;
    }

    // Every answer of the walk is there, consent among them, and the photo is kept.
    private static bool IsComplete(Draft draft) =>
        draft.Answers.Count == Steps.Answers
        && draft.Answers.Values.OfType<Answer.Papers>().SelectMany(p => p.Pages).Any(p => p.Document is not null);

    private static int CountFiles(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count();
}
