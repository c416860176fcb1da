using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary>Ending a running aid: why, and what the family will read, before it is done.</summary>
public sealed class EndDeskErrand(CaseDeskErrand desk) : StaffErrand
{
    public const string Called = "deskend";

    private const string Surely = "!";

    // On a birthday the clock ends it; what is only an interest ends otherwise.
    private static readonly ImmutableArray<EndReason> Reasons = [.. Enum.GetValues<EndReason>().Where(r => r != EndReason.TurnedEighteen && !InterestDeskErrand.Reasons.Contains(r))];

    public override string Name => Called;

    /// <summary>The choice that begins it.</summary>
    public static string Opens(string id) => $"{Everywhere.Go}{Called}:{id}";

    protected override Needs NeedsAtDesk(Conversation before, string argument) => new() { Cases = [argument.Split(':')[0]], Officers = true };

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(argument);
        var parts = argument.Split(':', 3);
        if (scene.Known.Cases.FirstOrDefault(c => c.Id == parts[0]) is not { } a)
        {
            DeskErrand.CaseGone(scene, officer);
            return;
        }

        if (!desk.Offers(scene, officer, a, StaffAct.End)) return;
        if (parts.Length < 2 || !Enum.TryParse<EndReason>(parts[1], out var why) || !Reasons.Contains(why)) AskWhy(scene, a);
        else if (parts is [_, _, Surely]) desk.Does(scene, officer, a, new Doing.End(why));
        else AskSurely(scene, officer, a, why);
    }

    private static void AskWhy(Scene scene, Application a) => scene.Ask(
        [new Say("DeskEnd.Why", ("nomor", a.Number!.ToString()))],
        [.. Reasons.Select(r => ImmutableArray.Create(new Choice($"{Opens(a.Id)}:{r}", new Say($"EndedFor.{r}.Name")))), Back(a)]);

    private static void AskSurely(Scene scene, Officer officer, Application a, EndReason why)
    {
        if (Deciding.By(officer, Permissions.WhoseIs(a, officer, scene.At), a, new Doing.End(why), CaseForm.Standard(scene.Talk, a), scene.Talk.Office, scene.At) is not Outcome<Decided>.Ok(var would)) return;
        scene.Ask([new Say("DeskCase.Sure", ("nomor", a.Number!.ToString())), .. CaseNews.Of(would, scene)], [[new($"{Opens(a.Id)}:{why}:{Surely}", new Say("DeskCase.Button.End"))], Back(a)]);
    }

    private static ImmutableArray<Choice> Back(Application a) => [new(CaseDeskErrand.Opens(a.Id), new Say("DeskCase.Button.BackToCase"))];
}
