using System.Collections.Immutable;
using Stateless;

namespace BansosBot.Domain.Conversations;

/// <summary>A move that the map may permit.</summary>
/// <param name="To">The state aimed at; moves that hang on a superstate bear none.</param>
public readonly record struct Move(MoveKind Kind, string To)
{
    public static Move Go(string to) => new(MoveKind.Go, to);

    public static readonly Move Menu = new(MoveKind.Menu, "");
    public static readonly Move Cancel = new(MoveKind.Cancel, "");
    public static readonly Move Officer = new(MoveKind.Officer, "");
    public static readonly Move Answered = new(MoveKind.Answered, "");
    public static readonly Move Expire = new(MoveKind.Expire, "");
    public static readonly Move Lock = new(MoveKind.Lock, "");
}

public enum MoveKind
{
    /// <summary>On to a state that the flow declares.</summary>
    Go,

    /// <summary>On over answers that are there already: the flow grew while the draft waited, or a photo was refused since, and it lacks one here and there.</summary>
    CatchUp,

    /// <summary>Back to a state of the same flow.</summary>
    Back,

    /// <summary>Back from an aside (cancelling, writing to an officer) to where one was.</summary>
    Resume,

    Menu,
    Cancel,
    Officer,

    /// <summary>An officer answers: what is written goes to them.</summary>
    Answered,

    Expire,

    /// <summary>Closed until the child's birth date is given.</summary>
    Lock,
}

/// <summary>
/// The one map of allowed moves of every conversation, built once from the flows. It forbids by default: a wrong
/// "next" is refused, and the message that caused it is parked.
/// </summary>
/// <remarks>
/// Stateless, shared by all threads: <see cref="FiringMode.Immediate"/> (the default mode queues inside the machine and
/// mixes up callers, StatelessFactsTests), no callbacks, state in a thread-static cursor, <c>CanFire</c> only.
/// States: <see cref="Idle"/>; a step <c>flow/step</c>; the same step while it is mended from the summary
/// <c>flow/step!</c>; the summary <c>flow/!review</c>; waiting for files after "kirim" <c>flow/!filing</c>;
/// the asides <see cref="Cancelling"/>, <see cref="ToOfficer"/> and <see cref="WithOfficer"/>, in which the bot is silent; <see cref="Locked"/>, from
/// which only the proof leads on.
/// </remarks>
public sealed class StepMap
{
    public const string Idle = "idle";
    public const string Cancelling = "!cancel";
    public const string ToOfficer = "!officer";
    public const string WithOfficer = "!withofficer";
    public const string Locked = "!locked";

    /// <summary>Stands in the state of an interview where another has the step.</summary>
    private const string Interview = "?";

    private const string Talking = "talking";
    private const string Asides = "asides";

    [ThreadStatic] private static string? at;        // a move is synchronous: one thread, one cursor

    private readonly StateMachine<string, Move> machine;
    private readonly ImmutableHashSet<string> known;

    public StepMap(ImmutableArray<Flow> flows)
    {
        known = [Idle, Cancelling, ToOfficer, WithOfficer, Locked, .. flows.SelectMany(StatesOf)];
        machine = Draw(flows);
    }

    /// <summary>The state at a step. An interview has one state, which is entered again for each question: which one is asked stands in the draft.</summary>
    public static string At(Flow flow, string step) => flow.Interview is null ? $"{flow.Name}/{step}" : $"{flow.Name}/{Interview}";

    public static string Mending(Flow flow, string step) => $"{flow.Name}/{step}!";

    public static string Review(Flow flow) => $"{flow.Name}/!review";

    public static string Filing(Flow flow) => $"{flow.Name}/!filing";

    /// <summary>Name of the flow that a state belongs to; null for idle and the asides.</summary>
    public static string? FlowOf(string state) => state.IndexOf('/', StringComparison.Ordinal) is > 0 and var i ? state[..i] : null;

    /// <summary>Name of the step of a state; null where it is none.</summary>
    public static string? StepOf(string state)
    {
        var i = state.IndexOf('/', StringComparison.Ordinal);
        return i < 0 || state[i + 1] == '!' ? null : state[(i + 1)..].TrimEnd('!');
    }

    public static bool IsMending(string state) => state.EndsWith('!');

    public static bool IsReview(string state) => state.EndsWith("/!review", StringComparison.Ordinal);

    /// <summary>Whether the map has this state; a stored one that it lacks is mapped before it is used (<see cref="Course"/>).</summary>
    public bool Has(string state) => known.Contains(state);

    /// <summary>All states, for the walk and the drawings.</summary>
    public IEnumerable<string> States => known;

    /// <summary>The machine's own description, for the drawings in docs/.</summary>
    public Stateless.Reflection.StateMachineInfo Info => Read(() => machine.GetInfo());

    /// <summary>The state after a move; null where the map forbids it.</summary>
    public string? After(string from, Move move)
    {
        // A state the machine does not know would be added to its shared table by the very question.
        if (!known.Contains(from) || (move.To.Length > 0 && !known.Contains(move.To))) return null;
        at = from;
        if (!machine.CanFire(move)) return null;
        machine.Fire(move);
        return at;
    }

