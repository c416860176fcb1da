namespace BotApiServer;

/// <summary>A group chat with the bot in it.</summary>
public sealed class Group
{
    private readonly World world;

    internal Group(World world, Chat chat, string title, IReadOnlyList<Person> members)
    {
        this.world = world;
        Chat = chat;
        Title = title;
        Members = members;
    }

    public long Id => Chat.Id;

    public string Title { get; }

    public IReadOnlyList<Person> Members { get; }

    internal Chat Chat { get; }

    /// <summary>What the bot wrote here, oldest first.</summary>
    public IReadOnlyList<SeenMessage> Saw()
    {
        lock (world.Gate)
        {
            return [.. Chat.Messages.Where(m => m.From.IsBot).Select(m => m.Seen())];
        }
    }

    /// <summary>The bot is put out of the group: my_chat_member, and 403 from now on.</summary>
    /// <returns>The update's id.</returns>
    public int RemovesBot(Person by)
    {
        lock (world.Gate)
        {
            return MyMembership.Change(world, Chat, by.User, from: "member", to: "kicked");
        }
    }
}
