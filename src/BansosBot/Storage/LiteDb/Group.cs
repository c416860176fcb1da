using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;

namespace BansosBot.Storage.LiteDb;

/// <summary>What one group has staged. It counts only once the group is on the disk; a group that is rolled back leaves nothing in memory.</summary>
internal sealed class Group(long lastAuditSequence, string lastAuditHash)
{
    /// <summary>Messages to be sent, in order; their ids are given when the pages are written.</summary>
    public List<Row> Messages { get; } = [];

    /// <summary>Rows that were open before and are no longer.</summary>
    public HashSet<long> Closed { get; } = [];

    /// <summary>Of these, those that were never sent.</summary>
    public List<long> Withdrawn { get; } = [];

    public List<WorkOrder> Orders { get; } = [];

    public List<string> FilesGone { get; } = [];

    public List<ChatKey> Pulled { get; } = [];

    /// <summary>Chats of officers who were put.</summary>
    public List<ChatKey> OfficersChanged { get; } = [];

    /// <summary>Chats in which somebody wrote.</summary>
    public HashSet<ChatKey> Present { get; } = [];

    /// <summary>Keys to be overwritten once the group is on the disk.</summary>
    public List<int> Erased { get; } = [];

    /// <summary>Revisions as they will be.</summary>
    public Dictionary<string, long> Revisions { get; } = [];

    /// <summary>Conversations as they will be; null where only the document can tell, or none is left.</summary>
    public Dictionary<string, Conversation?> Conversations { get; } = [];

    public List<(long Before, long After)> QueueChanges { get; } = [];

    /// <summary>Cases and where they stand in the line of those to be proposed; null: no more.</summary>
    public List<(string CaseId, InLine? Now)> LineChanges { get; } = [];

    public DateTimeOffset? EarliestDue { get; private set; }

    public (long Sequence, string Hash) Audit { get; private set; } = (lastAuditSequence, lastAuditHash);

    public AuditEntry Enter(AuditAct act, DateTimeOffset at)
    {
        var entry = AuditChain.Next(Audit.Sequence, Audit.Hash, act, at);
        Audit = (entry.Sequence, entry.Hash);
        return entry;
    }

    public void DueAt(DateTimeOffset at)
    {
        if (EarliestDue is null || at < EarliestDue) EarliestDue = at;
    }

    /// <summary>A message on its way into a page.</summary>
    public sealed record Row(string Chat, int Slot, byte[] Closed, Outgoing Message);
}
