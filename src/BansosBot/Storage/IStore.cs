using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;

namespace BansosBot.Storage;

/// <summary>Takes finished sets of effects and named look-ups. One contract suite, <c>StoreContract</c>, holds for every store.</summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>The conversation of a chat; a new one, revision 0, where there is none.</summary>
    ValueTask<Conversation> ConversationAsync(ChatKey chat, CancellationToken stop);

    /// <summary>Reads what a step needs to know, in one go.</summary>
    ValueTask<Known> LookUpAsync(ChatKey chat, Needs needs, CancellationToken stop);

    /// <summary>Applies the whole effect of a message, or none of it; returns when it is on the disk.</summary>
    /// <remarks>Checked as it is applied, against what is committed and what the same group already applied: the conversation's
    /// revision, the cases' revisions, the claims, and that the message's source (a due row, a work order) still stands.</remarks>
    /// <exception cref="StoreBrokenException">It may or may not be kept; nothing may be acknowledged and the process must stop.</exception>
    Task<Applied> ApplyAsync(Incoming message, Effects effects, DateTimeOffset at);

    /// <summary>Looks up, decides and applies with nobody in between: for the message that met a stale read twice.</summary>
    Task<Applied> ApplyAloneAsync(Incoming message, Func<Conversation, Func<Needs, Known>, Effects?> decide, DateTimeOffset at);

    /// <summary>Puts a message aside that could not be taken, tells the person, and counts it as taken.</summary>
    Task ParkAsync(Parked parked);

    /// <summary>The message has reached its channel, or never will: it rides with the next group.</summary>
    void Ended(long messageId);

    /// <summary>Counts a try before it is made, so that a file that kills the process is not tried for ever.</summary>
    /// <returns>Which try this is, from 1; 0 where the order no longer stands.</returns>
    Task<int> TryOrderAsync(ChatKey chat, string work);

    /// <summary>Dues up to an instant, oldest first.</summary>
    ValueTask<IReadOnlyList<Incoming.Due>> DuesAsync(DateTimeOffset until, int most, CancellationToken stop);

    /// <summary>When the next due comes; null where there is none.</summary>
    ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken stop);

    /// <summary>What a former process left unfinished: messages not sent, files not fetched.</summary>
    ValueTask<Unfinished> UnfinishedAsync(CancellationToken stop);

    /// <summary>Names of all kept documents that a conversation or a case bears; a long read, in portions.</summary>
    /// <returns>Null where a row does not open: which documents it names is not known.</returns>
    ValueTask<IReadOnlySet<string>?> DocumentsAsync(CancellationToken stop);

    /// <summary>Sealed reports of children in danger, in the order in which they began: for the head of division, the head of the office and the
    /// auditor alone; whoever asks for them has proved to be one of these.</summary>
    /// <param name="after">Those that began after this instant.</param>
    /// <param name="most">At most so many.</param>
    /// <returns>One that does not open is left out.</returns>
    ValueTask<IReadOnlyList<Domain.Protection.Report>> ReportsAsync(DateTimeOffset after, int most, CancellationToken stop);

    /// <summary>How often each rating was given in a month, for the recap; the first tap and the second are counted each for itself.</summary>
    ValueTask<IReadOnlyList<Domain.Surveys.RatingCount>> RatingsAsync(int year, int month, CancellationToken stop);

    /// <summary>The latest messages of a chat whose channel pulls, oldest first.</summary>
    ValueTask<IReadOnlyList<Bubble>> TranscriptAsync(ChatKey chat, CancellationToken stop);

    /// <summary>Chats that wish to hear of hand-outs of this programme in this kelurahan: of it or of any aid, there or in all of the kecamatan
    /// or the city. Each once, also over all pages; who blocked the bot is left out.</summary>
    /// <param name="after"><see cref="WishersPage.Next"/> of the page before; null: the first page.</param>
    /// <param name="most">1 to 500. A page may hold fewer and yet not be the last.</param>
    ValueTask<WishersPage> WishersAsync(string programme, Kelurahan kelurahan, string? after, int most, CancellationToken stop);

    /// <summary>Reading of lists of recipients, beside the turns.</summary>
    IRegistryReads Registry { get; }

    /// <summary>Everything committed, group by group, in the order of the commits, before those who wait hear of it. Must return soon: the writer waits.</summary>
    Action<CommittedGroup>? Committed { get; set; }
}

/// <summary>What became of a set of effects.</summary>
public enum Applied
{
    /// <summary>On the disk.</summary>
    Done,

    /// <summary>What it rested on has changed: decide anew.</summary>
    Stale,

    /// <summary>The message had taken effect before, or its source is gone: nothing is to be done.</summary>
    Before,
}

/// <summary>A message that waits to be sent.</summary>
/// <param name="Id">Given by the store, growing with the order of the commits.</param>
public sealed record Waiting(long Id, Outgoing Message);

/// <summary>Some of those who wish to hear of a hand-out.</summary>
/// <param name="Next">Where the next page begins; null: this is the last one.</param>
public sealed record WishersPage(IReadOnlyList<Wisher> Wishers, string? Next);

/// <summary>Somebody who wishes to hear, and in which language.</summary>
public sealed record Wisher(ChatKey Chat, Language Language);

/// <summary>What one commit brought, for those who act on it.</summary>
public sealed record CommittedGroup
{
    public required IReadOnlyList<Waiting> Messages { get; init; }

    /// <summary>Messages that no longer wait: replaced, or of an erased chat.</summary>
    public required IReadOnlyList<long> Withdrawn { get; init; }

    public required IReadOnlyList<WorkOrder> Orders { get; init; }

    /// <summary>The earliest due that was asked for; null where none was.</summary>
    public DateTimeOffset? EarliestDue { get; init; }

    public required IReadOnlyList<string> FilesGone { get; init; }

    /// <summary>Chats of officers who came, changed or left.</summary>
    public IReadOnlyList<ChatKey> OfficersChanged { get; init; } = [];

    /// <summary>Chats that pull and have something new.</summary>
    public required IReadOnlyList<ChatKey> Pulled { get; init; }

    /// <summary>Chats in which somebody wrote just now: news that wait for the morning there are said now.</summary>
    public required IReadOnlySet<ChatKey> Present { get; init; }
}

/// <summary>What a former process left unfinished.</summary>
public sealed record Unfinished(IReadOnlyList<Waiting> Messages, IReadOnlyList<WorkOrder> Orders);

/// <summary>One message of a transcript: the person's own, or one of ours.</summary>
/// <param name="Own">What the person said, as it may be shown; null where it is ours.</param>
public sealed record Bubble(DateTimeOffset At, OwnWords? Own, Outgoing? Ours);

/// <summary>A person's message as the transcript shows it: one of the four.</summary>
/// <param name="Instead">Stands for words that are not kept.</param>
public sealed record OwnWords(string? Text, Domain.Say? Instead, Pressed? Press, bool Picture);

/// <summary>A message that could not be taken after three tries.</summary>
/// <param name="Failure">Type of what was thrown, and where; never its text.</param>
/// <param name="Sentence">What the person is told; null where nobody waits.</param>
public sealed record Parked(Incoming Message, string Failure, DateTimeOffset At, Outgoing? Sentence);
