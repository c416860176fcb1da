using BansosBot.Domain.Conversations;
using BansosBot.Simulation;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests.Conversations;

public sealed class MapDrawingTests
{
    [Fact]
    public void The_drawing_in_docs_is_the_map()
    {
        var path = Path.Combine(Repository.Root, "docs", "conversation.md");
        var drawn = Draw(Shipped.Flow);

        if (!File.Exists(path) || File.ReadAllText(path) != drawn)
        {
            File.WriteAllText(path, drawn);
            Assert.Fail("docs/conversation.md was old and is drawn anew: look at it and commit it.");
        }
    }

    [Fact]
    public void A_step_more_a_condition_less_and_another_order_are_other_drawings()
    {
        var flow = Shipped.Flow;
        var drawn = Draw(flow);

        Assert.NotEqual(drawn, Draw(flow with { Steps = flow.Steps.RemoveAt(flow.Steps.Length - 1) }));
        Assert.NotEqual(drawn, Draw(flow with { Steps = [.. flow.Steps.Select(s => s with { When = new Domain.Programmes.Condition.Always() })] }));
        Assert.NotEqual(drawn, Draw(flow with { Steps = [.. flow.Steps.Reverse()] }));
    }

    private static string Draw(Flow flow) => new MapDrawing(new StepMap([flow]), Shipped.Words).Draw(flow);
}
