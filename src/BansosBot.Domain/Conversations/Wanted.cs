using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Schedules;
using BansosBot.Domain.Understanding;

namespace BansosBot.Domain.Conversations;

/// <summary>From what somebody wrote in the menu to what is done: an errand opens, a sentence is said, or it is asked which was meant.</summary>
internal static class Wanted
{
    /// <summary>The one table of what opens for what is wanted. Null: a sentence of its own (<see cref="Say"/>).</summary>
    private static string? ChoiceFor(Talk talk, Intent intent, Mentions said, Conversation now) => intent switch
    {
        Intent.Menu => Everywhere.Menu,
        Intent.Programmes or Intent.Amount => PageOf(talk, said),          // how much stands on the page of each
        Intent.Eligibility => $"{Everywhere.Go}interview",
        Intent.Status => $"{Everywhere.Go}status",
        Intent.ApplyOrphan => said.Programme is null ? $"{Everywhere.Go}apply" : HasForm(talk, said) ? $"{Everywhere.Go}apply:{said.Programme}" : PageOf(talk, said),
        Intent.Schedule => $"{Everywhere.Go}schedule{AskedSchedule.Mentioned(said.Programme, said.Place)}",
        Intent.DocumentsNeeded => HasForm(talk, said) ? $"{Everywhere.Go}papers:{said.Programme}" : $"{Everywhere.Go}papers",
        Intent.WhereOffice => $"{Everywhere.Go}office",
        Intent.Cancel => said.TakesBack || !now.Cases.IsEmpty ? $"{Everywhere.Go}withdraw" : Everywhere.Cancel,
        Intent.TalkToOfficer => Everywhere.Officer,
        Intent.PrivacyDelete => said.Erases ? $"{Everywhere.Go}erase" : $"{Everywhere.Go}mydata",
        Intent.Language => $"{Everywhere.Go}language",
        Intent.ScamQuestion => $"{Everywhere.Go}official",
        Intent.Complaint or Intent.CorrectData or Intent.Csr or Intent.Thanks or Intent.Greeting or Intent.OutOfScope => null,
        _ => throw new ArgumentOutOfRangeException(nameof(intent), intent, "No such intent"),
    };

    private static bool HasForm(Talk talk, Mentions said) => said.Programme is { } programme && talk.Find(ApplyErrand.NameOf(programme)) is not null;

    /// <summary>The page of the programme named, or the list where there is no page.</summary>
    private static string PageOf(Talk talk, Mentions said) =>
        said.Programme is { } programme && talk.Find("programmes") is ProgrammesErrand pages && pages.Has(programme) ? $"{Everywhere.Go}programmes:{programme}" : $"{Everywhere.Go}programmes";

    /// <summary>The errand that the message will open, and with what, so that what it needs is looked up before; null: none.</summary>
    public static (Errand Errand, string Argument)? Opens(Talk talk, Conversation before, string typed) =>
        Opening.Of(talk, before, FirstChoice(talk, before, typed) ?? "");

    /// <summary>Does what somebody who wrote this in the menu wants.</summary>
    /// <returns>False: nothing to go by.</returns>
    public static bool Hears(Scene scene, string typed)
    {
        if (OwnWords.Of(typed) is { } own && Opening.Of(scene.Talk, scene.Now, own) is var (errand, argument))
        {
            errand.Open(scene, argument);
            return true;
        }

        var understood = scene.Talk.Words.Read(typed);
        switch (understood.Meaning)
        {
            case Meaning.Clear { Wants: var wants }:
                if (wants is [_, var also] && Button(scene.Talk, also, understood.Mentions, scene.Now) is { } second) scene.Offer(second);
                Do(scene, wants[0], understood.Mentions);
                return true;
            case Meaning.Unsure { Candidates: var candidates }:
                return AskWhich(scene, candidates, understood.Mentions);
            default:
                return false;
        }
    }

