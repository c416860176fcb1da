using BansosBot.Domain.Reading;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;

namespace BansosBot.Domain.Conversations;

/// <summary>A person says something: what is open everywhere comes first, then the place one is at.</summary>
internal static class Person
{
    public static void Says(Scene scene, Heard heard)
    {
        if (heard is Heard.SameButton) return;         // a double press: silence is the answer

        // Only a press that was taken, and only until something else is said: an old button is answered each time.
        scene.Now = scene.Now with { LastPress = scene.Message is Incoming.Press press && heard is Heard.Chosen ? new(press.Question, press.Choice) : null };

        if (Answering(scene, heard) is { } typed ? IsNotShown(scene, typed) : IsProofPressed(scene, heard)) scene.Echo = new Say("Anywhere.NotShown");

        if (scene.Known.Room == Room.NothingNew && heard is not Heard.Chosen(Everywhere.ChildInDanger) && scene.Now is { Drafts.IsEmpty: true, Cases.IsEmpty: true, Consents.IsEmpty: true })
        {
            scene.Tell(new Say("Room.NothingNew"));
            return;
        }

        switch (heard)
        {
            case Heard.OldButton:
                scene.Note(new Say("Anywhere.OldButton"));
                AskAgain(scene, isRepeated: true);
                return;
            case Heard.Text text when Secret(scene, text.Typed) is { } warning:
                scene.Echo = new Say("Secret.Echo");
                scene.Note(warning);
                AskAgain(scene, isRepeated: true);
                return;
            case Heard.Text text when text.Typed.Length > LongestText(scene):
                scene.Note(new Say("Odd.TooLong", ("paling", LongestText(scene))));
                AskAgain(scene, isRepeated: true);
                return;
            case Heard.Text(var word) when Leaving.IsAskedFor(scene, word):
                scene.Note(new Say("Web.HowToLeave"));
                AskAgain(scene, isRepeated: true);
                return;
            case Heard.Odd { Kind: OddKind.Forwarded } when scene.Now.Place == StepMap.Idle && Opening.Of(scene.Talk, scene.Now, Everywhere.Go + "official") is var (official, _):
                scene.Note(new Say("Odd.ForwardedInMenu"));      // mostly to ask whether it is true
                official.Open(scene, "");
                return;
            case Heard.Odd { Kind: OddKind.Voice or OddKind.Video or OddKind.Sticker or OddKind.Location or OddKind.Contact or OddKind.Forwarded } kept when scene.Now.Place == StepMap.WithOfficer:
                WithOfficer.CannotPass(scene, kept.Kind.ToString());
                return;
            case Heard.Odd odd:
                scene.Note(new Say($"Odd.{odd.Kind}"));
                AskAgain(scene, isRepeated: true);
                return;
            case Heard.Chosen(var name) when Everywhere.IsEverywhere(name):
                Chosen(scene, name);
                return;
        }

        AtPlace(scene, heard);
    }

    /// <summary>Asks again what is open at the present place.</summary>
    /// <param name="isRepeated">Right after it was asked: see <see cref="Asking.IsRepeated"/>.</param>
    public static void AskAgain(Scene scene, bool isRepeated = false)
    {
        switch (scene.Now.Place)
        {
            case StepMap.Idle:
                Idle.ShowMenu(scene);
                break;
            case StepMap.Cancelling:
                Asides.AskCancel(scene);
                break;
            case StepMap.ToOfficer:
                Asides.AskForMessage(scene);
                break;
            case StepMap.WithOfficer:
                WithOfficer.Ask(scene);
                break;
            case StepMap.Locked:
                Locking.Ask(scene);
                break;
            default:
                Walking.AskHere(scene, isRepeated);
                break;
        }
    }

