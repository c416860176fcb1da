using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Storage.LiteDb;
using LiteDB;

namespace BansosBot.Simulation.City;

/// <summary>Reads the closed database from outside the program: what stands in the clear must agree with itself.</summary>
internal static class Books
{
    public static void Check(Folder folder, Checks checks, IReadOnlyCollection<string> receipted)
    {
        using var file = LiteDbFile.Open(folder.Database);
        List<BsonDocument> All(string collection) => file.Db.GetCollection(collection).FindAll().ToList();

        var (cases, chats) = (All(Rows.Cases), All(Rows.Chats).ToDictionary(d => d["_id"].AsString));
        var kept = cases.Where(c => !c["b"].IsNull).ToList();
        var counters = All(Rows.Counters).ToDictionary(d => d["_id"].AsString, d => d["n"].AsInt64);

        var numbers = cases.ConvertAll(c => c["no"].AsString);
        checks.Holds(Invariant.CasesAreReceipted, numbers.ToHashSet().SetEquals(receipted), () =>
            $"cases {string.Join(' ', numbers.Order())}, receipts {string.Join(' ', receipted.Order())}");
        foreach (var year in numbers.GroupBy(n => n[..^6]))
        {
            checks.Holds(Invariant.CasesAreReceipted, year.Select(n => int.Parse(n[^6..], System.Globalization.CultureInfo.InvariantCulture)).Order().SequenceEqual(Enumerable.Range(1, year.Count())), () =>
                $"numbers have holes or doubles: {string.Join(' ', year.Order())}");
            var counter = $"case:{year.Key.TrimEnd('-').Replace('-', ':')}";
            checks.Holds(Invariant.CountersMatch, counters.GetValueOrDefault(counter) == year.Count(), () => $"{counter} is {counters.GetValueOrDefault(counter)}, there are {year.Count()}");
        }

        foreach (var stage in Enum.GetNames<Stage>())
        {
            var there = kept.Count(c => c["stage"] == stage);
            checks.Holds(Invariant.CountersMatch, counters.GetValueOrDefault($"stage:{stage}") == there, () => $"stage:{stage} is {counters.GetValueOrDefault($"stage:{stage}")}, there are {there}");
        }

        checks.Holds(Invariant.CountersMatch, counters.GetValueOrDefault("queue") == cases.Count, () => $"queue is {counters.GetValueOrDefault("queue")}, there are {cases.Count}");
        foreach (var c in kept)
        {
            var waits = Rows.IsChecked(Enum.Parse<Stage>(c["stage"].AsString));
            checks.Holds(Invariant.PlacesInOrder, waits ? c["wait"] == c["q"] : c["wait"].IsNull, () => $"{c["no"]} at {c["stage"]} waits at {c["wait"]}, filed as {c["q"]}");
        }

        var running = kept.Where(c => ApplicationLife.IsRunning(Enum.Parse<Stage>(c["stage"].AsString))).Select(c => c["_id"].AsString).ToHashSet();
        foreach (var claim in All(Rows.Claims).Where(c => !c["_id"].AsString.StartsWith("code:", StringComparison.Ordinal)))
            checks.Holds(Invariant.ClaimsMatch, running.Contains(claim["owner"].AsString), () => $"a claim {claim["_id"].AsString.Split(':')[0]} of case {claim["owner"].AsString}, which does not run");

        checks.Holds(Invariant.NoErrors, All(Rows.Parked) is [], () => $"parked: {string.Join("; ", All(Rows.Parked).Select(p => $"{p["kind"].AsString} {p["why"].AsString}"))}");
        checks.Holds(Invariant.NothingLeftBehind, All(Rows.Erasures) is [], () => "an erasure is not finished");
        foreach (var due in All(Rows.Dues).Where(d => d["kind"] != nameof(DueKind.EraseCase)))       // that one is the office's
            checks.Holds(Invariant.NothingLeftBehind, chats.ContainsKey(due["chat"].AsString), () => $"a due {due["kind"].AsString} of a chat that is gone");
        foreach (var collection in (string[])[Rows.Work, Rows.Tickets])
            foreach (var doc in All(collection))
                checks.Holds(Invariant.NothingLeftBehind, chats.GetValueOrDefault(doc["chat"].AsString) is { } chat && !chat["slot"].IsNull, () => $"a row of {collection} of a chat that is erased");
    }

    /// <summary>The planted mistake: a counter that counts one too many.</summary>
    public static void Spoil(Folder folder)
    {
        using var file = LiteDbFile.Open(folder.Database);
        file.Begin();
        file.Db.GetCollection(Rows.Counters).Upsert(new BsonDocument { ["_id"] = $"stage:{Stage.Active}", ["n"] = 1L });
        file.Commit();
    }
}
