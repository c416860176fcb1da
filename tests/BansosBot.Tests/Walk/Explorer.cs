using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Texts;

namespace BansosBot.Tests.Walk;

/// <summary>A place of the walk, and the way that led there.</summary>
internal sealed record Node(World World, Node? From, string By)
{
    /// <summary>As in a transcript: <c>/daftar > [ayah] > 12-3-2014</c>.</summary>
    public string Way
    {
        get
        {
            var said = new Stack<string>();
            for (var at = this; at.From is not null; at = at.From) said.Push(at.By);
            return $"{World.Chat.Place} by {string.Join(" > ", said)}";
        }
    }
}

/// <summary>What is sent at a place.</summary>
internal enum Sending
{
    /// <summary>Every input there is.</summary>
    Everything,

    /// <summary>The buttons, and answers that lead on.</summary>
    WhatLeads,
}

/// <summary>What one message did.</summary>
internal sealed record Outcome(Node After, Effects Effects)
{
    public World World => After.World;

    /// <summary>Keys of everything that was said, whole and in parts, buttons too.</summary>
    public IEnumerable<string> Keys => Effects.Says.SelectMany(Explorer.SaysIn).Select(s => s.Key);
}

/// <summary>
/// Goes through a conversation breadth-first, from the machine itself: at every place that differs it sends every input,
/// and goes on from what came of it. Places differ by the state of the map and by what the draft's present question looks
/// like, not by the answers that were given; where answers open and close steps, those count too.
/// </summary>
internal sealed class Explorer(Talk talk, Wording wording)
{
    // From the third miss on a question is asked in other words.
    private const int MissesShown = 3;

    private readonly Queue<(Node Node, Sending With)> waiting = new();
    private readonly HashSet<string> leads = [];
    private readonly HashSet<string> faces = [];
    private readonly HashSet<string> wholes = [];
    private readonly HashSet<string> rendered = [];

    /// <summary>Places that got every input, in the order in which they were reached.</summary>
    public List<Node> Places { get; } = [];

    /// <summary>Text keys that were said.</summary>
    public HashSet<string> Said { get; } = [];

    /// <summary>States of the map that were stood at.</summary>
    public HashSet<string> Stood { get; } = [];

    /// <summary>What went wrong, each with the way that led there.</summary>
    public List<string> Faults { get; } = [];

    public int Turns { get; private set; }

    /// <summary>A receipt code that people type.</summary>
    public string Code { get; set; } = "ABCD-EFGH-JKLM";

    /// <summary>Goes on from these worlds until nothing new is found.</summary>
    /// <param name="with">What is sent.</param>
    /// <param name="except">A flow that is not gone into: what it leads to was seen from elsewhere.</param>
    /// <param name="within">The only flow that is gone into, with what is asked on the way out of it; where nothing but it is new. Null: all.</param>
    public void Explore(IEnumerable<World> starts, Sending with = Sending.Everything, string? except = null, string? within = null)
    {
        foreach (var start in starts)
        {
            Stood.Add(start.Chat.Place);
            waiting.Enqueue((new Node(start, null, ""), with));
        }

        while (waiting.TryDequeue(out var next))
        {
            var from = next.Node with { World = next.Node.World.StoredAndLoaded() };
            if (next.With == Sending.Everything) Places.Add(from);
            foreach (var input in Sent(from.World, next.With))
            {
                if (Send(from, input) is { } outcome && IsGoneInto(outcome.World.Chat)) Arrive(outcome.After, with, within);
            }
        }

        bool IsGoneInto(Conversation c) =>
            (except is null || StepMap.FlowOf(c.Place) != except) && (within is null || StepMap.FlowOf(c.Place) == within || StepMap.FlowOf(c.CameFrom ?? "") == within);
    }

    /// <summary>One message; null where it failed, which is noted.</summary>
    public Outcome? Send(Node from, Input input)
    {
        Turns++;
        var world = from.World with { Now = from.World.Now + input.Later };
        var after = new Node(world, from, input.Shown);
        try
        {
            var effects = talk.Decide(world.Chat, input.Message, world.LookUp(talk.Needs(world.Chat, input.Message, world.Now)), world.Now);
            after = after with { World = world.After(effects) with { Now = from.World.Now } };
            if (Fault(from.World, after.World, input.Message, effects) is { } fault) Faults.Add($"{fault}: {after.Way}");
            return new(after, effects);
        }
        catch (Exception e) when (e is InvalidOperationException or CannotSay or ArgumentException or KeyNotFoundException or InvalidCastException or NullReferenceException)
        {
            Faults.Add($"{e.Message}: {after.Way}");
            return null;
        }
    }

