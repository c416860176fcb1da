using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Applications;

/// <summary>"Lanjut di Telegram": a link for one use that takes draft and cases of this browser to a phone of one's own.</summary>
/// <param name="from">Channels whose device may be somebody else's tomorrow, or whose cookie may be lost.</param>
public sealed class GoOnInTelegramErrand(IReadOnlySet<string> from) : Errand
{
    public override string Name => "telegram";

    public override Say? MenuLabel(Conversation now) => from.Contains(now.Chat.Channel) ? new("Joining.Button.Begin") : null;

    public override Needs NeedsToOpen(Conversation before) => new() { Cases = before.Cases, RandomBytes = JoiningCode.RandomBytes };

    public override void Open(Scene scene, string argument)
    {
        if (!from.Contains(scene.Now.Chat.Channel))
        {
            scene.Note(new Say("Joining.HereAlready"));
            Idle.ShowMenu(scene);
            return;
        }

        // Without a birth date nothing could prove whose it is, and nothing about a person is there to be taken along.
        var payload = "menu";
        var takesAlong = Locking.Births(scene.Now, scene.Known.Cases).Any();
        if (takesAlong)
        {
            var code = JoiningCode.Of(scene.Random(JoiningCode.RandomBytes));
            scene.Write(new Write.OfferJoining(code, scene.At + JoiningCode.GoodFor));
            payload = JoiningCode.Prefix + code.Reveal();
        }

        scene.Ask(
            [takesAlong ? new Say("Joining.Offer", ("menit", (int)JoiningCode.GoodFor.TotalMinutes)) : new Say("Joining.NothingToTake")],
            [[new(Everywhere.Go + Name, new Say("Joining.Button.Open")) { Start = payload }], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
    }
}
