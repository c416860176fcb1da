using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Applications;

/// <summary>A message somebody left for the officers.</summary>
/// <param name="Place">Where in the conversation it was left: an officer sees the question that was too hard.</param>
public sealed record Ticket(string Id, ChatKey Chat, string Place, string Text, DateTimeOffset LeftAt);
