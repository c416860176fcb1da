using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;

namespace BansosBot.Storage.LiteDb;

/// <summary>Cases that wait to be proposed, by the written order of their programme: filled at the start, a place is a look into memory.</summary>
/// <remarks>What the order goes by is encrypted in the cases; here it stands in memory only, as ranks. docs/decisions/0020 has the figures.</remarks>
internal sealed class ProposingQueue(IReadOnlyDictionary<string, ProposingOrder> orders)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<InLine>> byProgramme = [];
    private readonly Dictionary<string, InLine> byCase = [];

    public void Fill(IEnumerable<InLine> waiting)
    {
        lock (gate)
        {
            foreach (var one in waiting)
            {
                byCase.Add(one.CaseId, one);
                Of(one.Programme).Add(one);
            }

            foreach (var line in byProgramme.Values) line.Sort(InLine.Order);
        }
    }

    /// <summary>Where a case stands in line by what it says now; null where it does not wait, or its programme's file is gone.</summary>
    public InLine? Of(Application a) =>
        ApplicationLife.WaitingToBeProposed.Contains(a.Stage) && orders.TryGetValue(a.Programme, out var order)
            ? new(a.Programme, a.Id, [a.GoesFirst is null ? 1 : 0, .. order.RanksOf(new Answers(a.Answers, 0))], a.SubmittedAt, a.QueueNumber)
            : null;

    /// <summary>Null where the case does not wait.</summary>
    public Standing? StandingOf(string caseId)
    {
        lock (gate)
        {
            if (!byCase.TryGetValue(caseId, out var here)) return null;
            var line = Of(here.Programme);
            return new(line.BinarySearch(here, InLine.Order) + 1, line.Count);
        }
    }

    /// <summary>Ids of those that wait, in the written order.</summary>
    public ImmutableArray<string> LineOf(string programme)
    {
        lock (gate) return byProgramme.TryGetValue(programme, out var waiting) ? [.. waiting.Select(one => one.CaseId)] : [];
    }

    /// <param name="now">Null: it waits no more.</param>
    public void Change(string caseId, InLine? now)
    {
        lock (gate)
        {
            if (byCase.Remove(caseId, out var before))
            {
                var line = Of(before.Programme);
                line.RemoveAt(line.BinarySearch(before, InLine.Order));
            }

            if (now is null) return;
            byCase.Add(caseId, now);
            var into = Of(now.Programme);
            var at = into.BinarySearch(now, InLine.Order);
            into.Insert(at < 0 ? ~at : at, now);
        }
    }

    private List<InLine> Of(string programme)
    {
        if (!byProgramme.TryGetValue(programme, out var line)) byProgramme[programme] = line = [];
        return line;
    }
}

/// <summary>One that waits.</summary>
/// <param name="Ranks">First who was let before others for a logged reason, then by the keys of the written order, the weightiest first.</param>
internal sealed record InLine(string Programme, string CaseId, ImmutableArray<long> Ranks, DateTimeOffset SubmittedAt, long QueueNumber)
{
    /// <summary>The queue number decides last: no two are the same.</summary>
    public static Comparer<InLine> Order { get; } = Comparer<InLine>.Create((one, other) =>
        ProposingOrder.Compare((one.Ranks, one.SubmittedAt), (other.Ranks, other.SubmittedAt)) is not 0 and var byOrder ? byOrder
        : one.QueueNumber.CompareTo(other.QueueNumber));
}
