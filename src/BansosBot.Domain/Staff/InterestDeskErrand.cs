using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;

namespace BansosBot.Domain.Staff;

/// <summary>Following up what is only an interest: the family was spoken with, sent on to somebody, those answered, and it is closed.</summary>
public sealed class InterestDeskErrand(CaseDeskErrand desk) : StaffErrand
{
    public const string Called = "deskinterest";

    private const string CaseId = "case", ToStep = "to", Contact = "contact", Refer = "refer", Accepted = "yes", NotAccepted = "no", TheirAnswer = "answer", Close = "close";

    public override string Name => Called;

    /// <summary>To whom.</summary>
    public override Flow Flow { get; } = new()
    {
        Name = "deskrefer",
        Version = 1,
        KeepsDraft = false,
        Steps = [new() { Name = ToStep, Kind = new FreeTextKind(Interest.ToLettersMax), Part = Part.Form, TextKey = "DeskInterest.To" }],
    };

    /// <summary>Why an interest is closed, in the order of the buttons.</summary>
    public static ImmutableArray<EndReason> Reasons { get; } = [EndReason.OnTheList, EndReason.ReferralAccepted, EndReason.ReferralRefused, EndReason.NoLongerInterested, EndReason.FamilyNotFound];

    /// <summary>The choice that does this act to a case.</summary>
    internal static Func<string, string> Opens(StaffAct act) => id => $"{Everywhere.Go}{Called}:{id}:{act switch { StaffAct.Contact => Contact, StaffAct.Refer => Refer, StaffAct.RecordReferral => TheirAnswer, _ => Close }}";

    protected override Needs NeedsAtDesk(Conversation before, string argument) => new() { Cases = [argument.Split(':')[0]], Rivals = true, Officers = true, RandomBytes = Scene.RandomIdBytes };

    protected override Needs NeedsToEnd(Conversation before, Draft draft) => new() { Cases = [IdIn(draft)], Rivals = true, Officers = true };

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        var (id, act, detail) = argument.Split(':', 3) is var p ? (p[0], p.Length > 1 ? p[1] : "", p.Length > 2 ? p[2] : "") : default;
        if (scene.Known.Cases.FirstOrDefault(c => c.Id == id) is not { } a) DeskErrand.CaseGone(scene, officer);
        else if (act == Contact && desk.Offers(scene, officer, a, StaffAct.Contact)) desk.Does(scene, officer, a, new Doing.Contact());
        else if (act == Refer && desk.Offers(scene, officer, a, StaffAct.Refer))
        {
            scene.Write(new Write.PutCase(a with { Held = new(officer.Id, scene.At) }));        // the half hour is there for writing it down
            Walking.Begin(scene, Flow, (CaseId, new Answer.Free(a.Id)));
        }
        else if (act == TheirAnswer && desk.Offers(scene, officer, a, StaffAct.RecordReferral)) Answers(scene, officer, a, detail);
        else if (act == Close && desk.Offers(scene, officer, a, StaffAct.CloseInterest)) Closes(scene, officer, a, detail);
    }

    protected override void End(Scene scene, Officer officer, Draft draft)
    {
        if (scene.Known.Cases.FirstOrDefault(c => c.Id == IdIn(draft)) is not { } a) DeskErrand.CaseGone(scene, officer);
        else if (desk.Offers(scene, officer, a, StaffAct.Refer)) desk.Does(scene, officer, a, new Doing.Refer(((Answer.Free)draft.Answers[ToStep]).Text));
    }

    private void Answers(Scene scene, Officer officer, Application a, string detail)
    {
        if (a.Interest?.Referral is not { } referral || detail is Accepted or NotAccepted) desk.Does(scene, officer, a, new Doing.RecordReferral(detail == Accepted));
        else
        {
            scene.Ask(
                [new Say("DeskInterest.Answer", ("tujuan", referral.To))],
                [[new($"{Opens(StaffAct.RecordReferral)(a.Id)}:{Accepted}", new Say("DeskInterest.Button.Accepted"))], [new($"{Opens(StaffAct.RecordReferral)(a.Id)}:{NotAccepted}", new Say("DeskInterest.Button.NotAccepted"))], Back(a)]);
        }
    }

    private void Closes(Scene scene, Officer officer, Application a, string detail)
    {
        if (Enum.TryParse<EndReason>(detail, out var reason) && Reasons.Contains(reason)) desk.Does(scene, officer, a, new Doing.CloseInterest(reason));
        else scene.Ask([new Say("DeskInterest.Close")], [.. Reasons.Select(r => ImmutableArray.Create(new Choice($"{Opens(StaffAct.CloseInterest)(a.Id)}:{r}", new Say($"DeskInterest.Button.{r}")))), Back(a)]);
    }

    private static ImmutableArray<Choice> Back(Application a) => [new(CaseDeskErrand.Opens(a.Id), new Say("DeskCase.Button.BackToCase"))];

    private static string IdIn(Draft draft) => ((Answer.Free)draft.Answers[CaseId]).Text;
}
