using System.Collections.Immutable;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary>Who works here, and letting one go: they are out with their next message, and what they held is nobody's half an hour later at most.</summary>
public sealed class ColleaguesErrand : StaffErrand
{
    public const string Called = "colleagues";

    private const char Surely = '!';

    public override string Name => Called;

    protected override Needs NeedsAtDesk(Conversation before, string argument) => new() { Officers = true };

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        var working = scene.Known.Officers.Where(o => o.WorksHere).ToImmutableArray();
        if (officer.Role != Role.Admin)
        {
            DeskErrand.Refuse(scene, officer, Called);
        }
        else if (working.FirstOrDefault(o => o.Id == argument.TrimEnd(Surely)) is not { } one)
        {
            scene.Ask(
                [new Say("Colleagues.All", ("isi", new SayValue.Lines([.. working.Select(o => Line(o, scene.Talk.Office))]))), new Say("Colleagues.WhoLeaves")],
                [.. working.Where(o => o.Id != officer.Id).Select(o => ImmutableArray.Create(new Choice(Of(o), new Say("Colleagues.Button.One", ("nama", o.CalledAs))) { NamesSomebody = true })), DeskErrand.Row]);
        }
        else if (one.Id == officer.Id)
        {
            scene.Note(new Say("Colleagues.NotOneself"));      // an office without an admin lets nobody in any more
            DeskErrand.Show(scene, officer);
        }
        else if (!argument.EndsWith(Surely))
        {
            scene.Ask([new Say("Colleagues.Sure", ("nama", one.CalledAs), ("peran", new Say($"Role.{one.Role}")), ("sejak", scene.Talk.Office.DayOf(one.Since)))], [[new(Of(one) + Surely, new Say("Colleagues.Button.Yes"))], DeskErrand.Row]);
        }
        else
        {
            scene.Write(new Write.PutOfficer(one with { LeftAt = scene.At }));
            scene.Audit(Act.OfficerLeft, one.Id, one.Role.ToString());
            scene.Note(new Say("Colleagues.Left", ("nama", one.CalledAs)));
            DeskErrand.Show(scene, officer);
        }
    }

    private static string Of(Officer officer) => $"{Everywhere.Go}{Called}:{officer.Id}";

    // Two may be called alike: since when they are here tells them apart.
    private static Say Line(Officer o, Office office) =>
        o.Area.IsEmpty ? new("Colleagues.Line", ("nama", o.CalledAs), ("peran", new Say($"Role.{o.Role}")), ("sejak", office.DayOf(o.Since)))
        : new("Colleagues.LineIn", ("nama", o.CalledAs), ("peran", new Say($"Role.{o.Role}")), ("kecamatan", string.Join(", ", o.Area.Select(k => k.Name))), ("sejak", office.DayOf(o.Since)));
}
