using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary>The head of division lets a case go before others, for a reason that stands in the log: it may be taken up at once, and is proposed first.</summary>
public sealed class PrecedenceDeskErrand : CaseErrand
{
    private const string Surely = "!";

    public override string Name => "deskfirst";

    protected override StaffAct Act => StaffAct.LeaveTheRule;

    /// <summary>The button at a case; null: they may not, or it does already.</summary>
    internal Choice? Row(Officer officer, Application a, DateTimeOffset now) => a.GoesFirst is null && Why(officer, a, now) is null ? new(Opens(a), new Say("DeskFirst.Button")) : null;

    private protected override void AtCase(Scene scene, Officer officer, Application a, string chosen)
    {
        if (a.GoesFirst is { } already) scene.Ask([new Say("DeskFirst.Already", ("nomor", a.Number!.ToString()), ("sebab", Named(already.Why)))], [Back(a), DeskErrand.Row]);
        else if (!Enum.TryParse<PrecedenceReason>(chosen.TrimEnd(Surely[0]), out var why))
        {
            scene.Ask(
                [new Say("DeskFirst.Why", ("nomor", a.Number!.ToString()))],
                [.. Enum.GetValues<PrecedenceReason>().Select(r => System.Collections.Immutable.ImmutableArray.Create(new Choice(Opens(a, r.ToString()), Named(r)))), Back(a)]);
        }
        else if (!chosen.EndsWith(Surely[0])) scene.Ask([new Say("DeskFirst.Sure", ("nomor", a.Number!.ToString()), ("sebab", Named(why)))], [[new(Opens(a, $"{why}{Surely}"), new Say("DeskFirst.Button.Sure"))], Back(a)]);
        else
        {
            // Whoever decided it has it in hand, to give it to whoever goes on: else it would lie where it lay.
            var isNobodys = a.HeldBy(scene.At) is null;
            scene.Write(new Write.PutCase(a with { GoesFirst = new(why, officer.Id, scene.At), Held = isNobodys ? new(officer.Id, scene.At) : a.Held }));
            scene.Audit(Audit.Act.LeftTheRule, a.Id, why.ToString());
            if (isNobodys) scene.Audit(Audit.Act.CaseHeld, a.Id);
            scene.Ask([new Say("DeskFirst.Done", ("nomor", a.Number!.ToString()))], [Back(a), DeskErrand.Row]);
        }
    }

    private static Say Named(PrecedenceReason why) => new($"DeskFirst.For.{why}");
}
