using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Staff;

/// <summary>What an officer writes at their desk: a case's number opens it; so does a child's NIK, of whom stands at the counter and knows no number.</summary>
public sealed class FindCaseErrand : StaffErrand
{
    public const string Called = "deskfind";

    public override string Name => Called;

    protected override Needs NeedsAtDesk(Conversation before, string argument) => new() { Number = (CaseNumber.Parse(argument) as Outcome<CaseNumber>.Ok)?.Value, OfChild = (Nik.Parse(argument) as Outcome<Nik>.Ok)?.Value };

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        switch (CaseNumber.Parse(argument), scene.Known.ByNumber)
        {
            case (Outcome<CaseNumber>.No, _) when Nik.Parse(argument) is Outcome<Nik>.Ok && !Turns.Of(officer.Role).IsEmpty:
                OfChild(scene, officer);
                break;
            case (Outcome<CaseNumber>.No, _) when Turns.Of(officer.Role).IsEmpty:
                scene.Note(new Say("Desk.OnlyButtons"));
                DeskErrand.Show(scene, officer);
                break;
            case (Outcome<CaseNumber>.No, _):
                scene.Note(new Say("Desk.WriteANumber"));
                DeskErrand.Show(scene, officer);
                break;
            case (_, { } a) when WhyNot(scene, officer, a) is null:
                scene.Ask([new Say("Desk.Found")], [[new(CaseDeskErrand.Opens(a.Id), new Say("Queue.Button.Case", ("nomor", a.Number!.ToString())))], DeskErrand.Row]);
                break;
            case var (_, found):
                // One that they may not see and one that is not there: the number tells nothing by itself. The log tells them apart.
                if (found is not null) scene.Audit(Act.NotAllowed, found.Id, $"{StaffAct.See} {WhyNot(scene, officer, found)!.GetType().Name}");
                scene.Note(new Say("Desk.NotFound"));
                DeskErrand.Show(scene, officer);
                break;
        }
    }

    private static void OfChild(Scene scene, Officer officer)
    {
        var theirs = scene.Known.OfChild.Where(a => WhyNot(scene, officer, a) is null).ToImmutableArray();
        foreach (var a in scene.Known.OfChild.Except(theirs)) scene.Audit(Act.NotAllowed, a.Id, $"{StaffAct.See} {WhyNot(scene, officer, a)!.GetType().Name}");
        if (theirs.IsEmpty)
        {
            scene.Note(new Say("Desk.NotFound"));
            DeskErrand.Show(scene, officer);
        }
        else scene.Ask([new Say("Desk.Found")], [.. theirs.Select(a => ImmutableArray.Create(new Choice(CaseDeskErrand.Opens(a.Id), new Say("Queue.Button.Case", ("nomor", a.Number!.ToString()))))), DeskErrand.Row]);
    }

    private static MayNot? WhyNot(Scene scene, Officer officer, Application a) => Permissions.Why(officer, StaffAct.See, a, Permissions.WhoseIs(a, officer, scene.At));
}
