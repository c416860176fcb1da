using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;

namespace BansosBot.Domain.Staff;

/// <summary>What a family hears without anybody having done something: what was not kept, what is still waited for, what is to end.</summary>
internal static class ClockNews
{
    /// <summary>The office did not keep its day: until when now, and whom to ask.</summary>
    public static void Late(Scene scene, Application a)
    {
        var programme = CaseForm.Programme(scene.Talk, a);
        var late = new Say(Status.IsInterest(a, programme) ? "CaseNews.Late.OfInterest" : $"CaseNews.Late.{a.Stage}", ("dulu", a.LateSince!.Value), ("tanggal", a.PromisedBy!.Value));
        var ask = programme?.Says(ProgrammeTexts.HandledBy) is { } owner ? new Say("CaseNews.Late.Ask", ("bagian", owner)) : new("CaseNews.Late.AskOffice", ("dinas", scene.Talk.Office.Name));
        foreach (var home in a.Homes) scene.News(home.Chat, [CaseNews.Head(a, home.Chat), late, ask, .. scene.Talk.Office.Contact], AskOfficer);
    }

    /// <summary>Half-way to the last day for mending.</summary>
    public static void Remind(Scene scene, Application a)
    {
        foreach (var home in Family(a))
            CaseNews.Tell(scene, a, home.Chat, [new Say("CaseNews.Reminder", ("nomor", a.Number!.ToString()), ("nama", a.NameFor(home.Chat)), ("tanggal", a.PromisedBy!.Value)), .. CaseNews.Details(a, scene), .. CaseNews.Elsewhere(a, home.Chat)]);
    }

    /// <summary>The child will be too old: from which day on nothing is paid, and what else there is.</summary>
    public static void EndsOn(Scene scene, Application a, DateOnly day)
    {
        foreach (var home in Family(a)) scene.News(home.Chat, [CaseNews.Head(a, home.Chat), .. Ends(scene, a, day)], AskOfficer);
    }

    /// <summary>The same where it was foretold, for who tells it by telephone.</summary>
    public static IEnumerable<Say> WhereItEndsSoon(Scene scene, Application a) =>
        a.Stage == Stage.Active && TooOld.EndsOn(a, CaseForm.Programme(scene.Talk, a)) is { } day && TooOld.WasForetold(a) ? Ends(scene, a, day) : [];

    private static IEnumerable<Say> Ends(Scene scene, Application a, DateOnly day) => [new("CaseNews.EndsOn", ("tanggal", day), ("sampai", day.AddDays(-1))), .. Afterwards(scene, a)];

    /// <summary>What its programme's file names for afterwards; nothing where that is gone, or names nothing.</summary>
    public static IEnumerable<Say> Afterwards(Scene scene, Application a) =>
        CaseForm.Programme(scene.Talk, a) is { Afterwards: { IsEmpty: false } others }
            ? [new Say("CaseNews.Afterwards", ("isi", new SayValue.Lines([.. others.Select(o => new Say("CaseNews.Afterwards.Line", ("bantuan", new Say(ProgrammeTexts.Key(o, ProgrammeTexts.Title)))))])))]
            : [];

    private static ImmutableArray<ImmutableArray<Button>> AskOfficer => NewsChoice.Row(NewsChoice.AskOfficer, new Say("Anywhere.Button.Officer"));

    // Who files for others hears of what happens to it, and not what the family is to do.
    private static IEnumerable<Home> Family(Application a) => a.Homes.Where(h => !a.IsFiledForOthersBy(h.Chat));
}
