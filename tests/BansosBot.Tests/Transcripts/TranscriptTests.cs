namespace BansosBot.Tests.Transcripts;

/// <summary>Whole conversations, held against what was approved after reading them aloud.</summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> All => [.. Transcript.Names()];

    [Theory]
    [MemberData(nameof(All))]
    public Task Says_what_was_approved(string name) => Transcript.VerifyAsync(name, (start, isShared) => Hall.OpenAsync(isShared ? Shipped.TalkOnSharedPhone : Shipped.Talk, Shipped.Words, start));
}
