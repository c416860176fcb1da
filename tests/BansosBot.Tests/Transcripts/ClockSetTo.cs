namespace BansosBot.Tests.Transcripts;

/// <summary>Goes on from an instant of its own.</summary>
internal sealed class ClockSetTo(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan ahead = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
