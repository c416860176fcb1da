using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary>The other end of an invitation: who opens it first works here from now on, in this chat.</summary>
/// <remarks>A link that is used up, too old or none gets one and the same answer. It is not taken on a channel whose devices others sit down at.</remarks>
public sealed class InvitedErrand(IReadOnlySet<string> shared) : Errand
{
    public const string Called = "invited";

    public override string Name => Called;

    public override Needs NeedsToOpen(Conversation before, string argument)
    {
        ArgumentNullException.ThrowIfNull(before);
        return new() { Invitation = LinkCode.Parse(argument), Officer = before.Officer, Officers = true, RandomBytes = Scene.RandomIdBytes };
    }

    public override void Open(Scene scene, string argument)
    {
        ArgumentNullException.ThrowIfNull(scene);
        if (shared.Contains(scene.Now.Chat.Channel)) End(scene, "Invited.OpenElsewhere");
        else if (scene.Known.Officer is { WorksHere: true }) End(scene, "Invited.WorksHereAlready");
        else if (scene.Known.Invitation is not { } invited || invited.Until <= scene.At || IsOfSomebodyGone(scene, invited)) End(scene, "Invited.Gone");
        else
        {
            // Who comes back in another role is the same person: what they did before stands against what they may do now.
            var earlier = scene.Known.Officers.FirstOrDefault(o => o.Chat == scene.Now.Chat);
            var officer = new Officer { Id = earlier?.Id ?? scene.RandomId(), Revision = earlier?.Revision ?? 0, KeySlot = earlier?.KeySlot ?? 0, Chat = scene.Now.Chat, CalledAs = invited.CalledAs, Role = invited.Role, Area = invited.Area, Since = scene.At };
            scene.Write(new Write.UseInvitation(LinkCode.Parse(argument)!));
            scene.Write(new Write.PutOfficer(officer));
            HeadsMorning.Start(scene, officer);
            scene.Now = scene.Now with { Officer = officer.Id, AtDesk = true };
            scene.ActsAs = officer;
            scene.Audit(Act.OfficerCameIn, officer.Id, $"{officer.Role} {invited.By}".TrimEnd());
            scene.Note(new Say("Invited.Welcome", ("nama", officer.CalledAs), ("dinas", scene.Talk.Office.Name)));
            scene.Note(new Say("Invited.Rules"));
            DeskErrand.Show(scene, officer);
        }
    }

    // Who was put out prepared it before; or it was made at the machine, by nobody of the office.
    private static bool IsOfSomebodyGone(Scene scene, Invitation invited) => invited.By.Length > 0 && scene.Known.OfficerOf(invited.By) is not { WorksHere: true };

    private static void End(Scene scene, string why)
    {
        scene.Note(new Say(why));
        Idle.ShowMenu(scene);
    }
}
