using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Schedules;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;

namespace BansosBot.Domain.Conversations;

/// <summary>What a step has to know before it can decide, named so that it is read in one go.</summary>
public sealed record Needs
{
    public static readonly Needs Nothing = new();

    /// <summary>Cases by id, such as those of this chat.</summary>
    public ImmutableArray<string> Cases { get; init; } = [];

    /// <summary>The other cases of the same filings, too: siblings share papers.</summary>
    public bool Siblings { get; init; }

    /// <summary>Cases of the filing with this receipt code, and the wrong proofs given for it.</summary>
    public ReceiptCode? Receipt { get; init; }

    /// <summary>What is told to who knows this of somebody.</summary>
    public LookUpProof? Proof { get; init; }

    /// <summary>Whether look-ups by NIK are paused, and whether there is any list to look into.</summary>
    public bool LookUps { get; init; }

    /// <summary>What a joining link with this code opens.</summary>
    public LinkCode? Joining { get; init; }

    /// <summary>Running applications for these children.</summary>
    public ImmutableArray<Nik> Children { get; init; } = [];

    /// <summary>Running applications for the children of <see cref="Cases"/>, too: of a case that is to run again.</summary>
    public bool Rivals { get; init; }

    /// <summary>How the homes of <see cref="Cases"/> are reached.</summary>
    public bool Homes { get; init; }

    /// <summary>Places in the queues of the cases that were found.</summary>
    public bool Places { get; init; }

    /// <summary>Messages that this chat left for the officers.</summary>
    public bool Tickets { get; init; }

    /// <summary>Id of a message for the officers, and who answers it.</summary>
    public string? Ticket { get; init; }

    /// <summary>Messages that wait for <see cref="Officer"/>.</summary>
    public TicketListOf? TicketList { get; init; }

    /// <summary>Hand-outs for somebody who lives there.</summary>
    public ScheduleQuery? Schedules { get; init; }

    /// <summary>Of which hand-outs this chat wishes to hear.</summary>
    public bool Wishes { get; init; }

    /// <summary>Id of a report of a child in danger that is being told; null: none.</summary>
    public string? Report { get; init; }

    /// <summary>Id of an officer; null: none.</summary>
    public string? Officer { get; init; }

    /// <summary>All who work here, and who did: a case may still name them.</summary>
    public bool Officers { get; init; }

    /// <summary>How many cases each officer has in hand now.</summary>
    public bool Loads { get; init; }

    /// <summary>What an invitation with this code lets somebody in as.</summary>
    public LinkCode? Invitation { get; init; }

    /// <summary>Cases that wait for <see cref="Officer"/>.</summary>
    public QueueOf? Queue { get; init; }

    /// <summary>What is late in the area of <see cref="Officer"/>.</summary>
    public bool Late { get; init; }

    /// <summary>What is open, late and done this month in the area of <see cref="Officer"/>.</summary>
    public bool Figures { get; init; }

    /// <summary>The audit's last entry.</summary>
    public bool AuditHead { get; init; }

    /// <summary>Which case <see cref="Officer"/> takes up before this one.</summary>
    public TurnQuery? BeforeIt { get; init; }

    /// <summary>A case by its number, for officers.</summary>
    public CaseNumber? Number { get; init; }

    /// <summary>Whose cases an officer looks for; null: nobody's.</summary>
    public Nik? OfChild { get; init; }

    /// <summary>A programme of which it is asked what could be proposed now; null: none.</summary>
    public string? Proposable { get; init; }

    /// <summary>A programme of which it is asked who could stand on a list of interests, in the area of <see cref="Officer"/>; null: none.</summary>
    public string? Interests { get; init; }

    /// <summary>Number of a batch, with the cases that it leads on next and who signed it; null: none.</summary>
    public string? Batch { get; init; }

    /// <summary>The next rows of a list of recipients; null: none.</summary>
    public RowsQuery? ListRows { get; init; }

    /// <summary>Random bytes, for ids and codes.</summary>
    public int RandomBytes { get; init; }

    public bool IsNothing => Cases.IsEmpty && Receipt is null && Proof is null && !LookUps && Joining is null && Children.IsEmpty && !Places && !Tickets && Ticket is null && TicketList is null && Schedules is null && !Wishes && Report is null && Officer is null && !Officers && !Loads && Invitation is null && Queue is null && !Late && !Figures && !AuditHead && BeforeIt is null && Number is null && OfChild is null && Proposable is null && Interests is null && Batch is null && ListRows is null && RandomBytes == 0;
}

/// <summary>What was looked up.</summary>
public sealed record Known
{
    public static readonly Known Nothing = new();

    /// <summary>Cases asked for by id, in that order; missing ones are left out.</summary>
    public ImmutableArray<Application> Cases { get; init; } = [];

    /// <summary>Cases that were filed together with one of those.</summary>
    public ImmutableArray<Application> Siblings { get; init; } = [];

    /// <summary>Homes of the cases asked for, each once; a chat that was erased or does not open is not reached. Empty where they were not asked for.</summary>
    public ImmutableArray<HomeReached> Homes { get; init; } = [];

    /// <summary>How many of the cases meant could not be opened: the person is told so, and nothing that they may name is deleted.</summary>
    public int NotOpened { get; init; }

    /// <summary>Cases of the receipt code; empty where there are none.</summary>
    public ImmutableArray<Application> ByReceipt { get; init; } = [];

