using System.Collections.Immutable;
using System.Text.Json;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Figures;
using BansosBot.Domain.Proposals;
using BansosBot.Domain.Protection;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Schedules;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;
using BansosBot.Storage;

namespace BansosBot.Tests.Walk;

/// <summary>One chat and what the office keeps, as values: effects are folded into it as a store would.</summary>
/// <param name="Turns">Messages taken so far; ids and "random" bytes are made of it.</param>
internal sealed record World(Conversation Chat, DateTimeOffset Now, int Turns = 0)
{
    /// <summary>Tuesday, 23 September 2025, 09.00 WIB.</summary>
    public static readonly DateTimeOffset Start = new(2025, 9, 23, 2, 0, 0, TimeSpan.Zero);

    public static readonly World Empty = new(new Conversation { Chat = new("walk", "1") }, Start);

    public ImmutableDictionary<string, Application> Cases { get; init; } = ImmutableDictionary<string, Application>.Empty;

    /// <summary>Wrong proofs for each receipt code.</summary>
    public ImmutableDictionary<ReceiptCode, ImmutableArray<DateTimeOffset>> WrongProofs { get; init; } = ImmutableDictionary<ReceiptCode, ImmutableArray<DateTimeOffset>>.Empty;

    /// <summary>Wrong look-ups for each NIK, and of everybody.</summary>
    public ImmutableDictionary<LookUpProof, int> WrongLookUps { get; init; } = ImmutableDictionary<LookUpProof, int>.Empty;

    public LookUpCounts LookUpCounts { get; init; } = LookUpCounts.None;

    /// <summary>Lists of recipients, and who is on each.</summary>
    public ImmutableDictionary<RecipientList, ImmutableArray<LookUpProof>> Lists { get; init; } = ImmutableDictionary<RecipientList, ImmutableArray<LookUpProof>>.Empty;

    /// <summary>What the link of <see cref="Inputs.Joining"/> opens; null: it is gone.</summary>
    public JoiningOffer? Offer { get; init; }

    /// <summary>Hand-outs that the office has written.</summary>
    public ImmutableArray<Schedule> Schedules { get; init; } = [];

    public ImmutableArray<Wish> Wishes { get; init; } = [];

    public int Tickets { get; init; }

    /// <summary>Messages for the officers, by id.</summary>
    public ImmutableDictionary<string, Ticket> Kept { get; init; } = ImmutableDictionary<string, Ticket>.Empty;

    /// <summary>Who works at the office, by id.</summary>
    public ImmutableDictionary<string, Officer> Officers { get; init; } = ImmutableDictionary<string, Officer>.Empty;

    /// <summary>What <see cref="Inputs.Joining"/> lets somebody in as; null: it is used up.</summary>
    public Invitation? Invitation { get; init; }

    /// <summary>What could be proposed, and a batch that was signed.</summary>
    public Proposable Proposable { get; init; } = Proposable.Nothing;

    public Batch? Batch { get; init; }

    /// <summary>What is late, and where the audit has come to.</summary>
    public LateCases Late { get; init; } = LateCases.None;

    public AuditHead AuditHead { get; init; } = AuditHead.Empty;

    /// <summary>The next rows of a list that became valid.</summary>
    public RowsOfList? ListRows { get; init; }

    /// <summary>Reports of children in danger, by id.</summary>
    public ImmutableDictionary<string, Report> Reports { get; init; } = ImmutableDictionary<string, Report>.Empty;

    /// <summary>The id of the message that comes next.</summary>
    public string NextId => $"m{Turns}";

    /// <summary>The draft of the flow one is in; null where there is none.</summary>
    public Draft? Draft => StepMap.FlowOf(Chat.Place) is { } flow ? Chat.Drafts.GetValueOrDefault(flow) : null;

    /// <summary>Photos that a worker still has.</summary>
    public IEnumerable<string> Orders =>
        Chat.Drafts.Values.SelectMany(d => d.Answers.Values).OfType<Answer.Papers>().SelectMany(p => p.Pages).Where(p => p.Document is null).Select(p => p.Work);

