using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary>Asking a family to mend something: which answers and photos, each with why, and what the family will read, before it goes.</summary>
/// <remarks>What was picked so far stands in the choices: <c>case:step=reason,step=reason:what next</c>.</remarks>
public sealed class CorrectionDeskErrand(CaseDeskErrand desk) : StaffErrand
{
    public const string Called = "deskmend";

    private const string Sends = "!", More = "+";

    public override string Name => Called;

    /// <summary>The choice that begins it.</summary>
    public static string Opens(string id) => $"{Everywhere.Go}{Called}:{id}";

    protected override Needs NeedsAtDesk(Conversation before, string argument) => new() { Cases = [argument.Split(':')[0]], Officers = true };

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        var parts = argument.Split(':', 3);
        if (scene.Known.Cases.FirstOrDefault(c => c.Id == parts[0]) is not { } a)
        {
            DeskErrand.CaseGone(scene, officer);
            return;
        }

        if (!desk.Offers(scene, officer, a, StaffAct.AskForCorrection) || CaseForm.Of(scene.Talk, a) is not { } form) return;
        var items = Items(form, a, parts.Length > 1 ? parts[1] : "");
        switch (parts.Length > 2 ? parts[2] : "")
        {
            case Sends when !items.IsEmpty:
                desk.Does(scene, officer, a, new Doing.AskForCorrection(items));
                break;
            case "" when !items.IsEmpty:
                Review(scene, officer, a, form, items);
                break;
            case var name when Left(form, a, items).FirstOrDefault(s => s.Name == name) is { } step:
                AskWhy(scene, a, step, items);
                break;
            default:
                AskWhich(scene, a, form, items);
                break;
        }
    }

    private static void AskWhich(Scene scene, Application a, Flow form, ImmutableArray<CorrectionItem> items) => scene.Ask(
        [new Say("DeskMend.Which")],
        [.. Rows.Of([.. Left(form, a, items).Select(s => new Choice($"{With(a, items)}:{s.Name}", new Say($"{s.TextKey}.Name")))]), Back(a)]);

    private static void AskWhy(Scene scene, Application a, Step step, ImmutableArray<CorrectionItem> items) => scene.Ask(
        [new Say("DeskMend.Why", ("nama", new Say($"{step.TextKey}.Name")))],
        [.. Corrections.Reasons(step.Kind).Select(r => ImmutableArray.Create(new Choice(With(a, items.Add(new(step.Name, r))), new Say($"CorrectFor.{r}.Name")))), Back(a)]);

    private static void Review(Scene scene, Officer officer, Application a, Flow form, ImmutableArray<CorrectionItem> items)
    {
        if (Deciding.By(officer, Permissions.WhoseIs(a, officer, scene.At), a, new Doing.AskForCorrection(items), CaseForm.Standard(scene.Talk, a), scene.Talk.Office, scene.At) is not Outcome<Decided>.Ok(var would)) return;
        var buttons = ImmutableArray.CreateBuilder<ImmutableArray<Choice>>();
        buttons.Add([new($"{With(a, items)}:{Sends}", new Say("DeskMend.Button.Send"))]);
        if (items.Length < Corrections.ItemsMax && Left(form, a, items).Any()) buttons.Add([new($"{With(a, items)}:{More}", new Say("DeskMend.Button.More"))]);
        buttons.Add([new(Opens(a.Id), new Say("DeskMend.Button.Anew"))]);
        buttons.Add(Back(a));
        scene.Ask([new Say("DeskMend.Sure", ("nomor", a.Number!.ToString())), .. CaseNews.Of(would, scene)], buttons.ToImmutable());
    }

    private static ImmutableArray<Choice> Back(Application a) => [new(CaseDeskErrand.Opens(a.Id), new Say("DeskCase.Button.BackToCase"))];

    private static IEnumerable<Step> Left(Flow form, Application a, ImmutableArray<CorrectionItem> items) => Corrections.Of(form, a).Where(s => !items.Any(i => i.Step == s.Name));

    private static string With(Application a, ImmutableArray<CorrectionItem> items) => $"{Opens(a.Id)}:{string.Join(',', items.Select(i => $"{i.Step}={i.Reason}"))}";

    // As they stood in the choice; what the form has no more is left out.
    private static ImmutableArray<CorrectionItem> Items(Flow form, Application a, string written) =>
    [
        .. (from item in written.Split(',', StringSplitOptions.RemoveEmptyEntries)
            let parts = item.Split('=')
            let step = Corrections.Of(form, a).FirstOrDefault(s => s.Name == parts[0])
            where step is not null && parts.Length == 2
            from reason in Corrections.Reasons(step.Kind)
            where reason.ToString() == parts[1]
            select new CorrectionItem(step.Name, reason)).DistinctBy(i => i.Step).Take(Corrections.ItemsMax),
    ];
}
