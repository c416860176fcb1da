namespace BansosBot.Domain.Conversations;

/// <summary><c>/resmi</c>: how to know the real bot, and what nobody from the office ever asks. <c>domain.md</c> section 7.</summary>
public sealed class OfficialErrand : Errand
{
    public override string Name => "official";

    public override Say MenuLabel(Conversation now) => new("Menu.Button.Official");

    public override void Open(Scene scene, string argument) =>
        scene.Ask(
            [new Say("Official.Rules", ("dinas", scene.Talk.Office.Name)), new Say("Official.Links"), new Say("Official.Report")],
            [[new(Everywhere.Officer, new Say("Official.Button.Report"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
}

/// <summary><c>/cek</c>: asks what is to be checked, for the word means several things.</summary>
public sealed class CheckErrand : Errand
{
    public override string Name => "check";

    public override void Open(Scene scene, string argument) =>
        scene.Ask(
            [new Say("Check.What")],
            [[new($"{Everywhere.Go}interview", new Say("Check.Button.Eligible"))], [new($"{Everywhere.Go}status", new Say("Check.Button.Status"))],
             [new($"{Everywhere.Go}lookup:{Applications.LookUpErrand.List}", new Say("Check.Button.List"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
}
