using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Staff;

/// <summary>An admin invites somebody: as what, where, called how. The link is good for one use and a day.</summary>
public sealed class InviteErrand : StaffErrand
{
    public const string Called = "invite";

    private const string RoleStep = "role", AreaStep = "area", NameStep = "called_as", City = "kota";

    public override string Name => Called;

    public override Flow Flow { get; } = new()
    {
        Name = Called,
        Version = 1,
        KeepsDraft = false,
        Steps =
        [
            new() { Name = RoleStep, Kind = new ChoiceKind([.. Enum.GetValues<Role>().Select(r => new Choice(r.ToString(), new Say($"Role.{r}")))]), Part = Part.Form, TextKey = "Invite.Role" },
            new() { Name = AreaStep, Kind = new ChoiceKind([new(City, new Say("Invite.AllOfTheCity")), .. Wilayah.AllKecamatan.Select(k => new Choice(k.Code, new Say("Invite.Kecamatan", ("kecamatan", k.Name)), Everywhere.Plain(k.Name)))]), Part = Part.Form, TextKey = "Invite.Area" },
            new() { Name = NameStep, Kind = new FreeTextKind(NameLettersMax), Part = Part.Form, TextKey = "Invite.CalledAs" },
        ],
    };

    private const int NameLettersMax = 40;

    protected override Needs NeedsAtDesk(Conversation before, string argument) => new() { RandomBytes = Scene.RandomIdBytes };

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        if (officer.Role == Role.Admin) Walking.Begin(scene, Flow);
        else DeskErrand.Refuse(scene, officer, Called);
    }

    protected override Needs NeedsToEnd(Conversation before, Draft draft) => new() { RandomBytes = LinkCode.RandomBytes };

    protected override void End(Scene scene, Officer officer, Draft draft)
    {
        if (officer.Role != Role.Admin)         // they were another thing when it began
        {
            DeskErrand.Refuse(scene, officer, Called);
            return;
        }

        var role = Enum.Parse<Role>(((Answer.Chosen)draft.Answers[RoleStep]).Choice);
        var area = ((Answer.Chosen)draft.Answers[AreaStep]).Choice;
        var code = LinkCode.Of(scene.Random(LinkCode.RandomBytes));
        var until = scene.At + Invitation.GoodFor;
        scene.Write(new Write.Invite(code, new(role, ((Answer.Free)draft.Answers[NameStep]).Text, area == City ? [] : [Wilayah.KecamatanByCode(area)!], officer.Id, until)));
        scene.Audit(Act.OfficerInvited, officer.Id, role.ToString());
        scene.Ask(
            [new Say("Invite.Done", ("peran", new Say($"Role.{role}")), ("sampai", new SayValue.Moment(until))), new Say("Invite.Code", ("kode", Invitation.Prefix + code.Reveal()))],
            [[new(DeskErrand.Opens, new Say("Desk.Button.Back"))]]);
    }
}
