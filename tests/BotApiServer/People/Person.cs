using System.Text.Json;
using System.Text.RegularExpressions;

namespace BotApiServer;

/// <summary>
/// An invented person with a private chat to the bot. What they do becomes an update at once; each of these returns the
/// update's id (0 when the bot did not ask for that kind of update).
/// </summary>
public sealed partial class Person
{
    private readonly World world;
    private readonly Chat chat;
    private int readTo;

    internal Person(World world, User user)
    {
        this.world = world;
        User = user;
        chat = world.AddChat(user.Id, user.FirstName, user);
    }

    /// <summary>The person's id and that of the private chat.</summary>
    public long Id => User.Id;

    public string Name => User.FirstName;

    internal User User { get; }

    /// <summary>Writes a text of any length; words with a leading slash become commands as in Telegram's own programs.</summary>
    /// <param name="replyTo">Null, or the message this answers.</param>
    public int Says(string text, Group? group = null, SeenMessage? replyTo = null)
    {
        lock (world.Gate)
        {
            var where = group?.Chat ?? chat;
            List<KeyValuePair<string, byte[]>> fields = [];
            if (replyTo is not null && where.Find(replyTo.Id) is { Deleted: false } original)
            {
                fields.Add(new("reply_to_message", Reply.Kept(original, static (m, w) => m.WriteTo(w))));
            }

            return Post("text", fields, text: text, where: where);
        }
    }

    /// <summary>Changes a text of their own.</summary>
    /// <param name="messageId">Null: the newest text of theirs.</param>
    public int Edits(string newText, int? messageId = null)
    {
        lock (world.Gate)
        {
            var message = chat.Messages.LastOrDefault(m => !m.From.IsBot && m.Text is not null && (messageId is null || m.Id == messageId))
                ?? throw new InvalidOperationException($"{Name} wrote no such text.");
            message.Text = Written(newText);
            message.EditedAt = world.Now;
            return world.Deliver("edited_message", message);
        }
    }

    /// <summary>Presses the newest button with this label, or says it where it stands on the reply keyboard.</summary>
    public int Presses(string label)
    {
        lock (world.Gate)
        {
            foreach (var message in chat.Messages.Reverse().Where(m => m is { From.IsBot: true, Deleted: false, Keyboard: not null }))
            {
                if (message.Keyboard!.Rows.SelectMany(r => r).FirstOrDefault(b => b.Label == label) is { } button)
                {
                    return Press(chat, message.Id, button);
                }
            }
        }

        throw new InvalidOperationException($"{Name} sees no button \"{label}\". {Describe()}");
    }

    /// <summary>Presses a button of a message as it was seen, even when it has changed or gone since.</summary>
    public int Presses(SeenMessage message, string label) => PressIn(message,
        message.Buttons.SelectMany(r => r).FirstOrDefault(b => b.Label == label)
        ?? throw new InvalidOperationException($"No button \"{label}\" on: {message}"));

    /// <summary>Presses a button by its place, counted over all rows from 0; of the newest message with buttons when null.</summary>
    public int Presses(int index, SeenMessage? message = null)
    {
        message ??= Saw().LastOrDefault(m => !m.Deleted && m.Buttons.Length > 0)
            ?? throw new InvalidOperationException($"{Name} sees no buttons.");
        return PressIn(message, message.Buttons.SelectMany(r => r).ElementAt(index));
    }

    /// <summary>A press with data that no button shows: forged, or from a version of long ago.</summary>
    public int PressesForged(string data, int messageId)
    {
        lock (world.Gate)
        {
            return world.Press(chat, User, messageId, data);
        }
    }

    /// <summary>From now on 403, and my_chat_member tells the bot.</summary>
    public int Blocks()
    {
        lock (world.Gate)
        {
            return MyMembership.Change(world, chat, User, from: "member", to: "kicked");
        }
    }

    public int Unblocks()
    {
        lock (world.Gate)
        {
            return MyMembership.Change(world, chat, User, from: "kicked", to: "member");
        }
    }

    private int PressIn(SeenMessage message, Button button)
    {
        lock (world.Gate)
        {
            return Press(world.FindChat(message.ChatId) ?? chat, message.Id, button);
        }
    }

    private int Press(Chat where, int messageId, Button button) =>
        button.Data is { } data ? world.Press(where, User, messageId, data)
        : button.Url is null ? Post("text", [], text: button.Label, where: where)
        : throw new InvalidOperationException($"\"{button.Label}\" is a link to {button.Url}; the bot hears nothing of it.");

    private int Post(string kind, List<KeyValuePair<string, byte[]>> fields, string? text = null, string? caption = null,
        Chat? where = null, string? fileId = null, bool startsNewPoll = false)
    {
        var to = where ?? chat;
        var message = new ChatMessage(world.NewMessageId(), to, User, world.Now, kind)
        {
            Text = text is null ? null : Written(text),
            Caption = caption is null ? null : Written(caption),
            Fields = fields,
            FileId = fileId,
        };
        to.Add(message);
        return world.Deliver("message", message, startsNewPoll);
    }

    private static FormattedText Written(string text) => new(text,
        [.. Command().Matches(text).Select(m => new TextEntity("bot_command", m.Groups["command"].Index, m.Groups["command"].Length))]);

    private static KeyValuePair<string, byte[]> Field<T>(string name, T about, Action<T, Utf8JsonWriter> write) =>
        new(name, Reply.Kept(about, write));

    [GeneratedRegex(@"(?<=^|\s)(?<command>/[A-Za-z0-9_]{1,64}(@[A-Za-z0-9_]{3,32})?)(?=\s|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();
}
