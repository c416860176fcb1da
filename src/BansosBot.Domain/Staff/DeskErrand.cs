using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary><c>/petugas</c> to who works here: what there is to do. The other way leads back to their own life.</summary>
public sealed class DeskErrand : StaffErrand
{
    public const string Called = "desk", OwnLife = "own", Opens = Everywhere.Go + Called;

    public override string Name => Called;

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        if (argument == OwnLife)
        {
            scene.Now = scene.Now with { AtDesk = false };
            scene.ActsAs = null;
            Idle.ShowMenu(scene);
        }
        else Show(scene, officer);
    }

    public static void Show(Scene scene, Officer officer)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(officer);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Choice>>();
        if (!Turns.Of(officer.Role).IsEmpty)
        {
            foreach (var of in Enum.GetValues<QueueOf>()) rows.Add([new(QueueErrand.Of(of), new Say($"Desk.Button.{of}"))]);
        }

        if (officer.Role == Role.Admin) rows.Add([new(Everywhere.Go + InviteErrand.Called, new Say("Desk.Button.Invite"))]);
        if (officer.Role == Role.Admin) rows.Add([new(Everywhere.Go + ColleaguesErrand.Called, new Say("Desk.Button.Colleagues"))]);
        rows.Add([new($"{Opens}:{OwnLife}", new Say("Desk.Button.OwnLife"))]);
        scene.Ask([new Say("Desk.What", ("nama", officer.CalledAs), ("peran", new Say($"Role.{officer.Role}")))], rows.ToImmutable());
    }

    /// <summary>The row that leads back to the desk.</summary>
    internal static ImmutableArray<Choice> Row => [new(Opens, new Say("Desk.Button.Back"))];
}
