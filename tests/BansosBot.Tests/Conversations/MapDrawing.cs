using System.Globalization;
using System.Text;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Texts;
using Stateless.Reflection;

namespace BansosBot.Tests.Conversations;

/// <summary>Draws the step map for people: its states by sort, once, and the questions of a flow as a table. Everything is read from the machine.</summary>
internal sealed class MapDrawing(StepMap map, Wording words)
{
    private static readonly (string Sort, string Means)[] Sorts =
    [
        (StepMap.Idle, "menu"), ("step", "a question"), ("step!", "a question mended from the summary"), ("!review", "summary"), ("!filing", "waiting for photos after kirim"),
        (StepMap.Cancelling, "keep the draft?"), (StepMap.ToOfficer, "message for the officer"),
    ];

    public string Draw(Flow flow) =>
        $"""
        # A conversation

        Drawn from the machine itself; the test that compares it writes it anew.

        ## Where a conversation can stand

        Every flow has the same states: each of its questions, and with a summary the same question while it is mended.
        What hangs on the outer state (talking, asides) is open at every state in it.

        ```mermaid
        {States(flow)}
        ```

        ## The questions of {flow.Name}

        In order. One that stands under a condition is passed over once the condition is refuted. The marks: *each child*: asked
        anew for each child; *then*: what may follow, without the summary, which may follow every question.

        | | question | kind | asked | then |
        | --- | --- | --- | --- | --- |
        {Table(flow)}
        """.ReplaceLineEndings("\n") + "\n";

    private string States(Flow flow)
    {
        var text = new StringBuilder("stateDiagram-v2\n    [*] --> idle\n");
        var states = map.Info.States.ToDictionary(s => (string)s.UnderlyingState);
        foreach (var (sort, means) in Sorts) text.Append(CultureInfo.InvariantCulture, $"    {Id(sort)} : {means}\n");
        foreach (var outer in states.Values.Where(s => s.Superstate is null && s.Substates.Any()).OrderBy(s => s.UnderlyingState))
        {
            text.Append(CultureInfo.InvariantCulture, $"    state {outer.UnderlyingState} {{\n");
            foreach (var sort in Leaves(outer).Where(s => IsOf(s, flow)).Select(Sort).Distinct().Order(StringComparer.Ordinal))
                text.Append(CultureInfo.InvariantCulture, $"        {Id(sort)}\n");
            text.Append("    }\n");
        }

        var moves = from state in states.Values
                    from move in state.FixedTransitions
                    let way = (Start: (string)state.UnderlyingState, End: (string)move.DestinationState.UnderlyingState)
                    where IsOf(way.Start, flow) && IsOf(way.End, flow)
                    group ((Move)move.Trigger.UnderlyingTrigger).Kind by (Start: Id(Sort(way.Start)), End: Id(Sort(way.End)));
        foreach (var (start, end, kinds) in moves.Select(m => (m.Key.Start, m.Key.End, string.Join(", ", m.Distinct().Order()))).Order())
            text.Append(CultureInfo.InvariantCulture, $"    {start} --> {end} : {kinds}\n");
        return text.ToString().TrimEnd();
    }

    private string Table(Flow flow)
    {
        var states = map.Info.States.ToDictionary(s => (string)s.UnderlyingState);
        return string.Join('\n', flow.Steps.Select((step, i) =>
        {
            var after = states[StepMap.At(flow, step.Name)].FixedTransitions
                .Where(t => ((Move)t.Trigger.UnderlyingTrigger).Kind == MoveKind.Go).Select(t => StepMap.StepOf((string)t.DestinationState.UnderlyingState))
                .OfType<string>().OrderBy(flow.IndexOf).Select(n => $"`{n}`");
            var title = map.Has(StepMap.Review(flow)) && step.Part != Part.Threshold && step.Name != FlowShape.MoreChildren
                ? $" {words.Render(new Say(step.TextKey + ".Name"), Language.Indonesian, default).Text}" : "";
            string[] asked = [.. step.PerChild ? ["each child"] : (string[])[], .. step.IsConditional ? ["when " + InWords(step.When)] : (string[])[]];
            return $"| {i + 1} | `{step.Name}`{title} | {step.Kind.Name} | {string.Join("; ", asked)} | {string.Join(", ", after)} |";
        }));
    }

    private static string InWords(Condition condition) => condition switch
    {
        Condition.Is(var step, var choices) => $"`{step}` is {string.Join(" or ", choices)}",
        Condition.Not(Condition.Is(var step, var choices)) => $"`{step}` is not {string.Join(" or ", choices)}",
        Condition.Not(var inner) => $"not ({InWords(inner)})",
        Condition.All(var inner) => string.Join(" and ", inner.Select(InWords)),
        Condition.Any(var inner) => string.Join(" or ", inner.Select(InWords)),
        Condition.Surely(var inner) => $"surely {InWords(inner)}",
        Condition.Age(var step, var from, var below) => $"the age from `{step}` is {from} to below {below} months",
        _ => "always",
    };

    private static IEnumerable<string> Leaves(StateInfo state) =>
        state.Substates.Any() ? state.Substates.SelectMany(Leaves) : [(string)state.UnderlyingState];

    private static bool IsOf(string state, Flow flow) => StepMap.FlowOf(state) is null || StepMap.FlowOf(state) == flow.Name;

    private static string Sort(string state) => StepMap.FlowOf(state) is null ? state
        : StepMap.StepOf(state) is null ? state[(state.IndexOf('/', StringComparison.Ordinal) + 1)..]
        : StepMap.IsMending(state) ? "step!" : "step";

    // Mermaid's names are letters.
    private static string Id(string sort) => sort switch
    {
        "step!" => "mending",
        "step" => "question",
        _ when sort.StartsWith("flow:", StringComparison.Ordinal) => "talking",
        _ => sort.TrimStart('!'),
    };
}