    /// <summary>Answers a step's question about the world.</summary>
    public Known LookUp(Needs needs) => new()
    {
        Batch = needs.Batch is null ? null : Batch,
        OfChild = needs.OfChild is { } child ? [.. Cases.Values.Where(c => c.ChildNik == child).OrderBy(c => c.Id, StringComparer.Ordinal)] : [],
        ListRows = needs.ListRows is null ? null : ListRows,
        Late = needs.Late ? Late : LateCases.None,
        AuditHead = needs.AuditHead ? AuditHead : AuditHead.Empty,
        Proposable = needs.Proposable is null ? Proposable.Nothing : Proposable,
        Cases = [.. needs.Cases.Concat(needs.Batch is null ? [] : Batch?.Next() ?? []).Where(Cases.ContainsKey).Select(id => Cases[id])],
        ByReceipt = needs.Receipt is { } code ? [.. Cases.Values.Where(c => c.Receipt == code || c.Handed?.Code == code).OrderBy(c => c.Id, StringComparer.Ordinal)] : [],
        WrongProofsForReceipt = needs.Receipt is { } tried ? WrongProofs.GetValueOrDefault(tried, []) : [],
        LookUpCounts = LookUpCounts,
        HasLists = !Lists.IsEmpty,
        LookUp = needs.Proof is { } proof ? LookUp(proof) : null,
        Report = needs.Report is { } told ? Reports.GetValueOrDefault(told) : null,
        Tickets = needs.Tickets ? [.. Kept.Values.Where(t => t.Chat == Chat.Chat).OrderBy(t => t.LeftAt)] : [],
        Ticket = needs.Ticket is { } left ? Kept.GetValueOrDefault(left) : null,
        Holder = needs.Ticket is { } held && Kept.GetValueOrDefault(held)?.HeldBy(Now) is { } holder && Officers.GetValueOrDefault(holder) is { WorksHere: true } answers ? answers : null,
        TicketPage = needs.TicketList is { } list && needs.Officer is { } reader && Officers.GetValueOrDefault(reader) is { } by && TicketPermissions.Lists(by.Role).Contains(list) ? Messages(new(list, by)) : TicketPage.Empty,
        Offer = needs.Joining == Inputs.Joining ? Offer : null,
        ByChild = (needs.Rivals ? needs.Children.AddRange(needs.Cases.Where(Cases.ContainsKey).Select(id => Cases[id].ChildNik).OfType<Nik>()) : needs.Children).Distinct().ToImmutableDictionary(
            n => n.Reveal(),
            n => Cases.Values.Where(c => c.ChildNik == n && ApplicationLife.IsRunning(c.Stage))
                .Select(c => new ChildCase(c.Programme, c.Id)).ToImmutableArray()),
        Places = needs.Places ? Cases.Keys.Order(StringComparer.Ordinal).Select((id, i) => (id, i)).ToImmutableDictionary(p => p.id, p => p.i + 1) : ImmutableDictionary<string, int>.Empty,
        Schedules = needs.Schedules is { } query ? Find(query) : SchedulesFound.None,
        Wishes = needs.Wishes ? Wishes : [],
        Officer = (needs.Officer ?? (needs.Batch is null ? null : Batch?.By)) is { } officer ? Officers.GetValueOrDefault(officer) : null,
        Loads = needs.Loads ? Cases.Values.Select(c => c.HeldBy(Now)).OfType<string>().GroupBy(id => id).ToImmutableDictionary(g => g.Key, g => g.Count()) : ImmutableDictionary<string, int>.Empty,
        Officers = needs.Officers ? [.. Officers.Values.OrderBy(o => o.Id, StringComparer.Ordinal)] : [],
        Invitation = needs.Invitation == Inputs.Joining ? Invitation : null,
        Queue = needs.Queue is { } of && needs.Officer is { } who && Officers.GetValueOrDefault(who) is { WorksHere: true } worker ? Queue(QueueQuery.By(worker, of, new(2025, 9, 23))) : QueuePage.Empty,
        Homes = needs.Homes ? [.. needs.Cases.Where(Cases.ContainsKey).SelectMany(id => Cases[id].Homes).Select(h => new HomeReached(h.Chat, h.Chat == Chat.Chat && Chat.IsReachable, h.Chat == Chat.Chat ? Chat.TouchedAt : default))] : [],
        Interests = needs.Interests is { } wanted ? new([.. Cases.Values.Where(c => c is { Interest: not null, Stage: Stage.InVerification } && c.Programme == wanted).Select(c => c.Id)], Batch is { Of: BatchOf.Interests } frozen && frozen.Programme == wanted ? [frozen] : []) : Interested.Nobody,
        Figures = needs.Figures && needs.Officer is { } counting && Officers.GetValueOrDefault(counting) is { WorksHere: true } counts
            ? [.. from k in counts.Kecamatan() from s in OpenWork.Counted let there = Cases.Values.Count(c => c.Stage == s && c.Kelurahan.Kecamatan == k) select new Figure(k, s, there, there, there)] : [],
        BeforeIt = needs.BeforeIt is { } turn && Cases.GetValueOrDefault(turn.Case) is { Stage: Stage.Submitted } asked
            ? Cases.Values.Where(c => c.Stage == Stage.Submitted && c.Programme == asked.Programme && c.HeldBy(Now) is null && string.CompareOrdinal(c.Id, asked.Id) < 0).MinBy(c => c.Id, StringComparer.Ordinal)?.Number!.ToString() : null,
        ByNumber = needs.Number is { } number ? Cases.Values.FirstOrDefault(c => c.Number == number) : null,
        Random = [.. Enumerable.Range(0, needs.RandomBytes).Select(i => (byte)(((Turns * 31) + (i * 7)) % 256))],
    };