    private static IEnumerable<string> StatesOf(Flow flow)
    {
        if (flow.Interview is not null)
        {
            yield return At(flow, Interview);
            yield break;
        }

        foreach (var step in flow.Steps)
        {
            yield return At(flow, step.Name);
            if (flow.HasReview) yield return Mending(flow, step.Name);
        }

        if (flow.HasReview)
        {
            yield return Review(flow);
            if (flow.HasDocuments) yield return Filing(flow);
        }
    }

    private static StateMachine<string, Move> Draw(ImmutableArray<Flow> flows)
    {
        at = Idle;
        var map = new StateMachine<string, Move>(() => at!, next => at = next, FiringMode.Immediate);
        map.Configure(Talking)
            .Permit(Move.Menu, Idle)
            .Permit(Move.Expire, Idle)
            .Permit(Move.Cancel, Cancelling)
            .Permit(Move.Officer, ToOfficer)
            .Permit(Move.Answered, WithOfficer)
            .Permit(Move.Lock, Locked);
        map.Configure(Asides).Permit(Move.Menu, Idle).Permit(Move.Expire, Idle).Permit(Move.Lock, Locked);
        map.Configure(Locked).Permit(Move.Menu, Idle);
        map.Configure(Cancelling).SubstateOf(Asides).Permit(Move.Officer, ToOfficer).Permit(Move.Answered, WithOfficer);
        map.Configure(ToOfficer).SubstateOf(Asides).Permit(Move.Cancel, Cancelling).Permit(Move.Answered, WithOfficer).Permit(new(MoveKind.Resume, Idle), Idle);
        map.Configure(WithOfficer).SubstateOf(Asides).Permit(Move.Officer, ToOfficer).Permit(new(MoveKind.Resume, Idle), Idle);
        map.Configure(Idle).Permit(Move.Officer, ToOfficer).Permit(Move.Answered, WithOfficer).Permit(Move.Lock, Locked).PermitReentry(Move.Menu).Ignore(Move.Cancel).Ignore(Move.Expire);
        foreach (var flow in flows) Draw(map, flow);
        return map;
    }

    private static void Draw(StateMachine<string, Move> map, Flow flow)
    {
        var super = $"flow:{flow.Name}";
        map.Configure(super).SubstateOf(Talking);
        foreach (var state in StatesOf(flow))
        {
            map.Configure(state).SubstateOf(super);
            map.Configure(Idle).Permit(Move.Go(state), state);                       // begun, or a draft gone on with
            map.Configure(Cancelling).Permit(new(MoveKind.Resume, state), state);
            map.Configure(ToOfficer).Permit(new(MoveKind.Resume, state), state);
            map.Configure(WithOfficer).Permit(new(MoveKind.Resume, state), state);
            map.Configure(Locked).Permit(new(MoveKind.Resume, state), state);
        }

        if (flow.Interview is not null)
        {
            var asked = At(flow, Interview);
            map.Configure(asked).PermitReentry(Move.Go(asked)).PermitReentry(new(MoveKind.Back, asked));
            return;
        }

        for (var i = 0; i < flow.Steps.Length; i++)
        {
            var step = flow.Steps[i];
            var here = map.Configure(At(flow, step.Name));
            foreach (var next in FlowShape.After(flow, i)) here.Permit(Move.Go(At(flow, next.Name)), At(flow, next.Name));
            foreach (var other in flow.Steps.Where(s => s.Name != step.Name))
            {
                here.Permit(new(MoveKind.Back, At(flow, other.Name)), At(flow, other.Name));
                here.Permit(new(MoveKind.CatchUp, At(flow, other.Name)), At(flow, other.Name));
            }

            if (!flow.HasReview) continue;

            here.Permit(Move.Go(Review(flow)), Review(flow));
            map.Configure(Review(flow)).Permit(Move.Go(Mending(flow, step.Name)), Mending(flow, step.Name));
            var mending = map.Configure(Mending(flow, step.Name))
                .Permit(Move.Go(Review(flow)), Review(flow))
                .Permit(new(MoveKind.Back, Review(flow)), Review(flow));
            foreach (var other in FlowShape.OpenedByMending(flow, step))
                mending.Permit(Move.Go(Mending(flow, other.Name)), Mending(flow, other.Name));
            foreach (var other in flow.Steps.Where(s => s.Name != step.Name))
                mending.Permit(new(MoveKind.CatchUp, Mending(flow, other.Name)), Mending(flow, other.Name));
        }

        if (!flow.HasReview) return;
        map.Configure(Review(flow)).Permit(Move.Go(Idle), Idle);
        if (!flow.HasDocuments) return;
        map.Configure(Review(flow)).Permit(Move.Go(Filing(flow)), Filing(flow));
        map.Configure(Filing(flow)).Permit(Move.Go(Review(flow)), Review(flow)).Permit(Move.Go(Idle), Idle);
    }

    private static T Read<T>(Func<T> read)
    {
        at = Idle;
        return read();
    }
}
