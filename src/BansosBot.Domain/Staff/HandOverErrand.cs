using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary>Gives a case to a colleague, who goes on with it: the officer goes home, or the head of division takes it from somebody who is ill.</summary>
public sealed class HandOverErrand : CaseErrand
{
    public override string Name => "deskhand";

    protected override StaffAct Act => StaffAct.HandOver;

    protected override Needs NeedsAtDesk(Conversation before, string argument) => base.NeedsAtDesk(before, argument) with { Loads = true };

    /// <summary>The button at a case; null: they may not give it away.</summary>
    internal Choice? Row(Officer officer, Application a, DateTimeOffset now) => Why(officer, a, now) is null ? new(Opens(a), new Say("HandOver.Button")) : null;

    private protected override void AtCase(Scene scene, Officer officer, Application a, string chosen)
    {
        if (Colleagues(scene, officer, a).FirstOrDefault(c => c.Id == chosen) is { } to) Gives(scene, officer, a, to);
        else Asks(scene, officer, a);
    }

    // Who has least in hand stands first.
    private void Asks(Scene scene, Officer officer, Application a)
    {
        var colleagues = Colleagues(scene, officer, a).Select(c => (To: c, Load: scene.Known.Loads.GetValueOrDefault(c.Id))).OrderBy(c => c.Load).ToImmutableArray();
        scene.Ask(
            [new Say(colleagues.IsEmpty ? "HandOver.Nobody" : "HandOver.ToWhom", ("nomor", a.Number!.ToString()))],
            [
                .. colleagues.Select(c => ImmutableArray.Create(new Choice(Opens(a, c.To.Id), new Say(c.Load == 0 ? "HandOver.Button.To" : "HandOver.Button.ToBusy", ("nama", c.To.CalledAs), ("jumlah", c.Load))) { NamesSomebody = true })),
                Back(a),
                DeskErrand.Row,
            ]);
    }

    private static void Gives(Scene scene, Officer officer, Application a, Officer to)
    {
        scene.Write(new Write.PutCase(a with { Held = new(to.Id, scene.At) }));
        scene.Write(new Write.RestOn(to));          // not to somebody who was put out just now
        scene.Audit(Audit.Act.CaseHandedOver, a.Id, to.Id);
        scene.TellOther(to.Chat, new Say("HandOver.Told", ("nomor", a.Number!.ToString()), ("nama", officer.CalledAs)));
        scene.Note(new Say("HandOver.Done", ("nomor", a.Number!.ToString()), ("nama", to.CalledAs)));
        DeskErrand.Show(scene, officer);
    }

    // Who works where it is, can go on with it as it stands, and is not its family.
    private static IEnumerable<Officer> Colleagues(Scene scene, Officer officer, Application a) => scene.Known.Officers.Where(c =>
        c.Id != officer.Id && c.Id != a.HeldBy(scene.At) && c.WorksHere && c.Covers(a.Kelurahan)
        && Permissions.Allows(c.Role, StaffAct.Hold, a.Stage, Whose.Nobodys) && Turns.Of(c.Role).Contains(a.Stage)
        && !a.Homes.Any(h => h.Chat == c.Chat));
}
