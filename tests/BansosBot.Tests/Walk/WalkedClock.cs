using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;

namespace BansosBot.Tests.Walk;

/// <summary>What comes by itself to a case at every stage, by day and by night, and to a head of division.</summary>
internal static class WalkedClock
{
    private static readonly ImmutableArray<DueKind> Kinds = [DueKind.PromiseOver, DueKind.CorrectionReminder, DueKind.CaseLapse, DueKind.TooOld, DueKind.LookAtHomes];

    /// <param name="whole">A case with an answer to each step that it asks.</param>
    public static void Say(Explorer walk, Application whole)
    {
        var own = whole with { Homes = [new(World.Empty.Chat.Chat, World.Start, IsFiler: true), new(new("walk", "2"), World.Start, IsFiler: false)], History = [new(Stage.Submitted, World.Start)], PromisedBy = new(2025, 9, 22) };
        foreach (var stage in Enum.GetValues<Stage>())
        {
            foreach (var a in (Application[])[own with { Stage = stage }, own with { Stage = stage, FiledForOthers = true }, own with { Stage = stage, Programme = "kejar-paket" }, own with { Stage = stage, Programme = "gone" }, own with { Stage = stage, PromisedBy = null }])
                foreach (var kind in Kinds)
                    foreach (var later in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromHours(14), TimeSpan.FromDays(30)]) Comes(walk, Holds(a), kind, a.Id, later);
        }

        foreach (var ahead in (int[])[100, 90, 30, 7, 1, 0, -1])
            Comes(walk, Holds(own with { Stage = Stage.Active, ChildBorn = new DateOnly(2025, 9, 23).AddDays(ahead).AddYears(-18) }), DueKind.TooOld, own.Id, TimeSpan.Zero);
        foreach (var why in Enum.GetValues<EndReason>()) walk.Explore([Holds(own with { Stage = Stage.Ended, EndedFor = why })], Sending.WhatLeads, except: own.Programme);
        Heads(walk, own);
    }

    private static void Heads(Explorer walk, Application own)
    {
        var head = new Officer { Id = "o1", Chat = World.Empty.Chat.Chat, CalledAs = "Pak Hadi", Role = Role.KepalaBidang, Since = World.Start };
        var office = World.Empty with { Officers = World.Empty.Officers.Add(head.Id, head), AuditHead = new(1, 1_234, AuditChain.Root) };
        var late = office with { Late = new([.. Wilayah.AllKecamatan.Take(3).Select((k, n) => new LateCount(Stage.Submitted, k, n + 1)), new(Stage.Appealed, own.Kelurahan.Kecamatan, 1)], ["YAPI-2025-000001"]) };
        World[] mornings = [office, late, World.Empty, office with { Officers = office.Officers.SetItem("o1", head with { LeftAt = World.Start }) }, office with { Officers = office.Officers.SetItem("o1", head with { Role = Role.Petugas }) }];
        foreach (var world in mornings)
            foreach (var later in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromHours(16), TimeSpan.FromDays(4)]) Comes(walk, world, DueKind.HeadsMorning, "o1", later);
    }

    private static void Comes(Explorer walk, World world, DueKind kind, string about, TimeSpan later) =>
        walk.Send(new(world, null, ""), new($"({kind} {later.TotalHours} jam)", new Incoming.Due(ChatKey.Office, world.NextId, kind, about), later));

    private static World Holds(Application a) => World.Empty with
    {
        Chat = World.Empty.Chat with { Question = 1, Cases = [a.Id], Choices = [$"{Everywhere.Go}status", Everywhere.Menu] },
        Cases = World.Empty.Cases.SetItem(a.Id, a),
    };
}
