using BansosBot.Domain.Conversations;

namespace BansosBot.Tests.Walk;

/// <summary>A photo is refused when one has gone on, and left: its step, the last gone through, is the one that is open again.</summary>
[Collection(nameof(Walked))]
public sealed class ReopenedStepTests
{
    [Fact]
    public void Back_from_it_leads_to_the_step_before_it_and_on_over_what_is_answered()
    {
        var asked = Walked.All.Places.First(p => p.World.Chat.Place == "yapi/guardian_ktp" && p.World.Draft is { Misses: 0, Children: 1 } && !p.World.Orders.Any());
        var after = Say(Walked.All.Send(asked, Inputs.All(asked.World, null, "").First(i => i.Shown == "(foto)"))!.After, "sudah semua");
        var (photo, before) = (after.World.Draft!.Trail[^1], after.World.Draft.Trail[^2]);
        var refusal = Inputs.All(after.World, null, "").First(i => i.Message is Incoming.FileRefused { Work: not "tidak-ada" }).Message;

        var menu = Say(after, "menu");
        var refused = Walked.All.Send(menu, new("(ditolak)", refusal with { Id = menu.World.NextId }))!.After;
        var again = Say(refused, "lanjut");
        Assert.Equal(StepOf(photo), StepMap.StepOf(again.World.Chat.Place));
        var back = Say(again, "kembali");

        Assert.Equal(StepOf(before), StepMap.StepOf(back.World.Chat.Place));
        var on = Say(Say(back, "Kp. Kebon RT 2 RW 5"), "tunjukkan di kantor");
        Assert.Equal(after.World.Chat.Place, on.World.Chat.Place);
    }

    private static string StepOf(string key) => key.Split('#')[0];

    private static Node Say(Node at, string words) => (Walked.All.Send(at, Inputs.Words(at.World, words)) ?? throw new InvalidOperationException(Walked.All.Faults[^1])).After;
}