    /// <summary>The kind of the question that is open; null at the menu, in an aside, at the summary.</summary>
    public QuestionKind? Asked(World w) => StepAt(w)?.Kind;

    /// <summary>The step whose question is open; null at the menu, in an aside, at the summary.</summary>
    public Step? StepAt(World w) =>
        StepMap.StepOf(w.Chat.Place) is { } step && talk.ErrandAt(w.Chat.Place).Flow is { } flow ? flow.Find(flow.Interview is null ? step : w.Draft!.Asked!) : null;

    private IEnumerable<Input> Sent(World w, Sending with) => with switch
    {
        _ when w.Draft is { Misses: > 0 and < MissesShown } => [Inputs.Words(w, "???")],
        Sending.Everything => Inputs.All(w, Asked(w), Code),
        _ => Inputs.ThatLead(w, Asked(w), Code),
    };

    private void Arrive(Node node, Sending with, string? within)
    {
        Stood.Add(node.World.Chat.Place);
        var face = Face(node.World);
        // It may have been come to before, by what leads only.
        if (within is not null && StepMap.FlowOf(node.World.Chat.Place) == within && wholes.Add(face)) waiting.Enqueue((node, with));
        else if (faces.Add(face)) waiting.Enqueue((node, IsOddTwice(node.World) || IsPageBesideADraft(node.World) ? Sending.WhatLeads : with));
        else if (node.World.Draft is not { Misses: > 0 } && leads.Add($"{face} {Open(node.World)}")) waiting.Enqueue((node, Sending.WhatLeads));
    }

    // Everything is sent at a second child's question, or to a question that is narrowed and missed and half confirmed, as it is at the plain one.
    private static bool IsOddTwice(World w) => w.Draft is { } draft && StepMap.StepOf(w.Chat.Place) is not null
        && (draft.Child > 1 || (draft.Narrowed is null ? 0 : 1) + (draft.Unconfirmed is null ? 0 : 1) + (draft.Misses >= MissesShown ? 1 : 0) + Collected(draft) > 1);

    // Everything is sent at each page where nothing was begun, and at the menu itself whatever was begun: words mean the same at both.
    private static bool IsPageBesideADraft(World w) => w.Chat.Place == StepMap.Idle && !w.Chat.Drafts.IsEmpty && !w.Chat.Choices.Contains($"{Everywhere.Go}language");

    private static int Collected(Draft draft) =>
        Math.Min(2, draft.Answers.Where(a => a.Key.EndsWith('+')).Select(a => ((Answer.Papers)a.Value).Pages.Length).DefaultIfEmpty().Max());

    // How the place looks to whoever stands there.
    private static string Face(World w)
    {
        var (c, draft) = (w.Chat, w.Draft);
        var isQuestion = StepMap.StepOf(c.Place) is not null;
        return isQuestion
            ? string.Join(' ', c.Place, draft!.Asked, Narrowed(draft.Narrowed), draft.Unconfirmed, Math.Min(draft.Misses, MissesShown), Collected(draft), draft.Child > 1, draft.Version)
            : string.Join(
                ' ', c.Place, c.Place is StepMap.Cancelling or StepMap.ToOfficer or StepMap.WithOfficer ? Sort(c.CameFrom) : "", draft?.Children > 1, string.Join(',', c.Drafts.Keys.Order(StringComparer.Ordinal)),
                string.Join(',', c.Choices.Select(Sort).Where(n => Everywhere.IsEverywhere(n) || StepMap.FlowOf(c.Place) is not null).Distinct()), string.Join(',', c.Cases.Where(w.Cases.ContainsKey).Select(id => w.Cases[id].Stage).Distinct().Order()), w.Orders.Any());
    }

    // "Which line?" and "which case?" offer as many as there are, and one can step aside from each step: one of a sort stands for all.
    private static string Sort(string? name) => name switch
    {
        null => "",
        _ when name.StartsWith("mend:", StringComparison.Ordinal) => "mend",
        // What was picked so far to be mended: none, one or more.
        _ when name.Split(':') is [_, Domain.Staff.CorrectionDeskErrand.Called, _, var items, ..] parts => $"go:mend {Math.Min(items.Count(c => c == '='), 2)} {parts.Length > 4 && parts[4].Length > 1}{parts[^1] is "!" or "+"}",
        _ when name.Split(':') is [var go, var errand, _] => $"{go}:{errand}:x",
        _ when StepMap.FlowOf(name) is { } flow => $"{flow}{(StepMap.StepOf(name) is null ? "" : "/step")}{(StepMap.IsMending(name) ? "!" : "")}",
        _ => name,
    };

