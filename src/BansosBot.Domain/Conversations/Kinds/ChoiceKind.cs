using System.Collections.Immutable;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>One of several answers that are known beforehand, by button or in one's own words.</summary>
/// <param name="Options">In the order of the buttons.</param>
public sealed record ChoiceKind(ImmutableArray<Choice> Options) : QuestionKind
{
    // Shorter words are a slip away from each other: "ayah" and "ayat", "ibu" and "itu".
    private const int RepairedLengthMin = 5;

    public override string Name => "choice";

    public override ImmutableArray<Choice> Choices(Asking q) => Options;

    public override Reading ReadChoice(Asking q, string choice) =>
        Options.Any(o => o.Name == choice) ? new Reading.Taken(new Answer.Chosen(choice)) : new Reading.Miss(new Say("Kind.OneOf.NotOne"));

    /// <summary>Exactly a choice: taken. One of them inside a sentence, or a slip away: asked back. Several: none is picked.</summary>
    public override Reading Read(Asking q, string text)
    {
        if (Options.FirstOrDefault(o => o.IsMeantBy(text)) is { } exact) return ReadChoice(q, exact.Name);
        var plain = Everywhere.Plain(text);
        var meant = Longest(Said(o => IsIn(o, plain)), plain);
        if (meant.Length == 0) meant = PartOfOne(plain);
        if (meant.Length == 0) meant = Said(o => o == plain || (o.Length >= RepairedLengthMin && EditDistance.Between(o, plain) == 1));
        return meant switch
        {
            [var only] => new Reading.Confirm(new Answer.Chosen(only.Choice.Name)),
            [] => new Reading.Miss(new Say("Kind.OneOf.NotOne")),
            _ => new Reading.Miss(new Say("Kind.OneOf.Several")),
        };
    }

    public override Say Shown(Step step, Answer answer) =>
        answer is Answer.Chosen(var chosen) && Options.FirstOrDefault(o => o.Name == chosen) is { } choice ? choice.Label : new Say("Kind.NoLongerAChoice");

    // "Pendengaran" where the answer is "pendengaran atau bicara": words that stand in one answer only.
    private (Choice Choice, string Phrase)[] PartOfOne(string plain) =>
        plain.Length >= RepairedLengthMin && Options.Where(o => o.Spoken.Any(s => IsIn(plain, s))).ToList() is [var only] ? [(only, plain)] : [];

    private (Choice Choice, string Phrase)[] Said(Func<string, bool> isSaid) =>
    [
        .. Options.SelectMany(o => o.Spoken.Append(Everywhere.Plain(o.Name)).Where(isSaid).OrderByDescending(p => p.Length).Take(1).Select(p => (o, p))),
    ];

    /// <summary>"tidak tahu" says "tidak" too: a phrase that lies within a longer one that was said does not count.</summary>
    private static (Choice Choice, string Phrase)[] Longest((Choice Choice, string Phrase)[] said, string plain) =>
    [
        .. said.Where(s => !said.Any(longer => longer.Phrase.Length > s.Phrase.Length && IsIn(s.Phrase, longer.Phrase)
            && !IsIn(s.Phrase, plain.Replace(longer.Phrase, "", StringComparison.Ordinal)))),
    ];

    // As whole words; "ayahnya" is "ayah".
    private static bool IsIn(string phrase, string plain)
    {
        if (phrase.Length == 0) return false;
        for (var at = plain.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var rest = plain.AsSpan(at + phrase.Length);
            if ((at == 0 || plain[at - 1] == ' ') && (rest.IsEmpty || rest[0] == ' ' || rest is "nya" || rest.StartsWith("nya "))) return true;
        }

        return false;
    }
}
