using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations;

/// <summary>One message to one chat: text keys and values, in order; words are made of it when it is sent.</summary>
public sealed record Outgoing
{
    // The longest that anybody asks for: an album's reply, which its next page replaces; and what nobody waits for, until morning.
    private static readonly TimeSpan MomentMax = TimeSpan.FromSeconds(10), NightMax = TimeSpan.FromDays(1);

    public required ChatKey To { get; init; }

    /// <summary>In which it is said. News for another chat than the one whose turn it is are said in that chat's own language, whatever stands
    /// here: the store knows it when it commits, and a turn need not look up how others speak.</summary>
    public required Language Language { get; init; }

    /// <summary>Paragraphs, an empty line apart.</summary>
    public required ImmutableArray<Say> Parts { get; init; }

    /// <summary>Rows of buttons; empty: none.</summary>
    public ImmutableArray<ImmutableArray<Button>> Buttons { get; init; } = [];

    /// <summary>Number of the question whose choices the buttons are.</summary>
    public int Question { get; init; }

    /// <summary>Replaces the message of the same chat and place that still waits; null: replaces none.</summary>
    public string? Place { get; init; }

    /// <summary>Not sent before this instant; null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>News: nobody asked for it just now, and what is said there later does not take it away. Held back for the night it goes in the morning, or
    /// as soon as somebody writes there: docs/decisions/0046.</summary>
    public bool IsNews { get; init; }

    /// <summary>Held back for a moment, and the next message of its own conversation is said in its stead.</summary>
    public bool GivesWay => NotBefore is not null && !IsNews;

    /// <summary>How long it is still held back; zero or less: it is due. Also due is what would wait longer than anybody ever asks: the clock was set back.</summary>
    public TimeSpan HeldFor(DateTimeOffset now) =>
        NotBefore is { } instant && instant - now is var left && left <= (Place is null ? NightMax : MomentMax) ? left : TimeSpan.Zero;

    /// <summary>A small file of facts that goes with it (<c>/data_saya</c>).</summary>
    public Attachment? Attachment { get; init; }

    /// <summary>A kept document that goes with it, read when it is sent; null: none.</summary>
    public SentDocument? Document { get; init; }

    /// <summary>The last word to somebody whose data is erased in the same commit: not encrypted with the key that is erased.</summary>
    public bool IsFarewell { get; init; }
}

/// <summary>One button: what stands on it and which choice of the question it is.</summary>
/// <param name="Choice">Counted from 0.</param>
/// <param name="Start">Opens the private chat with the bot at Telegram, with this payload, instead of answering; null: it answers.</param>
public sealed record Button(Say Label, int Choice, string? Start = null);

/// <summary>A kept document on its way to a chat.</summary>
/// <param name="Name">Of the kept file: it is erased by this name, and then nothing goes but the words.</param>
/// <param name="FileName">As whoever gets it sees it; says nothing about anybody.</param>
public sealed record SentDocument(string Name, string FileName)
{
    /// <summary>It is shown as a picture among the messages, and not only as a file, where the channel knows the difference.</summary>
    public bool IsPicture { get; init; }
}

/// <summary>Facts as a JSON file: names and values in order.</summary>
public sealed record Attachment(string FileName, ImmutableArray<Fact> Facts);

/// <summary>A named value of an attachment.</summary>
public sealed record Fact(string Section, string Name, string Value);