    /// <summary>Does it; where nothing opens, says what is to be said.</summary>
    public static void Do(Scene scene, Intent intent, Mentions said)
    {
        if (AsksWhereTheyLive.Contains(intent) && OfAnotherOffice(said) is { } other) scene.Note(other);
        switch (ChoiceFor(scene.Talk, intent, said, scene.Now))
        {
            case null:
                Say(scene, intent, said);
                break;
            case Everywhere.Officer:
                Asides.Officer(scene);
                break;
            case Everywhere.Cancel:
                Asides.Cancel(scene);
                break;
            case var choice when Opening.Of(scene.Talk, scene.Now, choice) is var (errand, argument):
                errand.Open(scene, argument);
                break;
            default:
                Idle.ShowMenu(scene);
                break;
        }
    }

    /// <summary>What another city's or regency's people must ask at home. The schedule asks for the place anyway, and says it there.</summary>
    private static readonly ImmutableHashSet<Intent> AsksWhereTheyLive =
        [Intent.Programmes, Intent.Amount, Intent.Eligibility, Intent.Status, Intent.ApplyOrphan, Intent.DocumentsNeeded, Intent.Complaint, Intent.WhereOffice];

    /// <summary>Whom this office serves, and who serves the place that was named; null: no place of others was named. Only told: where the family card is
    /// from, a place in a message does not say ("KK Lebak, tinggal di Unyur").</summary>
    private static Say? OfAnotherOffice(Mentions said) =>
        said.Place is PlaceReading.Outside(var outside, _) ? new("Understood.OtherCity", ("wilayah", outside.Belongs)) : null;

    private static void Say(Scene scene, Intent intent, Mentions said)
    {
        switch (intent)
        {
            case Intent.Complaint or Intent.CorrectData or Intent.Csr:
                scene.Note(new Say($"Understood.ForOfficer.{intent}"));
                Asides.Officer(scene);
                break;
            case Intent.OutOfScope:
                scene.Ask(
                    [new Say($"Understood.NotOurs.{said.OthersMatter ?? OthersMatter.Any}")],
                    [[new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
                break;
            case Intent.Thanks:
                scene.Ask([new Say("Understood.Thanks")], [[new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
                break;
            default:
                if (!scene.IsNew) scene.Note(new Say("Understood.Greeting"));     // the first greeting greets by itself
                Idle.ShowMenu(scene);
                break;
        }
    }

    private static bool AskWhich(Scene scene, ImmutableArray<Intent> candidates, Mentions said)
    {
        ImmutableArray<Choice> buttons = [.. candidates.Select(c => Button(scene.Talk, c, said, scene.Now)).OfType<Choice>().DistinctBy(b => b.Name)];
        if (buttons.IsEmpty) return false;
        if (OfAnotherOffice(said) is { } other) scene.Note(other);
        scene.Ask([new Say("Understood.Which")], [.. buttons.Select(b => ImmutableArray.Create(b)), [new(Everywhere.Menu, new Say("Understood.Button.SomethingElse"))]]);
        return true;
    }

    /// <summary>Null: nothing to press for a greeting, or for the matter of another office.</summary>
    private static Choice? Button(Talk talk, Intent intent, Mentions said, Conversation now) =>
        intent is Intent.Greeting or Intent.Thanks or Intent.OutOfScope or Intent.Menu ? null
        : new(ChoiceFor(talk, intent, said, now) ?? $"{Everywhere.Go}{MeantErrand.Called}:{intent.Label()}", new Say($"Understood.Button.{intent}"));

    private static string? FirstChoice(Talk talk, Conversation before, string typed) =>
        OwnWords.Of(typed) is { } own && Opening.Of(talk, before, own) is not null ? own
        : talk.Words.Read(typed) is { Meaning: Meaning.Clear { Wants: var wants } } understood ? ChoiceFor(talk, wants[0], understood.Mentions, before)
        : null;
}

/// <summary>What somebody meant among several, pressed on a button: <c>go:meant:complaint</c>. For what opens no errand of its own.</summary>
public sealed class MeantErrand : Errand
{
    internal const string Called = "meant";

    public override string Name => Called;

    public override void Open(Scene scene, string argument)
    {
        if (IntentLabel.Read(argument) is { } intent) Wanted.Do(scene, intent, Mentions.None);
        else Idle.ShowMenu(scene);
    }
}
