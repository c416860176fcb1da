using System.Collections.Immutable;
using BansosBot.Domain;

namespace BansosBot.Texts;

/// <summary>All sentences of all languages, with everything that is wrong with them.</summary>
public sealed class TextBook
{
    // Not Frozen: freezing 170 texts costs 15 ms of the start, and a look-up is nothing beside the rendering.
    private readonly Dictionary<(Language Language, string Key), BookedText> texts;

    private TextBook(Dictionary<(Language, string), BookedText> texts, ImmutableArray<TextMistake> mistakes)
    {
        this.texts = texts;
        Mistakes = mistakes;
    }

    /// <summary>Empty: the book can be used. Each mistake names its file and line.</summary>
    public ImmutableArray<TextMistake> Mistakes { get; }

    /// <summary>The keys of the complete language.</summary>
    public IEnumerable<string> Keys => All.Where(t => t.Entry.Language == Language.Indonesian).Select(t => t.Entry.Key);

    internal IEnumerable<BookedText> All =>
        texts.Values.OrderBy(t => t.Entry.Language).ThenBy(t => t.Entry.Key, StringComparer.Ordinal);

    /// <summary>What the program ships, and what programme files bring along.</summary>
    public static TextBook Shipped(IEnumerable<TextEntry>? fromProgrammes = null)
    {
        var (entries, mistakes) = ShippedTexts.Read();
        return Of([.. entries, .. fromProgrammes ?? []], mistakes);
    }

    /// <param name="entries">In the order in which a duplicate is blamed on the later one.</param>
    /// <param name="mistakes">Found while reading the files.</param>
    public static TextBook Of(IEnumerable<TextEntry> entries, ImmutableArray<TextMistake> mistakes = default)
    {
        var found = (mistakes.IsDefault ? [] : mistakes).ToBuilder();
        var book = new Dictionary<(Language Language, string Key), BookedText>();
        foreach (TextEntry written in entries)
        {
            BookedText text = BookedText.Read(written, found);
            (Language, string) at = (text.Entry.Language, text.Entry.Key);
            if (book.TryGetValue(at, out BookedText? first))
                found.Add(text.Mistake("duplicate", $"It is also at {first.Entry.Where}"));
            else
                book.Add(at, text);
        }
        foreach (BookedText text in book.Values.Where(t => t.Entry.Language != Language.Indonesian))
        {
            if (!book.TryGetValue((Language.Indonesian, text.Entry.Key), out BookedText? model))
                found.Add(text.Mistake("agreement", "It has no Indonesian text"));
            else if (!model.Template.Names.SetEquals(text.Template.Names))
            {
                found.Add(text.Mistake(
                    "agreement", $"Its placeholders are not those of {model.Entry.Where}: {Braced(model.Template.Names)}"));
            }
        }
        return new TextBook(book, found.ToImmutable());
    }

    /// <returns>The text in the language asked for, else in Indonesian; null: none has it.</returns>
    internal BookedText? Find(string key, Language language) =>
        texts.TryGetValue((language, key), out BookedText? text) || texts.TryGetValue((Language.Indonesian, key), out text)
            ? text
            : null;

    internal static string Braced(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"{{{n}}}"));

    /// <summary>One text, read and taken apart.</summary>
    /// <param name="Entry">Its key without <c>#list</c> or <c>#label</c>.</param>
    internal sealed record BookedText(TextEntry Entry, TextKind Kind, Template Template)
    {
        public TextMistake Mistake(string rule, string reason) => new(Entry.Where, Entry.Key, rule, reason);

        public static BookedText Read(TextEntry written, ICollection<TextMistake> mistakes)
        {
            void Wrong(string rule, string reason) => mistakes.Add(new TextMistake(written.Where, written.Key, rule, reason));

            var parts = written.Key.Split('#');
            TextKind? marked = parts.Length == 1 ? TextKind.Message : parts[1] switch
            {
                "list" => TextKind.List,
                "label" => TextKind.Label,
                _ => null,
            };
            if (marked is null || parts.Length > 2) Wrong("key", "After # only \"list\" or \"label\"");
            if (!IsKey(parts[0])) Wrong("key", "A key is words of letters, digits, hyphens and underscores, joined by dots: Menu.Greeting");
            TextKind kind = marked is TextKind.Message or null && parts[0].Split('.').Any(p => p is "Button" or "Choice")
                ? TextKind.Label
                : marked ?? TextKind.Message;

            var reasons = new List<string>();
            var text = written.Text.ReplaceLineEndings("\n").TrimEnd();
            var template = Template.Parse(text, reasons);
            foreach (var reason in reasons) Wrong("markup", reason);
            if (text.Length == 0) Wrong("empty", "No text after the key");
            // CLDR: Indonesian, Javanese and Sundanese have one form, English two.
            if (template.HasForms && written.Language != Language.English)
                Wrong("forms", "This language has one form for all numbers");
            return new BookedText(written with { Key = parts[0], Text = text }, kind, template);
        }

        private static bool IsKey(string key) =>
            key.Length > 0 && char.IsAsciiLetter(key[0])
            && key.Split('.').All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
    }
}
