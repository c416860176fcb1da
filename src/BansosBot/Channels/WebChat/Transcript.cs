using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Delivery;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using BansosBot.Texts;

namespace BansosBot.Channels.WebChat;

/// <summary>Makes of the kept messages what the page shows.</summary>
/// <param name="spokenAt">When the person last said something: it may be a message that is not shown.</param>
internal sealed class Transcript(IReadOnlyList<Bubble> bubbles, Letters letters, DateTimeOffset spokenAt = default)
{
    public Language Language { get; } = bubbles.LastOrDefault(b => b.Ours is not null)?.Ours!.Language ?? Language.Indonesian;

    /// <summary>Of a closed conversation only the question for the proof is shown, with what was said to the last try.</summary>
    public static Transcript Closed(IReadOnlyList<Bubble> bubbles, Talk talk, Conversation c, DateTimeOffset now, Letters letters)
    {
        var language = new Transcript(bubbles, letters).Language;
        return bubbles is [.., { Ours: { } ours } last] && Locking.StillHolds(ours, c, now)
            ? new([last], letters)
            : new([new(default, null, new() { To = c.Chat, Language = language, Parts = Locking.Notice(talk, c, now) })], letters);
    }

    public ImmutableArray<BubbleView> Bubbles()
    {
        var newest = bubbles.Count;
        while (newest > 0 && bubbles[newest - 1].Own is null && bubbles[newest - 1].At >= spokenAt) newest--;
        return [.. bubbles.Select((b, i) => Shown(b, i, isNewest: i == newest || (newest == bubbles.Count && i == newest - 1)))];
    }

    /// <summary>The buttons of the question that was asked last, and before them of the news that came since; those of older ones are past.</summary>
    public ImmutableArray<ImmutableArray<ChoiceView>> Choices()
    {
        var bearing = bubbles.Select(b => b.Ours).OfType<Outgoing>().Where(o => !o.Buttons.IsEmpty).Reverse().ToList();
        var news = bearing.TakeWhile(o => o.Question == NewsChoice.Question).DistinctBy(o => o.Buttons[0][0].Choice);
        return [.. news.Concat(bearing.Where(o => o.Question != NewsChoice.Question).Take(1)).SelectMany(RowsOf)];
    }

    private IEnumerable<ImmutableArray<ChoiceView>> RowsOf(Outgoing asked)
    {
        try
        {
            return [.. letters.Write(asked).Buttons.Select(row => row.Select(b =>
                new ChoiceView(b.Label, string.Create(CultureInfo.InvariantCulture, $"{asked.Question}:{b.Choice}"), b.Link)).ToImmutableArray())];
        }
        catch (CannotSay)
        {
            return [];
        }
    }

    /// <summary>The file that goes with the message of this instant.</summary>
    public LetterFile? File(long at) =>
        bubbles.FirstOrDefault(b => b.At.UtcTicks == at && b.Ours?.Attachment is not null)?.Ours is { } message ? letters.Write(message).File : null;

    private BubbleView Shown(Bubble bubble, int index, bool isNewest)
    {
        if (bubble.Own is { } own) return new(true, Lang(Language), Own(own, index), null, isNewest);
        var ours = bubble.Ours!;
        try
        {
            var letter = letters.Write(ours);
            return new(false, Lang(ours.Language), letter.Words, letter.File is { } file ? (string.Create(CultureInfo.InvariantCulture, $"/berkas/{bubble.At.UtcTicks}"), file.Name) : null, isNewest);
        }
        catch (CannotSay)
        {
            // A message of an older version, whose text is gone: one such must not take the whole page away.
            return new(false, Lang(ours.Language), letters.Word(new Say("Web.NotShown"), ours.Language), null, isNewest);
        }
    }

    private Worded Own(OwnWords own, int index) => own switch
    {
        { Text: "/start" } => Label("Web.Button.Start"),
        { Text: { } text } => Worded.Plain(text),
        { Instead: { } instead } => letters.Word(instead, Language),
        { Press: { } press } => Pressed(press, index),
        _ => Label("Web.PhotoSent"),
    };

    /// <summary>What stood on the button, from the question that it belonged to.</summary>
    private Worded Pressed(Pressed press, int before)
    {
        for (var i = before - 1; i >= 0; i--)
        {
            if (bubbles[i].Ours is { } asked && asked.Question == press.Question
                && asked.Buttons.SelectMany(row => row).FirstOrDefault(b => b.Choice == press.Choice) is { } button)
                return letters.Word(button.Label, asked.Language);
        }

        return Label("Web.Pressed");
    }

    private Worded Label(string key) => letters.Word(new Say(key), Language);

    /// <summary>As BCP 47 has it: the Javanese of Serang has no code of its own.</summary>
    public static string Lang(Language language) => language == Language.JavaneseOfSerang ? "jv" : language.Code();
}