    // What an address still lacks, or of what sort the places are that a name was narrowed to.
    private static string? Narrowed(string? to) => to switch
    {
        null => null,
        _ when to.Split(';', 3) is [var rt, var rw, var street] => $"{rt.Length > 0}{rw.Length > 0}{street.Length > 0}",
        _ when to.Contains(':', StringComparison.Ordinal) => to[..(to.IndexOf(':', StringComparison.Ordinal) + 4)],
        _ => to,
    };

    // Which conditional steps are open, closed or undecided; in an interview also, what is settled.
    private string Open(World w)
    {
        if (w.Draft is not { } draft || StepMap.IsMending(w.Chat.Place) || talk.FindFlow(draft.Flow) is not { } flow) return "";
        var today = talk.Office.DayOf(w.Now);
        const string NotSettled = "-";
        var settled = flow.Interview is not { } interview ? []
            : interview.Findings(draft.Of(0), today).Select(f => f.Finding.IsSettled ? f.Finding.Verdict.ToString() : NotSettled);
        return string.Concat(settled) + string.Concat(flow.Steps.Where(s => s.IsConditional).Select(s => (int)s.When.Holds(draft.Of(1), today)));
    }

    private string? Fault(World before, World after, Incoming message, Effects effects)
    {
        var own = effects.Says.Where(s => s.To == after.Chat.Chat).ToList();
        if (!talk.Map.Has(after.Chat.Place)) return "a place that the map lacks";
        if (TooLong(effects) is { } key) return $"{key} is too long for Telegram";
        // To another's chat only as news, which keep the quiet hours; a question there is of their own other device, which they left just now.
        if (effects.Says.Any(s => s.To != after.Chat.Chat && s is { IsNews: false, Question: 0 })) return "said to another's chat, and not as news";
        if (TwiceOffered(own) is { } twice) return $"{twice} stands on two buttons";
        if (after.Chat.Place == StepMap.Idle && after.Chat.Drafts.Keys.FirstOrDefault(f => talk.FindFlow(f) is not { KeepsDraft: true }) is { } left) return $"answers of {left} were left behind";
        if (effects.ErasesChat) return own.Count == 1 && own[0].IsFarewell ? null : "erased without a farewell";
        if (!message.IsByPerson) return null;
        if (after.Chat.LeftAt is not null) return own.Count == 0 ? null : "said to a conversation that was left";
        if (message is Incoming.Press press && before.Chat.LastPress == new Pressed(press.Question, press.Choice) && press.Question != before.Chat.Question)
            return own.Count == 0 ? null : "the second press on a button was answered";
        if (own.Count == 0 && before.Chat.Place == StepMap.WithOfficer && after.Chat.Place == StepMap.WithOfficer) return effects.Says.Length == 1 ? null : "said to an officer, and passed on to nobody";
        if (own.Count > 0 && !effects.Orders.IsEmpty) return null;        // what is under way comes back with the question
        return own.Count == 0 ? "no answer" : after.Chat.Place == StepMap.Locked ? null : after.Chat.Choices.IsEmpty || own[^1].Buttons.IsEmpty ? "no question that can be answered" : null;
    }

    // Buttons that bear a name or number of somebody may share their text key.
    private static string? TwiceOffered(List<Outgoing> own) =>
        own.SelectMany(s => s.Buttons.SelectMany(r => r).Select(b => b.Label).Where(l => l.Values.IsEmpty).GroupBy(l => l.Key).Where(g => g.Count() > 1).Select(g => g.Key)).FirstOrDefault();

    // Bot API: a message has at most 4096 characters, a button's label is not limited but is one line here.
    private string? TooLong(Effects effects)
    {
        foreach (var message in effects.Says)
        {
            var keys = SaysIn(message).Select(s => s.Key).ToList();
            Said.UnionWith(keys);
            if (!rendered.Add(string.Join('|', keys))) continue;
            var length = 0;
            foreach (var part in message.Parts) length += wording.Render(part, Language.Indonesian, World.Start, _ => "YAPI-2025-000001").Text.Length + 2;
            foreach (var button in message.Buttons.SelectMany(r => r)) wording.Render(button.Label, Language.Indonesian, World.Start);
            if (length > 4_096) return message.Parts[0].Key;
        }

        return null;
    }

    /// <summary>Everything that a message says, the texts inside texts too.</summary>
    public static IEnumerable<Say> SaysIn(Outgoing message) => message.Parts.Concat(message.Buttons.SelectMany(r => r).Select(b => b.Label)).SelectMany(SaysIn);

    private static IEnumerable<Say> SaysIn(Say say) => say.Values.SelectMany(v => v.Value switch
    {
        SayValue.Text(var inner) => SaysIn(inner),
        SayValue.Together(var items) => items.SelectMany(SaysIn),
        SayValue.Lines(var items, _) => items.SelectMany(SaysIn),
        _ => [],
    }).Prepend(say);
}
