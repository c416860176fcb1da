using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Applications;

/// <summary>"Lanjut di Telegram": a link for one use that takes draft and cases of this browser to a phone of one's own.</summary>
/// <param name="from">Channels whose device may be somebody else's tomorrow, or whose cookie may be lost.</param>
public sealed class GoOnInTelegramErrand(IReadOnlySet<string> from) : Errand
{
    public override string Name => "telegram";

    public override Say? MenuLabel(Conversation now) => from.Contains(now.Chat.Channel) ? new("Joining.Button.Begin") : null;

    public override Needs NeedsToOpen(Conversation before) => new() { Cases = before.Cases, Wishes = true, RandomBytes = LinkCode.RandomBytes };

    public override void Open(Scene scene, string argument)
    {
        if (!from.Contains(scene.Now.Chat.Channel))
        {
            scene.Note(new Say("Joining.HereAlready"));
            Idle.ShowMenu(scene);
            return;
        }

        // Without a birth date nothing could prove whose it is, and nothing about a person is there to be taken along: at most a wish for news,
        // which says of nobody more than a part of the city.
        var payload = "menu";
        var offer = Locking.Births(scene.Now, scene.Known.Cases).Any() ? "Joining.Offer" : scene.Known.Wishes.IsEmpty ? null : "Joining.OfferWishes";
        if (offer is not null)
        {
            var code = LinkCode.Of(scene.Random(LinkCode.RandomBytes));
            scene.Write(new Write.OfferJoining(code, scene.At + JoiningOffer.GoodFor));
            payload = JoiningOffer.Prefix + code.Reveal();
        }

        scene.Ask(
            [offer is not null ? new Say(offer, ("menit", (int)JoiningOffer.GoodFor.TotalMinutes)) : new Say("Joining.NothingToTake")],
            [[new(Everywhere.Go + Name, new Say("Joining.Button.Open")) { Start = payload }], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
    }
}
