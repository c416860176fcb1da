using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Staff;

namespace BansosBot.Simulation.OfficeWork;

/// <summary>Reads from the audit alone whether anybody was taken before their turn, and whether the same hands did two things to a case.</summary>
internal sealed class Overtaking
{
    private readonly Dictionary<string, Application> cases;
    private readonly Dictionary<string, Officer> officers;
    private readonly List<string> overtaken = [], unheld = [], sameHands = [], unordered = [], passedOver = [];
    private readonly bool isWhole;
    private int holds, acts, pairs, neighbours;

    public Overtaking(IReadOnlyList<AuditEntry> entries, IReadOnlyList<Application> all, IReadOnlyList<Officer> staff)
    {
        (cases, officers) = (all.ToDictionary(c => c.Id), staff.ToDictionary(o => o.Id));
        isWhole = AuditChain.BreaksAt(entries) is null;
        Checking(entries);
        Hands(entries);
        Proposing(entries);
    }

    public int Taken { get; private set; }

    /// <summary>How often a case was taken that went before others for a logged reason.</summary>
    public int WentFirst { get; private set; }

    public int Proposed { get; private set; }

    public int Batches { get; private set; }

    public IEnumerable<(string Rule, int Looked, List<string> Broken)> Rules() =>
    [
        ("first come, first served: who is taken up came before all others of the area that nobody holds", holds, overtaken),
        ("who moves a case holds it", acts, unheld),
        ("who verified does not endorse", pairs, sameHands),
        ("a batch goes by the written order", neighbours, unordered),
        ("nobody who was endorsed is left out before others", Batches, passedOver),
        ("the audit is whole", 1, isWhole ? [] : ["the chain breaks"]),
    ];

    // Who waits to be taken up, in the order in which they came, and who works on each since when.
    private void Checking(IReadOnlyList<AuditEntry> entries)
    {
        var waiting = new SortedDictionary<long, Application>(cases.Values.ToDictionary(c => c.QueueNumber));
        var held = new Dictionary<string, (string By, DateTimeOffset At)>();
        var goFirst = new HashSet<string>();
        foreach (var e in entries)
        {
            if (!cases.TryGetValue(e.Subject, out var a)) continue;
            bool IsHeld(Application c) => held.TryGetValue(c.Id, out var by) && e.At - by.At < Holding.IdleMax;
            switch (e.Act)
            {
                case Act.LeftTheRule:
                    goFirst.Add(a.Id);
                    break;
                case Act.CaseHeld:
                    if (goFirst.Contains(a.Id)) WentFirst++;
                    else if (waiting.ContainsKey(a.QueueNumber))
                    {
                        holds++;
                        var first = waiting.Values.FirstOrDefault(c => c.SubmittedAt <= e.At && officers[e.By].Covers(c.Kelurahan) && !IsHeld(c));
                        if (first?.Id != a.Id) overtaken.Add($"{a.Number} was taken by {officers[e.By].CalledAs} at {e.At:u} before {first?.Number}");
                    }

                    held[a.Id] = (e.By, e.At);
                    break;
                case Act.CaseLetGo:
                    held.Remove(a.Id);
                    break;
                case Act.TakenUp or Act.Verified or Act.Endorsed or Act.Refused:
                    acts++;
                    if (!held.TryGetValue(a.Id, out var by) || by.By != e.By) unheld.Add($"{a.Number}: {e.Act} by who does not hold it");
                    held.Remove(a.Id);
                    if (e.Act != Act.TakenUp) break;
                    waiting.Remove(a.QueueNumber);
                    held[a.Id] = (e.By, e.At);
                    Taken++;
                    break;
            }
        }
    }

    private void Hands(IReadOnlyList<AuditEntry> entries)
    {
        foreach (var of in entries.Where(e => e.Act is Act.Verified or Act.Endorsed).GroupBy(e => e.Subject).Where(g => g.Count() > 1))
        {
            pairs++;
            if (of.Select(e => e.By).Distinct().Count() == 1) sameHands.Add($"{cases[of.Key].Number}: verified and endorsed by the same");
        }
    }

    // Everybody who was endorsed when a batch was signed and does not follow in it stands behind its last one.
    private void Proposing(IReadOnlyList<AuditEntry> entries)
    {
        var (endorsed, goFirst) = (new HashSet<string>(), new HashSet<string>());
        (int, (int, int, DateOnly, DateTimeOffset, long)) PlaceOf(Application a) => (goFirst.Contains(a.Id) ? 0 : 1, Applicants.PlaceOf(a));
        List<Application> batch = [];
        HashSet<string> then = [];
        foreach (var e in entries)
        {
            switch (e.Act)
            {
                case Act.Endorsed:
                    endorsed.Add(e.Subject);
                    break;
                case Act.LeftTheRule:
                    goFirst.Add(e.Subject);
                    break;
                case Act.BatchSigned:
                    (batch, then) = ([], [.. endorsed]);
                    break;
                case Act.Proposed:
                    batch.Add(cases[e.Subject]);
                    endorsed.Remove(e.Subject);
                    Proposed++;
                    break;
                case Act.BatchComplete:
                    Batches++;
                    for (var i = 1; i < batch.Count; i++)
                    {
                        neighbours++;
                        if (PlaceOf(batch[i - 1]).CompareTo(PlaceOf(batch[i])) > 0) unordered.Add($"{e.Subject}: {batch[i].Number} stands behind {batch[i - 1].Number}");
                    }

                    foreach (var left in then.Except(batch.Select(c => c.Id)).Select(id => cases[id]).Where(c => batch.Count == 0 || PlaceOf(c).CompareTo(PlaceOf(batch[^1])) < 0))
                        passedOver.Add($"{e.Subject}: {left.Number} was left out");
                    break;
            }
        }
    }
}
