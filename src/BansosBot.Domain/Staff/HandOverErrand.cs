using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary>Gives a case to a colleague, who goes on with it: the officer goes home, or the head of division takes it from somebody who is ill.</summary>
public sealed class HandOverErrand : StaffErrand
{
    public const string Called = "deskhand";

    public override string Name => Called;

    /// <summary>The button at a case; null: they may not give it away.</summary>
    internal static Choice? Row(Officer officer, Application a, DateTimeOffset now) => Why(officer, a, now) is null ? new(Opens(a.Id), new Say("HandOver.Button")) : null;

    private static string Opens(string id, string to = "") => $"{Everywhere.Go}{Called}:{id}{(to.Length > 0 ? ":" : "")}{to}";

    protected override Needs NeedsAtDesk(Conversation before, string argument) => new() { Cases = [argument.Split(':')[0]], Officers = true };

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        var parts = argument.Split(':', 2);
        if (scene.Known.Cases.FirstOrDefault(c => c.Id == parts[0]) is not { } a)
        {
            scene.Note(new Say("DeskCase.Gone"));
            DeskErrand.Show(scene, officer);
        }
        else if (Why(officer, a, scene.At) is { } why)
        {
            scene.Audit(Act.NotAllowed, a.Id, $"{StaffAct.HandOver} {why.GetType().Name}");
            scene.Note(why.Sentence);
            DeskErrand.Show(scene, officer);
        }
        else if (parts.Length > 1 && Colleagues(scene, officer, a).FirstOrDefault(c => c.Id == parts[1]) is { } to) Gives(scene, officer, a, to);
        else Asks(scene, officer, a);
    }

    private static void Asks(Scene scene, Officer officer, Application a)
    {
        var colleagues = Colleagues(scene, officer, a).ToImmutableArray();
        scene.Ask(
            [new Say(colleagues.IsEmpty ? "HandOver.Nobody" : "HandOver.ToWhom", ("nomor", a.Number!.ToString()))],
            [
                .. colleagues.Select(c => ImmutableArray.Create(new Choice(Opens(a.Id, c.Id), new Say("HandOver.Button.To", ("nama", c.CalledAs))) { NamesSomebody = true })),
                [new(CaseDeskErrand.Opens(a.Id), new Say("DeskCase.Button.BackToCase"))],
                DeskErrand.Row,
            ]);
    }

    private static void Gives(Scene scene, Officer officer, Application a, Officer to)
    {
        scene.Write(new Write.PutCase(a with { Held = new(to.Id, scene.At) }));
        scene.Write(new Write.RestOn(to));          // not to somebody who was put out just now
        scene.Audit(Act.CaseHandedOver, a.Id, to.Id);
        scene.TellOther(to.Chat, new Say("HandOver.Told", ("nomor", a.Number!.ToString()), ("nama", officer.CalledAs)));
        scene.Note(new Say("HandOver.Done", ("nomor", a.Number!.ToString()), ("nama", to.CalledAs)));
        DeskErrand.Show(scene, officer);
    }

    // Who works where it is, can go on with it as it stands, and is not its family.
    private static IEnumerable<Officer> Colleagues(Scene scene, Officer officer, Application a) => scene.Known.Officers.Where(c =>
        c.Id != officer.Id && c.Id != a.HeldBy(scene.At) && c.WorksHere && c.Covers(a.Kelurahan)
        && Permissions.Allows(c.Role, StaffAct.Hold, a.Stage, Whose.Nobodys) && Turns.Of(c.Role).Contains(a.Stage)
        && !a.Homes.Any(h => h.Chat == c.Chat));

    private static MayNot? Why(Officer officer, Application a, DateTimeOffset now) => Permissions.Why(officer, StaffAct.HandOver, a, Permissions.WhoseIs(a, officer, now));
}
