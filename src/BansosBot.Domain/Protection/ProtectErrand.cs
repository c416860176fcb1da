using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;

namespace BansosBot.Domain.Protection;

/// <summary>A child is beaten or neglected: the numbers to call, then where the child is and how who reports can be reached; nothing else.</summary>
/// <remarks>
/// Each answer is kept the moment it is given (docs/decisions/0033): a frightened child may be typing, and the phone may be taken away after
/// any word. What was said stands in the report alone: the draft holds which report it is, a page shows none of it afterwards, and nothing
/// ever comes back to the chat by itself.
/// </remarks>
public sealed class ProtectErrand : Errand
{
    /// <summary>Left alone for so long, it ends in silence: whoever finds the phone then finds no question of it, and no answer falls into it.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromMinutes(15);

    public const string FlowName = "protect";

    private const string ReportId = "report", Place = "place", Contact = "contact", Added = "more";

    // In place of an answer that stands in the report.
    private static readonly Answer Kept = new Answer.Chosen("tersimpan");

    public override string Name => FlowName;

    public override Flow Flow { get; } = new()
    {
        Name = FlowName,
        Version = 1,
        KeepsDraft = false,
        Steps =
        [
            new() { Name = Place, Kind = new ReportWordsKind("Protect.Button.NotKnown"), Part = Part.Form, TextKey = "Protect.Place" },
            new() { Name = Contact, Kind = new ReportWordsKind("Protect.Button.NoContact"), Part = Part.Form, TextKey = "Protect.Contact" },
            new() { Name = Added, Kind = new ReportWordsKind(None: null), Part = Part.Form, TextKey = "Protect.More" },
        ],
    };

    /// <summary>The numbers, before the first question and in the same message: a phone that lies on the table buzzes once.</summary>
    public override Say Welcome => new("Protect.Numbers");

    public override bool IsSecret => true;

    public override Needs NeedsToOpen(Conversation before) => new() { RandomBytes = 2 * Scene.RandomIdBytes };

    /// <summary>Opens it. Who came by words of their own has begun to tell: they are kept at once, for they may be all that comes.</summary>
    public override void Open(Scene scene, string argument)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var id = scene.RandomId();
        if (scene.Message is Incoming.Words(_, _, var said) && Everywhere.OfWords(said) is null) Keep(scene, id, ReportPart.Opening, said);
        Walking.Begin(scene, Flow, (ReportId, new Answer.Free(id)));
        scene.Due(DueKind.DraftQuietEnd, scene.Draft!.Id, scene.At + OpenFor);
    }

    public override Needs NeedsToFinish(Conversation before, Draft draft, Incoming message) => new() { Report = IdOf(draft) };

    public override bool Took(Scene scene, Stop stop, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var draft = scene.Draft!;
        if (answer is Answer.Free(var said))
        {
            Keep(scene, IdOf(draft), PartOf(stop.Step.Name), said);
            scene.Keep(draft with { Answers = draft.Answers.SetItem(stop.Key, Kept) });
        }

        switch (stop.Step.Name)
        {
            case Contact:
                scene.Note(new Say(answer is Answer.Free || scene.Known.Report is not null ? "Protect.Kept" : "Protect.NothingYet"));
                scene.Note(new Say(scene.Talk.SharedChannels.Contains(scene.Now.Chat.Channel) ? "Protect.HidePage" : "Protect.HideChat"));
                return false;
            case Added:
                // It stays open: people who are afraid write in pieces.
                scene.Keep(scene.Draft! with { Answers = draft.Answers.Remove(stop.Key), Trail = draft.Trail.RemoveAll(t => t == stop.Key) });
                if (scene.Known.Report is { Lines.Length: >= Report.LinesMax }) scene.Note(new Say("Protect.Full"));
                else scene.Note(new Say("Protect.Added"));
                Walking.AskHere(scene);
                return true;
            default:
                return false;
        }
    }

    /// <summary>What was said is a report of its own, and nothing more can be asked: the conversation is closed, or it was meant for the officers.</summary>
    public static void TakeDown(Scene scene, string said)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var report = new Report(scene.RandomId(), scene.At, [new(ReportPart.Opening, said, scene.At)]);
        scene.Write(new Write.PutReport(report));
        scene.Audit(Act.ReportTaken, report.Id);
    }

    private static void Keep(Scene scene, string id, ReportPart about, string said)
    {
        var report = scene.Known.Report ?? new Report(id, scene.At, []);
        if (report.Lines.Length >= Report.LinesMax) return;
        scene.Write(new Write.PutReport(report with { Lines = report.Lines.Add(new(about, said, scene.At)) }));
        scene.Audit(report.Revision == 0 ? Act.ReportTaken : Act.ReportAddedTo, id);
    }

    private static string IdOf(Draft draft) => ((Answer.Free)draft.Answers[ReportId]).Text;

    private static ReportPart PartOf(string step) => step switch
    {
        Place => ReportPart.Place,
        Contact => ReportPart.Contact,
        _ => ReportPart.Added,
    };
}
