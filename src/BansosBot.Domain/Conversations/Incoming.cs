using System.Collections.Immutable;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Domain.Conversations;

/// <summary>Anything that comes to a conversation by the one door: from a person, the clock or a worker.</summary>
/// <param name="Chat">Whose conversation it is.</param>
/// <param name="Id">Its id within the channel, bot and chat; a second one with the same id changes nothing.</param>
public abstract record Incoming(ChatKey Chat, string Id)
{
    /// <summary>Somebody is there just now, and waits for an answer. Not so of what the clock or a worker brings, and in a group.</summary>
    public bool IsByPerson => this is not (Due or FileKept or FileDelayed or FileRefused or ProposalsDrawn or RecapDrawn or NotDrawn or CasesListed or ListKept or ListGoesOn or ListTold or InGroup or Reachable);

    /// <summary>Kind and channel only; what people write is not printed.</summary>
    public sealed override string ToString() => $"{GetType().Name} in {Chat}";

    /// <summary>Something a person wrote.</summary>
    public sealed record Words(ChatKey Chat, string Id, string Text) : Incoming(Chat, Id);

    /// <summary>A <c>/command</c>, its name in lower case without slash and bot name. <c>/start</c> brings its payload as arguments.</summary>
    public sealed record Command(ChatKey Chat, string Id, string Name, string Arguments) : Incoming(Chat, Id);

    /// <summary>A press on a button: choice n of the question with this number. The meaning stays in the conversation.</summary>
    /// <param name="Question">Number of the question, or -1 where the button's data could not be read.</param>
    /// <param name="Choice">Counted from 0.</param>
    public sealed record Press(ChatKey Chat, string Id, int Question, int Choice) : Incoming(Chat, Id);

    /// <summary>A picture, or a file that may be one.</summary>
    /// <param name="Album">The channel's id of the album it belongs to; null when sent alone.</param>
    public sealed record Picture(ChatKey Chat, string Id, FileRef File, string? Album) : Incoming(Chat, Id);

    /// <summary>What no question asks for.</summary>
    public sealed record Odd(ChatKey Chat, string Id, OddKind Kind) : Incoming(Chat, Id);

    /// <summary>A message or press in a group. Only a command addressed to the bot is answered.</summary>
    public sealed record InGroup(ChatKey Chat, string Id, bool IsCommand) : Incoming(Chat, Id);

    /// <summary>The person blocked the bot, or let it in again.</summary>
    public sealed record Reachable(ChatKey Chat, string Id, bool Is) : Incoming(Chat, Id);

    /// <summary>An instant that was asked for has come.</summary>
    public sealed record Due(ChatKey Chat, string Id, DueKind Kind, string About) : Incoming(Chat, Id);

    /// <summary>A worker kept a picture, re-encoded and encrypted.</summary>
    /// <param name="Work">The work order it ends.</param>
    /// <param name="Document">Name of the kept file.</param>
    public sealed record FileKept(ChatKey Chat, string Id, string Work, string Document, bool LooksDark, bool LooksBlurred)
        : Incoming(Chat, Id);

    /// <summary>A picture is not fetched yet, for its channel's files are not reached, and it takes long: nothing is wrong with it, and it is still waited for.</summary>
    public sealed record FileDelayed(ChatKey Chat, string Id, string Work) : Incoming(Chat, Id);

    /// <summary>A worker could not keep a picture.</summary>
    public sealed record FileRefused(ChatKey Chat, string Id, string Work, Refusal Why) : Incoming(Chat, Id);

    /// <summary>A worker drew the file of a batch of proposals and kept it, encrypted.</summary>
    /// <param name="Document">Name of the kept file.</param>
    /// <param name="Count">Its rows.</param>
    /// <param name="Hash">Of its rows, as in <see cref="Proposals.ProposalSheet.Hash"/>.</param>
    public sealed record ProposalsDrawn(ChatKey Chat, string Id, string Work, string Document, string Batch, int Count, string Hash) : Incoming(Chat, Id);

    /// <summary>A portion of a list that came back from the ministry or the bank, matched with cases.</summary>
    /// <param name="By">Id of the officer who brought it; empty: whoever has the machine.</param>
    /// <param name="List">SHA-256 of the list, in lower-case hex.</param>
    /// <param name="Rows">Each case once.</param>
    public sealed record CasesListed(ChatKey Chat, string Id, string By, string List, ImmutableArray<Ministry.ListedCase> Rows) : Incoming(Chat, Id);

