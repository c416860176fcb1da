using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary>The photos of a case's papers, one paper at a time and only when an officer asks for it; each time is in the log.</summary>
/// <remarks>They are sent into the officer's own chat. A page that others may sit down at shows none.</remarks>
public sealed class PapersDeskErrand(ImmutableArray<Flow> forms) : StaffErrand
{
    public const string Called = "deskpapers";

    private readonly ImmutableDictionary<string, Flow> forms = forms.ToImmutableDictionary(f => f.Programme!.Name);

    public override string Name => Called;

    /// <summary>The button at a case; null: there is none, or they may not see them.</summary>
    /// <param name="form">Its questions; null where its file is gone.</param>
    internal static Choice? Row(Officer officer, Application a, Flow? form, DateTimeOffset now) =>
        form is not null && Of(a, form).Any() && Why(officer, a, now) is null ? new(Opens(a.Id), new Say("DeskPapers.Button")) : null;

    private static string Opens(string id, string step = "") => $"{Everywhere.Go}{Called}:{id}{(step.Length > 0 ? ":" : "")}{step}";

    protected override Needs NeedsAtDesk(Conversation before, string argument) => new() { Cases = [argument.Split(':')[0]] };

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        var parts = argument.Split(':', 2);
        var (id, step) = (parts[0], parts.Length > 1 ? parts[1] : "");
        if (scene.Known.Cases.FirstOrDefault(c => c.Id == id) is not { } a || !forms.TryGetValue(a.Programme, out var form))
        {
            scene.Note(new Say("DeskCase.Gone"));
            DeskErrand.Show(scene, officer);
            return;
        }

        if (Why(officer, a, scene.At) is { } why)
        {
            scene.Audit(Act.NotAllowed, a.Id, $"{StaffAct.SeeDocument} {why.GetType().Name}");
            scene.Note(why.Sentence);
            DeskErrand.Show(scene, officer);
            return;
        }

        if (scene.Talk.SharedChannels.Contains(scene.Now.Chat.Channel)) scene.Note(new Say("DeskPapers.NotHere"));
        else if (Of(a, form).FirstOrDefault(p => p.Step.Name == step) is { Step: { } asked } paper) Send(scene, a, asked, paper.Pages);
        Ask(scene, a, form);
    }

    private static void Send(Scene scene, Application a, Step step, ImmutableArray<string> pages)
    {
        scene.Audit(Act.DocumentSeen, a.Id, step.Name);
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

    private static void Ask(Scene scene, Application a, Flow form) => scene.Ask(
        [new Say("DeskPapers.Which", ("nomor", a.Number!.ToString()))],
        [
            .. Of(a, form).Select(p => ImmutableArray.Create(new Choice(Opens(a.Id, p.Step.Name), new Say("DeskPapers.Button.Paper", ("surat", new Say($"{p.Step.TextKey}.Name")))))),
            [new(CaseDeskErrand.Opens(a.Id), new Say("DeskCase.Button.BackToCase"))],
            DeskErrand.Row,
        ]);

    // What is on its way still has no name to be sent by.
    private static IEnumerable<(Step Step, ImmutableArray<string> Pages)> Of(Application a, Flow form) =>
        from step in form.Steps.Append(AppealErrand.PapersAsked)
        let papers = a.Answers.GetValueOrDefault(step.Name) as Answer.Papers
        let pages = papers?.Pages.Select(p => p.Document).OfType<string>().ToImmutableArray() ?? []
        where !pages.IsEmpty
        select (step, pages);

    private static MayNot? Why(Officer officer, Application a, DateTimeOffset now) => Permissions.Why(officer, StaffAct.SeeDocument, a, Permissions.WhoseIs(a, officer, now));
}