    private QueuePage Queue(QueueQuery query)
    {
        var waiting = Cases.Values.Where(c => query.Area.Contains(c.Kelurahan.Kecamatan) && (query.Of == QueueOf.ToCall || query.Stages.Contains(c.Stage))).OrderBy(c => c.Id, StringComparer.Ordinal);
        var lines = waiting.Where(c => query.Of switch
        {
            QueueOf.Theirs => c.HeldBy(Now) == query.Officer,
            QueueOf.Nobodys => c.HeldBy(Now) is null,
            QueueOf.ToCall => c.ToCall is not null,
            _ => (c.LateSince ?? c.PromisedBy) < query.Today,
        }).Select(c => new QueueLine(c.Id, c.Number!.ToString(), c.Programme, c.Stage, c.Kelurahan, query.Of == QueueOf.Late ? c.LateSince ?? c.PromisedBy : c.PromisedBy, c.HeldBy(Now))).ToList();
        return new([.. lines.Take(QueueQuery.LinesMax)], lines.Count > QueueQuery.LinesMax);
    }

    private TicketPage Messages(TicketQuery query)
    {
        var lines = Kept.Values.Where(t => (t.Closed is null || query.Of == TicketListOf.Pledges) && (query.Of switch
        {
            TicketListOf.Theirs => t.HeldBy(Now) == query.By.Id,
            TicketListOf.ToCall => t is { Sealed: false, ToCall: true },
            TicketListOf.Pledges => t.Pledge is { IsOpen: true },
            TicketListOf.Sealed => t.Sealed && TicketPermissions.MaySee(query.By, t, Now),
            _ => t is { Sealed: false, ToCall: false } && t.HeldBy(Now) is null,
        })).OrderBy(t => t.Id, StringComparer.Ordinal).Select(t => new ListedTicket(t.Id, t.LeftAt, ListedTicket.StateOf(t), t.HeldBy(Now))).ToList();
        return new([.. lines.Take(TicketQuery.LinesMax)], lines.Count > TicketQuery.LinesMax);
    }

    private LookUpFinding LookUp(LookUpProof proof)
    {
        var wrong = new WrongBefore(
            WrongLookUps.Where(w => w.Key.Nik == proof.Nik).Sum(w => w.Value), WrongLookUps.Where(w => (w.Key.Kk, w.Key.Kelurahan) == (proof.Kk, proof.Kelurahan)).Sum(w => w.Value));
        return new(proof, wrong, LookUpFinding.IsLookedUp(wrong, LookUpCounts, Now)
            ? [.. Cases.Values.Where(c => c.Proof == proof).Select(c => new Found.OfCase(c.Id, c.Programme, c.Stage)), .. Lists.Where(l => l.Value.Contains(proof)).Select(l => new Found.OnList(l.Key))]
            : []);
    }