    /// <summary>A worker drew the figures that were asked for, and kept both files, encrypted.</summary>
    /// <param name="Image">Name of the kept picture.</param>
    /// <param name="Sheet">Name of the kept workbook.</param>
    /// <param name="At">Of the figures.</param>
    public sealed record RecapDrawn(ChatKey Chat, string Id, string Work, string Image, string Sheet, Figures.RecapFor For, DateTimeOffset At) : Incoming(Chat, Id);

    /// <summary>A worker could not draw a file that an officer asked for.</summary>
    public sealed record NotDrawn(ChatKey Chat, string Id, string Work, Refusal Why) : Incoming(Chat, Id);

    /// <summary>A worker fetched a list that an officer sent, and kept it, encrypted.</summary>
    /// <param name="Document">Name of the kept file.</param>
    public sealed record ListKept(ChatKey Chat, string Id, string Work, string Document) : Incoming(Chat, Id);

    /// <summary>A list that takes long to be taken in goes on.</summary>
    /// <param name="Text">A sentence.</param>
    public sealed record ListGoesOn(ChatKey Chat, string Id, string Work, string Text) : Incoming(Chat, Id);

    /// <summary>A worker read a list, or took it in, or could not.</summary>
    /// <param name="Text">What is said of it, masked; it fits into one message.</param>
    /// <param name="Report">Name of a kept file with all that there is to say of it; null: it is all in the text.</param>
    /// <param name="Columns">As they were read.</param>
    /// <param name="File">SHA-256 of the list; null: it could not be read.</param>
    /// <param name="Before">What would become of it: what is shown must still be so when it is taken in.</param>
    public sealed record ListTold(ChatKey Chat, string Id, string Work, ListFate Fate, string Text, string? Report, ImmutableArray<ListColumn> Columns, string? File, string? Before) : Incoming(Chat, Id);
}

/// <summary>Where a channel keeps a file that was sent.</summary>
/// <param name="At">The channel's own id of the file.</param>
/// <param name="Bytes">Its size as the channel says; 0 where it does not.</param>
/// <param name="SentAs">As a picture, or as a file with a declared type.</param>
/// <param name="DeclaredType">The MIME type the sender declared: a hint for a quick answer, never trusted.</param>
public sealed record FileRef(string At, long Bytes, SentAs SentAs, string? DeclaredType)
{
    /// <summary>As the sender calls a file; null: the channel does not say, or it is a picture.</summary>
    public string? Name { get; init; }
}

public enum SentAs
{
    Picture,
    File,
}

/// <summary>Kinds of message that no question asks for; each has its own sentence.</summary>
public enum OddKind
{
    Sticker,
    Voice,
    Video,
    Location,
    Contact,
    Poll,
    Forwarded,
    Edited,
    EmptyText,
    Unknown,
}

/// <summary>Why something comes back by itself.</summary>
public enum DueKind
{
    /// <summary>A silent draft gets one reminder.</summary>
    DraftReminder,

    /// <summary>A silent draft expires, with notice.</summary>
    DraftExpiry,

    /// <summary>Answers given without consent are gone.</summary>
    ForgetUnconsented,

    /// <summary>A flow that must not wait for its answer ends in silence.</summary>
    DraftQuietEnd,

    /// <summary>The seen ids of an erased chat are gone.</summary>
    ForgetErased,

    /// <summary>A closed case's personal data is erased at the end of its retention.</summary>
    EraseCase,

    /// <summary>A signed batch of proposals leads the next of its cases on.</summary>
    BatchGoesOn,

    /// <summary>Half of the days for mending something are over.</summary>
    CorrectionReminder,

    /// <summary>The last day for mending something is over.</summary>
    CaseLapse,

    /// <summary>The day of an officer's note in a case.</summary>
    NoteDue,

    /// <summary>The day that the office promised is over.</summary>
    PromiseOver,

    /// <summary>A head of division's morning.</summary>
    HeadsMorning,

    /// <summary>A child that aid is paid for comes of an age at which it ends.</summary>
    TooOld,

    /// <summary>An officer wrote to this chat, or closed its message.</summary>
    TicketNews,

    /// <summary>The day by which a message was to be answered is over.</summary>
    TicketLate,

    /// <summary>The homes of a case were told something a while ago: whether it reached one is looked at.</summary>
    LookAtHomes,

    /// <summary>A list of recipients that became valid goes on to become cases.</summary>
    ListGoesOn,

    /// <summary>A case is no longer this chat's.</summary>
    HomeGone,
}
