namespace BansosBot.Domain.Conversations;

/// <summary>One chat on one channel. The id is somebody's address: it is stored encrypted and never printed.</summary>
/// <param name="Channel"><c>telegram</c>, <c>web</c>, <c>terminal</c>: a name of the channel, in lower case.</param>
/// <param name="Id">The channel's own id of the chat.</param>
public sealed record ChatKey(string Channel, string Id)
{
    /// <summary>No chat of anybody: what the office asked for at an instant, on its own account, comes back to it.</summary>
    public static ChatKey Office { get; } = new("office", "0");

    public override string ToString() => $"{Channel}:***";
}
