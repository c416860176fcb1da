using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Programmes;

/// <summary>Which aid there is: a list, and a page for each with what it gives, who may get it, who decides and where one goes.</summary>
public sealed class ProgrammesErrand(params ImmutableArray<Programme> programmes) : Errand
{
    /// <summary>Argument for the list of what is only told of.</summary>
    internal const string Others = "lain";

    // Before the name of a programme: its laws.
    private const string Basis = "dasar:";

    public override string Name => "programmes";

    public override Say MenuLabel(Conversation now) => new("Programmes.Button.List");

    public override Needs NeedsToOpen(Conversation before) => new() { RandomBytes = Scene.RandomIdBytes };

    /// <summary>Whether it has a page for a programme of this name.</summary>
    public bool Has(string programme) => Find(programme) is not null;

    /// <summary>The programme of that page; null: there is none.</summary>
    internal Programme? Find(string programme) => programmes.FirstOrDefault(p => p.Name == programme);

    /// <summary>Whether its page says all there is: no form, no case of it here.</summary>
    public bool OnlyTellsOf(string programme) => programmes.Any(p => p.Name == programme && p.Service == Service.Information);

    public override void Open(Scene scene, string argument)
    {
        if (argument == Others) ShowOthers(scene);
        else if (argument.Length == 0) ShowList(scene);
        else if (argument.StartsWith(Basis, StringComparison.Ordinal) && programmes.FirstOrDefault(p => p.Name == argument[Basis.Length..]) is { Laws.IsEmpty: false } based) ShowBasis(scene, based);
        else if (Find(argument) is { } programme) ShowPage(scene, programme);
        else TellThatUnknown(scene);
    }

