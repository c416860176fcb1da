namespace BansosBot.Domain.Audit;

/// <summary>The end of the audit chain at an instant: written down outside, it shows later that nothing was cut off and nothing written anew.</summary>
/// <param name="Entries">How many there are; 0: none yet.</param>
/// <param name="Hash">Of the last one; of none, <see cref="AuditChain.Root"/>.</param>
public sealed record AuditHead(long Entries, string Hash);
