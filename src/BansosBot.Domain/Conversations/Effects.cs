using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Domain.Schedules;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;

namespace BansosBot.Domain.Conversations;

/// <summary>The whole effect of one message: the store applies all of it in one commit, or none.</summary>
/// <remarks>It rests on what was read: the conversation's revision, the revisions inside <see cref="Writes"/>, the unique claims.
/// Where one of them no longer holds, nothing is written and the decision is made anew with fresh look-ups.</remarks>
public sealed record Effects
{
    /// <summary>The conversation as it is to be; its revision is still the one that was read.</summary>
    public required Conversation After { get; init; }

    /// <summary>Other chats' conversations as they are to be, each with the revision that was read: what moves from chat to chat
    /// leaves the one and comes to the other in one commit. What a page showed of them goes too: see <see cref="ForgetsTranscriptSince"/>.</summary>
    public ImmutableArray<Conversation> Others { get; init; } = [];

    /// <summary>What is said, in order.</summary>
    public ImmutableArray<Outgoing> Says { get; init; } = [];

    /// <summary>What the office keeps.</summary>
    public ImmutableArray<Write> Writes { get; init; } = [];

    /// <summary>Instants asked for or taken back.</summary>
    public ImmutableArray<DueChange> Dues { get; init; } = [];

    /// <summary>Files to fetch or to draw.</summary>
    public ImmutableArray<WorkOrder> Orders { get; init; } = [];

    /// <summary>Work orders that came to their end.</summary>
    public ImmutableArray<string> OrdersDone { get; init; } = [];

    /// <summary>Kept files that nothing names any more; deleted after the commit, and by the sweep if that is missed.</summary>
    public ImmutableArray<string> FilesGone { get; init; } = [];

    /// <summary>Acts for the audit chain.</summary>
    public ImmutableArray<AuditAct> Audit { get; init; } = [];

    /// <summary>What the person's own message shows in a transcript that the channel pulls; null: as it came.</summary>
    public Say? Echo { get; init; }

    /// <summary>A channel that pulls shows nothing any more of what was said so far, from the first message of this instant on, this one with it; the
    /// earliest instant: nothing at all, for the answers are gone, and with them the birth date that would close the page. Null: it goes on showing it.</summary>
    public DateTimeOffset? ForgetsTranscriptSince { get; init; }

    /// <summary>Erases the chat: only the seen ids stay, for 48 hours, and its key is overwritten.</summary>
    public bool ErasesChat { get; init; }
}

/// <summary>One thing the office keeps, written whole.</summary>
public abstract record Write
{
    private Write() { }

    /// <summary>A case. Revision 0 in it: new, its number is given at the commit.</summary>
    public sealed record PutCase(Application Case) : Write;

    /// <summary>The case's personal data is gone; the act of it stays in the audit.</summary>
    public sealed record EraseCase(string CaseId) : Write;

    /// <summary>A message for the officers, with all its lines. Revision 0 in it: new, or left before they were counted.</summary>
    public sealed record PutTicket(Ticket Ticket) : Write;

    /// <summary>A report of a child in danger, with all its lines. Revision 0 in it: new.</summary>
    public sealed record PutReport(Protection.Report Report) : Write;

    /// <summary>One more of these.</summary>
    public sealed record CountRating(Surveys.Rating Rating) : Write;

    /// <summary>This must be the only one: the decision is made anew where somebody else holds it.</summary>
    public sealed record Take(Claim Claim, string Owner) : Write;

    /// <summary>The claim is free again, where this owner still holds it: a newer one may hold it meanwhile.</summary>
    public sealed record Free(Claim Claim, string Owner) : Write;

    /// <summary>A link of this chat with this code is good until then. An earlier one of the same chat is good no more.</summary>
    public sealed record OfferJoining(LinkCode Code, DateTimeOffset Until) : Write;

    /// <summary>The link is used up: the decision is made anew where it was already.</summary>
    public sealed record UseJoining(LinkCode Code) : Write;

    /// <summary>A wrong proof for this receipt code, counted over all chats.</summary>
    /// <param name="Before">How many were known: two guesses that rest on the same count are not both taken.</param>
    public sealed record WrongProof(Registry.ReceiptCode Code, DateTimeOffset At, int Before) : Write;

    /// <summary>A look-up by NIK was answered. It is counted over all chats of the channel, and a miss for the NIK and for the household over all chats;
    /// what fits is written alike, so that both are as much work for the disk.</summary>
    /// <param name="Before">How many wrong ones were known: as in <see cref="WrongProof"/>.</param>
    /// <param name="Alarm">What it sets off: the decision is made anew where another one did, or where it has come to do so.</param>
    public sealed record LookedUp(string Channel, Registry.LookUpProof Proof, DateTimeOffset At, bool Missed, WrongBefore Before, LookUpAlarm Alarm) : Write;

    /// <summary>Somebody who works here. Revision 0 in it: new.</summary>
    public sealed record PutOfficer(Officer Officer) : Write;

    /// <summary>Nothing is written: the decision rests on this officer, and is made anew where they were put out meanwhile.</summary>
    public sealed record RestOn(Officer Officer) : Write;

    /// <summary>A link with this code lets somebody in.</summary>
    public sealed record Invite(LinkCode Code, Invitation As) : Write;