    /// <summary>A poster or a link names an aid that there is none of.</summary>
    public static void TellThatUnknown(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        scene.Ask(
            [new("Programmes.Unknown", ("dinas", scene.Talk.Office.Name)), .. scene.Talk.Office.Contact],
            [[new($"{Everywhere.Go}programmes", new Say("Programmes.Button.List"))], [new(Everywhere.Officer, new Say("Anywhere.Button.Officer"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
    }

    private void ShowList(Scene scene) => scene.Ask(
        [new("Programmes.Here")],
        [
            .. programmes.Where(p => p.Service != Service.Information).OrderBy(p => p.Service).Select(Row),
            .. programmes.Any(p => p.Service == Service.Information) ? [[new($"{Everywhere.Go}{Name}:{Others}", new Say("Programmes.Button.Others"))]] : (ImmutableArray<ImmutableArray<Choice>>)[],
            .. Interview(scene),
            [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))],
        ]);

    private void ShowOthers(Scene scene) => scene.Ask(
        [new("Programmes.Others", ("dinas", scene.Talk.Office.Name))],
        [
            .. Rows.Of([.. programmes.Where(p => p.Service == Service.Information).Select(ToPage)]),
            [new($"{Everywhere.Go}{Name}", new Say("Programmes.Button.List"))],
            [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))],
        ]);

    private void ShowPage(Scene scene, Programme programme) => scene.Ask(
        [
            new("Programmes.Title", ("program", programme.Says(ProgrammeTexts.Title))),
            programme.Says(ProgrammeTexts.Gives),
            programme.Says(ProgrammeTexts.WhoMay),
            .. programme.Service == Service.Information ? [programme.Says(ProgrammeTexts.Where)] : (ReadOnlySpan<Say>)[],
            programme.Says(ProgrammeTexts.Decides),
        ],
        [
            .. ToApply(scene, programme),
            .. programme.Service == Service.Information ? (ImmutableArray<ImmutableArray<Choice>>)[]
                : [[new($"{Everywhere.Go}papers:{programme.Name}", new Say("Programmes.Button.Papers"))], [new($"{Everywhere.Go}standard:{programme.Name}", new Say("Programmes.Button.Standard"))]],
            .. programme.Rules.IsEmpty ? [] : Interview(scene),
            .. programme.Laws.IsEmpty ? (ImmutableArray<ImmutableArray<Choice>>)[] : [[new($"{Everywhere.Go}{Name}:{Basis}{programme.Name}", new Say("Interview.Button.Basis"))]],
            [new($"{Everywhere.Go}{Name}", new Say("Programmes.Button.List")), new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))],
        ]);

    private void ShowBasis(Scene scene, Programme programme) => scene.Ask(
        [new("Interview.Basis", ("program", programme.Says(ProgrammeTexts.Short)), ("aturan", new SayValue.Lines(programme.LawsInWords)))],
        [[ToPage(programme)], [new($"{Everywhere.Go}{Name}", new Say("Programmes.Button.List")), new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);

    private ImmutableArray<Choice> Row(Programme programme) => [ToPage(programme)];

    private Choice ToPage(Programme programme) => new($"{Everywhere.Go}{Name}:{programme.Name}", programme.Says(ProgrammeTexts.Short));

    private static ImmutableArray<ImmutableArray<Choice>> Interview(Scene scene) =>
        scene.Talk.Find("interview") is { } interview && interview.MenuLabel(scene.Now) is { } label ? [[new($"{Everywhere.Go}{interview.Name}", label)]] : [];

    /// <summary>The button that opens its form; none where it has none.</summary>
    internal static ImmutableArray<ImmutableArray<Choice>> ToApply(Scene scene, Programme programme) =>
        scene.Talk.Find(ApplyErrand.NameOf(programme.Name)) is ApplyErrand apply ? [[new($"{Everywhere.Go}{apply.Name}", apply.ButtonLabel(scene.Now))]] : [];
}

/// <summary>Which papers to bring together, where one applies, and how long it lasts. Asks which aid is meant where that is not clear.</summary>
public sealed class PapersErrand(params ImmutableArray<Programme> programmes) : Errand
{
    public override string Name => "papers";

    public override void Open(Scene scene, string argument)
    {
        if (WhichProgramme.Of(scene, this, programmes, argument) is not { } programme) return;
        scene.Ask(
            [programme.Says(ProgrammeTexts.Documents), programme.Says(ProgrammeTexts.Where), .. scene.Talk.Office.Contact, programme.Says(ProgrammeTexts.Validity)],
            [.. ProgrammesErrand.ToApply(scene, programme), [new($"{Everywhere.Go}programmes:{programme.Name}", programme.Says(ProgrammeTexts.Short))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
    }
}

/// <summary>The service standard of an aid (UU 25/2009): what is needed, the steps, how long, what it costs (nothing), and where to complain.</summary>
public sealed class StandardErrand(params ImmutableArray<Programme> programmes) : Errand
{
    public override string Name => "standard";

    public override void Open(Scene scene, string argument)
    {
        if (WhichProgramme.Of(scene, this, programmes, argument) is not { Standard: { } standard } programme) return;
        scene.Ask(
            [
                new("Standard.Title", ("program", programme.Says(ProgrammeTexts.Short))),
                programme.Says(ProgrammeTexts.Documents),
                programme.Says(ProgrammeTexts.Steps),
                standard.VisitDays is { } visit ? new("Standard.TimeWithVisit", ("hari", standard.AnswerDays), ("kunjungan", visit)) : new Say("Standard.Time", ("hari", standard.AnswerDays)),
                new("Standard.Cost"),
                new("Standard.Complaints", ("dinas", scene.Talk.Office.Name), ("bagian", programme.Says(ProgrammeTexts.HandledBy))),
            ],
            [.. ProgrammesErrand.ToApply(scene, programme), [new($"{Everywhere.Go}programmes:{programme.Name}", programme.Says(ProgrammeTexts.Short))], [new(Everywhere.Officer, new Say("Anywhere.Button.Officer"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
    }
}

/// <summary>Where the office is, how it is called and when it is open. What was not set is not made up.</summary>
public sealed class OfficeErrand : Errand
{
    public override string Name => "office";

    public override void Open(Scene scene, string argument)
    {
        var contact = scene.Talk.Office.Contact;
        scene.Ask(
            [new("Office.Where", ("dinas", scene.Talk.Office.Name)), .. contact, .. scene.Talk.Office.IsContactComplete ? (ReadOnlySpan<Say>)[] : [new("Office.AskOfficer")]],
            [[new(Everywhere.Officer, new Say("Anywhere.Button.Officer"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
    }
}

/// <summary>Which programme a page is asked for.</summary>
internal static class WhichProgramme
{
    /// <returns>Null: it was asked, or told that there is none of that name.</returns>
    public static Programme? Of(Scene scene, Errand page, ImmutableArray<Programme> programmes, string argument)
    {
        if (argument.Length > 0)
        {
            if (programmes.FirstOrDefault(p => p.Name == argument && p.Service != Service.Information) is { } named) return named;
            ProgrammesErrand.TellThatUnknown(scene);
            return null;
        }

        ImmutableArray<Programme> withCases = [.. programmes.Where(p => p.Service != Service.Information).OrderBy(p => p.Service)];
        if (withCases is [var only]) return only;
        scene.Ask(
            [new("Programmes.WhichOne")],
            [.. withCases.Select(p => ImmutableArray.Create(new Choice($"{Everywhere.Go}{page.Name}:{p.Name}", p.Says(ProgrammeTexts.Short)))), [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
        return null;
    }
}
