using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Applications;

/// <summary>A message for the officers: somebody left it, or the bot reports something (from <see cref="ChatKey.Office"/>).</summary>
/// <param name="Place">Where in the conversation it was left: an officer sees the question that was too hard.</param>
public sealed record Ticket(string Id, ChatKey Chat, string Place, string Text, DateTimeOffset LeftAt)
{
    /// <summary>What the bot reports; null: somebody wrote <see cref="Text"/>.</summary>
    public Say? Report { get; init; }
}
