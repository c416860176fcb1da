using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Surveys;

namespace BansosBot.Domain.Programmes;

/// <summary><c>/syarat</c>: which aid fits, by one interview for all programmes. It asks for no name and no number, decides nothing, and its
/// answers are gone after a day.</summary>
/// <param name="told">Programmes that ask nothing, and are mentioned where they may help.</param>
public sealed class InterviewErrand(Flow flow, ImmutableArray<Programme> told) : Errand
{
    public const string FlowName = "interview";

    private const string Anew = "baru", Basis = "dasar", Page = "hal";

    // A message is read on a small screen: so many programmes at a time.
    private const int PerPage = 6;

    private readonly Interview interview = flow.Interview!;

    public override string Name => "interview";

    public override Flow Flow => flow;

    public override Say Welcome => new("Interview.Welcome");

    public override Say MenuLabel(Conversation now) => new(
        !now.Drafts.TryGetValue(flow.Name, out var draft) ? "Interview.Button.Begin" : draft.Asked is null ? "Interview.Button.Results" : "Interview.Button.GoOn");

    public override Needs NeedsToOpen(Conversation before) => new() { RandomBytes = Scene.RandomIdBytes };

    public override void Open(Scene scene, string argument)
    {
        if (argument == Anew) Asides.DropDraft(scene, flow.Name);
        var draft = scene.Now.Drafts.GetValueOrDefault(flow.Name);
        if (draft is null || !IsDone(draft, scene.Today))
        {
            if (draft is not null) scene.Note(new Say("Interview.GoingOn"));
            Walking.Begin(scene, flow);
        }
        else if (argument == Basis) TellBasis(scene, draft);
        else Show(scene, draft, argument.StartsWith(Page, StringComparison.Ordinal) && int.TryParse(argument[Page.Length..], out var page) ? page : 1);
    }

    /// <summary>Everything that matters is answered: the results. The answers stay for a day, so that no form asks for them again.</summary>
    public override void Finish(Scene scene, Draft draft)
    {
        scene.Keep(draft with { Asked = null });
        scene.Move(Move.Menu);
        Show(scene, draft, page: 1);
    }

    private bool IsDone(Draft draft, DateOnly today) => interview.Next(draft.Of(0), today) is null;

    private ImmutableArray<(Programme Programme, Finding Finding)> Results(Draft draft, DateOnly today) => [.. interview.Findings(draft.Of(0), today).OrderBy(f => f.Finding.Verdict).ThenBy(f => f.Programme.Service)];

    private void Show(Scene scene, Draft draft, int page)
    {
        var results = Results(draft, scene.Today);
        var shown = results.Skip((page - 1) * PerPage).Take(PerPage).ToImmutableArray();
        var mentioned = page > 1 ? Mentioned.Nothing : Mentioned.Of(told, draft.Of(0), scene.Today);
        scene.Ask(
            [
                new("Interview.Results"),
                .. shown.Select(r => InWords(r.Programme, r.Finding)),
                .. mentioned.Shown.IsEmpty ? (ReadOnlySpan<Say>)[] : [new("Interview.Mentioned", ("program", new SayValue.Lines([.. mentioned.Shown.Select(m => m.Says(ProgrammeTexts.Title))])))],
                new(shown.Any(r => r.Finding.Verdict != Verdict.Unlikely) ? "Interview.NoDecision" : "Interview.NoDecisionEither"),
            ],
            [
                .. shown.Where(r => r.Finding.Verdict != Verdict.Unlikely).Select(r => ImmutableArray.Create(NextStep(scene, r.Programme))),
                .. mentioned.Shown.Select(m => ImmutableArray.Create(new Choice($"{Everywhere.Go}programmes:{m.Name}", m.Says(ProgrammeTexts.Short)))),
                .. mentioned.HasMore ? [[new($"{Everywhere.Go}programmes:{ProgrammesErrand.Others}", new Say("Programmes.Button.Others"))]] : (ImmutableArray<ImmutableArray<Choice>>)[],
                .. results.Length > page * PerPage ? [[new($"{Everywhere.Go}{Name}:{Page}{page + 1}", new Say("Interview.Button.More"))]] : (ImmutableArray<ImmutableArray<Choice>>)[],
                [new($"{Everywhere.Go}{Name}:{Basis}", new Say("Interview.Button.Basis"))],
                [new($"{Everywhere.Go}{Name}:{Anew}", new Say("Interview.Button.Anew"))],
                [new(Everywhere.Officer, new Say("Anywhere.Button.Officer")), new(results.Any(r => r.Finding.Verdict != Verdict.Unlikely) ? RatingErrand.ThenMenu(Name) : Everywhere.Menu, new Say("Anywhere.Button.Menu"))],
            ]);
    }

    private static Say InWords(Programme programme, Finding finding)
    {
        var preCheck = new PreCheck(programme.Name, programme.Rules);
        var reasons = preCheck.Reasons(finding);
        return new(
            $"Interview.{finding.Verdict}",
            ("program", programme.Says(ProgrammeTexts.Short)),
            ("alasan", new SayValue.Lines(reasons.IsEmpty ? [new("Interview.AllFits")] : reasons)));
    }

    private static Choice NextStep(Scene scene, Programme programme) =>
        scene.Talk.Find(ApplyErrand.NameOf(programme.Name)) is ApplyErrand apply
            ? new($"{Everywhere.Go}{apply.Name}:{ApplyErrand.WithAnswers}", apply.ButtonLabel(scene.Now))
            : new($"{Everywhere.Go}programmes:{programme.Name}", programme.Says(ProgrammeTexts.Short));

    private void TellBasis(Scene scene, Draft draft)
    {
        ImmutableArray<Say> lines =
        [
            .. from r in Results(draft, scene.Today)
               let laws = PreCheck.Laws(r.Finding) is { IsEmpty: false } own ? own : r.Programme.LawsInWords
               where !laws.IsEmpty
               select new Say("Interview.Basis", ("program", r.Programme.Says(ProgrammeTexts.Short)), ("aturan", new SayValue.Lines(laws))),
            .. from m in Mentioned.Of(told, draft.Of(0), scene.Today).Shown
               where !m.Laws.IsEmpty
               select new Say("Interview.Basis", ("program", m.Says(ProgrammeTexts.Short)), ("aturan", new SayValue.Lines(m.LawsInWords))),
        ];
        scene.Ask(
            lines.IsEmpty ? [new("Interview.NoBasis")] : lines,
            [[new($"{Everywhere.Go}{Name}", new Say("Interview.Button.Results"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
    }
}
