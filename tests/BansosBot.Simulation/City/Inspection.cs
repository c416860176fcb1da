using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;

namespace BansosBot.Simulation.City;

/// <summary>Looks at the running program through its store: conversations, cases, queue, audit.</summary>
internal static class Inspection
{
    public static async Task LookAsync(Town town)
    {
        var conversations = new List<Conversation>();
        foreach (var person in town.People) conversations.Add(await town.Bot.Store.ConversationAsync(person.Chat, CancellationToken.None));
        foreach (var c in conversations)
        {
            town.Checks.Holds(Invariant.TakenOnce, c.Seen.Select(s => s.Id).Distinct().Count() == c.Seen.Length, () => $"{c.Chat} took a message twice");
            town.Checks.Holds(Invariant.NothingLeftBehind, town.Bot.Talk.Map.Has(c.Place) && (StepMap.FlowOf(c.Place) is not { } flow || c.Drafts.ContainsKey(flow)), () => $"{c.Chat} stands at {c.Place}, where it has no draft");
        }

        foreach (var draft in conversations.SelectMany(c => c.Drafts.Values).GroupBy(d => d.Id))
            town.Checks.Holds(Invariant.DraftInOneChat, draft.Count() == 1, () => $"draft {draft.Key} is in {draft.Count()} chats");
        town.Cases.UnionWith(conversations.SelectMany(c => c.Cases));
        var known = await town.Bot.Store.LookUpAsync(town.People[0].Chat, new() { Cases = [.. town.Cases], Places = true }, CancellationToken.None);
        CheckCases(town.Checks, [.. known.Cases], known);
        foreach (var c in known.Cases)
            foreach (var home in c.Homes)
                town.Checks.Holds(Invariant.NothingLeftBehind, conversations.Find(v => v.Chat == home.Chat)?.Cases.Contains(c.Id) == true, () => $"{c.Number} has {home.Chat} as a home, which does not know it");
        town.Checks.Holds(Invariant.AuditIsWhole, AuditChain.BreaksAt(town.Bot.Store.AuditEntries()) is null, () => $"it breaks at {AuditChain.BreaksAt(town.Bot.Store.AuditEntries())}");
        town.Moved = town.Bot.Store.AuditEntries().Count(e => e.Act == Act.DraftMoved);
        town.Receipts.Clear();
        town.Receipts.AddRange(known.Cases.OrderBy(c => c.QueueNumber).Select(c => (c.Receipt.Reveal(), c.ChildBorn)));
    }

    private static void CheckCases(Checks checks, List<Application> cases, Known known)
    {
        var running = cases.Where(c => ApplicationLife.IsRunning(c.Stage)).ToList();
        foreach (var child in running.Where(c => c.ChildNik is not null).GroupBy(c => (c.Programme, c.ChildNik)))
        {
            checks.Holds(Invariant.OneCaseForAChild, child.Count(c => !c.MayBeDouble) <= 1, () => $"{string.Join(", ", child.Select(c => c.Number))} are for one child, and none is marked");
            checks.Holds(Invariant.OneCaseForAChild, child.SelectMany(c => c.Homes).Where(h => h.IsFiler).GroupBy(h => h.Chat).All(g => g.Count() == 1), () => $"{string.Join(", ", child.Select(c => c.Number))} were filed for one child from one chat");
        }

        var waiting = cases.Where(c => c.Stage is Stage.Submitted or Stage.InVerification).OrderBy(c => c.QueueNumber).ToList();
        for (var i = 0; i < waiting.Count; i++)
        {
            var (place, at) = (known.Places.GetValueOrDefault(waiting[i].Id), i + 1);
            checks.Holds(Invariant.PlacesInOrder, place == at, () => $"{waiting[i].Number} is told place {place} and is at {at}");
        }
    }
}
