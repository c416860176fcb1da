using System.Collections.Immutable;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Conversations;

/// <summary>On a phone that others use too, a conversation that is left alone is closed until the child's birth date is given.</summary>
/// <remarks>
/// design.md, "A web chat on a shared phone". It closes by the time alone, so that nothing has to be written: <see cref="Holds"/> says so
/// to who shows the conversation, and the next message is taken as the proof and as nothing else. Without a case and without a
/// draft that names a birth date there is nothing to prove, and nothing about a person to hide: what was said of them goes with the last of
/// them (<see cref="Effects.ForgetsTranscriptSince"/>).
/// </remarks>
public static class Locking
{
    /// <summary>design.md: "cases hidden after 30 idle minutes".</summary>
    public static readonly TimeSpan IdleMax = TimeSpan.FromMinutes(30);

    private const string TooManyKey = "Locked.TooMany", ChildInDangerKey = "Locked.ChildInDanger";

    private static readonly ImmutableArray<ImmutableArray<Choice>> OfficerRow = [[new(Everywhere.Officer, new Say("Anywhere.Button.Officer"))]];

    /// <summary>What who finds it closed is told, whoever it is: the question for the proof, or until when none is taken and who helps meanwhile.</summary>
    public static ImmutableArray<Say> Notice(Talk talk, Conversation c, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(c);
        return c.TakesNoProofUntil(now) is { } until ? TooMany(talk, until) : [new("Locked.Ask")];
    }

    /// <summary>How long a page that shows it may stand: then it is loaded anew, for less of it is shown. Null: as long as nothing is said.</summary>
    public static TimeSpan? StandsFor(Talk talk, Conversation c, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(c);
        var secret = talk.SecretIn(c);
        var left = (secret?.TouchedAt ?? c.TouchedAt) + (secret is not null || Holds(talk, c, now) ? Protection.ProtectErrand.OpenFor : IdleMax) - now;
        return left > TimeSpan.Zero ? left + Second : secret is not null ? 5 * Second : null;      // its end comes by the clockwork, and may be late
    }

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Whether a message was said to a closed conversation and still tells how it stands: nothing else of it is shown.</summary>
    public static bool StillHolds(Outgoing message, Conversation c, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(c);
        return message.Parts.Any(p => p.Key.StartsWith("Locked.", StringComparison.Ordinal))
            && (now - c.TouchedAt < Protection.ProtectErrand.OpenFor || message.Parts.All(p => p.Key != ChildInDangerKey))
            && message.Parts.Any(p => p.Key == TooManyKey) == (c.TakesNoProofUntil(now) is not null);
    }

    /// <summary>Whether the conversation is closed at this instant.</summary>
    public static bool Holds(Talk talk, Conversation c, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(c);
        return c.Place == StepMap.Locked
            || (talk.SharedChannels.Contains(c.Chat.Channel) && now - c.TouchedAt >= IdleMax && (!c.Cases.IsEmpty || Births(c, []).Any()));
    }

    internal static Needs Needs(Conversation before) => new() { Cases = before.Cases, RandomBytes = 2 * Scene.RandomIdBytes };

    /// <summary>A message to a closed conversation: the proof, or the question again.</summary>
    internal static void Hears(Scene scene, Heard heard)
    {
        var births = Births(scene.Now, scene.Known.Cases).ToHashSet();
        if (births.Count == 0 && scene.Known.NotOpened == 0)       // what cannot be opened proves nothing, and what was said of it is still shown
        {
            scene.ForgetTranscript();
            if (heard is Heard.Chosen(Everywhere.ChildInDanger)) Person.Says(scene, heard);
            else Open(scene);           // its cases were erased elsewhere meanwhile, or its draft went on at Telegram
            return;
        }

        var isFirst = scene.Now.Place != StepMap.Locked;
        var typed = (scene.Message as Incoming.Words)?.Text;
        var takesOne = scene.Now.TakesNoProofUntil(scene.At) is null;
        if (heard is Heard.Chosen(Everywhere.ChildInDanger)) TellsOfAChild(scene, typed);
        else if (typed is not null && SecretSpotter.Spot(typed, AskedFor.Other) is { } secret)
        {
            scene.Echo = new Say("Secret.Echo");
            scene.Note(new Say($"Secret.{secret}"));
        }
        else if (takesOne && typed is not null && DayIn(typed, scene.Today) is { } day)
        {
            if (births.Contains(day))
            {
                Open(scene);
                return;
            }

            scene.Now = scene.Now.WithWrongProof(scene.At);
            scene.Note(new Say("Locked.NoMatch"));
            takesOne = scene.Now.TakesNoProofUntil(scene.At) is null;
            if (!takesOne) scene.Audit(Act.LookUpLocked, "");
        }
        else if (takesOne && heard is Heard.Chosen(Everywhere.Officer))
        {
            foreach (var part in Officer(scene.Talk)) scene.Note(part);
        }

        if (isFirst) Close(scene);
        if (isFirst || !takesOne) Ask(scene);
        else scene.Ask([new Say("Locked.Again")], OfficerRow);
    }

    // No proof is worth waiting for here: what was told is kept, the numbers are said, and the page stays closed.
    private static void TellsOfAChild(Scene scene, string? typed)
    {
        if (typed is not null && Everywhere.OfWords(typed) is null) Protection.ProtectErrand.TakeDown(scene, typed);
        scene.Echo = new Say("Anywhere.NotShown");
        scene.Note(new Say("Protect.Numbers"));
        scene.Note(new Say(ChildInDangerKey));
    }

    internal static void Ask(Scene scene) => scene.Ask(Notice(scene.Talk, scene.Now, scene.At), scene.Now.TakesNoProofUntil(scene.At) is null ? OfficerRow : []);

    // Who holds the phone need not be whose conversation it is: a message left here would be taken for theirs. So one is told where
    // the officers are, and how to write to them from a conversation of one's own.
    private static ImmutableArray<Say> Officer(Talk talk) => [new("Locked.Officer"), .. talk.Office.Contact];

    // The minute is shown without its seconds: not before it is over.
    private static ImmutableArray<Say> TooMany(Talk talk, DateTimeOffset until) => [new(TooManyKey, ("sampai", new SayValue.Moment(until.AddMinutes(1)))), .. Officer(talk)];

    private static DateOnly? DayIn(string typed, DateOnly today) => DateReader.Read(typed, today, YearRule.Child) switch
    {
        DateReading.Read(var day) => day,
        DateReading.Ask(var meant, _) => meant,
        _ => null,
    };

    private static void Close(Scene scene)
    {
        if (StepMap.FlowOf(scene.Now.Place) is not null) scene.Now = scene.Now with { CameFrom = scene.Now.Place };
        scene.Move(Move.Lock);
    }

    private static void Open(Scene scene)
    {
        scene.Note(new Say("Locked.Opened"));
        if (scene.Now.Place == StepMap.Locked) Asides.Return(scene);
        else Person.AskAgain(scene);
    }

    /// <summary>Any of these days proves whose conversation it is: birth dates of the children in its cases and drafts.</summary>
    /// <remarks>A draft of a child's data asks for the birth date before anything that names a person.</remarks>
    internal static IEnumerable<DateOnly> Births(Conversation c, IEnumerable<Applications.Application> cases) =>
        cases.Select(a => a.ChildBorn).Concat(c.Drafts.Values.SelectMany(d => d.Answers).Where(a => a.Value is Answer.Day && Trail.Read(a.Key).Step == FlowShape.ChildBirthDate).Select(a => ((Answer.Day)a.Value).On));
}
