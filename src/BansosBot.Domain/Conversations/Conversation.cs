using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations;

/// <summary>Everything a chat is in the middle of. Loaded, resumed with one message, saved; nothing of it lives only in memory.</summary>
public sealed record Conversation
{
    public required ChatKey Chat { get; init; }

    /// <summary>Counts its commits; 0: never stored.</summary>
    public long Revision { get; init; }

    /// <summary>Given by the store: the key it is encrypted with; 0: none yet.</summary>
    public int KeySlot { get; init; }

    public Language Language { get; init; } = Language.Indonesian;

    /// <summary>State of the step map.</summary>
    public string Place { get; init; } = StepMap.Idle;

    /// <summary>Where "no, go on" leads from a confirmation of cancelling or from leaving a message for an officer.</summary>
    public string? CameFrom { get; init; }

    /// <summary>Number of the question asked last; buttons bear it.</summary>
    public int Question { get; init; }

    /// <summary>What the buttons of that question mean, in order.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>What stands on those buttons, as it is compared with what people type (<see cref="Everywhere.Plain"/>); empty where it
    /// names somebody; of another number than <see cref="Choices"/>: not known.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>The press that was taken last: the same one again is silent.</summary>
    public Pressed? LastPress { get; init; }

    /// <summary>What is begun and not finished, by flow.</summary>
    public ImmutableDictionary<string, Draft> Drafts { get; init; } = ImmutableDictionary<string, Draft>.Empty;

    /// <summary>Cases that have this chat as a home, oldest first.</summary>
    public ImmutableArray<string> Cases { get; init; } = [];

    /// <summary>Consents given and withdrawn, oldest first.</summary>
    public ImmutableArray<Consent> Consents { get; init; } = [];

    /// <summary>Wrong proofs in the last 24 hours: five of them lock look-ups in this chat.</summary>
    public ImmutableArray<DateTimeOffset> WrongProofs { get; init; } = [];

    /// <summary>So many wrong proofs in <see cref="WrongProofsFor"/> lock look-ups: design.md, "Privacy and trust". A child's birth date
    /// is one of some 6,500 days, and who guesses has time.</summary>
    public const int WrongProofsMax = 5;

    /// <summary>So long a wrong proof counts.</summary>
    public static readonly TimeSpan WrongProofsFor = TimeSpan.FromHours(24);

    /// <summary>Null: a proof is taken now.</summary>
    public DateTimeOffset? TakesNoProofUntil(DateTimeOffset now) =>
        StillCounts(WrongProofs, now) is { Length: >= WrongProofsMax } wrong ? wrong[^WrongProofsMax] + WrongProofsFor : null;

    /// <summary>One more wrong proof.</summary>
    public Conversation WithWrongProof(DateTimeOffset at) => this with { WrongProofs = StillCounts(WrongProofs, at).Add(at) };

    /// <summary>Wrong look-ups by NIK in the last 24 hours: as many lock them in this chat. Counted apart, for whoever asks after five
    /// neighbours must still be let in to their own cases by a birth date.</summary>
    public ImmutableArray<DateTimeOffset> WrongLookUps { get; init; } = [];

    /// <summary>Look-ups by NIK in the last 24 hours, whatever they came to.</summary>
    public ImmutableArray<DateTimeOffset> LookUps { get; init; } = [];

    /// <summary>So many look-ups in <see cref="WrongProofsFor"/> are enough: a family has a handful of names, and who has more asks through a
    /// list. Which names they were is not kept.</summary>
    public const int LookUpsMax = 10;

    /// <summary>Whether this chat looks nothing up by NIK now, for too much was wrong.</summary>
    public bool MissedTooManyLookUps(DateTimeOffset now) => StillCounts(WrongLookUps, now).Length >= WrongProofsMax;

    /// <summary>Whether it looks nothing up, for it was much.</summary>
    public bool LookedUpEnough(DateTimeOffset now) => StillCounts(LookUps, now).Length >= LookUpsMax;

    /// <summary>One more look-up by NIK.</summary>
    public Conversation WithLookUp(DateTimeOffset at, bool missed) => this with
    {
        LookUps = StillCounts(LookUps, at).Add(at),
        WrongLookUps = missed ? StillCounts(WrongLookUps, at).Add(at) : WrongLookUps,
    };

    private static ImmutableArray<DateTimeOffset> StillCounts(ImmutableArray<DateTimeOffset> counted, DateTimeOffset now) => counted.RemoveAll(at => at <= now - WrongProofsFor);

    /// <summary>Id of the officer whose chat this is; null: of nobody who works here. Whether they still do is looked up.</summary>
    public string? Officer { get; init; }

    /// <summary>An officer sits at their desk, and not in their own life: design.md, "two desks".</summary>
    public bool AtDesk { get; init; }

