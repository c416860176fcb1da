using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Staff;

/// <summary>Gives a guardian who stands at the counter a code by which their chat joins the case, once. The one before is good no more.</summary>
/// <remarks>It is shown in the officer's own chat, in a message of its own to copy or to print. A page that others may sit down at shows none.</remarks>
public sealed class CodeDeskErrand : CaseErrand
{
    private const string Makes = "make";

    public override string Name => "deskcode";

    protected override StaffAct Act => StaffAct.HandOutCode;

    protected override Needs NeedsAtDesk(Conversation before, string argument) => base.NeedsAtDesk(before, argument) with { RandomBytes = ReceiptCode.RandomBytes };

    /// <summary>The button at a case; null: they may not.</summary>
    internal Choice? Row(Officer officer, Application a, DateTimeOffset now) => Why(officer, a, now) is null ? new(Opens(a), new Say("DeskCode.Button")) : null;

    private protected override void AtCase(Scene scene, Officer officer, Application a, string chosen)
    {
        if (scene.Talk.SharedChannels.Contains(scene.Now.Chat.Channel))
        {
            scene.Ask([new Say("DeskCode.NotHere")], [Back(a), DeskErrand.Row]);
        }
        else if (chosen == Makes)
        {
            Make(scene, officer, a);
        }
        else
        {
            scene.Ask(
                [new Say(a.Handed is { } h && scene.At < h.Until ? "DeskCode.SureAgain" : "DeskCode.Sure", ("nomor", a.Number!.ToString()), ("nama", a.ChildName.Reveal()))],
                [[new(Opens(a, Makes), new Say("DeskCode.Button.Make"))], Back(a), DeskErrand.Row]);
        }
    }

    private static void Make(Scene scene, Officer officer, Application a)
    {
        var handed = new HandedCode(ReceiptCode.Of(scene.Random(ReceiptCode.RandomBytes)), officer.Id, scene.At);
        if (a.Handed is { } before) scene.Write(new Write.Free(new Claim.Receipt(before.Code), a.Id));
        scene.Write(new Write.Take(new Claim.Receipt(handed.Code), a.Id));
        scene.Write(new Write.PutCase(a with { Handed = handed }));
        scene.Audit(Audit.Act.CodeHandedOut, a.Id);
        scene.Tell(new Say("DeskCode.Slip", ("kode", handed.Code.Reveal()), ("nomor", a.Number!.ToString()), ("sampai", new SayValue.Moment(handed.Until))));
        scene.Ask([new Say("DeskCode.Done")], [Back(a), DeskErrand.Row]);
    }
}
