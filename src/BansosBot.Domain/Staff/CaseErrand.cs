using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary>One thing that officers do with a case. Its argument is the case's id, and behind a colon what was chosen so far.</summary>
public abstract class CaseErrand : StaffErrand
{
    /// <summary>What it is in the table; where they may not, it is refused, and in the log.</summary>
    protected abstract StaffAct Act { get; }

    protected override Needs NeedsAtDesk(Conversation before, string argument) => new() { Cases = [IdIn(argument)], Officers = true };

    protected sealed override void AtDesk(Scene scene, Officer officer, string argument)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(argument);
        if (scene.Known.Cases.FirstOrDefault(c => c.Id == IdIn(argument)) is not { } a) DeskErrand.CaseGone(scene, officer);
        else if (Why(officer, a, scene.At) is { } why) Refuse(scene, officer, a, why);
        else AtCase(scene, officer, a, argument.Length > a.Id.Length ? argument[(a.Id.Length + 1)..] : "");
    }

    /// <param name="chosen">Behind the case's id; empty: nothing so far.</param>
    private protected abstract void AtCase(Scene scene, Officer officer, Application a, string chosen);

    /// <summary>Null: they may.</summary>
    protected MayNot? Why(Officer officer, Application a, DateTimeOffset now) => Permissions.Why(officer, Act, a, Permissions.WhoseIs(a, officer, now));

    protected void Refuse(Scene scene, Officer officer, Application a, MayNot why)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(why);
        scene.Audit(Audit.Act.NotAllowed, a.Id, $"{Act} {why.GetType().Name}");
        scene.Note(why.Sentence);
        DeskErrand.Show(scene, officer);
    }

    /// <summary>The choice that opens it, or goes on in it.</summary>
    protected string Opens(Application a, string chosen = "")
    {
        ArgumentNullException.ThrowIfNull(a);
        return $"{Everywhere.Go}{Name}:{a.Id}{(chosen.Length > 0 ? ":" : "")}{chosen}";
    }

    private protected static System.Collections.Immutable.ImmutableArray<Choice> Back(Application a) => [new(CaseDeskErrand.Opens(a.Id), new Say("DeskCase.Button.BackToCase"))];

    private static string IdIn(string argument) => argument.Split(':')[0];
}
