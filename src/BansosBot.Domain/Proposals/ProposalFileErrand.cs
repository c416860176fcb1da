using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Proposals;

/// <summary>The file of a complete batch, sent into the chat of the head of the office. It is drawn by a worker; each time is in the log.</summary>
/// <remarks>It bears every number and name of the batch: a page that others may sit down at gets none.</remarks>
public sealed class ProposalFileErrand : StaffErrand
{
    public const string Called = "deskbatchfile";

    public override string Name => Called;

    internal static string Opens(string batch) => $"{Everywhere.Go}{Called}:{batch}";

    /// <summary>Who may sign may have it; of interests, who follows them up.</summary>
    internal static bool IsFor(Officer officer, BatchOf of) => of == BatchOf.Interests
        ? Permissions.Allows(officer.Role, StaffAct.ExportInterests, Applications.Stage.InVerification, Whose.Nobodys)
        : Permissions.Allows(officer.Role, StaffAct.ExportProposals, Applications.Stage.Proposed, Whose.Nobodys);

    protected override Needs NeedsAtDesk(Conversation before, string argument) => new() { Batch = argument, RandomBytes = Scene.RandomIdBytes };

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        if (!IsFor(officer, scene.Known.Batch?.Of ?? BatchOf.Proposals))
        {
            DeskErrand.Refuse(scene, officer, Called);
        }
        else if (scene.Known.Batch is { } batch) Ask(scene, officer, batch);
        else
        {
            scene.Note(new NoSuchBatch(argument).Sentence);
            DeskErrand.Show(scene, officer);
        }
    }

    /// <summary>Asks for the file of a batch, and shows the desk.</summary>
    internal static void Ask(Scene scene, Officer officer, Batch batch)
    {
        if (!batch.IsComplete) scene.Note(new BatchNotComplete(batch.Number, batch.Moved, batch.Cases.Length).Sentence);
        else if (scene.Talk.SharedChannels.Contains(scene.Now.Chat.Channel)) scene.Note(new Say("BatchFile.NotHere"));
        else
        {
            scene.Order(new(scene.RandomId(), scene.Now.Chat, File: null) { Batch = batch.Number });
            scene.Note(new Say(batch.Of == BatchOf.Interests ? "Interests.Coming" : "BatchFile.Coming", ("nomor", batch.Number)));
        }

        DeskErrand.Show(scene, officer);
    }

    /// <summary>What must be known when a worker has drawn it, or could not.</summary>
    /// <param name="batch">Number of the batch; null: it is not known.</param>
    internal static Needs NeedsOfDrawn(Conversation before, string? batch) => new() { Officer = before.Officer, Batch = before.Officer is null ? null : batch };

    /// <summary>It is drawn: sent to who still may have it.</summary>
    internal static void Drawn(Scene scene, Incoming.ProposalsDrawn drawn)
    {
        scene.OrderDone(drawn.Work);
        var of = scene.Known.Batch?.Of ?? BatchOf.Proposals;
        if (scene.Known.Officer is not { WorksHere: true } officer || !IsFor(officer, of))
        {
            scene.FileGone(drawn.Document);         // put out while it was drawn
            return;
        }

        scene.ActsAs = officer;
        scene.Write(new Write.RestOn(officer));
        scene.Audit(Act.ProposalsExported, drawn.Batch, ProposalExported.Detail(drawn.Count, drawn.Hash));
        scene.Send(new()
        {
            To = scene.Now.Chat,
            Language = scene.Now.Language,
            Parts = [new Say(of == BatchOf.Interests ? "Interests.Here" : "BatchFile.Here", ("nomor", drawn.Batch), ("jumlah", drawn.Count), ("tanda", drawn.Hash[..12]))],
            Document = new(drawn.Document, $"{drawn.Batch}.xlsx"),
        });
    }

    internal static void NotDrawn(Scene scene, Incoming.NotDrawn refused)
    {
        scene.OrderDone(refused.Work);
        if (scene.Known.Officer is not { WorksHere: true } officer) return;
        scene.ActsAs = officer;
        scene.Tell(refused.Why.Sentence);
    }
}

/// <summary>What the log knows of a file that went out.</summary>
public static class ProposalExported
{
    /// <param name="hash">Of <see cref="ProposalSheet.Hash"/>.</param>
    public static string Detail(int count, string hash) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"count {count} sha256 {hash}");
}
