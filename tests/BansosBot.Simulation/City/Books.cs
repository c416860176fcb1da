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
        CheckErased(All, checks, chats);
    }

    /// <summary>Planted: a counter that counts one too many.</summary>
    public static void Miscount(Folder folder) =>
        Change(folder, db => db.GetCollection(Rows.Counters).Upsert(new BsonDocument { ["_id"] = $"stage:{Stage.Active}", ["n"] = 1L }));

    /// <summary>Planted: a due that outlives an erased chat, where there is one.</summary>
    public static void LeaveADue(Folder folder) => Change(folder, db =>
    {
        if (db.GetCollection(Rows.Chats).FindAll().ToList().Find(c => c["slot"].IsNull) is not { } erased) return;
        var due = new BsonDocument { ["_id"] = Rows.DueId(erased["_id"], DueKind.DraftReminder, "yapi"), ["chat"] = erased["_id"], ["at"] = DateTimeOffset.MaxValue.UtcTicks, ["kind"] = nameof(DueKind.DraftReminder), ["about"] = "yapi" };
        db.GetCollection(Rows.Dues).Upsert(due);
    });

    // The office's own, of what no chat hangs on.
    private static readonly string[] OfCases = [nameof(DueKind.PromiseOver), nameof(DueKind.CorrectionReminder), nameof(DueKind.CaseLapse), nameof(DueKind.TooOld), nameof(DueKind.LookAtHomes)];

    /// <summary>Of an erased chat nothing waits any more but the end of its seen ids; a letter to it is the last word.</summary>
    private static void CheckErased(Func<string, List<BsonDocument>> all, Checks checks, Dictionary<string, BsonDocument> chats)
    {
        void OfSomebody(BsonValue chat, string what) =>
            checks.Holds(Invariant.NothingLeftBehind, chats.GetValueOrDefault(chat.AsString) is { } there && !there["slot"].IsNull, () => $"{what} of a chat that is erased");

        var living = all(Rows.Cases).Where(c => !c["slot"].IsNull).Select(c => c["_id"].AsString).ToHashSet();
        foreach (var due in all(Rows.Dues).Where(d => d["kind"] != nameof(DueKind.EraseCase)))
        {
            if (OfCases.Contains(due["kind"].AsString))
            {
                checks.Holds(Invariant.NothingLeftBehind, living.Contains(due["about"].AsString), () => $"a due {due["kind"].AsString} of a case that is erased");
                continue;
            }

            if (due["kind"] == nameof(DueKind.ForgetErased)) checks.Holds(Invariant.NothingLeftBehind, chats.ContainsKey(due["chat"].AsString), () => "a due ForgetErased of a chat that is gone");
            else OfSomebody(due["chat"], $"a due {due["kind"].AsString}");
        }

        foreach (var collection in (string[])[Rows.Work, Rows.Tickets])
            foreach (var doc in all(collection)) OfSomebody(doc["chat"], $"a row of {collection}");
        foreach (var collection in (string[])[Rows.Bubbles, Rows.Parked])
            foreach (var doc in all(collection)) OfSomebody(doc["_id"].AsString[..doc["_id"].AsString.IndexOf(':', StringComparison.Ordinal)], $"a row of {collection}");

        var sent = all(Rows.Sent).ToDictionary(d => d["_id"].AsInt64, d => unchecked((ulong)d["open"].AsInt64));
        foreach (var page in all(Rows.Outbox))
        {
            var open = sent.GetValueOrDefault(page["_id"].AsInt64, ulong.MaxValue);
            foreach (var (row, at) in page["rows"].AsArray.Select((row, at) => (row, at)))
                if ((open & (1UL << at)) != 0 && row["one"].IsNull) OfSomebody(row["c"], "a letter");
        }
    }

    private static void Change(Folder folder, Action<LiteDatabase> change)
    {
        using var file = LiteDbFile.Open(folder.Database);
        file.Begin();
        change(file.Db);
        file.Commit();
    }
}
