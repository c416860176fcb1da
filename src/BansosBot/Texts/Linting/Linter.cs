using System.Collections.Immutable;
using BansosBot.Domain;

namespace BansosBot.Texts.Linting;

/// <summary>
/// Says of every text whether the person it is for can read it. Used by the tests and by <c>programmes check</c>; what
/// makes a text unusable (markup, duplicates, placeholders that disagree) the <see cref="TextBook"/> itself has found.
/// </summary>
public static class Linter
{
    public static ImmutableArray<LintRule> Rules { get; } =
    [
        LengthRules.SentenceLength, LengthRules.MessageLength, LengthRules.OneQuestion, LengthRules.Label,
        WordRules.UnexplainedJargon, WordRules.LeftoverEnglish, WordRules.Spaces, WordRules.Links,
    ];

    /// <summary>Texts of the book, by every rule, in the order of language and key.</summary>
    /// <param name="which">Null: every text.</param>
    public static ImmutableArray<TextMistake> Check(TextBook book, Func<TextEntry, bool>? which = null) =>
    [
        .. from text in book.All
           where which?.Invoke(text.Entry) ?? true
           let seen = LintText.Of(text)
           from rule in Rules
           from reason in rule.Find(seen)
           select text.Mistake(rule.Name, reason),
    ];

    /// <summary>Texts that a language lacks in which the bot is offered whole: they would be said in Indonesian, with what is filled in left in that
    /// language. Of programme files only what is said in both is held together; an office may write its own in Indonesian alone.</summary>
    /// <param name="own">Whether a key is the program's own; the others may lack it.</param>
    public static ImmutableArray<TextMistake> Untranslated(TextBook book, Language language, Func<string, bool> own)
    {
        var there = book.All.Where(t => t.Entry.Language == language).Select(t => t.Entry.Key).ToHashSet();
        return [.. book.All.Where(t => t.Entry.Language == Language.Indonesian && own(t.Entry.Key) && !there.Contains(t.Entry.Key)).Select(t => t.Mistake(
            "translation", $"It is not there in the language \"{language.Code()}\". Write it in the file beside this one"))];
    }

    /// <summary>A message as it leaves, made of several texts: its length and its questions count as a whole.</summary>
    public static ImmutableArray<TextMistake> CheckMessage(string location, string key, TextKind kind, string text) =>
    [
        .. from rule in new[] { LengthRules.MessageLength, LengthRules.OneQuestion }
           from reason in rule.Find(new LintText(kind, Language.Indonesian, Worded.Plain(text), text))
           select new TextMistake(location, key, rule.Name, reason),
    ];

    /// <summary>What code gives and what the text names must be the same, in the texts inside it too.</summary>
    public static ImmutableArray<TextMistake> CheckValues(TextBook book, Say say)
    {
        var found = ImmutableArray.CreateBuilder<TextMistake>();
        CheckValues(book, say, found);
        return found.ToImmutable();
    }

    private static void CheckValues(TextBook book, Say say, ImmutableArray<TextMistake>.Builder found)
    {
        if (book.Find(say.Key, Language.Indonesian) is not { } text)
        {
            found.Add(new TextMistake("code", say.Key, "missing", "No text has this key"));
        }
        else
        {
            var given = say.Values.Select(v => v.Name).ToImmutableSortedSet(StringComparer.Ordinal);
            if (text.Template.Names.Except(given) is { IsEmpty: false } missing)
                found.Add(text.Mistake("values", $"No value for {TextBook.Braced(missing)}"));
            if (given.Except(text.Template.Names) is { IsEmpty: false } unused)
                found.Add(text.Mistake("values", $"The text does not name {TextBook.Braced(unused)}"));
        }
        foreach (Say inner in say.Values.SelectMany(v => Inner(v.Value))) CheckValues(book, inner, found);
    }

    private static ImmutableArray<Say> Inner(SayValue value) => value switch
    {
        SayValue.Text text => [text.Inner],
        SayValue.Together all => all.Items,
        SayValue.Lines all => all.Items,
        _ => [],
    };
}
