using BansosBot.Domain.Conversations;
using BansosBot.Storage.Keys;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>One thing the writer is to do; whoever posted it waits for its end.</summary>
internal abstract class Job
{
    private readonly TaskCompletionSource<int> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int result;

    public Task<int> End => end.Task;

    /// <summary>Stages it in the group. It may be called again, after a group that was rolled back.</summary>
    public void Stage(Transaction transaction) => result = Run(transaction);

    public void Finish() => end.TrySetResult(result);

    public void Fail(Exception e) => end.TrySetException(e);

    protected abstract int Run(Transaction transaction);
}

/// <summary>Applies effects that were decided, with everything that could be encrypted before.</summary>
internal sealed class ApplyJob(Incoming message, Effects effects, DateTimeOffset at, Prepared prepared) : Job
{
    protected override int Run(Transaction transaction) => (int)transaction.Apply(message, effects, at, prepared);
}

/// <summary>Reads, decides and applies with nobody in between.</summary>
internal sealed class AloneJob(Incoming message, Func<Conversation, Func<Needs, Known>, Effects?> decide, DateTimeOffset at) : Job
{
    protected override int Run(Transaction transaction)
    {
        var before = transaction.Looks.Conversation(message.Chat);
        var effects = decide(before, needs => transaction.Looks.LookUp(message.Chat, needs, at));
        return (int)(effects is null ? Applied.Before : transaction.Apply(message, effects, at, transaction.Prepare(effects)));
    }
}

internal sealed class ParkJob(Parked parked) : Job
{
    protected override int Run(Transaction transaction)
    {
        transaction.Park(parked);
        return 0;
    }
}

/// <summary>Counts a try of a work order before it is made.</summary>
internal sealed class TryOrderJob(string work) : Job
{
    protected override int Run(Transaction transaction) => transaction.CountTry(work);
}

/// <summary>Lets go of what erased chats left: their seen ids, after 48 hours.</summary>
internal sealed class ForgetErasedJob(DateTimeOffset until) : Job
{
    protected override int Run(Transaction transaction)
    {
        transaction.ForgetErased(until);
        return 0;
    }
}

/// <summary>Puts off dues that lead nowhere, so that those behind them come.</summary>
internal sealed class PutOffJob(IReadOnlyList<string> dues, DateTimeOffset now) : Job
{
    protected override int Run(Transaction transaction)
    {
        transaction.PutOff(dues, now);
        return 0;
    }
}

/// <summary>What of a set of effects was made ready before it came to the writer.</summary>
/// <param name="Chat">The chat's name in the collections.</param>
/// <param name="Document">Its new document; null where the chat is erased.</param>
/// <param name="Slot">The key of the chat.</param>
/// <param name="Others">Other chats that it changes, by their names in the collections.</param>
/// <param name="Messages">One for each message said: encrypted, or null where the store must fill something in first.</param>
/// <param name="Recipients">Rows of lists, encrypted.</param>
internal sealed record Prepared(string Chat, BsonDocument? Document, int Slot, IReadOnlyList<(string Chat, Conversation After, BsonDocument Document)> Others, byte[]?[] Messages, IReadOnlyList<BsonDocument> Recipients)
{
    /// <summary>Encrypts what can be encrypted before the group is open. Any thread.</summary>
    public static Prepared Of(Effects effects, Rows rows, KeyFolder keys)
    {
        var chat = rows.Of(effects.After.Chat);
        var slot = effects.After.KeySlot;
        if (slot == 0) slot = keys.Subjects.New().Number;
        var document = effects.ErasesChat ? null : rows.Chat(chat, effects.After with { KeySlot = slot });
        var messages = new byte[]?[effects.Says.Length];
        for (var i = 0; i < messages.Length; i++)
        {
            var said = effects.Says[i];
            if (said.To == effects.After.Chat && !said.IsFarewell && !Assigning.IsNeeded(said)) messages[i] = rows.Message(said, slot, chat);
        }

        var others = effects.Others.Select(other => rows.Of(other.Chat) is var name ? (name, other, rows.Chat(name, other)) : default);
        return new(chat, document, slot, [.. others], messages, [.. RecipientWrites.Prepare(effects, rows, keys)]);
    }
}
