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

    /// <summary>Who may sign may have it.</summary>
    internal static bool IsFor(Officer officer) => Permissions.Allows(officer.Role, StaffAct.ExportProposals, Applications.Stage.Proposed, Whose.Nobodys);

    protected override Needs NeedsAtDesk(Conversation before, string argument) => new() { Batch = argument, RandomBytes = Scene.RandomIdBytes };

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        if (!IsFor(officer))
        {
            DeskErrand.Refuse(scene, officer, Called);
            return;
        }

        if (scene.Known.Batch is not { } batch) scene.Note(new NoSuchBatch(argument).Sentence);
        else if (!batch.IsComplete) scene.Note(new BatchNotComplete(batch.Number, batch.Moved, batch.Cases.Length).Sentence);
        else if (scene.Talk.SharedChannels.Contains(scene.Now.Chat.Channel)) scene.Note(new Say("BatchFile.NotHere"));
        else
        {
            scene.Order(new(scene.RandomId(), scene.Now.Chat, File: null) { Batch = batch.Number });
            scene.Note(new Say("BatchFile.Coming", ("nomor", batch.Number)));
        }

        DeskErrand.Show(scene, officer);
    }

    /// <summary>What must be known when a worker has drawn it, or could not.</summary>
    internal static Needs NeedsOfDrawn(Conversation before) => new() { Officer = before.Officer };

    /// <summary>It is drawn: sent to who still may have it.</summary>
    internal static void Drawn(Scene scene, Incoming.ProposalsDrawn drawn)
    {
        scene.OrderDone(drawn.Work);
        if (scene.Known.Officer is not { WorksHere: true } officer || !IsFor(officer))
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
            Parts = [new Say("BatchFile.Here", ("nomor", drawn.Batch), ("jumlah", drawn.Count), ("tanda", drawn.Hash[..12]))],
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
