using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BansosBot.Domain.Audit;

/// <summary>The hash chain over the audit's entries: each bears the hash of the one before, so that none can be changed, dropped or put in between in silence.</summary>
public static class AuditChain
{
    /// <summary>What the first entry bears as its predecessor's hash.</summary>
    public static readonly string Root = new('0', 64);

    /// <summary>SHA-256 over the entry's fields, a line each, in lower-case hex. What no officer did has no line for who did it: as entries were before there
    /// were officers, which stand in receipts.</summary>
    /// <exception cref="ArgumentException">A field of several lines: two entries could then have one text.</exception>
    public static string Hash(long sequence, DateTimeOffset at, AuditAct act, string previous)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (act.Subject.Contains('\n', StringComparison.Ordinal) || act.Detail.Contains('\n', StringComparison.Ordinal) || act.By.Contains('\n', StringComparison.Ordinal)) throw new ArgumentException("A field of an audit entry is one line.", nameof(act));
        var text = string.Create(CultureInfo.InvariantCulture, $"{sequence}\n{at.UtcTicks}\n{act.Act}\n{act.Subject}\n{act.Detail}\n{(act.By.Length == 0 ? "" : act.By + "\n")}{previous}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The next entry of a chain.</summary>
    /// <param name="lastSequence">0 where there is none yet.</param>
    public static AuditEntry Next(long lastSequence, string lastHash, AuditAct act, DateTimeOffset at)
    {
        var sequence = lastSequence + 1;
        return new(sequence, at, act.Act, act.Subject, act.Detail, act.By, lastHash, Hash(sequence, at, act, lastHash));
    }

    /// <summary>Walks a chain from its first entry.</summary>
    /// <returns>The sequence at which it breaks; null where it is whole.</returns>
    public static long? BreaksAt(IEnumerable<AuditEntry> entries)
    {
        var (sequence, hash) = (0L, Root);
        foreach (var e in entries)
        {
            if (e.Sequence != sequence + 1 || e.Previous != hash || e.Hash != Hash(e)) return sequence + 1;
            (sequence, hash) = (e.Sequence, e.Hash);
        }

        return null;
    }

    // One that somebody changed so that it has none is a break like any other.
    private static string? Hash(AuditEntry e) =>
        (e.Subject + e.Detail + e.By).Contains('\n', StringComparison.Ordinal) ? null : Hash(e.Sequence, e.At, new(e.Act, e.Subject, e.Detail, e.By), e.Previous);
}
