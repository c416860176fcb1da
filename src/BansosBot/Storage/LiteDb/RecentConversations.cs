using BansosBot.Domain.Conversations;

namespace BansosBot.Storage.LiteDb;

/// <summary>
/// Conversations as they were committed last, decoded: whoever answers a question answers the next one soon after, and reading,
/// decrypting and decoding was an eighth of a message's cost (docs/decisions/0013).
/// </summary>
/// <remarks>Only the writer puts something in, after it is on the disk: a reader that was overtaken would bring back what is past.
/// What was not written again while half of the room filled anew is let go: every message writes.</remarks>
internal sealed class RecentConversations
{
    private const int HalfMax = 500;        // of some kilobytes each

    private readonly Lock gate = new();
    private Dictionary<string, Conversation> young = [];
    private Dictionary<string, Conversation> old = [];

    /// <param name="chat">The chat's name in the store.</param>
    public Conversation? Find(string chat)
    {
        lock (gate) return young.GetValueOrDefault(chat) ?? old.GetValueOrDefault(chat);
    }

    public void Put(string chat, Conversation conversation)
    {
        lock (gate)
        {
            old.Remove(chat);
            young[chat] = conversation;
            if (young.Count < HalfMax) return;
            (old, young) = (young, []);
        }
    }

    public void Forget(string chat)
    {
        lock (gate)
        {
            young.Remove(chat);
            old.Remove(chat);
        }
    }
}
