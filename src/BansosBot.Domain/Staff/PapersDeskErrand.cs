using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary>The photos of a case's papers, one paper at a time and only when an officer asks for it; each time is in the log.</summary>
/// <remarks>They are sent into the officer's own chat. A page that others may sit down at shows none.</remarks>
public sealed class PapersDeskErrand(ImmutableArray<Flow> forms) : CaseErrand
{
    private readonly ImmutableDictionary<string, Flow> forms = forms.ToImmutableDictionary(f => f.Programme!.Name);

    public override string Name => "deskpapers";

    protected override StaffAct Act => StaffAct.SeeDocument;

    /// <summary>The button at a case; null: there is none, or they may not see them.</summary>
    internal Choice? Row(Officer officer, Application a, DateTimeOffset now) => Of(a).Any() && Why(officer, a, now) is null ? new(Opens(a), new Say("DeskPapers.Button")) : null;

    private protected override void AtCase(Scene scene, Officer officer, Application a, string chosen)
    {
        if (scene.Talk.SharedChannels.Contains(scene.Now.Chat.Channel)) scene.Note(new Say("DeskPapers.NotHere"));
        else if (Of(a).FirstOrDefault(p => p.Step.Name == chosen) is { Step: { } asked } paper) Send(scene, a, asked, paper.Pages);
        Ask(scene, a);
    }

    private static void Send(Scene scene, Application a, Step step, ImmutableArray<string> pages)
    {
        scene.Audit(Audit.Act.DocumentSeen, a.Id, step.Name);
        for (var page = 1; page <= pages.Length; page++)
        {
            scene.Send(new()
            {
                To = scene.Now.Chat,
                Language = scene.Now.Language,
                Parts = [new Say("DeskPapers.Page", ("nomor", a.Number!.ToString()), ("surat", new Say($"{step.TextKey}.Name")), ("lembar", page), ("dari", pages.Length))],
                Document = new(pages[page - 1], $"{a.Number}-{step.Name}-{page}.jpg"),
            });
        }
    }

    private void Ask(Scene scene, Application a) => scene.Ask(
        [new Say("DeskPapers.Which", ("nomor", a.Number!.ToString()))],
        [
            .. Of(a).Select(p => ImmutableArray.Create(new Choice(Opens(a, p.Step.Name), new Say("DeskPapers.Button.Paper", ("surat", new Say($"{p.Step.TextKey}.Name")))))),
            Back(a),
            DeskErrand.Row,
        ]);

    // What is on its way still has no name to be sent by. Where the file of its form is gone, nobody knows what a photo is of.
    private IEnumerable<(Step Step, ImmutableArray<string> Pages)> Of(Application a) =>
        from step in forms.TryGetValue(a.Programme, out var form) ? form.Steps.Append(AppealErrand.PapersAsked) : []
        let papers = a.Answers.GetValueOrDefault(step.Name) as Answer.Papers
        let pages = papers?.Pages.Select(p => p.Document).OfType<string>().ToImmutableArray() ?? []
        where !pages.IsEmpty
        select (step, pages);
}
