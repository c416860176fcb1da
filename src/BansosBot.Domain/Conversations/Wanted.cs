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
    private const int ButtonsMax = 3;       // design.md: "two or three buttons"

    /// <summary>The one table of what opens for what is wanted. Null: a sentence of its own (<see cref="Say"/>).</summary>
    private static string? ChoiceFor(Talk talk, Intent intent, Mentions said, Conversation now) => intent switch
    {
        Intent.Menu => Everywhere.Menu,
        Intent.Programmes or Intent.Amount => PageOf(talk, said),          // how much stands on the page of each
        Intent.Eligibility => $"{Everywhere.Go}interview",
        Intent.Status or Intent.Schedule when IsKeptElsewhere(talk, said) => PageOf(talk, said),
        Intent.Status when said.OfList && now.Cases.IsEmpty => $"{Everywhere.Go}lookup:{Applications.LookUpErrand.List}",
        Intent.Status => $"{Everywhere.Go}status",
        Intent.ApplyOrphan => said.Programme is null ? $"{Everywhere.Go}apply" : HasForm(talk, said) ? $"{Everywhere.Go}apply:{said.Programme}" : PageOf(talk, said),
        Intent.Schedule => $"{Everywhere.Go}schedule{AskedSchedule.Mentioned(said.Programme, said.Place)}",
        Intent.DocumentsNeeded => IsToldOf(talk, said) ? PageOf(talk, said) : HasForm(talk, said) ? $"{Everywhere.Go}papers:{said.Programme}" : $"{Everywhere.Go}papers",
        Intent.WhereOffice => $"{Everywhere.Go}office",
        Intent.Cancel => said.TakesBack || !now.Cases.IsEmpty ? $"{Everywhere.Go}withdraw" : Everywhere.Cancel,
        Intent.TalkToOfficer => Everywhere.Officer,
        Intent.PrivacyDelete => said.Erases ? $"{Everywhere.Go}erase" : $"{Everywhere.Go}mydata",
        Intent.Language => $"{Everywhere.Go}language",
        Intent.ScamQuestion => $"{Everywhere.Go}official{OfficialErrand.About(said.Link)}",
        Intent.Complaint or Intent.CorrectData or Intent.Csr or Intent.Thanks or Intent.Greeting or Intent.OutOfScope => null,
        _ => throw new ArgumentOutOfRangeException(nameof(intent), intent, "No such intent"),
    };

    private static bool HasForm(Talk talk, Mentions said) => said.Programme is { } programme && talk.Find(ApplyErrand.NameOf(programme)) is not null;

    /// <summary>The page of the programme named, or the list where there is no page.</summary>
    private static string PageOf(Talk talk, Mentions said) =>
        said.Programme is { } programme && talk.Find("programmes") is ProgrammesErrand pages && pages.Has(programme) ? $"{Everywhere.Go}programmes:{programme}" : $"{Everywhere.Go}programmes";

    /// <summary>An aid that others give, and this office only tells of: what is to be known of it stands on its page.</summary>
    private static bool IsToldOf(Talk talk, Mentions said) =>
        said.Programme is { } programme && talk.Find("programmes") is ProgrammesErrand pages && pages.OnlyTellsOf(programme);

    // Where a place is named the office may know of a hand-out even of such an aid.
    private static bool IsKeptElsewhere(Talk talk, Mentions said) => said is { Place: null, Case: null } && IsToldOf(talk, said);

    /// <summary>Does what somebody who wrote this in the menu wants.</summary>
    /// <returns>False: nothing to go by.</returns>
    public static bool Hears(Scene scene, string typed)
    {
        var proofs = ProofsInWords.In(typed);
        var understood = scene.Talk.Words.Read(proofs.Rest);
        if (Straight(proofs, understood, scene.Now) is { } straight && Opening.Of(scene.Talk, scene.Now, straight) is var (errand, argument))
        {
            errand.Open(scene, argument);
            return true;
        }

        var said = Said(proofs, understood);
        if (said.Language != scene.Now.Language && said.Language != Language.Indonesian && LanguageErrand.ToSpeak(scene.Talk, said.Language) is { } theirs)
        {
            scene.Note(new Say("Language.Offer"));
            scene.Offer(theirs);
        }

        switch (understood.Meaning)
        {
            case Meaning.Clear { Wants: [var only] } when Outside(scene, [only], said):
            case Meaning.Unsure { Candidates: var either } when Elsewhere(scene.Now, understood) is null && Outside(scene, either, said):
                return true;
            case Meaning.Clear { Wants: [var kept] } when Leaves(kept, typed):
                Asides.LeaveForOfficer(scene, typed, new Say($"Understood.Kept.{kept}"));
                return true;
            case Meaning.Clear { Wants: var wants }:
                if (wants is [_, var also] && Button(scene.Talk, also, said, scene.Now) is { } second)
                {
                    scene.Note(new Say("Understood.AlsoAsked", ("tombol", new SayValue.Text(second.Label))));
                    scene.Offer(second);
                }

                if (IsKeptElsewhere(scene.Talk, said) && wants[0] is Intent.Status or Intent.Schedule) scene.Note(new Say("Understood.KeptElsewhere"));
                Do(scene, wants[0], said);
                return true;
            case Meaning.Unsure when Elsewhere(scene.Now, understood) is { } place && Opening.Of(scene.Talk, scene.Now, place) is var (schedules, there):
                schedules.Open(scene, there);
                return true;
            case Meaning.Unsure { Candidates: var candidates }:
                return AskWhich(scene, candidates, said);
            default:
                return false;
        }
    }

    /// <summary>Does it; where nothing opens, says what is to be said.</summary>
    public static void Do(Scene scene, Intent intent, Mentions said)
    {
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
                if (scene.Message is Incoming.Words(_, _, var greeting) && greeting.Contains("alaikum", StringComparison.OrdinalIgnoreCase)) scene.Note(new Say("Understood.Salam"));
                else if (!scene.IsNew) scene.Note(new Say("Understood.Greeting"));     // the first greeting greets by itself
                Idle.ShowMenu(scene);
                break;
        }
    }

    private static bool AskWhich(Scene scene, ImmutableArray<Intent> candidates, Mentions said)
    {
        var page = PageNamed(scene.Talk, said);
        ImmutableArray<Choice> buttons = [.. candidates.Select(c => Button(scene.Talk, c, said, scene.Now) is var b && b?.Name == page?.Name ? page : b).Append(page).OfType<Choice>().DistinctBy(b => b.Name).Take(ButtonsMax)];
        if (buttons.IsEmpty) return false;
        scene.Ask([new Say("Understood.Which")], [.. buttons.Select(b => ImmutableArray.Create(b)), [new(Everywhere.Menu, new Say("Understood.Button.SomethingElse"))]]);
        return true;
    }

    // The page of the programme that was named, whatever else was meant.
    private static Choice? PageNamed(Talk talk, Mentions said) =>
        said.Programme is { } programme && talk.Find("programmes") is ProgrammesErrand pages && pages.Find(programme) is { } page
            ? new($"{Everywhere.Go}programmes:{programme}", page.Says(ProgrammeTexts.Short))
            : null;

    /// <summary>Null: nothing to press for a greeting, or for the matter of another office.</summary>
    internal static Choice? Button(Talk talk, Intent intent, Mentions said, Conversation now) =>
        intent is Intent.Greeting or Intent.Thanks or Intent.OutOfScope or Intent.Menu ? null
        : new(ChoiceFor(talk, intent, said, now) ?? $"{Everywhere.Go}{MeantErrand.Called}:{intent.Label()}", new Say($"Understood.Button.{intent}"));

    /// <summary>What the message needs to be known, in the menu.</summary>
    public static Needs Needs(Talk talk, Conversation before, string typed)
    {
        var proofs = ProofsInWords.In(typed);
        var understood = talk.Words.Read(proofs.Rest);
        var choice = Straight(proofs, understood, before)
            ?? (understood.Meaning is Meaning.Clear { Wants: var wants } ? ChoiceFor(talk, wants[0], Said(proofs, understood), before) : Elsewhere(before, understood));
        return Opening.Of(talk, before, choice ?? "") is var (errand, argument) ? errand.NeedsToOpen(before, argument)
            : understood.Meaning is Meaning.Clear { Wants: [var only] } && Leaves(only, typed) ? Asides.NeedsForTicket
            : Conversations.Needs.Nothing;
    }

    /// <summary>What opens whatever else is meant: words that only this bot has, and a proof. A receipt code or a NIK, alone or with "tolong cek", is written
    /// to learn what became of it, and what is still missing is asked; with another wish, "mau saya batalkan", that is done. Null: neither.</summary>
    private static string? Straight(ProofsInWords proofs, Understood understood, Conversation now)
    {
        var own = OwnWords.Of(proofs.Rest, now);
        if (!proofs.IsAny || (own is not null && !OwnWords.IsLookUp(own))) return own;
        if (own is null && understood.Meaning is Meaning.Clear { Wants: [not (Intent.Status or Intent.Eligibility or Intent.Greeting or Intent.Thanks), ..] }) return null;
        if (proofs.Code is { } code) return $"{Everywhere.Go}status:{code}";
        return proofs.Numbers.FirstOrDefault(n => !n.IsKk) is { Digits: { } nik } ? $"{Everywhere.Go}lookup:{nik}" : $"{Everywhere.Go}lookup:{Applications.LookUpErrand.Kk}";
    }

    // Who names a case by its code and wants to cancel means that case.
    private static Mentions Said(ProofsInWords proofs, Understood understood) =>
        proofs.Code is null ? understood.Mentions : understood.Mentions with { TakesBack = true };

    /// <summary>A story for the office is taken as it was told; "mau komplain" alone tells nothing yet.</summary>
    private static bool Leaves(Intent intent, string typed) =>
        intent is Intent.Complaint or Intent.CorrectData or Intent.Csr && Everywhere.Plain(typed).Count(c => c == ' ') + 1 >= StoryFrom;

    // In words.
    private const int StoryFrom = 5;

    /// <summary>"Kalau sukawana?", right after the schedules of another place; null: that is not it.</summary>
    private static string? Elsewhere(Conversation now, Understood understood) =>
        understood is { Meaning: Meaning.Unsure { Candidates: var either }, Mentions: { Place: { } place } said } && either.Contains(Intent.Schedule) && AskedSchedule.ToldLast(now) is { } aid
            ? $"{Everywhere.Go}schedule{AskedSchedule.Mentioned(said.Programme ?? aid, place)}"
            : null;

    /// <summary>Whoever lives under another office is told so at once, and how to go on where only the words sound like it.</summary>
    private static bool Outside(Scene scene, ImmutableArray<Intent> intents, Mentions said)
    {
        var asks = intents.Where(i => i is Intent.Programmes or Intent.Eligibility or Intent.ApplyOrphan or Intent.DocumentsNeeded or Intent.Amount or Intent.WhereOffice).ToImmutableArray();
        if (asks.IsEmpty || said.Place is not PlaceReading.Outside(var place, _)) return false;
        scene.Ask(
            [new Say("Understood.Outside", ("tempat", place.Name), ("wilayah", place.Belongs))],
            [[new(ChoiceFor(scene.Talk, asks[0], said, scene.Now)!, new Say("Understood.Button.FromHere"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
        return true;
    }
}
