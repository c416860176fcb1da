using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Surveys;

/// <summary>"Apakah terbantu?", asked in place of the menu once a matter is closed: one tap, and a second one for the reason.</summary>
/// <remarks>
/// The question stands where the menu would, and nothing is open meanwhile: whatever is written is understood as in the menu, and never taken
/// for an answer. Asked at most once in <see cref="AskedEvery"/> of a chat; not after bad news, and not after a report of a child in danger
/// (docs/decisions/0034).
/// </remarks>
public sealed class RatingErrand : Errand
{
    /// <summary>A chat is asked once in so long, whether it answered or not.</summary>
    public static readonly TimeSpan AskedEvery = TimeSpan.FromDays(30);

    public const string ErrandName = "rate";

    private const string AskNow = "tanya", Helped = "ya", NotHelped = "belum";

    public override string Name => ErrandName;

    /// <summary>What a menu button does on a page that closes a matter: asks first, where one may.</summary>
    public static string ThenMenu(string service) => $"{Everywhere.Go}{ErrandName}:{AskNow}:{service}";

    /// <summary>The menu; in its place the question, where this chat may be asked.</summary>
    /// <param name="service">Which was used: <see cref="Rating.Service"/>.</param>
    public static void AskOrShowMenu(Scene scene, string service)
    {
        ArgumentNullException.ThrowIfNull(scene);
        if (scene.Talk.Find(ErrandName) is null || scene.Now.AskedToRateAt + AskedEvery > scene.At)
        {
            Idle.ShowMenu(scene);
            return;
        }

        scene.Now = scene.Now with { AskedToRateAt = scene.At };
        scene.Ask(
            [new Say("Rating.Ask")],
            [[new(Answered(Helped, service), new Say("Rating.Button.Yes")), new(Answered(NotHelped, service), new Say("Rating.Button.No"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
    }

    /// <summary>"Ya" and "belum" in words, where this was just asked.</summary>
    /// <returns>The choice that is meant; null where something else is.</returns>
    internal static string? MeantBy(Conversation c, string text)
    {
        if (c.Place != StepMap.Idle || c.Choices is not [var yes, var no, Everywhere.Menu] || !yes.StartsWith(Answered(Helped, ""), StringComparison.Ordinal)) return null;
        return Everywhere.Plain(text) is "belum" or "blm" or "belum terbantu" or "not yet" or "not really" or "it did not" ? no
            : Everywhere.Plain(text) is "terbantu" or "sudah" or "sudah terbantu" or "it did" or "it helped" ? yes
            : YesNo.Of(text) switch { true => yes, false => no, null => null };
    }

    public override void Open(Scene scene, string argument)
    {
        ArgumentNullException.ThrowIfNull(scene);
        switch (argument.Split(':'))
        {
            case [AskNow, var service]:
                AskOrShowMenu(scene, service);
                break;
            case [Helped or NotHelped, var service] and [var answer, _]:
                Count(scene, service, answer, reason: null);
                scene.Ask(
                    [new Say(answer == Helped ? "Rating.WhatWasGood" : "Rating.WhatWasMissing")],
                    [
                        .. Rating.Reasons.Select(r => ImmutableArray.Create(new Choice($"{Answered(answer, service)}:{r}", answer == Helped ? new Say($"Rating.Good.Button.{r}") : new Say($"Rating.Missing.Button.{r}")))),
                        [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))],
                    ]);
                break;
            case [Helped or NotHelped, var service, var reason] and [var answer, ..] when Rating.Reasons.Contains(reason):
                Count(scene, service, answer, reason);
                if (answer == Helped)
                {
                    scene.Note(new Say("Rating.Thanks"));
                    Idle.ShowMenu(scene);
                }
                else
                {
                    scene.Ask(
                        [new Say("Rating.WriteToOfficer")],
                        [[new(Everywhere.Officer, new Say("Anywhere.Button.Officer"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
                }

                break;
            default:
                Idle.ShowMenu(scene);
                break;
        }
    }

    private static string Answered(string answer, string service) => $"{Everywhere.Go}{ErrandName}:{answer}:{service}";

    private static void Count(Scene scene, string service, string answer, string? reason) =>
        scene.Write(new Write.CountRating(new(scene.Today.Year, scene.Today.Month, service, answer == Helped, reason)));
}
