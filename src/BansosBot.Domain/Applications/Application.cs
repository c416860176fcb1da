using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Applications;

/// <summary>One child's application, from submission to its end. Kept apart from the chat that filed it.</summary>
public sealed record Application
{
    /// <summary>Random id; the audit's name for it.</summary>
    public required string Id { get; init; }

    /// <summary>Counts its commits; 0: new.</summary>
    public long Revision { get; init; }

    /// <summary>Given by the store: the key it is encrypted with; 0: none yet.</summary>
    public int KeySlot { get; init; }

    /// <summary>Letters before its number: <c>YAPI</c>.</summary>
    public required string NumberPrefix { get; init; }

    /// <summary>Given by the store at the first commit; null before.</summary>
    public CaseNumber? Number { get; init; }

    /// <summary>Place in the checking queue, given by the store: first come, first served.</summary>
    public long QueueNumber { get; init; }

    public required string Programme { get; init; }

    public required int ProgrammeVersion { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>Since when it is at this stage.</summary>
    public required DateTimeOffset StageSince { get; init; }

    /// <summary>Which part of the office acts on it, by the key that its programme names: <see cref="Programmes.Programme.Owner"/>.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The day promised for the next step; null where none can be promised.</summary>
    public DateOnly? PromisedBy { get; init; }

    /// <summary>The day that was promised first at this stage, once it is over and the family has heard so; null: it is not late.</summary>
    public DateOnly? LateSince { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>One code for the sitting: siblings share it.</summary>
    public required ReceiptCode Receipt { get; init; }

    /// <summary>Nobody gets in by <see cref="Receipt"/>: it was given to nobody, since the case comes from a list, or to the guardian before.</summary>
    public bool ReceiptIsVoid { get; init; }

    /// <summary>What an officer gave to the guardian last, and they have not used; null: nothing.</summary>
    public HandedCode? Handed { get; init; }

    /// <summary>Answers of this child and of the family, by step name.</summary>
    public required ImmutableDictionary<string, Answer> Answers { get; init; }

    /// <summary>Of the child, or whoever else the aid is for. Null: the family does not know it yet, and an officer finds it with them.</summary>
    public Nik? ChildNik { get; init; }

    public required PersonName ChildName { get; init; }

    public required DateOnly ChildBorn { get; init; }

    public required Kelurahan Kelurahan { get; init; }

    /// <summary>Chats that filed or joined it.</summary>
    public required ImmutableArray<Home> Homes { get; init; }

    /// <summary>Filed by somebody who helps others (kader, TKSK, RT): their chat is shown the stage only.</summary>
    public required bool FiledForOthers { get; init; }

    /// <summary>Another running application exists for the same child: an officer looks.</summary>
    public bool MayBeDouble { get; init; }

    /// <summary>What an officer is to look at: rules of the pre-check that say so, and steps answered by "tidak tahu".</summary>
    public ImmutableArray<string> ForReview { get; init; } = [];

    /// <summary>Null: nobody applied here, it was taken over from a list (<see cref="FromList"/>), which the office keeps by its public task.</summary>
    public Consent? Consent { get; init; }

    /// <summary>The row of a list of recipients that it was taken over from: the aid ran already. Null: somebody applied here.</summary>
    public ListedRow? FromList { get; init; }

    /// <summary>Who works on it; null: nobody. Of half an hour ago it is nobody's, too: <see cref="HeldBy"/>.</summary>
    public Holding? Held { get; init; }

    /// <summary>What the family is to mend now.</summary>
    public ImmutableArray<CorrectionItem> ToCorrect { get; init; } = [];

    /// <summary>What the family mended so far, oldest first.</summary>
    public ImmutableArray<Mended> Mended { get; init; } = [];

    /// <summary>Visits to the home, oldest first.</summary>
    public ImmutableArray<Visit> Visits { get; init; } = [];

    /// <summary>What officers wrote down, oldest first. The family reads it when it asks for what is kept on it.</summary>
    public ImmutableArray<CaseNote> Notes { get; init; } = [];

    /// <summary>Changes of guardian, oldest first.</summary>
    public ImmutableArray<GuardianChange> GuardianChanges { get; init; } = [];

    /// <summary>It goes before others; null: as the rule of its queue says.</summary>
    public Precedence? GoesFirst { get; init; }

    /// <summary>Why the office refused it; kept while the family's objection is looked at. Null: it did not.</summary>
    public RefusalReason? RefusedFor { get; init; }

    /// <summary>Why the ministry refused it the last time, in its words; null: it did not, or gave no reason.</summary>
    public string? MinistryWhy { get; init; }

    /// <summary>What was paid and what failed, one for each tahap, the latest last.</summary>
    public ImmutableArray<CasePayment> Payments { get; init; } = [];

    /// <summary>The latest; null: none was told yet.</summary>
    public CasePayment? LastPayment => Payments is [.., var last] ? last : null;
    /// <summary>Why the aid ended; null: it runs, or never did.</summary>
    public EndReason? EndedFor { get; init; }

    /// <summary>How an interest was followed up; null: nobody has spoken with the family so far, or it is no mere interest.</summary>
    public Interest? Interest { get; init; }

    /// <summary>What the family objects to the refusal; null: nothing so far.</summary>
    public string? Objection { get; init; }

    /// <summary>What happened, oldest first.</summary>
    public ImmutableArray<StageReached> History { get; init; } = [];

    /// <summary>What the clock has told its family, oldest first.</summary>
    public ImmutableArray<Noticed> Notices { get; init; } = [];

    /// <summary>When its homes were last told something; null: not since that is kept.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Its family is called, for no home of it is reached; null: it need not be.</summary>
    public ToCall? ToCall { get; init; }

    /// <summary>Whether the clock has said so since it came to its stage.</summary>
    public bool WasTold(Notice notice) => Notices.Any(n => n.What == notice && n.Step == History.Length);

    /// <summary>The clock says so now.</summary>
    public Application Telling(Notice notice, DateTimeOffset at) => this with { Notices = Notices.Add(new(notice, History.Length, at)) };

    /// <summary>Id of the officer who works on it now; null: nobody.</summary>
    public string? HeldBy(DateTimeOffset now) => Held is { } held && held.Holds(now) ? held.Officer : null;

    /// <summary>Reasons of refusals that the family objected to.</summary>
    public ImmutableArray<RefusalReason> AppealedFor { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The family has objected to this refusal: they do so once for each reason. Before the reasons were kept: once.</summary>
    public bool WasAppealed => AppealedFor.IsEmpty ? History.Any(h => h.Stage == Stage.Appealed) : RefusedFor is { } why && AppealedFor.Contains(why);

    /// <summary>Names of the kept files among its answers.</summary>
    public IEnumerable<string> Documents() => Answers.Values.OfType<Answer.Papers>().SelectMany(p => p.Pages).Select(p => p.Document).OfType<string>();

    /// <summary>Whether who has this code and the child's birth date sees it.</summary>
    public bool OpensBy(ReceiptCode code, DateTimeOffset now) => (!ReceiptIsVoid && Receipt == code) || IsHanded(code, now);

    /// <summary>Whether an officer gave this code to the guardian, and nobody has used it yet.</summary>
    public bool IsHanded(ReceiptCode code, DateTimeOffset now) => Handed is { } handed && handed.Code == code && now < handed.Until;

    /// <summary>Whether this chat only filed it for others: it sees the stage, and the family acts on it.</summary>
    public bool IsFiledForOthersBy(ChatKey chat) => FiledForOthers && Homes.Any(h => h.Chat == chat && h.IsFiler);

    /// <summary>Whether the case is this chat's own to take back or to erase: it filed it for itself, or joined what a helper filed.</summary>
    /// <remarks>
    /// A receipt code and a birth date can be overheard: they show a case, and must not end one that a family filed by itself. What a
    /// helper filed has no better proof of who the guardian is than the code that the helper was told to give to nobody else.
    /// Where the chat that could is gone, an officer helps.
    /// </remarks>
    public bool IsOwnOf(ChatKey chat) => Homes.Any(h => h.Chat == chat && h.IsFiler != FiledForOthers);

    /// <summary>The child's name whole where the case was filed, its first letter where somebody joined by code and birth date: both can be overheard.</summary>
    public string NameFor(ChatKey chat) => Homes.Any(h => h.IsFiler && h.Chat == chat) ? ChildName.Reveal() : ChildName.ToString();

    /// <summary>By what its stage is found by who has no receipt code; null where the programme asks for no KK, or nobody knows the NIK yet.</summary>
    public LookUpProof? Proof => ChildNik is { } nik && Answers.Values.OfType<Answer.OwnKk>().FirstOrDefault() is { Kk: var kk } ? new(nik, KkLastSix.Of(kk), Kelurahan) : null;

    /// <summary>What it holds while it runs, and frees when it does not: its child, from the chats that filed it and altogether.</summary>
    public ImmutableArray<Claim> HeldClaims() =>
        ChildNik is not { } nik ? []
        : [.. Homes.Where(h => h.IsFiler).Select(h => new Claim.ChildFromChat(Programme, nik, h.Chat)), .. MayBeDouble ? [] : (ImmutableArray<Claim>)[new Claim.AnyChild(Programme, nik)]];

    public override string ToString() => $"Application {Number?.ToString() ?? "(new)"} at {Stage}";
}

/// <summary>A row of a list.</summary>
/// <param name="List">Id of the list.</param>
/// <param name="Row">From 1.</param>
public sealed record ListedRow(string List, int Row);

/// <summary>A chat that sees a case.</summary>
/// <param name="IsFiler">It filed the case, or its guardian joined it by a code that the office gave them (<see cref="HandedCode"/>).</param>
public sealed record Home(ChatKey Chat, DateTimeOffset Since, bool IsFiler);

/// <summary>A stage and when it was reached.</summary>
/// <param name="By">Id of the officer who led it there; null: the family, the clock or a list.</param>
public sealed record StageReached(Stage Stage, DateTimeOffset At, string? By = null);

/// <summary>Where an application stands. <c>design.md</c>, "An application's life".</summary>
public enum Stage
{
    Submitted,
    InVerification,
    NeedsCorrection,
    Lapsed,
    Verified,
    Endorsed,
    Proposed,
    ApprovedByMinistry,
    Active,
    Ended,
    RefusedByOffice,
    Appealed,
    RefusedByMinistry,
    Withdrawn,
}
