using System.Globalization;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Proposals;

/// <summary>A signed batch leads its cases on, a portion with each commit, and comes back until it is through.</summary>
internal static class BatchGoingOn
{
    public static Needs Needs(string number) => new() { Batch = number };

    public static void Come(Scene scene, string number)
    {
        if (scene.Known.Batch is not { IsComplete: false } batch || batch.Number != number) return;
        var left = batch.Left.ToBuilder();
        foreach (var id in batch.Next())
        {
            if (!Proposes(scene, batch, id)) left.Add(id);
        }

        var after = batch with { Moved = batch.Moved + batch.Next().Length, Left = left.ToImmutable() };
        scene.Write(new Write.PutBatch(after));
        if (!after.IsComplete)
        {
            scene.DueOfOffice(DueKind.BatchGoesOn, number, scene.At);
            return;
        }

        scene.Audit(Act.BatchComplete, number, string.Create(CultureInfo.InvariantCulture, $"{after.Moved - after.Left.Length} {after.Left.Length}"));
        if (scene.Known.Officer is { WorksHere: true } signer)
            scene.TellOther(signer.Chat, [new Say("Batch.Complete", ("nomor", number), ("jumlah", after.Moved - after.Left.Length)), .. after.Left.IsEmpty ? (ReadOnlySpan<Say>)[] : [new Say("Batch.Left", ("jumlah", after.Left.Length))]]);
    }

    // Who signed did so for each of them; whoever has left since did, too.
    private static bool Proposes(Scene scene, Batch batch, string id)
    {
        if (scene.Known.Cases.FirstOrDefault(c => c.Id == id) is not { Stage: Stage.Endorsed } a || scene.Known.Officer is not { } signer) return false;
        if (WhyNot(a, signer, scene.At) is { } why)
        {
            scene.Audit(Act.NotAllowed, id, $"{StaffAct.Propose} {why}");
            return false;
        }

        if (Deciding.OfBatch(a, new Doing.Propose(batch.Number), batch.By, scene.Talk.Office, scene.At) is not Outcome<Decided>.Ok(var decided)) return false;
        CaseNews.Write(scene, a, decided);
        return true;
    }

    private static string? WhyNot(Application a, Officer signer, DateTimeOffset now) =>
        Permissions.WhoseIs(a, signer, now) == Whose.OwnHousehold ? nameof(MayNot.OwnHousehold)
        : FourEyes.Forbid(signer.Id, StaffAct.Propose, a.History) ? nameof(MayNot.DidTheStepBefore) : null;
}
