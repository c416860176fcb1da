using BansosBot.Domain.Audit;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Conversations;

/// <summary>On a phone that others use too, a conversation that is left alone is closed until the child's birth date is given.</summary>
/// <remarks>
/// design.md, "A web chat on a shared phone". It closes by the time alone, so that nothing has to be written: <see cref="Holds"/> says so
/// to who shows the conversation, and the next message is taken as the proof and as nothing else. Without a case and without a
/// draft that names a birth date there is nothing to prove, and nothing about a person to hide.
/// </remarks>
public static class Locking
{
    /// <summary>design.md: "cases hidden after 30 idle minutes".</summary>
    public static readonly TimeSpan IdleMax = TimeSpan.FromMinutes(30);

    // As for a receipt code: a child's birth date is one of some 6,500 days, and who holds the phone has time.
    private const int WrongProofsMax = 5;
    private static readonly TimeSpan ClosedFor = TimeSpan.FromHours(24);

    /// <summary>What is asked of who finds it closed.</summary>
    public static readonly Say Question = new("Locked.Ask");

    /// <summary>Whether a message was said to a closed conversation: nothing else of it is shown.</summary>
    public static bool IsAbout(Outgoing message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Parts.Any(p => p.Key.StartsWith("Locked.", StringComparison.Ordinal));
    }

    /// <summary>Whether the conversation is closed at this instant.</summary>
    public static bool Holds(Talk talk, Conversation c, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(c);
        return c.Place == StepMap.Locked
            || (talk.SharedChannels.Contains(c.Chat.Channel) && now - c.TouchedAt >= IdleMax && (!c.Cases.IsEmpty || DraftedBirths(c).Any()));
    }

    internal static Needs Needs(Conversation before) => new() { Cases = before.Cases };

    /// <summary>A message to a closed conversation: the proof, or the question again.</summary>
    internal static void Hears(Scene scene)
    {
        var births = scene.Known.Cases.Select(c => c.ChildBorn).Concat(DraftedBirths(scene.Now)).ToHashSet();
        if (births.Count == 0 && scene.Known.NotOpened == 0)       // what cannot be opened proves nothing, and what was said of it is still shown
        {
            Open(scene);                // its cases were erased elsewhere meanwhile
            return;
        }

        var isFirst = scene.Now.Place != StepMap.Locked;
        var typed = (scene.Message as Incoming.Words)?.Text;
        var wrong = scene.Now.WrongProofs.RemoveAll(at => at < scene.At - ClosedFor);
        if (typed is not null && SecretSpotter.Spot(typed, AskedFor.Other) is { } secret)
        {
            scene.Echo = new Say("Secret.Echo");
            scene.Note(new Say($"Secret.{secret}"));
        }
        else if (wrong.Length >= WrongProofsMax)
        {
            if (isFirst) Close(scene);
            scene.Ask([new Say("Locked.TooMany")], []);
            return;
        }
        else if (typed is not null && DayIn(typed, scene.Today) is { } day)
        {
            if (births.Contains(day))
            {
                Open(scene);
                return;
            }

            scene.Now = scene.Now with { WrongProofs = wrong.Add(scene.At) };
            if (wrong.Length + 1 == WrongProofsMax) scene.Audit(Act.LookUpLocked, "");
            scene.Note(new Say("Locked.NoMatch"));
        }

        if (isFirst) Close(scene);
        scene.Ask([isFirst ? Question : new Say("Locked.Again")], []);
    }

    internal static void Ask(Scene scene) => scene.Ask([Question], []);

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

    // A draft of a child's data asks for the birth date before anything that names a person.
    private static IEnumerable<DateOnly> DraftedBirths(Conversation c) =>
        c.Drafts.Values.SelectMany(d => d.Answers).Where(a => a.Value is Answer.Day && Trail.Read(a.Key).Step == FlowShape.ChildBirthDate).Select(a => ((Answer.Day)a.Value).On);
}
