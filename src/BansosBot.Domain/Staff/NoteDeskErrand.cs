using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;

namespace BansosBot.Domain.Staff;

/// <summary>A note in a case, kept as soon as it is written; then a day on which who wrote it is reminded, if they like.</summary>
public sealed class NoteDeskErrand : CaseErrand
{
    private const string CaseId = "case", TextStep = "note";
    private const int LettersMax = 500;

    /// <summary>Working days from today.</summary>
    private static readonly int[] Days = [1, 3, 5, 10];

    public override string Name => "desknote";

    public override Flow Flow { get; } = new()
    {
        Name = "desknote",
        Version = 1,
        KeepsDraft = false,
        Steps = [new() { Name = TextStep, Kind = new FreeTextKind(LettersMax), Part = Part.Form, TextKey = "DeskNote.Text" }],
    };

    protected override StaffAct Act => StaffAct.Note;

    protected override Needs NeedsAtDesk(Conversation before, string argument) => base.NeedsAtDesk(before, argument) with { RandomBytes = Scene.RandomIdBytes };

    protected override Needs NeedsToEnd(Conversation before, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new() { Cases = [IdIn(draft)], Officers = true };
    }

    /// <summary>The button at a case; null: they may not write into it.</summary>
    internal Choice? Row(Officer officer, Application a, DateTimeOffset now) => Why(officer, a, now) is null ? new(Opens(a), new Say("DeskNote.Button")) : null;

    /// <summary>The day of a note has come.</summary>
    /// <param name="about">The case's id and which of its notes.</param>
    internal static void Come(Scene scene, string about)
    {
        if (scene.Known.Cases is not [{ } a, ..] || !Desk.Sits(scene) || scene.ActsAs is not { } officer) return;
        if (Permissions.Why(officer, StaffAct.See, a, Permissions.WhoseIs(a, officer, scene.At)) is not null) return;
        if (int.TryParse(about.Split(':')[1], CultureInfo.InvariantCulture, out var n) && n < a.Notes.Length) scene.Tell(new Say("DeskNote.Due", ("nomor", a.Number!.ToString()), ("isi", a.Notes[n].Text)));
    }

    /// <summary>Which case a reminder is about.</summary>
    internal static string CaseOf(string about) => about.Split(':')[0];

    private protected override void AtCase(Scene scene, Officer officer, Application a, string chosen)
    {
        if (Reminder(a, officer, chosen) is var (n, days)) Remind(scene, a, n, days);
        else Walking.Begin(scene, Flow, (CaseId, new Answer.Free(a.Id)));
    }

    protected override void End(Scene scene, Officer officer, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(officer);
        ArgumentNullException.ThrowIfNull(draft);
        if (scene.Known.Cases.FirstOrDefault(c => c.Id == IdIn(draft)) is not { } a)
        {
            DeskErrand.CaseGone(scene, officer);
            return;
        }

        if (Why(officer, a, scene.At) is { } why)
        {
            Refuse(scene, officer, a, why);
            return;
        }

        scene.Write(new Write.PutCase(a with { Notes = a.Notes.Add(new(((Answer.Free)draft.Answers[TextStep]).Text, officer.Id, scene.At, Due: null)) }));
        scene.Audit(Audit.Act.NoteWritten, a.Id);
        scene.Ask(
            [new Say("DeskNote.Done", ("nomor", a.Number!.ToString())), new Say("DeskNote.Remind")],
            [.. Days.Select(d => ImmutableArray.Create(new Choice(Opens(a, string.Create(CultureInfo.InvariantCulture, $"{a.Notes.Length}:{d}")), new Say("DeskNote.In", ("hari", d))))), Back(a), DeskErrand.Row]);
    }

    private static void Remind(Scene scene, Application a, int n, int days)
    {
        var office = scene.Talk.Office;
        var day = office.WorkingDaysAfter(scene.Today, days);
        scene.Write(new Write.PutCase(a with { Notes = a.Notes.SetItem(n, a.Notes[n] with { Due = day }) }));
        scene.Due(DueKind.NoteDue, string.Create(CultureInfo.InvariantCulture, $"{a.Id}:{n}"), office.MorningAfter(day.AddDays(-1)));
        scene.Ask([new Say("DeskNote.Until", ("tanggal", day))], [Back(a), DeskErrand.Row]);
    }

    // Which of their notes, and in how many working days; null: nothing of that was chosen.
    private static (int Note, int Days)? Reminder(Application a, Officer officer, string chosen) =>
        chosen.Split(':') is [var note, var days] && int.TryParse(note, CultureInfo.InvariantCulture, out var n) && int.TryParse(days, CultureInfo.InvariantCulture, out var in1)
        && n >= 0 && n < a.Notes.Length && a.Notes[n].By == officer.Id && Days.Contains(in1) ? (n, in1) : null;

    private static string IdIn(Draft draft) => ((Answer.Free)draft.Answers[CaseId]).Text;
}