    /// <summary>Wrong proofs given for that code in the last 24 hours, from any chat.</summary>
    public ImmutableArray<DateTimeOffset> WrongProofsForReceipt { get; init; } = [];

    /// <summary>What the proof opens; null: none was asked for.</summary>
    public LookUpFinding? LookUp { get; init; }

    /// <summary>Look-ups by NIK in this channel so far, of everybody.</summary>
    public LookUpCounts LookUpCounts { get; init; } = LookUpCounts.None;

    /// <summary>A list of recipients was taken in, of whatever programme. Anybody may know.</summary>
    public bool HasLists { get; init; }

    /// <summary>What the joining code opens; null: nothing, or no more.</summary>
    public JoiningOffer? Offer { get; init; }

    /// <summary>Running applications by child, for the children asked for.</summary>
    public ImmutableDictionary<string, ImmutableArray<ChildCase>> ByChild { get; init; } =
        ImmutableDictionary<string, ImmutableArray<ChildCase>>.Empty;

    /// <summary>Place in the checking queue by case id, counted from 1.</summary>
    public ImmutableDictionary<string, int> Places { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Where those cases stand that wait to be proposed, by case id.</summary>
    public ImmutableDictionary<string, Standing> Standings { get; init; } = ImmutableDictionary<string, Standing>.Empty;

    /// <summary>Cases that hold a place of this year's quota.</summary>
    public int QuotaUsed { get; init; }

    /// <summary>Messages left for the officers, oldest first; empty where they were not asked for.</summary>
    public ImmutableArray<Ticket> Tickets { get; init; } = [];

    /// <summary>The message for the officers that was asked for; null: none was, it is gone, or it does not open.</summary>
    public Ticket? Ticket { get; init; }

    /// <summary>Who answers it now and works here; null: nobody.</summary>
    public Officer? Holder { get; init; }

    public TicketPage TicketPage { get; init; } = TicketPage.Empty;

    /// <summary>Hand-outs that were asked for.</summary>
    public SchedulesFound Schedules { get; init; } = SchedulesFound.None;

    /// <summary>Wishes of this chat, oldest first; empty where they were not asked for.</summary>
    public ImmutableArray<Wish> Wishes { get; init; } = [];

    /// <summary>The report asked for; null: nothing of it was kept so far.</summary>
    public Protection.Report? Report { get; init; }

    /// <summary>Among <see cref="Officers"/>; null: none has this id.</summary>
    public Officer? OfficerOf(string? id) => Officers.FirstOrDefault(o => o.Id == id);

    /// <summary>As the office wants them called; one who is not known any more by their id.</summary>
    public string NameOf(string officer) => OfficerOf(officer)?.CalledAs ?? officer;

    /// <summary>The officer asked for, also one who left; null: there is none.</summary>
    public Officer? Officer { get; init; }

    /// <summary>Who works here or did, in the order in which they came.</summary>
    public ImmutableArray<Officer> Officers { get; init; } = [];

    /// <summary>By the id of the officer; who has none is not among them.</summary>
    public ImmutableDictionary<string, int> Loads { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>What the invitation lets somebody in as; null: it is used up, or there never was one.</summary>
    public Invitation? Invitation { get; init; }

    public QueuePage Queue { get; init; } = QueuePage.Empty;

    public LateCases Late { get; init; } = LateCases.None;

    /// <summary>For each kecamatan of the area and each stage that is counted; empty where they were not asked for.</summary>
    public ImmutableArray<Figures.Figure> Figures { get; init; } = [];

    public Audit.AuditHead AuditHead { get; init; } = Audit.AuditHead.Empty;

    /// <summary>Number of the case that is taken up first; null: it is the turn of the one asked about, or that one waits for nobody to take it up.</summary>
    public string? BeforeIt { get; init; }

    /// <summary>The case with that number; null: there is none, or it does not open.</summary>
    public Application? ByNumber { get; init; }

    /// <summary>Cases of the child asked for, in whatever stage, the latest first; one that does not open is left out.</summary>
    public ImmutableArray<Application> OfChild { get; init; } = [];

    public Proposals.Proposable Proposable { get; init; } = Proposals.Proposable.Nothing;

    public Proposals.Interested Interests { get; init; } = Proposals.Interested.Nobody;

    /// <summary>The batch asked for; null: there is none.</summary>
    public Proposals.Batch? Batch { get; init; }

    /// <summary>The rows asked for; null: none were, or there is no such list.</summary>
    public RowsOfList? ListRows { get; init; }

    /// <summary>What the disk still has room for.</summary>
    public Room Room { get; init; }

    /// <summary>As many as were asked for.</summary>
    public ImmutableArray<byte> Random { get; init; } = [];
}

/// <summary>A place in the line of those who wait to be proposed, as it is now: children in greater need go before it whenever they come.</summary>
/// <param name="Place">From 1.</param>
/// <param name="Of">How many wait.</param>
public sealed record Standing(int Place, int Of);

/// <summary>What may still be taken in before the disk is full.</summary>
public enum Room
{
    /// <summary>Everything.</summary>
    Plenty,

    /// <summary>Everything but files.</summary>
    NoFiles,

    /// <summary>Only what was begun before; no files.</summary>
    NothingNew,
}

/// <summary>A running application of a child: enough to know for what, and by its id whether it is one's own. It stands in the clear.</summary>
public sealed record ChildCase(string Programme, string CaseId);
