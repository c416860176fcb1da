using System.Collections.Immutable;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Tickets;

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
            Desk.Rise(scene);
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

        rows.AddRange(TicketListErrand.Rows(officer));
        if (Figures.RecapErrand.IsFor(officer)) rows.Add([new(Figures.RecapErrand.Opens(Figures.RecapFor.Staff), new Say("Desk.Button.Recap"))]);
        if (Proposals.BatchDeskErrand.IsFor(officer)) rows.Add([new(Everywhere.Go + Proposals.BatchDeskErrand.Called, new Say("Desk.Button.Batch"))]);
        if (Proposals.InterestListErrand.IsFor(officer)) rows.Add([new(Everywhere.Go + Proposals.InterestListErrand.Called, new Say("Desk.Button.Interests"))]);
        if (ListDeskErrand.Row(officer) is { } lists) rows.Add([lists]);
        if (officer.Role == Role.Admin) rows.Add([new(Everywhere.Go + InviteErrand.Called, new Say("Desk.Button.Invite"))]);
        if (officer.Role == Role.Admin) rows.Add([new(Everywhere.Go + ColleaguesErrand.Called, new Say("Desk.Button.Colleagues"))]);
        rows.Add([new($"{Opens}:{OwnLife}", new Say("Desk.Button.OwnLife"))]);
        scene.Ask([new Say(Turns.Of(officer.Role).IsEmpty ? "Desk.WhatElse" : "Desk.What", ("nama", officer.CalledAs), ("peran", new Say($"Role.{officer.Role}")))], rows.ToImmutable());
    }

    /// <summary>What is not for their role: refused, and in the log.</summary>
    internal static void Refuse(Scene scene, Officer officer, string errand)
    {
        var why = new MayNot.NotTheirRole(officer.Role);
        scene.Audit(Act.NotAllowed, officer.Id, $"{errand} {nameof(MayNot.NotTheirRole)}");
        scene.Note(why.Sentence);
        Show(scene, officer);
    }

    /// <summary>The case that they meant was erased meanwhile.</summary>
    internal static void CaseGone(Scene scene, Officer officer)
    {
        scene.Note(new Say("DeskCase.Gone"));
        Show(scene, officer);
    }

    /// <summary>The row that leads back to the desk.</summary>
    internal static ImmutableArray<Choice> Row => [new(Opens, new Say("Desk.Button.Back"))];
}