    private static void Chosen(Scene scene, string name)
    {
        switch (name)
        {
            case Everywhere.Menu or Everywhere.Cancel when scene.Now.Place == StepMap.WithOfficer:
                WithOfficer.StepOut(scene);
                break;
            case Everywhere.Help when scene.Now.Place == StepMap.WithOfficer:
                WithOfficer.Help(scene);
                break;
            case Everywhere.Menu or Everywhere.UnknownLink:
                if (name == Everywhere.UnknownLink) scene.Note(new Say("Menu.LinkNotKnown"));
                Walking.Leave(scene);
                scene.Move(Move.Menu);
                Idle.ShowMenu(scene);
                break;
            case Everywhere.Again:
                AskAgain(scene);
                break;
            case Everywhere.Help:
                if (StepMap.FlowOf(scene.Now.Place) is null) Idle.Help(scene);
                else Walking.Help(scene);
                break;
            case Everywhere.Back:
                if (StepMap.FlowOf(scene.Now.Place) is not null) Walking.Back(scene);
                else if (scene.Now.Place == StepMap.Idle) Idle.ShowMenu(scene);
                else Asides.Return(scene);
                break;
            case Everywhere.Cancel:
                Asides.Cancel(scene);
                break;
            case Everywhere.Officer:
                Asides.Officer(scene);
                break;
            default:
                Open(scene, name);
                break;
        }
    }

    private static void Open(Scene scene, string name)
    {
        if (Opening.Of(scene.Talk, scene.Now, name) is not var (errand, argument))
        {
            Idle.ShowMenu(scene);
            return;
        }

        Walking.Leave(scene);
        if (scene.Now.Place != StepMap.Idle) scene.Move(Move.Menu);
        if (errand is not StaffErrand) Desk.Rise(scene);        // from there into their own life
        errand.Open(scene, argument);
    }

    private static void AtPlace(Scene scene, Heard heard)
    {
        switch (scene.Now.Place)
        {
            case StepMap.Idle:
                Idle.Hears(scene, heard);
                break;
            case StepMap.Cancelling:
                Asides.CancelAnswered(scene, heard);
                break;
            case StepMap.ToOfficer:
                Asides.MessageForOfficer(scene, heard);
                break;
            case StepMap.WithOfficer:
                WithOfficer.Said(scene, heard);
                break;
            default:
                if (heard is Heard.Chosen(var choice) && scene.Talk.ErrandAt(scene.Now.Place).Choose(scene, choice)) return;
                if (StepMap.StepOf(scene.Now.Place) is null) Reviewing.Hears(scene, heard);
                else Walking.Answered(scene, heard);
                break;
        }
    }

    // What was typed as an answer, whether it is read or is a button's own words; what is open everywhere is none.
    private static string? Answering(Scene scene, Heard heard) => heard switch
    {
        Heard.Text(var typed) => typed,
        Heard.Chosen(var choice) when !Everywhere.IsEverywhere(choice) => (scene.Message as Incoming.Words)?.Text,
        _ => null,
    };

    // A proof; or one that somebody writes where none was asked for, "cek 3673...", in the menu, to an officer, in place of another answer.
    private static bool IsNotShown(Scene scene, string typed) => StepMap.StepOf(scene.Now.Place) is null ? ProofsInWords.Shows(typed, scene.Today)
        : Walking.Here(scene).Step is var step && (step.IsSecret || (step.Kind.AskedFor == AskedFor.Other && ProofsInWords.ShowsCodeOrNumber(typed)));

    private static bool IsProofPressed(Scene scene, Heard heard) =>
        scene.Message is Incoming.Press && heard is Heard.Chosen(var choice) && !Everywhere.IsEverywhere(choice) && StepMap.StepOf(scene.Now.Place) is not null && Unshown.IsProof(scene, choice);

    private static Say? Secret(Scene scene, string typed) =>
        SecretSpotter.Spot(typed, WhatIsAsked(scene)) is { } kind ? new Say($"Secret.{kind}") : null;

    private static int LongestText(Scene scene) => StepMap.StepOf(scene.Now.Place) is null ? Kinds.FreeTextKind.LettersMax : Walking.Here(scene).Step.Kind.LongestText;

    // A NIK of sixteen digits passes for a card number one time in ten.
    private static AskedFor WhatIsAsked(Scene scene) =>
        StepMap.StepOf(scene.Now.Place) is null ? AskedFor.Other : Walking.Here(scene).Step.Kind.AskedFor;
}
