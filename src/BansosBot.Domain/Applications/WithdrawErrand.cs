using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Applications;

/// <summary>Taking an application back: which, asked once more, done. Before it was proposed, and only from a chat whose own it is
/// (<see cref="Application.IsOwnOf"/>): the one that filed it, or the guardian's that joined what a helper filed. The others are told who can.</summary>
public sealed class WithdrawErrand : Errand
{
    /// <summary>How long a withdrawn case is kept: <c>domain.md</c> section 6, archives, until the office sets its own.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    private const char Surely = '!';

    public override string Name => "withdraw";

    public override Needs NeedsToOpen(Conversation before) => new() { Cases = before.Cases };

    public override void Open(Scene scene, string argument)
    {
        var open = scene.Known.Cases.Where(c => MayWithdraw(c, scene.Now.Chat)).ToImmutableArray();
        var chosen = open.FirstOrDefault(c => c.Id == argument.TrimEnd(Surely)) ?? (argument.Length == 0 && open.Length == 1 ? open[0] : null);
        if (open.IsEmpty)
        {
            scene.Note(new Say(
                scene.Known.Cases.FirstOrDefault(IsOpen) is not { } notOwn ? "Withdraw.Nothing"
                : notOwn.FiledForOthers ? "Withdraw.OnlyGuardian"
                : "Withdraw.OnlyWhereFiled"));
            Idle.ShowMenu(scene);
        }
        else if (chosen is null)
        {
            scene.Ask(
                [new Say("Withdraw.Which")],
                [.. open.Select(c => ImmutableArray.Create(new Choice($"{Everywhere.Go}{Name}:{c.Id}", new Say("Withdraw.Button.Case", ("nama", c.NameFor(scene.Now.Chat)))) { NamesSomebody = true })),
                 [new(Everywhere.Menu, new Say("Withdraw.Button.No"))]]);
        }
        else if (!argument.EndsWith(Surely))
        {
            scene.Ask(
                [new Say("Withdraw.Sure", ("nomor", chosen.Number!.ToString()), ("nama", chosen.NameFor(scene.Now.Chat)))],
                [[new($"{Everywhere.Go}{Name}:{chosen.Id}{Surely}", new Say("Withdraw.Button.Yes"))], [new(Everywhere.Menu, new Say("Withdraw.Button.No"))]]);
        }
        else
        {
            Withdraw(scene, chosen);
            scene.Note(new Say("Withdraw.Done", ("nomor", chosen.Number!.ToString())));
            Idle.ShowMenu(scene);
        }
    }

    /// <summary>Not proposed yet, and this chat's own.</summary>
    public static bool MayWithdraw(Application c, ChatKey chat)
    {
        ArgumentNullException.ThrowIfNull(c);
        return IsOpen(c) && c.IsOwnOf(chat);
    }

    private static bool IsOpen(Application c) => ApplicationLife.Next(c.Stage, CaseAct.Withdraw) is not null;

    private static void Withdraw(Scene scene, Application c)
    {
        if (Deciding.OfItself(c, new Doing.Withdraw(), CaseForm.Standard(scene.Talk, c), scene.Talk.Office, scene.At) is not Outcome<Decided>.Ok(var decided)) return;
        CaseNews.Write(scene, c, decided);
        scene.DueOfOffice(DueKind.EraseCase, c.Id, scene.At + KeptFor);
    }

    /// <summary>The child may be applied for again. Once: afterwards somebody else may hold what it held.</summary>
    public static void Release(Scene scene, Application c)
    {
        if (!ApplicationLife.IsRunning(c.Stage)) return;        // it freed them then, and a newer one may hold them
        foreach (var claim in c.HeldClaims()) scene.Write(new Write.Free(claim, c.Id));
    }
}