    private SchedulesFound Find(ScheduleQuery query)
    {
        var today = new DateOnly(2025, 9, 23);
        var fitting = Schedules.Where(s => s.For.Reaches(query.Area) && (query.Programme ?? s.Programme) == s.Programme).OrderBy(s => s.On).ToList();
        return new(
            [.. fitting.Where(s => s.IsShown && s.On >= today).GroupBy(s => s.Programme).SelectMany(g => g.Take(SchedulesFound.ComingMax)).OrderBy(s => s.On)],
            fitting.LastOrDefault(s => s.On < today && !s.IsCancelled));
    }

    public World After(Effects effects)
    {
        var (cases, proofs, offer, lookUps, counts, reports) = (Cases, WrongProofs, Offer, WrongLookUps, LookUpCounts, Reports);
        var (officers, invitation, batch) = (Officers, Invitation, Batch);
        var wishes = effects.ErasesChat ? [] : Wishes;
        var kept = effects.ErasesChat ? Kept.RemoveRange(Kept.Values.Where(t => t.Chat == Chat.Chat).Select(t => t.Id)) : Kept;
        foreach (var write in effects.Writes)
        {
            switch (write)
            {
                case Write.PutCase(var put):
                    var number = put.Number ?? CaseNumber.Of(put.NumberPrefix, 2025, cases.Count + 1);
                    cases = cases.SetItem(put.Id, put with { Revision = put.Revision + 1, Number = number });
                    break;
                case Write.EraseCase(var id):
                    cases = cases.Remove(id);
                    break;
                case Write.PutWish(var wish):
                    wishes = wishes.RemoveAll(w => w.IsFor(wish.Programme, wish.Area)).Add(wish);
                    break;
                case Write.DropWish(var programme, var area, null):
                    wishes = wishes.RemoveAll(w => w.IsFor(programme, area));
                    break;
                case Write.PutReport(var report):
                    reports = reports.SetItem(report.Id, report with { Revision = report.Revision + 1 });
                    break;
                case Write.PutTicket(var ticket):
                    kept = kept.SetItem(ticket.Id, ticket with { Revision = ticket.Revision + 1 });
                    break;
                case Write.PutOfficer(var officer):
                    officers = officers.SetItem(officer.Id, officer with { Revision = officer.Revision + 1 });
                    break;
                case Write.PutBatch(var signed):
                    batch = signed with { Revision = signed.Revision + 1 };
                    break;
                case Write.UseInvitation:
                    invitation = null;
                    break;
                case Write.UseJoining:
                    offer = null;
                    break;
                case Write.LookedUp l:
                    if (l.Missed) lookUps = lookUps.SetItem(l.Proof, lookUps.GetValueOrDefault(l.Proof) + 1);
                    counts = counts.WithOneMore(l.At, l.Missed);
                    break;
                case Write.WrongProof(var code, var at, _):
                    proofs = proofs.SetItem(code, proofs.GetValueOrDefault(code, []).Add(at));
                    break;
            }
        }

        return this with
        {
            Chat = effects.After with { Revision = Chat.Revision + 1 },
            Turns = Turns + 1,
            Cases = cases,
            WrongProofs = proofs,
            WrongLookUps = lookUps,
            LookUpCounts = counts,
            Offer = offer,
            Officers = officers,
            Invitation = invitation,
            Batch = batch,
            Wishes = wishes,
            Reports = reports,
            Kept = kept,
            Tickets = Tickets + effects.Writes.OfType<Write.PutTicket>().Count(),
        };
    }

    /// <summary>The same, written and read again as it is between every two messages.</summary>
    public World StoredAndLoaded() => this with
    {
        Chat = Again(Chat, StoredJson.Conversation),
        Cases = Cases.ToImmutableDictionary(c => c.Key, c => Again(c.Value, StoredJson.Application)),
        Kept = Kept.ToImmutableDictionary(t => t.Key, t => Again(t.Value, StoredJson.Ticket)),
        Reports = Reports.ToImmutableDictionary(r => r.Key, r => Again(r.Value, StoredJson.Report)),
    };

    private static T Again<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(value, type), type)!;
}
