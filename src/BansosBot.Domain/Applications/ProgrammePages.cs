using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;

namespace BansosBot.Domain.Applications;

/// <summary><c>/syarat</c>: what the aid gives, who may get it and who decides, before anybody is asked anything.</summary>
public sealed class ConditionsErrand(Programme programme) : Errand
{
    public override string Name => "conditions";

    public override Say MenuLabel(Conversation now) => new("Menu.Button.Conditions");

    public override void Open(Scene scene, string argument)
    {
        if (OtherProgrammes.Names(argument, programme))
        {
            OtherProgrammes.Tell(scene);
            return;
        }

        scene.Ask(
            [programme.Says(ProgrammeTexts.Title), programme.Says(ProgrammeTexts.Gives), programme.Says(ProgrammeTexts.WhoMay), programme.Says(ProgrammeTexts.Decides)],
            [.. OtherProgrammes.ApplyRow(scene), [new($"{Everywhere.Go}papers", new Say("Conditions.Button.Papers"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
    }
}

/// <summary>Which papers to bring together, where one applies, and how long the aid lasts.</summary>
public sealed class PapersErrand(Programme programme) : Errand
{
    public override string Name => "papers";

    public override void Open(Scene scene, string argument) =>
        scene.Ask(
            [programme.Says(ProgrammeTexts.Documents), programme.Says(ProgrammeTexts.Where), .. scene.Talk.Office.Contact, programme.Says(ProgrammeTexts.Validity)],
            [.. OtherProgrammes.ApplyRow(scene), [new($"{Everywhere.Go}conditions", new Say("Menu.Button.Conditions"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
}

/// <summary>An aid that cannot be applied for here: said so, and never taken for the one that can.</summary>
public sealed class OtherAidErrand : Errand
{
    public override string Name => "other";

    public override void Open(Scene scene, string argument) => OtherProgrammes.Tell(scene);
}

internal static class OtherProgrammes
{
    /// <summary>Whether a poster's link names another programme than the one there is.</summary>
    public static bool Names(string argument, Programme there) => argument.Length > 0 && argument != there.Name;

    public static void Tell(Scene scene) => scene.Ask(
        [new("Other.NotHere", ("dinas", scene.Talk.Office.Name)), .. scene.Talk.Office.Contact],
        [[new($"{Everywhere.Go}conditions", new Say("Menu.Button.Conditions"))], [new(Everywhere.Officer, new Say("Anywhere.Button.Officer"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);

    /// <summary>The menu's own button to apply, or to go on with a draft.</summary>
    public static ImmutableArray<ImmutableArray<Choice>> ApplyRow(Scene scene) =>
        scene.Talk.Find("apply") is { } apply && apply.MenuLabel(scene.Now) is { } label ? [[new(Everywhere.Go + apply.Name, label)]] : [];
}
