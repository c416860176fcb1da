using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Figures;

/// <summary><c>/rekap</c>: what is open, late and done this month, by kecamatan and stage: in words at once, and as a picture and a sheet, which a worker draws.</summary>
/// <remarks>Each sees their own area. Nothing of it names anybody.</remarks>
public sealed class RecapErrand : StaffErrand
{
    public const string Called = "recap";

    public override string Name => Called;

    internal static string Opens(RecapFor @for) => $"{Everywhere.Go}{Called}:{@for}";

    /// <summary>Who may open cases may count them.</summary>
    internal static bool IsFor(Officer officer) => Permissions.Allows(officer.Role, StaffAct.SeeFigures, Stage.Submitted, Whose.Nobodys);

    protected override Needs NeedsAtDesk(Conversation before, string argument) => new() { Figures = true, RandomBytes = Scene.RandomIdBytes };

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        if (!IsFor(officer))
        {
            DeskErrand.Refuse(scene, officer, Called);
            return;
        }

        var recap = new Recap(scene.At, argument == nameof(RecapFor.Public) ? RecapFor.Public : RecapFor.Staff, officer.Kecamatan(), scene.Known.Figures);
        scene.Audit(Act.FiguresSeen, officer.Id, recap.For.ToString());
        var isShared = scene.Talk.SharedChannels.Contains(scene.Now.Chat.Channel);
        if (!isShared) scene.Order(new(scene.RandomId(), scene.Now.Chat, File: null) { Recap = recap });
        var other = recap.For == RecapFor.Staff ? RecapFor.Public : RecapFor.Staff;
        scene.Ask(
            [.. RecapWords.Of(recap, scene.Today), new Say(isShared ? "Recap.NoPictureHere" : "Recap.PictureComes")],
            [[new(Opens(other), new Say($"Recap.Button.{other}"))], DeskErrand.Row]);
    }

    /// <summary>What must be known when a worker has drawn it.</summary>
    internal static Needs NeedsOfDrawn(Conversation before) => new() { Officer = before.Officer };

    /// <summary>It is drawn: sent to who still works here.</summary>
    internal static void Drawn(Scene scene, Incoming.RecapDrawn drawn)
    {
        scene.OrderDone(drawn.Work);
        if (scene.Known.Officer is not { WorksHere: true } officer || !IsFor(officer))
        {
            scene.FileGone(drawn.Image);          // put out while it was drawn
            scene.FileGone(drawn.Sheet);
            return;
        }

        scene.ActsAs = officer;
        scene.Write(new Write.RestOn(officer));
        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"rekap-{scene.Talk.Office.DayOf(drawn.At):yyyy-MM-dd}");
        Send(new($"Recap.Picture.{drawn.For}", ("saat", new SayValue.Moment(drawn.At))), new(drawn.Image, name + ".png") { IsPicture = true });
        Send(new($"Recap.Sheet.{drawn.For}", ("saat", new SayValue.Moment(drawn.At))), new(drawn.Sheet, name + ".xlsx"));

        void Send(Say words, SentDocument document) => scene.Send(new() { To = scene.Now.Chat, Language = scene.Now.Language, Parts = [words], Document = document });
    }
}
