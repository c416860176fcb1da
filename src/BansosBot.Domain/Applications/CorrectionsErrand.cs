using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Applications;

/// <summary>"Perbaiki sekarang": to the case whose family was asked to mend something; else asks which, or says that there is nothing.</summary>
public sealed class CorrectionsErrand : Errand
{
    public override string Name => "correct";

    public override Needs NeedsToOpen(Conversation before) => new() { Cases = before.Cases, RandomBytes = Scene.RandomIdBytes };

    public override void Open(Scene scene, string argument)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var open = scene.Known.Cases.Where(c => Corrections.MayBeSentFrom(scene.Now.Chat, c) && scene.Talk.Find(CorrectErrand.NameOf(c.Programme)) is CorrectErrand).ToImmutableArray();
        switch (open)
        {
            case []:
                scene.Note(new Say(scene.Known.Cases.FirstOrDefault(Corrections.AreOpen) is not { } notOwn ? "Correct.Nothing" : notOwn.FiledForOthers ? "Correct.OnlyGuardian" : "Correct.OnlyWhereFiled"));
                Idle.ShowMenu(scene);
                break;
            case [var only]:
                scene.Talk.Find(CorrectErrand.NameOf(only.Programme))!.Open(scene, only.Id);
                break;
            default:
                scene.Ask(
                    [new Say("Correct.Which")],
                    [.. open.Select(c => ImmutableArray.Create(new Choice($"{Everywhere.Go}{CorrectErrand.NameOf(c.Programme)}:{c.Id}", new Say("Correct.Button.Case", ("nama", c.NameFor(scene.Now.Chat)))) { NamesSomebody = true })),
                     [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
                break;
        }
    }
}
