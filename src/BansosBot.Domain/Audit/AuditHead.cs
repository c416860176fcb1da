namespace BansosBot.Domain.Audit;

/// <summary>The last entry of a chain, to be written down outside of it: who cuts its tail or writes it anew does not reach that.</summary>
/// <param name="Chain">From 1; one for each writer of a store.</param>
/// <param name="Entry">Its number, from 1; 0: the chain is empty.</param>
/// <param name="Hash">In lower-case hex, all of it.</param>
public sealed record AuditHead(int Chain, long Entry, string Hash)
{
    /// <summary>So many characters of the hash are written down: <c>design.md</c>, "Privacy and trust".</summary>
    public const int MarkLength = 12;

    public static readonly AuditHead Empty = new(1, 0, AuditChain.Root);

    public string Mark => Hash[..MarkLength];
}
