namespace BansosBot.Simulation.City;

/// <summary>What must hold whatever happens.</summary>
internal enum Invariant
{
    /// <summary>A message that was acknowledged took effect once: its id stands in its conversation, once.</summary>
    TakenOnce,

    /// <summary>Also after the power went.</summary>
    AcknowledgedIsKept,

    /// <summary>A repeated update changes nothing and draws nothing.</summary>
    RepeatChangesNothing,

    /// <summary>Each message draws a reply, but for the silent cases that <see cref="Said.MayBeSilent"/> names.</summary>
    Answered,

    /// <summary>With a network that works nobody waits longer than two minutes.</summary>
    AnsweredSoon,

    /// <summary>What was committed is sent, once, in its order for each chat; twice only where a response was lost or the power went.</summary>
    SentOnceInOrder,

    /// <summary>Nothing is parked, nothing is refused by a channel, no error is logged.</summary>
    NoErrors,

    /// <summary>No planted name, number or address stands in a log line.</summary>
    LogsBearNobody,

    /// <summary>Cases are those of which somebody got a receipt; their numbers are 1, 2, 3 ...</summary>
    CasesAreReceipted,

    /// <summary>One running case for a child from one chat, one that is no double from all chats.</summary>
    OneCaseForAChild,

    /// <summary>A draft is in one chat: it moves from the web page to Telegram, and is never in both, nor in none.</summary>
    DraftInOneChat,

    /// <summary>Places in the queue are 1, 2, 3 ... in the order of filing.</summary>
    PlacesInOrder,

    /// <summary>Counters are what a scan of the cases counts.</summary>
    CountersMatch,

    /// <summary>What is claimed is claimed by a running case.</summary>
    ClaimsMatch,

    /// <summary>Every row has its chat: no due, no order, no message of nobody, and none of somebody who had all erased.</summary>
    NothingLeftBehind,

    /// <summary>The audit chain is whole.</summary>
    AuditIsWhole,
}

/// <summary>An invariant does not hold: a bug, here or in the program.</summary>
internal sealed class InvariantBroken(Invariant invariant, string what) : Exception($"{invariant}: {what}")
{
    public Invariant Invariant => invariant;
}

/// <summary>Counts how often each invariant was looked at: one that never was has shown nothing.</summary>
internal sealed class Checks
{
    private readonly int[] held = new int[Enum.GetValues<Invariant>().Length];

    public int this[Invariant invariant] => held[(int)invariant];

    /// <exception cref="InvariantBroken">It does not hold.</exception>
    public void Holds(Invariant invariant, bool holds, Func<string> otherwise)
    {
        if (!holds) throw new InvariantBroken(invariant, otherwise());
        held[(int)invariant]++;
    }
}
