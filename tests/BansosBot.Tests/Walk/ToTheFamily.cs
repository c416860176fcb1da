using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;

namespace BansosBot.Tests.Walk;

/// <summary>Worlds in which the office has asked a family to mend something, or has refused.</summary>
internal static class ToTheFamily
{
    /// <param name="whole">A case with an answer to each step that it asks.</param>
    /// <param name="home">Another chat.</param>
    /// <returns>Where it is walked from, what is sent there, and the flow that is gone into: the menu beside it is like everybody's; null: all.</returns>
    public static IEnumerable<(IEnumerable<World> Starts, Sending With, string? Within)> Of(Flow flow, Application whole, Home home)
    {
        var (own, asked, sibling) = Cases(whole);
        var steps = flow.Steps.Where(FlowShape.IsMendable).ToList();
        yield return ([Begins(With(asked, [new("phone", CorrectionReason.PhoneDead)]))], Sending.Everything, CorrectErrand.NameOf(flow.Name));        // the kinds got everything in the form itself
        yield return ([Begins(With(asked, [new("kk_photo", CorrectionReason.PhotoUnclear), new("person_nik", CorrectionReason.NikWrong)]))], Sending.WhatLeads, CorrectErrand.NameOf(flow.Name));

        // Each alone, for each reason; by who only sees the case; two cases; one that lapsed; what is over; a child that another application runs for.
        var alone = from step in steps from reason in Enum.GetValues<CorrectionReason>() select Begins(With(asked, [new(step.Name, reason)]));
        var two = With(asked, [new("phone", CorrectionReason.PhoneDead)]);
        World[] others =
        [
            Begins(two with { Homes = [home, new(World.Empty.Chat.Chat, World.Start, IsFiler: false)] }), Begins(two with { FiledForOthers = true }),
            Begins(two, sibling), Begins(two with { Stage = Stage.Lapsed, PromisedBy = null }), Begins(own with { Stage = Stage.Withdrawn }), Begins(),
        ];
        yield return (alone.Concat(others), Sending.WhatLeads, null);

        var refused = Refused(own);
        yield return ([Begins(refused)], Sending.Everything, AppealErrand.Called);
        World[] objecting =
        [
            Begins(refused, refused with { Id = "sibling", ChildNik = null }),
            Begins(refused with { StageSince = World.Start.AddDays(-60) }), Begins(refused with { History = refused.History.Add(new(Stage.Appealed, World.Start)) }),
        ];
        yield return (objecting, Sending.WhatLeads, null);
    }

    /// <summary>What is said only on a way of its own: another child's is begun, it was taken back meanwhile, somebody applied anew.</summary>
    public static void Say(Explorer walk, Flow flow, Application whole)
    {
        var (own, asked, sibling) = Cases(whole);
        var first = With(asked, [new("phone", CorrectionReason.PhoneDead)]);
        var (toFirst, toSibling) = ($"{Everywhere.Go}{CorrectErrand.NameOf(flow.Name)}:{own.Id}", $"{Everywhere.Go}{CorrectErrand.NameOf(flow.Name)}:{sibling.Id}");
        Goes(walk, Begins(first, sibling), News, w => Inputs.Press(w, toFirst), w => Inputs.Words(w, "menu"), News, w => Inputs.Press(w, toSibling));
        var summed = Goes(walk, Begins(first), News, w => Inputs.Words(w, "0812-3456-7890"));
        Goes(walk, summed with { Cases = summed.Cases.SetItem(own.Id, first with { Stage = Stage.Withdrawn }) }, w => Inputs.Press(w, "kirim"));
        var anew = sibling with { Stage = Stage.Submitted, ChildNik = whole.ChildNik };
        Goes(walk, Begins(Refused(own), anew), w => Inputs.Press(w, NewsChoice.Appeal), w => Inputs.Words(w, "Rumah kami ada."), w => Inputs.Press(w, "lewati"), w => Inputs.Press(w, "kirim"));
    }

    private static World Goes(Explorer walk, World from, params Func<World, Input>[] says) =>
        says.Aggregate(new Node(from, null, ""), (at, say) => walk.Send(at, say(at.World))?.After ?? throw new InvalidOperationException(walk.Faults[^1])).World;

    private static Input News(World w) => new("[kabar]", new Incoming.Press(w.Chat.Chat, w.NextId, NewsChoice.Question, 0));

    private static (Application Own, Application Asked, Application Sibling) Cases(Application whole)
    {
        var own = whole with { Homes = [new(World.Empty.Chat.Chat, World.Start, IsFiler: true)], History = [new(Stage.Submitted, World.Start), new(Stage.NeedsCorrection, World.Start, "o2")] };
        var asked = own with { Stage = Stage.NeedsCorrection, PromisedBy = new(2025, 10, 7) };
        return (own, asked, asked with { Id = "sibling", Number = CaseNumber.Of("YAPI", 2025, 2), ChildNik = null, ToCorrect = [new("phone", CorrectionReason.PhoneDead)] });
    }

    private static Application Refused(Application own) => own with { Stage = Stage.RefusedByOffice, StageSince = World.Start, RefusedFor = RefusalReason.AddressNotFound };

    private static Application With(Application a, CorrectionItem[] items) => a with { ToCorrect = [.. items] };

    private static World Begins(params Application[] cases) => World.Empty with
    {
        Chat = World.Empty.Chat with { Question = 1, Cases = [.. cases.Select(c => c.Id)], Choices = [NewsChoice.Correct, NewsChoice.Appeal, $"{Everywhere.Go}status", Everywhere.Menu] },
        Cases = World.Empty.Cases.SetItems(cases.Select(c => KeyValuePair.Create(c.Id, c))),
    };
}
