using BansosBot.Domain.Conversations;

namespace BansosBot.Tests.Walk;

/// <summary>What was sent while a photo was on its way is filed when it is there, wherever the person is then: so they were told.</summary>
[Collection(nameof(Walked))]
public sealed class SentTests
{
    public static TheoryData<string> WaysOut => ["stays", "menu", "petugas", "batal"];

    [Theory]
    [MemberData(nameof(WaysOut))]
    public void It_is_filed_when_the_photo_comes_wherever_one_has_gone(string way)
    {
        var sent = Sent();

        var away = way == "stays" ? sent : Walked.All.Send(sent, Inputs.Words(sent.World, way))!.After;
        var filed = Arrived(away);

        Assert.Single(filed.World.Cases);
        Assert.Contains(filed.Effects.Says, s => s.Parts.Any(p => p.Key == "Receipt.Received"));
        Assert.DoesNotContain("yapi", filed.World.Chat.Drafts.Keys);
        Assert.Equal(way == "petugas" ? StepMap.ToOfficer : StepMap.Idle, filed.World.Chat.Place);       // who writes to an officer goes on; "simpan draf?" is no question any more
    }

    [Fact]
    public void Going_on_with_it_meanwhile_shows_that_it_waits_and_files_it_once()
    {
        var sent = Sent();
        var menu = Walked.All.Send(sent, Inputs.Words(sent.World, "menu"))!.After;

        var back = Walked.All.Send(menu, Inputs.Words(menu.World, "lanjut"))!;

        Assert.Equal("Review.PhotosOnTheirWay", back.Effects.Says[^1].Parts[^1].Key);
        Assert.Single(Arrived(back.After).World.Cases);
    }

    [Fact]
    public void Who_stops_meanwhile_and_keeps_the_draft_has_taken_it_back()
    {
        var sent = Sent();
        var stopping = Walked.All.Send(sent, Inputs.Words(sent.World, "batal"))!.After;
        var kept = Walked.All.Send(stopping, Inputs.Words(stopping.World, "simpan"))!.After;

        var arrived = Arrived(kept);

        Assert.Empty(arrived.World.Cases);
        Assert.Contains("yapi", arrived.World.Chat.Drafts.Keys);
    }

    [Fact]
    public void A_photo_that_is_refused_opens_it_again()
    {
        var sent = Sent();
        var menu = Walked.All.Send(sent, Inputs.Words(sent.World, "menu"))!.After;
        var refusal = Inputs.All(menu.World, null, "").First(i => i.Message is Incoming.FileRefused);

        var refused = Walked.All.Send(menu, refusal)!;

        Assert.Empty(refused.World.Cases);
        Assert.False(refused.World.Chat.Drafts["yapi"].IsSent);
    }

    private static Node Sent() => Walked.All.Places.First(p => p.World.Draft is { IsSent: true } && p.World.Chat.Place == StepMap.Filing(Transcripts.Shipped.Flow) && p.World.Orders.Count() == 1);

    private static Outcome Arrived(Node at) => Walked.All.Send(at, Inputs.Kept(at.World, at.World.Orders.Single()))!;
}
