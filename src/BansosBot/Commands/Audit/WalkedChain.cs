using BansosBot.Domain.Audit;

namespace BansosBot.Commands.Audit;

/// <summary>A chain after its walk: how long it is, how it ends, where it breaks, and the hashes that were asked for.</summary>
internal sealed class WalkedChain
{
    /// <summary>A chain for each writer of a store, and LiteDB has one writer. Receipts do not name it.</summary>
    public const int Only = 1;

    private readonly Dictionary<long, string> hashes = new() { [0] = AuditChain.Root };

    /// <param name="asked">Numbers of the entries whose hashes will be asked for.</param>
    public WalkedChain(IEnumerable<AuditEntry> entries, IReadOnlySet<long> asked) => BreaksAt = AuditChain.BreaksAt(Noted(entries, asked));

    /// <summary>The entry at which it breaks; null where it is whole.</summary>
    public long? BreaksAt { get; }

    /// <summary>So many were read: all of them where it is whole.</summary>
    public long Entries { get; private set; }

    /// <summary>Hash of the last one read.</summary>
    public string Head { get; private set; } = AuditChain.Root;

    /// <summary>Of 0, or of an entry that was asked for and was read.</summary>
    public string HashOf(long number) => hashes[number];

    private IEnumerable<AuditEntry> Noted(IEnumerable<AuditEntry> entries, IReadOnlySet<long> asked)
    {
        foreach (var entry in entries)
        {
            (Entries, Head) = (Entries + 1, entry.Hash);
            if (asked.Contains(Entries)) hashes[Entries] = entry.Hash;
            yield return entry;
        }
    }
}
