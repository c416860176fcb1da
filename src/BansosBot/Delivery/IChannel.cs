using System.Collections.Immutable;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;

namespace BansosBot.Delivery;

/// <summary>A way out to people. An adapter: words in its wire format, and what became of them; it decides nothing.</summary>
public interface IChannel
{
    /// <summary>As in <see cref="ChatKey.Channel"/>.</summary>
    string Name { get; }

    /// <summary>Sends one message. What happened is a value; an exception is a mistake of ours.</summary>
    Task<Delivered> SendAsync(Letter letter, CancellationToken stop);
}

/// <summary>A message in words, ready for a channel.</summary>
/// <param name="Question">Number of the question that the buttons answer.</param>
public sealed record Letter(ChatKey To, Worded Words, ImmutableArray<ImmutableArray<LetterButton>> Buttons, int Question, LetterFile? File)
{
    public override string ToString() => $"Letter to {To}";
}

/// <param name="Choice">Which choice of the question; ignored where <paramref name="Link"/> is set.</param>
public sealed record LetterButton(string Label, int Choice, string? Link);

/// <summary>A small file that goes with a message.</summary>
/// <param name="IsPicture">It is shown among the messages, where the channel knows the difference.</param>
public sealed record LetterFile(string Name, byte[] Content, bool IsPicture = false);

/// <summary>What became of a message that was sent.</summary>
public abstract record Delivered
{
    private Delivered() { }

    /// <summary>The channel has it.</summary>
    public sealed record Sent : Delivered;

    /// <summary>The channel asks for a pause (429).</summary>
    public sealed record Slower(TimeSpan RetryAfter) : Delivered;

    /// <summary>The person blocked the bot, or the chat is gone (403).</summary>
    public sealed record Unreachable : Delivered;

    /// <summary>The channel refuses the message itself (400): a mistake of ours, counted and alarmed.</summary>
    public sealed record NotAccepted(string Why) : Delivered;

    /// <summary>It did not get through: not connected, or 5xx with a body.</summary>
    public sealed record Outage : Delivered;

    /// <summary>It was sent and no answer came back: it may have arrived. Sent once more at most.</summary>
    public sealed record Uncertain : Delivered;
}