    /// <summary>Id of the message of this chat that an officer has answered and not closed; null: there is none.</summary>
    public string? Ticket { get; init; }

    /// <summary>A list that an officer sent here, and that is neither taken in nor dropped yet; null: there is none.</summary>
    public Registry.Lists.BroughtList? List { get; init; }

    /// <summary>When it was asked last whether a service helped; null: never. What was answered is not kept here.</summary>
    public DateTimeOffset? AskedToRateAt { get; init; }

    /// <summary>Ids of messages that took effect, for 48 hours.</summary>
    public ImmutableArray<Seen> Seen { get; init; } = [];

    /// <summary>False once the person blocked the bot, or left for good.</summary>
    public bool IsReachable { get; init; } = true;

    /// <summary>When it was left (<see cref="Leaving"/>): nobody opens it any more, and no message is taken. Null: it was not.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>On a page: the id of the message by which its session was named anew; a cookie that bears another name opens nothing. Null: it has its first name.</summary>
    public string? SessionName { get; init; }

    /// <summary>When a person last said something.</summary>
    public DateTimeOffset TouchedAt { get; init; }

    public bool HasSeen(string id)
    {
        foreach (var seen in Seen.AsSpan())
        {
            if (seen.Id == id) return true;
        }

        return false;
    }

    /// <summary>Only its seen ids are left: nothing can be kept with the key that it had.</summary>
    public bool IsErased => Revision > 0 && KeySlot == 0;

    /// <summary>Whether the person is within this flow, or is being asked whether to keep its draft: a question that falls away with it.</summary>
    public bool IsIn(string flow) => StepMap.FlowOf(Place) == flow || (Place == StepMap.Cancelling && CameFrom is { } from && StepMap.FlowOf(from) == flow);

    /// <summary>The same, no aside leading back into this flow, whose draft is gone.</summary>
    public Conversation NotComingBackTo(string flow) => CameFrom is { } from && StepMap.FlowOf(from) == flow ? this with { CameFrom = null } : this;

    public override string ToString() => $"Conversation {Chat} at {Place}, revision {Revision}";
}

/// <summary>A message that took effect.</summary>
public sealed record Seen(string Id, DateTimeOffset At)
{
    /// <summary>So many are remembered of a chat. The channel repeats only what it could not hand over (at most the last poll of 100, or a
    /// webhook's retries of a day), so a chat that writes more than this in two days loses nothing by the bound.</summary>
    public const int Max = 300;

    /// <summary>So long; Telegram keeps updates for 24 hours.</summary>
    public static readonly TimeSpan For = TimeSpan.FromHours(48);
}

/// <summary>A button that was pressed.</summary>
public sealed record Pressed(int Question, int Choice);

/// <summary>Consent to keep personal data, as it was given.</summary>
/// <param name="Version">Version of the words that were shown.</param>
/// <param name="For">The programme it was given for.</param>
public sealed record Consent(string For, int Version, DateTimeOffset At, DateTimeOffset? WithdrawnAt);

/// <summary>A flow that is begun: its answers and where it stands.</summary>
public sealed record Draft
{
    public required string Flow { get; init; }

    /// <summary>Version of the flow when the draft was begun. Under a later one it may lack answers here and there (<see cref="MoveKind.CatchUp"/>).</summary>
    public required int Version { get; init; }

    /// <summary>Random id; work orders and due rows are tied to it.</summary>
    public required string Id { get; init; }

    public ImmutableDictionary<string, Answer> Answers { get; init; } = ImmutableDictionary<string, Answer>.Empty;

    /// <summary>The step that an interview asks now; null in a flow that goes in order.</summary>
    public string? Asked { get; init; }

    /// <summary>The child asked about now, from 1.</summary>
    public int Child { get; init; } = 1;

    /// <summary>Children in this sitting, from 1.</summary>
    public int Children { get; init; } = 1;

    /// <summary>An answer that waits for "benar".</summary>
    public Answer? Unconfirmed { get; init; }

    /// <summary>What the present question was narrowed to.</summary>
    public string? Narrowed { get; init; }

    /// <summary>Misses at the present question.</summary>
    public int Misses { get; init; }

    /// <summary>Names of steps gone through, the latest last: what "back" goes back over.</summary>
    public ImmutableArray<string> Trail { get; init; } = [];

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset TouchedAt { get; init; }

    /// <summary>The one reminder of a silent draft was sent.</summary>
    public bool WasReminded { get; init; }

    /// <summary>The person sent it while photos were on their way. It is filed by itself when they are there, wherever the person
    /// is then: "tidak perlu apa-apa" was said.</summary>
    public bool IsSent { get; init; }

    public Answers Of(int child) => new(Answers, child);

    public Answers Current => new(Answers, Child);
}