    /// <summary>The invitation is used up: the decision is made anew where it was already.</summary>
    public sealed record UseInvitation(LinkCode Code) : Write;

    /// <summary>A batch of proposals. Revision 0 in it: new, and the only one with its number.</summary>
    public sealed record PutBatch(Proposals.Batch Batch) : Write;

    /// <summary>Something of the registry's lists.</summary>
    public abstract record OfLists : Write
    {
        /// <summary>At most so many rows in one commit: the writer is busy with them for some 50 ms, and whoever writes meanwhile waits so long.</summary>
        public const int RowsMax = 500;
    }

    /// <summary>A list is being taken in: nobody finds its rows yet, and they go if it never comes to be.</summary>
    public sealed record StageList(Registry.RecipientList List) : OfLists;

    /// <summary>Rows of a list. They are found by nobody before the list is there; the same row again takes the place of the first.</summary>
    /// <remarks>At most <see cref="OfLists.RowsMax"/>, in one commit.</remarks>
    public sealed record PutRecipients(ImmutableArray<Registry.Recipient> Rows) : OfLists
    {
        /// <summary>One for each row, by which the next list is compared with it; empty: with these rows none is.</summary>
        public ImmutableArray<RowKeys> Keys { get; init; } = [];
    }

    /// <summary>A page of the difference between a list and the one before it: it counts once the list is there.</summary>
    /// <param name="Page">From 1.</param>
    /// <param name="Changes">At most <see cref="OfLists.RowsMax"/>.</param>
    public sealed record PutRowChanges(string List, int Page, ImmutableArray<RowChange> Changes) : OfLists;

    /// <summary>Decisions that wait for a person, once their list is there. At most <see cref="OfLists.RowsMax"/>.</summary>
    public sealed record PutDecisions(ImmutableArray<ListDecision> Decisions) : OfLists;

    /// <summary>The list is there, with the rows that were written before: from now on people find themselves on it, and no more on the one whose place it takes.</summary>
    /// <remarks>The decision is made anew where another list of the programme holds than the one it takes the place of.</remarks>
    public sealed record PutList(Registry.RecipientList List) : OfLists;

    /// <summary>The next <see cref="OfLists.RowsMax"/> rows of a list that never came to be go, and with the last of them the list.</summary>
    public sealed record DropStaged(string List) : OfLists;

    /// <summary>What columns hold, as a person has confirmed it, by <see cref="ColumnMeanings.KeyOf"/>.</summary>
    public sealed record RememberColumns(ImmutableDictionary<string, Holds> Columns) : OfLists;

    /// <summary>A hand-out, whole. Revision 0 in it: new.</summary>
    public sealed record PutSchedule(Schedule Schedule) : Write;

    /// <summary>This chat wishes to hear of hand-outs. The same once more: as if it was wished now.</summary>
    public sealed record PutWish(Wish Wish) : Write;

    /// <summary>It wishes so no more.</summary>
    /// <param name="Of">Another chat, from which the wish moved here; null: this one.</param>
    public sealed record DropWish(string? Programme, Area Area, ChatKey? Of = null) : Write;
}

/// <summary>An instant asked for, or taken back (<paramref name="At"/> null).</summary>
/// <param name="About">What it is about, within the chat and kind: a draft, a case.</param>
/// <param name="OfOffice">It comes to <see cref="ChatKey.Office"/> and stays when the chat that asked for it is erased.</param>
/// <param name="For">It comes to this other chat; null: to the one whose turn it is.</param>
public sealed record DueChange(DueKind Kind, string About, DateTimeOffset? At, bool OfOffice = false, ChatKey? For = null);

/// <summary>Work for a worker: a file to fetch, check, re-encode and keep, which comes back as <see cref="Incoming.FileKept"/> or <see cref="Incoming.FileRefused"/>;
/// or one to draw, or a list.</summary>
/// <param name="File">What is to be fetched; null: nothing, it is to be drawn or is kept already.</param>
public sealed record WorkOrder(string Id, ChatKey Chat, FileRef? File)
{
    /// <summary>Number of the batch whose file is to be drawn; it comes back as <see cref="Incoming.ProposalsDrawn"/> or <see cref="Incoming.NotDrawn"/>. Null: none.</summary>
    public string? Batch { get; init; }

    /// <summary>The figures that are to be drawn; it comes back as <see cref="Incoming.RecapDrawn"/>. Null: none.</summary>
    public Figures.Recap? Recap { get; init; }

    /// <summary>A list that an officer sent: where <see cref="File"/> stands it is to be fetched, else read, or taken in. It comes back as
    /// <see cref="Incoming.ListKept"/> or <see cref="Incoming.ListTold"/>. Null: none.</summary>
    public BroughtList? List { get; init; }
}

/// <summary>What can be held by one only.</summary>
public abstract record Claim
{
    private Claim() { }

    /// <summary>This child is under way in this programme from this chat: one application per child.</summary>
    public sealed record ChildFromChat(string Programme, Registry.Nik Nik, ChatKey Chat) : Claim;

    /// <summary>The first running application for this child in this programme from any chat; a second one is taken too, and marked.</summary>
    public sealed record AnyChild(string Programme, Registry.Nik Nik) : Claim;

    /// <summary>This receipt code is given out.</summary>
    public sealed record Receipt(Registry.ReceiptCode Code) : Claim;
}
