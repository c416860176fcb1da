using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;

namespace BansosBot.Domain.Staff;

/// <summary>Records who cares for a child now. The case stays where it is; the old guardian's chats are told that they see it no more.</summary>
public sealed class GuardianDeskErrand : CaseErrand
{
    private const string CaseId = "case", NameStep = "new_guardian", RelationStep = "new_relation", PhoneStep = "new_phone", WhyStep = "change_why", DayStep = "change_day", SureStep = "change_sure", Surely = "ya";

    // As the forms name them, so that the file for the ministry says them alike.
    private static readonly string[] Relations = ["orang_tua", "kakek_nenek", "paman_bibi", "kakak", "kerabat", "pengasuh", "pengurus_panti"];

    public override string Name => "deskguardian";

    public override Flow Flow { get; } = new()
    {
        Name = "deskguardian",
        Version = 1,
        KeepsDraft = false,
        Steps =
        [
            new() { Name = NameStep, Kind = new PersonNameKind(OtherThan: null), Part = Part.Form, TextKey = "DeskGuardian.Name" },
            new() { Name = RelationStep, Kind = new ChoiceKind([.. Relations.Select(r => new Choice(r, new Say($"DeskGuardian.Relation.{r}")))]), Part = Part.Form, TextKey = "DeskGuardian.Relation" },
            new() { Name = PhoneStep, Kind = new PhoneKind(), Part = Part.Form, TextKey = "DeskGuardian.Phone" },
            new() { Name = WhyStep, Kind = new ChoiceKind([.. Enum.GetValues<GuardianReason>().Select(r => new Choice(r.ToString(), new Say($"GuardianReason.{r}")))]), Part = Part.Form, TextKey = "DeskGuardian.Why" },
            new() { Name = DayStep, Kind = new DateKind(DateOf.Paper), Part = Part.Form, TextKey = "DeskGuardian.Day" },
            new() { Name = SureStep, Kind = new ChoiceKind([new(Surely, new Say("DeskGuardian.Sure.Yes")), new("tidak", new Say("DeskGuardian.Sure.No"))]), Part = Part.Form, TextKey = "DeskGuardian.Sure" },
        ],
    };

    protected override StaffAct Act => StaffAct.ChangeGuardian;

    protected override Needs NeedsAtDesk(Conversation before, string argument) => base.NeedsAtDesk(before, argument) with { RandomBytes = Scene.RandomIdBytes };

    protected override Needs NeedsToEnd(Conversation before, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new() { Cases = [IdIn(draft)], Officers = true };
    }

    /// <summary>The button at a case; null: they may not.</summary>
    internal Choice? Row(Officer officer, Application a, DateTimeOffset now) => Why(officer, a, now) is null ? new(Opens(a), new Say("DeskGuardian.Button")) : null;

    private protected override void AtCase(Scene scene, Officer officer, Application a, string chosen)
    {
        scene.Write(new Write.PutCase(a with { Held = new(officer.Id, scene.At) }));        // the half hour is there for writing it down
        Walking.Begin(scene, Flow, (CaseId, new Answer.Free(a.Id)));
    }

    protected override void End(Scene scene, Officer officer, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(officer);
        ArgumentNullException.ThrowIfNull(draft);
        if (scene.Known.Cases.FirstOrDefault(c => c.Id == IdIn(draft)) is not { } a) DeskErrand.CaseGone(scene, officer);
        else if (Why(officer, a, scene.At) is { } why) Refuse(scene, officer, a, why);
        else if (draft.Answers[SureStep] is not Answer.Chosen(Surely)) scene.Ask([new Say("DeskGuardian.NotDone", ("nomor", a.Number!.ToString()))], [Back(a), DeskErrand.Row]);
        else if (Deciding.By(officer, Permissions.WhoseIs(a, officer, scene.At), a, Recorded(draft), CaseForm.Standard(scene.Talk, a), scene.Talk.Office, scene.At) is Outcome<Decided>.Ok(var decided)) Change(scene, a, decided);
    }

    private static void Change(Scene scene, Application a, Decided decided)
    {
        CaseNews.Write(scene, a, decided);
        if (a.Handed is { } handed) scene.Write(new Write.Free(new Claim.Receipt(handed.Code), a.Id));
        foreach (var home in a.Homes.Except(decided.After.Homes))
        {
            scene.News(home.Chat, [CaseNews.Head(a, home.Chat), new("Guardian.Changed"), .. scene.Talk.Office.Contact], NewsChoice.Row(NewsChoice.AskOfficer, new Say("Anywhere.Button.Officer")));
            scene.DueOf(home.Chat, DueKind.HomeGone, a.Id, scene.At);
        }

        scene.Ask([new Say("DeskGuardian.Done", ("nomor", a.Number!.ToString()))], [Back(a), DeskErrand.Row]);
    }

    private static Doing.ChangeGuardian Recorded(Draft draft) => new(
        Enum.Parse<GuardianReason>(((Answer.Chosen)draft.Answers[WhyStep]).Choice), ((Answer.Day)draft.Answers[DayStep]).On, ((Answer.Name)draft.Answers[NameStep]).Called,
        ((Answer.Chosen)draft.Answers[RelationStep]).Choice, ((Answer.Phone)draft.Answers[PhoneStep]).Number);

    private static string IdIn(Draft draft) => ((Answer.Free)draft.Answers[CaseId]).Text;
}
